"""A filled template while it is being read: its tables, the problems met, and typed access to its rows."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from kmdash.domain import template
from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.identity import match_key
from kmdash.domain.period import Precision
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.grid import Value
from kmdash.ingest.normalise.numbers import is_missing_mark, number
from kmdash.ingest.normalise.periods import parse_value
from kmdash.ingest.template.tables import COLON, Table

NOT_USED = "reader_template.not_used"
T = TypeVar("T")


@dataclass
class Book:
    """The tables of a file, whose office and fiscal year (BE) they are, and what was found wrong."""

    file: str
    tables: list[Table]
    office: str | None = None
    fiscal_year: int | None = None
    problems: list[Problem] = field(default_factory=list)

    def rows(self, spec: template.Sheet) -> Iterator["Row"]:
        """The filled rows of one of the template's sheets, over every sheet that has its headings."""
        for table in self.tables:
            if table.spec is spec:
                for row in table.rows:
                    yield Row(self, table, row)

    def fact(self, name: str, spec: template.Sheet) -> "Row | None":
        """The cell labelled ``name`` above one of the template's tables, None where there is none filled."""
        return next((Row(self, table) for table in self.tables if table.spec is spec and name in table.facts), None)

    def report(
        self, code: str, severity: Severity, cell: str, found: Any, message: str, remedy: str, **more: Any
    ) -> None:
        """Note a problem; ``more`` are the answerable ones' ``frame``, ``row_id``, ``field``, ``choices``."""
        self.problems.append(Problem(code, severity, cell, str(found), message, remedy, **more))


class Row:
    """One row of a table, or (without ``row``) the labelled cells above it: typed access by field name.

    What was read counts as used once a record is made of it (``record``, ``keep``); a value that cannot be
    stored is noted as a problem, left out of the account's used cells, and read as None.
    """

    def __init__(self, book: Book, table: Table, row: int | None = None):
        self.book = book
        self.table = table
        self.row = row
        self._read: set[tuple[int, int]] = set()

    def _at(self, name: str) -> tuple[int, int] | None:
        return self.table.facts.get(name) if self.row is None else self.table.at(self.row, name)

    def cell(self, name: str) -> str:
        """The address of a field's cell, "" where the sheet lacks the column."""
        where = self._at(name)
        return self.table.sheet.address(*where) if where else ""

    def cells(self, names: Mapping[str, str]) -> str:
        """The addresses of the filled cells among ``names`` (published field → field here), as JSON by field."""
        return json.dumps(
            {told: self.cell(name) for told, name in names.items() if self.shown(name)}, ensure_ascii=False
        )

    def value(self, name: str) -> Value | None:
        """What the cell holds; an error mark or a formula without a result is a problem and gives None."""
        where = self._at(name)
        cell = self.table.sheet.cell(*where) if where else None
        if where is None or cell is None:
            return None
        if cell.error or (cell.formula and cell.value is None):
            remedy = worded("reader_template.formula_do")
            self.refuse(name, "formula_without_value", worded("reader_template.formula"), remedy)
            return None
        self._read.add(where)
        if isinstance(cell.value, str):
            return self._without_label(cell.value) if cell.value.strip() else None
        return cell.value

    def shown(self, name: str) -> str:
        """The cell as text, cleaned for showing, "" where it is blank."""
        where = self._at(name)
        return self._without_label(self.table.sheet.text(*where)) if where else ""

    def _without_label(self, text: str) -> str:
        """Of a labelled cell that holds its label, too, only the value."""
        label, _, value = text.partition(COLON)
        facts = (*template.OFFICE_FACTS, *self.table.spec.facts)
        labelled = self.row is None and match_key(label) in {match_key(fact.heading) for fact in facts}
        return value if labelled and value else text

    def text(self, name: str) -> str | None:
        """The cell's text, None where it is blank; a real date as it would be typed in Thai."""
        value = self.value(name)
        if isinstance(value, date | datetime):
            return parse_value(value, number_format=self.number_format(name)).text
        return self.shown(name) or None if value is not None else None

    def number_format(self, name: str) -> str:
        """The format code of a field's cell."""
        where = self._at(name)
        cell = self.table.sheet.cell(*where) if where else None
        return cell.number_format if cell else "General"

    def label(self, name: str) -> str | None:
        """A number that names a thing (``1.1``): Arabic digits, no brackets, no trailing dot."""
        text = self.text(name)
        return arabic(text).strip(" ().[]") or None if text else None

    def number(self, name: str) -> float | None:
        """A number in the unit shown; a blank or "-" is missing, text that is no number a problem."""
        value = self.value(name)
        if value is None or is_missing_mark(self.shown(name)):
            return None
        found = number(value, self.number_format(name))
        if found is None:
            self.refuse(
                name, "unreadable_number", worded("reader_template.number"), worded("reader_template.number_do")
            )
        return found

    def count(self, name: str) -> int | None:
        """A whole number from 0 up."""
        found = self.number(name)
        if found is not None and (found < 0 or found != int(found)):
            self.refuse(
                name,
                "unreadable_number",
                worded("reader_template.whole_number"),
                worded("reader_template.whole_number_do"),
            )
            return None
        return None if found is None else int(found)

    def day(self, name: str, *, months: bool = False) -> date | None:
        """A day; ``months`` also takes a month, as its last day."""
        value, text = self.value(name), self.text(name)
        if value is None or text is None or is_missing_mark(text):
            return None
        period = parse_value(value, number_format=self.number_format(name))
        exact = period.precision == Precision.DAY and period.start == period.end
        if period.question or period.end is None or not (exact or (months and period.precision == Precision.MONTH)):
            message = period.question or worded("reader_template.day")
            self.refuse(name, "unreadable_date", message, worded("reader_template.day_do"))
            return None
        for code, message in period.notes:
            self.doubt(name, code, message, worded("reader_template.day_note_do"))
        return period.end

    def choice(self, name: str, choices: Mapping[str, T], code: str) -> T | None:
        """One of the allowed words; another word is a problem of ``code``."""
        text = self.text(name)
        if text is None:
            return None
        for word, value in choices.items():
            if match_key(word) == match_key(text):
                return value
        self.refuse(
            name,
            code,
            worded("reader_template.choice"),
            worded("reader_template.choice_do", choices=", ".join(choices)),
        )
        return None

    def refuse(self, name: str, code: str, message: str, remedy: str, *also: str) -> None:
        """Note that a cell's value cannot be stored, nor those of the fields ``also``."""
        for refused in (name, *also):
            self.set_aside(refused, NOT_USED)
        self.book.report(code, Severity.ERROR, self.cell(name), self.shown(name), message, remedy)

    def set_aside(self, name: str, reason: str) -> None:
        """Enter one cell in the account as not used."""
        where = self._at(name)
        if where:
            self._read.discard(where)
            self.table.sheet.usage.ignore(self.table.sheet.name, *where, reason)

    def doubt(self, name: str, code: str, message: str, remedy: str) -> None:
        """Note that a cell's value is stored and marked."""
        self.book.report(code, Severity.WARNING, self.cell(name), self.shown(name), message, remedy)

    def leave_out(self, reason: str = NOT_USED) -> None:
        """Enter the whole row in the account as not used."""
        if self.row is not None:
            self.table.sheet.ignore_row(self.row, reason)

    def keep(self) -> None:
        """Enter in the account as used what was read."""
        for where in self._read:
            self.table.sheet.usage.use(self.table.sheet.name, *where)

    def record(self, frame: str, main: str, **values: Any) -> Record:
        """A record of ``frame`` with every column, its source the cell of the field ``main``."""
        self.keep()
        found = {**values, "source_cell": self.cell(main), "source_file": self.book.file}
        unknown = set(found) - set(INPUT_FRAMES[frame])
        if unknown:
            raise ValueError(f"values have unknown columns: {sorted(unknown)}")
        return {name: found.get(name) for name in INPUT_FRAMES[frame]}
