"""What every written spreadsheet shares: texts that are safe to write, row heights, the printed page."""

import math
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
_PAGE_PLACES = 150  # letters of a column's width that A4 across takes
_LEAST_SCALE = 0.5  # of what can be read when it is printed
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}
CREATED = datetime(2024, 1, 1)
_LONGEST_PRINTED = 255  # of a page's header or footer, signs that set it included
_PRINTED_SIZE = 12
_PRINTED_AS = f'&{_PRINTED_SIZE}&"{FONT}"'
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
    """A text as a sheet's name: on one line, no signs or word that Excel refuses, at most 31 letters.

    >>> sheet_name("ก/ข:\\n[1]"), sheet_name("History")
    ('ก-ข- -1-', 'History-')
    """
    shown = _SHEET_NAME.sub("-", " ".join(safe(text).split()))[:LONGEST_SHEET_NAME].strip("' ")
    return f"{shown}-" if shown.casefold() == "history" else shown or say("report.data_sheet")


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


def pages_wide(widths: Sequence[float]) -> int:
    """How many pages of A4 side by side columns of these widths (letters) take, made half as large at most.

    >>> pages_wide([20] * 10), pages_wide([20] * 20)
    (1, 2)
    """
    return max(1, math.ceil(sum(widths) * _LEAST_SCALE / _PAGE_PLACES))


def printed(text: str, room: int) -> str:
    """A text as a page's header or footer holds it: on one line, ``&`` twice, cut with "…" to ``room`` places.

    >>> printed("R&D\\nแผน", 20), printed("แผนการจัดการความรู้", 6)
    ('R&&D แผน', 'แผนกา…')
    """
    whole = re.sub(r"&(?=[G\[])", "& ", " ".join(safe(text).split()))  # "&G" stands for a picture
    kept, shown = whole[:room], whole
    while kept and len(shown.replace("&", "&&").encode("utf-16-le")) > 2 * room:
        kept = kept[:-1]
        shown = f"{kept.rstrip()}…"
    return shown.replace("&", "&&") if kept else ""


def set_page(
    sheet: Worksheet, header_row: int, footer: str, above: tuple[str, str] = ("", ""), *, pages_wide: int = 1
) -> None:
    """Print on A4 across, the heading row (from 0) on every page, ``footer`` and page numbers below.

    A sheet is one page wide; one too wide to be read is more (``pages_wide``), each with the first column.
    ``above`` are two lines at the top of every page; where there is not room for both, the first is cut.
    """
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(pages_wide, 0)
    if pages_wide > 1:
        sheet.repeat_columns(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.85 if any(above) else 0.5, bottom=0.6)
    sheet.repeat_rows(header_row)
    left, right = f"&L{_PRINTED_AS}", f"&R{_PRINTED_AS}&P/&N"
    sheet.set_footer(f"{left}{printed(footer, _LONGEST_PRINTED - len(left) - len(right))}{right}")
    if any(above):
        room = _LONGEST_PRINTED - len(left) - 1
        stamp = printed(above[1], room)
        first = printed(above[0], room - len(stamp.encode("utf-16-le")) // 2)
        sheet.set_header(f"{left}{first}\n{stamp}", {"margin": 0.3, "scale_with_doc": False})


def set_properties(book: Workbook, title: str) -> None:
    """Title the file; its date is fixed, so that the same content gives the same bytes."""
    book.set_properties({"title": safe(title), "author": "kmdash", "created": CREATED})
