"""Workbooks written as one XML file (SpreadsheetML 2003), which some systems name .xls."""

from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.markup import Attributes, walk
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.text import decoded
from kmdash.ingest.files.values import from_iso, number
from kmdash.ingest.grid import Grid, Value

_NAMED_FORMATS = {"Percent": "0.00%", "Short Date": "d/m/yyyy", "Long Date": "d mmmm yyyy", "General Date": "d/m/yyyy"}


def read_spreadsheetml(data: bytes) -> list[Grid]:
    """Read every sheet: values by their type, number formats, formulas, merged ranges, what is hidden.

    Raises
    ------
    Refusal
        If the XML is unsafe, a cell is beyond the limits, or no cell is filled.
    """
    book = Book()
    walk(decoded(data).encode(), _WorkbookReader(book), encoding="utf-8")
    return book.finished()


class _WorkbookReader:
    """Fills the grids from the elements of the document."""

    def __init__(self, book: Book):
        self._book = book
        self._formats: dict[str | None, str] = {}
        self._style = ""
        self._grid = Grid("")
        self._row = self._column = self._rows_after = 0
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._column_index = 0
        self._cell: Attributes | None = None
        self._type = "String"
        self._data: list[str] = []
        self._in_data = False

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag == "Style":
            self._style = attributes.get("ID", "")
        elif tag == "NumberFormat":
            code = attributes.get("Format", "General")
            self._formats[self._style] = _NAMED_FORMATS.get(code, code)
        elif tag == "Worksheet":
            self._grid = self._book.add_sheet(attributes.get("Name", ""))
            self._row = self._column_index = self._rows_after = 0
            self._hidden_rows, self._hidden_columns = set(), set()
        elif tag == "Column":
            self._start_column(attributes)
        elif tag == "Row":
            self._row = int(attributes.get("Index", self._row + self._rows_after + 1))
            self._rows_after = _count(attributes, "Span", limits.GRID_ROWS)
            self._column = 0
            if attributes.get("Hidden") == "1":
                self._hidden_rows.update(range(self._row, self._row + self._rows_after + 1))
        elif tag == "Cell":
            self._column = int(attributes.get("Index", self._column + 1))
            self._cell, self._data, self._type = attributes, [], "String"
        elif tag == "Data":
            self._type = attributes.get("Type", "String")
            self._in_data = True

    def _start_column(self, attributes: Attributes) -> None:
        first = int(attributes.get("Index", self._column_index + 1))
        self._column_index = first + _count(attributes, "Span", limits.GRID_COLUMNS)
        if attributes.get("Hidden") == "1":
            self._hidden_columns.update(range(first, self._column_index + 1))

    def text(self, data: str) -> None:
        if self._in_data:
            self._data.append(data)

    def end(self, tag: str) -> None:
        if tag == "Data":
            self._in_data = False
        elif tag == "Cell" and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif tag == "Worksheet":
            self._grid.hidden_rows = frozenset(self._hidden_rows)
            self._grid.hidden_columns = frozenset(self._hidden_columns)

    def _end_cell(self, cell: Attributes) -> None:
        value = _value(self._type, "".join(self._data))
        number_format = self._formats.get(cell.get("StyleID"), "General")
        self._book.put(self._row, self._column, value, number_format, cell.get("Formula"), self._type == "Error")
        across, down = _count(cell, "MergeAcross", limits.GRID_COLUMNS), _count(cell, "MergeDown", limits.GRID_ROWS)
        self._book.merge(self._row, self._column, self._row + down, self._column + across)
        self._column += across


def _value(kind: str, text: str) -> Value:
    if kind == "Number":
        amount = number(text)
        return text if amount is None else amount
    if kind == "DateTime":
        return from_iso(text)
    return text == "1" if kind == "Boolean" else text


def _count(attributes: Attributes, name: str, most: int) -> int:
    count = int(attributes.get(name, 0))
    if not 0 <= count <= most:
        raise Refusal("damaged", worded("reader_files.range_outside"))
    return count
