"""Form 1, the knowledge needed: a row an issue with its goal, KPI, target, unit and the knowledge it asks for."""

from io import BytesIO
from typing import Any

import xlsxwriter

from kmdash.domain import forms
from kmdash.domain.frames import records
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.reports.cells import OPTIONS, set_properties
from kmdash.reports.forms.paper import Paper, fitting, in_digits, looks_of, names_of, owner_of

TITLE = "แบบฟอร์มที่ 1 การจำแนกองค์ความรู้ที่จำเป็นต่อการผลักดันตามประเด็นยุทธศาสตร์"
ALWAYS = ("issue", "kpi", "knowledge")
_NAME = "แบบฟอร์มที่ 1"
_WIDTHS = {
    "issue": 30,
    "objective": 28,
    "critical_process": 24,
    "kpi": 32,
    "target": 20,
    "weight": 9,
    "owner": 20,
    "knowledge": 44,
}


def workbook(register: Register, *, digits: str = "arabic") -> bytes:
    """Form 1 of a register of one office and fiscal year; its items of knowledge are numbered, a line each.

    Columns that no row fills are left out, but for the issue, the KPI and the knowledge. Reading the form again gives
    the same rows. ``digits`` is ``arabic`` or ``th``, for the form's own numbers; texts stay as typed.

    Raises
    ------
    ValueError
        If the register holds several offices or fiscal years.
    """
    office, year = owner_of(register)
    rows = records(register.knowledge.sort_values("position", kind="stable"))
    fields = [name for name in forms.KNOWLEDGE if name in ALWAYS or any(_value(row, name, digits) for row in rows)]
    shown = [[_value(row, name, digits) for name in fields] for row in rows]
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        set_properties(book, TITLE)
        looks = looks_of(book, digits)
        [name] = names_of([in_digits(_NAME, digits)])
        paper = Paper(book, looks, name, fitting([_WIDTHS[field] for field in fields], shown), hidden=2)
        paper.line(in_digits(TITLE, digits), looks.title)
        paper.line(f"{forms.OFFICE} : {office or ''}")
        paper.line(f"{forms.YEARS} : {in_digits(year or '', digits)}")
        paper.blank()
        header = paper.row
        ids = [forms.KNOWLEDGE_ID, forms.KNOWLEDGE_PLAN]
        paper.cells([forms.KNOWLEDGE[name] for name in fields], looks.head, ids=ids, spare=6)
        styles = [looks.number if name == "weight" else looks.text for name in fields]
        for row, values in zip(rows, shown, strict=True):
            plan = [row["plan_id"].split("-", 2)[2]] if row["plan_id"] else []
            paper.cells(values, styles, ids=[row["knowledge_id"].rpartition("-")[2], *plan])
        paper.finish(header, in_digits(TITLE, digits))
    return target.getvalue()


def _value(row: Record, name: str, digits: str) -> Any:
    if name == "owner":
        return row["unit"]
    if name == "knowledge":
        items = enumerate((row["knowledge"] or "").split("\n"), start=1)
        return (
            "\n".join(f"{in_digits(f'{place})', digits)} {item}" for place, item in items)
            if row["knowledge"]
            else None
        )
    return row[name]
