"""The 50/75/100 scale: three marks worth 50, 75 and 100 points (rules.md, section 3)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from kmdash.domain.scale import exact

SCALE = "50/75/100"
POINTS = (50, 75, 100)


def points(marks: Sequence[Any], result: Any) -> Fraction:
    """The points of a result: 0 short of the first mark, then linear from 50 to 75 to 100, 100 at or beyond the last.

    Falling marks mean that less is better; of equal marks the higher counts.

    Raises
    ------
    ValueError
        If ``marks`` are not three numbers in rising or falling order, or ``result`` is no finite number.

    >>> [float(points([60, 80, 90], result)) for result in (59, 60, 70, 80, 85, 95)]
    [0.0, 50.0, 62.5, 75.0, 87.5, 100.0]
    """
    numbers = [exact(mark, "marks") for mark in marks]
    actual = exact(result, "result")
    if len(numbers) == len(POINTS) and numbers != sorted(numbers):
        numbers, actual = [-number for number in numbers], -actual
    if len(numbers) != len(POINTS) or numbers != sorted(numbers):
        raise ValueError(f"marks must be three numbers that rise or fall, not {list(marks)!r}")
    reached = sum(number <= actual for number in numbers)
    if reached == 0:
        return Fraction(0)
    if reached == len(POINTS):
        return Fraction(POINTS[-1])
    low, high = numbers[reached - 1], numbers[reached]
    step = POINTS[reached] - POINTS[reached - 1]
    return POINTS[reached - 1] + step * (actual - low) / (high - low)
