"""How the template looks: one format a kind of cell."""

from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from kmdash.domain import template
from kmdash.reports.cells import FONT, FONT_SIZE

INK, LINE = "#1B2A3D", "#C3CBD6"
BLUE, PALE_BLUE = "#0B4A82", "#E3E9F1"
YELLOW, GREY = "#FFF7D6", "#8A94A3"


@dataclass(frozen=True)
class Looks:
    """The formats of a workbook."""

    title: Format
    label: Format
    fact: Format
    head: Format
    needed: Format
    example: Format
    text: Format
    number: Format
    ruled_text: Format
    ruled_number: Format
    guide: Format
    guide_key: Format

    def of(self, kind: str, *, ruled: bool = False) -> Format:
        """The format of a cell to fill in; texts, periods and days are typed as text."""
        if kind in (template.NUMBER, template.COUNT):
            return self.ruled_number if ruled else self.number
        return self.ruled_text if ruled else self.text


def looks_of(book: Workbook) -> Looks:
    """Make the formats in a workbook."""
    base = {"font_name": FONT, "font_size": FONT_SIZE, "font_color": INK, "valign": "top"}
    text = {**base, "text_wrap": True, "num_format": "@"}
    number = {**base, "num_format": "General", "align": "center"}
    ruled = {"border": 1, "border_color": LINE}
    head = {**base, **ruled, "bold": True, "text_wrap": True, "valign": "vcenter"}
    return Looks(
        title=book.add_format({**base, "bold": True, "font_size": 18, "font_color": BLUE, "valign": "vcenter"}),
        label=book.add_format({**base, "bold": True, "valign": "vcenter"}),
        fact=book.add_format({**base, **ruled, "bg_color": YELLOW, "align": "left", "valign": "vcenter"}),
        head=book.add_format({**head, "bg_color": PALE_BLUE}),
        needed=book.add_format({**head, "bg_color": BLUE, "font_color": "#FFFFFF"}),
        example=book.add_format(
            {**base, **ruled, "italic": True, "font_color": GREY, "text_wrap": True, "align": "left"}
        ),
        text=book.add_format(text),
        number=book.add_format(number),
        ruled_text=book.add_format({**text, **ruled}),
        ruled_number=book.add_format({**number, **ruled}),
        guide=book.add_format({**base, "text_wrap": True}),
        guide_key=book.add_format({**base, "align": "left"}),
    )
