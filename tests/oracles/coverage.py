"""Counting loops over plans and stages: the plain form of ``kmdash.measures.coverage``."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import month_end
from kmdash.domain.frames import frame, records
from kmdash.domain.period import PeriodKind
from kmdash.domain.register import Register
from kmdash.domain.results import COVERAGE
from kmdash.domain.stages import CHANGE, KM, of_process
from kmdash.domain.summaries import COVERAGE_SUMMARY
from kmdash.domain.words import language, say
from tests.oracles.items import PLAN_LAYER, items, whereabouts
from tests.oracles.states import DONE, WITHIN, group_state

_DATED = (PeriodKind.POINT, PeriodKind.RANGE)
_COUNTS = ("planned", "done", "overdue", "due", "cancelled")


def coverage(register: Register, as_of: date, *, within: int = WITHIN) -> pd.DataFrame:
    """Count the activities of every plan and stage, as of a day."""
    rows = records(items(register, as_of, within))
    activities: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        if row["layer"] == PLAN_LAYER:
            activities.setdefault(row["plan_id"], []).append(row)
    plans = records(register.plans)
    return frame(COVERAGE, [row for plan in plans for row in _plan(plan, activities.get(plan["plan_id"], []), as_of)])


def summary(coverage: pd.DataFrame) -> pd.DataFrame:
    """One row a plan: how many of its stages are planned and done, and which are missing."""
    plans: dict[str, list[dict[str, Any]]] = {}
    for row in records(coverage):
        plans.setdefault(row["plan_id"], []).append(row)
    return frame(COVERAGE_SUMMARY, [_summed(rows) for rows in plans.values()])


def _plan(plan: dict[str, Any], activities: list[dict[str, Any]], as_of: date) -> list[dict[str, Any]]:
    process = plan["process"] or _process(activities)
    field = "component" if process == CHANGE else "stage"
    where = {**whereabouts(plan), "process": process}
    source = plan["source_cell"]
    if process is None or (activities and all(activity[field] is None for activity in activities)):
        counts = _counts(activities, as_of, source)
        return [{**where, "stage_name": say("measure.no_stages"), **counts, "state": "none", "order_break": False}]
    rows = []
    latest_start = None
    for stage in of_process(process):
        own = [activity for activity in activities if activity[field] == stage.number]
        start = _start(own)
        rows.append(
            {
                **where,
                "stage": stage.number,
                "stage_name": stage.thai if language() == "th" else stage.english,
                **_counts(own, as_of, source),
                "order_break": bool(start and latest_start and start < latest_start),
            }
        )
        latest_start = max((day for day in (latest_start, start) if day), default=None)
    return rows


def _process(activities: list[dict[str, Any]]) -> str | None:
    if any(activity["stage"] is not None for activity in activities):
        return KM
    return CHANGE if any(activity["component"] is not None for activity in activities) else None


def _counts(activities: list[dict[str, Any]], as_of: date, source: str | None) -> dict[str, Any]:
    counted = [activity for activity in activities if activity["state"] != "cancelled"]
    last_day = month_end(as_of)
    due = [row for row in counted if row["due"] and month_end(row["due"]) == last_day and row["state"] not in DONE]
    return {
        "planned": len(counted),
        "done": sum(activity["state"] in DONE for activity in counted),
        "overdue": sum(activity["state"] == "overdue" for activity in counted),
        "due": len(due),
        "unclear": sum(activity["state"] == "unclear" for activity in counted),
        "cancelled": len(activities) - len(counted),
        "state": group_state(activity["state"] for activity in activities),
        "source_cell": activities[0]["source_cell"] if activities else source,
    }


def _start(activities: Iterable[dict[str, Any]]) -> date | None:
    """The first certain start among activities that count."""
    starts = [row["start"] for row in activities if row["period_kind"] in _DATED and row["state"] != "cancelled"]
    return min((start for start in starts if start), default=None)


def _summed(rows: list[dict[str, Any]]) -> dict[str, Any]:
    where = ("office", "fiscal_year", "plan_id", "plan", "unit", "process", "source_cell")
    sums = {name: sum(row[name] for row in rows) for name in _COUNTS}
    found = {
        **{name: rows[0][name] for name in where},
        "activities": sums["planned"],
        "activities_done": sums["done"],
        **{name: sums[name] for name in ("overdue", "due", "cancelled")},
    }
    stages = [row for row in rows if row["stage"] is not None]
    if not stages:
        return found
    missing = [str(row["stage"]) for row in stages if row["planned"] == 0]
    done = sum(row["state"] == "done" for row in stages)
    return {
        **found,
        "stages": len(stages),
        "stages_planned": len(stages) - len(missing),
        "stages_done": done,
        "share_planned": (len(stages) - len(missing)) / len(stages),
        "share_done": done / len(stages),
        "missing_stages": ", ".join(missing) or None,
    }
