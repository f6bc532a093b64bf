"""The marked months of a month grid as a period."""

from collections.abc import Sequence
from datetime import date

from kmdash.domain.fiscal import BE_OFFSET, MONTHS_SHORT
from kmdash.domain.period import PeriodKind, Precision
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record

_FIRST_MONTH = 10
_YEAR = 12

Months = Sequence[tuple[int, int, int | None]]


def grid_period(
    months: Months, *, fiscal_years: tuple[int, int] | None, cell: str, frame: str, row_id: str
) -> tuple[Record, list[Problem]]:
    """The period that marked columns show: one run of months is a range, several runs are its occurrences.

    ``months`` are (month, months long, year BE or None) in the grid's order. A column without a year lies in the
    plan's fiscal year (October to December in the calendar year before); where that is not known, or the plan
    runs over several, the year is asked.
    """
    text = ", ".join(_name(month) for month in months)
    columns: Record = {"period_text": text, "period_cell": cell}
    year = fiscal_years[0] if fiscal_years and fiscal_years[0] == fiscal_years[1] else None
    if year is None and any(month[2] is None for month in months):
        return columns | {"period_kind": str(PeriodKind.UNCLEAR)}, [_year_missing(text, cell, frame, row_id)]
    first_days = [day for month in months for day in _days(month, year)]
    runs = _runs(first_days)
    columns["precision"] = str(Precision.MONTH)
    if len(runs) > 1:
        occurrences = ";".join(day.isoformat() for day in first_days)
        return columns | {"period_kind": str(PeriodKind.RECURRING), "occurrences": occurrences}, []
    start, last = runs[0]
    kind = PeriodKind.POINT if start == last else PeriodKind.RANGE
    return columns | {"start": start, "end": _last_day(last), "period_kind": str(kind)}, []


def _name(month: tuple[int, int, int | None]) -> str:
    number, long, year = month
    names = [MONTHS_SHORT[(number - 1 + place) % _YEAR] for place in (0, long - 1)]
    shown = names[0] if long == 1 else f"{names[0]} - {names[1]}"
    return f"{shown} {year}" if year else shown


def _days(month: tuple[int, int, int | None], fiscal_year: int | None) -> list[date]:
    """The first days of a column's months."""
    number, long, year = month
    if year is None:
        assert fiscal_year is not None
        year = fiscal_year - (number >= _FIRST_MONTH)
    whole = [number - 1 + place for place in range(long)]
    return [date(year - BE_OFFSET + place // _YEAR, place % _YEAR + 1, 1) for place in whole]


def _runs(days: list[date]) -> list[tuple[date, date]]:
    """Months that follow one another, as (first, last)."""
    runs: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if runs and _index(day) == _index(runs[-1][1]) + 1:
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    return runs


def _index(day: date) -> int:
    return day.year * _YEAR + day.month


def _last_day(first: date) -> date:
    following = date(first.year + first.month // _YEAR, first.month % _YEAR + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _year_missing(text: str, cell: str, frame: str, row_id: str) -> Problem:
    return Problem(
        code="grid_year_missing",
        severity=Severity.QUESTION,
        cell=cell,
        found=text,
        message="ตารางเดือนไม่ได้บอกปี และไม่ทราบปีงบประมาณของแผน",
        remedy="พิมพ์ระยะเวลาพร้อมปี เช่น ต.ค. 61 - ม.ค. 62",
        frame=frame,
        row_id=row_id,
        field="period",
    )
