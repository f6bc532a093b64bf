"""Whom there is something to ask: the units, each with how many items of each measure, and how it answers."""

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of
from kmdash.domain.frames import conform
from kmdash.domain.results import RECEIVERS

_WAITING = ("unclear", "no_date")


def receivers(warnings: pd.DataFrame) -> pd.DataFrame:
    """The units of the items (``results.WARNINGS``), the one with most to ask for first.

    Returns
    -------
    DataFrame, one row a unit that has an item (``results.RECEIVERS``)
        Items that name no unit are one row, ``unit`` missing. ``waiting`` are those without a certain date;
        ``unanswered`` counts items that were warned of and not answered since, ``most_sent`` is the number of
        warnings of the item that was warned of most often without an answer.
    """
    rows = warnings.assign(
        **{name: is_one_of(warnings["state"], name).astype(np.int64) for name in ("overdue", "active", "upcoming")},
        waiting=is_one_of(warnings["state"], *_WAITING).astype(np.int64),
        items=1,
        answered=is_one_of(warnings["reply_state"], "answered").astype(np.int64),
        ignored=(warnings["unanswered"] > 0).astype(np.int64),
        days_late=warnings["days"].where(is_one_of(warnings["state"], "overdue")),
    )
    found = rows.groupby("unit", dropna=False, sort=False).agg(
        items=("items", "sum"),
        overdue=("overdue", "sum"),
        days_late=("days_late", "max"),
        active=("active", "sum"),
        upcoming=("upcoming", "sum"),
        waiting=("waiting", "sum"),
        sent=("sent", "sum"),
        last_sent=("last_sent", "max"),
        answered=("answered", "sum"),
        ignored=("ignored", "sum"),
        most_sent=("unanswered", "max"),
    )
    order = ["overdue", "days_late", "active", "upcoming"]
    return conform(
        RECEIVERS, found.reset_index().sort_values(order, ascending=False, kind="stable", ignore_index=True)
    )
