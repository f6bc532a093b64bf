"""What a period's words mean."""

from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import product

from kmdash.domain.fiscal import BE_OFFSET, MONTHS_SHORT
from kmdash.domain.period import Period, PeriodKind
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.numbers import is_blank_mark, without_literals
from kmdash.ingest.normalise.period_calendar import settle_span
from kmdash.ingest.normalise.period_doubts import Doubt, school_year
from kmdash.ingest.normalise.period_forms import PERIOD_FORMS
from kmdash.ingest.normalise.period_grammar import parse
from kmdash.ingest.normalise.period_parts import (
    Academic,
    Duration,
    Expression,
    Listing,
    PlanYears,
    Recurrence,
    Relative,
    Span,
    is_dated,
)
from kmdash.ingest.normalise.period_print import print_period
from kmdash.ingest.normalise.period_recurring import settle_listing, settle_recurrence
from kmdash.ingest.normalise.period_stamps import Unreadable, names_part
from kmdash.ingest.normalise.period_tokens import Token, tokens
from kmdash.ingest.normalise.period_words import Word
from kmdash.ingest.normalise.text import clean

__all__ = ["PERIOD_FORMS", "parse_period", "parse_value", "print_period"]

_BUDDHIST_YEARS = range(2400, 2701)
_FIRST_YEAR = 1900
_PART_OF_MONTH = "reader_periods.part_of_month"


def parse_period(
    text: str,
    *,
    fiscal_year: int | None = None,
    fiscal_years: tuple[int, int] | None = None,
    after: date | None = None,
) -> Period:
    """Read a period as an office types it.

    Parameters
    ----------
    text : str
        The words, in Thai or Arabic digits, with whatever blanks and dots.
    fiscal_year : int, optional
        The plan's fiscal year (BE): "ตลอดปี" and quarters mean it, dates outside it are noted, those more
        than two years off are asked. Never fills in a year that a date lacks.
    fiscal_years : (int, int), optional
        First and last fiscal year (BE) of a plan over several years; then ``fiscal_year`` is not needed.
    after : date, optional
        Start of the item before it in the plan: orders the choices for a doubtful month, nothing else.

    Returns
    -------
    Period
        With the text as typed. What is not certain has kind UNCLEAR, a Thai question with its code, the end
        that could be read, and choices that read without a question. A blank, "-" or "N/A" is UNCLEAR without
        a question: no date was typed.

    >>> period = parse_period("พ.ย. - ธ.ค. ๖๑")
    >>> period.start.isoformat(), period.end.isoformat(), period.kind.value
    ('2018-11-01', '2018-12-31', 'range')
    >>> parse_period("มี.ย. - ส.ค. ๖๒").choices
    ('มิ.ย. - ส.ค. ๖๒', 'เม.ย. - ส.ค. ๖๒', 'มี.ค. - ส.ค. ๖๒')
    """
    return _period(text, _plan_years(fiscal_year, fiscal_years), after)


def parse_value(
    value: object,
    *,
    number_format: str = "General",
    fiscal_year: int | None = None,
    fiscal_years: tuple[int, int] | None = None,
    after: date | None = None,
) -> Period:
    """Read a cell's value as a period: text, a real date, or a number.

    A date in the years 2400-2700 is a BE year typed as if it were CE: 543 is taken off, with the note
    ``be-typed-as-ce``. A date whose number format shows no day stands for its month. A number is read as the
    text it shows. The text of a date is its Thai print.
    """
    if value is None:
        return Period("")
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        shown = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
        return parse_period(shown, fiscal_year=fiscal_year, fiscal_years=fiscal_years, after=after)
    if value.year < _FIRST_YEAR:
        return Period(
            value.isoformat(),
            question=worded("reader_periods.year_of_cell", year=value.year),
            question_code="year_far_off",
        )
    year = value.year - BE_OFFSET if value.year in _BUDDHIST_YEARS else value.year
    month = f"{MONTHS_SHORT[value.month - 1]} {year + BE_OFFSET}"
    typed = f"{value.day} {month}" if _shows_day(number_format) else month
    found = parse_period(typed, fiscal_year=fiscal_year, fiscal_years=fiscal_years)
    if year == value.year:
        return found
    note = ("be-typed-as-ce", worded("reader_periods.be_as_ce", year=value.year))
    return replace(found, notes=(note, *found.notes))


@lru_cache(maxsize=4096)
def _period(text: str, years: PlanYears | None, after: date | None) -> Period:
    """A period, remembered: the rows of a plan repeat a few texts."""
    shown = clean(text)
    if is_blank_mark(shown):
        return Period(text)
    words = tokens(shown)
    doubtful = [
        word for word in words if word.kind is Word.MONTH and isinstance(word.value, tuple) and len(word.value) > 1
    ]
    found = _of_doubtful(shown, doubtful, years, after) if doubtful else _read(shown, words, years)
    return replace(found, text=text)


def _plan_years(fiscal_year: int | None, fiscal_years: tuple[int, int] | None) -> PlanYears | None:
    if fiscal_years is None:
        if fiscal_year is None:
            return None
        fiscal_years = (fiscal_year, fiscal_year)
    if not all(year in _BUDDHIST_YEARS for year in fiscal_years):
        raise ValueError(f"fiscal years must be BE, from 2400 to 2700, not {fiscal_years}")
    return PlanYears(min(fiscal_years), max(fiscal_years))


def _shows_day(number_format: str) -> bool:
    code = without_literals(number_format).casefold()
    return "d" in code or "ว" in code or not any(letter in code for letter in "ybปm")


def _read(shown: str, words: list[Token], years: PlanYears | None) -> Period:
    try:
        found = replace(_settled(parse(words), years), text=shown)
    except Unreadable as unreadable:
        question = worded("reader_periods.unreadable", why=unreadable.args[0])
        return Period(shown, question=question, question_code="unreadable_period")
    except Doubt as doubt:
        return Period(
            shown,
            doubt.start,
            doubt.end,
            doubt.precision,
            question=doubt.question,
            question_code=doubt.code,
            choices=_choices(shown, doubt.alternatives, years),
        )
    return (
        replace(found, notes=(*found.notes, ("part-of-month", worded(_PART_OF_MONTH)))) if names_part(words) else found
    )


def _settled(found: Expression, years: PlanYears | None) -> Period:
    """A parsed period on the calendar; a Doubt where it is not certain."""
    if isinstance(found, Recurrence):
        return settle_recurrence(found, years)
    if isinstance(found, Listing):
        return settle_listing(found, years)
    if isinstance(found, Relative):
        return Period("", kind=PeriodKind.RELATIVE)
    if isinstance(found, Academic):
        raise school_year(found.year, found.term)
    if isinstance(found, Duration):
        raise Unreadable(worded("reader_periods.duration_alone"))
    return settle_span(found, years)


def _choices(shown: str, alternatives: tuple[Expression, ...], years: PlanYears | None) -> tuple[str, ...]:
    """The alternatives that hold, as period texts in the digits of the text, those inside the plan's years first."""
    held = []
    for alternative in alternatives:
        try:
            held.append(_settled(alternative, years))
        except Doubt:
            continue
    held.sort(key=lambda period: bool(period.notes))
    in_thai = arabic(shown) != shown or not any(letter.isdigit() for letter in shown)
    return tuple(dict.fromkeys(print_period(period, thai_digits=in_thai) for period in held))


def _of_doubtful(shown: str, doubtful: list[Token], years: PlanYears | None, after: date | None) -> Period:
    """A text with what is no month's abbreviation: never read, but asked with every reading it may have."""
    readings = [(_wraps(text), _read(text, tokens(text), years)) for text in _variants(shown, doubtful)]
    held = [reading for _, reading in readings if reading.question_code != "unreadable_period"]
    if not held:
        return readings[0][1]
    forward = [reading for wraps, reading in readings if reading in held and not wraps] or held
    if after is not None:
        forward.sort(key=lambda reading: (reading.start or reading.end or after) < after)
    typed = " ".join(dict.fromkeys(f"“{word.text.strip()}”" for word in doubtful))
    choices = [text for reading in forward for text in (reading.choices if reading.question else (reading.text,))]
    return Period(
        shown,
        start=_common([reading.start for reading in held], [reading.start for reading in forward]),
        end=_common([reading.end for reading in held], [reading.end for reading in forward]),
        precision=forward[0].precision,
        question=worded("reader_periods.ambiguous_month", typed=typed),
        question_code="ambiguous_month",
        choices=tuple(dict.fromkeys(choices)),
    )


def _variants(shown: str, doubtful: list[Token]) -> list[str]:
    """The text with each doubtful month replaced by each month it may mean, likeliest first."""
    texts = []
    for months in product(*(word.value for word in doubtful if isinstance(word.value, tuple))):
        text = shown
        for word, month in reversed(list(zip(doubtful, months, strict=True))):
            text = text[: word.start] + MONTHS_SHORT[month - 1] + text[word.end :]
        texts.append(text)
    return texts


def _wraps(text: str) -> bool:
    """Whether a range with its year only at the end runs backwards through the months."""
    try:
        found = parse(tokens(text))
    except Unreadable:
        return False
    if not isinstance(found, Span) or is_dated(found.first):
        return False
    return (found.first.month or 0) > (found.last.month or 12)


def _common(all_days: list[date | None], days: list[date | None]) -> date | None:
    """The day all forward readings share, if every reading at all agrees on its month."""
    months = {day and day.month for day in all_days}
    return days[0] if len(months) == 1 and len(set(days)) == 1 else None
