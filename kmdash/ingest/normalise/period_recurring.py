"""What comes again and again, and what is listed: on the calendar."""

from datetime import date, timedelta

from kmdash.domain.fiscal import (
    FISCAL_MONTHS,
    MONTHS_SHORT,
    fiscal_months,
    fiscal_year_of,
    fiscal_year_span,
    month_end,
)
from kmdash.domain.period import Period, PeriodKind, Precision
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.period_calendar import bounds, settle_span
from kmdash.ingest.normalise.period_doubts import Doubt, several
from kmdash.ingest.normalise.period_parts import Listing, PlanYears, Recurrence, Span, is_dated
from kmdash.ingest.normalise.period_years import with_years

_EVERY: dict[str, tuple[Precision | None, tuple[int, ...]]] = {
    "week": (None, ()),
    "month": (Precision.MONTH, FISCAL_MONTHS),
    "quarter": (Precision.QUARTER, (10, 1, 4, 7)),
    "half_year": (Precision.QUARTER, (10, 4)),
    "fiscal_year": (Precision.YEAR, FISCAL_MONTHS[-1:]),
}
_LEAP_YEAR = 2000


def settle_recurrence(found: Recurrence, years: PlanYears | None) -> Period:
    """A recurring period: it occurs on the first (or the day named) of its months, in the plan's years.

    What comes once a fiscal year without a month of its own (``ปีละ ๑ ครั้ง``) falls due with the year, in its last
    month. Without years, or where no month is named (``ทุกสัปดาห์``), it has no occurrences.
    """
    precision, months = _EVERY[found.every]
    if found.month is not None:
        precision, months = Precision.MONTH, (found.month,)
    if found.day is not None:
        precision = Precision.DAY
        if not 1 <= found.day <= month_end(date(_LEAP_YEAR, found.month or 1, 1)).day:
            name = MONTHS_SHORT[found.month - 1] if found.month else "ของเดือน"
            raise Doubt("impossible_date", worded("reader_periods.impossible_of_month", day=found.day, name=name))
    return Period(
        text="",
        precision=precision,
        kind=PeriodKind.RECURRING,
        recurs_month=found.month,
        recurs_every=found.every,
        occurrences=_occurrences(months, found, years),
    )


def settle_listing(found: Listing, years: PlanYears | None) -> Period:
    """Days or months in a row are one range; anything else is several periods, which is asked."""
    stamps = list(found.stamps)
    whole = with_years(Span(stamps[0], stamps[-1]), years)
    if found.mixed:
        raise several(whole)
    if not is_dated(whole.last):
        return settle_span(whole, years)
    stamps[-1] = whole.last
    for at in range(len(stamps) - 1, 0, -1):
        pair = with_years(Span(stamps[at - 1], stamps[at]), years)
        stamps[at - 1 : at + 1] = [pair.first, pair.last]
        if bounds(pair.first)[1] + timedelta(days=1) != bounds(pair.last)[0]:
            raise several(whole)
    return settle_span(Span(stamps[0], stamps[-1]), years)


def _occurrences(months: tuple[int, ...], found: Recurrence, years: PlanYears | None) -> tuple[date, ...]:
    first, last = None, None
    if found.within is not None:
        within = _settled_within(found.within, years)
        first, last = within.start, within.end
    elif years is not None:
        first, last = fiscal_year_span(years.first)[0], fiscal_year_span(years.last)[1]
    if first is None or last is None:
        return ()
    named = [day for year in range(fiscal_year_of(first), fiscal_year_of(last) + 1) for day in fiscal_months(year)]
    days = [day for day in named if day.month in months and first.replace(day=1) <= day <= last]
    if found.day is None:
        return tuple(days)
    return tuple(day.replace(day=found.day) for day in days if found.day <= month_end(day).day)


def _settled_within(span: Span, years: PlanYears | None) -> Period:
    try:
        return settle_span(span, years)
    except Doubt as doubt:  # its ends and choices are those of the range, which does not recur
        raise Doubt(doubt.code, doubt.question, precision=doubt.precision) from doubt
