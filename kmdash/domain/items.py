"""The items of a register, activities and committee steps, each with its plan and its state on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_filled, is_one_of, places, taken
from kmdash.domain.columns import ACTIVITIES, Columns
from kmdash.domain.frames import conform
from kmdash.domain.months import days_of
from kmdash.domain.occasions import begun
from kmdash.domain.register import Register
from kmdash.domain.reports import LATEST, latest_reports
from kmdash.domain.results import FLAGS, RECEIPTS, WARNINGS
from kmdash.domain.states import WITHIN, states
from kmdash.domain.words import say

PLAN_LAYER = "plan"
COMMITTEE_LAYER = "committee"

ITEMS: Columns = {
    **{name: kind for name, kind in WARNINGS.items() if name not in FLAGS | RECEIPTS},
    "layer": "str",  # plan or committee
    "position": "int",
    "component": "int",
    "precision": "str",
    "occurrences": "str",
    "recurs_every": "str",
    "postponed_to": "date",
    "planned_due": "date",  # as first planned, before it was postponed
    "done_date": "date",  # missing where not done, or done on an unknown day
    "status": "str",
}
_OWN = (
    *("no", "text", "stage", "component", "owner", "owners", "position", "source_cell"),
    *("start", "end", "period_text", "period_kind", "precision", "occurrences", "recurs_every"),
)
_WHERE: Columns = {name: WARNINGS[name] for name in ("office", "fiscal_year", "plan_id", "plan", "unit")}
JUDGED: Columns = {  # items as ``states.states`` takes them
    **_WHERE,
    **{name: ACTIVITIES[name] for name in _OWN},
    **LATEST,
    "item_id": "str",
    "layer": "str",
}


def items(register: Register, as_of: date, within: int = WITHIN) -> pd.DataFrame:
    """Every activity and every committee step with its one state on a day.

    Returns
    -------
    DataFrame, one row an item (``ITEMS``)
        Activities in the register's order, then the steps, which belong to no plan. Dates are CE, ``days``
        as in ``states.STATE``. ``never_reported`` is for activities that may have begun: those not yet due
        to start, done or cancelled are never counted so.
    """
    activities, events = register.activities, register.events
    at = places(register.plans["plan_id"], activities["plan_id"])
    facts = plan_facts(register.plans)
    where = pd.DataFrame({name: taken(facts[name], at) for name in _WHERE}, index=activities.index)
    latest = latest_reports(activities, register.progress, as_of)
    own = conform({name: ACTIVITIES[name] for name in _OWN}, activities)
    of_plans = pd.concat([where, own, latest], axis=1).assign(
        plan_id=activities["plan_id"], item_id=activities["activity_id"], layer=PLAN_LAYER
    )
    done = steps_done(events, register.steps_done, as_of)
    steps = events.assign(item_id=events["event_id"], layer=COMMITTEE_LAYER, reported=True, **done)
    listed = pd.concat([conform(JUDGED, of_plans), conform(JUDGED, steps)], ignore_index=True)
    listed = begun(listed, register.occasions, as_of)
    found = pd.concat([listed, states(listed, as_of, within)], axis=1)
    silent = ~listed["reported"] & ~is_one_of(found["state"], "upcoming", "not_yet")
    return conform(ITEMS, found.assign(never_reported=silent))


def steps_done(events: pd.DataFrame, told: pd.DataFrame, as_of: date) -> dict[str, pd.Series]:
    """``status`` and ``done_date`` of the committee's steps: done where that was told, on or before the day."""
    days = days_of(told["done_on"])
    known = told[days <= np.datetime64(as_of, "D")].drop_duplicates("event_id", keep="last")
    at = places(known["event_id"], events["event_id"])
    day = pd.Series(taken(known["done_on"], at), index=events.index)
    status = pd.Series("done", index=events.index, dtype="str").where(at >= 0)
    return {"status": status, "done_date": day}


def plan_facts(plans: pd.DataFrame) -> pd.DataFrame:
    """What every result row says of its plan: office, fiscal year, id, name and unit; a plan without title by number.

    Same rows as ``plans``.
    """
    titles = plans["title"].astype("str")
    untitled = np.flatnonzero(~is_filled(titles))
    numbers = plans["no"].where(is_filled(plans["no"]), plans["plan_id"]).iloc[untitled]
    names = titles.to_numpy(object)
    names[untitled] = [say("measure.plan_number", number=number) for number in numbers]
    return conform(_WHERE, plans.assign(plan=pd.array(names, dtype="str")))


def whereabouts(plan: dict[str, Any]) -> dict[str, Any]:
    """The same of one plan given as a record; nothing of a plan not known."""
    if not plan:
        return {}
    name = plan["title"] or say("measure.plan_number", number=plan["no"] or plan["plan_id"])
    return {"plan": name, **{key: plan[key] for key in ("office", "fiscal_year", "plan_id", "unit")}}


def in_plan_order(rows: Iterable[dict[str, Any]], plans: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows by the order of their plans, then by their own ``position``; rows of a plan not known come last."""
    order = {plan: place for place, plan in enumerate(plans["plan_id"])}
    return sorted(rows, key=lambda row: (order.get(row["plan_id"], len(order)), row["position"] or 0))
