"""Binary Excel workbooks (.xls, .xlsb): the values of every worksheet."""

from dataclasses import replace

from kmdash.domain.wording import worded
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.book import Book
from kmdash.ingest.files.calamine import Values, fill, worksheets
from kmdash.ingest.files.text import THAI_SHARE, thai_share
from kmdash.ingest.grid import Grid

_READ_AGAIN = "reader_files.read_as_thai"
_FEW = 4  # letters that say nothing about an encoding


def read_xls(data: bytes) -> list[Grid]:
    """Read every worksheet of a workbook of Excel 5.0/95 or 97-2003.

    Thai of a workbook that names no or the wrong code page (``á¼¹¡ÒÃ``) is read again as CP874, with a note.

    Raises
    ------
    Refusal
        If the workbook is locked or damaged, beyond the limits, or no cell is filled.
    """
    sheets = worksheets(data)
    spoilt = _is_spoilt_thai("".join(v for sheet in sheets for _, _, v in sheet.cells if isinstance(v, str)))
    if spoilt:
        sheets = [_in_thai(sheet) for sheet in sheets]
    book = Book()
    for sheet in sheets:
        grid = book.add_sheet(sheet.name, sheet.hidden)
        if spoilt:
            grid.notes.append(worded(_READ_AGAIN))
        fill(book, sheet)
    return book.finished()


def read_xlsb(data: bytes) -> list[Grid]:
    """Read every worksheet of a binary workbook of Excel 2007 and later, like ``read_xls``."""
    archive = Archive(data)
    for name in archive.names:
        archive.read(name)  # calamine inflates without limits: every part is measured first
    return read_xls(data)


def _is_spoilt_thai(text: str) -> bool:
    """Whether a text without a Thai letter is Thai in CP874 that was taken for Latin letters.

    >>> _is_spoilt_thai("á¼¹¡ÒÃ¨Ñ´¡ÒÃ"), _is_spoilt_thai("déjà vu à Besançon")
    (True, False)
    """
    if any("\u0e00" <= letter <= "\u0e7f" for letter in text):
        return False
    high = sum("\xa1" <= letter <= "\xff" for letter in text)
    return high >= _FEW and thai_share(text.encode("latin-1", "replace")) >= THAI_SHARE


def _in_thai(sheet: Values) -> Values:
    cells = [(row, column, _as_thai(v) if isinstance(v, str) else v) for row, column, v in sheet.cells]
    return replace(sheet, name=_as_thai(sheet.name), cells=cells)


def _as_thai(text: str) -> str:
    return text.encode("cp1252", "replace").decode("cp874", "replace")
