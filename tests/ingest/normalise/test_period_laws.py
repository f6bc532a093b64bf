import calendar
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.fiscal import BE_OFFSET, fiscal_year_span, month_end
from kmdash.domain.period import Period, PeriodKind, Precision
from kmdash.domain.words import arabic, thai_digits
from kmdash.ingest.normalise.months import DOUBTFUL, spellings
from kmdash.ingest.normalise.period_words import VOCABULARY
from kmdash.ingest.normalise.periods import PERIOD_FORMS, parse_period, parse_value, print_period

CERTAIN = [(spelling, months[0]) for spelling, months in spellings().items() if spelling not in DOUBTFUL]
WORDS = [spelling for _, _, group in VOCABULARY for spelling in group]
WORDS += ["ต.ค.", "มี.ย.", "กุมภาพันธ์", "ก.ย.", "วันจันทร์", "(", ")", "-", "–", ",", "/", "09.00 น.", "กองคลัง"]
WORDS += ["1", "5", "31", "61", "๖๒", "2561", "2019", "2569-12-31", "0"]
days = st.dates(date(2007, 1, 1), date(2056, 12, 31))


@st.composite
def stretches(draw):
    """First day, last day, precision, and whether it is one unit."""
    precision = draw(st.sampled_from([Precision.DAY, Precision.MONTH, Precision.QUARTER]))
    one, two = sorted([draw(days), draw(days)])
    size = {Precision.DAY: 0, Precision.MONTH: 1, Precision.QUARTER: 3}[precision]
    if not size:
        return one, two, precision, one == two
    first = one.replace(month=(one.month - 1) // size * size + 1, day=1)
    last = two.replace(month=(two.month - 1) // size * size + size, day=1)
    return first, month_end(last), precision, (first.year, first.month) == (last.year, last.month - size + 1)


@st.composite
def periods(draw):
    first, last, precision, single = draw(stretches())
    kind = draw(st.sampled_from([PeriodKind.DEADLINE, PeriodKind.POINT if single else PeriodKind.RANGE]))
    whole = draw(st.integers(2550, 2599))
    start, end = fiscal_year_span(whole)
    all_year = Period("", start, end, Precision.YEAR, PeriodKind.ALL_YEAR)
    dated = Period("", None if kind is PeriodKind.DEADLINE else first, last, precision, kind)
    return draw(st.sampled_from([dated, all_year]))


@given(periods(), st.booleans(), st.booleans())
def test_a_printed_period_reads_back_as_itself(period, full, in_thai):
    words = print_period(period, full=full, thai_digits=in_thai)
    assert replace(parse_period(words), text="") == period


@pytest.mark.parametrize("text", [text for text, _ in PERIOD_FORMS])
def test_every_published_form_prints_and_reads_back(text):
    period = parse_period(text, fiscal_year=2562)
    again = parse_period(print_period(period), fiscal_year=2562)
    what = ("start", "end", "kind", "recurs_every", "recurs_month")
    assert [getattr(again, name) for name in what] == [getattr(period, name) for name in what]


@pytest.mark.parametrize(("spelling", "month"), CERTAIN)
def test_every_spelling_of_a_month_is_read_in_thai_and_arabic_digits(spelling, month):
    for text in (f"{spelling} 2562", f"{spelling}62", f"๑๕ {spelling} ๒๕๖๒"):
        period = parse_period(text)
        assert (period.end.month, period.end.year, period.question) == (month, 2019, None)


@pytest.mark.parametrize("text", [text for text, _ in PERIOD_FORMS])
def test_thai_and_arabic_digits_mean_the_same(text):
    thai, latin = parse_period(thai_digits(text)), parse_period(arabic(text))
    assert replace(thai, text="") == replace(latin, text="")


@pytest.mark.parametrize("text", [text for text, _ in PERIOD_FORMS if not text.startswith("ภายใน ๑๕ วัน")])
def test_a_word_that_is_not_understood_always_leads_to_a_question(text):
    for spoiled in (f"{text} โดยอนุโลม", f"ประชุมกรรมการ {text}"):
        period = parse_period(spoiled, fiscal_year=2562)
        assert (period.start, period.end, period.occurrences) == (None, None, ())
        assert period.question_code == "unreadable_period"


@given(st.lists(st.sampled_from(WORDS), max_size=9), st.sampled_from(["", " "]), st.sampled_from([None, 2562]))
def test_any_words_in_any_order_are_read_or_asked(words, glue, year):
    text = glue.join(words)
    period = parse_period(text, fiscal_year=year, after=date(2019, 1, 1))
    assert period.text == text
    if period.question is None:
        assert period.kind is not PeriodKind.UNCLEAR or not text.strip() or set(text) <= set("-– ")
        assert period.start is None or period.end is None or period.start <= period.end
    else:
        assert period.kind is PeriodKind.UNCLEAR
        assert period.question_code
    for choice in period.choices:
        assert parse_period(choice, fiscal_year=year).question is None


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_without_a_plan_no_date_lies_outside_the_years_the_words_name(words):
    text = " ".join(words)
    period = parse_period(text)
    numbers = {int(found) for found in re.findall(r"\d+", arabic(text))}
    named = {number - BE_OFFSET if number > 2400 else number for number in numbers if number > 999}
    named |= {2500 + number - BE_OFFSET for number in numbers if number < 100}
    for day in (period.start, period.end, *period.occurrences):
        assert day is None or {day.year - 1, day.year, day.year + 1} & named


@given(st.text(max_size=60))
def test_any_text_at_all_is_read_or_asked(text):
    period = parse_period(text, fiscal_year=2569)
    first, last = fiscal_year_span(2569)
    days = [day for day in (period.start, period.end) if day]
    assert not days or re.search(r"\d", arabic(text)) or all(first <= day <= last for day in days)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_real_date_keeps_its_day(day):
    assert parse_value(day).start == day


@given(st.integers(2540, 2599), st.integers(1, 12), st.integers(1, 31))
def test_a_day_is_read_only_where_the_calendar_has_it(year, month, day):
    period = parse_period(f"{day}/{month}/{year % 100:02d}")
    exists = day <= calendar.monthrange(year - BE_OFFSET, month)[1]
    assert (period.start is not None) == exists
    assert (period.question_code == "impossible_date") == (not exists)
