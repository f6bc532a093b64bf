"""What needs attention: every activity and committee step with its one state on a day, and its flags."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_filled, is_one_of
from kmdash.domain.frames import conform
from kmdash.domain.items import PLAN_LAYER, items
from kmdash.domain.months import days_of, month_numbers
from kmdash.domain.owners import names_nobody
from kmdash.domain.receipts import receipts
from kmdash.domain.register import Register
from kmdash.domain.results import RECEIPTS, WARNINGS
from kmdash.domain.settings import STALE_AFTER
from kmdash.domain.states import DONE, WITHIN
from kmdash.domain.words import say

_WHOLE = 100


def warnings(register: Register, as_of: date, *, within: int = WITHIN, stale_after: int = STALE_AFTER) -> pd.DataFrame:
    """Every item with its state on a day, the reason in words, and what else is as loud as late.

    Parameters
    ----------
    stale_after : int
        Days after which the last report of an activity that has begun and is not done counts as old.

    Returns
    -------
    DataFrame, one row an item (``columns.WARNINGS``)
        Activities in the register's order, then the committee's steps, which have no ``plan_id`` and no flags.
        ``start`` and ``end`` are the period's own; ``due`` is the day that counts, the
        new one of a postponed item. ``days``: late, until due or until the start, by the state.
        ``no_owner`` and ``owner_names_nobody`` are of activities still open. ``finding`` says where the status
        and the share told do not agree, or a completion comes before the month of the start: both are kept.
        What was sent and answered (``receipts``) stands beside the state and never changes it.

    Source: rules.md, section 5.
    """
    found = items(register, as_of, within)
    still = is_one_of(found["layer"], PLAN_LAYER) & ~is_one_of(found["state"], "cancelled", *DONE)
    begun = still & ~is_one_of(found["state"], "upcoming", "not_yet")
    named = found["owners"].where(is_filled(found["owners"]), found["owner"])
    ago = np.datetime64(as_of, "D") - days_of(found["reported_on"])
    told = receipts(found["item_id"], register, as_of)
    return conform(
        WARNINGS,
        found.assign(
            **{name: told[name] for name in RECEIPTS},
            no_owner=still & ~is_filled(named),
            owner_names_nobody=still & _nobody(named),
            stale=begun & (ago > np.timedelta64(stale_after, "D")),
            finding=_findings(found),
        ),
    )


def _nobody(owners: pd.Series) -> np.ndarray:
    """Where each owner of a cell names nobody."""
    known = {text: all(map(names_nobody, text.split("\n"))) for text in owners.dropna().unique()}
    return owners.map(known).astype("boolean").to_numpy(bool, na_value=False)


def _findings(found: pd.DataFrame) -> pd.Series:
    done, percent = is_one_of(found["state"], *DONE), found["percent"].to_numpy(float, na_value=np.nan)
    early = month_numbers(days_of(found["done_date"])) < month_numbers(days_of(found["start"]))
    known = found["done_date"].notna().to_numpy() & found["start"].notna().to_numpy()
    asked = {
        "done_not_whole": done & (percent < _WHOLE),
        "whole_not_done": ~done & ~is_one_of(found["state"], "cancelled") & (percent >= _WHOLE),
        "done_early": done & known & early,
    }
    told = pd.Series("", index=found.index, dtype="str")
    for name, where in asked.items():
        text = say(f"frames.finding.{name}")
        told = told.mask(where & (told != ""), told + " · " + text).mask(where & (told == ""), text)
    return told.where(told != "")
