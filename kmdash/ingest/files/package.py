"""What the parts of an Excel workbook hold, looked over before a library takes them in.

openpyxl and calamine accept a cell that stands twice (the last one counts), a sheet past Excel's grid, a merged range
of a billion cells, XML nested without end; calamine accepts XML that breaks off. Here such a workbook is refused.
"""

import re
from dataclasses import dataclass, field

from kmdash.domain.address import column_letters, column_number
from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.markup import Attributes, walk
from kmdash.ingest.files.refusal import Refusal

_DOCUMENTS = (".xml", ".rels")
_LEFT_OUT = ("docprops/", "customxml/", "xl/drawings/", "xl/charts/", "xl/pivot")
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)


@dataclass
class Package:
    """The XML parts that make the sheets, by name, and counts over all sheets.

    ``sheets`` the workbook names, ``cells`` that stand in a sheet, filled or not, ``formulas``, and ``passed_over``
    what calamine takes for an empty cell: errors and formulas without a stored result; ``area`` is the largest
    rectangle (in cells) that a sheet's filled cells span.
    """

    parts: dict[str, bytes] = field(default_factory=dict)
    sheets: int = 0
    cells: int = 0
    formulas: int = 0
    passed_over: int = 0
    area: int = 0


def looked_over(archive: Archive) -> Package:
    """Read each part that makes the sheets, once, and count what it holds; pictures and the like are not opened.

    Raises
    ------
    Refusal
        ``damaged`` for unsafe XML, a workbook without sheets, a cell or merged range outside the grid, a cell that
        stands twice; ``limit`` for too many sheets or too large a merged range, and as ``Archive.read``.
    xml.parsers.expat.ExpatError
        If a part is not well formed.
    """
    package = Package()
    for name in archive.names:
        if name.endswith(_DOCUMENTS) and not name.startswith(_LEFT_OUT):
            part = package.parts[archive.spelling(name)] = archive.read(name)
            walk(part, _Part(package))
    if not package.sheets:
        raise Refusal("damaged", worded("reader_files.no_sheets"))
    if package.sheets > limits.SHEETS:
        raise Refusal("limit", worded("reader_files.sheets", most=limits.SHEETS))
    return package


class _Part:
    """Counts what one part holds; only worksheets have cells."""

    def __init__(self, package: Package):
        self._package = package
        self._root = ""
        self._row = self._column = 0
        self._rows = self._columns = 0
        self._filled: set[int] = set()
        self._cell: Attributes | None = None
        self._inside: set[str] = set()
        self._in_value = self._has_value = False

    def start(self, tag: str, attributes: Attributes) -> None:
        self._root = self._root or tag
        if self._root == "workbook":
            self._package.sheets += tag == "sheet" and attributes.get("id", "") != ""
        elif self._root != "worksheet":
            return
        elif self._cell is not None:
            self._inside.add(tag)
            self._in_value = tag == "v"
        elif tag == "c":
            self._cell, self._inside, self._has_value = attributes, set(), attributes.get("t") == "str"
            self._package.cells += 1
        elif tag == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif tag == "mergeCell":
            _check_merged(attributes["ref"])

    def text(self, data: str) -> None:
        if self._in_value:
            self._has_value = True

    def end(self, tag: str) -> None:
        if tag == "v":
            self._in_value = False
        elif tag == "c" and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif tag == "worksheet":
            self._package.area = max(self._package.area, self._rows * self._columns)

    def _end_cell(self, cell: Attributes) -> None:
        row, column = _place(cell["r"]) if "r" in cell else (self._row, self._column + 1)
        self._column = column
        if not self._inside & {"v", "f", "is"}:
            return
        _check_inside_grid(row, column)
        if row * limits.GRID_COLUMNS + column in self._filled:
            raise Refusal("damaged", worded("reader_files.cell_twice_here", column=column_letters(column), row=row))
        self._filled.add(row * limits.GRID_COLUMNS + column)
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        self._package.formulas += "f" in self._inside
        self._package.passed_over += cell.get("t") == "e" or ("f" in self._inside and not self._has_value)


def _place(reference: str) -> tuple[int, int]:
    """A cell's row and column.

    >>> _place("B12")
    (12, 2)
    """
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise Refusal("damaged", worded("reader_files.outside"))
    return int(found[2]), column_number(found[1])


def _check_inside_grid(row: int, column: int) -> None:
    if not (1 <= row <= limits.GRID_ROWS and 1 <= column <= limits.GRID_COLUMNS):
        raise Refusal("damaged", worded("reader_files.outside"))


def _check_merged(span: str) -> None:
    corners = [_place(end) for end in span.split(":")]
    for corner in corners:
        _check_inside_grid(*corner)
    (top, left), (bottom, right) = corners[0], corners[-1]
    if (abs(bottom - top) + 1) * (abs(right - left) + 1) > limits.MERGED_CELLS:
        raise Refusal("limit", worded("reader_files.merged", most=limits.MERGED_CELLS))
