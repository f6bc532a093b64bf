"""What needs attention: every activity and committee step with its one state on a day."""

from datetime import date

import pandas as pd

from kmdash.domain.frames import conform
from kmdash.domain.items import items
from kmdash.domain.register import Register
from kmdash.domain.results import WARNINGS
from kmdash.domain.states import WITHIN


def warnings(register: Register, as_of: date, *, within: int = WITHIN) -> pd.DataFrame:
    """Every item with its state on a day, and the reason in words.

    Returns
    -------
    DataFrame, one row an item (``columns.WARNINGS``)
        Activities in the register's order, then the committee's steps, which have no ``plan_id`` and are
        never "never reported". ``start`` and ``end`` are the period's own; ``due`` is the day that counts, the
        new one of a postponed item. ``days``: late, until due or until the start, by the state.

    Source: rules.md, section 5.
    """
    return conform(WARNINGS, items(register, as_of, within))
