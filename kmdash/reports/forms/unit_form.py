"""The progress form sent to units each round: their activities filled in, what they are to report left blank."""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from kmdash.domain import template
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.words import say
from kmdash.reports.cells import OPTIONS, set_properties
from kmdash.reports.forms.paper import Paper, looks_of, names_of, owner_of
from kmdash.reports.forms.progress_report import FILLED_IN, TITLE, activity_rows, write_report

UNIT = "หน่วยงานที่รายงาน"
HINT = "กรอกเฉพาะช่องสีเหลือง จะสลับ เรียงลำดับ หรือระบายสีแถวและคอลัมน์ก็ได้ โดยไม่ลบคอลัมน์รหัสกิจกรรมที่ซ่อนอยู่"
WITHOUT_UNIT = "ไม่ระบุหน่วยงาน"


def workbook(register: Register, units: Sequence[str] = (), *, digits: str = "arabic") -> bytes:
    """A sheet for each unit with its activities: those of its own plans, and those of others that name it as owner.

    Without ``units`` every unit that has a plan gets its sheet, and plans without a unit a last one. Status, share
    done, date and obstacles are blank, to be filled in; each row carries its activity's id in a hidden column, so
    that it is read back exactly, however rows and columns were moved or coloured. ``digits`` is ``arabic`` or ``th``.

    Raises
    ------
    ValueError
        If the register holds several offices or fiscal years.
    """
    owner = owner_of(register)
    rows = activity_rows(register, {}, digits)
    asked: list[str | None] = list(units) or list(dict.fromkeys(row["unit"] for row in rows if row["unit"]))
    if not units and any(row["unit"] is None for row in rows):
        asked.append(None)
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        set_properties(book, TITLE)
        looks = looks_of(book, digits)
        for name, unit in zip(names_of([unit or WITHOUT_UNIT for unit in asked]), asked, strict=True):
            own = [row for row in rows if _is_of(row, unit)]
            lines = [f"{UNIT} : {unit or WITHOUT_UNIT}", HINT]
            fields = [*template.READ_ONLY, *FILLED_IN]
            paper, header = write_report(
                book, looks, name, own, fields, owner=owner, lines=lines, digits=digits, to_fill=FILLED_IN
            )
            _guide_entry(paper, header + 1, fields)
        if not asked:
            book.add_worksheet(WITHOUT_UNIT)
    return target.getvalue()


def _is_of(row: Record, unit: str | None) -> bool:
    return row["unit"] == unit or (unit is not None and unit in row["owners"])


def _guide_entry(paper: Paper, first: int, fields: Sequence[str]) -> None:
    """The list of statuses to choose from, and hints beside the cells to fill in."""
    last = max(first, paper.row - 1)
    rules = {
        "status_text": {
            "validate": "list",
            "source": list(template.STATUSES),
            "error_type": "warning",
            "error_message": say("template_file.not_in_list"),
        },
        "percent": {
            "validate": "any",
            "input_title": say("template_file.number"),
            "input_message": say("template_file.number_help"),
        },
        "reported_on": {
            "validate": "any",
            "input_title": say("template_file.day"),
            "input_message": say("template_file.day_help"),
        },
    }
    for field, rule in rules.items():
        place = fields.index(field)
        paper.sheet.data_validation(first, place, last, place, rule)
