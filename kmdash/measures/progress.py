"""Planned and actual by month: how many activities should be done, and how many are."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import counted, crossed, is_one_of, whole
from kmdash.domain.fiscal import fiscal_months, fiscal_year_span
from kmdash.domain.frames import conform
from kmdash.domain.items import PLAN_LAYER, items
from kmdash.domain.months import days_of, last_days, month_number, month_numbers
from kmdash.domain.register import Register
from kmdash.domain.results import PROGRESS_CURVE
from kmdash.domain.states import DONE

_MONTHS = 12


def progress(register: Register, fiscal_year: int, as_of: date) -> pd.DataFrame:
    """Count, month by month, the activities due and the activities done, each cumulatively.

    Activities of the year's own plans; cancelled ones are left out. *Planned* goes by the first planned due
    date, so postponing moves no plan; an activity without a certain due date is not in it. *Actual* goes
    by the day of completion, else the day it was first reported done; done on an unknown day counts at the
    as-of point only (the last month once the year is over). *Forecast* begins at the as-of point and keeps the
    pace so far: of what is still open and falls due later, the same share gets done as of what was due by then.

    Returns
    -------
    DataFrame, twelve rows an office, October first (``columns.PROGRESS_CURVE``)
        ``actual`` is <NA> after the as-of day; ``forecast`` is <NA> before it and while nothing was due.
    """
    found = _of_year(register, fiscal_year, as_of)
    office, offices = pd.factorize(found["office"], use_na_sentinel=False)
    first, last = (np.datetime64(day, "D") for day in fiscal_year_span(fiscal_year))
    today, point = np.datetime64(as_of, "D"), np.minimum(np.datetime64(as_of, "D"), last)
    done = is_one_of(found["state"], *DONE)
    finished, due = days_of(found["done_date"]), days_of(found["planned_due"])
    by_month = _Counting(office, len(offices), month_number(fiscal_year_span(fiscal_year)[0]))
    planned = by_month.until(due, ~np.isnat(due))
    actual = by_month.until(finished, done & (finished <= today))
    still = by_month.until(due, ~done & ~np.isnat(due))
    undated = counted(office, len(offices), done & np.isnat(finished))
    by_point = counted(office, len(offices), due <= point)
    open_by_point = counted(office, len(offices), ~done & (due <= point))
    done_by_point = counted(office, len(offices), done & (finished <= point)) + undated
    months = np.array(fiscal_months(fiscal_year), dtype="datetime64[D]")
    reached = last_days(months) >= point
    later = still - open_by_point[:, None]
    pace = (done_by_point * by_point)[:, None] + (by_point - open_by_point)[:, None] * later
    forecast = pace / np.maximum(by_point, 1)[:, None]  # one division of whole numbers
    told = np.broadcast_to(months <= today, planned.shape).ravel()
    hoped = ((by_point > 0)[:, None] & reached & (today >= first)).ravel()
    rows = pd.DataFrame(
        {
            "office": pd.array(np.repeat(np.asarray(offices, dtype=object), _MONTHS), dtype="str"),
            "fiscal_year": pd.array([fiscal_year] * len(told), dtype="Int64"),
            "month": np.tile(months, len(offices)).astype("datetime64[s]"),
            "planned": planned.ravel(),
            "actual": pd.Series((actual + undated[:, None] * reached).ravel(), dtype="Int64").where(told),
            "forecast": pd.Series(forecast.ravel(), dtype="Float64").where(hoped),
        }
    )
    return conform(PROGRESS_CURVE, rows)


@dataclass(frozen=True)
class Pace:
    """What the forecast of the year's end is made of: ``done`` + ``later`` × ``kept`` ÷ ``due``.

    ``due`` activities were due by the day, ``kept`` of them are done; ``later`` are open and fall due after it.
    ``undated`` have no certain due date and are in no plan's line. ``forecast`` is None while nothing was due.
    """

    done: int
    due: int
    kept: int
    later: int
    undated: int
    forecast: float | None


def pace(register: Register, fiscal_year: int, as_of: date) -> Pace:
    """The numbers of all activities of the year that ``progress`` forecasts its end from, as of a day."""
    found = _of_year(register, fiscal_year, as_of)
    point = np.minimum(np.datetime64(as_of, "D"), np.datetime64(fiscal_year_span(fiscal_year)[1], "D"))
    finished, due = days_of(found["done_date"]), days_of(found["planned_due"])
    still = ~is_one_of(found["state"], *DONE)
    done = int((~still & (np.isnat(finished) | (finished <= point))).sum())
    by_point, ends = due <= point, np.datetime64(fiscal_year_span(fiscal_year)[1], "D")
    count, kept = int(by_point.sum()), int((by_point & ~still).sum())
    later = int((still & (due > point) & (due <= ends)).sum())
    forecast = (done * count + kept * later) / count if count else None
    return Pace(done, count, kept, later, int(np.isnat(due).sum()), forecast)


def _of_year(register: Register, fiscal_year: int, as_of: date) -> pd.DataFrame:
    """The activities of the year's own plans that are not cancelled (``domain.items``)."""
    found = items(register, as_of)
    own = is_one_of(found["layer"], PLAN_LAYER) & (whole(found["fiscal_year"]) == fiscal_year)
    return found[own & ~is_one_of(found["state"], "cancelled")]


class _Counting:
    """Counts by office, cumulative over the twelve months of a year; what was before the year is in its first."""

    def __init__(self, office: np.ndarray, offices: int, first_month: int):
        self.office, self.offices, self.first_month = office, offices, first_month

    def until(self, days: np.ndarray, where: np.ndarray) -> np.ndarray:
        """How many of the days asked for lie in each month or before; offices × 12."""
        month = np.maximum(month_numbers(days) - self.first_month, 0)
        kept = where & (month < _MONTHS)
        return crossed(self.office[kept], month[kept], (self.offices, _MONTHS)).cumsum(axis=1)
