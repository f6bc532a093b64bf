"""Lines of Form 1 one after the other: the plain form of ``kmdash.measures.knowledge``."""

from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.register import Register
from kmdash.domain.summaries import KNOWLEDGE_STATE
from tests.oracles.items import items, whereabouts
from tests.oracles.states import DONE, group_state


def knowledge(register: Register, as_of: date) -> pd.DataFrame:
    """Join every line of Form 1 with the state of its plan's activities on a day."""
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
    own["link"] = "own" if line["plan_id"] else None
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
