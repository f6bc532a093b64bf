"""Targets: "are targets (operator, number, unit), not five-level KPIs: met / not met / share reached"."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.target import parse_target


@pytest.mark.parametrize(
    ("text", "operator", "number", "unit"),
    [
        ("ไม่น้อยกว่าร้อยละ ๘๐", ">=", 80, "ร้อยละ"),
        ("ร้อยละ 80 ขึ้นไป", ">=", 80, "ร้อยละ"),
        ("๒ องค์ความรู้", ">=", 2, "องค์ความรู้"),
        ("≥ ๖๐ คน", ">=", 60, "คน"),
        ("อย่างน้อย 1 ครั้ง/ปี", ">=", 1, "ครั้ง/ปี"),
        ("ไม่เกิน 5 วัน", "<=", 5, "วัน"),
        ("100%", ">=", 100, "ร้อยละ"),
        ("จำนวน 1,250.5 บาท", ">=", Fraction("1250.5"), "บาท"),
        ("มากกว่า ๓ เรื่อง", ">", 3, "เรื่อง"),
        ("เท่ากับ 4 ครั้ง", "=", 4, "ครั้ง"),
        ("90", ">=", 90, ""),
        ("มากกว่าหรือเท่ากับร้อยละ 80", ">=", 80, "ร้อยละ"),
        ("น้อยกว่าหรือเท่ากับ 5 วัน", "<=", 5, "วัน"),
        ("=> 80", ">=", 80, ""),
        ("ภายใน 3 วัน", "<=", 3, "วัน"),
    ],
)
def test_a_target_is_read_as_operator_number_and_unit(text, operator, number, unit):
    found = parse_target(text)
    assert (found.operator, found.number, found.unit) == (operator, number, unit)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "มีคู่มือ",
        "80 - 90",
        "ร้อยละ 80 หรือ 90",
        "ภายในปี 2562",
        "ภายใน 2562",
        "ระดับ 5",
        "ภายใน 30 กันยายน",
        "ไม่เกิน 5 วันขึ้นไป",
        "1,25 คน",
        "๓ กอง ๒ เรื่อง",
        "2 เรื่อง ไม่เกิน",
    ],
)
def test_what_is_not_certain_is_not_guessed(text):
    assert parse_target(text) is None


def test_a_bare_number_is_the_most_where_less_is_better():
    assert parse_target("5 วัน", "down").operator == "<="


@pytest.mark.parametrize(
    ("text", "result", "met", "share"),
    [
        ("ไม่น้อยกว่าร้อยละ 80", 80, True, 1),
        ("ไม่น้อยกว่าร้อยละ 80", 60, False, Fraction(3, 4)),
        ("2 เรื่อง", 3, True, Fraction(3, 2)),
        ("2 เรื่อง", 0, False, 0),
        ("ไม่เกิน 5 วัน", 4, True, 1),
        ("ไม่เกิน 5 วัน", 10, False, Fraction(1, 2)),
        ("มากกว่า 3 เรื่อง", 3, False, 1),
        ("เท่ากับ 4 ครั้ง", 5, False, None),
    ],
)
def test_a_target_is_met_or_not_and_how_far(text, result, met, share):
    found = parse_target(text)
    assert (found.met(Fraction(result)), found.share_reached(Fraction(result))) == (met, share)


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_better_result_never_reaches_less(number, one, other):
    low, high = sorted([one, other])
    least, most = parse_target(f"อย่างน้อย {number}"), parse_target(f"ไม่เกิน {number}")
    assert least.share_reached(Fraction(low)) <= least.share_reached(Fraction(high))
    assert most.share_reached(Fraction(low)) >= most.share_reached(Fraction(high))
