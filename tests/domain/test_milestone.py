"""Milestone KPIs: "Level n needs steps 1…n; whole levels. A step reached over a gap does not count"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.milestone import milestone, steps_of


@pytest.mark.parametrize(
    ("steps", "level", "over_gap"),
    [((), 0, ()), ((1,), 1, ()), ((1, 2, 4), 2, (4,)), ((2, 3), 0, (2, 3)), ((1, 2, 3, 4, 5), 5, ())],
)
def test_level_n_needs_the_steps_1_to_n(steps, level, over_gap):
    found = milestone(steps)
    assert (found.level, found.over_gap) == (level, over_gap)


@pytest.mark.parametrize(
    ("text", "steps"),
    [("1,2,4", (1, 2, 4)), ("๑ - ๓", (1, 2, 3)), ("1–3; 5", (1, 2, 3, 5)), ("2", (2,)), ("1 2", (1, 2))],
)
def test_steps_are_read_in_either_digits_singly_and_as_ranges(text, steps):
    assert steps_of(text) == steps


@pytest.mark.parametrize("text", ["", "0", "6", "3-1", "1,2,เสร็จ", "1.5"])
def test_what_is_no_list_of_steps_is_not_guessed(text):
    assert steps_of(text) is None


@given(st.sets(st.integers(1, 5)), st.integers(1, 5))
def test_one_more_step_never_lowers_the_level(steps, more):
    assert milestone(steps | {more}).level >= milestone(steps).level
