"""Dates in the running text of letters and announcements whose day cannot be read."""

import calendar
import re

from kmdash.domain.fiscal import BE_OFFSET, MONTHS_FULL
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.sheet import Sheet

_DATE = re.compile(
    rf"(?P<day>\S*\d\S*)\s*(?:เดือน\s*)?(?P<month>{'|'.join(MONTHS_FULL)})\s*(?:พ\.?\s*ศ\.?\s*)?(?P<year>25\d\d)(?P<rest>.*)"
)
_DAYS = re.compile(r"^[^\d]*(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$")
_LIST_NUMBER = re.compile(r"^\d{1,2}[.)]$")


def unreadable_dates(sheet: Sheet, rows: list[int]) -> list[Problem]:
    """A warning for each cell whose text has a day that no month has ("68 มีนาคม"), or one spoilt ("๒) เมษายน")."""
    return [
        _problem(sheet.address(row, column), day)
        for row in rows
        for column, text in sheet.cells(row).items()
        if (day := _spoilt_day(text))
    ]


def _spoilt_day(text: str) -> str | None:
    """The first day of a text that cannot be one, as typed.

    >>> _spoilt_day("ประกาศ ณ วันที่ 68 เดือน มีนาคม พ.ศ. ๒๕๖๙"), _spoilt_day("วันที่ ๒๓ มีนาคม ๒๕๖๔")
    ('68', None)
    """
    for line in arabic(text).split("\n"):
        found = _DATE.search(line)
        if not found:
            continue
        if _LIST_NUMBER.match(found["day"]) and found.start() == 0 and found["rest"].strip():
            continue  # the number of a list, not a day
        days = _DAYS.match(found["day"])
        month = MONTHS_FULL.index(found["month"]) + 1
        longest = calendar.monthrange(int(found["year"]) - BE_OFFSET, month)[1]
        if not days or any(not 1 <= int(day) <= longest for day in days.groups() if day):
            return found["day"]
    return None


def _problem(cell: str, day: str) -> Problem:
    return Problem(
        code="impossible_date",
        severity=Severity.WARNING,
        cell=cell,
        found=day,
        message=worded("reader_left.impossible_date", day=day),
        remedy=worded("reader_left.impossible_date_do"),
    )
