"""On which day each stage of each plan is planned to be complete, and on which it was."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of
from kmdash.domain.fiscal import fiscal_year_span
from kmdash.domain.months import days_of
from kmdash.domain.stage_grid import StageGrid, stage_grid
from kmdash.domain.states import DONE

_NEVER = np.iinfo(np.int64).max
_EVER = np.iinfo(np.int64).min


@dataclass(frozen=True)
class StageDays:
    """The grid of plans and stages with two tables of days (plans × ``WIDTH``, days since 1970).

    A stage none of whose activities counts, and one that is never complete, lies by no day.
    """

    grid: StageGrid
    planned: np.ndarray
    done: np.ndarray


def stage_days(plans: pd.DataFrame, own: pd.DataFrame, fiscal_year: int, as_of: date) -> StageDays:
    """Place activities in their plans and take the day of the last of each stage.

    A stage is *planned* by the day on which the last of its activities is first planned to be due, and *done* on
    the day on which the last of them was done; where one has no certain day, the stage is never planned, or done
    at the as-of point only. Cancelled activities are left out.

    Parameters
    ----------
    own : DataFrame, one row an activity as of the day (``items.ITEMS``)
    fiscal_year : in BE; what is done on a day not known counts on its last day at the latest
    """
    grid = stage_grid(plans, own)
    point = np.datetime64(min(as_of, fiscal_year_span(fiscal_year)[1]), "D").astype(np.int64)
    counts, done = ~is_one_of(own["state"], "cancelled"), is_one_of(own["state"], *DONE)
    due, finished = days_of(own["planned_due"]), days_of(own["done_date"])
    due_on = np.where(np.isnat(due), _NEVER, due.astype(np.int64))
    done_on = np.where(np.isnat(finished), point, finished.astype(np.int64))
    done_on = np.where(done, done_on, _NEVER)
    planned, complete = (grid.extreme(days, counts, _EVER, np.maximum) for days in (due_on, done_on))
    return StageDays(grid, planned, complete)


def lies_by(days: np.ndarray, end: np.int64 | int) -> np.ndarray:
    """Where a stage is complete by the end of a day (days since 1970)."""
    return (days != _EVER) & (days <= end)
