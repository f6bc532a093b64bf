"""Which year the ends of a period lie in when the words give it once, or only by the fiscal year."""

from dataclasses import replace

from kmdash.domain.fiscal import BE_OFFSET, FIRST_MONTH
from kmdash.domain.period import Precision
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.period_doubts import Doubt, missing_year, unsure_year
from kmdash.ingest.normalise.period_parts import PlanYears, Span, Stamp, fiscal_year_named, is_coarse, is_dated


def with_years(span: Span, years: PlanYears | None) -> Span:
    """A span whose ends name their year; only an end may be left without one, after a start that names its own.

    A year given at the end holds for the start, unless the months run over the new year (``ธ.ค. - ม.ค. ๖๔``
    begins in the year before); one given at the start does not hold for the end (``ต.ค. ๖๑ - ม.ค.``). A quarter
    or half without a year is the plan's; a month without one is so only when the words tell its quarter or year.

    Raises
    ------
    Doubt
        If no year is given, or it is not said whether a year is fiscal.
    """
    span = _sure(span, years)
    first, last = span.first, span.last
    if last.month is None or (first.month is None and last.precision is not Precision.DAY):
        raise Doubt("unreadable_period", worded("reader_periods.month_missing"))
    if not is_dated(last):
        last = _last_dated(span, years)
    if span.first == span.last:
        return replace(span, first=last, last=last)
    if not is_dated(first):
        first = _first_dated(first, last)
    return replace(span, first=first, last=last)


def _sure(span: Span, years: PlanYears | None) -> Span:
    """A span without a year that may be fiscal or not; "ตลอดปี" of the plan's own year is sure."""
    ends = []
    for stamp in (span.first, span.last):
        if stamp.precision is Precision.YEAR and stamp.fiscal is None:
            year = (stamp.year or 0) + BE_OFFSET
            if not span.whole or years is None or years.only != year:
                raise unsure_year(span)
            stamp = Stamp(Precision.YEAR, month=FIRST_MONTH, fiscal=year, months=12)
        ends.append(stamp)
    return replace(span, first=ends[0], last=ends[1])


def _last_dated(span: Span, years: PlanYears | None) -> Stamp:
    told = _fiscal_year_told(span, years)
    if is_dated(span.first):
        return replace(span.last, fiscal=told) if told == fiscal_year_named(span.first) else span.last
    if told is None:
        raise missing_year(span, years)
    return replace(span.last, fiscal=told)


def _first_dated(first: Stamp, last: Stamp) -> Stamp:
    if first.month is None:
        first = replace(first, month=last.month)
    if is_coarse(first) or last.fiscal is not None:
        return replace(first, fiscal=fiscal_year_named(last))
    return replace(first, year=(last.year or 0) - ((first.month or 0) > (last.month or 0)))


def _fiscal_year_told(span: Span, years: PlanYears | None) -> int | None:
    """The one fiscal year the words are about: of the quarter or year beside them, or of the plan."""
    outer, plan = span.outer, years.only if years else None
    if outer is None:
        return plan if is_coarse(span.last) else None
    if not is_dated(outer.first) and not is_dated(outer.last):
        whole = (span.first.month, span.last.month) == (FIRST_MONTH, FIRST_MONTH - 1)
        return plan if whole or outer.first.precision is Precision.QUARTER else None
    named = {stamp.fiscal for stamp in (outer.first, outer.last) if stamp.fiscal is not None}
    return named.pop() if len(named) == 1 else None
