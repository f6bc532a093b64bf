"""Form 2, the KM action plan: a sheet a plan, columns as in the office's own form, stages in rows of their own."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from kmdash.domain import forms
from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.fiscal import fiscal_year_of
from kmdash.domain.frames import records
from kmdash.domain.level_texts import split_levels
from kmdash.domain.persons import hidden
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.shape import shapes_of
from kmdash.domain.stages import CHANGE, KM, OTHER, answers_of
from kmdash.reports.cells import OPTIONS, row_height, set_properties, write_cell
from kmdash.reports.forms.paper import Looks, Paper, day_text, fitting, in_digits, looks_of, names_of, owner_of
from kmdash.reports.forms.progress_report import latest

TITLE = "แผนการจัดการความรู้ (KM Action Plan)"
ALWAYS = ("text", "period", "owner", "status", "note")
USUAL = ("no", "indicator", "target", "target_group", "method")  # that a form has even where they are blank
_WIDTHS = {
    "no": 6,
    "text": 34,
    "method": 30,
    "technique": 16,
    "period": 15,
    "indicator": 24,
    "target": 22,
    "target_group": 20,
    "checklist": 26,
    "lessons": 26,
    "owner": 18,
    "status": 17,
    "percent": 11,
    "note": 14,
}
_CENTRED = ("no", "period", "status", "percent")
_LABELS = (*forms.HEAD.values(), "กระบวนงาน", "กลุ่มภารกิจ", "ผลลัพธ์ของ", "เป้าหมายตัวชี้วัด", "เป้าหมายของตัวชี้วัด", "ค่าเป้าหมาย")
_READ_OTHERWISE = re.compile(
    rf"(?:{'|'.join(_LABELS)}|หน่วยงาน|หน่วยที่|หน่วยวัด|ชื่อหน่วยงาน|ส่วนราชการ|ชื่อส่วนราชการ|ตัวชี้วัด|รหัสแผน|เลขที่แผน)"
)
_COLUMN = re.compile(r"!?\$?([A-Z]+)\$?\d+$")


def workbook(register: Register, *, as_of: date | None = None, digits: str = "arabic") -> bytes:
    """Form 2 of every plan of a register of one office and fiscal year, with its KPIs, activities and statuses.

    Columns stand in the order of the office's own form, where the plan was read from one; else in that of a form
    mapped by hand; else in the usual order. The status is the plan's own; where it has none, the latest report up to
    ``as_of`` (all days without), under a heading of its own: for reading, no part of the plan. Persons named as
    owners are written as "ผู้รับผิดชอบ" and the unit. Reading the form again gives the same plans.

    ``digits`` is ``arabic`` or ``th``, for the form's own numbers; texts stay as typed.

    Raises
    ------
    ValueError
        If the register holds several offices or fiscal years.
    """
    owner = owner_of(register)
    plans, reported = records(register.plans), latest(register, as_of)
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        set_properties(book, TITLE)
        looks = looks_of(book, digits)
        words = [in_digits(f"แผนที่ {plan['no']}", digits) if plan["no"] else TITLE for plan in plans]
        for name, plan in zip(names_of(words), plans, strict=True):
            _Plan(register, plan, reported, digits).write(book, looks, name, owner)
        if not plans:
            book.add_worksheet(TITLE)
    return target.getvalue()


class _Plan:
    """One plan: its rows in order, and how they are shown."""

    def __init__(self, register: Register, plan: Record, reported: Mapping[str, Record], digits: str):
        self.plan, self.digits = plan, digits
        self.activities = _of(register.activities, plan)
        self.kpis = _of(register.kpis, plan)
        self.reported = reported
        asked = register.problems
        self.asked = set(asked.loc[asked["code"] == "kpi_levels_missing", "row_id"].dropna())
        own_status = any(row["status_text"] or row["status"] for row in self.activities)
        told = any(row["activity_id"] in self.reported for row in self.activities)
        self.from_reports = told and not own_status
        self.beside = [name for name in forms.KPI_BESIDE if _needed(name, self.kpis)]
        fewest = forms.LEVEL_COUNT + 1 + len(self.beside) if self.kpis else 0
        self.fields = _fields(self.activities, _own_order(register, self.activities), fewest)

    def write(self, book: Any, looks: Looks, name: str, owner: tuple[str | None, int | None]) -> None:
        rows = [self._shown(row) for row in self.activities]
        widths = fitting([_WIDTHS[field] for field in self.fields], rows)
        paper = Paper(book, looks, name, widths, hidden=2)
        self._head(paper, owner)
        if self.kpis:
            self._write_kpis(paper)
            paper.blank()
        header = paper.row
        headings = [self._heading(field) for field in self.fields]
        paper.cells(headings, looks.head, ids=[forms.ACTIVITY_ID], spare=6)
        styles = [looks.centred if field in _CENTRED else looks.text for field in self.fields]
        before: object = None
        for row, shown in zip(self.activities, rows, strict=True):
            stage = self._stage(row)
            if stage and stage != before:
                paper.line(stage, looks.section)
                before = stage
            paper.cells(shown, styles, ids=[row["activity_id"].removeprefix(f"{self.plan['plan_id']}/")])
        paper.finish(header, self.plan["title"] or TITLE)

    def _head(self, paper: Paper, owner: tuple[str | None, int | None]) -> None:
        plan, digits, looks = self.plan, self.digits, paper.looks
        title = plan["title"]
        if title and not _READ_OTHERWISE.match(title):
            paper.line(title, looks.title)
        paper.line(f"{forms.PLAN_KEY} : {plan['plan_id'].split('-', 2)[2]}", hidden=True)
        if title and _READ_OTHERWISE.match(title):
            paper.line(f"{forms.PLAN_TITLE} : {title}", looks.title)
        if plan["no"]:
            paper.line(f"{forms.PLAN_NO} : {plan['no']}", hidden=True)
        office, year = owner
        paper.line(f"{forms.OFFICE} : {office or ''}")
        paper.line(f"{forms.YEARS} : {in_digits(_years(year, self.activities), digits)}")
        for label, text in {
            forms.UNIT: plan["unit"],
            **{label: plan[name] for name, label in forms.HEAD.items()},
        }.items():
            if text:
                paper.line(f"{label} : {text}")
        paper.blank()

    def _write_kpis(self, paper: Paper) -> None:
        """The KPIs with their five levels, the labels in two rows; what stands beside them only where it must."""
        looks, kpis = paper.looks, self.kpis
        beside = self.beside
        first = len(paper.widths) - forms.LEVEL_COUNT
        names = first - len(beside)
        paper.span(0, names - 1, forms.KPI_NAME, looks.head, rows=2)
        for place, name in enumerate(beside, start=names):
            paper.span(place, place, forms.KPI_BESIDE[name], looks.head, rows=2)
        paper.span(first, paper.last, forms.LEVELS, looks.head)
        for place, text in enumerate((forms.KPI_ID, forms.SCALE), start=len(paper.widths)):
            paper.sheet.write_string(paper.row, place, text, looks.small)
        for row in (paper.row, paper.row + 1):
            paper.sheet.set_row(row, row_height(["x"], [10]))
        paper.row += 1
        for level in range(1, forms.LEVEL_COUNT + 1):
            paper.sheet.write_string(paper.row, first + level - 1, in_digits(level, self.digits), looks.head)
        paper.row += 1
        for kpi in kpis:
            self._write_kpi(paper, kpi, names, beside, first)

    def _write_kpi(self, paper: Paper, kpi: Record, names: int, beside: Sequence[str], first: int) -> None:
        looks = paper.looks
        levels: list[Any] = (
            split_levels(kpi["level_texts"]) if kpi["level_texts"] else [kpi[name] for name in THRESHOLDS]
        )
        levels = [int(value) if isinstance(value, float) and value.is_integer() else value for value in levels]
        texts = [kpi["name"], *(kpi[name] for name in beside), *levels]
        widths = [sum(paper.widths[:names]), *paper.widths[names:]]
        paper.sheet.set_row(paper.row, row_height(["" if one is None else one for one in texts], widths))
        paper.span(0, names - 1, kpi["name"], looks.text)
        for place, value in enumerate([*(kpi[name] for name in beside), *levels], start=names):
            look = looks.number if isinstance(value, int | float) else looks.text
            write_cell(paper.sheet, paper.row, place, value, look)
        told = all(value is None for value in levels) and kpi["kpi_id"] not in self.asked
        scale = forms.MILESTONE if kpi["scale"] == "milestone" else forms.WITHOUT_LEVELS if told else ""
        paper.sheet.write_string(paper.row, len(paper.widths), kpi["kpi_id"].rpartition("/")[2], looks.small)
        if scale:
            paper.sheet.write_string(paper.row, len(paper.widths) + 1, scale, looks.small)
        paper.row += 1

    def _heading(self, field: str) -> str:
        return forms.REPORTED if field == "status" and self.from_reports else forms.ACTIVITY[field]

    def _stage(self, row: Record) -> str | None:
        """The section an activity stands in; None in a plan without stages."""
        process = self.plan["process"]
        if process is None:
            return None
        number = row["component" if process == CHANGE else "stage"]
        names = {at: name for name, at in answers_of(process if process in (KM, CHANGE) else KM).items()}
        return in_digits(names[number], self.digits) if number in names else OTHER

    def _shown(self, row: Record) -> list[Any]:
        return [self._value(row, field) for field in self.fields]

    def _value(self, row: Record, field: str) -> Any:
        value = row[forms.VALUE_OF.get(field, field)]
        if field == "owner" and value:
            return hidden(value, self.plan["unit"])[0]
        if field == "no" and value:
            return in_digits(value, self.digits)
        if field == "status" and self.from_reports:
            report = self.reported.get(row["activity_id"], {})
            share = f"{report['percent']:g} %" if report.get("percent") is not None else None
            told = (report.get("status_text"), share, day_text(report.get("reported_on"), self.digits))
            return "\n".join(in_digits(text, self.digits) for text in told if text) or None
        return value


def _of(frame: pd.DataFrame, plan: Record) -> list[Record]:
    return records(frame[frame["plan_id"] == plan["plan_id"]].sort_values("position", kind="stable"))


def _fields(activities: Sequence[Record], own: Sequence[str], fewest: int) -> list[str]:
    """The columns: those that hold anything and those a form always has, in the office's order, then the usual one.

    A number that has no column in the office's own form is the one its texts begin with, and needs none. There are
    at least ``fewest``, blank ones too: so wide is the table above.
    """
    filled = {
        field for field in forms.ACTIVITY for row in activities if row[forms.VALUE_OF.get(field, field)] is not None
    }
    shown = [field for field in forms.ACTIVITY if field in filled or field in ALWAYS]
    if own and "no" not in own:
        shown = [field for field in shown if field != "no"]
    shown += [field for field in USUAL if field not in shown][: max(0, fewest - len(shown))]
    shown.sort(key=list(forms.ACTIVITY).index)
    order = [field for field in own if field in shown]
    for field in shown:
        if field not in order:
            last = order.index("note") if "note" in order and field != "note" else len(order)
            order.insert(last, field)
    return order


def _own_order(register: Register, activities: Sequence[Record]) -> list[str]:
    """The fields as they stand from left to right in the office's own form; empty where it is not known."""
    places: dict[str, tuple[int, str]] = {}
    for row in activities:
        for field, cell in _cells(row).items():
            found = _COLUMN.search(cell)
            if field in forms.ACTIVITY and found and field not in places:
                places[field] = (len(found[1]), found[1])
    if "text" in places:
        return sorted(places, key=lambda field: places[field])
    shapes = [shape for shape in shapes_of(records(register.shapes)) if shape.form == "plan"]
    columns = shapes[0].columns if shapes else {}
    return sorted((field for field in columns if field in forms.ACTIVITY), key=lambda field: columns[field])


def _cells(row: Record) -> Mapping[str, str]:
    return json.loads(row["value_cells"] or "{}") or {}


def _years(year: int | None, activities: Sequence[Record]) -> str:
    """The plan's fiscal years: the first, and the last in which something recurs."""
    days = [date.fromisoformat(day) for row in activities for day in (row["occurrences"] or "").split(";") if day]
    last = max((fiscal_year_of(day) for day in days), default=year or 0)
    return f"{year} - {last}" if year and last > year else f"{year or ''}"


def _needed(name: str, kpis: Sequence[Record]) -> bool:
    """Whether a column beside the levels says more than the KPIs' names do."""
    told = {"unit": forms.unit_in, "target": forms.mark_in}.get(name, lambda _: None)
    return any(kpi[name] != told(kpi["name"]) for kpi in kpis)
