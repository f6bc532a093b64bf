"""What a KPI's result comes to under the KPI's own rule, with the reasons in words and as data."""

import json
from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from math import floor as whole_below
from typing import Any

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.counted import RULE, counted_outcome, steps_floor
from kmdash.domain.level_texts import split_levels
from kmdash.domain.milestone import LEVELS, milestone, steps_of
from kmdash.domain.points import FORMULAS, POINTS, points
from kmdash.domain.points import SCALE as POINTS_SCALE
from kmdash.domain.rubric import rubric
from kmdash.domain.scale import direction, exact, is_suspicious, plain, rounded, score, share_or_percent
from kmdash.domain.target import PERCENT, Target, is_percent, parse_target
from kmdash.domain.words import say

HUNDRED = 100

Row = Mapping[str, Any]
Found = dict[str, Any]


def outcome(kpi: Row, floor: str) -> Found:
    """Level, score, points or target reached of one KPI, and why (columns of ``results.ATTAINMENT``).

    The rule is the KPI's own: milestone or 50/75/100 where its scale says so, else five thresholds, else level
    texts that are ranges of counts, else a target; a result that none can judge has no score, and the
    reason says so. Numbers are exact. Source: rules.md, section 3.

    Parameters
    ----------
    kpi : mapping
        ``scale``, ``threshold_1`` … ``threshold_5``, ``level_texts``, ``target``, ``direction``, ``kpi_unit``,
        ``source_cell``; of its result ``actual``, ``steps``, ``persons``, ``result_cell``. What is missing is None.
    floor : what a result short of level 1 scores, one of ``scale.FLOORS``.

    Returns
    -------
    dict
        ``explanation`` is a sentence, ``explained`` the same as JSON, ``doubt`` what is to be checked, each with
        its cell (None: nothing).
    """
    found, doubts = _judged(kpi, floor)
    doubts += [at_cell(kpi["result_cell"], text) for text in _about_result(kpi, found)]
    return {
        **found,
        "explained": json.dumps(found["explained"], ensure_ascii=False),
        "gap_persons": _gap_persons(kpi, found),
        "doubt": " · ".join(doubts) or None,
    }


def at_cell(cell: str | None, text: str) -> str:
    """A finding with where it stands."""
    return say("kpi.doubt.at", cell=cell or say("kpi.doubt.cell"), text=text)


def _judged(kpi: Row, floor: str) -> tuple[Found, list[str]]:
    if kpi["scale"] == "milestone":
        return _milestone(kpi, floor)
    if kpi["scale"] == POINTS_SCALE:
        return _points(kpi)
    if all(kpi[name] is not None for name in THRESHOLDS):
        return _threshold(kpi, floor)
    counts = rubric(split_levels(kpi["level_texts"]))
    if counts:
        found, doubts = counted_outcome(counts, kpi["actual"], floor)
        return found, [at_cell(kpi[cell], text) for cell, text in doubts]
    target = parse_target(kpi["target"], kpi["direction"]) if kpi["target"] else None
    if target:
        return _target(kpi, target)
    shown = {} if kpi["actual"] is None else {"result": plain(kpi["actual"])}
    key = "measure.score.no_thresholds_reported" if shown else "measure.score.no_thresholds"
    return _unscored("no_thresholds", say(key, **shown), None, **shown), []


def _unscored(reason: str, text: str, scale: str | None, **facts: Any) -> Found:
    """A KPI without a score: the reason as a code and in words."""
    return {
        "scale": scale,
        "reason": reason,
        "explanation": text,
        "explained": {"rule": scale, "reason": reason, **facts},
    }


def _threshold(kpi: Row, floor: str) -> tuple[Found, list[str]]:
    levels = [kpi[name] for name in THRESHOLDS]
    shown = "/".join(plain(level) for level in levels)
    facts = {"thresholds": [plain(level) for level in levels]}
    try:
        order = direction(levels)
    except ValueError:
        text = say("measure.score.mixed_thresholds", levels=shown)
        return _unscored("no_thresholds", text, "threshold", **facts), [at_cell(kpi["source_cell"], text)]
    if kpi["actual"] is None:
        text = say("measure.score.no_result", levels=shown)
        return {**_unscored("no_result", text, "threshold", **facts), "direction": order}, []
    found = score(levels, kpi["actual"], floor)
    doubts = [at_cell(kpi["source_cell"], say("kpi.doubt.one_threshold"))] if len(set(levels)) == 1 else []
    return {
        "scale": "threshold",
        "direction": order,
        "score": float(found.score),
        "level": found.level,
        "gap_to_next": None if found.gap_to_next is None else float(found.gap_to_next),
        "next_level": found.next_level,
        "explanation": found.explanation,
        "explained": found.explained,
    }, [*doubts, *(at_cell(kpi["result_cell"], text) for text in found.doubts)]


def _milestone(kpi: Row, floor: str) -> tuple[Found, list[str]]:
    if kpi["actual"] is None and kpi["steps"] is None:
        return _unscored("no_result", say("kpi.milestone.no_result"), "milestone"), []
    steps = _steps(kpi)
    if steps is None:
        shown = kpi["steps"] or plain(kpi["actual"])
        text = say("kpi.milestone.unclear", result=shown)
        return _unscored("unclear_result", text, "milestone", result=shown), [at_cell(kpi["result_cell"], text)]
    reached = milestone(steps)
    value = Fraction(reached.level or steps_floor(floor))
    key = "none" if not reached.level else "first" if reached.level == 1 else "scored"
    text = say(f"kpi.milestone.{key}", level=reached.level, score=rounded(value))
    doubts = []
    if reached.over_gap:
        gap = say("kpi.milestone.over_gap", steps=", ".join(map(str, reached.over_gap)))
        text, doubts = f"{text} · {gap}", [at_cell(kpi["result_cell"], gap)]
    level = int(value)
    return {
        "scale": "milestone",
        "score": float(value),
        "level": level,
        "steps": ",".join(map(str, steps)),
        "next_level": level + 1 if level < LEVELS else None,
        "explanation": text,
        "explained": {
            "rule": "milestone",
            "steps": list(steps),
            "counted": list(range(1, reached.level + 1)),
            "over_gap": list(reached.over_gap),
            "floor": floor,
            "formula": "max n: 1…n in steps; floor if 1 is not",
            "numbers": {"floor": steps_floor(floor)},
            "level": level,
            "score": str(rounded(value)),
        },
    }, doubts


def _steps(kpi: Row) -> tuple[int, ...] | None:
    """The steps reported; a number alone is the highest of an unbroken row."""
    if kpi["steps"] is not None:
        return steps_of(kpi["steps"])
    number = exact(kpi["actual"])
    return tuple(range(1, int(number) + 1)) if number.denominator == 1 and 0 <= number <= LEVELS else None


def _points(kpi: Row) -> tuple[Found, list[str]]:
    marks = [kpi[name] for name in THRESHOLDS[: len(POINTS)]]
    shown = "/".join("–" if mark is None else plain(mark) for mark in marks)
    try:
        found = points(marks, 0 if kpi["actual"] is None else kpi["actual"])
    except ValueError:
        text = say("kpi.points.unclear")
        return _unscored("no_thresholds", text, POINTS_SCALE), [at_cell(kpi["source_cell"], text)]
    if kpi["actual"] is None:
        return _unscored("no_result", say("kpi.points.no_result", marks=shown), POINTS_SCALE, marks=shown), []
    result = plain(kpi["actual"])
    text = say("kpi.points.scored", result=result, points=rounded(found.value), marks=shown)
    return {
        **_unscored("points", text, POINTS_SCALE),
        "points": float(found.value),
        "explained": {
            "rule": POINTS_SCALE,
            "marks": [plain(mark) for mark in marks],
            "points_of_marks": list(POINTS),
            "result": result,
            "case": found.case,
            "formula": FORMULAS[found.case],
            "numbers": found.numbers,
            "points": str(rounded(found.value)),
        },
    }, []


def _target(kpi: Row, target: Target) -> tuple[Found, list[str]]:
    columns = {
        "target_operator": target.operator,
        "target_value": float(target.number),
        "target_unit": target.unit or None,
    }
    facts = {"target": kpi["target"], "operator": target.operator, "number": plain(target.number), "unit": target.unit}
    unit = kpi["kpi_unit"]
    doubts = []
    if unit and target.unit and (PERCENT in target.unit) != is_percent(unit):
        doubts.append(at_cell(kpi["source_cell"], say("kpi.doubt.unit", target=target.unit, unit=unit)))
    if kpi["actual"] is None:
        text = f"{say('kpi.target.no_result', target=kpi['target'])} · {say('kpi.target.no_levels')}"
        return {**_unscored("no_thresholds", text, "target", **facts), **columns}, doubts
    result = exact(kpi["actual"])
    share = target.share_reached(result)
    met = target.met(result)
    sentences = [
        say("kpi.target.met" if met else "kpi.target.not_met", result=plain(result), target=kpi["target"]),
        *([] if share is None else [say("kpi.target.share", share=plain(round(float(share * HUNDRED), 1)))]),
        say("kpi.target.no_levels"),
    ]
    shown = None if share is None else str(rounded(share))
    facts |= {"result": plain(result), "formula": "r operator number; share = r / number", "met": met, "share": shown}
    return {
        **_unscored("target", " · ".join(sentences), "target", **facts),
        **columns,
        "met": met,
        "share_reached": None if share is None else float(share),
    }, doubts


def _about_result(kpi: Row, found: Found) -> list[str]:
    """What no result can be, or hardly is, by its unit and by what it is judged by."""
    if kpi["actual"] is None:
        return []
    actual, marks = exact(kpi["actual"]), _marks(kpi, found)
    parts = is_percent(kpi["kpi_unit"]) or PERCENT in (found.get("target_unit") or "")
    if parts and not 0 <= actual <= HUNDRED:
        return [say("kpi.doubt.percent", result=plain(actual))]
    if actual < 0 and marks and min(marks) >= 0:
        return [say("kpi.doubt.negative", result=plain(actual))]
    judged_here = found["scale"] == POINTS_SCALE or (parts and found["scale"] in ("target", RULE))
    return [share_or_percent(actual)] if judged_here and is_suspicious(actual, filter(None, marks)) else []


def _marks(kpi: Row, found: Found) -> list[Fraction]:
    """The numbers a result is judged by: thresholds, marks, ends of ranges, or the target."""
    if found["scale"] == RULE:
        return [exact(end) for span in found["explained"]["ranges"] if span for end in span if end is not None]
    numbers = [*(kpi[name] for name in THRESHOLDS), found.get("target_value")]
    return [exact(number) for number in numbers if number is not None]


def _gap_persons(kpi: Row, found: Found) -> int | None:
    """Persons to win for the next level, where the result is a share of a known number of persons."""
    gap = found.get("gap_to_next")
    if gap is None or not kpi["persons"] or not is_percent(kpi["kpi_unit"]):
        return None
    people, actual = exact(kpi["persons"]), exact(kpi["actual"])
    now = whole_below(actual * people / HUNDRED + Fraction(1, 2))
    if found.get("direction") == "down":
        return now - whole_below((actual - exact(gap)) * people / HUNDRED)
    return ceil((actual + exact(gap)) * people / HUNDRED) - now
