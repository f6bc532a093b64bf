"""A knowledge record as a sheet to print: the six headings of the form on A4."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import xlsxwriter

from kmdash.domain.fiscal import thai_date
from kmdash.domain.knowledge import HEADINGS
from kmdash.domain.words import say
from kmdash.reports.cells import A4, FONT, OPTIONS, printed, row_height, safe, set_properties, sheet_name

_SIZE, _NUMBER, _TEXT = 16, 5, 82
_RESULTS = "6"  # the heading over 6.1 to 6.5


def record(row: Mapping[str, Any]) -> bytes:
    """One record (``domain.knowledge.RECORDS``) as a workbook whose only sheet prints on A4 upright.

    Every heading of the form is there; one without a text has lines to write on. Whose it is, is a unit: the name
    of a person is not known here and is written by hand.
    """
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        base = {"font_name": FONT, "font_size": _SIZE, "valign": "top", "text_wrap": True}
        title = book.add_format({**base, "bold": True, "font_size": 20, "align": "center", "valign": "vcenter"})
        head = book.add_format({**base, "bold": True})
        text = book.add_format({**base, "bottom": 4, "bottom_color": "#7B8794"})
        small = book.add_format({**base, "font_size": 12, "font_color": "#52606D"})
        name = row["title"] or ""
        set_properties(book, name)
        sheet = book.add_worksheet(sheet_name(say("record.sheet")))
        sheet.set_column(0, 0, _NUMBER)
        sheet.set_column(1, 1, _TEXT)
        sheet.hide_gridlines(2)
        sheet.merge_range(0, 0, 0, 1, say("record.form"), title)
        sheet.set_row(0, 34)
        at = 2
        for field, number in HEADINGS:
            if number == f"{_RESULTS}.1":
                sheet.write_string(at, 0, f"{_RESULTS}.", head)
                sheet.write_string(at, 1, say("record.results"), head)
                at += 1
            sheet.write_string(at, 0, number if "." in number else f"{number}.", head)
            sheet.write_string(at, 1, say(f"record.{field}"), head)
            told = safe(row[field] or "")
            sheet.write_string(at + 1, 1, told, text)
            sheet.set_row(at + 1, row_height([told], [_TEXT]) + 6)
            at += 2
        about = [say("record.office", office=row["office"] or "–", year=row["fiscal_year"] or "–")]
        if row["channel"] or row["published_on"]:
            day = thai_date(row["published_on"]) if row["published_on"] else None
            about.append(say("record.published", where=" · ".join(filter(None, [row["channel"], day]))))
        if row["constructed"]:
            about.append(say("behind.constructed"))
        for place, line in enumerate(about):
            sheet.write_string(at + 1 + place, 1, safe(line), small)
        sheet.set_portrait()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.7, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer(f"&L{printed(name, 240)}&R&P/&N")
        sheet.print_area(0, 0, at + len(about), 1)
    return target.getvalue()
