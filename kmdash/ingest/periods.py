"""A period cell as columns of a record, with the questions and findings it raises."""

from datetime import date
from typing import Any

from kmdash.domain.period import Period, PeriodKind, Precision
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.wording import worded
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
    fiscal_years: tuple[int, int] | None,
    number_format: str = "General",
    after: date | None = None,
) -> tuple[Record, list[Problem]]:
    """Read a period cell for the row ``row_id`` of ``frame``; ``fiscal_years`` are the first and last (BE).

    ``value`` is the cell's value (text or a real date), ``number_format`` its format and ``text`` what it
    shows; ``after`` is the start of the row before, which only orders the choices of a question. A blank
    cell gives blank columns.
    """
    if value is None or not text:
        return {"period_text": None, "period_cell": None}, []
    period = parse_value(value, number_format=number_format, fiscal_years=fiscal_years, after=after)
    columns = {"period_text": text, "period_cell": cell, **period_columns(period)}
    return columns, _problems(period, text, cell or "", frame, row_id)


def read_span(
    start: tuple[Any, str, str] | None,
    end: tuple[Any, str, str] | None,
    *,
    cells: tuple[str | None, str | None],
    frame: str,
    row_id: str,
    fiscal_years: tuple[int, int] | None,
) -> tuple[Record, list[Problem]]:
    """Read a period whose first and last day stand in two cells, each as (value, text, number format).

    A blank end is none: a start alone runs on without a date to be late at, an end alone is a deadline.
    """
    parts = [
        parse_value(part[0], number_format=part[2], fiscal_years=fiscal_years) if part else None
        for part in (start, end)
    ]
    first, last = parts
    texts = [part[1] if part else "" for part in (start, end)]
    text = " - ".join(filter(None, texts))
    if not text:
        return {"period_text": None, "period_cell": None}, []
    problems = [
        problem
        for part, shown, cell in zip(parts, texts, cells, strict=True)
        if part
        for problem in _problems(part, shown, cell or "", frame, row_id)
    ]
    begins, ends = first.start if first else None, last.end if last else None
    columns: Record = {
        "period_text": text,
        "period_cell": cells[0] or cells[1],
        "start": begins,
        "end": ends,
        "precision": _coarsest(parts),
        "period_kind": str(PeriodKind.DEADLINE if not begins and ends and not problems else PeriodKind.RANGE),
    }
    if begins and ends and begins > ends:
        problems.append(_backwards(text, columns["period_cell"] or "", frame, row_id))
        columns |= {"start": None, "end": None}
    if any(problem.severity == Severity.QUESTION for problem in problems):
        columns["period_kind"] = str(PeriodKind.UNCLEAR)
    return columns, problems


def _coarsest(parts: list[Period | None]) -> str | None:
    order = [Precision.DAY, Precision.MONTH, Precision.QUARTER, Precision.YEAR]
    found = [part.precision for part in parts if part and part.precision]
    return str(max(found, key=order.index)) if found else None


def _backwards(text: str, cell: str, frame: str, row_id: str) -> Problem:
    return Problem(
        code="runs_backwards",
        severity=Severity.QUESTION,
        cell=cell,
        found=text,
        message=worded("reader_cells.runs_backwards"),
        remedy=worded("reader_cells.runs_backwards_do"),
        frame=frame,
        row_id=row_id,
        field="period",
    )


def _problems(period: Period, text: str, cell: str, frame: str, row_id: str) -> list[Problem]:
    """The questions and findings a period's words raise."""
    problems = [
        Problem(
            code=code,
            severity=Severity.WARNING,
            cell=cell,
            found=text,
            message=message,
            remedy=worded("reader_cells.period_note_do"),
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
                cell=cell,
                found=text,
                message=period.question,
                remedy=worded("reader_cells.period_question_do"),
                proposal=period.choices[0] if period.choices else None,
                choices=period.choices,
                frame=frame,
                row_id=row_id,
                field="period",
            )
        )
    return problems
