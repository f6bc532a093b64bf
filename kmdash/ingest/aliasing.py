"""A reading in which units are called by the names of the office's own book; what was typed stays beside it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kmdash.domain.aliases import book_of, canonical
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Reading, Record, from_plain, to_plain
from kmdash.domain.wording import worded

_ONE = tuple(
    (frame, "unit")
    for frame in (
        *("plans", "candidates", "knowledge", "targets", "network", "knowledge_records"),
        *("submissions", "series", "events"),
    )
)


def with_aliases(reading: Reading, rows: Sequence[Record]) -> Reading:
    """A copy in which each unit the book knows has the book's name; every name used is told once.

    ``rows`` are those of the aliases frame; each part follows the book of its own office. The text of an owner
    cell (``owner``) stays as typed, so that taking a name out of the book gives back what was there.
    """
    books: dict[str, dict[str, str]] = {}
    for office in {str(row["office"]) for row in rows}:
        books[office] = book_of([row for row in rows if row["office"] == office])
    if not books:
        return reading
    copy = from_plain(to_plain(reading))
    told: list[Problem] = []
    for part in copy.parts:
        book = books.get(part.office or "")
        if book:
            told += _apply(part, book)
    return replace(copy, problems=[*copy.problems, *told])


def _apply(part: Part, book: Mapping[str, str]) -> list[Problem]:
    used: Counter[tuple[str, str]] = Counter()
    cells: dict[tuple[str, str], str] = {}

    def named(text: str, row: Record) -> str:
        unit = canonical(text, book)
        if unit != text:
            used[text, unit] += 1
            cells.setdefault((text, unit), str(row["source_cell"]))
        return unit

    for frame, column in _ONE:
        for row in part.records.get(frame, ()):
            if row.get(column):
                row[column] = named(row[column], row)
    for row in part.records.get("activities", ()):
        if row.get("owners"):
            row["owners"] = "\n".join(dict.fromkeys(named(name, row) for name in row["owners"].split("\n")))
    problems = [_told(cells[pair], *pair, count) for pair, count in used.items()]
    part.records.setdefault("problems", []).extend(
        problem.as_row(f"{problem.code}#{problem.found}") for problem in problems
    )
    return problems


def _told(cell: str, alias: str, unit: str, count: int) -> Problem:
    return Problem(
        code="unit_alias_applied",
        severity=Severity.INFO,
        cell=cell,
        found=alias,
        message=worded("reader_cells.unit_alias_applied", unit=unit, alias=alias, count=count),
        remedy=worded("reader_cells.unit_alias_applied_do"),
    )
