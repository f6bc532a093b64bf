"""Numbers and dates as spreadsheets keep them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.ingest.files.values import EPOCH_1900, EPOCH_1904, from_iso, from_serial, number, shows_date


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_a_file_can_hold_is_read(value):
    assert number(repr(value)) == value


@pytest.mark.parametrize("text", ["NaN", "Infinity", "1E+309", "0x1F", "๑๒", "1_000", "1,000", "", "-"])
def test_what_is_no_number_of_a_file_is_none(text):
    assert number(text) is None


@pytest.mark.parametrize(
    ("serial", "moment"),
    [
        (0, time(0)),
        (0.25, time(6)),
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (60, None),
        (61, date(1900, 3, 1)),
        (45658.5, datetime(2025, 1, 1, 12)),
        (2958465, date(9999, 12, 31)),
        (2958466, None),
        (-1, None),
        (1e300, None),
        (243987, date(2568, 1, 4)),
    ],
)
def test_serials_of_the_1900_system(serial, moment):
    assert from_serial(serial) == moment


@pytest.mark.parametrize(("serial", "moment"), [(1, date(1904, 1, 2)), (60, date(1904, 3, 1)), (2958465, None)])
def test_serials_of_the_1904_system(serial, moment):
    assert from_serial(serial, EPOCH_1904) == moment


@given(st.dates(min_value=date(1900, 3, 1)))
def test_a_day_comes_back_from_its_serial(day):
    assert from_serial((day - EPOCH_1900.date()).days) == day


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
