"""Values of cells: numbers and dates as spreadsheets keep them."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from math import isfinite
from typing import Any

from kmdash.ingest.grid import Value

_ERROR_MARKS = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!")
)
NO_DAY = "#VALUE!"
_NO_NUMBER = "#NUM!"
_FIRST_YEAR = 1900
_DAY = timedelta(days=1)
_WHOLE = 10**15  # a double keeps 15 digits

THAI_FORMATS = {  # ECMA-376 part 1, 18.8.30, language th: what Excel numbers and does not write out
    59: "t0",
    60: "t0.00",
    61: "t#,##0",
    62: "t#,##0.00",
    67: "t0%",
    68: "t0.00%",
    69: "t# ?/?",
    70: "t# ??/??",
    71: "ว/ด/ปปปป",
    72: "ว-ดดด-ปป",
    73: "ว-ดดด",
    74: "ดดด-ปป",
    75: "ช:นน",
    76: "ช:นน:ทท",
    77: "ว/ด/ปปปป ช:นน",
    78: "นน:ทท",
    79: "[ช]:นน:ทท",
    80: "นน:ทท.0",
    81: "d/m/bb",
}

_OPEN_DOCUMENT_ERROR = re.compile(r"Err:\d{3}", re.ASCII)
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_FORMAT_LITERALS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DURATION_FORMAT = re.compile(r"\[(h+|m+|s+|ช+|น+|ท+)\]", re.IGNORECASE)
_DATE_LETTERS = re.compile("[dmyhsbวดปชนท]", re.IGNORECASE)


def number(text: str) -> int | float | None:
    """The number a file writes as ``text`` (Arabic digits, a dot); None if it is none, or too large for one.

    >>> number("85"), number("85.0"), number("0.5"), number("1E+309"), number("1_000")
    (85, 85, 0.5, None, None)
    """
    text = text.strip()
    if not _NUMBER.fullmatch(text):
        return None
    return plain_number(float(text))


def plain_number(value: float) -> int | float | None:
    """A whole number as int, any other as float, one that is too large or not finite as None."""
    try:
        value = float(value)
    except OverflowError:
        return None
    if not isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < _WHOLE else value


def is_error_mark(value: object) -> bool:
    """Whether a value is an error mark of Excel or OpenDocument.

    >>> is_error_mark("#N/A"), is_error_mark("Err:502"), is_error_mark("#1")
    (True, True, False)
    """
    return isinstance(value, str) and (value in _ERROR_MARKS or _OPEN_DOCUMENT_ERROR.fullmatch(value) is not None)


@cache
def shows_date(number_format: str) -> bool:
    """Whether a number format shows its number as a day or a time of day.

    >>> [shows_date(f) for f in ("d mmm yy", "[$-D07041E]d/m/bbbb", "ว/ด/ปปปป", "[Red]0.00", "[h]:mm", 'ร้อยละ" "0')]
    [True, True, True, False, False, False]
    """
    first = number_format.split(";")[0]
    if first == "General" or _DURATION_FORMAT.search(first):
        return False
    return _DATE_LETTERS.search(re.sub("[ก-๙]{3,}", _unless_code, _FORMAT_LITERALS.sub("", first))) is not None


def _unless_code(word: re.Match[str]) -> str:
    """A Thai word of a format: nothing, unless it is a code such as ดดด (one letter over and over)."""
    return word[0] if len(set(word[0])) == 1 else ""


def plain(value: Any) -> Value | None:
    """A library's value as a grid holds it: whole days as dates, durations in days, whole numbers as int.

    What is no number or no day of Excel's calendar (which begins with 1900) becomes its error mark.

    >>> plain(datetime(2018, 10, 1)), plain(timedelta(hours=36)), plain(85.0), plain(float("nan"))
    (datetime.date(2018, 10, 1), 1.5, 85, '#NUM!')
    """
    if isinstance(value, timedelta):
        value = value / _DAY
    if isinstance(value, int | float) and not isinstance(value, bool):
        amount = plain_number(value)
        return _NO_NUMBER if amount is None else amount
    if isinstance(value, date) and value.year < _FIRST_YEAR:
        return NO_DAY
    return plain_moment(value) if isinstance(value, datetime) else value


def plain_moment(moment: datetime) -> date | datetime:
    """A moment at midnight as a date, any other as it is."""
    return moment if moment.time() != time() else moment.date()


def from_iso(text: str) -> Value:
    """A day, time or moment written as ISO 8601; what is none stays text.

    >>> from_iso("2018-10-01T00:00:00"), from_iso("2569-02-30")
    (datetime.date(2018, 10, 1), '2569-02-30')
    """
    text = text.strip()
    for read in (date.fromisoformat, time.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    try:
        return plain_moment(datetime.fromisoformat(text))
    except ValueError:
        return text
