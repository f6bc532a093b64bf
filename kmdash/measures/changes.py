"""What changed between two looks at the plans, as a meeting is told of it: not values of cells but what they mean."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.changes import changes as values_changed
from kmdash.domain.columns import ROW_ID
from kmdash.domain.fiscal import thai_date
from kmdash.domain.frames import frame, records
from kmdash.domain.items import whereabouts
from kmdash.domain.register import Register
from kmdash.domain.scale import plain, rounded
from kmdash.domain.since import KINDS, OTHER_DATA, REWORDED
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
    of the committee) became others is told beside it, and so is every other value that became another
    (``reworded``). What belongs to a plan that came or went is told by that plan.

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
        *_decisions(before.register, after.register),
        *_resolutions(*(_by(look.register.resolutions, "resolution_id") for look in (before, after))),
    ]
    moved = {row["item_id"] for row in found if row["kind"] == "moved"}
    found += [*_reworded(before, after, moved), *_others(before.register, after.register)]
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
        moved = _when(old) != _when(new)
        if turned is None and not moved and new["plan_id"] and _reported(old) != _reported(new):
            turned = "progressed"
        if turned is not None:
            day = new["reported_on"] if turned in ("finished", "progressed") else new["due"]
            words = {"before": _report(old), "after": _report(new)}
            if turned != "progressed":
                words = {"before": _state(old), "after": _state(new)}
            yield _change(turned, new, item_id, new["text"], day, **words)
        if moved:
            yield _change("moved", new, item_id, new["text"], new["due"], before=_due(old), after=_due(new))


def _turned(old: str, new: str) -> str | None:
    if (old in DONE) != (new in DONE):
        return "finished" if new in DONE else "reopened"
    if old != new and new in ("overdue", "cancelled"):
        return "late" if new == "overdue" else "cancelled"
    return None


def _reported(row: Row) -> tuple[Any, ...]:
    """What was last reported of an activity."""
    return (row["status_text"], row["percent"], row["reported_on"])


def _report(row: Row) -> str | None:
    """The same in words; None where nothing was."""
    share = None if row["percent"] is None else say("behind.percent", percent=plain(row["percent"]))
    return " · ".join(filter(None, [row["status_text"], share])) or None


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
        if old is None or new is None:
            name = {"after": shown["name"]} if old is None else {"before": shown["name"]}
            yield _change("kpi_added" if old is None else "kpi_removed", shown, kpi_id, shown["name"], **name)
        if has and had != has:
            yield _change("reported", shown, kpi_id, shown["name"], shown["reported_on"], **words)
        elif had and not has and new is not None:
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
    """Votes that came, went, or of which anything counted became another."""
    old, new = _ballots(before), _ballots(after)
    for ballot_id in dict.fromkeys([*new, *old]):
        was, now = old.get(ballot_id, _NO_VOTE), new.get(ballot_id, _NO_VOTE)
        kind = "vote_changed" if was[0] and now[0] else "vote_added" if now[0] else "vote_removed"
        if _plain(was) == _plain(now):
            continue
        (row,) = now[0] or was[0]
        text = row["title"] or say("since.vote")
        yield _change(kind, row, ballot_id, text, before=_counted(was), after=_counted(now))


_Vote = tuple[list[Row], list[Row], list[Row]]  # its row, its candidates, its marks
_NO_VOTE: _Vote = ([], [], [])


def _ballots(register: Register) -> dict[str, _Vote]:
    """The row, candidates and marks of every vote by its id."""
    found: dict[str, _Vote] = {row["ballot_id"]: ([row], [], []) for row in records(register.ballots)}
    for place, data in enumerate((register.candidates, register.marks), 1):
        for row in records(data):
            if row["ballot_id"] in found:
                found[row["ballot_id"]][place].append(row)
    return found


def _plain(vote: _Vote) -> list[list[Row]]:
    """A vote without where it stands in its file, in an order of its own."""
    bare = [[{name: row[name] for name in row if not name.startswith("source_")} for row in rows] for rows in vote]
    return [sorted(rows, key=repr) for rows in bare]


def _counted(vote: _Vote) -> str | None:
    """How many candidates and votes a vote has; None where there is no vote."""
    known, candidates, marks = vote
    if not known:
        return None
    votes = sum(row["votes"] or 0 for row in candidates) + sum(row["candidate_id"] is not None for row in marks)
    return say("since.vote_count", candidates=len(candidates), votes=votes)


def _decisions(before: Register, after: Register) -> Iterator[Row]:
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


def _reworded(before: Look, after: Look, moved: set[str]) -> Iterator[Row]:
    """Every value of ``since.REWORDED`` that became another in a row of both looks, but the period of what moved."""
    rows = {name: _by(after.register.frames[name], ROW_ID[name]) for name in REWORDED}
    plans = rows["plans"]
    for told in records(values_changed(before.register, after.register, REWORDED)):
        name, key, column = told["frame"], told["key"], told["column"]
        row = rows[name].get(key)
        if row is None or told["change"] != "changed" or column not in REWORDED[name]:
            continue
        if column == "period_text" and key in moved:
            continue
        where = whereabouts(plans.get(row.get("plan_id") or "", {}))
        text = row.get("text") or row.get("name") or row.get("critical_process") or row.get("title")
        about = " · ".join(filter(None, [text, say(f"reworded.{column}")]))
        own = {**row, **where, "source_cell": told["cell"]}
        yield _change("reworded", own, key, about, before=told["before"], after=told["after"])


def _others(before: Register, after: Register) -> Iterator[Row]:
    """How many values of each other form became others, came or went, with the first cell."""
    found = values_changed(before, after, OTHER_DATA)
    for name, own in found.groupby("frame", sort=False):
        row = {"source_cell": records(own)[0]["cell"]}
        yield _change(
            "other_data", row, str(name), say(f"other_data.{name}"), after=say("since.values", count=len(own))
        )
