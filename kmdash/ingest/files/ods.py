"""OpenDocument spreadsheets (.ods): every sheet as it is typed, hidden ones too.

Calamine reads the values. ``content.xml`` is looked over first, because calamine writes out whatever a file
repeats, takes an error for 0 and passes over text whose type is not told; and to note what it does not tell: percent,
formulas, merged ranges, hidden rows and columns.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.calamine import Values, fill, worksheets
from kmdash.ingest.files.markup import Attributes, walk
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.values import is_error_mark
from kmdash.ingest.grid import Grid

_CELLS = ("table-cell", "covered-table-cell")
_STORED = {"value-type", "formula"}
_MARK_LENGTH = 20  # longer than any error mark
_FORMATS = {"percentage": "0%", "date": "d/m/yyyy", "time": "h:mm:ss"}


def read_ods(data: bytes) -> list[Grid]:
    """Read every sheet: values, percent and dates by their type, merged ranges, what is hidden.

    Raises
    ------
    Refusal
        If the file is locked or damaged, repeats cells beyond the limits, or no cell is filled.
    """
    archive = Archive(data)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refusal("locked")
    content = _Content()
    walk(archive.read("content.xml"), content)
    book = Book()
    for sheet, table in zip(worksheets(data), content.tables, strict=True):
        grid = book.add_sheet(sheet.name, sheet.hidden)
        grid.hidden_rows, grid.hidden_columns = frozenset(table.hidden_rows), frozenset(table.hidden_columns)
        fill(book, _completed(sheet, table), table.formats, table.formulas)
        for span in table.merged:
            book.merge(*span)
    return book.finished()


@dataclass
class _Table:
    """What is noted of one sheet: by (row, column), counted from 1, and as ranges.

    ``results`` are those of formulas that calamine does not give: error marks, and None where none is stored.
    """

    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    results: dict[tuple[int, int], str | None] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def _completed(sheet: Values, table: _Table) -> Values:
    """A sheet with the results of its formulas that calamine passes over."""
    cells: dict[tuple[int, int], Any] = dict.fromkeys(table.formulas, "")
    cells |= {(row, column): value for row, column, value in sheet.cells} | table.results
    return replace(sheet, cells=[(row, column, value) for (row, column), value in sorted(cells.items())])


class _Content:
    """Notes the tables of ``content.xml``, refusing what repeats beyond the limits."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._cells = 0
        self._row = self._column = self._columns = self._width = 0
        self._row_times = 1
        self._filled: list[tuple[range, Attributes, str]] = []
        self._inside: list[str] = []
        self._cell: Attributes = {}
        self._text = ""

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._inside:
            self._inside.append(tag)
        if tag == "table":
            self.tables.append(_Table())
            self._row = self._columns = self._width = 0
        elif tag == "table-column":
            self._start_columns(attributes)
        elif tag == "table-row":
            self._start_row(attributes)
        elif tag in _CELLS:
            self._inside = [tag]
            self._start_cell(attributes)
        elif tag == "s" and int(attributes.get("c", 1)) > limits.SPACES:
            raise Refusal("limit", worded("reader_files.spaces", most=limits.SPACES))

    def _start_columns(self, attributes: Attributes) -> None:
        first = self._columns + 1
        self._columns += _times(attributes, "number-columns-repeated", limits.GRID_COLUMNS)
        if attributes.get("visibility", "visible") != "visible":
            self.tables[-1].hidden_columns.update(range(first, min(self._columns, limits.GRID_COLUMNS) + 1))

    def _start_row(self, attributes: Attributes) -> None:
        self._row_times = _times(attributes, "number-rows-repeated", limits.GRID_ROWS)
        self._row += 1
        self._column, self._filled = 1, []
        if attributes.get("visibility", "visible") != "visible":
            last = min(self._row + self._row_times, limits.GRID_ROWS + 1)
            self.tables[-1].hidden_rows.update(range(self._row, last))

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell, self._text = attributes, ""
        down, across = (int(attributes.get(f"number-{way}-spanned", 1)) for way in ("rows", "columns"))
        if (down, across) != (1, 1):
            span = (self._row, self._column, self._row + down - 1, self._column + across - 1)
            self.tables[-1].merged.append(span)

    def text(self, data: str) -> None:
        if self._inside[1:2] != ["p"]:  # of the cell itself, not of a note or shape on it
            return
        if not _STORED & self._cell.keys():
            raise Refusal("damaged", worded("reader_files.untyped"))
        if len(self._text) < _MARK_LENGTH:
            self._text += data

    def end(self, tag: str) -> None:
        if self._inside:
            self._inside.pop()
        if tag in _CELLS:
            times = _times(self._cell, "number-columns-repeated", limits.GRID_COLUMNS)
            if _STORED & self._cell.keys():
                self._filled.append((range(self._column, self._column + times), self._cell, self._text))
            self._column += times
        elif tag == "table-row":
            self._end_row()

    def _end_row(self) -> None:
        last = self._row + self._row_times - 1
        if self._filled:
            self._cells += self._row_times * sum(len(columns) for columns, *_ in self._filled)
            self._width = max(self._width, self._filled[-1][0].stop - 1)
            if self._cells > limits.CELLS or self._width * last > limits.DENSE_CELLS:
                raise Refusal("limit", worded("reader_files.spread_out"))
            for columns, cell, text in self._filled:
                places = [(row, column) for row in range(self._row, last + 1) for column in columns]
                self._note(places, cell, text)
        self._row = last

    def _note(self, places: list[tuple[int, int]], cell: Attributes, text: str) -> None:
        table, kind = self.tables[-1], cell.get("value-type", "")
        if kind in _FORMATS:
            table.formats.update(dict.fromkeys(places, _FORMATS[kind]))
        if "formula" in cell:
            table.formulas.update(dict.fromkeys(places, cell["formula"]))
            if is_error_mark(text) or not kind:
                table.results.update(dict.fromkeys(places, text or None))


def _times(attributes: Attributes, name: str, most: int) -> int:
    """How often an element is repeated; more often than the grid is long cannot be."""
    times = int(attributes.get(name, 1))
    if not 1 <= times <= most:
        raise Refusal("damaged", worded("reader_files.repeated"))
    return times
