"""The 50/75/100 scale: linear between its three marks, 0 short of the first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.points import points

quarters = st.integers(-400, 400).map(lambda number: number / 4)


@pytest.mark.parametrize(
    ("result", "expected"), [(59.9, 0), (60, 50), (70, 62.5), (80, 75), (85, 87.5), (90, 100), (99, 100)]
)
def test_points_are_linear_between_the_marks(result, expected):
    assert points([60, 80, 90], result).value == expected


def test_falling_marks_reward_less_and_equal_marks_count_the_higher():
    assert (points([30, 20, 10], 25).value, points([30, 20, 10], 31).value) == (62.5, 0)
    assert points([60, 60, 90], 60).value == 75


@pytest.mark.parametrize("marks", [[1, 2], [1, 3, 2], [1, 2, None]])
def test_marks_that_are_no_three_ordered_numbers_are_refused_by_name(marks):
    with pytest.raises(ValueError, match="marks"):
        points(marks, 1)


@given(st.lists(quarters, min_size=3, max_size=3).map(sorted), quarters, quarters)
def test_a_better_result_never_gives_fewer_points(marks, one, other):
    low, high = sorted([one, other])
    assert points(marks, low).value <= points(marks, high).value
