"""Knowledge management by goal: which stages each goal's plan covers, change management apart."""

from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.items import PLAN_LAYER, items, whereabouts
from kmdash.domain.learned_results import GOALS
from kmdash.domain.register import Register
from kmdash.domain.stages import CHANGE, COMPONENTS, STAGES
from kmdash.domain.states import DONE, WITHIN

Row = dict[str, Any]


def goals(register: Register, as_of: date, *, within: int = WITHIN) -> pd.DataFrame:
    """Each plan as a goal, with the stages (of change management the components) it covers and lacks.

    A stage is covered where the plan has an activity in it that is not cancelled, done where all of them are done on
    the day. A plan none of whose activities has a stage covers and lacks none. Form 1 and the plans are read as they
    stand: the process is that of the plan's rows, whatever its heading says.

    Returns
    -------
    DataFrame, one row a plan: KM first, then change management, then those without stages (``learned_results.GOALS``)
    """
    found = items(register, as_of, within)
    states = {row["item_id"]: row["state"] for row in records(found[found["layer"] == PLAN_LAYER])}
    activities: dict[str, list[Row]] = {}
    for row in records(register.activities):
        if states[row["activity_id"]] != "cancelled":
            activities.setdefault(row["plan_id"], []).append({**row, "done": states[row["activity_id"]] in DONE})
    measures: dict[str, list[str]] = {}
    for row in records(register.kpis):
        measures.setdefault(row["plan_id"], []).append(row["name"] or row["kpi_id"])
    rows = [
        _goal(plan, activities.get(plan["plan_id"], []), measures.get(plan["plan_id"], []))
        for plan in records(register.plans)
    ]
    order = {STAGES: 0, COMPONENTS: 1}
    return frame(GOALS, [row for _, row in sorted(rows, key=lambda one: order.get(one[0] or (), 2))])


def _goal(plan: Row, activities: list[Row], measures: list[str]) -> tuple[tuple[Any, ...] | None, Row]:
    """The row of a plan, with the stages it is held against."""
    change = plan["process"] == CHANGE
    column, stages = ("component", COMPONENTS) if change else ("stage", STAGES)
    placed: dict[int, list[bool]] = {}
    for row in activities:
        if row[column] is not None:
            placed.setdefault(row[column], []).append(row["done"])
    numbers = [stage.number for stage in stages]
    periods = dict.fromkeys(row["period_text"] for row in activities if row["period_text"])
    row = {
        **whereabouts(plan),
        **{name: plan[name] for name in ("no", "source_cell", "source_file")},
        "process": plan["process"] if placed else None,
        "stages": len(stages) if placed else None,
        "covered": _listed(number for number in numbers if number in placed),
        "lacking": _listed(number for number in numbers if number not in placed) if placed else None,
        "done": _listed(number for number in numbers if number in placed and all(placed[number])),
        "activities": len(activities),
        "unmapped": sum(row[column] is None for row in activities),
        "measures": "\n".join(measures) or None,
        "period": next(iter(periods)) if len(periods) == 1 else None,
    }
    return (stages if placed else None), row


def _listed(numbers: Any) -> str | None:
    return ",".join(map(str, numbers)) or None
