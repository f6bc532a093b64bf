"""The grammar of periods: from words to what they name, before the calendar is asked.

period    = part { part } ; a part in brackets stands for the same period again
part      = within | every | all year | school year | relative | duration | dates
dates     = [from] stamp { (to | and) stamp } [each year]
stamp     = [weekday] [day] month [year] | day/month/year | month/year | quarter | half | fiscal year
year      = [พ.ศ.] number | ปีงบประมาณ number
"""

from dataclasses import replace

from kmdash.domain.fiscal import BE_OFFSET
from kmdash.domain.period import Precision
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.period_parts import (
    ORDER,
    Academic,
    Duration,
    Expression,
    Listing,
    Recurrence,
    Relative,
    Span,
    Stamp,
    finest,
    is_coarse,
    is_dated,
)
from kmdash.ingest.normalise.period_stamps import (
    Cursor,
    Unreadable,
    names_part,
    read_fiscal_year,
    read_stamp,
    read_year,
)
from kmdash.ingest.normalise.period_tokens import Token
from kmdash.ingest.normalise.period_words import Word


def parse(words: list[Token]) -> Expression:
    """What the words name.

    Raises
    ------
    Unreadable
        If a word is not understood or the words do not fit together.
    """
    cursor = Cursor(words)
    found: Expression | None = None
    while not cursor.done:
        part = _bracket(cursor) if cursor.take(Word.OPEN) else _part(cursor)
        found = part if found is None else _together(found, part)
    if found is None:
        raise Unreadable(worded("reader_periods.nothing"))
    return found


def _bracket(cursor: Cursor) -> Expression:
    inside = _part(cursor)
    while not cursor.take(Word.CLOSE):
        inside = _together(inside, _part(cursor))
    return inside


def _part(cursor: Cursor) -> Expression:
    cursor.skip()
    cursor.take(Word.LEAST, Word.LASTING)
    if cursor.take(Word.WITHIN):
        return _within(cursor)
    every = cursor.take(Word.EVERY, Word.EACH_YEAR)
    if every is not None and every.value is not None:
        return _every(cursor, every)
    if year := cursor.take(Word.ALL_YEAR):
        return _whole_year(cursor, fiscal=year.value == "fiscal")
    if academic := cursor.take(Word.ACADEMIC):
        return _academic(cursor, academic)
    if cursor.kind() is Word.AFTER:
        if any(word.kind is Word.MONTH for word in cursor.words):
            raise cursor.unexpected()
        return _relative(cursor)
    return _duration(cursor) or _dates(cursor)


def _relative(cursor: Cursor) -> Relative:
    """The rest of the words names an event, in whatever words."""
    cursor.at = len(cursor.words)
    return Relative()


def _duration(cursor: Cursor) -> Duration | Relative | None:
    if cursor.kind() is not Word.NUMBER or cursor.kind(1) is not Word.UNIT:
        return None
    if cursor.kind(2) not in (None, Word.CLOSE, Word.AFTER):
        return None
    count, unit = cursor.words[cursor.at : cursor.at + 2]
    cursor.at += 2
    return _relative(cursor) if cursor.kind() is Word.AFTER else Duration(count.number, str(unit.value))


def _within(cursor: Cursor) -> Expression:
    if names_part(cursor.words):
        raise Unreadable(worded("reader_periods.part_of_month_only"))
    cursor.skip()
    lasts = _duration(cursor)
    if lasts is not None:
        return Relative()
    if cursor.kind() is Word.FISCAL:
        cursor.take(Word.FISCAL)
        return replace(_whole_year(cursor, fiscal=True), deadline=True)
    found = _dates(cursor)
    if isinstance(found, Listing):
        found = Span(found.stamps[0], found.stamps[-1])
    return replace(found, deadline=True) if isinstance(found, Span) else found


def _every(cursor: Cursor, every: Token) -> Recurrence:
    if every.value == "date":
        return _every_date(cursor)
    if every.value == "day":
        if not cursor.take(Word.WEEKDAY):
            raise Unreadable(worded("reader_periods.every_day"))
        return Recurrence("week")
    cursor.take(Word.LEAST)
    if cursor.kind() is Word.NUMBER and cursor.kind(1) is Word.TIMES:
        cursor.at += 1
    cursor.take(Word.TIMES)
    return Recurrence("fiscal_year" if every.kind is Word.EACH_YEAR else str(every.value))


def _every_date(cursor: Cursor) -> Recurrence:
    """A day of each month: ``ทุกวันที่ ๕ ของเดือน``."""
    day = cursor.take(Word.NUMBER)
    if day is None:
        raise cursor.unexpected()
    cursor.skip("month")
    cursor.take(Word.EVERY)
    if not cursor.done and cursor.kind() is not Word.OPEN:
        raise cursor.unexpected()
    return Recurrence("month", day=day.number)


def _whole_year(cursor: Cursor, *, fiscal: bool) -> Span:
    """The years "ตลอดปี" is said of, if any; only "ปีงบประมาณ" says that they are fiscal years."""
    first = _named_year(cursor, fiscal)
    last = _named_year(cursor, fiscal) if is_dated(first) and cursor.take(Word.TO) else first
    if not is_dated(last) and is_dated(first):
        raise cursor.unexpected()
    return Span(first, last, whole=True)


def _named_year(cursor: Cursor, fiscal: bool) -> Stamp:
    found = read_year(cursor)
    unnamed = Stamp(Precision.YEAR, month=10, months=12)
    if found is None:
        return unnamed
    year, named = found
    return replace(unnamed, fiscal=year + BE_OFFSET) if fiscal or named else replace(unnamed, year=year, month=1)


def _academic(cursor: Cursor, word: Token) -> Academic:
    term = cursor.take(Word.NUMBER) if word.value == "term" else None
    if word.value == "term" and term is None:
        raise cursor.unexpected()
    cursor.take(Word.SLASH)
    cursor.take(Word.ACADEMIC)
    return Academic(read_fiscal_year(cursor), term.number if term else None)


def _dates(cursor: Cursor) -> Expression:
    lead = cursor.take(Word.FROM)
    stamps, joints = [read_stamp(cursor, None)], []
    while joint := cursor.take(Word.TO, Word.AND) or _slash_between(cursor):
        joints.append(joint.kind)
        stamps.append(read_stamp(cursor, stamps[-1]))
    first, last = stamps[0], stamps[-1]
    onward = cursor.take(Word.ONWARD) or (lead is not None and lead.value == "from" and not joints)
    if not joints:
        return _repeated(cursor, first) or Span(first, last, open=bool(onward))
    between = lead is not None and lead.value == "between" and joints == [Word.AND]
    if not is_dated(first) and not is_dated(last):
        cursor.take(Word.EACH_YEAR)
    if joints == [Word.TO] or between:
        return Span(first, last)
    return Listing(tuple(stamps), mixed=Word.TO in joints)


def _slash_between(cursor: Cursor) -> Token | None:
    """A slash between two months (ต.ค./พ.ย. ๖๑) says "and"."""
    if cursor.kind() is Word.SLASH and cursor.kind(1) is Word.MONTH:
        cursor.at += 1
        return replace(cursor.words[cursor.at - 1], kind=Word.AND)
    return None


def _repeated(cursor: Cursor, stamp: Stamp) -> Recurrence | None:
    """A month "ของปีงบประมาณ" or a day "ของทุกเดือน"."""
    if is_dated(stamp):
        return None
    if stamp.precision in (Precision.DAY, Precision.MONTH) and stamp.month and cursor.take(Word.EACH_YEAR):
        return Recurrence("fiscal_year", stamp.month, stamp.day)
    if stamp.day and not stamp.month and cursor.kind() is Word.EVERY and cursor.words[cursor.at].value == "month":
        cursor.take(Word.EVERY)
        return Recurrence("month", day=stamp.day)
    return None


def _together(one: Expression, other: Expression) -> Expression:
    """Two parts that tell of the same period, as one: the finer words stand, the coarser ones are checked."""
    if isinstance(other, Recurrence) and isinstance(one, Span):
        one, other = other, one
    if isinstance(one, Recurrence) and isinstance(other, Span):
        return _recurring_within(one, other)
    if isinstance(one, Span) and isinstance(other, Duration) and one.length is None:
        return replace(one, length=(other.count, other.unit))
    if isinstance(one, Span) and isinstance(other, Span) and one.outer is None and other.outer is None:
        fine, coarse = sorted((one, other), key=lambda span: ORDER.index(finest(span)))
        if finest(coarse) in (Precision.QUARTER, Precision.YEAR) and finest(fine) != finest(coarse):
            return replace(fine, outer=coarse, deadline=one.deadline or other.deadline)
    raise Unreadable(worded("reader_periods.two_periods"))


def _recurring_within(every: Recurrence, span: Span) -> Recurrence:
    """A recurrence said of a range; "ทุกเดือนตุลาคม" is October of every year."""
    point = span.first == span.last and not is_coarse(span.first)
    if point and every.every == "month" and span.first.precision is Precision.MONTH and not is_dated(span.first):
        return Recurrence("fiscal_year", span.first.month)
    has_months = every.every in ("month", "quarter", "half_year") or span.whole
    if has_months and not point and every.within is None and not span.deadline and not span.open:
        return replace(every, within=span)
    raise Unreadable(worded("reader_periods.two_periods"))
