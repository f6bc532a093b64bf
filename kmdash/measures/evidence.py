"""The inspector's checklist: each step of a KPI and of an activity with its evidence, or without."""

from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.identity import match_key, numbered
from kmdash.domain.items import PLAN_LAYER, in_plan_order, items, whereabouts
from kmdash.domain.learned_results import CHECKLIST, PROVED
from kmdash.domain.learning import ACTIVITY, KPI
from kmdash.domain.milestone import milestone
from kmdash.domain.register import Register
from kmdash.domain.states import DONE, WITHIN
from kmdash.domain.steps import Step, covers, kind_of, reached_levels, steps_of_activity, steps_of_kpi

Row = dict[str, Any]


def checklist(register: Register, as_of: date, *, within: int = WITHIN) -> pd.DataFrame:
    """Every step that evidence is asked for, with the evidence told by a day.

    Of a milestone KPI every step of its five levels, of another KPI the whole; of an activity every step of its
    checklist, or the whole; cancelled ones are left out. Evidence told of a level, or of the whole, is evidence of
    each of its steps. A step is reached where the latest result, the checklist's tick or the activity's state says so
    (missing: no result); nothing is concluded from evidence.

    Returns
    -------
    DataFrame, one row a step (``learned_results.CHECKLIST``): the KPIs in the order of the plans, then the activities
        ``issue`` and ``weight`` of a KPI are those of the line of Form 1 that names it, else the plan's and its own.
    """
    plans = {plan["plan_id"]: plan for plan in records(register.plans)}
    told: dict[str, list[Row]] = {}
    for row in records(register.evidence):
        if (row["evidence"] or row["place"]) and (row["told_on"] or as_of) <= as_of:
            told.setdefault(row["about_id"], []).append(row)
    rows = [*_of_kpis(register, plans, as_of), *_of_activities(register, plans, as_of, within)]
    return frame(CHECKLIST, [_proved(row, told.get(row["about_id"], [])) for row in rows])


def proved(checklist: pd.DataFrame) -> pd.DataFrame:
    """How many steps of each KPI, and of the activities of each plan, have evidence.

    Parameters
    ----------
    checklist : DataFrame
        ``learned_results.CHECKLIST``

    Returns
    -------
    DataFrame, in the checklist's order (``learned_results.PROVED``)
    """
    groups: dict[str, list[Row]] = {}
    for row in records(checklist):
        groups.setdefault(row["about_id"] if row["about_kind"] == KPI else f"/{row['plan_id']}", []).append(row)
    return frame(PROVED, [_sum(rows) for rows in groups.values()])


def _of_kpis(register: Register, plans: dict[str, Row], as_of: date) -> list[Row]:
    known = [row for row in records(register.results) if (row["reported_on"] or as_of) <= as_of]
    latest = {row["kpi_id"]: row for row in sorted(known, key=lambda row: row["reported_on"] or date.min)}
    lines = [(match_key(row["kpi"]), row) for row in records(register.knowledge) if row["kpi"]]
    rows = []
    for kpi in in_plan_order(records(register.kpis), register.plans):
        plan, result = plans.get(kpi["plan_id"], {}), latest.get(kpi["kpi_id"])
        line = _line(kpi["name"], plan, lines)
        told = reached_levels(result) if result else None
        own = {
            "plan_id": kpi["plan_id"],
            **whereabouts(plan),
            "about_kind": KPI,
            "about_id": kpi["kpi_id"],
            "name": kpi["name"],
            "issue": line.get("issue") or plan.get("issue"),
            "weight": kpi["weight"] if kpi["weight"] is not None else line.get("weight"),
            "source_cell": kpi["source_cell"],
            "source_file": kpi["source_file"],
        }
        steps = steps_of_kpi(kpi)
        rows += [{**own, **_step(step), "reached": None if told is None else step.level in told} for step in steps]
        rows += [] if steps else [{**own, "text": kpi["target"], "reached": None if result is None else True}]
    return rows


def _line(name: str | None, plan: Row, lines: list[tuple[str, Row]]) -> Row:
    """The line of Form 1 of the plan's office and year that names a KPI; nothing where none does."""
    key = match_key(name or "")
    owner = (plan.get("office"), plan.get("fiscal_year"))
    return next(
        (row for told, row in lines if key and key in told and (row["office"], row["fiscal_year"]) == owner), {}
    )


def _of_activities(register: Register, plans: dict[str, Row], as_of: date, within: int) -> list[Row]:
    found = items(register, as_of, within)
    states = {row["item_id"]: row["state"] for row in records(found[found["layer"] == PLAN_LAYER])}
    rows = []
    for activity in records(register.activities):
        state = states[activity["activity_id"]]
        if state == "cancelled":
            continue
        plan = plans.get(activity["plan_id"], {})
        own = {
            "plan_id": activity["plan_id"],
            **whereabouts(plan),
            "about_kind": ACTIVITY,
            "about_id": activity["activity_id"],
            "name": numbered(activity["no"], activity["text"]),
            "issue": plan.get("issue"),
            "source_cell": activity["source_cell"],
            "source_file": activity["source_file"],
        }
        steps = steps_of_activity(activity)
        rows += [{**own, **_step(step), "reached": step.ticked or state in DONE} for step in steps]
        rows += [] if steps else [{**own, "text": activity["target"], "reached": state in DONE}]
    return rows


def _step(step: Step) -> Row:
    return {"step": step.number, "level": step.level, "text": step.text or None}


def _proved(row: Row, told: list[Row]) -> Row:
    """A step with what is told of it; several pieces stand below one another."""
    number = row.get("step")
    own = [piece for piece in told if number is None or covers(piece["step"], number)]
    state = "present" if own else "claimed" if row["reached"] else "missing"
    if not own:
        return {**row, "state": state}
    lines = [line for piece in own for line in (piece["evidence"] or piece["place"]).split("\n") if line.strip()]
    joined = {
        "kind": "\n".join(dict.fromkeys(kind_of(line) for line in lines)),
        "evidence": "\n".join(filter(None, (piece["evidence"] for piece in own))) or None,
        **{
            name: "\n".join(dict.fromkeys(filter(None, (piece[told_as] for piece in own)))) or None
            for name, told_as in (("place", "place"), ("kept_by", "unit"), ("by", "by"))
        },
    }
    last = own[-1]
    where = {"evidence_id": last["evidence_id"], "evidence_cell": last["source_cell"]}
    constructed = any(piece["constructed"] for piece in own)
    days = [piece["told_on"] for piece in own if piece["told_on"]]
    more = {"told_on": max(days, default=None), "constructed": constructed, "evidence_file": last["source_file"]}
    return {**row, "state": state, **joined, **where, **more}


def _sum(rows: list[Row]) -> Row:
    first = rows[0]
    of_kpi = first["about_kind"] == KPI
    kept = ("office", "fiscal_year", "plan_id", "plan", "unit", "about_kind", "issue")
    counts = {state: sum(row["state"] == state for row in rows) for state in ("present", "claimed", "missing")}
    levels = {}
    if of_kpi and first["level"] is not None:
        reached = {row["level"] for row in rows if row["reached"]}
        lacking = {row["level"] for row in rows if row["state"] != "present"}
        shown = {row["level"] for row in rows} - lacking
        told = None if first["reached"] is None else milestone(reached).level
        levels = {"level_told": told, "level_proved": milestone(shown).level}
    own = {"about_id": first["about_id"], "name": first["name"], "weight": first["weight"]}
    of_plan = {"about_id": first["plan_id"], "name": first["plan"]}
    return {
        **{name: first[name] for name in kept},
        **(own if of_kpi else of_plan),
        "steps": len(rows),
        **counts,
        **levels,
        "source_cell": first["source_cell"],
    }
