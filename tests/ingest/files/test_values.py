"""Numbers and dates as spreadsheets keep them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.ingest.files.values import from_iso, number, plain, shows_date


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_a_file_can_hold_is_read(value):
    assert number(repr(value)) == value


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1E+309", "0x1F", "๑๒", "1_000", "1,000", "", "-"])
def test_what_is_no_number_of_a_file_is_none(text):
    assert number(text) is None


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, True),
        (85.0, 85),
        (0.5, 0.5),
        (10**400, "#NUM!"),
        (float("inf"), "#NUM!"),
        (datetime(2018, 10, 1), date(2018, 10, 1)),
        (datetime(2018, 10, 1, 9, 30), datetime(2018, 10, 1, 9, 30)),
        (datetime(1899, 12, 29), "#VALUE!"),
        (date(1899, 12, 31), "#VALUE!"),
        (time(9, 30), time(9, 30)),
        (timedelta(hours=36), 1.5),
        ("ก", "ก"),
        (None, None),
    ],
)
def test_values_of_a_library_become_those_of_a_grid(value, shown):
    assert plain(value) == shown
    assert type(plain(value)) is type(shown)


@pytest.mark.parametrize(
    "code", ["mm-dd-yy", "[$-D07041E]d mmmm yyyy", "d/m/bbbb", "ว/ด/ปปปป", "ดดด-ปป", "h:mm AM/PM", "[Red]d/m/yy;@"]
)
def test_formats_that_show_a_date(code):
    assert shows_date(code)


@pytest.mark.parametrize("code", ["General", "0%", "0.00", '0" วัน"', "[h]:mm", "[Blue]0", "@", "t0%", r"0\d", "_-* 0"])
def test_formats_that_show_a_number(code):
    assert not shows_date(code)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018-10-01", date(2018, 10, 1)),
        ("2018-10-01T00:00:00.000", date(2018, 10, 1)),
        ("2018-10-01T09:30:00", datetime(2018, 10, 1, 9, 30)),
        ("09:30:00", time(9, 30)),
        ("2569-02-30T25:61:61", "2569-02-30T25:61:61"),
    ],
)
def test_iso_dates_and_what_is_none(text, value):
    assert from_iso(text) == value
