"""Where the template's tables stand: recognised by their headings, whatever their sheet is called."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kmdash.domain import template
from kmdash.domain.address import column_letters
from kmdash.domain.identity import match_key
from kmdash.domain.reading import TableFound
from kmdash.domain.wording import worded
from kmdash.ingest.sheet import Sheet

HEADING = "reader_template.heading"
LABEL = "reader_template.label"
EXAMPLE = "reader_template.example"
SEARCHED_ROWS = 40
COLON = " : "
ENOUGH = 0.5
_SPECS = (*template.SHEETS, *template.REPORT_SHEETS)  # the first heading of each marks its table
_CHOICE = re.compile(re.escape(template.CHOICE) + r"(\d+)")


@dataclass
class Table:
    """A table of the template on its sheet; ``columns`` are by field, ``unknown`` the headings it does not know."""

    spec: template.Sheet
    sheet: Sheet
    header: int
    columns: dict[str, int]
    unknown: dict[int, str] = field(default_factory=dict)
    facts: dict[str, tuple[int, int]] = field(default_factory=dict)

    def at(self, row: int, name: str) -> tuple[int, int] | None:
        """The cell of a field in a row, the upper left one where cells are merged; None without the column."""
        column = self.columns.get(name)
        if column is None:
            return None
        for top, left, bottom, right in self.sheet.grid.merged:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return row, column

    @property
    def rows(self) -> Iterator[int]:
        """The rows that say something, the example left out."""
        for row in self.sheet.rows:
            if row > self.header and not self.is_example(row) and self._says_something(row):
                yield row

    def is_example(self, row: int) -> bool:
        """Whether the first column marks the row as the example."""
        marker = self.sheet.text(row, self.columns["marker"])
        return match_key(marker) == match_key(str(template.MARKER.example))

    def _says_something(self, row: int) -> bool:
        return any(self.sheet.text(row, column) for name, column in self.columns.items() if name != "marker")

    def found(self) -> TableFound:
        """The table as the reading tells of it."""
        rows = list(self.rows)
        first, last = column_letters(min(self.columns.values())), column_letters(max(self.columns.values()))
        reference = f"{first}{self.header}:{last}{rows[-1] if rows else self.header}"
        return TableFound(
            self.sheet.name,
            reference,
            self.spec.table,
            len(rows),
            worded("reader_template.found", sheet=self.spec.name),
        )


def find_table(sheet: Sheet) -> Table | None:
    """The template's table on a sheet, None where it has none.

    A heading row holds the marker's heading and at least half of the other headings of one of the
    template's sheets; of several the sheet's own name decides, then the most headings.
    """
    for row in sheet.rows[:SEARCHED_ROWS]:
        keys = {match_key(text): column for column, text in sheet.cells(row).items()}
        specs = [spec for spec in _SPECS if match_key(spec.columns[0].heading) in keys]
        if not specs:
            continue
        spec = max(
            specs,
            key=lambda spec: (_share(spec, keys) >= ENOUGH, spec.name == sheet.name, _share(spec, keys)),
        )
        if _share(spec, keys) >= ENOUGH:
            return _table(spec, sheet, row, keys)
    return None


def _share(spec: template.Sheet, keys: Iterable[str]) -> float:
    wanted = {match_key(column.heading) for column in spec.columns}
    return len(wanted & set(keys)) / len(wanted)


def _table(spec: template.Sheet, sheet: Sheet, row: int, keys: dict[str, int]) -> Table:
    fields = {match_key(column.heading): column.field for column in spec.columns}
    columns: dict[str, int] = {}
    unknown: dict[int, str] = {}
    for key, column in keys.items():
        choice = _CHOICE.fullmatch(key) if spec is template.MARKS else None
        name = template.choice_column(int(choice[1])).field if choice else fields.get(key)
        if name:
            columns[name] = column
        else:
            unknown[column] = sheet.text(row, column)
    table = Table(spec, sheet, row, columns, unknown)
    table.facts = _facts(table)
    return table


def _facts(table: Table) -> dict[str, tuple[int, int]]:
    """The cells beside the labels above the table: the next filled one to the right that is no label itself.

    A label and its value may stand in one cell, with a colon between.
    """
    labels = {match_key(fact.heading): fact.field for fact in (*template.OFFICE_FACTS, *table.spec.facts)}
    found: dict[str, tuple[int, int]] = {}
    for row in table.sheet.rows:
        if row >= table.header:
            break
        name: str | None = None
        for column, text in table.sheet.cells(row).items():
            label = labels.get(match_key(text))
            whole = labels.get(match_key(text.partition(COLON)[0])) if COLON in text else None
            if whole:
                found.setdefault(whole, (row, column))
                name = None
            elif label:
                name = label
            elif name:
                found.setdefault(name, (row, column))
                name = None
    return found


def name_the_rest(table: Table) -> None:
    """Enter in the account what a table holds besides its rows: labels, headings, example, unknown columns."""
    sheet = table.sheet
    for row in sheet.rows:
        if row < table.header:
            for column in sheet.cells(row):
                if (row, column) not in table.facts.values():
                    sheet.usage.ignore(sheet.name, row, column, LABEL)
        elif row == table.header:
            sheet.ignore_row(row, HEADING)
        elif table.is_example(row):
            sheet.ignore_row(row, EXAMPLE)
        else:
            sheet.usage.ignore(sheet.name, row, table.columns["marker"], worded("reader_template.marker"))
            for column, heading in table.unknown.items():
                sheet.usage.ignore(sheet.name, row, column, worded("reader_template.column", heading=heading))
