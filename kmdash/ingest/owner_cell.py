"""The cell that says who is responsible as columns of a record: units as they are, persons hidden."""

from collections.abc import Callable
from functools import lru_cache

from kmdash.domain.persons import hidden
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.owners import split_owners
from kmdash.ingest.normalise.persons import suspected


def read_owner_cell(text: str | None, unit: str | None, cell: str | None) -> tuple[Record, list[Problem]]:
    """``owner`` and ``owners`` of an activity of ``unit``; a person hidden or suspected is told."""
    shown, owners, found = _read(text or "", unit)
    columns = {"owner": shown or None, "owners": owners or None}
    return columns, [found(shown, cell or "")] if found else []


@lru_cache(maxsize=4096)
def _read(text: str, unit: str | None) -> tuple[str, str, Callable[[str, str], Problem] | None]:
    """What is shown, the owners a line each, and what is to be told, remembered: rows repeat a few owners."""
    shown, persons = hidden(text, unit)
    found = _person_hidden if persons else _person_suspected if suspected(shown) else None
    return shown, "\n".join(split_owners(shown)), found


def _person_hidden(_: str, cell: str) -> Problem:
    return Problem(
        code="person_hidden",
        severity=Severity.INFO,
        cell=cell,
        found="",
        message=worded("reader_cells.person_hidden"),
        remedy=worded("reader_cells.person_hidden_do"),
    )


def _person_suspected(text: str, cell: str) -> Problem:
    return Problem(
        code="person_suspected",
        severity=Severity.WARNING,
        cell=cell,
        found=text,
        message=worded("reader_cells.person_suspected"),
        remedy=worded("reader_cells.person_suspected_do"),
    )
