"""Files of several divisions of one office, imported together: the plans of each stand beside the others'."""

from collections.abc import Sequence
from dataclasses import replace

from kmdash.domain.columns import ROW_ID
from kmdash.domain.identity import match_key
from kmdash.domain.reading import Part, Reading, from_plain, to_plain
from kmdash.ingest.matching import stand_apart
from kmdash.ingest.renaming import Ids, renamed, renamed_problem


def kept_apart(reading: Reading, earlier: Sequence[Part], stored: Sequence[Part]) -> Reading:
    """The reading with ids and keys of its own for the plans that other units' files bring under the same ones.

    A plan stands apart where an earlier file has one of the same number of another unit. One that names no unit, and
    what two files bring of one unit, stays as it is: there one of them is too many. Tables whose rows each name a
    unit need no such care: the store merges them row by row (``domain.merging``).

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


def _units(part: Part, frame: str) -> set[str]:
    return {match_key(row["unit"]) for row in part.records.get(frame, ()) if row.get("unit")}
