"""How each unit stands: its plans, activities and score."""

from typing import Any

import numpy as np
import pandas as pd

from kmdash.domain.codes import Codes, counted, grouped, is_one_of, places
from kmdash.domain.frames import conform, records
from kmdash.domain.register import Register
from kmdash.domain.results import UNITS
from kmdash.domain.states import DONE
from kmdash.domain.weights import score_so_far


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
        weighted mean of the unit's scored KPIs (``weights.score_so_far``), <NA> where none is scored.
        Plans that name no unit share one row.
    """
    plans = register.plans
    keys = [pd.factorize(plans[name])[0] for name in ("office", "fiscal_year", "unit")]
    unit, first = grouped(keys)
    count = len(first)
    of_item = np.append(unit, -1)[places(plans["plan_id"], warnings["plan_id"])]
    of_kpi = np.append(unit, -1)[places(plans["plan_id"], attainment["plan_id"])]
    counts = ~is_one_of(warnings["state"], "cancelled")
    silent = warnings["never_reported"].to_numpy(bool, na_value=False)
    facts = plans.iloc[first].reset_index(drop=True)
    return conform(
        UNITS,
        facts.assign(
            plans=counted(unit, count),
            activities=counted(of_item, count, counts),
            done=counted(of_item, count, is_one_of(warnings["state"], *DONE)),
            late=counted(of_item, count, is_one_of(warnings["state"], "overdue")),
            never_reported=counted(of_item, count, counts & silent),
            score=_scores(of_kpi, count, attainment, floor),
        ),
    )


def _scores(units: Codes, count: int, attainment: pd.DataFrame, floor: str) -> pd.Series:
    """The weighted mean of each unit's scored KPIs, exact until the last step."""
    found: list[list[dict[str, Any]]] = [[] for _ in range(count)]
    for unit, kpi in zip(units, records(attainment), strict=True):
        if unit >= 0:
            found[unit].append(kpi)
    means = [score_so_far(kpis, floor) for kpis in found]
    return pd.Series([None if mean is None else float(mean) for mean in means], dtype="Float64")
