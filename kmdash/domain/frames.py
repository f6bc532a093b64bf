"""Data frames with a fixed set of columns (``domain.columns``): built from records, empty when empty."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray, ExtensionDtype

from kmdash.domain.columns import Columns

_NAMES = {"str": "str", "int": "Int64", "float": "Float64", "bool": "boolean", "date": "datetime64[s]"}
_DTYPES = {kind: pd.api.types.pandas_dtype(name) for kind, name in _NAMES.items()}  # a name is looked up at each use


def frame(columns: Columns, records: Iterable[Mapping[str, Any]] = ()) -> pd.DataFrame:
    """A frame of exactly ``columns``, in their order and types; what a record lacks is missing.

    Raises
    ------
    ValueError
        If a record has a column that is not among ``columns``.
    """
    rows = list(records)
    if not rows:
        return _empty(tuple(columns.items())).copy(deep=False)
    unknown = {name for row in rows for name in row} - set(columns)
    if unknown:
        raise ValueError(f"records have unknown columns: {sorted(unknown)}")
    arrays = {name: _array([row.get(name) for row in rows], kind) for name, kind in columns.items()}
    return pd.DataFrame(arrays, index=range(len(rows)), copy=False)


@cache
def _empty(columns: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """The frame without rows, made once: a register has dozens of them."""
    return pd.DataFrame({name: _array([], kind) for name, kind in columns}, index=range(0), copy=False)


def conform(columns: Columns, data: pd.DataFrame) -> pd.DataFrame:
    """``data`` with exactly ``columns``, in their order and types; a missing column is all missing."""
    return pd.DataFrame(
        {
            name: _typed(data[name], _DTYPES[kind]) if name in data else _array([None] * len(data), kind)
            for name, kind in columns.items()
        },
        index=data.index,
    )


def _typed(values: pd.Series, dtype: ExtensionDtype | np.dtype) -> ExtensionArray:
    """Values of a type; those that have it already as they are."""
    return values.array if values.dtype == dtype else values.astype(dtype).array


def _array(values: list, kind: str) -> ExtensionArray:
    if kind == "date":
        days = np.array([None if pd.isna(value) else value for value in values], dtype=_DTYPES[kind])
        return pd.array(days, dtype=_DTYPES[kind])
    return pd.array(values, dtype=_DTYPES[kind])


def records(data: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as plain dictionaries: a gap is None, a date is a ``datetime.date``, numbers are Python's own."""
    if data.empty:
        return []
    columns = [_plain(column.array) for _, column in data.items()]
    return [dict(zip(data, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain(values: ExtensionArray) -> list[Any]:
    if values.dtype.kind == "M":
        return [None if day is pd.NaT else day.date() for day in values]
    plain = np.array(values, dtype="object")
    plain[values.isna()] = None
    return plain.tolist()
