"""OpenDocument spreadsheets (.ods): every sheet as it is typed, hidden ones too."""

import re
from datetime import time, timedelta

from kmdash.ingest import limits
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.markup import Attributes, walk
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.values import ERROR_MARKS, from_iso, number
from kmdash.ingest.grid import Grid, Value

_DURATION = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:\.\d+)?S", re.ASCII)
_DAY = timedelta(days=1)
_FORMATS = {"percentage": "0%", "date": "d/m/yyyy", "time": "h:mm:ss", "string": "General"}


def read_ods(data: bytes) -> list[Grid]:
    """Read every sheet: values, percent and dates by their type, formulas, merged ranges, what is hidden.

    Raises
    ------
    Refusal
        If the file is locked or damaged, repeats cells beyond the limits, or no cell is filled.
    """
    archive = Archive(data)
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Refusal("locked")
    book = Book()
    walk(archive.read("content.xml"), _ContentReader(book))
    return book.finished()


class _ContentReader:
    """Fills the grids from the events of ``content.xml``."""

    def __init__(self, book: Book):
        self._book = book
        self._style = ""
        self._hidden_tables: set[str] = set()
        self._grid = Grid("")
        self._row = self._column = 0
        self._row_times = 1
        self._filled: list[tuple[int, Attributes, str]] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._columns = 0
        self._cell: Attributes | None = None
        self._paragraphs: list[str] = []
        self._in_paragraph = 0
        self._in_note = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._cell is not None:
            self._start_in_cell(tag, attributes)
        elif tag == "style":
            self._style = attributes.get("name", "")
        elif tag == "table-properties" and attributes.get("display") == "false":
            self._hidden_tables.add(self._style)
        elif tag == "table":
            self._grid = self._book.add_sheet(
                attributes.get("name", ""), hidden=attributes.get("style-name") in self._hidden_tables
            )
            self._row = self._columns = 0
            self._hidden_rows, self._hidden_columns = set(), set()
        elif tag == "table-column":
            self._start_columns(attributes)
        elif tag == "table-row":
            self._start_row(attributes)
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell, self._paragraphs = attributes, []

    def _start_in_cell(self, tag: str, attributes: Attributes) -> None:
        if tag == "annotation":
            self._in_note += 1
        elif self._in_note:
            return
        elif tag == "p":
            self._in_paragraph += 1
            self._paragraphs.append("")
        elif tag == "s":
            count = int(attributes.get("c", 1))
            if count > limits.SPACES:
                raise Refusal("limit", f"มีช่องว่างต่อกันเกิน {limits.SPACES:,} ตัวในช่องเดียว")
            self.text(" " * count)
        elif tag in ("tab", "line-break"):
            self.text("\t" if tag == "tab" else "\n")

    def _start_columns(self, attributes: Attributes) -> None:
        first = self._columns + 1
        self._columns += _times(attributes, "number-columns-repeated", limits.GRID_COLUMNS)
        if attributes.get("visibility", "visible") != "visible":
            self._hidden_columns.update(range(first, min(self._columns, limits.GRID_COLUMNS) + 1))

    def _start_row(self, attributes: Attributes) -> None:
        self._row_times = _times(attributes, "number-rows-repeated", limits.GRID_ROWS)
        self._row += 1
        self._column, self._filled = 1, []
        if attributes.get("visibility", "visible") != "visible":
            last = min(self._row + self._row_times, limits.GRID_ROWS + 1)
            self._hidden_rows.update(range(self._row, last))

    def text(self, data: str) -> None:
        if self._in_paragraph and not self._in_note:
            self._paragraphs[-1] += data

    def end(self, tag: str) -> None:
        if tag == "annotation":
            self._in_note -= 1
        elif tag == "p" and self._in_paragraph and not self._in_note:
            self._in_paragraph -= 1
        elif tag in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell, covered=tag == "covered-table-cell")
            self._cell = None
        elif tag == "table-row":
            for row in range(self._row, self._row + self._row_times if self._filled else 0):
                for column, cell, text in self._filled:
                    self._put(row, column, cell, text)
            self._row += self._row_times - 1
        elif tag == "table":
            self._grid.hidden_rows = frozenset(self._hidden_rows)
            self._grid.hidden_columns = frozenset(self._hidden_columns)

    def _end_cell(self, cell: Attributes, covered: bool) -> None:
        times = _times(cell, "number-columns-repeated", limits.GRID_COLUMNS)
        text = "\n".join(self._paragraphs)
        if not covered and (text or "value-type" in cell or "formula" in cell):
            self._filled.extend((column, cell, text) for column in range(self._column, self._column + times))
        down, across = int(cell.get("number-rows-spanned", 1)), int(cell.get("number-columns-spanned", 1))
        if not covered and (down, across) != (1, 1):
            self._book.merge(self._row, self._column, self._row + down - 1, self._column + across - 1)
        self._column += times

    def _put(self, row: int, column: int, cell: Attributes, text: str) -> None:
        kind = cell.get("value-type", "string")
        formula = cell.get("formula")
        error = formula is not None and (text in ERROR_MARKS or text.startswith("Err:"))
        value = text if error else _value(kind, cell, text)
        self._book.put(row, column, value, _FORMATS.get(kind, "General"), formula, error)


def _value(kind: str, cell: Attributes, text: str) -> Value | None:
    if kind in ("float", "percentage", "currency"):
        amount = number(cell.get("value", ""))
        return text if amount is None else amount
    if kind == "boolean":
        return cell.get("boolean-value") == "true"
    if kind == "date":
        return from_iso(cell.get("date-value", text))
    if kind == "time":
        return _time(cell.get("time-value", ""), text)
    return text or cell.get("string-value", "")


def _time(duration: str, text: str) -> Value:
    """A time of day; a duration of a day or more is its number of days, as in Excel."""
    found = _DURATION.fullmatch(duration)
    if not found:
        return text
    span = timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3]))
    if span >= _DAY:
        return span / _DAY
    return time(span.seconds // 3600, span.seconds // 60 % 60, span.seconds % 60)


def _times(attributes: Attributes, name: str, most: int) -> int:
    """How often an element is repeated; more often than the grid is long cannot be."""
    times = int(attributes.get(name, 1))
    if not 1 <= times <= most:
        raise Refusal("damaged", "(มีช่องซ้ำต่อกันเกินขนาดตาราง)")
    return times
