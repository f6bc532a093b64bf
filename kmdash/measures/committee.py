"""The committee: its roles, the steps of its calendar with what is done, and the secretary's summaries."""

from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd

from kmdash.domain.followed_results import COMMITTEE
from kmdash.domain.frames import frame, records
from kmdash.domain.identity import match_key
from kmdash.domain.items import COMMITTEE_LAYER, items, plan_facts
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.states import WITHIN

ROLE, STEP, SUMMARY = "role", "step", "summary"


def committee(register: Register, as_of: date, *, within: int = WITHIN) -> pd.DataFrame:
    """Everything known of the committee on a day: roles, then the steps in their order, then the summaries.

    A role typed on the page stands in the place of one of the same name from a file. A step whose day lies after the
    step that follows it names that one in ``finding_no``: what is printed stays. Summaries follow their plans,
    that of the whole office first.

    Returns
    -------
    DataFrame, one row a role, step or summary (``followed_results.COMMITTEE``)
        ``state``, ``due`` and ``days`` as of the day, of steps only.
    """
    return frame(COMMITTEE, [*_roles(register), *_steps(register, as_of, within), *_summaries(register)])


def _roles(register: Register) -> list[Record]:
    found: dict[tuple[Any, ...], Record] = {}
    for row in records(register.duties):
        key = (row["office"], row["fiscal_year"], match_key(row["role"] or ""))
        told = {"kind": ROLE, "row_id": row["duty_id"], "name": row["role"]}
        kept = ("office", "fiscal_year", "holders", "duties", "note", "source_cell", "source_file")
        place = {"no": found[key]["no"]} if key in found else {"no": str(len(found) + 1)}
        found[key] = {**told, **place, **{name: row[name] for name in kept}}
    return list(found.values())


def _steps(register: Register, as_of: date, within: int) -> list[Record]:
    found = items(register, as_of, within)
    steps = records(found[found["layer"] == COMMITTEE_LAYER])
    events = {row["event_id"]: row for row in records(register.events)}
    notes = {row["event_id"]: row for row in records(register.steps_done)}
    after = _followed(records(register.events))
    return [
        {
            **{
                name: row[name]
                for name in ("office", "fiscal_year", "no", "text", "period_text", "state", "due", "days")
            },
            "kind": STEP,
            "row_id": row["item_id"],
            "name": row["text"],
            "done_on": row["done_date"],
            "note": notes.get(row["item_id"], {}).get("note"),
            "finding_no": after[row["item_id"]]["no"] if row["item_id"] in after else None,
            "finding": after[row["item_id"]]["period_text"] if row["item_id"] in after else None,
            "source_cell": row["source_cell"],
            "source_file": events[row["item_id"]]["source_file"],
        }
        for row in steps
    ]


def _followed(events: list[Record]) -> dict[str, Record]:
    """The step that follows each step dated after it, by the earlier one's id."""
    found: dict[str, Record] = {}
    for row, following in pairwise(events):
        mine, next_one = row["start"] or row["end"], following["end"] or following["start"]
        same = (row["office"], row["fiscal_year"]) == (following["office"], following["fiscal_year"])
        if same and mine and next_one and mine > next_one:
            found[row["event_id"]] = following
    return found


def _summaries(register: Register) -> list[Record]:
    facts = plan_facts(register.plans)
    order = {plan: place for place, plan in enumerate(register.plans["plan_id"])}
    names = dict(zip(facts["plan_id"], facts["plan"], strict=True))
    kept = ("office", "fiscal_year", "plan_id", "progress", "factors", "obstacles", "remedies", "by", "written_on")
    rows = [
        {
            **{name: row[name] for name in (*kept, "constructed", "source_cell", "source_file")},
            "kind": SUMMARY,
            "row_id": row["summary_id"],
            "name": names.get(row["plan_id"]),
        }
        for row in records(register.summaries)
        if row["plan_id"] is None or row["plan_id"] in order
    ]
    latest = {(row["office"], row["fiscal_year"], row["plan_id"]): row for row in rows}
    return sorted(latest.values(), key=lambda row: order.get(row["plan_id"], -1))
