"""Fiscal years, Buddhist years and the names of months.

A Thai fiscal year N (Buddhist era, BE) runs from 1 October N-1 to 30 September N;
BE = CE + 543. Inside the program every date is CE; BE appears only where a person reads.
"""

from datetime import date, timedelta

from kmdash.domain.words import language, numerals

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
MONTHS_ENGLISH_FULL = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
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


def thai_date(day: date, *, full: bool = False) -> str:
    """A day as Thai forms have it, in BE; on the screen it is ``shown_date``.

    >>> thai_date(date(2019, 6, 15))
    '15 มิ.ย. 2562'
    """
    months = MONTHS_FULL if full else MONTHS_SHORT
    return f"{day.day} {months[day.month - 1]} {day.year + BE_OFFSET}"


def thai_month(day: date, *, full: bool = False) -> str:
    """A month as Thai forms have it, in BE: ``มิ.ย. 2562``; on the screen it is ``shown_month``."""
    months = MONTHS_FULL if full else MONTHS_SHORT
    return f"{months[day.month - 1]} {day.year + BE_OFFSET}"


def shown_date(day: date) -> str:
    """A day as the reader sees it: in BE, its month in the language now set, in the digits now set."""
    return numerals(f"{day.day} {month_name(day)} {day.year + BE_OFFSET}")


def shown_month(day: date, *, full: bool = False) -> str:
    """A month as the reader sees it: ``มิ.ย. 2562``, ``Jun 2562``."""
    return numerals(f"{month_name(day, full=full)} {day.year + BE_OFFSET}")


def month_name(day: date, *, full: bool = False) -> str:
    """The name of a day's month in the language now set."""
    if language() == "en":
        return (MONTHS_ENGLISH_FULL if full else MONTHS_ENGLISH)[day.month - 1]
    return (MONTHS_FULL if full else MONTHS_SHORT)[day.month - 1]
