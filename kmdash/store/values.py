"""Parts in the form they are stored in: every column there, values of its type, gaps None."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from numbers import Integral, Real
from typing import Any

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.reading import Part, Record

Scope = tuple[str, int, str, str]

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_DIGITS = re.compile(r"(\d+)")


def typed(kind: str, value: Any) -> Any:
    """A value of a column of ``kind`` (``domain.columns``) as it is stored; NaN is a gap.

    Raises
    ------
    ValueError
        If the value is not of that kind, or is a text no database can hold.

    >>> typed("float", 65), typed("date", "2019-06-15"), typed("int", float("nan"))
    (65.0, datetime.date(2019, 6, 15), None)
    """
    if value is None or (isinstance(value, float) and value != value):
        return None
    match kind, value:
        case "str", str() if not _UNSTORABLE.search(value):
            return str(value)
        case "bool", bool():
            return value
        case "int" | "float", bool():
            pass
        case "int", Integral():
            return int(value)
        case "int", float() if value.is_integer():
            return int(value)
        case "float", Real():
            return float(value) + 0.0  # databases keep no negative zero
        case "date", datetime():
            return value.date()
        case "date", date():
            return value
        case "date", str():
            return date.fromisoformat(value)
    raise ValueError(f"value is no {kind}: {value!r}")


def typed_row(frame: str, row: Record) -> Record:
    """A row of an input frame with exactly the frame's columns, typed.

    Raises
    ------
    ValueError
        If the row has a column the frame has not, or a value of another kind.
    """
    columns = INPUT_FRAMES[frame]
    unknown = set(row) - set(columns)
    if unknown:
        raise ValueError(f"{frame} has no columns {sorted(unknown)}")
    return {name: typed(kind, row.get(name)) for name, kind in columns.items()}


def typed_part(part: Part) -> Part:
    """A new part of typed rows, without its empty frames."""
    unknown = set(part.records) - set(INPUT_FRAMES)
    if unknown:
        raise ValueError(f"part {part.scope} has unknown frames {sorted(unknown)}")
    rows = {name: [typed_row(name, row) for row in part.records.get(name, ())] for name in INPUT_FRAMES}
    return part_of(part.scope, {name: found for name, found in rows.items() if found})


def part_of(scope: Scope, records: dict[str, list[Record]]) -> Part:
    """The part of a scope; the scope's "" and 0 are an unknown office and year."""
    office, fiscal_year, kind, key = scope
    return Part(kind=kind, key=key, office=office or None, fiscal_year=fiscal_year or None, records=records)


def same(one: Part, other: Part | None) -> bool:
    """Whether two typed parts say the same from the same cells; the file's name may differ.

    A part without rows is the same as none.
    """
    return _content(one) == _content(other)


def _content(part: Part | None) -> dict[str, list[Record]]:
    if part is None:
        return {}
    return {
        name: [{column: value for column, value in row.items() if column != "source_file"} for row in rows]
        for name, rows in part.records.items()
    }


def in_order(parts: Iterable[Part]) -> list[Part]:
    """Parts by office, year, kind and key; numbers in a key count as numbers (2 before 10)."""
    return sorted(parts, key=lambda part: (*part.scope[:3], _natural(part.key)))


def _natural(key: str) -> list[Any]:
    pieces = _DIGITS.split(key)
    return [(len(text), text) if place % 2 else text for place, text in enumerate(pieces)]
