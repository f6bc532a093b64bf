"""What the official forms share: the formats of a printed form, lines over its whole width, rows high enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kmdash.domain.fiscal import thai_date
from kmdash.domain.register import Register
from kmdash.domain.viewpoint import fiscal_years_of, offices_of
from kmdash.domain.words import DIGITS, thai_digits
from kmdash.reports.cells import FONT, FONT_SIZE, TALLEST_ROW, row_height, safe, set_page, sheet_name, write_cell
from kmdash.reports.looks import INK
from kmdash.reports.tables import THAI_DIGITS

WIDER = (1.0, 1.25, 1.6, 2.0, 2.6)  # times the usual widths, until no row is taller than a row can be
_LINE, _SHADE, _FILL = "#5B6673", "#E3E9F1", "#FFF7D6"


def in_digits(text: object, digits: str) -> str:
    """A number or a text of the form's own in the digits chosen; never for a person's text, which stays as typed.

    >>> in_digits("1.1", "th"), in_digits(2562, "arabic")
    ('๑.๑', '2562')
    """
    return thai_digits(str(text)) if digits == "th" else str(text)


def day_text(day: date | None, digits: str) -> str | None:
    """A day as forms have it ("15 มิ.ย. 2562"), None where there is none."""
    return None if day is None else in_digits(thai_date(day), digits)


def owner_of(register: Register) -> tuple[str | None, int | None]:
    """The office and fiscal year (BE) of a form; a ValueError tells of a register that holds several."""
    offices, years = offices_of(register), fiscal_years_of(register)
    if len(offices) > 1 or len(years) > 1:
        raise ValueError(f"register holds offices {offices} and fiscal years {years}; a form has room for one")
    return next(iter(offices), None), next(iter(years), None)


@dataclass(frozen=True)
class Looks:
    """The formats of a form."""

    title: Format
    line: Format
    head: Format
    section: Format
    text: Format
    centred: Format
    fill: Format  # a cell to be filled in
    fill_number: Format
    number: Format
    score: Format  # a number with four decimals
    rule: Format  # a line to write on
    beside: Format  # what is written on it
    signed: Format  # a place to sign, and who signs there
    cut: Format  # a band below a heavy line
    small: Format


def looks_of(book: Workbook, digits: str) -> Looks:
    """Make the formats in a workbook; numbers that stay numbers are shown in the digits chosen."""
    if digits not in DIGITS:
        raise ValueError(f"digits is none of {DIGITS}: {digits!r}")
    base = {"font_name": FONT, "font_size": FONT_SIZE, "font_color": INK, "valign": "top", "text_wrap": True}
    ruled = {**base, "border": 1, "border_color": _LINE}
    middle = {**ruled, "align": "center"}
    shape = f"{THAI_DIGITS}General" if digits == "th" else "General"
    return Looks(
        title=book.add_format({**base, "bold": True, "font_size": 16, "align": "center", "valign": "vcenter"}),
        line=book.add_format(base),
        head=book.add_format({**middle, "bold": True, "valign": "vcenter", "bg_color": _SHADE}),
        section=book.add_format({**ruled, "bold": True, "bg_color": "#F3F5F8"}),
        text=book.add_format({**ruled, "num_format": "@"}),
        centred=book.add_format({**middle, "num_format": "@"}),
        fill=book.add_format({**ruled, "num_format": "@", "bg_color": _FILL}),
        fill_number=book.add_format({**middle, "num_format": shape, "bg_color": _FILL}),
        number=book.add_format({**middle, "num_format": shape}),
        score=book.add_format({**middle, "num_format": shape.replace("General", "0.0000")}),
        rule=book.add_format({**base, "bottom": 1, "bottom_color": _LINE}),
        beside=book.add_format({**base, "valign": "bottom"}),
        signed=book.add_format({**base, "align": "center", "valign": "bottom"}),
        cut=book.add_format({**ruled, "bold": True, "bg_color": _SHADE, "top": 5, "top_color": INK}),
        small=book.add_format({**base, "font_size": 11}),
    )


class Paper:
    """A sheet of a form while it is written, from the top down; ``widths`` are its printed columns.

    ``hidden`` further columns at the right carry the ids; they are not printed.
    """

    def __init__(self, book: Workbook, looks: Looks, name: str, widths: Sequence[float], hidden: int = 1):
        self.sheet: Worksheet = book.add_worksheet(name)
        self.looks, self.widths, self.row = looks, list(widths), 0
        for place, width in enumerate(widths):
            self.sheet.set_column(place, place, width)
        if hidden:
            self.sheet.set_column(len(widths), len(widths) + hidden - 1, 10, None, {"hidden": True})
        self.sheet.hide_gridlines(2)

    @property
    def last(self) -> int:
        """The last printed column."""
        return len(self.widths) - 1

    def line(self, text: str, look: Format | None = None, *, hidden: bool = False) -> None:
        """A text over the whole width; a ``hidden`` one is for the reader only."""
        look, height = look or self.looks.line, row_height([text], [sum(self.widths)])
        self.sheet.set_row(self.row, height, None, {"hidden": True} if hidden else {})
        self.span(0, self.last, text, look)
        self.row += 1

    def span(self, first: int, last: int, text: str, look: Format, rows: int = 1) -> None:
        """A text over several columns, and rows, from the row that is written now."""
        bottom = self.row + rows - 1
        if last > first or rows > 1:
            self.sheet.merge_range(self.row, first, bottom, last, "", look)
        self.sheet.write_string(self.row, first, safe(text), look)

    def cells(
        self, values: Sequence[Any], looks: Sequence[Format] | Format, *, ids: Sequence[str] = (), spare: float = 0
    ) -> None:
        """A row of cells, a gap blank, as high as its texts need, with the ids in the hidden columns."""
        shown = [safe(value) if isinstance(value, str) else value for value in values]
        self.sheet.set_row(self.row, row_height(["" if one is None else one for one in shown], self.widths) + spare)
        for place, value in enumerate(shown):
            look = looks if isinstance(looks, Format) else looks[place]
            write_cell(self.sheet, self.row, place, value, look)
        for place, text in enumerate(ids, start=len(self.widths)):
            self.sheet.write_string(self.row, place, safe(text), self.looks.small)
        self.row += 1

    def groups(
        self, values: Sequence[Any], spans: Sequence[int], looks: Sequence[Format] | Format, *, spare: float = 0
    ) -> None:
        """A row of cells that each stand over several columns (``spans``), as high as its texts need."""
        ends = list(accumulate(spans))
        widths = [sum(self.widths[end - span : end]) for end, span in zip(ends, spans, strict=True)]
        self.sheet.set_row(self.row, row_height(["" if one is None else one for one in values], widths) + spare)
        for place, (value, end, span) in enumerate(zip(values, ends, spans, strict=True)):
            look, first = looks if isinstance(looks, Format) else looks[place], end - span
            if span > 1:
                self.sheet.merge_range(self.row, first, self.row, end - 1, "", look)
            write_cell(self.sheet, self.row, first, value, look)
        self.row += 1

    def signatures(self, roles: Sequence[str], spans: Sequence[int]) -> None:
        """Room for each role to sign and date, side by side over the columns of ``spans``."""
        ends = list(accumulate(spans))
        dots = ["." * int(1.2 * sum(self.widths[end - span : end])) for end, span in zip(ends, spans, strict=True)]
        self.groups([f"ลงชื่อ {line}" for line in dots], spans, self.looks.signed, spare=14)
        self.groups(roles, spans, self.looks.signed)
        self.groups([f"วันที่ {line}" for line in dots], spans, self.looks.signed, spare=6)

    def blank(self) -> None:
        """An empty row."""
        self.row += 1

    def finish(self, header: int, footer: str, *, upright: bool = False) -> None:
        """Set up the printed page: A4 across or ``upright``, one page wide, the heading row on every page."""
        set_page(self.sheet, header, footer)
        if upright:
            self.sheet.set_portrait()
        self.sheet.print_area(0, 0, max(self.row - 1, header), self.last)
        self.sheet.freeze_panes(header + 1, 0)


def fitting(widths: Sequence[float], rows: Sequence[Sequence[Any]]) -> list[float]:
    """The widths, made wider together until no row needs more height than a row can have; then the widest tried."""
    for factor in WIDER:
        tried = [width * factor for width in widths]
        if all(row_height(["" if one is None else one for one in row], tried) < TALLEST_ROW for row in rows):
            break
    return tried


def names_of(texts: Sequence[str]) -> list[str]:
    """Names of sheets, no two alike whatever their case.

    >>> names_of(["แผนที่ 1", "แผนที่ 1"])
    ['แผนที่ 1', 'แผนที่ 1 (2)']
    """
    names: list[str] = []
    for text in texts:
        name, count = sheet_name(text), 1
        while name.casefold() in {other.casefold() for other in names}:
            count += 1
            mark = f" ({count})"
            name = sheet_name(text)[: 31 - len(mark)] + mark
        names.append(name)
    return names
