"""A file to a Reading: in the child process (``read_here``), and from outside it (``read_file``)."""

import hashlib
from collections.abc import Sequence
from typing import Any

from kmdash.domain.columns import ROW_ID
from kmdash.domain.identity import office_code
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Reading, Record, from_plain, to_plain
from kmdash.domain.shape import Shape
from kmdash.domain.wording import joined, worded
from kmdash.ingest.account import Usage
from kmdash.ingest.files import read_grids
from kmdash.ingest.findings import cell_findings
from kmdash.ingest.forms import read_forms
from kmdash.ingest.grid import Grid
from kmdash.ingest.guard import run_in_child
from kmdash.ingest.printed import is_printed, set_aside
from kmdash.ingest.sheet import Sheet
from kmdash.ingest.template import is_template, read_template

KINDS = {
    "plans": "plan",
    "kpis": "kpi",
    "results": "kpi",
    "rounds": "kpi",
    "tests": "kpi",
    "progress": "progress",
    "marks": "ballot",
    "candidates": "tally",
    "knowledge": "form1",
    "targets": "targets",
    "network": "network",
    "submissions": "submissions",
    "series": "series",
    "duties": "committee",
    "events": "calendar",
    "knowledge_records": "record",
    "knowledge_categories": "categories",
    "summaries": "committee",
    "evidence": "evidence",
    "aars": "lessons",
    "swots": "lessons",
    "activity_years": "lessons",
    "aims": "aims",
}


def read_file(data: bytes, name: str, shapes: Sequence[Shape] = ()) -> Reading:
    """Read an uploaded file in a child process with limits; ``shapes`` are the mappings people made by hand.

    Raises
    ------
    UnreadableFile
        If the bytes are no spreadsheet, empty, locked, damaged, too large, or broke a limit of the child.
    """
    return from_plain(run_in_child(data, name, {"shapes": [shape.as_dict() for shape in shapes]}))


def read_here(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """Read a file in this process; the plain form of a Reading. For the child only."""
    grids = read_grids(data, name)
    usage = Usage(grids)
    every = [Sheet(grid, usage) for grid in grids]
    own = [sheet for sheet in every if is_printed(sheet)]
    printed = [set_aside(sheet) for sheet in own]
    sheets = [sheet for sheet in every if sheet not in own]
    unplaced: list[Part] = []
    if is_template(sheets):
        parts, problems, tables, _ = read_template(sheets, name)
    else:
        shapes = [Shape(**shape) for shape in options.get("shapes", [])]
        parts, unplaced, problems, tables = read_forms(sheets, name, shapes)
    read = [*parts, *unplaced]
    kinds = list(dict.fromkeys(kind for frame, kind in KINDS.items() if any(part.records.get(frame) for part in read)))
    if any(row.get("level_texts") for part in read for row in part.records.get("kpis", [])):
        kinds.append("rubric")
    if not kinds and (sheets or not printed):
        told = {problem.severity for problem in problems}
        blank = bool(tables) and not told & {Severity.WARNING, Severity.ERROR}
        problems.append(_nothing("filled" if blank else "found", name, grids[0].sheet if grids else ""))
    tables = [*tables, *(table for table, _ in printed)]
    problems.extend(problem for _, problem in printed)
    problems.extend(_mended(grid) for grid in grids if grid.notes)
    problems.extend(cell_findings(grids, usage))
    _attach(parts, unplaced, problems, name)
    return to_plain(
        Reading(
            file=name,
            sha256=hashlib.sha256(data).hexdigest(),
            kinds=list(dict.fromkeys(kinds)) or ["unsupported"],
            parts=parts,
            problems=problems,
            tables=tables,
            account=usage.account(),
            unplaced=unplaced,
        )
    )


def _nothing(what: str, name: str, sheet: str) -> Problem:
    """That nothing known is ``found`` in a file, or nothing ``filled`` in the forms it holds."""
    return Problem(
        code=f"nothing_{what}",
        severity=Severity.WARNING if what == "filled" else Severity.ERROR,
        cell=f"{sheet}!A1",
        found=name,
        message=worded(f"reader_cells.nothing_{what}"),
        remedy=worded(f"reader_cells.nothing_{what}_do"),
    )


def _mended(grid: Grid) -> Problem:
    return Problem(
        code="text_mended",
        severity=Severity.INFO,
        cell=grid.address(1, 1),
        found=grid.sheet,
        message=joined(grid.notes),
        remedy=worded("reader_cells.text_mended_do"),
    )


def _attach(parts: list[Part], unplaced: list[Part], problems: list[Problem], file: str) -> None:
    """Give every problem to the part it concerns: by the row it names, else by its sheet, else the first part.

    What is asked of an ``unplaced`` KPI waits with it.
    """
    rows = {
        (frame, row[ROW_ID[frame]]): part
        for part in (*parts, *unplaced)
        for frame, records in part.records.items()
        if frame in ROW_ID
        for row in records
    }
    sheets: dict[str, Part] = {}
    for part in parts:
        for records in part.records.values():
            for row in records:
                sheets.setdefault(str(row.get("source_cell")).rpartition("!")[0], part)
    for problem in problems:
        named = rows.get((problem.frame or "", problem.row_id or ""))
        owner = named or sheets.get(problem.cell.rpartition("!")[0]) or next(iter(parts), None)
        if owner:
            owner.records.setdefault("problems", []).append(_problem_row(problem, owner, file))


def _problem_row(problem: Problem, part: Part, file: str) -> Record:
    scope = f"{part.fiscal_year or 0}-{office_code(part.office)}-{part.kind}{part.key}"
    where = f"{problem.row_id}#{problem.field or problem.code}" if problem.row_id else f"{scope}#{problem.code}"
    return {
        **problem.as_row(where),
        "proposal": problem.proposal,
        "choices": "\n".join(problem.choices) or None,
        "frame": problem.frame,
        "row_id": problem.row_id,
        "field": problem.field,
        "source_file": file,
    }
