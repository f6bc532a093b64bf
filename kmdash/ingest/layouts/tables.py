"""Find the tables of a sheet: side by side, under one another, printed on over pages, and those of no known form."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kmdash.domain.identity import match_key
from kmdash.domain.shape import Shape, fingerprint
from kmdash.ingest.layouts.headings import numbers_columns
from kmdash.ingest.layouts.look_inside import look_inside
from kmdash.ingest.layouts.recognise import FEWEST_HEADINGS, HEADER, heading_at, table_of
from kmdash.ingest.layouts.side_by_side import parts_of
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.layouts.untaken import is_named, is_untaken, rows_of
from kmdash.ingest.normalise.stages import stage_names
from kmdash.ingest.sheet import Sheet

REPEATED_HEADER = "reader_left.heading_again"
WIDEST_LINE = 3  # texts of a line below a blank row that may belong to the heading below it


@dataclass
class Found:
    """What stands on a sheet: its tables, the rows of a sheet that has none, and tables of no known form.

    ``untaken`` are the rows of each table that was not taken, its heading first.
    """

    tables: list[Table] = field(default_factory=list)
    loose: list[int] = field(default_factory=list)
    untaken: list[list[int]] = field(default_factory=list)


def side_by_side(sheet: Sheet, shapes: Mapping[str, Shape] | None = None) -> list[Sheet]:
    """The sheet, or its parts where tables stand side by side (``parts_of``)."""

    def takes(part: Sheet, row: int) -> bool:
        return heading_at(part, row, shapes or {}) is not None

    def likely(part: Sheet, row: int) -> bool:
        texts = list(part.cells(row).values())
        by_hand = shapes and fingerprint(texts) in shapes
        return not by_hand and sum(map(is_named, texts)) >= FEWEST_HEADINGS

    return parts_of(sheet, takes, likely)


def find_tables(
    sheet: Sheet, shapes: Mapping[str, Shape] | None = None, taken: AbstractSet[int] = frozenset()
) -> Found:
    """The tables of a sheet in their order, and the rows of a sheet that has no table at all.

    A heading printed again goes on with the same table; one-text rows right above it are the page's repeated title
    (``Table.breaks``). Those above another table's heading are that table's head. A heading of no known form ends
    the table above it; neither its rows nor those before it are the head of a table below. Rows in ``taken`` are
    no part of any table.
    """
    found = Found()
    current: Table | None = None
    loose: list[int] = []
    inside = 0
    for row in sheet.rows:
        if row <= inside or row in taken:
            continue
        match = heading_at(sheet, row, shapes or {})
        if match is None and is_untaken(sheet, row):
            found.loose += loose if current is None else _released(sheet, current)
            found.untaken.append(rows_of(sheet, row, lambda line: heading_at(sheet, line, shapes or {}) is not None))
            inside, loose, current = found.untaken[-1][-1], [], None
        elif match is None:
            (loose if current is None else current.rows).append(row)
        elif current and current.form is match.form and current.columns == match.columns:
            inside = _end_of_heading(sheet, row, match.last)
            _repeat(sheet, current, row, inside)
        else:
            inside = _end_of_heading(sheet, row, match.last)
            head = loose if current is None else _released(sheet, current)
            current = table_of(match, row, head)
            found.tables.append(current)
            loose = []
            _ignore_heading(sheet, row, inside, HEADER)
    found.loose += loose
    for table in found.tables:
        look_inside(sheet, table)
    return found


def _end_of_heading(sheet: Sheet, row: int, last: int) -> int:
    """The last row of a heading, with a row that counts its columns."""
    return last + numbers_columns(sheet, row, last)


def _repeat(sheet: Sheet, table: Table, row: int, last: int) -> None:
    """The heading printed again: the lines right above it are the page's own title."""
    lines = _released(sheet, table)
    _ignore_heading(sheet, row, last, REPEATED_HEADER)
    following = next((later for later in sheet.rows_after(last)), None)
    if following is not None:
        table.breaks[following] = lines
    table.headings.append(row)


def _ignore_heading(sheet: Sheet, first: int, last: int, reason: str) -> None:
    for row in range(first, last + 1):
        sheet.ignore_row(row, reason)


def _released(sheet: Sheet, table: Table) -> list[int]:
    """Rows at the end of a table that are the head of the next: a text or a label with its text, no row of a table."""
    released: list[int] = []
    while table.rows and _is_head_line(sheet, table, table.rows[-1]):
        released.insert(0, table.rows.pop())
    return released


def _is_head_line(sheet: Sheet, table: Table, row: int) -> bool:
    texts = list(sheet.cells(row).values())
    if len(texts) == 1 and all(sheet.origin(row, column) == row for column in table.columns.values()):
        key = match_key(texts[0])
        return not key.startswith(match_key("ขั้นตอนที่")) and not stage_names(texts[0])
    if len(texts) == 2 and texts[0].rstrip().endswith(":"):
        return True
    apart = not sheet.cells(row - 1) and not sheet.text(row, table.columns.get("text"))
    return apart and len(texts) <= WIDEST_LINE and len(texts) < len(table.columns)
