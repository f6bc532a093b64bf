"""A period in words that read back as the same period, and the published table of the forms that are read."""

from datetime import date

from kmdash.domain.fiscal import MONTHS_SHORT, fiscal_year_of, thai_date, thai_month
from kmdash.domain.period import Period, PeriodKind, Precision
from kmdash.domain.words import thai_digits as in_thai_digits

_EVERY = {
    "week": "ทุกสัปดาห์",
    "month": "ทุกเดือน",
    "quarter": "ทุกไตรมาส",
    "half_year": "ทุก 6 เดือน",
    "fiscal_year": "ปีละ 1 ครั้ง",
}
_DUE = {Precision.DAY: "ภายในวันที่ ", Precision.MONTH: "ภายในเดือน ", Precision.QUARTER: "ภายใน", Precision.YEAR: "ภายใน"}


def print_period(period: Period, *, full: bool = False, thai_digits: bool = False) -> str:
    """A period in words: ``8 ก.พ. 2562``, ``พ.ย. 2561 - ธ.ค. 2561``, ``ภายในไตรมาส 2/2562``, ``ตลอดปีงบประมาณ 2562``.

    Reading the words again gives the same dates, precision and kind. What has no dates of its own (relative,
    unclear) is printed as it was typed. ``full`` writes the months out.

    >>> print_period(Period("", date(2018, 11, 1), date(2018, 12, 31), Precision.MONTH, PeriodKind.RANGE))
    'พ.ย. 2561 - ธ.ค. 2561'
    """
    words = _words(period, full)
    return in_thai_digits(words) if thai_digits else words


def _words(period: Period, full: bool) -> str:
    if period.kind is PeriodKind.RECURRING:
        return _recurring(period)
    if period.kind in (PeriodKind.RELATIVE, PeriodKind.UNCLEAR):
        return period.text
    if period.end is None or period.precision is None:
        return "ตลอดปี" if period.kind is PeriodKind.ALL_YEAR else period.text
    end = _day(period.end, period.precision, full)
    if period.kind is PeriodKind.DEADLINE:
        return _DUE[period.precision] + end
    start = _day(period.start or period.end, period.precision, full)
    if period.kind is PeriodKind.ALL_YEAR:
        return _all_year(period.start or period.end, period.end, period.precision, f"{start} - {end}")
    return end if start == end and period.kind is PeriodKind.POINT else f"{start} - {end}"


def _all_year(start: date, end: date, precision: Precision, dates: str) -> str:
    first, last = fiscal_year_of(start), fiscal_year_of(end)
    years = str(first) if first == last else f"{first} - {last}"
    if precision is Precision.YEAR:
        return f"ตลอดปีงบประมาณ {years}"
    return f"{dates} (ตลอดปีงบประมาณ)"


def _day(day: date, precision: Precision, full: bool) -> str:
    if precision is Precision.DAY:
        return thai_date(day, full=full)
    if precision is Precision.MONTH:
        return thai_month(day, full=full)
    if precision is Precision.QUARTER:
        return f"ไตรมาส {(day.month + 2) // 3 % 4 + 1}/{fiscal_year_of(day)}"
    return f"ปีงบประมาณ {fiscal_year_of(day)}"


def _recurring(period: Period) -> str:
    if period.recurs_month is None:
        return _EVERY[period.recurs_every or "fiscal_year"]
    return f"{MONTHS_SHORT[period.recurs_month - 1]} ของปีงบประมาณ"
