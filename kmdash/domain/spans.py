"""The days an item takes up, from the first to the last; of a recurring one each time it occurs."""

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of
from kmdash.domain.columns import Columns
from kmdash.domain.frames import conform
from kmdash.domain.months import NAT, column_of, days_of, first_days, last_days, month_numbers, year_starts
from kmdash.domain.occurrences import months_of, occurrences_of
from kmdash.domain.period import PeriodKind, Precision

SPANS: Columns = {  # one row an item and time it takes place
    "place": "int",  # of the item's row
    "first": "date",
    "last": "date",
    "again": "bool",  # one of the times of a recurring item
}


def spans(items: pd.DataFrame) -> pd.DataFrame:
    """From which to which day each item (``items.ITEMS``) goes; one without a certain due day has no row.

    A deadline takes up its due day alone, a postponed item runs to its new day. A recurring item has a row each
    time: a day where days are known, else the months it covers.

    Returns
    -------
    DataFrame, by item, then day (``SPANS``)
    """
    again = recurs(items)
    begins, due = begins_of(items), days_of(items["due"])
    once = np.flatnonzero(~again & ~np.isnat(due))
    times = occurrences_of(items["occurrences"].where(again))
    month = month_numbers(times.days)
    exact = is_one_of(items["precision"], Precision.DAY)[times.items]
    last = np.where(exact, times.days, last_days(first_days(month + months_of(items)[times.items] - 1)))
    found = pd.DataFrame(
        {
            "place": np.concatenate([once, times.items]),
            "first": column_of(np.concatenate([begins[once], np.where(exact, times.days, first_days(month))])),
            "last": column_of(np.concatenate([due[once], last])),
            "again": np.concatenate([np.zeros(len(once), bool), np.ones(len(times.items), bool)]),
        }
    )
    return conform(SPANS, found.sort_values(["place", "first"], ignore_index=True))


def recurs(items: pd.DataFrame) -> np.ndarray:
    """Which items recur on known days, and were not postponed to one."""
    known = is_one_of(items["period_kind"], PeriodKind.RECURRING) & items["occurrences"].notna().to_numpy()
    return known & items["postponed_to"].isna().to_numpy()


def begins_of(items: pd.DataFrame) -> np.ndarray:
    """The first day of each item on the calendar: a deadline's is its due day."""
    start, due = days_of(items["start"]), days_of(items["due"])
    band = is_one_of(items["period_kind"], PeriodKind.ALL_YEAR)
    start = np.where(np.isnat(start) & band, year_starts(items["fiscal_year"]), start)
    start = np.where(items["planned_due"].isna().to_numpy(), NAT, start)  # had no date before it was postponed
    return np.where(np.isnat(start), due, np.minimum(start, due))
