"""The days on which recurring items occur, of all items at once."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kmdash.domain.codes import coded, is_one_of
from kmdash.domain.months import DAY, NAT
from kmdash.domain.period import Precision

_MONTHS = {"quarter": 3, "half_year": 6}


@dataclass(frozen=True)
class Occurrences:
    """One row an item and occurrence, by item (its row), then day."""

    items: np.ndarray
    days: np.ndarray

    def first(self, days: np.ndarray, count: int) -> np.ndarray:
        """The first of the ``days`` given (one an occurrence, NaT counts for nothing) of each of ``count`` items."""
        return _extreme(self.items, days, count, np.minimum, np.iinfo(np.int64).max)

    def last(self, days: np.ndarray, count: int) -> np.ndarray:
        """The last of them; NaT for an item without any."""
        return _extreme(self.items, days, count, np.maximum, np.iinfo(np.int64).min)


def occurrences_of(joined: pd.Series) -> Occurrences:
    """The occurrences of items from their column: ISO days, joined by ";"; a gap has none.

    >>> found = occurrences_of(pd.Series(["2019-04-01;2018-12-01", None], dtype="str"))
    >>> found.items.tolist(), found.days.astype(str).tolist()
    ([0, 0], ['2018-12-01', '2019-04-01'])
    """
    codes, texts = coded(joined)
    lists = [np.sort(np.array([day for day in text.split(";") if day], dtype=DAY)) for text in texts]
    lengths = np.array([len(days) for days in lists], dtype=np.int64)
    flat = np.concatenate([*lists, np.array([], dtype=DAY)])
    rows = np.flatnonzero(codes >= 0)
    taken = lengths[codes[rows]]
    starts = (np.cumsum(lengths) - lengths)[codes[rows]]
    before = np.cumsum(taken) - taken
    places = np.arange(taken.sum()) + np.repeat(starts - before, taken)
    return Occurrences(np.repeat(rows, taken), flat[places])


def months_of(items: pd.DataFrame) -> np.ndarray:
    """How many months each occurrence of an item covers: of a quarter 3, of half a year 6, else 1.

    ``items`` have ``precision`` and ``recurs_every``.
    """
    every = [is_one_of(items["recurs_every"], name) for name in _MONTHS]
    covered = np.select(every, list(_MONTHS.values()), 1)
    return np.where(is_one_of(items["precision"], Precision.QUARTER), covered, 1)


def _extreme(items: np.ndarray, days: np.ndarray, count: int, most: np.ufunc, fill: int) -> np.ndarray:
    found = np.full(count, fill)
    known = ~np.isnat(days)
    most.at(found, items[known], days[known].astype(np.int64))
    return np.where(found == fill, NAT, found.astype(DAY))
