"""Items one after the other: the plain form of ``kmdash.domain.items``."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.items import ITEMS
from kmdash.domain.register import Register
from kmdash.domain.words import say
from tests.oracles.reports import Latest, latest_reports
from tests.oracles.states import WITHIN, Item, planned_due, state

PLAN_LAYER = "plan"
COMMITTEE_LAYER = "committee"


def items(register: Register, as_of: date, within: int = WITHIN) -> pd.DataFrame:
    """Every activity and every committee step with its one state on a day."""
    plans = {plan["plan_id"]: plan for plan in records(register.plans)}
    latest = latest_reports(register.activities, register.progress, as_of)
    rows = []
    for activity in records(register.activities):
        plan = plans.get(activity["plan_id"], {})
        where = {**whereabouts(plan), "plan_id": activity["plan_id"]}
        told = latest.get(activity["activity_id"], Latest())
        own = {name: activity[name] for name in ("stage", "component", "owner")}
        rows.append(_row(activity["activity_id"], PLAN_LAYER, activity, where | own, told, as_of, within))
    for event in records(register.events):
        where = {"office": event["office"], "fiscal_year": event["fiscal_year"]}
        rows.append(_row(event["event_id"], COMMITTEE_LAYER, event, where, Latest(), as_of, within))
    return frame(ITEMS, rows)


def whereabouts(plan: dict[str, Any]) -> dict[str, Any]:
    """What every result row says of its plan: office, fiscal year, id, name and unit; nothing of a plan not known."""
    if not plan:
        return {}
    name = plan["title"] or say("measure.plan_number", number=plan["no"] or plan["plan_id"])
    return {"plan": name, **{key: plan[key] for key in ("office", "fiscal_year", "plan_id", "unit")}}


def in_plan_order(rows: Iterable[dict[str, Any]], plans: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows by the order of their plans, then by their own ``position``; rows of a plan not known come last."""
    order = {plan: place for place, plan in enumerate(plans["plan_id"])}
    return sorted(rows, key=lambda row: (order.get(row["plan_id"], len(order)), row["position"] or 0))


def _row(
    item_id: str, layer: str, source: dict[str, Any], where: dict[str, Any], told: Latest, as_of: date, within: int
) -> dict[str, Any]:
    item = Item(
        start=source["start"],
        end=source["end"],
        kind=source["period_kind"],
        precision=source["precision"],
        period_text=source["period_text"],
        occurrences=_days(source["occurrences"]),
        recurs_every=source["recurs_every"],
        fiscal_year=where.get("fiscal_year"),
        status=told.status,
        reported=told.reported or layer == COMMITTEE_LAYER,
        reported_on=told.reported_on,
        done_date=told.done_date,
        done_date_reported=told.done_date_reported,
        postponed_to=told.postponed_to,
        note=told.note,
    )
    found = state(item, as_of, within)
    taken = (
        "no",
        "text",
        "start",
        "end",
        "period_text",
        "period_kind",
        "occurrences",
        "recurs_every",
        "position",
        "source_cell",
    )
    return {
        **where,
        **{name: source[name] for name in taken},
        "precision": source["precision"],
        "owners": source.get("owners"),
        "status": told.status,
        "percent": told.percent,
        "item_id": item_id,
        "layer": layer,
        "state": found.code,
        "due": found.due,
        "days": found.days,
        "due_soon": found.due_soon,
        "status_text": told.status_text,
        "reported_on": told.reported_on,
        "never_reported": not item.reported and found.code not in ("upcoming", "not_yet"),
        "reason": found.reason,
        "postponed_to": told.postponed_to,
        "planned_due": planned_due(item),
        "done_date": told.done_date,
    }


def _days(joined: str | None) -> tuple[date, ...]:
    return tuple(sorted(date.fromisoformat(day) for day in (joined or "").split(";") if day))
