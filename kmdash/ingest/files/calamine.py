"""Workbooks through calamine: values, merged ranges of Excel's formats, hidden sheets.

Calamine tells neither number formats nor formulas nor hidden rows: every cell has the format ``General``; and it
takes an error for an empty cell. It holds a sheet as a full rectangle, and what it cannot hold ends the process: for
the child only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from kmdash.ingest.files.book import Book
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.values import is_error_mark, plain

_NOTHING: Mapping[tuple[int, int], str] = MappingProxyType({})


@dataclass(frozen=True)
class Values:
    """A worksheet's filled cells as (row, column, value), and its merged ranges; all counted from 1."""

    name: str
    hidden: bool
    cells: list[tuple[int, int, Any]]
    merged: list[tuple[int, int, int, int]]


def worksheets(data: bytes) -> list[Values]:
    """The worksheets of a workbook that calamine reads.

    Raises
    ------
    Refusal
        ``locked`` or ``damaged``, also where calamine panics.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        return [
            _worksheet(workbook.get_sheet_by_index(index), about)
            for index, about in enumerate(workbook.sheets_metadata)
            if about.typ == SheetTypeEnum.WorkSheet
        ]
    except PasswordError as error:
        raise Refusal("locked") from error
    except CalamineError as error:
        raise Refusal("damaged") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust; it is no Exception
            raise
        raise Refusal("damaged") from error


def fill(
    book: Book,
    sheet: Values,
    formats: Mapping[tuple[int, int], str] = _NOTHING,
    formulas: Mapping[tuple[int, int], str] = _NOTHING,
) -> None:
    """Put a worksheet's cells and merged ranges into the sheet begun last; the mappings say what else is known."""
    for row, column, value in sheet.cells:
        place = row, column
        shown = plain(value)
        book.put(row, column, shown, formats.get(place, "General"), formulas.get(place), is_error_mark(shown))
    for span in sheet.merged:
        book.merge(*span)


def _worksheet(sheet: CalamineSheet, about: SheetMetadata) -> Values:
    left = sheet.start[1] if sheet.start else 0
    cells = [
        (row, column, value)
        for row, values in enumerate(sheet.iter_rows(), 1)
        for column, value in enumerate(values, left + 1)
        if value != ""
    ]
    merged = [(r1 + 1, c1 + 1, r2 + 1, c2 + 1) for (r1, c1), (r2, c2) in sheet.merged_cell_ranges or ()]
    return Values(about.name, about.visible != SheetVisibleEnum.Visible, cells, merged)
