"""Excel workbooks (.xlsx, .xlsm): every sheet as it is typed, hidden ones too.

The sheets' own XML is read, once, event by event: a formula's text and its stored result stand in the same
cell, an empty but formatted column costs nothing, the strict and the transitional format read alike, and
what a plan does not need (charts, pictures, pivots, links, macros) is never opened.
"""

import re
from datetime import datetime

from kmdash.domain.address import column_number
from kmdash.ingest import limits
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.markup import Attributes, walk
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.values import from_iso, from_serial, number, shows_date
from kmdash.ingest.files.workbook import Sheet, Workbook, open_workbook, unescaped
from kmdash.ingest.grid import Grid, Value

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
_TRUE = {"1": True, "true": True, "0": False, "false": False}


def read_xlsx(data: bytes) -> list[Grid]:
    """Read every worksheet: values, number formats, formulas, merged ranges, what is hidden.

    A formula's value is the result stored when the file was last saved, None where none was.

    Raises
    ------
    Refusal
        If a part is missing, damaged or beyond the limits, or no cell is filled.
    """
    archive = Archive(data)
    workbook = open_workbook(archive)
    book = Book()
    for sheet in workbook.sheets:
        walk(archive.read(sheet.part), _SheetReader(sheet, workbook, book))
    return book.finished()


class _SheetReader:
    """Fills one grid from the events of one worksheet part."""

    def __init__(self, sheet: Sheet, workbook: Workbook, book: Book):
        self._workbook, self._book = workbook, book
        self._epoch: datetime = workbook.epoch
        self._grid = book.add_sheet(sheet.name, hidden=sheet.hidden)
        self._in_data = False
        self._row = self._column = 0
        self._cell: Attributes | None = None
        self._texts: dict[str, list[str]] = {}
        self._gathering: list[str] | None = None
        self._phonetic = False
        self._shared: dict[str, str] = {}
        self._formula_of: Attributes = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()

    def start(self, tag: str, attributes: Attributes) -> None:
        if self._cell is not None:
            self._start_in_cell(tag, attributes)
        elif tag == "c" and self._in_data:
            self._cell, self._texts, self._formula_of = attributes, {}, {}
        elif tag == "row" and self._in_data:
            self._start_row(attributes)
        elif tag == "sheetData":
            self._in_data = True
        elif tag == "col" and _TRUE.get(attributes.get("hidden", "0")):
            last = min(int(attributes["max"]), limits.GRID_COLUMNS)
            self._hidden_columns.update(range(int(attributes["min"]), last + 1))
        elif tag == "mergeCell":
            self._book.merge(*_span(attributes["ref"]))

    def _start_in_cell(self, tag: str, attributes: Attributes) -> None:
        if tag in ("v", "f", "t"):
            self._gathering = self._texts.setdefault(tag, [])
            if tag == "f":
                self._formula_of = attributes
        elif tag == "rPh":
            self._phonetic = True

    def _start_row(self, attributes: Attributes) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        if _TRUE.get(attributes.get("hidden", "0")):
            self._hidden_rows.add(self._row)

    def text(self, data: str) -> None:
        if self._gathering is not None and not self._phonetic:
            self._gathering.append(data)

    def end(self, tag: str) -> None:
        if tag in ("v", "f", "t"):
            self._gathering = None
        elif tag == "rPh":
            self._phonetic = False
        elif tag == "c" and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif tag == "sheetData":
            self._in_data = False
        elif tag == "worksheet":
            self._grid.hidden_rows = frozenset(self._hidden_rows)
            self._grid.hidden_columns = frozenset(self._hidden_columns)

    def _end_cell(self, cell: Attributes) -> None:
        row, self._column = self._place(cell.get("r"))
        if not self._texts:
            return
        number_format = self._workbook.format_of(cell.get("s"))
        kind = cell.get("t", "n")
        typed = self._texts.get("t" if kind == "inlineStr" else "v")
        value = self._value(kind, "".join(typed), number_format) if typed is not None else None
        error = kind == "e" or (kind == "n" and isinstance(value, str))
        self._book.put(row, self._column, value, number_format, self._formula(), error)

    def _place(self, reference: str | None) -> tuple[int, int]:
        if reference is None:
            return self._row, self._column + 1
        found = _REFERENCE.fullmatch(reference)
        if not found:
            raise Refusal("damaged", "(มีช่องที่อยู่นอกตาราง)")
        return int(found[2]), column_number(found[1])

    def _value(self, kind: str, text: str, number_format: str) -> Value | None:
        if kind in ("inlineStr", "str"):
            return unescaped(text)
        if not text.strip():
            return None
        if kind == "s":
            return self._workbook.shared_text(text)
        if kind == "b":
            return _TRUE.get(text.strip(), text)
        if kind == "d":
            return from_iso(text)
        if kind != "n":
            return text.strip()
        amount = number(text)
        if amount is not None and shows_date(number_format):
            day = from_serial(amount, self._epoch)
            return amount if day is None else day
        return text if amount is None else amount

    def _formula(self) -> str | None:
        """The formula's text; a cell that shares its formula with others gives the text of the first."""
        if "f" not in self._texts:
            return None
        text = "".join(self._texts["f"])
        group = self._formula_of.get("si")
        if group is not None:
            text = text or self._shared.get(group, "")
            self._shared.setdefault(group, text)
        return f"={text}"


def _span(reference: str) -> tuple[int, int, int, int]:
    """A range as (top, left, bottom, right).

    >>> _span("B2:D5")
    (2, 2, 5, 4)
    """
    ends = [_REFERENCE.fullmatch(end) for end in reference.split(":")]
    corners = [(int(end[2]), column_number(end[1])) for end in ends if end]
    if len(corners) != len(ends):
        raise Refusal("damaged", "(มีช่วงผสานเซลล์ที่อยู่นอกตาราง)")
    rows, columns = zip(*corners, strict=True)
    return min(rows), min(columns), max(rows), max(columns)
