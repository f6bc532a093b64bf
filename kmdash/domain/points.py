"""The 50/75/100 scale: three marks worth 50, 75 and 100 points (rules.md, section 3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kmdash.domain.scale import exact, plain

SCALE = "50/75/100"
POINTS = (50, 75, 100)
FORMULAS = {"full": "100", "between": "p_i + (p_{i+1} - p_i) * (r - x_i) / (x_{i+1} - x_i)", "short": "0"}


@dataclass(frozen=True)
class Points:
    """Points from 0 to 100, exact; ``case`` names the formula they come by, ``numbers`` are those in it, as texts."""

    value: Fraction
    case: str
    numbers: dict[str, Any]


def points(marks: Sequence[Any], result: Any) -> Points:
    """The points of a result: 0 short of the first mark, then linear from 50 to 75 to 100, 100 at or beyond the last.

    Falling marks mean that less is better; of equal marks the higher counts.

    Raises
    ------
    ValueError
        If ``marks`` are not three numbers in rising or falling order, or ``result`` is no finite number.

    >>> [float(points([60, 80, 90], result).value) for result in (59, 60, 70, 80, 85, 95)]
    [0.0, 50.0, 62.5, 75.0, 87.5, 100.0]
    """
    numbers = [exact(mark, "marks") for mark in marks]
    actual = exact(result, "result")
    rises = numbers == sorted(numbers)
    if len(numbers) != len(POINTS) or not (rises or numbers == sorted(numbers, reverse=True)):
        raise ValueError(f"marks must be three numbers that rise or fall, not {list(marks)!r}")
    reached = sum(number <= actual if rises else number >= actual for number in numbers)
    if reached == 0:
        return Points(Fraction(0), "short", {})
    if reached == len(POINTS):
        return Points(Fraction(POINTS[-1]), "full", {})
    low, high = numbers[reached - 1], numbers[reached]
    least, most = POINTS[reached - 1], POINTS[reached]
    told = {
        f"x_{reached}": plain(low),
        f"x_{reached + 1}": plain(high),
        f"p_{reached}": least,
        f"p_{reached + 1}": most,
    }
    value = least + (most - least) * (actual - low) / (high - low)
    return Points(value, "between", {"i": reached, "r": plain(actual), **told})
