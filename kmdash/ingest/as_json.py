"""A Reading as the JSON that the command line prints."""

import json
from typing import Any

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.level_texts import split_levels
from kmdash.domain.period import printed
from kmdash.domain.reading import Part, Reading, Record
from kmdash.domain.wording import worded
from kmdash.ingest.build.events import OF_DUTIES

# what was rejected from a vote while it was read
NOT_COUNTED = (
    "second_ballot",
    "voter_twice",
    "voter_missing",
    "candidate_unknown",
    "candidate_missing",
    "mark_unreadable",
)


def reading_json(reading: Reading) -> dict[str, Any]:
    """The reading in the published shape: ISO dates no finer than typed, Arabic digits, no NaN."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "kind": reading.kinds,
        "plans": [_plan(part, row, reading) for part in reading.parts for row in part.records.get("plans", [])],
        "form1_rows": [_form1(row) for row in reading.rows("knowledge")],
        "calendar": [_event(row) for row in _events(reading, of_duties=False)],
        "deadlines": [_event(row) for row in _events(reading, of_duties=True)],
        "ballot": _ballot(reading),
        "tables": [
            {"sheet": table.sheet, "range": table.range, "kind": table.kind, "rows": table.rows}
            for table in reading.tables
        ],
        "problems": [
            {
                key: value
                for key, value in problem.as_dict().items()
                if key in ("severity", "code", "cell", "found", "message", "remedy", "proposal")
            }
            for problem in reading.problems
        ],
        "account": {
            "filled": reading.account.filled,
            "used": reading.account.used,
            "ignored": [vars(item) for item in reading.account.ignored],
        },
    }


def _events(reading: Reading, *, of_duties: bool) -> list[Record]:
    """The steps of the calendar itself, or the times that duties name."""
    parts = (part for part in reading.parts if (part.key == OF_DUTIES) == of_duties)
    return [row for part in parts for row in part.records.get("events", [])]


def _plan(part: Part, row: Record, reading: Reading) -> dict[str, Any]:
    return {
        "title": row.get("title"),
        "sheet": str(row["source_cell"]).rpartition("!")[0],
        "unit": row.get("unit"),
        "process": row.get("process"),
        "fiscal_year_be": row.get("fiscal_year"),
        "activities": [
            _activity(item) for item in part.records.get("activities", []) if item["plan_id"] == row["plan_id"]
        ],
        "kpis": [_kpi(item, reading) for item in part.records.get("kpis", []) if item["plan_id"] == row["plan_id"]],
    }


def _activity(row: Record) -> dict[str, Any]:
    return {
        "cell": row["source_cell"],
        "cells": json.loads(row.get("value_cells") or "{}"),
        **{key: row.get(key) for key in ("no", "stage", "component", "text")},
        **_period(row),
        "target": row.get("target"),
        "owners": _lines(row.get("owners")),
        "status": row.get("status"),
        "percent": row.get("percent"),
    }


def _period(row: Record) -> dict[str, Any]:
    occurrences = [day[:7] for day in (row.get("occurrences") or "").split(";") if day]
    recurs = {"month": row.get("recurs_month"), "every": row.get("recurs_every"), "occurrences": occurrences}
    return {
        "period_text": row.get("period_text"),
        "start": printed(row.get("start"), row.get("precision")),
        "end": printed(row.get("end"), row.get("precision")),
        "precision": row.get("precision"),
        "period_kind": row.get("period_kind"),
        "recurs": recurs if row.get("recurs_every") or occurrences else None,
    }


def _kpi(row: Record, reading: Reading) -> dict[str, Any]:
    levels = [row.get(name) for name in THRESHOLDS]
    results = [result for result in reading.rows("results") if result["kpi_id"] == row["kpi_id"]]
    return {
        "cell": row["source_cell"],
        "name": row["name"],
        "levels": None if None in levels else [_plain(level) for level in levels],
        "level_texts": split_levels(row.get("level_texts")) or None,
        "unit": row.get("unit"),
        "direction": row.get("direction"),
        "weight": _plain(row.get("weight")),
        "target": row.get("target"),
        "result": _plain(results[-1]["actual"]) if results else None,
    }


def _form1(row: Record) -> dict[str, Any]:
    return {
        "cell": row["source_cell"],
        **{key: row.get(key) for key in ("issue", "objective", "kpi", "target", "weight")},
        "knowledge": _lines(row.get("knowledge")),
        "unit": row.get("unit"),
    }


def _event(row: Record) -> dict[str, Any]:
    period = _period(row)
    return {"cell": row["source_cell"], "step": row["text"]} | {
        key: period[key] for key in ("period_text", "start", "end", "precision", "period_kind")
    }


def _ballot(reading: Reading) -> dict[str, Any] | None:
    """The file's first vote; raw ballots are counted as the rule says, with the reason for each that is not."""
    ballots = reading.rows("ballots")
    if not ballots:
        return None
    first = ballots[0]
    identity, limit = first["ballot_id"], first.get("ballot_limit")
    candidates = [row for row in reading.rows("candidates") if row["ballot_id"] == identity]
    marks: dict[str, set[str]] = {}
    for row in reading.rows("marks"):
        if row["ballot_id"] == identity and row["voter"]:
            marks.setdefault(row["voter"], set()).update([row["candidate_id"]] if row["candidate_id"] else [])
    over = [voter for voter, chosen in marks.items() if limit is not None and len(chosen) > limit]
    valid = [chosen for voter, chosen in marks.items() if voter not in over]
    return {
        "voters": first.get("voters"),
        "limit": limit,
        "tally": [
            {
                "candidate": row["process"],
                "unit": row.get("unit"),
                "votes": sum(row["candidate_id"] in chosen for chosen in valid) if marks else row["votes"],
                "cell": row["source_cell"],
            }
            for row in candidates
        ],
        "invalid": [worded("reader_votes.over_limit", voter=voter, limit=limit) for voter in over]
        + [
            f"{problem.found or problem.cell}: {problem.message}"
            for problem in reading.problems
            if problem.code in NOT_COUNTED
        ],
    }


def _lines(text: str | None) -> list[str]:
    return text.split("\n") if text else []


def _plain(value: float | None) -> float | int | None:
    """A whole number without its decimal point."""
    return int(value) if value is not None and value == int(value) else value
