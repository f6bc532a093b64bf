"""Ids as dense codes, and what is counted and looked up by them: the arithmetic below every measure.

A code is the place of an id in a list of ids, from 0; -1 stands for an id that is missing or not in the list.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

Codes = np.ndarray  # of integers


def coded(ids: pd.Series) -> tuple[Codes, pd.Index]:
    """Each id as a code, and the ids in the order they first come; a categorical keeps its own codes."""
    own = ids.array
    if isinstance(own, pd.Categorical):
        return own.codes.astype(np.intp), own.categories
    codes, known = pd.factorize(ids)
    return codes, pd.Index(known)


def places(ids: pd.Series, keys: pd.Series) -> Codes:
    """The row of ``ids`` in which each key stands, the last of several; -1 where none does or the key is missing.

    >>> places(pd.Series(["a", "b", "a"]), pd.Series(["a", None, "c", "b"])).tolist()
    [2, -1, -1, 1]
    """
    codes, known = coded(ids)
    rows = last_rows(codes, np.flatnonzero(codes >= 0), len(known))
    own, distinct = coded(keys)
    found = known.get_indexer(distinct)
    return _looked_up(_looked_up(rows, found), own)


def last_rows(codes: Codes, rows: np.ndarray, count: int) -> np.ndarray:
    """The last of ``rows`` (ascending, each with a code) that has each of ``count`` codes; -1 where none has.

    >>> last_rows(np.array([0, 0, 2, 0]), np.array([0, 1, 2]), 3).tolist()
    [1, -1, 2]
    """
    found = np.full(count, -1, dtype=np.intp)
    found[codes[rows]] = rows  # of a code that comes again the last row stays
    return found


def first_rows(codes: Codes, rows: np.ndarray, count: int) -> np.ndarray:
    """The first of ``rows`` (ascending, each with a code) that has each of ``count`` codes; -1 where none has."""
    return last_rows(codes, rows[::-1], count)


def crossed(rows: Codes, columns: Codes, shape: tuple[int, int]) -> np.ndarray:
    """How many times each pair of codes comes, as a table of ``shape``; both codes must lie within it.

    >>> crossed(np.array([0, 1, 1]), np.array([2, 0, 0]), (2, 3)).tolist()
    [[0, 0, 1], [2, 0, 0]]
    """
    height, width = shape
    kind = np.int32 if height * width < np.iinfo(np.int32).max else np.int64
    cells = np.multiply(rows, width, dtype=kind, casting="unsafe")
    np.add(cells, columns, out=cells, casting="unsafe")
    return np.bincount(cells, minlength=height * width).reshape(shape)


def counted(codes: Codes, count: int, where: np.ndarray | None = None) -> np.ndarray:
    """How many times each of ``count`` codes comes, only where asked; -1 counts nowhere."""
    kept = codes >= 0 if where is None else where & (codes >= 0)
    return np.bincount(codes[kept], minlength=count)


def taken(values: pd.Series, rows: np.ndarray) -> pd.api.extensions.ExtensionArray:
    """The values of these rows, missing where the row is -1."""
    return values.array.take(rows, allow_fill=True)


def is_filled(values: pd.Series) -> np.ndarray:
    """Where a text is neither missing nor empty."""
    own = values.array
    return ~np.asarray(own.isna()) & np.asarray(own != "", dtype=bool)


def is_one_of(values: pd.Series, *words: str) -> np.ndarray:
    """Where a text is one of some words; nowhere for a gap."""
    own = values.array
    return np.logical_or.reduce([np.asarray(own == word, dtype=bool) for word in words])


def grouped(columns: Sequence[Codes]) -> tuple[Codes, np.ndarray]:
    """The rows that agree in every column as one code, from 0, and the first row of each.

    >>> [found.tolist() for found in grouped([np.array([5, 5, 5]), np.array([1, 2, 1])])]
    [[0, 1, 0], [0, 1]]
    """
    codes = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        own, known = pd.factorize(column)
        codes = pd.factorize(codes * max(len(known), 1) + own)[0]
    return codes, first_rows(codes, np.arange(len(codes)), int(codes.max(initial=-1)) + 1)


def whole(values: pd.Series, gap: int = -1) -> np.ndarray:
    """Whole numbers as int64, ``gap`` where one is missing."""
    return values.to_numpy(np.int64, na_value=gap)


def _looked_up(table: np.ndarray, places: np.ndarray) -> np.ndarray:
    """``table`` at ``places``, -1 where the place is -1."""
    return np.append(table, -1)[places]
