"""How far each KPI got: its latest result judged by the KPI's own rule, with the reasons, and the weighted totals."""

import json
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd

from kmdash.domain.columns import RESULTS, THRESHOLDS
from kmdash.domain.frames import frame, records
from kmdash.domain.items import in_plan_order, whereabouts
from kmdash.domain.levels import scores_of
from kmdash.domain.outcome import at_cell, outcome
from kmdash.domain.points import SCALE as POINTS_SCALE
from kmdash.domain.register import Register
from kmdash.domain.results import ATTAINMENT
from kmdash.domain.scale import exact, plain, weighted_mean
from kmdash.domain.weights import counted, exact_score, is_possible, mean_so_far, weights_of
from kmdash.domain.words import say

Row = dict[str, Any]
_OF_KPI = ("kpi_id", "plan_id", "name", "direction", "weight", "source_cell", *THRESHOLDS)
_OF_RESULT = ("actual", "steps", "persons", "reported_on", "constructed")


def attainment(
    register: Register, *, as_of: date | None = None, floor: str = "1", round: int | None = None
) -> pd.DataFrame:
    """Judge each KPI by its latest result: among its thresholds, by its steps, counts, marks or target.

    The result is the latest reported on or before ``as_of`` (None: the latest of all); a result without a
    date counts on every day and is older than every dated one; of one day the last row wins. Scores equal
    exact decimal arithmetic (``domain.levels``, ``domain.outcome``). Source: rules.md, section 3.

    Parameters
    ----------
    floor : {"1", "0", "extrapolate"}
        What a result short of the first threshold scores.
    round : 6, 9 or 12 months, or None
        Whose weights count: those of the register's ``rounds``, the KPI's own where the round gives none. A
        KPI that the round or an earlier one cancels has no score, unless a later round takes that back.

    Returns
    -------
    DataFrame, one row a KPI, in the order of the plans (``results.ATTAINMENT``)
        ``score`` unrounded, 0 to 5; ``level`` its whole part; ``gap_to_next`` in the KPI's own unit.
        A KPI without a score has <NA>, never zero, and ``reason`` and ``explanation`` say why.
        ``direction`` is that of the thresholds. ``weighted`` is the KPI's part of the total over all KPIs
        of its office and year: weight × score ÷ sum of weights (equal weights unless every KPI has one).
        ``doubt`` names what is to be checked, with its cell; ``explained`` is the explanation as JSON.
    """
    plans = {plan["plan_id"]: plan for plan in records(register.plans)}
    results = _latest(register.results, as_of)
    weighing, cancelled = _of_round(records(register.rounds), round)
    rows = []
    for kpi in in_plan_order(records(register.kpis), register.plans):
        result = results.get(kpi["kpi_id"], {})
        row = {**whereabouts(plans.get(kpi["plan_id"], {})), **{name: kpi[name] for name in _OF_KPI}}
        row |= {name: result.get(name) for name in _OF_RESULT} | {"kpi_unit": kpi["unit"], "round": round}
        row |= {name: kpi[name] for name in ("scale", "level_texts", "target")}
        row |= {"result_cell": result.get("source_cell")}
        rows.append(_in_round(row, weighing.get(kpi["kpi_id"]), cancelled.get(kpi["kpi_id"]), floor))
    return frame(ATTAINMENT, [{name: row.get(name) for name in ATTAINMENT} for row in _weighted(_scored(rows, floor))])


def totals(attainment: pd.DataFrame, *, floor: str = "1") -> dict[str, Any]:
    """The totals of a set of KPIs: of what is scored so far, and if every missing score were the floor.

    Only KPIs on five levels count in them; cancelled KPIs and those judged by their target leave them, and those
    on the 50/75/100 scale have a total of their own.

    Parameters
    ----------
    attainment : DataFrame
        ``results.ATTAINMENT``, as computed with the same ``floor``.

    Returns
    -------
    dict
        ``scored_so_far`` and ``if_missing_floor``: exact fractions from 0 to 5, None where nothing can be
        averaged; ``share_of_weight``: the part of the weight that has a score, 0 to 1 (None without KPIs);
        ``kpis``, ``scored``, ``no_result``, ``no_thresholds``, ``cancelled``, ``targets``, ``targets_met``,
        ``doubts``: counts; ``weights``: ``"given"``, ``"equal"`` (none has one) or ``"incomplete"`` (some lack
        one: counted equal); ``weight_sum``: of the given weights, None unless every KPI has one; ``points`` (0 to
        100) and ``points_share``: of the KPIs on the 50/75/100 scale, None without any.
    """
    rows = records(attainment)
    level_rows = counted(rows)
    weights, kind = weights_of(level_rows)
    worst = Fraction(1 if floor == "1" else 0)
    values = [exact_score(row, floor) for row in level_rows]
    scored, share = mean_so_far(values, weights)
    own = [row for row in rows if row["scale"] == POINTS_SCALE and row["reason"] != "cancelled"]
    points = [None if row["points"] is None else exact(row["points"]) for row in own]
    points_total, points_share = mean_so_far(points, weights_of(own)[0])
    return {
        "scored_so_far": scored,
        "share_of_weight": share,
        "if_missing_floor": weighted_mean([worst if value is None else value for value in values], weights),
        "kpis": len(rows),
        "scored": sum(value is not None for value in values),
        "no_result": sum(row["reason"] == "no_result" for row in rows),
        "no_thresholds": sum(row["reason"] == "no_thresholds" for row in rows),
        "cancelled": sum(row["reason"] == "cancelled" for row in rows),
        "targets": sum(row["scale"] == "target" and row["reason"] != "cancelled" for row in rows),
        "targets_met": sum(row["met"] is True for row in rows),
        "doubts": sum(row["doubt"] is not None for row in rows),
        "weights": kind,
        "weight_sum": sum(weights, Fraction(0)) if kind == "given" else None,
        "points": points_total,
        "points_share": points_share,
    }


def if_result(register: Register, kpi_id: str, actual: float, **settings: Any) -> pd.DataFrame:
    """The attainment as it would be if a KPI's result were ``actual``; nothing is stored.

    ``settings`` are those of ``attainment``.
    """
    kpi = register.kpis[register.kpis["kpi_id"] == kpi_id]
    known = register.results[register.results["kpi_id"] != kpi_id]
    supposed = {"kpi_id": kpi_id, "plan_id": kpi["plan_id"].iloc[0], "actual": actual}
    results = frame(RESULTS, [*records(known), supposed])
    return attainment(Register({**register.frames, "results": results}), **settings)


def _latest(results: pd.DataFrame, as_of: date | None) -> dict[str, Row]:
    told = [row for row in records(results) if row["actual"] is not None or row["steps"] is not None]
    known = [row for row in told if as_of is None or (row["reported_on"] or as_of) <= as_of]
    ordered = sorted(known, key=lambda row: row["reported_on"] or date.min)
    return {row["kpi_id"]: row for row in ordered}


def _of_round(rounds: list[Row], round: int | None) -> tuple[dict[str, Row], dict[str, int]]:
    """What each KPI weighs in a round, and the round that cancelled it: the last word until then."""
    told = sorted((row for row in rounds if round is not None and row["round"] <= round), key=lambda row: row["round"])
    last = {row["kpi_id"]: row for row in told if row["cancelled"] is not None}
    cancelled = {kpi: row["round"] for kpi, row in last.items() if row["cancelled"]}
    return {row["kpi_id"]: row for row in told if row["round"] == round}, cancelled


def _in_round(row: Row, weighing: Row | None, cancelled: int | None, floor: str) -> Row:
    """The KPI with its round's weight and what its result comes to; one cancelled has neither score nor weight."""
    if cancelled is not None:
        text = say("kpi.cancelled.text", round=cancelled)
        explained = json.dumps({"rule": None, "reason": "cancelled", "round": cancelled})
        told = {"reason": "cancelled", "explanation": text, "explained": explained}
        return {**row, "weight": weighing["weight"] if weighing else row["weight"], **told}
    cell = row["source_cell"]
    if weighing and weighing["weight"] is not None:
        row, cell = {**row, "weight": weighing["weight"]}, weighing["source_cell"]
    found = outcome(row, floor)
    if not is_possible(row["weight"]):
        impossible = at_cell(cell, say("kpi.doubt.weight", weight=plain(row["weight"])))
        found["doubt"] = " · ".join(filter(None, [found["doubt"], impossible]))
    return {**row, **found}


def _scored(rows: list[Row], floor: str) -> list[Row]:
    """Score and level of the threshold KPIs, all at once."""
    among = [row for row in rows if row["scale"] == "threshold" and row.get("reason") is None]
    numbers = np.array([[row[name] for name in (*THRESHOLDS, "actual")] for row in among], float).reshape(-1, 6)
    found = scores_of(numbers.T, floor)
    for row, score, level in zip(among, found.score.tolist(), found.level.tolist(), strict=True):
        row |= {"score": score, "level": level}
    return rows


def _weighted(rows: list[Row]) -> list[Row]:
    groups: dict[tuple[Any, Any], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.get("office"), row.get("fiscal_year")), []).append({"reason": None, **row})
    shares: dict[str, Fraction] = {}
    for group in groups.values():
        among = counted(group)
        weights, _ = weights_of(among)
        whole = sum(weights, Fraction(0))
        shares |= {row["kpi_id"]: weight / whole for row, weight in zip(among, weights, strict=True) if whole}
    return [
        {**row, "weighted": float(exact(row["score"]) * shares[row["kpi_id"]])}
        if row.get("score") is not None and row["kpi_id"] in shares
        else row
        for row in rows
    ]
