"""What was learnt: reviews and SWOT with their activity or plan, and what belongs to KV, KS and KA."""

from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.areas import area_of
from kmdash.domain.frames import frame, records
from kmdash.domain.identity import numbered
from kmdash.domain.items import whereabouts
from kmdash.domain.learned_results import AREA_ROWS, NOTES
from kmdash.domain.learning import AAR_TEXTS, AREA_OF_AIM, AREAS, HOW_KINDS, SWOT_TEXTS
from kmdash.domain.register import Register

Row = dict[str, Any]


def notes(register: Register, as_of: date) -> pd.DataFrame:
    """Every review and SWOT told by a day, in the order of plans and activities, reviews first.

    Returns
    -------
    DataFrame, one row a note (``learned_results.NOTES``); those of the whole office have no plan
    """
    plans = {plan["plan_id"]: plan for plan in records(register.plans)}
    activities = {row["activity_id"]: row for row in records(register.activities)}
    order = {name: place for place, name in enumerate([*activities, *plans])}
    rows = []
    for kind, name, key, texts in (("aar", "aars", "aar_id", AAR_TEXTS), ("swot", "swots", "swot_id", SWOT_TEXTS)):
        for row in records(register.frames[name]):
            known = row["plan_id"] is None or row["plan_id"] in plans
            if known and (row["told_on"] or as_of) <= as_of:
                own = whereabouts(plans.get(row["plan_id"], {}))
                activity = activities.get(row["activity_id"] or "", {})
                told = " ".join(filter(None, [activity.get("no"), activity.get("text")])) or own.get("plan")
                kept = ("office", "fiscal_year", "activity_id", *texts, "by", "told_on", "constructed")
                rows.append(
                    {
                        **{column: row[column] for column in (*kept, "source_cell", "source_file")},
                        **own,
                        "note_id": row[key],
                        "kind": kind,
                        "name": told,
                        "of_year": row.get("of_year"),
                    }
                )
    rows.sort(key=lambda row: (row["kind"], order.get(row["activity_id"] or row.get("plan_id") or "", len(order))))
    return frame(NOTES, rows)


def areas(register: Register) -> pd.DataFrame:
    """What belongs to knowledge vision, sharing and assets; plans of which nothing is known come last.

    A plan belongs where the secretary said, else where its title names it; its activities go with it. Visions and
    factors of the office are KV, its ways of sharing KS, of keeping KA (``learning.AREA_OF_AIM``); knowledge records,
    and the channels they are published by, are KA. No stage of the process is taken for an area.

    Returns
    -------
    DataFrame, by area (``learned_results.AREA_ROWS``)
    """
    said = {row["plan_id"]: row["area"] for row in records(register.area_plans)}
    rows = [_told(row) for row in records(register.aims) if row["kind"] in AREA_OF_AIM]
    activities: dict[str, list[Row]] = {}
    for row in records(register.activities):
        activities.setdefault(row["plan_id"], []).append(row)
    for plan in records(register.plans):
        area, own = said.get(plan["plan_id"]) or area_of(plan["title"]), whereabouts(plan)
        known = None if area is None else "answered" if plan["plan_id"] in said else "title"
        if area is None:
            rows.append({**_one(plan, None, "plan", own["plan"], None, plan["plan_id"]), **own})
        for row in activities.get(plan["plan_id"], []) if area else ():
            name = numbered(row["no"], row["text"])
            rows.append({**_one(row, area, "activity", name, known, row["activity_id"]), **own})
    rows += [
        {**_one(row, "KA", "record", row["title"], "kept", row["record_id"]), "unit": row["unit"]}
        for row in records(register.knowledge_records)
    ]
    channels = {row["channel"]: row for row in reversed(records(register.knowledge_records)) if row["channel"]}
    rows += [_one(row, "KA", "channel", name, "kept", row["record_id"]) for name, row in reversed(channels.items())]
    places = {area: place for place, area in enumerate(AREAS)}
    return frame(AREA_ROWS, sorted(rows, key=lambda row: places.get(row["area"] or "", len(AREAS))))


def _told(aim: Row) -> Row:
    kind = "point" if aim["kind"] in HOW_KINDS else "aim"
    return _one(aim, AREA_OF_AIM[aim["kind"]], kind, aim["text"], "office", aim["aim_id"])


def _one(row: Row, area: str | None, kind: str, name: str | None, known: str | None, row_id: str) -> Row:
    told = {"area": area, "kind": kind, "name": name, "known": known, "row_id": row_id}
    where = {name: row.get(name) for name in ("office", "fiscal_year", "source_cell", "source_file")}
    return {**where, **told}
