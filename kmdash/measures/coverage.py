"""Which of the seven stages (six components) each plan covers, and how far each stage has come."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import coded, counted, crossed, first_rows, is_one_of, taken, whole
from kmdash.domain.fiscal import FISCAL_MONTHS
from kmdash.domain.frames import conform
from kmdash.domain.items import PLAN_LAYER, items, plan_facts
from kmdash.domain.months import days_of, month_number, month_numbers, year_ends, year_starts
from kmdash.domain.narrowing import EVERYTHING, Narrowing
from kmdash.domain.period import PeriodKind
from kmdash.domain.register import Register
from kmdash.domain.results import COVERAGE
from kmdash.domain.settings import REPORT_MONTH
from kmdash.domain.stage_grid import WIDTH, StageGrid, stage_grid
from kmdash.domain.stages import CHANGE, COMPONENTS, STAGES
from kmdash.domain.states import DONE, WITHIN, group_states
from kmdash.domain.summaries import COVERAGE_SUMMARY
from kmdash.domain.words import language, say

_DATED = (PeriodKind.POINT, PeriodKind.RANGE)
_NEVER = np.iinfo(np.int64).max
_SUMS = ("planned", "done", "overdue", "due", "cancelled")


def coverage(
    register: Register,
    as_of: date,
    *,
    within: int = WITHIN,
    report_month: int = REPORT_MONTH,
    only: Narrowing = EVERYTHING,
) -> pd.DataFrame:
    """Count the activities of every plan and stage, as of a day.

    A change-management plan has six components, every other plan seven stages. A plan of which no activity
    names a stage is one row without a stage, state ``none``, never part of an average. Activities that
    match no stage of a plan that has stages are not counted here. Cancelled ones leave ``planned`` and are
    counted beside it. Source: rules.md, section 4.

    Parameters
    ----------
    report_month : int
        The calendar month (9 for September) of the plan's fiscal year in which its report is written.
    only : Narrowing
        Leaves the rows of the stages chosen, and in them the activities in the states chosen; without any: no row.

    Returns
    -------
    DataFrame, one row a plan and stage (``columns.COVERAGE``)
        ``state``: none without activities, done when all are done, late when one is overdue, in_progress
        when one is done or within its period, else planned; ``unclear`` counts those whose period waits for
        an answer, which no state tells. ``order_break``: the stage starts before an earlier one starts;
        overlapping is normal. ``no_time_left``: an open activity is due later than the report month.
        ``no_check``: every activity of the plan runs the whole year, so nothing is due during it. Periods of
        the whole year and those without a certain start say nothing of order, nor of the time left.
    """
    found = items(register, as_of, within)
    own, plans = found[is_one_of(found["layer"], PLAN_LAYER)], register.plans
    grid = stage_grid(plans, own)
    plan, slot = grid.cells
    asked = only.of_states(own["state"])
    counts = _counts(grid, own, asked, as_of, report_month)
    facts, state = (
        plan_facts(plans),
        group_states(*(counts[name] for name in ("planned", "done", "overdue", "active"))),
    )
    kept = _of_stages(grid, only) & (not only.states or grid.spread(grid.count(asked)) > 0)
    return conform(
        COVERAGE,
        pd.DataFrame(
            {
                **{name: taken(facts[name], plan) for name in facts},
                "process": pd.array(grid.process[plan], dtype="str"),
                "stage": pd.Series(pd.array(slot, dtype="Int64")).where(slot > 0),
                "stage_name": _names(grid.process[plan], slot),
                **counts,
                "state": pd.Series(state).where(slot > 0, "none"),
                "order_break": grid.spread(_order_breaks(grid, own)),
                "no_check": _without_check(grid, own)[plan],
                "source_cell": _sources(grid, own, plans, asked),
            },
            index=range(len(plan)),
        )[kept].reset_index(drop=True),
    )


def summary(coverage: pd.DataFrame) -> pd.DataFrame:
    """One row a plan: how many of its stages are planned and done, and which are missing.

    Returns
    -------
    DataFrame (``summaries.COVERAGE_SUMMARY``)
        Shares from 0 to 1 of ``stages``. A plan without stages has its activities counted and the rest <NA>.
        ``check_months`` are proposed where a plan has no check during the year: the ends of its quarters.
    """
    codes, known = coded(coverage["plan_id"])
    count = len(known)
    first = first_rows(codes, np.arange(len(codes)), count)
    facts = coverage.iloc[first].reset_index(drop=True)
    sums = {
        name: np.bincount(codes, weights=whole(coverage[name], 0), minlength=count).astype(np.int64) for name in _SUMS
    }
    staged = coverage["stage"].notna().to_numpy()
    empty = staged & (coverage["planned"] == 0).to_numpy(bool, na_value=False)
    stages = counted(codes, count, staged)
    missing = counted(codes, count, empty)
    done = counted(codes, count, staged & is_one_of(coverage["state"], "done"))
    breaks = counted(codes, count, staged & coverage["order_break"].to_numpy(bool, na_value=False))
    late = counted(codes, count, staged & (coverage["no_time_left"] > 0).to_numpy(bool, na_value=False))
    gaps = crossed(codes[empty], whole(coverage["stage"])[empty], (count, WIDTH))
    unchecked = facts["no_check"].to_numpy(bool, na_value=False)
    with_stages = {
        "stages": stages,
        "stages_planned": stages - missing,
        "stages_done": done,
        "share_planned": (stages - missing) / np.maximum(stages, 1),
        "share_done": done / np.maximum(stages, 1),
        "missing_stages": _listed(gaps),
        "order_breaks": breaks,
        "stages_without_time": late,
    }
    told = pd.DataFrame(with_stages, index=range(count)).where(pd.Series(stages > 0))
    named = {"activities": sums["planned"], "activities_done": sums["done"]}
    return conform(
        COVERAGE_SUMMARY,
        facts.drop(columns=[*_SUMS, "state"]).assign(
            **{name: sums[name] for name in ("overdue", "due", "cancelled")},
            **named,
            **{name: told[name] for name in told},
            check_months=_check_months(facts["fiscal_year"]).where(unchecked),
        ),
    )


def _of_stages(grid: StageGrid, only: Narrowing) -> np.ndarray:
    """Which cells are of the stages chosen; a plan without stages is of none."""
    plan, slot = grid.cells
    number, of_change = pd.Series(slot), grid.process[plan] == CHANGE
    return only.of_stages(number.mask(of_change, -1), number.where(of_change, -1))


def _sources(grid: StageGrid, own: pd.DataFrame, plans: pd.DataFrame, asked: np.ndarray) -> pd.Series:
    """The source of each cell: of its first activity asked for, else of its plan."""
    plan, slot = grid.cells
    cell = np.where(grid.slot >= 0, grid.plan * WIDTH + grid.slot, -1)
    first = first_rows(cell, np.flatnonzero(asked & (cell >= 0)), len(plans) * WIDTH)[plan * WIDTH + slot]
    sources = pd.Series(taken(own["source_cell"], first))
    return sources.where(first >= 0, pd.Series(taken(plans["source_cell"], plan)))


def _counts(
    grid: StageGrid, own: pd.DataFrame, asked: np.ndarray, as_of: date, report_month: int
) -> dict[str, np.ndarray]:
    cancelled, done = is_one_of(own["state"], "cancelled"), is_one_of(own["state"], *DONE)
    month = month_numbers(days_of(own["due"]))
    report = month_numbers(year_starts(own["fiscal_year"])) + FISCAL_MONTHS.index(report_month)
    open_still = ~cancelled & ~done
    dated = open_still & own["due"].notna().to_numpy() & own["fiscal_year"].notna().to_numpy()
    where = {
        "planned": ~cancelled,
        "done": done,
        "overdue": is_one_of(own["state"], "overdue"),
        "due": open_still & (month == month_number(as_of)),
        "unclear": is_one_of(own["state"], "unclear"),
        "cancelled": cancelled,
        "active": is_one_of(own["state"], "active"),
        "no_time_left": dated & (month > report) & ~is_one_of(own["period_kind"], PeriodKind.ALL_YEAR),
    }
    return {name: grid.spread(grid.count(asked & own)) for name, own in where.items()}


def _order_breaks(grid: StageGrid, own: pd.DataFrame) -> np.ndarray:
    """Which stages start before an earlier one, by the first certain start among the activities that count."""
    start = days_of(own["start"])
    certain = is_one_of(own["period_kind"], *_DATED) & ~is_one_of(own["state"], "cancelled") & ~np.isnat(start)
    starts = grid.extreme(start.astype(np.int64), certain, _NEVER, np.minimum)[:, 1:]
    known = np.where(starts == _NEVER, -_NEVER, starts)
    earlier = np.maximum.accumulate(known, axis=1)[:, :-1]
    broken = np.zeros((len(starts), WIDTH), dtype=bool)
    broken[:, 2:] = (starts[:, 1:] != _NEVER) & (starts[:, 1:] < earlier)
    return broken


def _without_check(grid: StageGrid, own: pd.DataFrame) -> np.ndarray:
    """The plans of which every activity that counts runs the whole year."""
    count = len(grid.stages)
    counts = ~is_one_of(own["state"], "cancelled")
    from_start = days_of(own["start"]) <= year_starts(own["fiscal_year"])
    to_end = days_of(own["due"]) >= year_ends(own["fiscal_year"])
    whole_year = is_one_of(own["period_kind"], PeriodKind.ALL_YEAR) | (from_start & to_end)
    total = counted(grid.plan, count, counts)
    return (total > 0) & (counted(grid.plan, count, counts & whole_year) == total)


def _names(process: np.ndarray, slot: np.ndarray) -> pd.api.extensions.ExtensionArray:
    """The names of stages in the language now set."""
    thai = language() == "th"
    names = [stage.thai if thai else stage.english for stage in (*STAGES, *COMPONENTS)]
    place = np.where(process == CHANGE, len(STAGES), 0) + slot
    return pd.array([say("measure.no_stages"), *names], dtype="str").take(np.where(slot > 0, place, 0))


def _listed(gaps: np.ndarray) -> pd.Series:
    """The numbers of the columns that are not 0, joined by ", "; missing where all are."""
    marks = (gaps > 0) @ (1 << np.arange(gaps.shape[1]))
    codes, known = pd.factorize(marks)
    texts = [", ".join(str(n) for n in range(WIDTH) if mark >> n & 1) or None for mark in known.tolist()]
    return pd.Series(pd.array(texts, dtype="str").take(codes))


def _check_months(fiscal_years: pd.Series) -> pd.Series:
    """The last months of the first three quarters of each year, as ISO months joined by ";"."""
    starts = month_numbers(year_starts(fiscal_years))
    months = [(starts + after).astype("datetime64[M]").astype(str) for after in (2, 5, 8)]
    joined = np.char.add(np.char.add(np.char.add(np.char.add(months[0], ";"), months[1]), ";"), months[2])
    return pd.Series(joined, index=fiscal_years.index, dtype="str").where(fiscal_years.notna())
