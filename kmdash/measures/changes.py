"""What changed between two looks at the plans, as a meeting is told of it: not values of cells but what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import thai_date
from kmdash.domain.frames import frame, records
from kmdash.domain.items import whereabouts
from kmdash.domain.register import Register
from kmdash.domain.scale import plain, rounded
from kmdash.domain.since import KINDS
from kmdash.domain.states import DONE
from kmdash.domain.summaries import SINCE
from kmdash.domain.vote_decisions import CLOSED
from kmdash.domain.words import say

Row = dict[str, Any]
Rows = dict[str, Row]
_WHERE = ("office", "fiscal_year", "plan_id", "plan", "unit")


@dataclass(frozen=True)
class Look:
    """A register with its own ``results.WARNINGS`` and ``results.ATTAINMENT`` of one day."""

    register: Register
    warnings: pd.DataFrame
    attainment: pd.DataFrame


def changes(before: Look, after: Look) -> pd.DataFrame:
    """Everything a meeting is told between two looks: results, completions, lateness, dates, plans, decisions.

    Of an activity that is in both looks at most one change of its state is told; that its dates (or those of a step
    of the committee) became others is told beside it. What belongs to a plan that came or went is told by that plan.

    Returns
    -------
    DataFrame (``summaries.SINCE``)
        One row a change, by kind (``domain.since.KINDS``), then in the register's order. ``before`` and ``after``
        in words, missing where there is nothing to compare. Two looks at the same give none.
    """
    plans = _by(before.register.plans, "plan_id"), _by(after.register.plans, "plan_id")
    both = plans[0].keys() & plans[1].keys()
    found = [
        *_plans(*plans),
        *_items(*(_kept(_by(look.warnings, "item_id"), both) for look in (before, after))),
        *_results(*(_kept(_by(look.attainment, "kpi_id"), both) for look in (before, after))),
        *_votes(before.register, after.register),
        *_resolutions(*(_by(look.register.resolutions, "resolution_id") for look in (before, after))),
    ]
    return frame(SINCE, sorted(found, key=lambda row: KINDS.index(row["kind"])))


def _by(data: pd.DataFrame, key: str) -> Rows:
    return {row[key]: row for row in records(data)}


def _kept(rows: Rows, plans: set[str]) -> Rows:
    """The rows of these plans, and those of none."""
    return {key: row for key, row in rows.items() if row["plan_id"] is None or row["plan_id"] in plans}


def _change(kind: str, row: Row, item_id: str, text: str | None, day: date | None = None, **words: str | None) -> Row:
    where = {name: row.get(name) for name in _WHERE}
    own = {"item_id": item_id, "no": row.get("no"), "text": text, "day": day, "source_cell": row.get("source_cell")}
    return {"kind": kind, **where, **own, **words}


def _plans(before: Rows, after: Rows) -> Iterator[Row]:
    for kind, rows, others in (("plan_added", after, before), ("plan_removed", before, after)):
        for plan_id, plan in rows.items():
            if plan_id not in others:
                yield _change(kind, plan | whereabouts(plan), plan_id, plan["critical_process"] or plan["title"])


def _items(before: Rows, after: Rows) -> Iterator[Row]:
    for kind, rows, others in (("activity_added", after, before), ("activity_removed", before, after)):
        for item_id, row in rows.items():
            if item_id not in others:
                yield _change(kind, row, item_id, row["text"], row["due"])
    for item_id, new in after.items():
        old = before.get(item_id)
        if old is None:
            continue
        turned = (
            _turned(old["state"], new["state"]) if new["plan_id"] else None
        )  # nobody reports the committee's steps
        if turned is not None:
            day = new["reported_on"] if turned == "finished" else new["due"]
            yield _change(turned, new, item_id, new["text"], day, before=_state(old), after=_state(new))
        if _when(old) != _when(new):
            yield _change("moved", new, item_id, new["text"], new["due"], before=_due(old), after=_due(new))


def _turned(old: str, new: str) -> str | None:
    if (old in DONE) != (new in DONE):
        return "finished" if new in DONE else "reopened"
    if old != new and new in ("overdue", "cancelled"):
        return "late" if new == "overdue" else "cancelled"
    return None


def _when(row: Row) -> tuple[Any, ...]:
    """What says when an item is: of a recurring one its words, since its next day changes by itself."""
    return (row["start"], row["period_text"] if row["period_kind"] == "recurring" else row["due"])


def _state(row: Row) -> str:
    word = say(f"state.{row['state']}")
    return say("since.days", state=word, days=row["days"]) if row["state"] in ("overdue", "done_late") else word


def _due(row: Row) -> str | None:
    return thai_date(row["due"]) if row["due"] else row["period_text"]


def _results(before: Rows, after: Rows) -> Iterator[Row]:
    for kpi_id in dict.fromkeys([*after, *before]):
        old, new = before.get(kpi_id), after.get(kpi_id)
        had, has = _told(old), _told(new)
        shown = new or old or {}
        words: dict[str, Any] = {"before": _score(old), "after": _score(new)}
        if has and had != has:
            yield _change("reported", shown, kpi_id, shown["name"], shown["reported_on"], **words)
        elif had and not has:
            yield _change("withdrawn", shown, kpi_id, shown["name"], **words)
        elif old and new and (old["score"], old["points"]) != (new["score"], new["points"]):
            yield _change("rescored", shown, kpi_id, shown["name"], shown["reported_on"], **words)


def _told(row: Row | None) -> tuple[Any, ...] | None:
    """What was reported of a KPI; None where nothing was."""
    if row is None or (row["actual"] is None and row["steps"] is None):
        return None
    return (row["actual"], row["steps"], row["reported_on"])


def _score(row: Row | None) -> str | None:
    if row is None or _told(row) is None:
        return say("since.no_result")
    if row["level"] is not None:
        return say("since.level", level=row["level"], score=rounded(row["score"]))
    if row["points"] is not None:
        return say("since.points", points=rounded(row["points"]))
    return say("since.actual", actual=row["steps"] if row["actual"] is None else plain(row["actual"]))


def _votes(before: Register, after: Register) -> Iterator[Row]:
    known = {row["decision_id"]: _decided(row) for row in records(before.decisions)}
    titles = dict(zip(after.ballots["ballot_id"], after.ballots["title"], strict=True))
    for row in records(after.decisions):
        if row["kind"] != CLOSED and known.get(row["decision_id"]) != _decided(row):
            title = titles.get(row["ballot_id"])
            text = say("since.vote") if pd.isna(title) else str(title)
            yield _change("vote_decided", row, row["ballot_id"], text, row["decided_on"], after=row["reason"])


def _decided(row: Row) -> tuple[Any, ...]:
    return (row["kind"], row["chosen"], row["by"], row["reason"], row["decided_on"])


def _resolutions(before: Rows, after: Rows) -> Iterator[Row]:
    for resolution_id, row in after.items():
        if resolution_id not in before:
            yield _change("resolved", row, resolution_id, row["about"], row["resolved_on"], after=row["text"])
    for resolution_id, row in before.items():
        if resolution_id not in after:
            yield _change(
                "resolution_withdrawn", row, resolution_id, row["about"], row["resolved_on"], before=row["text"]
            )
