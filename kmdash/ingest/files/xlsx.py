"""Excel workbooks (.xlsx, .xlsm) through openpyxl: every sheet as it is typed, hidden ones too.

``package`` looks the parts over first, for openpyxl and calamine take in what they are given; ``trimmed`` leaves out
what no grid holds. A formula's text and its stored result come from two readings. Tables too tall for openpyxl, and
workbooks of other programs at which it fails, are read by calamine, for their values alone.
"""

import warnings
from datetime import datetime
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles.fills import Fill, PatternFill
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.calamine import fill, worksheets
from kmdash.ingest.files.package import Package, looked_over
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.trimmed import trimmed
from kmdash.ingest.files.values import NO_DAY, THAI_FORMATS, plain, shows_date
from kmdash.ingest.grid import Grid, Value

BUILTIN_FORMATS.update(THAI_FORMATS)  # openpyxl would take them for General


def read_xlsx(data: bytes) -> list[Grid]:
    """Read every worksheet: values, number formats, formulas, merged ranges, what is hidden.

    A formula's value is the result stored when the file was last saved, None where none was.

    Raises
    ------
    Refusal
        If a part is missing, damaged or beyond the limits, or no cell is filled.
    """
    package = looked_over(Archive(data))
    if _is_tall(package):
        return _values_alone(data, package)
    whole = trimmed(package.parts)
    results = _opened(whole, data_only=True)
    typed = _opened(whole, data_only=False) if results and package.formulas else results
    if results is None or typed is None or not _is_whole(results, package):
        return _values_alone(data, package)
    book = Book()
    for sheet, with_formulas in zip(results.worksheets, typed.worksheets, strict=True):
        _add_sheet(book, sheet, with_formulas)
    return book.finished()


def _is_tall(package: Package) -> bool:
    return package.cells * (2 if package.formulas else 1) > limits.TALL_CELLS


def _opened(data: bytes, data_only: bool) -> Workbook | None:
    """The workbook as openpyxl holds it; None if it fails, in whichever way (it announces none)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions and rules that it leaves out
        try:
            return openpyxl.load_workbook(BytesIO(data), data_only=data_only, keep_links=False)
        except MemoryError:
            raise
        except Exception:
            return None


def _is_whole(workbook: Workbook, package: Package) -> bool:
    """Whether every sheet and cell is there: openpyxl passes over what it does not know."""
    cells = sum(len(sheet._cells) for sheet in workbook.worksheets)
    return len(workbook.sheetnames) >= package.sheets and cells >= package.cells


def _values_alone(data: bytes, package: Package) -> list[Grid]:
    if package.area > limits.DENSE_CELLS:
        raise Refusal("limit", worded("reader_files.far_apart"))
    if package.passed_over and _is_tall(package):
        raise Refusal("limit", worded("reader_files.errors_in_long_table", count=package.cells))
    if package.passed_over:
        raise Refusal("damaged", worded("reader_files.errors"))
    book = Book()
    for sheet in worksheets(data):
        book.add_sheet(sheet.name, sheet.hidden)
        fill(book, sheet)
    return book.finished()


def _add_sheet(book: Book, sheet: Worksheet, typed: Worksheet) -> None:
    """Add a sheet; ``typed`` is the same one with formulas in place of their results."""
    grid = book.add_sheet(sheet.title, hidden=sheet.sheet_state != "visible")
    grid.hidden_rows = frozenset(row for row, about in sheet.row_dimensions.items() if about.hidden)
    columns = [about for about in sheet.column_dimensions.values() if about.hidden]
    grid.hidden_columns = frozenset(
        column for about in columns for column in range(about.min, min(about.max, limits.GRID_COLUMNS) + 1)
    )
    for span in sorted(sheet.merged_cells.ranges, key=lambda span: (span.min_row, span.min_col)):
        book.merge(span.min_row, span.min_col, span.max_row, span.max_col)
    for (row, column), cell in sheet._cells.items():  # the public iterators would fill every gap of a sparse sheet
        if isinstance(cell, MergedCell):
            continue
        formula = _formula(typed._cells[row, column])
        value = _value(cell, sheet.parent.epoch)
        error = cell.data_type == "e" or (isinstance(value, str) and not isinstance(cell.value, str | None))
        book.put(row, column, value, cell.number_format, formula, error)
    grid.shaded = _shaded(sheet, grid)


def _value(cell: Cell, epoch: datetime) -> Value | None:
    """What a cell shows; a serial number under a date format that openpyxl does not know is a day, too."""
    value = cell.value
    if cell.data_type == "str" and value is None:
        return ""  # the stored result of a formula, not a missing one
    if isinstance(value, str):
        return unescape(value)
    if cell.data_type == "n" and value is not None and shows_date(cell.number_format):
        try:
            return plain(from_excel(value, epoch))
        except (OverflowError, ValueError):
            return NO_DAY
    return plain(value)


def _formula(cell: Cell) -> str | None:
    """The text of a cell's formula; that of an array or data table is an object of its own."""
    if cell.data_type != "f":
        return None
    return cell.value if isinstance(cell.value, str) else getattr(cell.value, "text", None) or "="


def _shaded(sheet: Worksheet, grid: Grid) -> dict[tuple[int, int], str]:
    """The colour of the cells with a fill that shows, filled with text or not, as far as the sheet is filled."""
    if not grid.cells:
        return {}
    last_row, last_column = max(row for row, _ in grid.cells), max(column for _, column in grid.cells)
    colours = [_colour(fill) for fill in sheet.parent._fills]
    return {
        (row, column): colour
        for (row, column), cell in sheet._cells.items()
        if row <= last_row and column <= last_column and (colour := colours[cell._style.fillId])
    }


def _colour(fill: Fill) -> str:
    """A name of a fill's colour, the same for the same colour; "" where it is none or white."""
    if not isinstance(fill, PatternFill):
        return str(fill)
    colour = fill.fgColor
    white = colour.type == "rgb" and str(colour.rgb)[-6:].upper() == "FFFFFF"
    background = colour.type == "theme" and colour.theme == 0 and not colour.tint
    shows = fill.fill_type is not None and not white and not background
    return f"{fill.fill_type} {colour.type} {colour.value} {colour.tint}" if shows else ""
