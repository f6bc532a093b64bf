"""How far each KPI got: its latest result scored from 1 to 5, with the reasons, and the weighted total."""

from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.frames import frame, records
from kmdash.domain.items import in_plan_order, whereabouts
from kmdash.domain.register import Register
from kmdash.domain.results import ATTAINMENT
from kmdash.domain.scale import direction, exact, plain, score, weighted_mean
from kmdash.domain.words import say


def attainment(register: Register, *, as_of: date | None = None, floor: str = "1") -> pd.DataFrame:
    """Score each KPI by where its latest result falls among its thresholds.

    The result is the latest reported on or before ``as_of`` (None: the latest of all); a result without a
    date counts on every day and is older than every dated one; of one day the last row wins. The arithmetic
    is exact (``domain.scale``), an office has tens of KPIs. Source: rules.md, section 3.

    Parameters
    ----------
    floor : {"1", "0", "extrapolate"}
        What a result short of the first threshold scores.

    Returns
    -------
    DataFrame, one row a KPI, in the order of the plans (``columns.ATTAINMENT``)
        ``score`` unrounded, 0 to 5; ``level`` its whole part; ``gap_to_next`` in the KPI's own unit.
        A KPI without thresholds or result has <NA>, never zero, and ``reason`` and ``explanation`` say why.
        ``direction`` is that of the thresholds. ``weighted`` is the KPI's part of the total over all KPIs
        of its office and year: weight × score ÷ sum of weights (equal weights unless every KPI has one).
    """
    plans = {plan["plan_id"]: plan for plan in records(register.plans)}
    results = _latest(register.results, as_of)
    rows = []
    for kpi in in_plan_order(records(register.kpis), register.plans):
        result = results.get(kpi["kpi_id"], {})
        taken = ("kpi_id", "plan_id", "name", "direction", "weight", "source_cell", *THRESHOLDS)
        told = {name: result.get(name) for name in ("actual", "reported_on", "constructed")}
        row = {**whereabouts(plans.get(kpi["plan_id"], {})), **{name: kpi[name] for name in taken}, **told}
        rows.append({**row, "kpi_unit": kpi["unit"], **_scored(row, floor)})
    return frame(ATTAINMENT, _weighted(rows))


def totals(attainment: pd.DataFrame, *, floor: str = "1") -> dict[str, Any]:
    """The total of a set of KPIs: of what is scored so far, and if every missing score were the floor.

    Parameters
    ----------
    attainment : DataFrame
        ``columns.ATTAINMENT``, as computed with the same ``floor``.

    Returns
    -------
    dict
        ``scored_so_far`` and ``if_missing_floor``: exact fractions from 0 to 5, None where nothing can be
        averaged; ``share_of_weight``: the part of the weight that has a score, 0 to 1 (None without KPIs);
        ``kpis``, ``scored``, ``no_result``, ``no_thresholds``: counts; ``weights``: ``"given"``,
        ``"equal"`` (none has one) or ``"incomplete"`` (some lack one: counted equal); ``weight_sum``: of
        the given weights, None unless every KPI has one.
    """
    rows = records(attainment)
    weights, kind = _weights(rows)
    worst = Fraction(1 if floor == "1" else 0)
    values = [_exact_score(row, floor) for row in rows]
    scored = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    whole = sum(weights, Fraction(0))
    return {
        "scored_so_far": weighted_mean(*zip(*scored, strict=True)) if scored else None,
        "share_of_weight": sum((weight for _, weight in scored), Fraction(0)) / whole if whole else None,
        "if_missing_floor": weighted_mean([worst if value is None else value for value in values], weights),
        "kpis": len(rows),
        "scored": len(scored),
        "no_result": sum(row["reason"] == "no_result" for row in rows),
        "no_thresholds": sum(row["reason"] == "no_thresholds" for row in rows),
        "weights": kind,
        "weight_sum": whole if kind == "given" else None,
    }


def _latest(results: pd.DataFrame, as_of: date | None) -> dict[str, dict[str, Any]]:
    told = [row for row in records(results) if row["actual"] is not None]
    known = [row for row in told if as_of is None or (row["reported_on"] or as_of) <= as_of]
    ordered = sorted(known, key=lambda row: row["reported_on"] or date.min)
    return {row["kpi_id"]: row for row in ordered}


def _scored(row: dict[str, Any], floor: str) -> dict[str, Any]:
    """Score, level, gap, reason and explanation of one KPI."""
    levels = [row[name] for name in THRESHOLDS]
    actual = row["actual"]
    if any(level is None for level in levels):
        if actual is None:
            return {"reason": "no_thresholds", "explanation": say("measure.score.no_thresholds")}
        text = say("measure.score.no_thresholds_reported", result=plain(actual))
        return {"reason": "no_thresholds", "explanation": text}
    shown = "/".join(plain(level) for level in levels)
    try:
        order = direction(levels)
    except ValueError:
        return {"reason": "no_thresholds", "explanation": say("measure.score.mixed_thresholds", levels=shown)}
    if actual is None:
        text = say("measure.score.no_result", levels=shown)
        return {"direction": order, "reason": "no_result", "explanation": text}
    found = score(levels, actual, floor)
    return {
        "direction": order,
        "score": float(found.score),
        "level": found.level,
        "explanation": found.explanation,
        "gap_to_next": None if found.gap_to_next is None else float(found.gap_to_next),
        "next_level": found.next_level,
    }


def _exact_score(row: dict[str, Any], floor: str) -> Fraction | None:
    """The score as a fraction again, from the thresholds and the result that stand in the row."""
    return None if row["score"] is None else score([row[name] for name in THRESHOLDS], row["actual"], floor).score


def _weights(rows: list[dict[str, Any]]) -> tuple[list[Fraction], str]:
    given = [row["weight"] for row in rows if row["weight"] is not None]
    if rows and len(given) == len(rows):
        return [exact(weight) for weight in given], "given"
    return [Fraction(1)] * len(rows), "incomplete" if given else "equal"


def _weighted(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    groups: dict[tuple[Any, Any], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row.get("office"), row.get("fiscal_year")), []).append(row)
    shares: dict[str, Fraction] = {}
    for group in groups.values():
        weights, _ = _weights(group)
        whole = sum(weights, Fraction(0))
        shares |= {row["kpi_id"]: weight / whole for row, weight in zip(group, weights, strict=True) if whole}
    return [
        {**row, "weighted": float(exact(row["score"]) * shares[row["kpi_id"]])}
        if row.get("score") is not None and row["kpi_id"] in shares
        else row
        for row in rows
    ]
