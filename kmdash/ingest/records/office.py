"""Whose plan it is and of which fiscal year, as the file's own titles tell; what is not certain is asked."""

import re
from collections import Counter

from kmdash.domain.fiscal import fiscal_year_of
from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.ingest.normalise.periods import parse_period
from kmdash.ingest.normalise.text import arabic
from kmdash.ingest.records.collect import Collected
from kmdash.ingest.sheet import Sheet

_OFFICE = re.compile(r"^ชื่อส่วนราชการ\s*:\s*(.+)$")
_OF_OFFICE = re.compile(r"^แผนการจัดการความรู้ของ\s*(.+?)\s*ประจำปี")
_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s*ศ\.?)?\s*(25\d\d)")


def find_office(sheets: list[Sheet]) -> tuple[str | None, list[Problem]]:
    """The office's name, or None and a question when the file names none or several."""
    named: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    cells: dict[str, str] = {}
    for sheet in sheets:
        for row in sheet.rows:
            for column, text in sheet.cells(row).items():
                found = _OFFICE.match(text) or _OF_OFFICE.match(text)
                if found:
                    key = match_key(found[1])
                    named[key] += 1
                    spelled.setdefault(key, found[1].strip())
                    cells.setdefault(key, sheet.address(row, column))
                    sheet.usage.use(sheet.name, row, column)
    if len(named) == 1:
        return next(iter(spelled.values())), []
    choices = tuple(spelled[key] for key, _ in named.most_common())
    return None, [
        Problem(
            code="office_unclear" if choices else "office_missing",
            severity=Severity.QUESTION,
            cell=next(iter(cells.values()), _first_cell(sheets)),
            found=" / ".join(choices),
            message="ไฟล์นี้ระบุชื่อส่วนราชการไว้หลายชื่อ" if choices else "ไฟล์นี้ไม่ได้ระบุชื่อส่วนราชการ",
            remedy="เลือกหรือพิมพ์ชื่อส่วนราชการเจ้าของแผน",
            choices=choices,
            field="office",
        )
    ]


def find_fiscal_year(sheets: list[Sheet], found: Collected) -> tuple[int | None, list[Problem]]:
    """The fiscal year (BE): as titled, else the one all dates of the plans lie in, else None and a question."""
    titled: Counter[int] = Counter()
    for sheet in sheets:
        for row in sheet.rows:
            for text in sheet.cells(row).values():
                titled.update(int(year) for year in _YEAR.findall(arabic(text)))
    if len(titled) == 1:
        return next(iter(titled)), []
    dated = _years_of_dates(found)
    if not titled and len(dated) == 1:
        year = next(iter(dated))
        return year, [_inferred(year, sheets)]
    choices = tuple(f"{year}" for year, _ in (titled or dated).most_common())
    return None, [
        Problem(
            code="fiscal_year_unclear",
            severity=Severity.QUESTION,
            cell=_first_cell(sheets),
            found=" / ".join(choices),
            message="บอกไม่ได้แน่ว่าเป็นแผนของปีงบประมาณใด",
            remedy="เลือกหรือพิมพ์ปีงบประมาณ พ.ศ.",
            proposal=choices[0] if choices else None,
            choices=choices,
            field="fiscal_year",
        )
    ]


def _years_of_dates(found: Collected) -> Counter[int]:
    years: Counter[int] = Counter()
    for plan in found.plans:
        for activity in plan.activities:
            period = parse_period(activity.texts.get("period", ""))
            years.update(fiscal_year_of(day) for day in (period.start, period.end) if day)
    return years


def _inferred(year: int, sheets: list[Sheet]) -> Problem:
    return Problem(
        code="fiscal_year_inferred",
        severity=Severity.INFO,
        cell=_first_cell(sheets),
        found="",
        message=f"ไฟล์ไม่ได้ระบุปีงบประมาณ แต่ระยะเวลาทุกกิจกรรมอยู่ในปีงบประมาณ พ.ศ. {year}",
        remedy="ถ้าไม่ใช่ ให้เติมปีงบประมาณในชื่อแผนแล้วนำเข้าอีกครั้ง",
    )


def _first_cell(sheets: list[Sheet]) -> str:
    sheet = next((sheet for sheet in sheets if sheet.rows), None)
    return sheet.address(sheet.rows[0], 1) if sheet else ""
