"""The load of each month by unit and by owner, and the months in which one unit has too much due."""

import numpy as np
import pandas as pd

from kmdash.domain.codes import counted, grouped, is_one_of
from kmdash.domain.fiscal import fiscal_months
from kmdash.domain.frames import conform
from kmdash.domain.items import PLAN_LAYER
from kmdash.domain.months import days_of, month_number, month_numbers
from kmdash.domain.owners import names_nobody
from kmdash.domain.settings import MANY
from kmdash.domain.summaries import CONFLICTS, LOAD_BY

_MONTHS = 12


def unit_load(calendar: pd.DataFrame, fiscal_year: int) -> pd.DataFrame:
    """How many activities of each unit are active, start and are due in each month of the fiscal year (BE).

    Parameters
    ----------
    calendar : DataFrame, one row an item and month (``results.CALENDAR``)

    Returns
    -------
    DataFrame, twelve rows a unit, October first (``summaries.LOAD_BY``)
        Bands and cancelled activities are not counted, nor months outside the year; plans without a unit share
        the missing name.
    """
    return _load(_counted(calendar, fiscal_year).rename(columns={"unit": "name"}), fiscal_year)


def owner_load(calendar: pd.DataFrame, fiscal_year: int) -> pd.DataFrame:
    """The same of each owner: an activity of several counts for each; one without has the missing name.

    Owners are units and roles; persons are hidden before they are stored. ``names_nobody`` marks an owner like
    "ทุกกอง", whose load is nobody's.
    """
    counts = _counted(calendar, fiscal_year)
    split = counts.assign(name=counts["owners"].str.split("\n")).explode("name", ignore_index=True)
    return _load(split.astype({"name": "str"}), fiscal_year)


def conflicts(calendar: pd.DataFrame, fiscal_year: int, *, many: int = MANY) -> pd.DataFrame:
    """The months of the fiscal year in which ``many`` or more activities of one unit are due.

    Returns
    -------
    DataFrame, by month, most due first (``summaries.CONFLICTS``)
    """
    counts = _counted(calendar, fiscal_year)
    due = counts[counts["due"].to_numpy(bool) & counts["unit"].notna().to_numpy()].reset_index(drop=True)
    group, first = grouped([pd.factorize(due[name])[0] for name in ("office", "unit", "month")])
    sums = counted(group, len(first))
    ids = due["item_id"].astype("object").groupby(group).agg("\n".join) if len(due) else due["item_id"]
    found = due[["office", "unit", "month"]].iloc[first].reset_index(drop=True).assign(due=sums, items=ids)
    kept = found[found["due"] >= many].sort_values(["month", "due"], ascending=[True, False], kind="stable")
    return conform(CONFLICTS, kept.reset_index(drop=True))


def _counted(calendar: pd.DataFrame, fiscal_year: int) -> pd.DataFrame:
    at = month_numbers(days_of(calendar["month"])) - month_number(fiscal_months(fiscal_year)[0])
    counts = is_one_of(calendar["layer"], PLAN_LAYER) & ~calendar["band"].to_numpy(bool, na_value=False)
    counts &= ~is_one_of(calendar["state"], "cancelled") & (at >= 0) & (at < _MONTHS)
    return calendar.assign(at=at)[counts].reset_index(drop=True)


def _load(counts: pd.DataFrame, fiscal_year: int) -> pd.DataFrame:
    group, first = grouped([pd.factorize(counts[name])[0] for name in ("office", "name")])
    size = len(first) * _MONTHS
    cell = group * _MONTHS + counts["at"].to_numpy(np.int64)
    names = counts[["office", "name"]].iloc[first].reset_index(drop=True)
    names["names_nobody"] = names["name"].map(names_nobody, na_action="ignore").astype("boolean").fillna(False)
    rows = names.iloc[np.repeat(np.arange(len(first)), _MONTHS)].reset_index(drop=True)
    months = np.array(fiscal_months(fiscal_year), dtype="datetime64[s]")
    asked = {name: counts[name].to_numpy(bool) for name in ("starts", "due")}
    sums = {name: counted(cell, size, where) for name, where in asked.items()}
    return conform(LOAD_BY, rows.assign(month=np.tile(months, len(first)), active=counted(cell, size), **sums))
