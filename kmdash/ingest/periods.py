"""A period cell as columns of a record, with the questions and findings it raises."""

from datetime import date
from typing import Any

from kmdash.domain.period import Period
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.ingest.normalise.periods import parse_value


def period_columns(period: Period) -> Record:
    """The dated columns of a record (``domain.columns``): dates, precision, kind, recurrence; not the text."""
    return {
        "start": period.start,
        "end": period.end,
        "precision": str(period.precision) if period.precision else None,
        "period_kind": str(period.kind) if period.text else None,
        "recurs_month": period.recurs_month,
        "recurs_every": period.recurs_every,
        "occurrences": ";".join(day.isoformat() for day in period.occurrences) or None,
    }


def read_period(
    value: Any,
    text: str | None,
    *,
    cell: str | None,
    frame: str,
    row_id: str,
    fiscal_year: int | None,
    number_format: str = "General",
    after: date | None = None,
) -> tuple[Record, list[Problem]]:
    """Read a period cell for the row ``row_id`` of ``frame``.

    ``value`` is the cell's value (text or a real date), ``number_format`` its format and ``text`` what it
    shows; ``after`` is the start of the row before, which only orders the choices of a question. A blank
    cell gives blank columns.
    """
    if value is None or not text:
        return {"period_text": None, "period_cell": None}, []
    period = parse_value(value, number_format=number_format, fiscal_year=fiscal_year, after=after)
    columns = {"period_text": text, "period_cell": cell, **period_columns(period)}
    problems = [
        Problem(
            code=code,
            severity=Severity.WARNING,
            cell=cell or "",
            found=text,
            message=message,
            remedy="ตรวจระยะเวลาในช่องนี้ ถ้าถูกต้องแล้วไม่ต้องทำอะไร",
            frame=frame,
            row_id=row_id,
        )
        for code, message in period.notes
    ]
    if period.question:
        problems.append(
            Problem(
                code=period.question_code or "unreadable_period",
                severity=Severity.QUESTION,
                cell=cell or "",
                found=text,
                message=period.question,
                remedy="เลือกหรือพิมพ์ระยะเวลาที่ถูกต้อง เช่น มิ.ย. 62 หรือ 1 - 15 มิ.ย. 62",
                proposal=period.choices[0] if period.choices else None,
                choices=period.choices,
                frame=frame,
                row_id=row_id,
                field="period",
            )
        )
    return columns, problems
