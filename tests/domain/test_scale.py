"""The five-level scale: the vectors of the rules, then the decimal oracle and the laws."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.scale import FLOORS, direction, rounded, score, weighted_mean
from kmdash.domain.words import set_language

RISING = [65, 70, 75, 80, 85]
FALLING = [30, 25, 20, 15, 10]
hundredths = st.integers(-20_000, 20_000).map(lambda number: number / 100)
rising_levels = st.lists(hundredths, min_size=5, max_size=5).map(sorted)


def decimal_oracle(levels: list[float], result: float, floor: str) -> Decimal:
    """The rule of section 3 as a plain loop in decimal arithmetic."""
    marks, actual = [Decimal(str(level)) for level in levels], Decimal(str(result))
    if marks[0] > marks[4]:
        marks, actual = [-mark for mark in marks], -actual
    value = {"1": Decimal(1), "0": Decimal(0), "extrapolate": Decimal(0)}[floor]
    if actual < marks[0] and floor == "extrapolate" and marks[1] != marks[0]:
        value = max(value, 1 + (actual - marks[0]) / (marks[1] - marks[0]))
    for number in range(1, 5):
        low, high = marks[number - 1], marks[number]
        if low <= actual < high:
            value = number + (actual - low) / (high - low)
    if actual >= marks[4]:
        value = Decimal(5)
    return value.quantize(Decimal("0.0001"), ROUND_HALF_UP)


@pytest.mark.parametrize(
    ("result", "expected", "level"),
    [
        (72, "2.4000", 2),
        (71.3333, "2.2667", 2),
        (64.9, "1.0000", 1),
        (90, "5.0000", 5),
        (65, "1.0000", 1),
        (85, "5.0000", 5),
    ],
)
def test_the_vectors_of_the_rule_are_scored_as_stated(result, expected, level):
    found = score(RISING, result)
    assert (str(rounded(found.score)), found.level) == (expected, level)


def test_weights_60_and_40_give_the_total_of_the_rule():
    scores = [score(RISING, 72).score, score(RISING, 85).score]
    assert str(rounded(weighted_mean(scores, [Fraction(60), Fraction(40)]))) == "3.4400"


def test_weights_that_sum_to_nothing_give_no_total():
    assert weighted_mean([Fraction(3)], [Fraction(0)]) is None


@pytest.mark.parametrize(("floor", "expected", "level"), [("1", "1.0000", 1), ("0", "0.0000", 0)])
def test_a_result_short_of_the_first_level_scores_the_floor_that_is_set(floor, expected, level):
    found = score(RISING, 62, floor)
    assert (str(rounded(found.score)), found.level) == (expected, level)


@pytest.mark.parametrize(("result", "expected"), [(64.9, "0.9800"), (62, "0.4000"), (60, "0.0000"), (10, "0.0000")])
def test_extrapolation_continues_the_first_interval_but_not_below_zero(result, expected):
    found = score(RISING, result, "extrapolate")
    assert (str(rounded(found.score)), found.level) == (expected, 0)


@pytest.mark.parametrize(
    ("result", "expected"), [(31, "1.0000"), (30, "1.0000"), (22, "2.6000"), (10, "5.0000"), (3, "5.0000")]
)
def test_falling_thresholds_reward_less(result, expected):
    assert str(rounded(score(FALLING, result).score)) == expected


@pytest.mark.parametrize(("levels", "result", "level"), [([60, 60, 70, 80, 90], 60, 2), ([60, 70, 70, 70, 90], 70, 4)])
def test_equal_neighbours_give_the_higher_level(levels, result, level):
    found = score(levels, result)
    assert (found.level, found.score) == (level, level)


@pytest.mark.parametrize(
    "levels", [[65, 70, 75, 80], [65, 75, 70, 80, 85], [65, 70, 75, 80, float("nan")], ["a", 1, 2, 3, 4]]
)
def test_levels_that_are_no_five_ordered_numbers_are_refused_by_name(levels):
    with pytest.raises(ValueError, match="levels"):
        score(levels, 72)


def test_a_result_that_is_no_number_and_an_unknown_floor_are_refused_by_name():
    with pytest.raises(ValueError, match="result"):
        score(RISING, float("inf"))
    with pytest.raises(ValueError, match="floor"):
        score(RISING, 72, "2")


def test_the_gap_to_the_next_level_is_in_the_unit_of_the_kpi():
    rising, falling, top = score(RISING, 72), score(FALLING, 22), score(RISING, 90)
    assert (rising.gap_to_next, rising.next_level) == (3, 3)
    assert (falling.gap_to_next, falling.next_level) == (2, 3)
    assert (top.gap_to_next, top.next_level) == (None, None)


def test_the_next_level_is_the_one_that_is_reached_when_thresholds_are_equal():
    found = score([60, 70, 70, 80, 90], 65)
    assert (found.gap_to_next, found.next_level) == (5, 3)


def test_short_of_the_first_level_the_gap_leads_to_the_level_above_the_one_given():
    assert (score(RISING, 64).gap_to_next, score(RISING, 64).next_level) == (6, 2)
    assert (score(RISING, 64, "0").gap_to_next, score(RISING, 64, "0").next_level) == (1, 1)


def test_the_explanation_shows_thresholds_formula_numbers_and_result():
    text = score(RISING, 72).explanation
    assert "ผล 72 อยู่ระหว่างระดับ 2 (70) กับระดับ 3 (75): 2 + (72 − 70) ÷ (75 − 70) = 2.4000" in text
    assert "65/70/75/80/85" in text


def test_the_explanation_names_the_floor_and_the_top():
    assert "1.0000" in score(RISING, 64.9).explanation and "ต่ำสุด" in score(RISING, 64.9).explanation
    assert "(64.9 − 65) ÷ (70 − 65)" in score(RISING, 64.9, "extrapolate").explanation
    assert "5.0000" in score(RISING, 85).explanation


def test_the_explanation_is_in_the_language_that_is_set():
    set_language("en")
    try:
        assert score(RISING, 72).explanation.startswith("Result 72 lies between level 2 (70) and level 3 (75)")
    finally:
        set_language("th")


@pytest.mark.parametrize(
    ("levels", "result", "percent"),
    [(RISING, 0.85, "85"), (RISING, 1, "100"), (FALLING, "0.125", "12.5"), ([1.01, 2, 3, 4, 5], 0.01, "1")],
)
@pytest.mark.parametrize("floor", FLOORS)
def test_a_share_against_thresholds_in_per_cent_is_asked_about(levels, result, percent, floor):
    text = score(levels, result, floor).explanation
    assert text.endswith(f" · โปรดตรวจว่าผล {result} หมายถึงร้อยละ {percent} หรือไม่")


def test_a_share_against_thresholds_in_per_cent_is_asked_about_in_english():
    set_language("en")
    try:
        assert score(RISING, 0.85).explanation.endswith("check whether the result 0.85 means 85 per cent")
    finally:
        set_language("th")


def test_a_share_against_thresholds_in_per_cent_keeps_its_score():
    found = score(RISING, 0.85)
    assert (found.score, found.level, found.gap_to_next) == (1, 1, Fraction("69.15"))


@pytest.mark.parametrize(
    ("levels", "result"), [(RISING, 0), (RISING, 1.01), (RISING, -0.5), ([0.65, 0.7, 0.75, 0.8, 0.85], 0.85)]
)
def test_a_result_that_can_be_no_share_of_per_cent_is_not_asked_about(levels, result):
    assert "โปรดตรวจ" not in score(levels, result).explanation


@pytest.mark.parametrize("levels", [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]])
def test_thresholds_that_reach_down_to_one_are_not_in_per_cent(levels):
    assert "โปรดตรวจ" not in score(levels, 1).explanation


@given(rising_levels, hundredths, st.sampled_from(FLOORS), st.booleans())
def test_every_score_equals_decimal_arithmetic_to_the_fourth_place(levels, result, floor, falls):
    levels = levels[::-1] if falls else levels
    assert rounded(score(levels, result, floor).score) == decimal_oracle(levels, result, floor)


@given(rising_levels, hundredths, hundredths, st.sampled_from(FLOORS))
def test_a_better_result_never_scores_lower(levels, one, other, floor):
    low, high = sorted([one, other])
    assert score(levels, low, floor).score <= score(levels, high, floor).score
    turned = levels[::-1]
    if direction(turned) == "down":
        assert score(turned, low, floor).score >= score(turned, high, floor).score


@given(rising_levels, hundredths)
def test_reaching_the_gap_reaches_the_next_level(levels, result):
    found = score(levels, result)
    if found.gap_to_next is not None:
        assert score(levels, Fraction(str(result)) + found.gap_to_next).level == found.next_level


@given(rising_levels, hundredths)
def test_the_formula_in_the_explanation_gives_the_score_again(levels, result):
    text = score(levels, result).explanation
    found = re.search(r": (\d) \+ \((\S+) − (\S+)\) ÷ \((\S+) − (\S+)\) = (\S+)", text)
    if found:
        level, actual, low, high, again, shown = found.groups()
        assert low == again
        value = int(level) + (Fraction(actual) - Fraction(low)) / (Fraction(high) - Fraction(low))
        assert str(rounded(value)) == shown
    else:
        assert re.search(r"[15]\.0000", text)


@given(st.integers(0, 100_000), st.integers(1, 9))
def test_halves_are_rounded_up_whatever_their_binary_form(number, last):
    text = f"{number / 10_000:.4f}{last}"
    assert rounded(float(text)) == Decimal(text).quantize(Decimal("0.0001"), ROUND_HALF_UP)
