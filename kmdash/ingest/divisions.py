"""Files of several divisions of one office, imported together: what each brings stands beside the others'."""

from collections.abc import Sequence
from dataclasses import replace

from kmdash.domain.columns import ROW_ID
from kmdash.domain.identity import match_key
from kmdash.domain.reading import Part, Reading, Record, from_plain, to_plain
from kmdash.ingest.matching import stand_apart
from kmdash.ingest.renaming import Ids, renamed, renamed_problem

BY_UNIT = ("knowledge", "targets", "network", "submissions", "series")  # tables whose rows each name their unit


def kept_apart(reading: Reading, earlier: Sequence[Part], stored: Sequence[Part]) -> Reading:
    """The reading with ids and keys of its own for what other units' files bring under the same ones.

    A plan stands apart where an earlier file has one of the same number of another unit; a table where an earlier
    file has one of its kind that names none of its units. A table that was kept apart once is found again by its
    units. What names no unit, and what two files bring of one unit, stays as it is: there one of them is too many.

    Parameters
    ----------
    reading : as matched with the store, so that known plans have their ids
    earlier : the parts of the files before it in the same import
    stored : the newest parts of the store
    """
    parts = from_plain(to_plain(reading)).parts
    ids: Ids = {}
    taken = {row["plan_id"] for part in (*stored, *earlier) for row in part.records.get("plans", ())}
    for part in parts:
        if part.kind == "plan" and any(_another_unit(part, other) for other in earlier):
            stand_apart(part, taken, ids)
        elif part.kind in BY_UNIT:
            _by_unit(part, _of_kind(earlier, part), _of_kind(stored, part), ids)
    if not ids:
        return reading
    for part in parts:
        renamed(part, ids)
        for frame, rows in part.records.items():
            column = ROW_ID[frame]
            for row in rows:
                row[column] = ids.get(row[column], row[column])
    problems = [renamed_problem(problem, ids) for problem in reading.problems]
    return replace(reading, parts=parts, problems=problems)


def _another_unit(part: Part, other: Part) -> bool:
    mine, its = _units(part, "plans"), _units(other, "plans")
    return part.scope == other.scope and bool(mine and its) and not mine & its


def _of_kind(parts: Sequence[Part], part: Part) -> list[Part]:
    return [other for other in parts if other.scope[:3] == part.scope[:3]]


def _by_unit(part: Part, earlier: list[Part], stored: list[Part], ids: Ids) -> None:
    """Give a table the key it was kept under, or one that is free, where the usual one is another unit's."""
    mine, usual = _units(part, part.kind), part.key
    if not mine:
        return
    known = next((other for other in stored if other.key != usual and _units(other, part.kind) & mine), None)
    others = [other for other in earlier if not _units(other, part.kind) & mine]
    if known is not None:
        part.key = known.key
    elif any(other.key == usual for other in others):
        used = {other.key for other in (*earlier, *stored)}
        part.key = next(key for number in range(2, len(used) + 3) if (key := f"{usual}.{number}") not in used)
    if part.key != usual:
        ids |= {row[ROW_ID[part.kind]]: f"{row[ROW_ID[part.kind]]}.{part.key}" for row in _rows(part, part.kind)}


def _rows(part: Part, frame: str) -> list[Record]:
    return part.records.get(frame, [])


def _units(part: Part, frame: str) -> set[str]:
    return {match_key(row["unit"]) for row in _rows(part, frame) if row.get("unit")}
