"""What stands behind a number, one thing at a time: its state in words, why it is so, and the rows that say it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import thai_date
from kmdash.domain.frames import records
from kmdash.domain.identity import numbered
from kmdash.domain.items import COMMITTEE_LAYER
from kmdash.domain.learned_of import Learned, learned_of
from kmdash.domain.register import Register
from kmdash.domain.scale import plain, rounded
from kmdash.domain.vote_decisions import CLOSED
from kmdash.domain.wording import told_of
from kmdash.domain.words import say

Row = dict[str, Any]


@dataclass(frozen=True)
class Source:
    """A row of an input frame: ``told`` is what it says, ``cell`` and ``file`` where it was read (None: nowhere)."""

    frame: str
    row_id: str
    told: str
    cell: str | None
    file: str | None


@dataclass(frozen=True)
class Item:
    """An activity, step, KPI, candidate, plan or question.

    ``mark`` is the code of its state, ``state`` the same in words; ``facts`` are the keys (``behind.<key>``) and
    texts of owner, period and the like; ``why`` says in a sentence how the state or number comes about.
    """

    name: str
    mark: str
    state: str
    why: str
    facts: tuple[tuple[str, str], ...] = ()
    sources: tuple[Source, ...] = field(default=())


def of_activities(found: pd.DataFrame, register: Register, as_of: date) -> list[Item]:
    """Activities and committee steps (``items.ITEMS``), with the reports that count on the day, newest first."""
    files = _files(register.activities, "activity_id") | _files(register.events, "event_id")
    reports = _by_id(register.progress, "activity_id", set(found["item_id"]))
    kept = learned_of(register, set(found["item_id"]), as_of)
    return [
        Item(
            name=numbered(row["no"], row["text"]),
            mark=row["state"],
            state=say(f"state.{row['state']}"),
            why=row["reason"] or "",
            facts=_facts(
                plan=say("layer.committee") if row["layer"] == COMMITTEE_LAYER else row["plan"],
                unit=row["unit"],
                owner=row["owner"],
                period=row["period_text"],
                due=thai_date(row["due"]) if row["due"] else None,
                **_learned(kept.get(row["item_id"], [])),
            ),
            sources=(
                Source(
                    "events" if row["layer"] == COMMITTEE_LAYER else "activities",
                    row["item_id"],
                    say("behind.from_plan"),
                    row["source_cell"],
                    files.get(row["item_id"]),
                ),
                *_reported(reports.get(row["item_id"], []), as_of, "progress", "activity_id", reported_state),
                *(Source(*told.source) for told in kept.get(row["item_id"], [])),
            ),
        )
        for row in records(found)
    ]


def of_kpis(attainment: pd.DataFrame, register: Register, as_of: date) -> list[Item]:
    """KPIs (``results.ATTAINMENT``), with the results that count on the day, newest first."""
    files = _files(register.kpis, "kpi_id")
    results = _by_id(register.results, "kpi_id", set(attainment["kpi_id"]))
    kept = learned_of(register, set(attainment["kpi_id"]), as_of)
    return [
        Item(
            name=row["name"] or row["kpi_id"],
            mark="none" if row["score"] is None else "done",
            state=_scored(row),
            why=" · ".join(filter(None, [row["explanation"], _doubt(row)])),
            facts=_facts(plan=row["plan"], unit=row["unit"], **_learned(kept.get(row["kpi_id"], []))),
            sources=(
                Source("kpis", row["kpi_id"], say("behind.from_plan"), row["source_cell"], files.get(row["kpi_id"])),
                *_reported(results.get(row["kpi_id"], []), as_of, "results", "kpi_id", reported_result),
                *(Source(*told.source) for told in kept.get(row["kpi_id"], [])),
            ),
        )
        for row in records(attainment)
    ]


def of_candidates(tally: pd.DataFrame, register: Register) -> list[Item]:
    """Candidates of a vote (``results.TALLY``), with the marks given to each and what the committee recorded."""
    files = _files(register.candidates, "candidate_id")
    marks = _by_id(register.marks, "candidate_id", set(tally["candidate_id"]))
    decisions = _by_id(register.decisions, "ballot_id", set(tally["ballot_id"]))
    return [
        Item(
            name=" · ".join(filter(None, [row["process"], row["unit"]])) or row["candidate_id"],
            mark=_chosen(row),
            state=say(f"behind.vote_{_chosen(row)}"),
            why=_votes(row),
            sources=(
                Source(
                    "candidates",
                    row["candidate_id"],
                    say("behind.proposed"),
                    row["source_cell"],
                    files.get(row["candidate_id"]),
                ),
                *_decided(decisions.get(row["ballot_id"], []), row),
                *_ballots(marks.get(row["candidate_id"], [])),
            ),
        )
        for row in records(tally)
    ]


def of_plans(plans: pd.DataFrame, why: str) -> list[Item]:
    """Plans (``columns.PLANS``), all for one reason."""
    return [
        Item(
            name=row["title"] or row["plan_id"],
            mark="none",
            state=say("behind.gap"),
            why=why,
            facts=_facts(unit=row["unit"]),
            sources=(
                Source("plans", row["plan_id"], say("behind.from_plan"), row["source_cell"], row["source_file"]),
            ),
        )
        for row in records(plans)
    ]


def of_questions(problems: Iterable[Row]) -> list[Item]:
    """Findings of reading a file (``columns.PROBLEMS``)."""
    return [
        Item(
            name=told_of(row, "found") or told_of(row, "message") or "",
            mark="unclear",
            state=say(f"severity.{row['severity']}"),
            why=" ".join(filter(None, [told_of(row, "message"), told_of(row, "remedy")])),
            sources=(
                Source("problems", row["problem_id"], say("behind.asked"), row["source_cell"], row["source_file"]),
            ),
        )
        for row in problems
    ]


def _learned(told: Sequence[Learned]) -> dict[str, str]:
    """What was proved and learnt of a thing, by kind, as facts."""
    kinds = dict.fromkeys(one.kind for one in told)
    return {kind: " · ".join(one.text for one in told if one.kind == kind) for kind in kinds}


def _facts(**texts: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((key, text) for key, text in texts.items() if text)


def _files(data: pd.DataFrame, key: str) -> dict[str, str | None]:
    """The file each row was read from, by its id."""
    return {row[key]: row["source_file"] for row in records(data[[key, "source_file"]])}


def _by_id(data: pd.DataFrame, key: str, ids: set[str]) -> dict[str, list[Row]]:
    """The rows of each of these ids."""
    found: dict[str, list[Row]] = {}
    for row in records(data[data[key].isin(ids)]):
        found.setdefault(row[key], []).append(row)
    return found


def _reported(rows: Sequence[Row], as_of: date, frame: str, key: str, told: Callable[[Row], str]) -> list[Source]:
    """The reports on or before the day and those without one, the newest first."""
    counting = [row for row in rows if row["reported_on"] is None or row["reported_on"] <= as_of]
    counting.sort(key=lambda row: row["reported_on"] or date.min, reverse=True)
    return [Source(frame, row[key], told(row), row["source_cell"], row["source_file"]) for row in counting]


def reported_state(row: Row) -> str:
    """A report of progress (``columns.PROGRESS``) as its source is called."""
    percent = None if row["percent"] is None else say("behind.percent", percent=plain(row["percent"]))
    status = row["status_text"] or (say(f"measure.status.{row['status']}") if row["status"] else None)
    return _dated("behind.report", row, status, percent, row["note"])


def reported_result(row: Row) -> str:
    """A result of a KPI (``columns.RESULTS``) as its source is called."""
    actual = row["steps"] or (None if row["actual"] is None else plain(row["actual"]))
    return _dated("behind.result", row, actual, row["note"])


def _dated(key: str, row: Row, *texts: str | None) -> str:
    day = thai_date(row["reported_on"]) if row["reported_on"] else say("behind.no_day")
    made_up = say("behind.constructed") if row["constructed"] else None
    return say(key, day=day, text=" · ".join(filter(None, [*texts, made_up])) or "–")


def _scored(row: Row) -> str:
    if row["score"] is None:
        return say("behind.no_score")
    return say("behind.score", score=rounded(row["score"]), level="–" if row["level"] is None else row["level"])


def _doubt(row: Row) -> str | None:
    return f"▲ {say('attainment.doubt', doubt=row['doubt'])}" if row["doubt"] else None


def _chosen(row: Row) -> str:
    """The code of a candidate's state: tied at the cut line, chosen, not chosen, or not known."""
    if row["selected"] is None:
        return "tied" if row["tied_at_cut"] else "open"
    return "chosen" if row["selected"] else "others"


def _votes(row: Row) -> str:
    if row["votes"] is None:
        return say("behind.no_votes")
    share = "–" if row["share"] is None else plain(round(row["share"] * 100, 1))
    rank = "–" if row["rank"] is None else row["rank"]
    told = say("behind.votes", votes=row["votes"], share=share, rank=rank)
    return f"{told} · {say('behind.tied', count=row['tied'])}" if (row["tied"] or 0) > 1 else told


def _ballots(marks: Sequence[Row]) -> list[Source]:
    """Where the marks for a candidate stand, each cell once; those typed on the page together."""
    counts = Counter((row["candidate_id"], row["source_cell"], row["source_file"]) for row in marks)
    return [
        Source("marks", candidate, say("behind.ballots", count=count), cell, file)
        for (candidate, cell, file), count in counts.items()
    ]


def _decided(rows: Sequence[Row], candidate: Row) -> list[Source]:
    """What was recorded of the vote, as far as it was about this candidate."""
    found = []
    for row in rows:
        about = row["kind"] == CLOSED or candidate["candidate_id"] in (row["tied"] or "").split("\n")
        if about:
            day = thai_date(row["decided_on"]) if row["decided_on"] else say("behind.no_day")
            kind = say("behind.closed") if row["kind"] == CLOSED else say(f"decide.{row['kind']}")
            told = say("behind.decision", kind=kind, by=row["by"] or "–", day=day, reason=row["reason"] or "–")
            found.append(Source("decisions", row["decision_id"], told, row["source_cell"], row["source_file"]))
    return found
