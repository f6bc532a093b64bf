"""The S-curve."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.fiscal import fiscal_months
from kmdash.domain.frames import frame
from kmdash.domain.results import PROGRESS_CURVE
from kmdash.plots.progress import curve, ticks

PLANNED = [2, 2, 4, 6, 11, 16, 20, 26, 30, 34, 41, 42]
FIGURE = {"theme": "light", "width": 600}


def a_year(actual, planned=PLANNED, year=2562, office="สถ."):
    padded = [*actual, *[None] * (12 - len(actual))]
    months = zip(fiscal_months(year), planned, padded, strict=True)
    return [{"office": office, "fiscal_year": year, "month": m, "planned": p, "actual": a} for m, p, a in months]


def drawn(rows, as_of=date(2019, 6, 15)):
    return curve(frame(PROGRESS_CURVE, rows), as_of, **FIGURE)


def texts(rows, as_of=date(2019, 6, 15)):
    return [annotation.text for annotation in drawn(rows, as_of).layout.annotations]


def test_the_distance_is_told_at_the_last_month_that_has_closed():
    found = texts(a_year([2, 2, 4, 6, 11, 16, 20, 21, 21]))
    assert "<b>▲ ช้ากว่าแผน 5 กิจกรรม</b>" in found
    assert {"ตามแผน 42", "<b>เสร็จจริง 21</b>"} <= set(found)


@pytest.mark.parametrize(("done", "words"), [(26, "✓ ตรงตามแผน"), (28, "✓ เร็วกว่าแผน 2 กิจกรรม")])
def test_being_on_or_ahead_of_the_plan_is_told_too(done, words):
    assert f"<b>{words}</b>" in texts(a_year([2, 2, 4, 6, 11, 16, 20, done]), date(2019, 6, 1))


def test_months_after_the_day_of_the_data_are_a_gap_and_not_zero():
    done = drawn(a_year([2, 2, 4])).data[0]
    assert list(done.x) == [0, 1, 2, 3]


def test_the_running_month_ends_at_the_day_of_the_data():
    done = drawn(a_year([2, 2, 4, 6, 11, 16, 20, 21, 21])).data[0]
    assert done.x[-1] == pytest.approx(8.5)


def test_one_count_alone_is_a_point():
    rows = a_year([None] * 8 + [21])
    assert len(drawn(rows).data[0].x) == 1


def test_offices_of_one_year_are_added_up():
    rows = a_year([1] * 9) + a_year([2] * 9, office="อื่น")
    assert "<b>เสร็จจริง 3</b>" in texts(rows)
    assert "ตามแผน 84" in texts(rows)


def test_two_years_in_one_chart_are_refused():
    with pytest.raises(ValueError, match="one fiscal year"):
        drawn(a_year([1]) + a_year([1], year=2563))


def with_forecast(actual, forecast):
    first = 12 - len(forecast)
    rows = a_year(actual)
    return [row | {"forecast": forecast[at - first] if at >= first else None} for at, row in enumerate(rows)]


def test_the_forecast_begins_where_done_ends_and_tells_the_years_end():
    rows = with_forecast([2, 2, 4, 6, 11, 16, 20, 21, 21], [23.4, 26.6, 30.7, 31.5])
    found = drawn(rows)
    done, hoped = found.data[0], found.data[2]
    assert (hoped.x[0], hoped.y[0]) == (done.x[-1], done.y[-1])
    assert list(hoped.x) == [pytest.approx(8.5), 9, 10, 11, 12]
    assert "คาดการณ์สิ้นปี 31.5" in texts(rows)


def test_a_year_that_is_over_has_no_forecast():
    rows = with_forecast([2, 2, 4, 6, 11, 16, 20, 21, 25, 28, 29, 30], [30])
    assert not [text for text in texts(rows, date(2019, 9, 30)) if "คาดการณ์" in text]


def test_the_words_of_the_forecast_stand_below_those_of_what_is_done_late_in_the_year():
    rows = with_forecast([2, 2, 4, 6, 11, 16, 20, 21, 25, 28, 29], [29.5, 30])
    found = {text.text: text for text in drawn(rows, date(2019, 8, 20)).layout.annotations}
    assert found["คาดการณ์สิ้นปี 30"].y > found["<b>เสร็จจริง 29</b>"].y + 20


@pytest.mark.parametrize("width", [508, 1270, 1820])
def test_the_words_of_the_forecast_cross_neither_its_line_nor_the_words_of_what_is_done(width):
    rows = with_forecast([2, 2, 4, 6, 11, 16, 20, 21, 21], [23.4, 26.6, 30.7, 31.5])
    found = curve(frame(PROGRESS_CURVE, rows), date(2019, 6, 15), theme="light", width=width)
    words = {text.text: text for text in found.layout.annotations}
    forecast, done = words["คาดการณ์สิ้นปี 31.5"], words["<b>เสร็จจริง 21</b>"]
    assert forecast.y > max(y for x, y in zip(found.data[2].x, found.data[2].y, strict=True) if x >= 11)
    if width == 508:
        assert forecast.y > done.y + 20


@given(st.integers(1, 500_000))
def test_ticks_rise_from_zero_to_the_largest_and_are_few(most):
    found = ticks(most)
    assert (found[0], found[-1]) == (0, most)
    assert found == sorted(set(found))
    assert len(found) <= 7
