"""The level of a count where the levels are ranges of counts (``domain.rubric``)."""

from fractions import Fraction
from typing import Any

from kmdash.domain.rubric import CountRange, Rubric
from kmdash.domain.scale import plain, rounded
from kmdash.domain.words import say

RULE = "rubric"
FORMULA = "max n: low_n <= r <= high_n, r not without_n; floor if short of level 1"


def steps_floor(floor: str) -> int:
    """What is short of the first of whole levels scores; there is no interval to extrapolate."""
    return 1 if floor == "1" else 0


def counted_outcome(ranges: Rubric, actual: float | None, floor: str) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Level and score of a count in exactly one range; none in a gap or in several.

    Short of level 1 it is the floor. Beside it stand the findings, each with the column that holds its cell:
    ranges that overlap or leave a gap, and a count that has no level.
    """
    doubts = [("source_cell", say("kpi.rubric.overlap", one=one, other=other)) for one, other in ranges.overlaps] + [
        ("source_cell", say("kpi.rubric.gap", first=first, last=last)) for first, last in ranges.gaps
    ]
    spans = [None if found is None else [found.low, found.high] for found in ranges.ranges]
    facts: dict[str, Any] = {"rule": RULE, "ranges": spans}
    if any(found and found.without is not None for found in ranges.ranges):
        facts["without"] = [None if found is None else found.without for found in ranges.ranges]
    if actual is None:
        return _without(facts, "no_result", say("kpi.rubric.no_result")), doubts
    result = plain(actual)
    facts |= {"result": result, "floor": floor, "formula": FORMULA, "numbers": {"floor": steps_floor(floor)}}
    levels = ranges.levels_of(actual)
    if len(levels) == 1:
        level, span = levels[0], ranges.ranges[levels[0] - 1]
        value = Fraction(level)
        text = say("kpi.rubric.scored", result=result, span=_span(span), level=level, score=rounded(value))
    elif not levels and ranges.is_short(actual):
        value = Fraction(steps_floor(floor))
        level = int(value)
        text = say("kpi.rubric.floor", result=result, span=_span(ranges.ranges[0]), score=rounded(value))
    else:
        several = ", ".join(map(str, levels))
        text = (
            say("kpi.rubric.two_levels", result=result, levels=several)
            if levels
            else say("kpi.rubric.no_level", result=result)
        )
        return _without(facts, "unclear_result", text), [*doubts, ("result_cell", text)]
    facts |= {"level": level, "score": str(rounded(value))}
    return {
        "scale": RULE,
        "score": float(value),
        "level": level,
        **_gap(ranges, actual, level),
        "explanation": text,
        "explained": facts,
    }, doubts


def _without(facts: dict[str, Any], reason: str, text: str) -> dict[str, Any]:
    return {"scale": RULE, "reason": reason, "explanation": text, "explained": {**facts, "reason": reason}}


def _gap(ranges: Rubric, actual: float, level: int) -> dict[str, Any]:
    """What the count lacks to the next level, and which way; how much where that level's nearest count is its end."""
    for number, found in enumerate(ranges.ranges[level:], start=level + 1):
        if found is None or found.holds(actual):
            continue
        if found.low >= actual:
            end, way = found.low, "up"
        elif found.high is not None and found.high <= actual:
            end, way = found.high, "down"
        else:
            continue
        gap = {} if end == found.without else {"gap_to_next": abs(end - actual)}
        return {"next_level": number, "direction": way, **gap}
    return {}


def _span(found: CountRange | None) -> str:
    if found is None:
        return "–"
    if found.high is None:
        return say("kpi.rubric.upwards" if found.without is None else "kpi.rubric.beyond", low=found.low)
    if found.low == found.high:
        return str(found.low)
    span = f"{found.low}–{found.high}"
    return span if found.without is None else say("kpi.rubric.without", span=span, end=found.without)
