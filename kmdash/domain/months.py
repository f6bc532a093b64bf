"""Days and months as numpy's own: days count from 1970-01-01, months from January 1970; a gap is NaT or ``NONE``."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.fiscal import BE_OFFSET, FIRST_MONTH

DAY = np.dtype("datetime64[D]")
MONTH = np.dtype("datetime64[M]")
NONE = np.iinfo(np.int64).min  # the number of NaT
NAT = np.datetime64("NaT", "D")


def days_of(values: pd.Series) -> np.ndarray:
    """The days of a date column, NaT where one is missing."""
    return values.to_numpy(dtype="datetime64[s]").astype(DAY)


def column_of(days: np.ndarray) -> np.ndarray:
    """Days as a date column keeps them."""
    return days.astype("datetime64[s]")


def month_numbers(days: np.ndarray) -> np.ndarray:
    """The number of the month of each day, ``NONE`` where it is missing.

    >>> month_numbers(np.array(["1970-01-31", "2018-10-01"], dtype=DAY)).tolist()
    [0, 585]
    """
    return days.astype(MONTH).astype(np.int64)


def month_number(day: date) -> int:
    """The number of a day's month."""
    return (day.year - 1970) * 12 + day.month - 1


def first_days(numbers: np.ndarray) -> np.ndarray:
    """The first day of each month."""
    return numbers.astype(np.int64).astype(MONTH).astype(DAY)


def last_days(days: np.ndarray) -> np.ndarray:
    """The last day of each day's month."""
    return (days.astype(MONTH) + 1).astype(DAY) - 1


def year_starts(fiscal_years: pd.Series) -> np.ndarray:
    """The first day of each fiscal year (BE), NaT where it is missing."""
    gaps = fiscal_years.isna().to_numpy()
    years = fiscal_years.to_numpy(np.int64, na_value=BE_OFFSET + 1970)
    found = first_days((years - BE_OFFSET - 1 - 1970) * 12 + FIRST_MONTH - 1)
    return np.where(gaps, NAT, found)


def year_ends(fiscal_years: pd.Series) -> np.ndarray:
    """The last day of each fiscal year (BE), NaT where it is missing."""
    return (year_starts(fiscal_years).astype(MONTH) + 12).astype(DAY) - 1


def spread(first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each item's place as often as it has months, and those months; ``first`` and ``last`` are month numbers.

    An item whose last month lies before its first has none.

    >>> [found.tolist() for found in spread(np.array([3, 7, 5]), np.array([5, 6, 5]))]
    [[0, 0, 0, 2], [3, 4, 5, 5]]
    """
    lengths = np.maximum(last - first + 1, 0)
    items = np.repeat(np.arange(len(first)), lengths)
    before = np.cumsum(lengths) - lengths
    return items, np.arange(len(items)) + np.repeat(first - before, lengths)
