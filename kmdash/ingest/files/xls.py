"""Binary Excel workbooks (.xls, .xlsb) through calamine: values, merged ranges, hidden sheets.

Calamine tells neither number formats nor hidden rows: every cell has the format ``General``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.text import THAI_SHARE, thai_share
from kmdash.ingest.files.values import ERROR_MARKS, plain_moment, plain_number
from kmdash.ingest.grid import Grid, Value

_DAY = timedelta(days=1)
_FEW = 4  # letters that say nothing about an encoding


@dataclass(frozen=True)
class _Sheet:
    name: str
    hidden: bool
    cells: list[tuple[int, int, Any]]
    merged: list[tuple[int, int, int, int]]


def read_xls(data: bytes) -> list[Grid]:
    """Read every worksheet of a workbook of Excel 5.0/95 or 97-2003.

    Thai of a workbook that names no or the wrong code page (``á¼¹¡ÒÃ``) is read again as CP874.

    Raises
    ------
    Refusal
        If the workbook is locked or damaged, beyond the limits, or no cell is filled.
    """
    try:
        sheets = list(_sheets(data))
    except PasswordError as error:
        raise Refusal("locked") from error
    except CalamineError as error:
        raise Refusal("damaged") from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust; it is no Exception
            raise
        raise Refusal("damaged") from error
    spoilt = _is_spoilt_thai("".join(v for sheet in sheets for _, _, v in sheet.cells if isinstance(v, str)))
    book = Book()
    for sheet in sheets:
        book.add_sheet(_as_thai(sheet.name) if spoilt else sheet.name, sheet.hidden)
        for row, column, value in sheet.cells:
            plain = _plain(_as_thai(value) if spoilt and isinstance(value, str) else value)
            book.put(row, column, plain, error=isinstance(plain, str) and plain in ERROR_MARKS)
        for span in sheet.merged:
            book.merge(*span)
    return book.finished()


def read_xlsb(data: bytes) -> list[Grid]:
    """Read every worksheet of a binary workbook of Excel 2007 and later, like ``read_xls``."""
    archive = Archive(data)
    for name in archive.names:
        archive.read(name)  # calamine inflates without limits: every part is measured first
    return read_xls(data)


def _sheets(data: bytes) -> Iterator[_Sheet]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    for index, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(index)
        left = sheet.start[1] if sheet.start else 0
        cells = [
            (row, column, value)
            for row, values in enumerate(sheet.iter_rows(), 1)
            for column, value in enumerate(values, left + 1)
            if value != ""
        ]
        merged = [(r1 + 1, c1 + 1, r2 + 1, c2 + 1) for (r1, c1), (r2, c2) in sheet.merged_cell_ranges or ()]
        yield _Sheet(about.name, about.visible != SheetVisibleEnum.Visible, cells, merged)


def _plain(value: Any) -> Value | None:
    if isinstance(value, float):
        return plain_number(value)
    if isinstance(value, datetime):
        return plain_moment(value)
    return value / _DAY if isinstance(value, timedelta) else value


def _is_spoilt_thai(text: str) -> bool:
    """Whether a text without a Thai letter is Thai in CP874 that was taken for Latin letters.

    >>> _is_spoilt_thai("á¼¹¡ÒÃ¨Ñ´¡ÒÃ"), _is_spoilt_thai("déjà vu à Besançon")
    (True, False)
    """
    if any("\u0e00" <= letter <= "\u0e7f" for letter in text):
        return False
    high = sum("\xa1" <= letter <= "\xff" for letter in text)
    return high >= _FEW and thai_share(text.encode("latin-1", "replace")) >= THAI_SHARE


def _as_thai(text: str) -> str:
    return text.encode("cp1252", "replace").decode("cp874", "replace")
