"""Coverage as it grew: stages planned to be complete and stages done, month by month."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import grouped, is_one_of, whole
from kmdash.domain.fiscal import fiscal_months
from kmdash.domain.frames import conform
from kmdash.domain.items import PLAN_LAYER, items
from kmdash.domain.months import last_days
from kmdash.domain.register import Register
from kmdash.domain.stage_days import lies_by, stage_days
from kmdash.domain.summaries import COVERAGE_GROWTH


def growth(register: Register, fiscal_year: int, as_of: date) -> pd.DataFrame:
    """Count, at each month's end, the stages planned to be complete and the stages done.

    A stage is *planned* by the month in which the last of its activities is first planned to be due, and *done*
    by the month in which the last of them was done; where one has no certain day, the stage is never planned, or
    done at the as-of point only. Cancelled activities and plans without stages are left out.

    Returns
    -------
    DataFrame, twelve rows an office and process, October first (``summaries.COVERAGE_GROWTH``)
        ``stages`` is the denominator; ``done`` is <NA> after the as-of day.
    """
    of_year = whole(register.plans["fiscal_year"]) == fiscal_year
    plans = register.plans[of_year].reset_index(drop=True)
    found = items(register, as_of)
    own = found[is_one_of(found["layer"], PLAN_LAYER)]
    stages = stage_days(plans, own, fiscal_year, as_of)
    grid = stages.grid
    row, slot = (cell[grid.cells[1] > 0] for cell in grid.cells)
    months = np.array(fiscal_months(fiscal_year), dtype="datetime64[D]")
    planned, complete = stages.planned[row, slot], stages.done[row, slot]
    process = grid.process[row]
    group, first = grouped([pd.factorize(plans["office"])[0][row], pd.factorize(process)[0]])
    ends = last_days(months).astype(np.int64)
    reached = np.minimum(ends, np.datetime64(as_of, "D").astype(np.int64))
    told = np.tile(months <= np.datetime64(as_of, "D"), len(first))
    of_group = np.repeat(np.arange(len(first)), len(months))
    rows = pd.DataFrame(
        {
            "office": plans["office"].iloc[row[first]].array.take(of_group),
            "fiscal_year": pd.array([fiscal_year] * len(of_group), dtype="Int64"),
            "process": pd.array(process[first][of_group], dtype="str"),
            "month": np.tile(months, len(first)).astype("datetime64[s]"),
            "stages": np.bincount(group, minlength=len(first))[of_group],
            "planned": _by(group, planned, ends, len(first)),
            "done": pd.Series(_by(group, complete, reached, len(first)), dtype="Int64").where(told),
        }
    )
    return conform(COVERAGE_GROWTH, rows)


def _by(group: np.ndarray, days: np.ndarray, ends: np.ndarray, count: int) -> np.ndarray:
    """How many stages of each group lie by each month's end, one group after the other."""
    by_end = [np.bincount(group[lies_by(days, end)], minlength=count) for end in ends]
    return np.array(by_end, dtype=np.int64).reshape(len(ends), count).T.ravel()
