"""What one file gave: parts of a register, the problems found, the account of its cells.

Plain records only (no frames): a Reading crosses from the child process as JSON.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import as_plain, of_plain

Record = dict[str, Any]
PRINTED = "printed"  # the kind of a table on a form for paper alone, which the program wrote
ADDS = "+"  # at the end of a part's key: its rows add to those known of that key, each in the place of its own


@dataclass
class Part:
    """A piece of a register that an import replaces as a whole.

    ``kind`` is plan, results, progress, ballot, calendar, knowledge or file, and of a vote what was typed on its
    pages: marks, closing, decision; of a meeting: meeting, resolution. ``key`` tells parts of one kind
    apart within an office and fiscal year (the plan's number, say). ``records`` maps an input frame's
    name to its rows (values as in ``domain.columns``; dates as ``datetime.date``).
    """

    kind: str
    key: str
    office: str | None
    fiscal_year: int | None
    records: dict[str, list[Record]] = field(default_factory=dict)

    @property
    def scope(self) -> tuple[str, int, str, str]:
        """What an import of this part replaces; an unknown office is "" and an unknown year 0."""
        return (self.office or "", self.fiscal_year or 0, self.kind, self.key)


@dataclass(frozen=True)
class Ignored:
    """A range of filled cells that was not used, and why."""

    range: str
    cells: int
    reason: str


@dataclass(frozen=True)
class Used:
    """A range of filled cells that was used, and as which field ("" where it helped to read others)."""

    range: str
    cells: int
    field: str


@dataclass(frozen=True)
class Account:
    """Every filled cell is used, or ignored with a reason: ``used`` + the ignored cells = ``filled``.

    ``used_by`` lists the used cells by field.
    """

    filled: int
    used: int
    ignored: tuple[Ignored, ...] = ()
    used_by: tuple[Used, ...] = ()


@dataclass(frozen=True)
class TableFound:
    """A table of a sheet: where it stands, what it was taken for, how many rows it gave, and why."""

    sheet: str
    range: str
    kind: str
    rows: int
    why: str = ""


@dataclass
class Reading:
    """What one file gave. ``kinds`` says what it holds (plan, kpi, ballot, tally, form1, calendar, …).

    ``unplaced`` are tables of KPIs (kind ``kpis``, each with its ``results``) of which it is asked to which plan of
    the file they belong: no piece of a register until they have joined one.
    """

    file: str
    sha256: str
    kinds: list[str]
    parts: list[Part]
    problems: list[Problem]
    tables: list[TableFound]
    account: Account
    unplaced: list[Part] = field(default_factory=list)

    @property
    def is_printed(self) -> bool:
        """Whether the file is nothing but forms for paper that the program wrote: all of it is known already."""
        return bool(self.tables) and all(table.kind == PRINTED for table in self.tables)

    def rows(self, frame: str) -> list[Record]:
        """The rows of one input frame over all parts, in the order of the file."""
        return [row for part in self.parts for row in part.records.get(frame, [])]


def to_plain(reading: Reading) -> dict[str, Any]:
    """The reading as JSON values (dates as ISO text), to cross a process border; ``from_plain`` is its inverse."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "kinds": reading.kinds,
        "parts": [_plain_part(part) for part in reading.parts],
        "unplaced": [_plain_part(part) for part in reading.unplaced],
        "problems": [problem.as_dict() for problem in reading.problems],
        "tables": [_plain(table, "why") for table in reading.tables],
        "account": {
            "filled": reading.account.filled,
            "used": reading.account.used,
            "ignored": [_plain(item, "reason") for item in reading.account.ignored],
            "used_by": [vars(item) for item in reading.account.used_by],
        },
    }


def from_plain(plain: dict[str, Any]) -> Reading:
    """Rebuild a reading from ``to_plain``."""
    return Reading(
        file=plain["file"],
        sha256=plain["sha256"],
        kinds=list(plain["kinds"]),
        parts=[_part(part) for part in plain["parts"]],
        unplaced=[_part(part) for part in plain["unplaced"]],
        problems=[_problem(problem) for problem in plain["problems"]],
        tables=[TableFound(**table | {"why": of_plain(table["why"])}) for table in plain["tables"]],
        account=Account(
            plain["account"]["filled"],
            plain["account"]["used"],
            tuple(Ignored(**item | {"reason": of_plain(item["reason"])}) for item in plain["account"]["ignored"]),
            tuple(Used(**item) for item in plain["account"]["used_by"]),
        ),
    )


def _plain_part(part: Part) -> dict[str, Any]:
    records = {
        name: [
            {key: value.isoformat() if isinstance(value, date) else value for key, value in row.items()}
            for row in rows
        ]
        for name, rows in part.records.items()
    }
    return {**vars(part), "records": records}


def _part(plain: dict[str, Any]) -> Part:
    records = {name: [_with_dates(name, row) for row in rows] for name, rows in plain["records"].items()}
    return Part(**{**plain, "records": records})


def _problem(plain: dict[str, Any]) -> Problem:
    values = {name: value for name, value in plain.items() if name != "said"}
    values |= {name: of_plain(text) for name, text in json.loads(plain["said"] or "{}").items()}
    return Problem(**{**values, "severity": Severity(plain["severity"]), "choices": tuple(plain["choices"])})


def _plain(item: TableFound | Ignored, sentence: str) -> dict[str, Any]:
    """The fields of an item, one of which is a sentence."""
    return vars(item) | {sentence: as_plain(getattr(item, sentence))}


def _with_dates(frame: str, row: Record) -> Record:
    columns = INPUT_FRAMES[frame]
    return {
        key: date.fromisoformat(value) if value is not None and columns[key] == "date" else value
        for key, value in row.items()
    }
