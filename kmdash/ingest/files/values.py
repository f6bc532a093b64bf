"""Values of cells: numbers and dates as spreadsheets keep them."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache
from math import isfinite

from kmdash.ingest.grid import Value

ERROR_MARKS = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!")
)
EPOCH_1900 = datetime(1899, 12, 30)
EPOCH_1904 = datetime(1904, 1, 1)
_LAST_SERIAL = 2_958_465  # 31 December 9999 in the 1900 system
_LEAP_DAY_1900 = 60  # 29 February 1900, which Excel counts and no calendar has
_WHOLE = 10**15  # a double keeps 15 digits

BUILTIN_FORMATS = {  # ECMA-376 part 1, 18.8.30; the ones from 59 are Thai Excel's
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
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
    """A whole number as int, any other as float, one that is not finite as None."""
    if not isfinite(value):
        return None
    return int(value) if value == int(value) and abs(value) < _WHOLE else value


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


def from_serial(serial: float, epoch: datetime = EPOCH_1900) -> date | datetime | time | None:
    """The day or time a serial number stands for; None for one that is no day of the calendar.

    A whole number is a date, one below 1 a time of day. 29 February 1900, days before the epoch and days
    after 9999 are none: the cell keeps its number.

    >>> from_serial(43374), from_serial(0.5), from_serial(60), from_serial(-1)
    (datetime.date(2018, 10, 1), datetime.time(12, 0), None, None)
    """
    if not 0 <= serial <= _LAST_SERIAL:
        return None
    if epoch == EPOCH_1900:
        if int(serial) == _LEAP_DAY_1900:
            return None
        if 1 <= serial < _LEAP_DAY_1900:
            serial += 1
    try:
        moment = epoch + timedelta(milliseconds=round(serial * 86_400_000))
    except OverflowError:
        return None
    if serial < 1:
        return moment.time()
    return plain_moment(moment)


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
