"""Walking along the words of a period, and reading one stamp (a day, month, quarter or year) from them."""

from dataclasses import replace

from kmdash.domain.fiscal import BE_OFFSET
from kmdash.domain.period import Precision
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.period_parts import Stamp
from kmdash.ingest.normalise.period_tokens import Token
from kmdash.ingest.normalise.period_words import Word

_CENTURY = 2500
_LAST_CE = 2400
_LONG_YEAR = 4
_WEEKS_OF_A_MONTH = 5


class Unreadable(Exception):
    """The words are no period; the message (Thai) says which word stopped the reading."""


class Cursor:
    """The words and how far they are read."""

    def __init__(self, words: list[Token]):
        self.words = words
        self.at = 0

    @property
    def done(self) -> bool:
        return self.at >= len(self.words)

    def kind(self, ahead: int = 0) -> Word | None:
        return self.words[self.at + ahead].kind if self.at + ahead < len(self.words) else None

    def take(self, *kinds: Word) -> Token | None:
        if self.kind() not in kinds:
            return None
        self.at += 1
        return self.words[self.at - 1]

    def skip(self, *units: str) -> None:
        """Pass over harmless words, and units of time ("เดือน") where they only announce what follows."""
        while self.kind() is Word.FILLER or (self.kind() is Word.UNIT and self.words[self.at].value in units):
            self.at += 1

    def unexpected(self) -> Unreadable:
        if self.done:
            return Unreadable(worded("reader_periods.incomplete"))
        return Unreadable(worded("reader_periods.not_understood", text=self.words[self.at].text))


def read_stamp(cursor: Cursor, before: Stamp | None) -> Stamp:
    """One stamp; a bare number after a quarter or a fiscal year is another of the same kind."""
    cursor.skip("day", "month")
    cursor.take(Word.FROM)
    weekday = cursor.take(Word.WEEKDAY)
    if weekday is not None:
        cursor.take(Word.AT)
    found = _counted(cursor, before) or _day_and_month(cursor, announced=before is not None)
    if weekday is None:
        return found
    if found.precision is not Precision.DAY or not isinstance(weekday.value, int):
        raise Unreadable(worded("reader_periods.weekday_alone", text=weekday.text))
    return replace(found, weekday=weekday.value)


def names_part(words: list[Token]) -> bool:
    """Whether only a part of a month is named: ``ต้นเดือน``, ``สัปดาห์ที่ ๒ ของเดือน``."""
    return any(word.value == "part" or _is_week(words[at : at + 3]) for at, word in enumerate(words))


def _is_week(words: list[Token]) -> bool:
    if [word.kind for word in words] != [Word.UNIT, Word.AT, Word.NUMBER] or words[0].value != "week":
        return False
    return 1 <= words[2].number <= _WEEKS_OF_A_MONTH


def _skip_week(cursor: Cursor) -> bool:
    """Pass over ``สัปดาห์ที่ ๒ ของเดือน``: what follows is the month."""
    found = _is_week(cursor.words[cursor.at : cursor.at + 3])
    cursor.at += 3 if found else 0
    return found


def _counted(cursor: Cursor, before: Stamp | None) -> Stamp | None:
    """A quarter, half or fiscal year, which are counted within or as fiscal years."""
    like = before.precision if before is not None and cursor.kind() is Word.NUMBER else None
    if quarter := cursor.take(Word.QUARTER):
        return _quarter(cursor, quarter)
    if half := cursor.take(Word.HALF):
        return Stamp(Precision.QUARTER, month=10 if half.value == 1 else 4, fiscal=_year_of_quarter(cursor), months=6)
    if cursor.take(Word.FISCAL) or (like is Precision.YEAR and before is not None and before.fiscal is not None):
        return _required_year(cursor)
    return _quarter(cursor, None) if like is Precision.QUARTER else None


def _required_year(cursor: Cursor) -> Stamp:
    fiscal = read_fiscal_year(cursor)
    if fiscal is None:
        raise cursor.unexpected()
    return Stamp(Precision.YEAR, month=10, fiscal=fiscal, months=12)


def _quarter(cursor: Cursor, word: Token | None) -> Stamp:
    typed = cursor.take(Word.NUMBER) if word is None or word.value is None else None
    number = typed.number if typed else word.value if word else None
    if number not in (1, 2, 3, 4):
        raise Unreadable(worded("reader_periods.quarter"))
    month = {1: 10, 2: 1, 3: 4, 4: 7}[number]
    return Stamp(Precision.QUARTER, month=month, fiscal=_year_of_quarter(cursor), months=3)


def _year_of_quarter(cursor: Cursor) -> int | None:
    """The fiscal year (BE) a quarter or half is given: ``๑/๖๒``, ``๑ ปีงบประมาณ ๒๕๖๒``."""
    if cursor.kind(1) is Word.NUMBER:
        cursor.take(Word.SLASH)
    return read_fiscal_year(cursor)


def _day_and_month(cursor: Cursor, *, announced: bool) -> Stamp:
    """A date, a month, a day alone, or a year alone; ``announced`` says that a bare number can only be a day."""
    cursor.skip("day", "month")
    announced = cursor.take(Word.ON) is not None or announced
    only_month = _skip_week(cursor)
    cursor.skip("month")
    if month := cursor.take(Word.MONTH):
        return _with_year(cursor, Stamp(Precision.MONTH, month=_month(month)))
    if only_month:
        raise cursor.unexpected()
    unsure = cursor.take(Word.UNIT)
    unsure = cursor.take(Word.ERA) or unsure
    number = cursor.take(Word.NUMBER)
    if number is None:
        raise cursor.unexpected()
    if unsure is not None or len(number.text) == _LONG_YEAR:
        era = unsure if unsure and unsure.kind is Word.ERA else None
        return Stamp(Precision.YEAR, month=1, year=_common_era(number, era), months=12)
    if cursor.kind(1) is Word.NUMBER and cursor.take(Word.SLASH):
        return _numeric(cursor, number)
    return _day_of_month(cursor, number, announced=announced)


def _day_of_month(cursor: Cursor, number: Token, *, announced: bool) -> Stamp:
    day = Stamp(Precision.DAY, day=number.number, months=0)
    if cursor.kind() is Word.UNIT and number.number <= 12 and not announced:
        raise Unreadable(
            worded("reader_periods.day_or_length", text=number.text, following=cursor.words[cursor.at].text)
        )
    cursor.skip("month")
    if cursor.kind(1) is Word.MONTH:
        cursor.take(Word.SLASH)
    if month := cursor.take(Word.MONTH):
        return _with_year(cursor, replace(day, month=_month(month)))
    return day


def _numeric(cursor: Cursor, first: Token) -> Stamp:
    """``day/month/year``, ``month/year`` (a year has four digits or is above 31) or ``day/month``."""
    second = cursor.take(Word.NUMBER)
    if second is None:
        raise cursor.unexpected()
    if cursor.take(Word.SLASH):
        day = Stamp(Precision.DAY, day=first.number, month=second.number, months=0)
        return _with_year(cursor, day)
    if len(second.text) == _LONG_YEAR or second.number > 31:
        cursor.at -= 1
        return _with_year(cursor, Stamp(Precision.MONTH, month=first.number))
    return Stamp(Precision.DAY, day=first.number, month=second.number, months=0)


def _with_year(cursor: Cursor, stamp: Stamp) -> Stamp:
    if cursor.kind(1) is Word.NUMBER:
        cursor.take(Word.SLASH)
    found = read_year(cursor)
    if found is None:
        return stamp
    year, fiscal = found
    return replace(stamp, fiscal=year + BE_OFFSET) if fiscal else replace(stamp, year=year)


def read_fiscal_year(cursor: Cursor) -> int | None:
    year = read_year(cursor)
    return None if year is None else year[0] + BE_OFFSET


def read_year(cursor: Cursor) -> tuple[int, bool] | None:
    """A year (CE) and whether it is named as a fiscal year; None, and nothing taken, where no number follows."""
    start = cursor.at
    cursor.skip("year")
    says_every = cursor.kind() is Word.EACH_YEAR and cursor.words[cursor.at].value == "every"
    fiscal = None if says_every else cursor.take(Word.FISCAL, Word.EACH_YEAR)
    cursor.skip("year")
    era = cursor.take(Word.ERA)
    number = cursor.take(Word.NUMBER)
    if number is None:
        cursor.at = start
        return None
    return _common_era(number, era), fiscal is not None


def _common_era(number: Token, era: Token | None) -> int:
    """The year CE of a number as typed: two digits are BE 25xx, four digits up to 2400 CE, above it BE."""
    if len(number.text) == 2 and (era is None or era.value == "BE"):
        return _CENTURY + number.number - BE_OFFSET
    if len(number.text) != _LONG_YEAR:
        raise Unreadable(worded("reader_periods.no_year", text=number.text))
    buddhist = number.number > _LAST_CE
    if era is not None and buddhist is not (era.value == "BE"):
        raise Unreadable(worded("reader_periods.other_era", text=number.text))
    return number.number - BE_OFFSET if buddhist else number.number


def _month(token: Token) -> int | None:
    return token.value[0] if isinstance(token.value, tuple) else None
