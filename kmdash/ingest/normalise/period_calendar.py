"""What the words of a period name, put on the calendar; what is not certain becomes a question."""

from dataclasses import replace
from datetime import date

from kmdash.domain.fiscal import FIRST_MONTH, fiscal_year_of, fiscal_year_span, month_end
from kmdash.domain.period import Period, PeriodKind, Precision
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.period_doubts import (
    Doubt,
    about_ends,
    backwards,
    impossible,
    missing_end_year,
    no_end,
    range_due,
    too_far,
    weekday_differs,
)
from kmdash.ingest.normalise.period_parts import PlanYears, Span, Stamp, calendar_year, finest, is_dated
from kmdash.ingest.normalise.period_years import with_years

_EARLIEST, _LATEST = 1800, 2457


def settle_span(span: Span, years: PlanYears | None) -> Period:
    """The period of a span (without its text).

    Raises
    ------
    Doubt
        If one of its ends, or both together, are not certain.
    """
    if span.whole and not is_dated(span.first):
        return _plan_year(span, years)
    filled = with_years(span, years)
    start, end = _ends(filled, years)
    if start > end:
        raise backwards(filled, start, end)
    if filled.open:
        raise no_end(filled, start, years)
    if filled.deadline and filled.first != filled.last:
        raise range_due(filled, end)
    return Period(
        text="",
        start=None if filled.deadline else start,
        end=end,
        precision=filled.last.precision if filled.deadline else finest(filled),
        kind=_kind(filled, start, end),
        notes=(*_outside(None if filled.deadline else start, end, years), *_contradictions(filled, start, end)),
    )


def bounds(stamp: Stamp) -> tuple[date, date]:
    """First and last day of a stamp whose year is known; a Doubt where the calendar has no such day."""
    year = calendar_year(stamp)
    if year is None or stamp.month is None or not _EARLIEST <= year <= _LATEST:
        raise Doubt("year_far_off", worded("reader_periods.year_unlikely"))
    if not 1 <= stamp.month <= 12:
        raise impossible(stamp, year)
    first = date(year, stamp.month, 1)
    if stamp.precision is not Precision.DAY:
        more_years, last_month = divmod(stamp.month + stamp.months - 2, 12)
        return first, month_end(date(year + more_years, last_month + 1, 1))
    if stamp.day is None or not 1 <= stamp.day <= month_end(first).day:
        raise impossible(stamp, year)
    day = first.replace(day=stamp.day)
    return day, day


def _ends(span: Span, years: PlanYears | None) -> tuple[date, date]:
    """First and last day of a span; a Doubt about one end keeps the other."""
    days: list[date | None] = []
    doubts: list[Doubt] = []
    offered: list[list[Stamp]] = []
    for side, stamp in enumerate((span.first, span.last)):
        try:
            if not is_dated(stamp):
                raise missing_end_year(span, years)
            days.append(_checked(stamp, side, years))
            offered.append([stamp])
        except Doubt as doubt:
            days.append(None)
            doubts.append(doubt)
            offered.append(list(doubt.stamps))
    start, end = days
    if start is None or end is None:
        raise about_ends(doubts[0], span, (offered[0], offered[1]), start, end)
    return start, end


def _checked(stamp: Stamp, side: int, years: PlanYears | None) -> date:
    day = bounds(stamp)[side]
    if years is not None and years.distance(fiscal_year_of(day)) > 2:
        raise too_far(stamp, day, years)
    if stamp.weekday is not None and day.weekday() != stamp.weekday:
        raise weekday_differs(stamp, day)
    return day


def _plan_year(span: Span, years: PlanYears | None) -> Period:
    """ "ตลอดปี" without a year: the plan's own fiscal years, or no dates where those are not known."""
    start, end = (None, None) if years is None else (fiscal_year_span(years.first)[0], fiscal_year_span(years.last)[1])
    if not span.deadline:
        return Period("", start, end, Precision.YEAR, PeriodKind.ALL_YEAR)
    if end is None:
        raise Doubt("missing_year", worded("reader_periods.fiscal_year_missing"), precision=Precision.YEAR)
    return Period("", None, end, Precision.YEAR, PeriodKind.DEADLINE)


def _kind(span: Span, start: date, end: date) -> PeriodKind:
    if span.deadline:
        return PeriodKind.DEADLINE
    one_year = (start, end) == fiscal_year_span(fiscal_year_of(start))
    whole = span.whole or (span.outer is not None and span.outer.whole and one_year)
    if whole or (span.first == span.last and span.first.precision is Precision.YEAR):
        return PeriodKind.ALL_YEAR
    if span.first == span.last and span.first.months <= 3:
        return PeriodKind.POINT
    return PeriodKind.RANGE


def _outside(start: date | None, end: date, years: PlanYears | None) -> tuple[tuple[str, str], ...]:
    named = [fiscal_year_of(day) for day in (start, end) if day is not None]
    if years is None or all(years.distance(year) == 0 for year in named):
        return ()
    return (("outside_fiscal_year", worded("reader_periods.outside", years=str(years))),)


def _contradictions(span: Span, start: date, end: date) -> tuple[tuple[str, str], ...]:
    """What the coarser words, or the length, say otherwise; the finer words win."""
    notes = []
    if span.outer is not None and not _agrees(span, span.outer, start, end):
        quarter = finest(span.outer) is Precision.QUARTER
        code = "quarter-contradicts" if quarter else "year-contradicts"
        notes.append((code, worded(f"reader_periods.{'quarter' if quarter else 'year'}_contradicts")))
    if span.length is not None and finest(span) in (Precision.DAY, Precision.MONTH):
        count, unit = span.length
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        actual = {"day": (end - start).days + 1, "month": months}.get(unit, count)
        if actual != count:
            notes.append(("duration-differs", worded("reader_periods.duration_differs", count=count, actual=actual)))
    return tuple(notes)


def _agrees(span: Span, outer: Span, start: date, end: date) -> bool:
    if finest(outer) is Precision.YEAR:
        first, last = _year_bounds(outer.first), _year_bounds(outer.last)
        return first is None or last is None or (first[0] <= start and end <= last[1])
    own = fiscal_year_of(start)
    first_day, _ = bounds(replace(outer.first, fiscal=outer.first.fiscal or outer.last.fiscal or own))
    _, last_day = bounds(replace(outer.last, fiscal=outer.last.fiscal or own))
    if span.first == span.last and not span.deadline:
        return first_day <= start and end <= last_day
    return end == last_day and (span.deadline or start == first_day)


def _year_bounds(stamp: Stamp) -> tuple[date, date] | None:
    """The days a year may mean: of a year not said to be fiscal, those of the fiscal and the calendar year."""
    if stamp.fiscal is not None:
        return bounds(stamp)
    if stamp.year is None:
        return None
    return bounds(replace(stamp, year=stamp.year - 1, month=FIRST_MONTH))[0], bounds(stamp)[1]
