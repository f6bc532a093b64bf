"""Coverage of many plans together: by unit, by fiscal year, and which stage is weakest across the office."""

import numpy as np
import pandas as pd

from kmdash.domain.codes import counted, grouped, is_one_of, whole
from kmdash.domain.columns import Columns
from kmdash.domain.frames import conform
from kmdash.domain.summaries import COVERAGE_ROLLUP, STAGE_STRENGTH


def by_year(summary: pd.DataFrame) -> pd.DataFrame:
    """Stages planned and done of each office, fiscal year and process (KM and change management apart).

    Parameters
    ----------
    summary : DataFrame, one row a plan (``summaries.COVERAGE_SUMMARY``)

    Returns
    -------
    DataFrame (``summaries.COVERAGE_ROLLUP``), by office, year, process
        Sums over plans, so a plan counts by its stages; plans without stages are counted apart.
    """
    return _rolled(summary, ["office", "fiscal_year", "process"])


def by_unit(summary: pd.DataFrame) -> pd.DataFrame:
    """The same, and of each unit; plans that name no unit are one."""
    return _rolled(summary, ["office", "fiscal_year", "unit", "process"])


def stage_strength(coverage: pd.DataFrame) -> pd.DataFrame:
    """How many plans plan and have done each stage, the weakest first: least planned, then least done.

    Parameters
    ----------
    coverage : DataFrame, one row a plan and stage (``results.COVERAGE``)

    Returns
    -------
    DataFrame (``summaries.STAGE_STRENGTH``), by office, year, process
        Plans without stages are the last row of their office and year: ``stage`` missing, counted in ``plans`` only.
    """
    staged = coverage["stage"].notna().to_numpy()
    process = coverage["process"].where(staged)
    rows = coverage.assign(process=process)
    keys = ["office", "fiscal_year", "process", "stage"]
    group, first = grouped([pd.factorize(rows[name])[0] for name in keys])
    plans = counted(group, len(first))
    known = pd.Series(staged[first])
    planned = staged & (whole(coverage["planned"], 0) > 0)
    done = staged & is_one_of(coverage["state"], "done")
    sums = {"plans_planned": counted(group, len(first), planned), "plans_done": counted(group, len(first), done)}
    found = rows[[*keys, "stage_name"]].iloc[first].reset_index(drop=True).assign(plans=plans)
    for name, share in (("plans_planned", "share_planned"), ("plans_done", "share_done")):
        found[name] = pd.Series(sums[name], dtype="Int64").where(known)
        found[share] = pd.Series(sums[name] / np.maximum(plans, 1), dtype="Float64").where(known)
    order = [*keys[:3], "share_planned", "share_done", "stage"]
    return _sorted(STAGE_STRENGTH, found, order)


def _rolled(summary: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    group, first = grouped([pd.factorize(summary[name])[0] for name in keys])
    count = len(first)
    staged = summary["stages"].notna().to_numpy()
    found = summary[keys].iloc[first].reset_index(drop=True)
    sums = {
        name: np.bincount(group, weights=whole(summary[name], 0), minlength=count).astype(np.int64)
        for name in ("stages", "stages_planned", "stages_done")
    }
    some = pd.Series(sums["stages"] > 0)
    shares = {
        f"share_{name}": pd.Series(sums[f"stages_{name}"] / np.maximum(sums["stages"], 1)).where(some)
        for name in ("planned", "done")
    }
    told = found.assign(
        plans=counted(group, count, staged), plans_without_stages=counted(group, count, ~staged), **sums, **shares
    )
    return _sorted(COVERAGE_ROLLUP, told, keys)


def _sorted(columns: Columns, found: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    return conform(columns, found.sort_values(keys, na_position="last", kind="stable").reset_index(drop=True))
