"""Scores from plans to units, offices and provinces: always of the KPIs themselves, never a mean of means."""

from fractions import Fraction
from statistics import pstdev
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.provinces import province_of
from kmdash.domain.scale import weighted_mean
from kmdash.domain.summaries import ROLLUP
from kmdash.domain.weights import counted, exact_score, mean_so_far, weights_of

Row = dict[str, Any]
LEVELS = ("plan", "unit", "office", "province")


def rollup(attainment: pd.DataFrame, *, floor: str = "1") -> pd.DataFrame:
    """Sum up the KPIs on five levels of every plan, unit, office and province.

    A score is Σ(weight × score) ÷ Σ weight over all KPIs below that have one; where any of them lacks a weight,
    all count equal and ``weights`` says so. Beside the mean stand what was not reported and the spread of
    the scores. The province is the one the office's name says. Source: rules.md, section 3.

    Parameters
    ----------
    attainment : DataFrame
        ``results.ATTAINMENT``, as computed with the same ``floor``.

    Returns
    -------
    DataFrame (``summaries.ROLLUP``)
        Rows by fiscal year and level, in the order of the KPIs; KPIs of no unit, office or province share a
        row without a name. A group without a score has <NA>, never zero.
    """
    rows = records(attainment)
    found = []
    for level in LEVELS:
        groups: dict[tuple[Any, ...], list[Row]] = {}
        for row in rows:
            groups.setdefault(_group(row, level), []).append(row)
        found += [{**_of_group(own, level), **_summed(own, floor)} for own in groups.values()]
    return frame(ROLLUP, sorted(found, key=lambda row: (row["fiscal_year"] or 0, LEVELS.index(row["level"]))))


def _group(row: Row, level: str) -> tuple[Any, ...]:
    keys = {
        "plan": (row["plan_id"],),
        "unit": (row["office"], row["unit"]),
        "office": (row["office"],),
        "province": (province_of(row["office"]),),
    }
    return (row["fiscal_year"], *keys[level])


def _of_group(rows: list[Row], level: str) -> Row:
    first = rows[0]
    names = {"plan": first["plan"], "unit": first["unit"], "office": first["office"]}
    return {
        "fiscal_year": first["fiscal_year"],
        "level": level,
        "name": province_of(first["office"]) if level == "province" else names[level],
        "plan_id": first["plan_id"] if level == "plan" else None,
        "office": None if level == "province" else first["office"],
    }


def _summed(rows: list[Row], floor: str) -> Row:
    among = counted(rows)
    weights, kind = weights_of(among)
    scores = [exact_score(row, floor) for row in among]
    mean, reported = mean_so_far(scores, weights)
    worst = Fraction(1 if floor == "1" else 0)
    shown = [float(score) for score in scores if score is not None]
    return {
        "score": _float(mean),
        "if_missing_floor": _float(weighted_mean([worst if score is None else score for score in scores], weights)),
        "reported": _float(reported),
        "kpis": len(among),
        "not_reported": len(among) - len(shown),
        "cancelled": sum(row["reason"] == "cancelled" for row in rows),
        "weights": kind,
        "lowest": min(shown, default=None),
        "highest": max(shown, default=None),
        "sd": pstdev(shown) if shown else None,
        "doubts": sum(row["doubt"] is not None for row in rows),
    }


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
