"""A period of a plan: when something starts and is due, how exactly that is known, and of what kind it is."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """The smallest unit the words name."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class PeriodKind(StrEnum):
    """What the words mean.

    POINT one day or month; RANGE two ends; DEADLINE an end and no start ("ภายใน"); ALL_YEAR the
    whole fiscal year; RECURRING occurrences and neither start nor end; RELATIVE counted from an event
    without a date; UNCLEAR not certain: a question stands, and an end that cannot be read is None.
    """

    POINT = "point"
    RANGE = "range"
    DEADLINE = "deadline"
    ALL_YEAR = "all_year"
    RECURRING = "recurring"
    RELATIVE = "relative"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class Period:
    """A period with the text it was read from.

    ``start`` is the first day and ``end`` the last day covered (CE), whatever the precision: a month
    starts on its first and is due on its last day. ``occurrences`` are the first days of a recurring
    period. ``question`` says in Thai what is not certain (None: nothing); ``choices`` are readings the
    asker may offer, likeliest first, as period texts that parse; ``notes`` are (code, message) of
    findings that do not stop ("weekday-differs", "quarter-contradicts", …).
    """

    text: str
    start: date | None = None
    end: date | None = None
    precision: Precision | None = None
    kind: PeriodKind = PeriodKind.UNCLEAR
    recurs_month: int | None = None
    recurs_every: str | None = None
    occurrences: tuple[date, ...] = ()
    question: str | None = None
    question_code: str | None = None
    choices: tuple[str, ...] = ()
    notes: tuple[tuple[str, str], ...] = field(default=())


def printed(day: date | None, precision: str | None) -> str | None:
    """A date as ISO text no finer than its precision: ``2018-10`` for a month, ``2019-02-08`` for a day.

    >>> printed(date(2018, 10, 31), "month")
    '2018-10'
    """
    if day is None:
        return None
    return day.isoformat() if precision == Precision.DAY else f"{day.year:04d}-{day.month:02d}"
