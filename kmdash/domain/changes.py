"""What differs between two registers, value by value: for the look before confirming and for the history."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from kmdash.domain.columns import INPUT_FRAMES, ROW_ID
from kmdash.domain.frames import frame, records
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.results import CHANGES

_Key = tuple[str, int]  # what must agree, and the how-manieth row it is with that

_KEYS = {
    **{name: (column,) for name, column in ROW_ID.items()},
    "results": ("kpi_id", "reported_on"),
    "progress": ("activity_id", "reported_on"),
    "rounds": ("kpi_id", "round"),
    "tests": ("test_id", "person"),
    "marks": ("ballot_id", "voter", "candidate_id"),
}


def changes(before: Register, after: Register, names: Iterable[str] = INPUT_FRAMES) -> pd.DataFrame:
    """Every value that differs between two registers, frame by frame (``names``), in the order of their rows.

    Rows are the same when their ids are (results and progress: id and report day; marks: ballot, voter and
    candidate; a second row of one key is compared with the second). Where a value stands in its file
    (``source_*``, ``*_cell`` and ``*_cells``) is not compared.

    Returns
    -------
    DataFrame (``columns.CHANGES``)
        ``change`` is added or removed for each value of a row that came or went (``column`` missing where
        such a row has no value but its key), else changed. Values as text: dates ISO, a gap missing. ``cell`` is
        where the value stands in the file (of a removed one: stood).

    >>> from kmdash.domain.register import from_records
    >>> one = from_records({"kpis": [{"kpi_id": "k", "weight": 60.0}]})
    >>> two = from_records({"kpis": [{"kpi_id": "k", "weight": 50.0}]})
    >>> changes(one, two)[["key", "change", "column", "before", "after"]].values.tolist()
    [['k', 'changed', 'weight', '60', '50']]
    """
    found = [row for name in names for row in _of_frame(name, before.frames[name], after.frames[name])]
    return frame(CHANGES, found)


def _of_frame(name: str, before: pd.DataFrame, after: pd.DataFrame) -> Iterator[Record]:
    if before.equals(after):
        return
    compared = [
        column
        for column in INPUT_FRAMES[name]
        if column not in _KEYS[name] and not column.endswith(("_cell", "_cells", "_file"))
    ]
    old, new = _by_key(name, before), _by_key(name, after)
    for key in dict.fromkeys([*old, *new]):
        if key not in old:
            yield from _whole(name, key, "added", new[key], compared)
        elif key not in new:
            yield from _whole(name, key, "removed", old[key], compared)
        else:
            for column in compared:
                values = _text(old[key][column]), _text(new[key][column])
                if values[0] != values[1]:
                    yield _change(name, key, "changed", column, *values, _cell(new[key], column))


def _by_key(name: str, data: pd.DataFrame) -> dict[_Key, Record]:
    rows: dict[_Key, Record] = {}
    seen: Counter[str] = Counter()
    for row in records(data):
        key = " ".join(filter(None, (_text(row[column]) for column in _KEYS[name])))
        seen[key] += 1
        rows[key, seen[key]] = row
    return rows


def _whole(name: str, key: _Key, change: str, row: Record, compared: list[str]) -> Iterator[Record]:
    filled = {column: _text(row[column]) for column in compared if row[column] is not None}
    for column, text in filled.items() or [(None, None)]:
        before, after = (None, text) if change == "added" else (text, None)
        yield _change(name, key, change, column, before, after, _cell(row, column))


def _change(
    name: str,
    key: _Key,
    change: str,
    column: str | None,
    before: str | None,
    after: str | None,
    cell: str | None,
) -> Record:
    text, nth = key
    label = text if nth == 1 else f"{text} ({nth})"
    values = {"before": before, "after": after, "cell": cell}
    return {"frame": name, "key": label, "change": change, "column": column, **values}


def _cell(row: Record, column: str | None) -> str | None:
    """Where a value stands in its file: its own cell where that is known, else the row's."""
    cells = json.loads(row.get("value_cells") or "{}")
    dated = ("period_text", "start", "end", "precision", "period_kind", "occurrences")
    field = "period" if column in dated else {"owners": "owner", "status_text": "status"}.get(column or "", column)
    return cells.get(field) or row.get("source_cell")


def _text(value: Any) -> str | None:
    return None if value is None else str(value).removesuffix(".0") if isinstance(value, float) else str(value)
