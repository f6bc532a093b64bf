"""The questions a period may raise, each with the readings to offer."""

from dataclasses import replace
from datetime import date, timedelta

from kmdash.domain.fiscal import BE_OFFSET, FIRST_MONTH, MONTHS_SHORT, month_end
from kmdash.domain.period import Precision
from kmdash.domain.wording import Worded, worded
from kmdash.ingest.normalise.period_parts import (
    Expression,
    PlanYears,
    Span,
    Stamp,
    finest,
    fiscal_year_named,
    is_coarse,
)

_MOST_CHOICES = 5


class Doubt(Exception):
    """What is not certain in a period: a code, a question, and readings to offer, likeliest first.

    ``start`` and ``end`` are the ends that could be read all the same. A doubt about one stamp offers
    ``stamps``; one about a whole period offers ``alternatives``.
    """

    def __init__(
        self,
        code: str,
        question: str,
        alternatives: tuple[Expression, ...] = (),
        *,
        stamps: tuple[Stamp, ...] = (),
        start: date | None = None,
        end: date | None = None,
        precision: Precision | None = None,
    ):
        super().__init__(question)
        self.code = code
        self.question = question
        self.alternatives = alternatives
        self.stamps = stamps
        self.start = start
        self.end = end
        self.precision = precision


def about_ends(
    doubt: Doubt, span: Span, offered: tuple[list[Stamp], list[Stamp]], start: date | None, end: date | None
) -> Doubt:
    """A doubt about one end (or both) of a span, as one about the span; the end that is certain is kept."""
    firsts, lasts = offered
    if span.first == span.last:
        pairs, start, end = [(stamp, stamp) for stamp in firsts], None, None
    elif len(firsts) > 1 and len(lasts) > 1:
        pairs = list(zip(firsts, lasts, strict=False))
    else:
        pairs = [(first, last) for first in firsts for last in lasts]
    alternatives = tuple(replace(span, first=first, last=last) for first, last in pairs)
    start = None if span.deadline else start
    return Doubt(doubt.code, doubt.question, alternatives, start=start, end=end, precision=finest(span))


def impossible(stamp: Stamp, year: int) -> Doubt:
    """There is no such day: 31 เม.ย., or a month 13 (offered the other way round, as 12/31 is meant)."""
    day, month = stamp.day, stamp.month or 0
    offered: tuple[Stamp, ...] = ()
    if not 1 <= month <= 12:
        shown = f"{day}/{month}/{year + BE_OFFSET}" if day is not None else f"{month}/{year + BE_OFFSET}"
        if day is not None and 1 <= day <= 12:
            offered = (replace(stamp, day=month, month=day),)
    else:
        shown = f"{day} {MONTHS_SHORT[month - 1]} {year + BE_OFFSET}"
        last = month_end(date(year, month, 1)).day
        if day is not None and last < day <= 31:
            offered = (replace(stamp, day=last),)
    return Doubt("impossible_date", worded("reader_periods.impossible", shown=shown), stamps=offered)


def too_far(stamp: Stamp, day: date, years: PlanYears) -> Doubt:
    """The year lies more than two years off the plan: two digits of the other era, or mistyped."""
    two_digits = (2000 + (day.year + BE_OFFSET) % 100, 2500 - BE_OFFSET + day.year % 100)
    near = list(years.each())[:_MOST_CHOICES]
    if is_coarse(stamp):
        offered = [replace(stamp, fiscal=year) for year in (*(typed + BE_OFFSET for typed in two_digits), *near)]
    else:
        named = [year - BE_OFFSET - (day.month >= FIRST_MONTH) for year in near]
        offered = [replace(stamp, fiscal=None, year=year) for year in (*two_digits, *named)]
    question = worded("reader_periods.too_far", year=day.year + BE_OFFSET, years=str(years))
    return Doubt("year_far_off", question, stamps=tuple(dict.fromkeys(offered)))


def weekday_differs(stamp: Stamp, day: date) -> Doubt:
    """The weekday is not that of the date: the date, and the nearest day with that weekday, are offered."""
    typed = stamp.weekday or 0
    step = (typed - day.weekday() + 3) % 7 - 3
    other = day + timedelta(days=step)
    nearest = Stamp(Precision.DAY, day=other.day, month=other.month, year=other.year, months=0)
    names = {"name": _weekday(day.weekday()), "typed": _weekday(typed)}
    question = worded("reader_periods.weekday_differs", day=day, **names)
    return Doubt("weekday_differs", question, stamps=(replace(stamp, weekday=None), nearest))


def _weekday(number: int) -> Worded:
    return worded(f"reader_periods.weekday_{number}")


def missing_year(span: Span, years: PlanYears | None) -> Doubt:
    """No year is given; offered is the year the months have in each fiscal year of the plan."""
    last = span.last
    offered = []
    for year in list(years.each())[:_MOST_CHOICES] if years else []:
        calendar = year - BE_OFFSET - (last.month is not None and last.month >= FIRST_MONTH)
        filled = replace(last, fiscal=year) if is_coarse(last) else replace(last, year=calendar)
        offered.append(replace(span, first=filled if span.first == last else span.first, last=filled))
    return Doubt("missing_year", worded("reader_periods.year_missing"), tuple(offered), precision=finest(span))


def missing_end_year(span: Span, years: PlanYears | None) -> Doubt:
    """Only the start names its year; offered is the end next after it, then that in the plan's later years."""
    next_after = fiscal_year_named(span.first) + (_place_in_year(span.last) < _place_in_year(span.first))
    latest = max(next_after, years.last if years else next_after)
    offered = [replace(span.last, fiscal=year) for year in range(next_after, latest + 1)[:_MOST_CHOICES]]
    return Doubt("missing_year", worded("reader_periods.end_year_missing"), stamps=tuple(offered))


def _place_in_year(stamp: Stamp) -> tuple[int, int]:
    return ((stamp.month or 0) - FIRST_MONTH) % 12, stamp.day or 0


def unsure_year(span: Span) -> Doubt:
    """A year without "งบประมาณ": the fiscal or the calendar year."""
    offered: tuple[Span, ...] = ()
    first, last = span.first, span.last
    if first.year is not None and last.year is not None and first.precision == last.precision:
        fiscal = [
            Stamp(Precision.YEAR, month=10, fiscal=year + BE_OFFSET, months=12) for year in (first.year, last.year)
        ]
        january = Stamp(Precision.MONTH, month=1, year=first.year)
        december = Stamp(Precision.MONTH, month=12, year=last.year)
        calendar = replace(span, first=december if span.deadline else january, last=december, whole=False)
        offered = (replace(span, first=fiscal[0], last=fiscal[1], whole=True), calendar)
    return Doubt("ambiguous_year", worded("reader_periods.fiscal_or_calendar"), offered, precision=Precision.YEAR)


def backwards(span: Span, start: date, end: date) -> Doubt:
    """The end lies before the start: a year mistyped at one end, or the ends exchanged."""
    first, last = span.first, span.last
    offered = [replace(span, first=last, last=first)]
    if (start.year, start.month) == (end.year, end.month) and start.month > 1:
        offered.insert(0, replace(span, first=replace(first, month=start.month - 1)))
    elif first.year is not None and last.year is not None:
        later = replace(span, last=replace(last, year=last.year + 1))
        earlier = replace(span, first=replace(first, year=first.year - 1))
        offered = [earlier, later, *offered]
    question = worded("reader_periods.backwards", end=end, start=start)
    return Doubt("period_reversed", question, tuple(offered), precision=finest(span))


def no_end(span: Span, start: date, years: PlanYears | None) -> Doubt:
    """ "ตั้งแต่ …" without an end; offered is the end of the plan."""
    offered: tuple[Span, ...] = ()
    if years is not None:
        plan_ends = Stamp(Precision.MONTH, month=FIRST_MONTH - 1, year=years.last - BE_OFFSET)
        ends = (
            replace(plan_ends, precision=Precision.DAY, day=30, months=0)
            if span.first.precision is Precision.DAY
            else plan_ends
        )
        offered = (Span(span.first, ends),)
    return Doubt("missing_end", worded("reader_periods.end_missing"), offered, start=start, precision=finest(span))


def range_due(span: Span, end: date) -> Doubt:
    """ "ภายใน" said of a range: the range, or its end."""
    offered = (replace(span, deadline=False), replace(span, first=span.last))
    question = worded("reader_periods.within_range")
    return Doubt("deadline_range", question, offered, end=end, precision=finest(span))


def several(span: Span) -> Doubt:
    """Several separate periods in one cell; offered is the whole from the first to the last."""
    return Doubt("several_periods", worded("reader_periods.several"), (span,), precision=finest(span))


def school_year(year: int | None, term: int | None) -> Doubt:
    """A school year or term (BE): when it runs differs between schools."""
    offered: tuple[Span, ...] = ()
    months = {None: ((5, 0, 3, 1), (8, 0, 5, 1)), 1: ((5, 0, 10, 0), (8, 0, 12, 0)), 2: ((11, 0, 3, 1), (1, 1, 5, 1))}
    if year is not None:
        ce = year - BE_OFFSET
        offered = tuple(
            Span(Stamp(Precision.MONTH, month=a, year=ce + b), Stamp(Precision.MONTH, month=c, year=ce + d))
            for a, b, c, d in months.get(term, ())
        )
    return Doubt("academic_year", worded("reader_periods.school_year"), offered)
