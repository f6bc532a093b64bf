"""Fiscal years, Buddhist years and the names of months.

A Thai fiscal year N (Buddhist era, BE) runs from 1 October N-1 to 30 September N;
BE = CE + 543. Inside the program every date is CE; BE appears only where a person reads.
"""

from datetime import date, timedelta

from kmdash.domain.words import language

BE_OFFSET = 543
FIRST_MONTH = 10
FISCAL_MONTHS = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)

MONTHS_SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
MONTHS_FULL = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
MONTHS_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")


def fiscal_year_of(day: date) -> int:
    """The fiscal year (BE) a day lies in.

    >>> fiscal_year_of(date(2018, 10, 1)), fiscal_year_of(date(2019, 9, 30))
    (2562, 2562)
    """
    return day.year + BE_OFFSET + (day.month >= FIRST_MONTH)


def fiscal_year_span(fiscal_year: int) -> tuple[date, date]:
    """First and last day (CE) of a fiscal year given in BE.

    >>> [d.isoformat() for d in fiscal_year_span(2562)]
    ['2018-10-01', '2019-09-30']
    """
    year = fiscal_year - BE_OFFSET
    return date(year - 1, FIRST_MONTH, 1), date(year, FIRST_MONTH - 1, 30)


def fiscal_months(fiscal_year: int) -> list[date]:
    """The first days (CE) of the twelve months of a fiscal year, October first."""
    year = fiscal_year - BE_OFFSET
    return [date(year - (month >= FIRST_MONTH), month, 1) for month in FISCAL_MONTHS]


def month_end(day: date) -> date:
    """The last day of the month a day lies in."""
    following = date(day.year + (day.month == 12), day.month % 12 + 1, 1)
    return following - timedelta(days=1)


def default_day(fiscal_year: int, today: date) -> date:
    """The day a year is looked at when none is chosen: today, or the last day of a year that has ended."""
    return min(today, fiscal_year_span(fiscal_year)[1])


def month_name(month: int) -> str:
    """The short name of a calendar month (1 to 12) in the language now set.

    >>> month_name(9)
    'ก.ย.'
    """
    return (MONTHS_ENGLISH if language() == "en" else MONTHS_SHORT)[month - 1]


def thai_date(day: date, *, full: bool = False) -> str:
    """A day as a person reads it, in BE.

    >>> thai_date(date(2019, 6, 15))
    '15 มิ.ย. 2562'
    """
    months = MONTHS_FULL if full else MONTHS_SHORT
    return f"{day.day} {months[day.month - 1]} {day.year + BE_OFFSET}"


def thai_month(day: date, *, full: bool = False) -> str:
    """A month as a person reads it, in BE: ``มิ.ย. 2562``."""
    months = MONTHS_FULL if full else MONTHS_SHORT
    return f"{months[day.month - 1]} {day.year + BE_OFFSET}"
