"""Many KPIs scored at once: the vectors of the rules, then the exact scalar rule as the oracle."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.levels import UNIT, scores, scores_of
from kmdash.domain.scale import DECIMALS, FLOORS, rounded, score

RISING = (65, 70, 75, 80, 85)
# decimals of up to six places, of more, large ones, many equal ones, and what is missing
decimals = st.one_of(
    st.integers(-400, 400).map(lambda number: number / 4),
    st.decimals(-1000, 1000, places=6, allow_nan=False).map(float),
    st.decimals(-1000, 1000, places=9, allow_nan=False).map(float),
    st.floats(-1e12, 1e12, allow_nan=False),
    st.sampled_from([0.0, -0.0, 1e8, 99_999_999.999999, 0.1 + 0.2, 1 / 3]),
)
ordered = st.tuples(st.lists(decimals, min_size=5, max_size=5).map(sorted), st.booleans()).map(
    lambda drawn: drawn[0][::-1] if drawn[1] else drawn[0]
)
gaps = st.one_of(decimals, st.just(float("nan")))
rows = st.lists(st.tuples(st.one_of(ordered, st.lists(gaps, min_size=5, max_size=5)), gaps), max_size=8)


def of(levels, actual, floor="1"):
    """Units and level of one KPI; None where it has no score."""
    found = scores_of(np.array([[*levels, actual]], dtype=float).T, floor)
    return (int(found.units[0]), int(found.level[0])) if found.scored[0] else None


def rounded_units(levels, actual):
    return int(rounded(score(levels, actual).score).scaleb(DECIMALS))


def oracle(levels, actual, floor):
    """The same by the exact rule."""
    if any(number != number for number in (*levels, actual)):
        return None
    try:
        found = score(levels, actual, floor)
    except ValueError:
        return None
    return float(found.score), int(rounded(found.score).scaleb(DECIMALS)), found.level


@pytest.mark.parametrize(
    ("result", "units", "level"),
    [(72, 24000, 2), (71.3333, 22667, 2), (64.9, 10000, 1), (90, 50000, 5), (65, 10000, 1), (85, 50000, 5)],
)
def test_the_vectors_of_the_rule_are_scored_as_stated(result, units, level):
    assert of(RISING, result) == (units, level)


@pytest.mark.parametrize(("floor", "expected"), [("1", (10000, 1)), ("0", (0, 0)), ("extrapolate", (4000, 0))])
def test_a_result_short_of_the_first_level_scores_the_floor_that_is_set(floor, expected):
    assert of(RISING, 62, floor) == expected


@pytest.mark.parametrize(
    ("levels", "actual", "expected"),
    [
        ((30, 25, 20, 15, 10), 22, (26000, 2)),
        ((30, 25, 20, 15, 10), 10, (50000, 5)),
        ((30, 25, 20, 15, 10), 31, (10000, 1)),
        ((60, 60, 70, 80, 90), 60, (20000, 2)),
        ((60, 70, 70, 70, 90), 70, (40000, 4)),
        ((0, 1, 2, 3, 4), 0, (10000, 1)),
        ((0, 1, 2, 3, 4), 0.00005, (10001, 1)),  # half up
        ((0, 1, 2, 3, 4), 0.0000499999999, (10000, 1)),  # of more than six decimals
        ((0, 1e9, 2e9, 3e9, 4e9), 15e8, (25000, 2)),  # of more than 64 bits
    ],
)
def test_falling_equal_zero_fine_and_large_numbers_are_scored(levels, actual, expected):
    assert of(levels, actual) == expected


def test_equal_first_thresholds_cannot_be_extrapolated():
    assert of((60, 60, 70, 80, 90), 59, "extrapolate") == (0, 0)


def test_a_missing_number_and_mixed_thresholds_have_no_score():
    numbers = np.array([[65, 70, 75, 80, 85, np.nan], [65, np.nan, 75, 80, 85, 72], [65, 60, 75, 80, 85, 72]]).T
    found = scores_of(numbers)
    assert found.scored.tolist() == [False, False, False]
    assert found.mixed.tolist() == [False, False, True]
    assert not found.units.any() and not found.level.any()


def test_the_rows_of_a_frame_are_scored_in_their_order():
    frame = pd.DataFrame([dict(zip((*THRESHOLDS, "actual"), (*RISING, actual), strict=True)) for actual in (72, 90)])
    frame.loc[2] = frame.loc[0]
    frame = frame.astype("Float64")
    frame.loc[2, "actual"] = pd.NA
    found = scores(frame)
    assert (found.units / UNIT).tolist() == [2.4, 5, 0]
    assert found.scored.tolist() == [True, True, False]


def test_no_rows_give_no_scores():
    assert len(scores_of(np.empty((6, 0))).units) == 0


def test_an_unknown_floor_is_refused_by_name():
    with pytest.raises(ValueError, match="floor"):
        scores_of(np.empty((6, 1)), "2")


def test_rows_beyond_one_block_are_scored_like_those_within():
    numbers = np.array([[*RISING, actual / 10] for actual in range(600, 900)] * 40, dtype=float).T
    found = scores_of(numbers)
    first = found.units[:300].tolist()
    assert first == [rounded_units(RISING, actual / 10) for actual in range(600, 900)]
    assert found.units.tolist() == first * 40


@given(rows, st.sampled_from(FLOORS))
def test_every_score_equals_the_exact_rule(drawn, floor):
    numbers = np.array([[*levels, actual] for levels, actual in drawn], dtype=float).reshape(-1, 6).T
    found = scores_of(numbers, floor)
    told = [
        (float(exact), int(units), int(level)) if scored else None
        for exact, units, level, scored in zip(found.score, found.units, found.level, found.scored, strict=True)
    ]
    assert told == [oracle(levels, actual, floor) for levels, actual in drawn]


@given(st.lists(decimals, min_size=5, max_size=5).map(sorted), decimals, decimals, st.sampled_from(FLOORS))
def test_a_better_result_never_scores_lower(levels, one, other, floor):
    low, high = sorted([one, other])
    assert of(levels, low, floor) <= of(levels, high, floor)
    if levels[0] < levels[-1]:
        assert of(levels[::-1], low, floor) >= of(levels[::-1], high, floor)
