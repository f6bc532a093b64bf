"""The knowledge an office needs (Form 1), each line with the state of the plan made for it."""

from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.items import items, whereabouts
from kmdash.domain.register import Register
from kmdash.domain.states import DONE, group_state
from kmdash.domain.summaries import KNOWLEDGE_STATE


def knowledge(register: Register, as_of: date) -> pd.DataFrame:
    """Join every line of Form 1 with the state of its plan's activities on a day.

    Returns
    -------
    DataFrame, one row a line, in the register's order (``summaries.KNOWLEDGE_STATE``)
        A line without a plan has state ``none`` and its counts are <NA>. The unit is the line's own, else
        the plan's.
    """
    plans = {plan["plan_id"]: plan for plan in records(register.plans)}
    states: dict[str, list[str]] = {}
    for item in records(items(register, as_of)):
        states.setdefault(item["plan_id"], []).append(item["state"])
    return frame(
        KNOWLEDGE_STATE,
        [
            _row(line, plans.get(line["plan_id"]), states.get(line["plan_id"], []))
            for line in records(register.knowledge)
        ],
    )


def _row(line: dict[str, Any], plan: dict[str, Any] | None, states: list[str]) -> dict[str, Any]:
    taken = (
        "knowledge_id",
        "position",
        "issue",
        "objective",
        "critical_process",
        "knowledge",
        "kpi",
        "target",
        "weight",
    )
    own = {name: line[name] for name in ("office", "fiscal_year", "plan_id", "source_cell", *taken)}
    if plan is None:
        return {**own, "unit": line["unit"], "state": "none"}
    return {
        **whereabouts(plan),
        **own,
        "unit": line["unit"] or plan["unit"],
        "activities": sum(state != "cancelled" for state in states),
        "done": sum(state in DONE for state in states),
        "overdue": states.count("overdue"),
        "state": group_state(states),
    }
