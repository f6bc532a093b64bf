from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.words import thai_digits
from kmdash.ingest.normalise.numbers import is_blank_mark, is_missing_mark, number


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        ("๖๕", "General", 65.0),
        ("๑,๒๓๔.๕๐", "General", 1234.5),
        ("85%", "General", 85.0),
        ("85 %", "0%", 85.0),
        (0.85, "0%", 85.0),
        (0.285, "0.0%", 28.5),
        (0.285, "0.00", 0.285),
        (85, '0"%"', 85.0),
        (0, "General", 0.0),
        ("0", "General", 0.0),
        (" 12 ", "@", 12.0),
        ("-3.5", "General", -3.5),
        ("−3", "General", -3.0),
        (".5", "General", 0.5),
    ],
)
def test_a_number_is_read_in_the_unit_shown(value, number_format, expected):
    assert number(value, number_format) == expected


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "  ",
        "-",
        "–",
        "N/A",
        "n/a",
        "อยู่ระหว่างดำเนินการ",
        True,
        False,
        float("nan"),
        float("inf"),
        "๖๐ คน",
        "1-2",
        "1,23",
        "1 2",
        "1.2.3",
        ".",
        "%",
        "9" * 400,
    ],
)
def test_what_is_no_number_is_missing_and_never_zero(value):
    assert number(value) is None


@given(st.decimals(min_value=0, max_value=1, places=4))
def test_a_percent_cell_gives_the_decimal_times_a_hundred(share):
    assert number(float(share), "0.00%") == float(share * 100)


@given(st.integers(-(10**9), 10**9), st.integers(0, 99))
def test_a_number_typed_with_commas_and_thai_digits_is_read_back(whole, cents):
    text = f"{whole:,}.{cents:02d}"
    assert number(thai_digits(text)) == float(Decimal(text.replace(",", "")))


@pytest.mark.parametrize(
    ("text", "blank", "missing"),
    [("-", True, True), ("อยู่ระหว่าง", False, True), ("๐", False, False)],
)
def test_a_blank_says_no_value_and_a_status_says_not_yet(text, blank, missing):
    assert (is_blank_mark(text), is_missing_mark(text)) == (blank, missing)
