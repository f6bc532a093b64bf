"""Find the tables of a sheet: rows whose headings are those of a form, and the rows that belong to each."""

from dataclasses import dataclass, field

from kmdash.domain.identity import match_key
from kmdash.ingest.layouts.forms import FORMS, Form
from kmdash.ingest.sheet import Sheet

HEADER = "หัวตาราง"
REPEATED_HEADER = "หัวตารางที่พิมพ์ซ้ำ"


@dataclass
class Table:
    """A table found: its form, the column of each field, and its rows in order.

    ``head`` are the rows above the heading that belong to no other table (title, unit, …). ``breaks`` are
    rows of ``rows`` before which the heading is printed again, with the heading's own row number.
    """

    form: Form
    header: int
    columns: dict[str, int]
    head: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    breaks: dict[int, int] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)

    @property
    def why(self) -> str:
        """In words, what spoke for this form."""
        return f"พบหัวตาราง {len(self.columns)} คอลัมน์ในแถวที่ {self.header}"


def find_tables(sheet: Sheet) -> tuple[list[Table], list[int]]:
    """The tables of a sheet and the rows left after the last table's head (``trailing`` has no table at all).

    A heading printed again with the same columns goes on with the same table; rows between two tables that
    have no cell under the first table's columns but text in the first column only are the next table's head.
    """
    tables: list[Table] = []
    loose: list[int] = []
    current: Table | None = None
    for row in sheet.rows:
        found = _heading(sheet, row)
        if found is None:
            (current.rows if current else loose).append(row)
            continue
        form, columns, unknown = found
        if current and current.form is form and current.columns == columns:
            _repeat(sheet, current, row)
            continue
        head = loose if current is None else _released(sheet, current)
        current = Table(form, row, columns, head=head, unknown=unknown)
        loose = []
        tables.append(current)
        sheet.ignore_row(row, HEADER)
    return tables, loose


def _heading(sheet: Sheet, row: int) -> tuple[Form, dict[str, int], dict[int, str]] | None:
    """The form a row is the heading of, its columns by field, and headings no field was found for."""
    texts = sheet.cells(row)
    if len(texts) < 2:
        return None
    keys = {column: match_key(text) for column, text in texts.items()}
    best: tuple[Form, dict[str, int], dict[int, str]] | None = None
    for form in FORMS:
        columns: dict[str, int] = {}
        unknown: dict[int, str] = {}
        for column, key in keys.items():
            name = next((h.field for h in form.columns if h.field not in columns and h.matches(key)), None)
            if name:
                columns[name] = column
            else:
                unknown[column] = texts[column]
        enough = all(name in columns for name in form.needs) and len(columns) >= 2
        if enough and len(columns) > len(unknown) and (best is None or len(columns) > len(best[1])):
            best = form, columns, unknown
    return best


def _repeat(sheet: Sheet, table: Table, row: int) -> None:
    sheet.ignore_row(row, REPEATED_HEADER)
    following = next((later for later in sheet.rows if later > row), None)
    if following is not None:
        table.breaks[following] = row


def _released(sheet: Sheet, table: Table) -> list[int]:
    """Rows at the end of a table that are the head of the next: one text a row, no row of a table."""
    released: list[int] = []
    while table.rows and _is_head_line(sheet, table.rows[-1]):
        released.insert(0, table.rows.pop())
    return released


def _is_head_line(sheet: Sheet, row: int) -> bool:
    texts = sheet.cells(row)
    return len(texts) == 1 and not match_key(next(iter(texts.values()))).startswith(match_key("ขั้นตอนที่"))
