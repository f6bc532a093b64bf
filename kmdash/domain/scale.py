"""The five-level KPI scale: where a result falls among its thresholds, in exact arithmetic that explains itself.

Numbers are taken as the decimals they are written as (72.1 is 721/10) and kept as fractions; nothing is
rounded but what is shown, by ``rounded``. Source: rules.md, section 3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kmdash.domain.words import say

TOP_LEVEL = 5
FLOORS = ("1", "0", "extrapolate")
DECIMALS = 4
FORMULAS = {
    "full": "5",
    "between": "i + (r - x_i) / (x_{i+1} - x_i)",
    "extrapolated": "max(0, 1 + (r - x_1) / (x_2 - x_1))",
    "floor": "floor",
}


@dataclass(frozen=True)
class Score:
    """A score with its reasons.

    ``score`` is exact (0 to 5), ``level`` its whole part; ``gap_to_next`` is what the result lacks to
    ``next_level``, positive and in the KPI's own unit (both None at level 5). ``explained`` is the explanation
    as data: rule, thresholds, direction, result, floor, case, formula, numbers, level, and the score at four
    decimals; numbers are texts, as they are written. ``doubts`` are what to check before it is believed.
    """

    score: Fraction
    level: int
    explanation: str
    gap_to_next: Fraction | None
    next_level: int | None
    explained: dict[str, Any]
    doubts: tuple[str, ...]


def score(levels: Sequence[Any], result: Any, floor: str = "1") -> Score:
    """Score a result from 1 to 5 by where it falls among five thresholds.

    Between two thresholds the score is linear: ``i + (r - x_i) / (x_{i+1} - x_i)``. At or beyond the fifth
    it is 5; short of the first it is the floor: ``"1"``, ``"0"``, or ``"extrapolate"``, which continues the
    first interval, not below 0. Equal neighbours give the higher level. Falling thresholds mean that less
    is better. A result of at most 1 (but not 0) against thresholds all above 1 is scored as it stands, and
    the explanation asks whether a share was meant in per cent.

    Raises
    ------
    ValueError
        If ``levels`` are not five numbers in rising or falling order, ``result`` is no finite number, or
        ``floor`` is none of ``FLOORS``.

    >>> found = score([65, 70, 75, 80, 85], 72)
    >>> str(rounded(found.score)), found.level, float(found.gap_to_next)
    ('2.4000', 2, 3.0)
    """
    if floor not in FLOORS:
        raise ValueError(f"floor must be one of {FLOORS}, not {floor!r}")
    marks = _thresholds(levels)
    actual = exact(result, "result")
    order = direction(levels)
    sign = 1 if order == "up" else -1
    reached = _reached(marks, actual, sign)
    if reached == TOP_LEVEL:
        value = Fraction(TOP_LEVEL)
    elif reached:
        value = reached + (actual - marks[reached - 1]) / (marks[reached] - marks[reached - 1])
    else:
        value = _below(marks, actual, floor)
    level = int(value)
    case = _case(marks, reached, floor)
    doubts = (share_or_percent(actual),) if is_suspicious(actual, marks) else ()
    explanation = " · ".join([_sentence(case, marks, actual, reached, value), *doubts])
    explained = {
        "rule": "threshold",
        "thresholds": [plain(mark) for mark in marks],
        "direction": order,
        "result": plain(actual),
        "floor": floor,
        "case": case,
        "formula": FORMULAS[case],
        "numbers": _numbers(case, marks, actual, reached, value),
        "level": level,
        "score": str(rounded(value)),
    }
    if level == TOP_LEVEL:
        return Score(value, level, explanation, None, None, explained, doubts)
    following = marks[level]
    next_level = _reached(marks, following, sign)
    return Score(value, level, explanation, abs(following - actual), next_level, explained, doubts)


def direction(levels: Sequence[Any]) -> str:
    """Whether more is better (``"up"``) or less (``"down"``), from the thresholds' own order; all equal is up.

    Raises
    ------
    ValueError
        If the thresholds neither only rise nor only fall.
    """
    marks = _thresholds(levels)
    if marks == sorted(marks):
        return "up"
    if marks == sorted(marks, reverse=True):
        return "down"
    raise ValueError(f"levels must rise or fall throughout, not {[plain(mark) for mark in marks]}")


def weighted_mean(scores: Iterable[Fraction], weights: Iterable[Fraction]) -> Fraction | None:
    """The sum of weight × score over the sum of the weights; None where the weights sum to nothing."""
    pairs = list(zip(scores, weights, strict=True))
    whole = sum((weight for _, weight in pairs), Fraction(0))
    return sum((value * weight for value, weight in pairs), Fraction(0)) / whole if whole else None


def rounded(value: Any) -> Decimal:
    """A number with four decimals, half up, as decimal arithmetic gives it.

    >>> str(rounded(Fraction(1, 3))), str(rounded(2.00005)), str(rounded("2.26666"))
    ('0.3333', '2.0001', '2.2667')
    """
    scaled = exact(value, "value") * 10**DECIMALS
    whole = int(abs(scaled) + Fraction(1, 2))
    return Decimal(whole if scaled >= 0 else -whole).scaleb(-DECIMALS)


def is_suspicious(result: Fraction, marks: Iterable[Fraction]) -> bool:
    """Whether a result may be 85 per cent typed as 0.85: at most 1, and not 0, where all it is judged by is more."""
    return 0 < result <= 1 < min(marks, default=Fraction(0))


def share_or_percent(result: Fraction) -> str:
    """The finding on such a result."""
    return say("measure.score.share_or_percent", result=plain(result), percent=plain(100 * result))


def exact(value: Any, name: str = "value") -> Fraction:
    """The number as the decimal it is written as; a ValueError names the argument that is no finite number."""
    try:
        return Fraction(str(value))
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError(f"{name} must be a finite number, not {value!r}") from error


def plain(value: Any) -> str:
    """A decimal number as a person writes it: ``72`` for 72.0, ``71.3333`` as it is.

    >>> plain(72.0), plain(Fraction(713333, 10000))
    ('72', '71.3333')
    """
    number = exact(value)
    return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"


def _thresholds(levels: Sequence[Any]) -> list[Fraction]:
    if len(levels) != TOP_LEVEL:
        raise ValueError(f"levels must be five numbers, not {list(levels)!r}")
    return [exact(level, "levels") for level in levels]


def _reached(marks: list[Fraction], actual: Fraction, sign: int) -> int:
    return sum(sign * mark <= sign * actual for mark in marks)


def _below(marks: list[Fraction], actual: Fraction, floor: str) -> Fraction:
    if floor != "extrapolate":
        return Fraction(floor)
    first_interval = marks[1] - marks[0]
    return max(Fraction(0), 1 + (actual - marks[0]) / first_interval) if first_interval else Fraction(0)


def _case(marks: list[Fraction], reached: int, floor: str) -> str:
    if reached == TOP_LEVEL:
        return "full"
    if reached:
        return "between"
    return "extrapolated" if floor == "extrapolate" and marks[0] != marks[1] else "floor"


def _numbers(case: str, marks: list[Fraction], actual: Fraction, reached: int, value: Fraction) -> dict[str, Any]:
    """The numbers that stand in the formula."""
    if case == "full":
        return {}
    if case == "floor":
        return {"floor": plain(value)}
    i = max(reached, 1)
    return {"i": i, "r": plain(actual), f"x_{i}": plain(marks[i - 1]), f"x_{i + 1}": plain(marks[i])}


def _sentence(case: str, marks: list[Fraction], actual: Fraction, reached: int, value: Fraction) -> str:
    shown = [plain(mark) for mark in marks]
    values = {"result": plain(actual), "score": rounded(value), "levels": "/".join(shown)}
    if case == "full":
        return say("measure.score.full", top=shown[-1], **values)
    if case == "between":
        low, high = shown[reached - 1], shown[reached]
        return say("measure.score.between", level=reached, low=low, next=reached + 1, high=high, **values)
    if case == "extrapolated":
        return say("measure.score.extrapolated", low=shown[0], high=shown[1], **values)
    return say("measure.score.floor", low=shown[0], **values)
