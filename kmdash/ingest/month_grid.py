"""The marked months of a month grid, and the dates typed into it, as a period."""

import re
from collections.abc import Sequence
from datetime import date

from kmdash.domain.fiscal import BE_OFFSET, FIRST_MONTH, MONTHS_SHORT, month_end
from kmdash.domain.period import Period, PeriodKind, Precision
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.periods import parse_period, parse_value
from kmdash.ingest.periods import period_columns
from kmdash.ingest.records.drafts import GridDraft, Month, TypedDate

_YEAR = 12
_DAYS = re.compile(r"\d{1,2}\s*(?:-|–|—|ถึง)\s*\d{1,2}")
_NO_DATE = "reader_cells.grid_not_a_mark"
_WHOLE_YEAR = (PeriodKind.ALL_YEAR, PeriodKind.RECURRING)


def grid_period(
    grid: GridDraft, *, fiscal_years: tuple[int, int] | None, frame: str, row_id: str
) -> tuple[Record, list[Problem]]:
    """The period that a row of a grid shows: one run of months is a range, several runs are its occurrences.

    A column without a year lies in the plan's fiscal year (October to December in the calendar year before); where
    that is not known, or the plan runs over several, the year is asked. Dates typed into the grid must lie in
    their columns; one alone is the period, beside marks or others each is an occurrence. What the marks leave
    open is asked.
    """
    year = fiscal_years[0] if fiscal_years and fiscal_years[0] == fiscal_years[1] else None
    every = [*grid.months, *(month for typed in grid.dates for month in typed.months)]
    ask = _Asked(grid.cell, year, frame, row_id)
    if grid.doubt:
        return ask.which(worded(grid.doubt), grid.found or _names(grid.readings[-1]), grid.readings)
    if year is None and any(month[2] is None for month in every):
        return ask.year(_names(every))
    periods = [_typed(typed, year) for typed in grid.dates]
    alone = len(periods) == 1 and not grid.months
    unread = [
        typed
        for typed, period in zip(grid.dates, periods, strict=True)
        if period is None or (period.kind in _WHOLE_YEAR and not alone)
    ]
    if unread:
        return ask.which(worded(_NO_DATE), unread[0].text, [every], unread[0].cell)
    dated = [period for period in periods if period]
    if alone:
        return {"period_text": dated[0].text, "period_cell": grid.cell, **period_columns(dated[0])}, []
    columns: Record = {
        "period_text": ", ".join(filter(None, (_names(grid.months), *(period.text for period in dated)))),
        "period_cell": grid.cell,
    }
    months = [day for month in grid.months for day in _days(month, year)]
    if dated:
        starts = [period.start for period in dated if period.start]
        precision = Precision.MONTH if months else Precision.DAY
        return columns | _recurring([*months, *starts], precision), []
    runs = _runs(months)
    if len(runs) > 1:
        return columns | _recurring(months, Precision.MONTH), []
    start, last = runs[0]
    kind = PeriodKind.POINT if start == last else PeriodKind.RANGE
    end = month_end(last)
    return columns | {"start": start, "end": end, "precision": str(Precision.MONTH), "period_kind": str(kind)}, []


def _recurring(days: list[date], precision: Precision) -> Record:
    return {
        "precision": str(precision),
        "period_kind": str(PeriodKind.RECURRING),
        "occurrences": ";".join(day.isoformat() for day in sorted(set(days))),
    }


def _typed(typed: TypedDate, year: int | None) -> Period | None:
    """A date typed into a grid's cell, with the year of its column where it has none; None where it is outside."""
    days = [day for month in typed.months for day in _days(month, year)]
    years = sorted({day.year + BE_OFFSET for day in days})
    words = arabic(typed.text).strip()
    if not isinstance(typed.value, str):
        found = [parse_value(typed.value, number_format=typed.number_format)]
    elif _DAYS.fullmatch(words) and len(days) == 1:
        found = [parse_period(f"{words} {MONTHS_SHORT[days[0].month - 1]} {years[0]}")]
    else:
        found = [parse_period(typed.text, fiscal_years=(year, year) if year else None)]
        if found[0].question_code == "missing_year":
            found = [parse_period(f"{typed.text} {one}") for one in years]
    return next((period for period in found if _fits(period, days)), None)


def _fits(period: Period, days: list[date]) -> bool:
    """Whether a period is certain and lies in these months; what runs the whole year has no months of its own."""
    if period.question or period.kind == PeriodKind.UNCLEAR:
        return False
    first, last = period.start or period.end, period.end or period.start
    if period.kind in _WHOLE_YEAR or not first or not last:
        return period.kind in _WHOLE_YEAR
    return min(days) <= first and last <= month_end(max(days))


def _names(months: Sequence[Month]) -> str:
    return ", ".join(map(_name, months))


def _name(month: Month) -> str:
    number, long, year = month
    names = [MONTHS_SHORT[(number - 1 + place) % _YEAR] for place in (0, long - 1)]
    shown = names[0] if long == 1 else f"{names[0]} - {names[1]}"
    return f"{shown} {year}" if year else shown


def _days(month: Month, fiscal_year: int | None) -> list[date]:
    """The first days of a column's months."""
    number, long, year = month
    if year is None:
        assert fiscal_year is not None
        year = fiscal_year - (number >= FIRST_MONTH)
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


class _Asked:
    """What is asked about a row of a grid; its period is unclear until answered."""

    def __init__(self, cell: str, year: int | None, frame: str, row_id: str):
        self.cell, self.fiscal_year, self.frame, self.row_id = cell, year, frame, row_id

    def which(
        self, question: str, found: str, readings: Sequence[Sequence[Month]], cell: str | None = None
    ) -> tuple[Record, list[Problem]]:
        """Which months are meant; those readings that are one run of known years are offered."""
        printed = (self._printed(months) for months in readings)
        choices = tuple(dict.fromkeys(text for text in printed if text))
        proposal = choices[0] if len(choices) == 1 else None
        return self._unclear("grid_unclear", question, found, cell or self.cell, choices, proposal)

    def year(self, found: str) -> tuple[Record, list[Problem]]:
        """Which year the grid's months are of."""
        question = worded("reader_cells.grid_year_missing")
        return self._unclear("grid_year_missing", question, found, self.cell, (), None)

    def _unclear(
        self, code: str, question: str, found: str, cell: str, choices: tuple[str, ...], proposal: str | None
    ) -> tuple[Record, list[Problem]]:
        problem = Problem(
            code=code,
            severity=Severity.QUESTION,
            cell=cell,
            found=found,
            message=question,
            remedy=worded("reader_cells.grid_do"),
            proposal=proposal,
            choices=choices,
            frame=self.frame,
            row_id=self.row_id,
            field="period",
        )
        return {"period_text": found, "period_cell": cell, "period_kind": str(PeriodKind.UNCLEAR)}, [problem]

    def _printed(self, months: Sequence[Month]) -> str | None:
        if self.fiscal_year is None and any(month[2] is None for month in months):
            return None
        runs = _runs([day for month in months for day in _days(month, self.fiscal_year)])
        if len(runs) != 1:
            return None
        names = [f"{MONTHS_SHORT[day.month - 1]} {day.year + BE_OFFSET}" for day in runs[0]]
        return " - ".join(dict.fromkeys(names))
