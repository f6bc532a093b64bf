"""What every written spreadsheet shares: texts that are safe to write, row heights, the printed page."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kmdash.domain.words import say

FONT = "TH SarabunPSK"
FONT_SIZE = 14
LINE_POINTS = 22
LONGEST_TEXT = 32_767
LONGEST_SHEET_NAME = 31
TALLEST_ROW = 409
A4 = 9
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
CREATED = datetime(2024, 1, 1)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")


def safe(text: str) -> str:
    """A text a cell can hold: control characters and lone surrogates out, a text over 32,767 letters cut and marked.

    >>> safe("แผน\\x00 1\\r\\nใหม่")
    'แผน 1\\nใหม่'
    """
    shown = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(shown) <= LONGEST_TEXT:
        return shown
    mark = say("report.cut")
    return shown[: LONGEST_TEXT - len(mark)] + mark


def sheet_name(text: str) -> str:
    """A text as a sheet's name: no signs that Excel refuses, at most 31 letters.

    >>> sheet_name("ก/ข: [1]")
    'ก-ข- -1-'
    """
    return _SHEET_NAME.sub("-", safe(text)).strip("' ")[:LONGEST_SHEET_NAME] or say("report.data_sheet")


def letters(text: str) -> int:
    """How many places a line of text takes: Thai vowels and tones above and below take none.

    >>> letters("ที่นี่")
    2
    """
    return sum(unicodedata.category(letter) != "Mn" for letter in text)


def row_height(values: Sequence[Any], widths: Sequence[float]) -> float:
    """The height in points of a row whose texts are wrapped in columns of ``widths`` letters, with some to spare."""
    lines = 1
    for value, width in zip(values, widths, strict=True):
        room = max(1.0, width)
        lines = max(lines, sum(1 + int(1.15 * letters(line) / room) for line in str(value).split("\n")))
    return min(TALLEST_ROW, lines * LINE_POINTS + 4)


def write_cell(sheet: Worksheet, row: int, column: int, value: Any, look: Format) -> None:
    """One cell of a form: a number as a number, any other value as safe text, a gap blank."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_string(row, column, safe(str(value)), look)


def set_page(sheet: Worksheet, header_row: int, footer: str) -> None:
    """Print on A4 across, one page wide, the heading row (from 0) on every page, ``footer`` and page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(header_row)
    sheet.set_footer(f"&L{safe(footer).replace('&', '&&')}&R&P/&N")


def set_properties(book: Workbook, title: str) -> None:
    """Title the file; its date is fixed, so that the same content gives the same bytes."""
    book.set_properties({"title": safe(title), "author": "kmdash", "created": CREATED})
