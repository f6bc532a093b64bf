"""Tables whose rows each name a unit: what a later file updates, adds and takes away of what is stored.

Several files bring rows of one such table: a month each, a series each, a district each. So a file does not take the
place of the whole table. Its rows take the place of those that are the same (unit and what the row is about), rows
about something else stay, and of what a file of the same name brought before about the same span, for some of the
same units, what it brings no more is gone.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kmdash.domain.columns import ROW_ID
from kmdash.domain.identity import match_key, office_code
from kmdash.domain.reading import Part, Record

Key = tuple[tuple[str, ...], tuple[str, ...], str]  # the span, what else tells rows apart, and the unit


@dataclass(frozen=True)
class _Table:
    """``span`` are the columns that tell what a table is about, ``apart`` what tells the rows of one unit apart.

    Of columns joined by "|" the first that is filled counts. ``letter`` stands in the rows' ids. Where a unit has
    many rows that nothing tells apart (``many``), they are replaced together.
    """

    letter: str
    span: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    many: bool = False


TABLES = {
    "knowledge": _Table("F", span=("plan_id",), many=True),
    "targets": _Table("T", apart=("measure",)),
    "network": _Table("N", many=True),
    "submissions": _Table("S", span=("report", "month|month_text")),
    "series": _Table("Q", span=("name", "start|period_no|period_text", "end"), apart=("kind",)),
}
_PLACES = ("position", "source_cell", "source_file")  # where a row stands, no part of what it says


def merged(part: Part, held: Sequence[Part]) -> list[Part]:
    """The parts to write in place of a table's part, so that what it does not speak of stays.

    Rows known already keep their ids; those of new rows follow from what they are about, so that the order in which
    files come does not matter. A table that says what is stored, maybe in another file, gives what is stored.

    Parameters
    ----------
    part : of a kind in ``TABLES``, its rows with every column
    held : the stored parts of its office, fiscal year and kind, whatever their keys

    Returns
    -------
    list of Part
        The one that holds the file's rows (the stored one that has some of them, else that of the part's own key),
        and the other stored ones that lose a row to it.
    """
    rows = _rows(part)
    new = _by_key(part.kind, rows)
    units = _units_by_span(new)
    file = next((row["source_file"] for row in rows), None)
    stored = [row for other in held for row in _rows(other)]
    before = _units_by_span(_by_key(part.kind, (row for row in stored if row["source_file"] == file)))
    replaced = {
        id(row)
        for key, found in _by_key(part.kind, stored).items()
        for row in found
        if key in new or (row["source_file"] == file and _same_table(key, units, before[key[0]]))
    }
    home = _home(part, held, replaced)
    ids = _ids(part, new, held)
    own = {} if home is None else home.records
    again = any(row["source_file"] == file for row in stored if id(row) in replaced)
    kept = [row for row in own.get(part.kind, ()) if id(row) not in replaced]
    named = [{**row, ROW_ID[part.kind]: identity} for row, identity in zip(rows, ids, strict=True)]
    told = [row for row in own.get("problems", ()) if not (again and row["source_file"] == file)]
    renamed = dict(zip((row[ROW_ID[part.kind]] for row in rows), ids, strict=True))
    problems = [*told, *_renamed(part.records.get("problems", ()), renamed, told)]
    records = {**own, **part.records, part.kind: _in_order([*kept, *named]), "problems": _by_file(problems)}
    whole = Part(part.kind, part.key if home is None else home.key, part.office, part.fiscal_year, records)
    return [home if home is not None and _says_the_same(whole, home) else whole, *_without(held, home, replaced)]


def clash(one: Part, other: Part) -> bool:
    """Whether two files chosen together bring the same: the same piece of the register, of a table the same rows."""
    if one.scope[:3] != other.scope[:3] or one.kind not in TABLES:
        return one.scope == other.scope
    return not _by_key(one.kind, _rows(one)).keys().isdisjoint(_by_key(other.kind, _rows(other)))


def _rows(part: Part) -> list[Record]:
    return part.records.get(part.kind, [])


def _key(kind: str, row: Record) -> Key:
    table = TABLES[kind]
    span, apart = (tuple(_filled(row, names) for names in columns) for columns in (table.span, table.apart))
    return span, apart, match_key(row.get("unit") or "")


def _filled(row: Record, names: str) -> str:
    values = (row.get(name) for name in names.split("|"))
    return next((match_key(str(value)) for value in values if value not in (None, "")), "")


def _by_key(kind: str, rows: Iterable[Record]) -> dict[Key, list[Record]]:
    found: dict[Key, list[Record]] = {}
    for row in rows:
        found.setdefault(_key(kind, row), []).append(row)
    return found


def _units_by_span(keys: Iterable[Key]) -> dict[tuple[str, ...], set[str]]:
    units: dict[tuple[str, ...], set[str]] = {}
    for span, _, unit in keys:
        units.setdefault(span, set()).add(unit)
    return units


def _same_table(key: Key, units: dict[tuple[str, ...], set[str]], stored: set[str]) -> bool:
    """Whether a stored row of a file's name is of the table the file brings again.

    It is where the table is about the same and some unit is in both (``stored`` are those of the stored one), or
    one of them names no unit.
    """
    mine = units.get(key[0])
    return mine is not None and (not mine.isdisjoint(stored) or "" in mine or "" in stored)


def _home(part: Part, held: Sequence[Part], replaced: set[int]) -> Part | None:
    """The stored part that the file's rows go to."""
    known = [other for other in held if any(id(row) in replaced for row in _rows(other))]
    return next(iter([*known, *(other for other in held if other.key == part.key)]), None)


def _ids(part: Part, new: dict[Key, list[Record]], held: Sequence[Part]) -> list[str]:
    """The id of each row of the part: that of the stored row it is, else one of its own."""
    stored = _by_key(part.kind, (row for other in held for row in _rows(other)))
    taken = {row[ROW_ID[part.kind]] for rows in stored.values() for row in rows}
    found: dict[int, str] = {}
    for key, rows in new.items():
        for row, known in _pairs(part.kind, rows, stored.get(key, [])):
            found[id(row)] = known[ROW_ID[part.kind]]
        for row in rows:
            if id(row) not in found:
                found[id(row)] = _free(_id_of(part, key), taken)
                taken.add(found[id(row)])
    return [found[id(row)] for row in _rows(part)]


def _pairs(kind: str, rows: list[Record], stored: list[Record]) -> list[tuple[Record, Record]]:
    """Each row with the stored one of its key that it is: one that says the same, else the next in order.

    Of the many rows of a unit the next in order is the same only in the same file.
    """
    pairs: list[tuple[Record, Record]] = []
    left, open_ = list(stored), []
    for row in rows:
        same = next((known for known in left if _said(kind, known) == _said(kind, row)), None)
        if same is None:
            open_.append(row)
        else:
            pairs.append((row, same))
            left.remove(same)
    files = {row["source_file"] for row in rows}
    next_ones = [known for known in left if not TABLES[kind].many or known["source_file"] in files]
    return [*pairs, *zip(open_, next_ones, strict=False)]


def _said(kind: str, row: Record) -> Record:
    return {name: value for name, value in row.items() if name not in (*_PLACES, ROW_ID[kind])}


def _id_of(part: Part, key: Key) -> str:
    code = hashlib.sha256(repr(key).encode()).hexdigest()[:8]
    return f"{part.fiscal_year or 0}-{office_code(part.office)}-{TABLES[part.kind].letter}{code}"


def _free(wanted: str, taken: set[str]) -> str:
    found, count = wanted, 1
    while found in taken:
        count += 1
        found = f"{wanted}.{count}"
    return found


def _renamed(problems: Iterable[Record], ids: dict[str, str], told: Sequence[Record]) -> list[Record]:
    """The file's findings under its rows' ids, each with an id that no finding kept has."""
    taken = {row["problem_id"] for row in told}
    found = []
    for row in problems:
        row_id, mark, rest = row["problem_id"].partition("#")
        problem_id = _free(f"{ids.get(row_id, row_id)}{mark}{rest}", taken)
        found.append({**row, "problem_id": problem_id, "row_id": ids.get(row["row_id"] or "", row["row_id"])})
    return found


def _in_order(rows: list[Record]) -> list[Record]:
    """File by file, each in its own order."""
    return sorted(rows, key=lambda row: (row["source_file"] or "", row["position"] or 0))


def _by_file(rows: list[Record]) -> list[Record]:
    return sorted(rows, key=lambda row: row["source_file"] or "")


def _says_the_same(one: Part, other: Part) -> bool:
    """Whether two parts have the same rows, in any order and from files of any name."""
    return _unordered(one) == _unordered(other)


def _unordered(part: Part) -> dict[str, list[Any]]:
    return {
        name: sorted(repr([value for column, value in row.items() if column != "source_file"]) for row in rows)
        for name, rows in part.records.items()
        if rows
    }


def _without(held: Sequence[Part], home: Part | None, replaced: set[int]) -> list[Part]:
    """The other stored parts that lose rows."""
    found = []
    for part in held:
        left = [row for row in _rows(part) if id(row) not in replaced]
        if part is not home and len(left) < len(_rows(part)):
            records = {**part.records, part.kind: left}
            found.append(Part(part.kind, part.key, part.office, part.fiscal_year, records))
    return found
