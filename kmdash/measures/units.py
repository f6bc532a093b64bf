"""How each unit stands: its plans, activities and score."""

from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.register import Register
from kmdash.domain.results import UNITS
from kmdash.domain.scale import weighted_mean
from kmdash.domain.states import DONE
from kmdash.domain.weights import counted, exact_score, weights_of


def units(register: Register, warnings: pd.DataFrame, attainment: pd.DataFrame, *, floor: str = "1") -> pd.DataFrame:
    """Sum up the plans of every unit.

    Parameters
    ----------
    warnings, attainment : DataFrame
        The register's own ``results.WARNINGS`` and ``results.ATTAINMENT``.
    floor : what a result short of the first threshold scored in ``attainment``.

    Returns
    -------
    DataFrame, one row a unit of an office and fiscal year, in the register's order (``columns.UNITS``)
        ``activities`` without the cancelled ones; ``late`` are overdue and not done; ``score`` is the
        weighted mean of the unit's scored KPIs (equal weights unless all have one), <NA> where none is
        scored. Plans that name no unit share one row.
    """
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
                "score": _score([kpi for kpi in kpis if kpi["plan_id"] in own], floor),
                "source_cell": plans[0]["source_cell"],
            }
        )
    return frame(UNITS, rows)


def _score(kpis: list[dict[str, Any]], floor: str) -> float | None:
    among = [kpi for kpi in counted(kpis) if kpi["score"] is not None]
    scores = [score for kpi in among if (score := exact_score(kpi, floor)) is not None]
    mean = weighted_mean(scores, weights_of(among)[0])
    return None if mean is None else float(mean)
