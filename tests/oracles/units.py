"""Plans of one unit after the other: the plain form of ``kmdash.measures.units``."""

from fractions import Fraction
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.register import Register
from kmdash.domain.results import UNITS
from kmdash.domain.scale import exact, weighted_mean
from tests.oracles.states import DONE


def units(register: Register, warnings: pd.DataFrame, attainment: pd.DataFrame) -> pd.DataFrame:
    """Sum up the plans of every unit."""
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    for plan in records(register.plans):
        groups.setdefault((plan["office"], plan["fiscal_year"], plan["unit"]), []).append(plan)
    items, kpis = records(warnings), records(attainment)
    rows = []
    for (office, fiscal_year, unit), plans in groups.items():
        own = {plan["plan_id"] for plan in plans}
        counted = [row for row in items if row["plan_id"] in own and row["state"] != "cancelled"]
        rows.append(
            {
                "office": office,
                "fiscal_year": fiscal_year,
                "unit": unit,
                "plans": len(plans),
                "activities": len(counted),
                "done": sum(row["state"] in DONE for row in counted),
                "late": sum(row["state"] == "overdue" for row in counted),
                "never_reported": sum(bool(row["never_reported"]) for row in counted),
                "score": _score([kpi for kpi in kpis if kpi["plan_id"] in own]),
                "source_cell": plans[0]["source_cell"],
            }
        )
    return frame(UNITS, rows)


def _score(kpis: list[dict[str, Any]]) -> float | None:
    """Of the scored; where any KPI of the unit lacks a weight, all count equal."""
    equal = any(kpi["weight"] is None for kpi in kpis)
    scored = [kpi for kpi in kpis if kpi["score"] is not None]
    weights = [Fraction(1) if equal else exact(kpi["weight"]) for kpi in scored]
    mean = weighted_mean([exact(kpi["score"]) for kpi in scored], weights)
    return None if mean is None else float(mean)
