"""Folding reports one after the other: the plain form of ``kmdash.domain.reports``."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.frames import records
from kmdash.domain.words import say


@dataclass
class Latest:
    """The last word on an activity; ``reported`` is whether there was any.

    ``done_date`` is the day it was completed; where no report names it, the day it was first reported done,
    and ``done_date_reported`` says so. Both fall away when a later report takes the completion back.
    """

    status: str | None = None
    status_text: str | None = None
    reported: bool = False
    reported_on: date | None = None
    done_date: date | None = None
    done_date_reported: bool = False
    postponed_to: date | None = None
    note: str | None = None
    percent: float | None = None


def latest_reports(activities: pd.DataFrame, progress: pd.DataFrame, as_of: date) -> dict[str, Latest]:
    """The last word on every activity as known on a day, by activity id."""
    found: dict[str, Latest] = defaultdict(Latest)
    for activity in records(activities):
        if activity["status"] or activity["status_text"]:
            _add(found[activity["activity_id"]], activity)
    known = [row for row in records(progress) if (_day(row) or date.min) <= as_of]
    for row in sorted(known, key=lambda row: _day(row) or date.min):
        _add(found[row["activity_id"]], row)
    return dict(found)


def _day(row: dict[str, Any]) -> date | None:
    return row["reported_on"] or row["done_on"]


def _add(latest: Latest, row: dict[str, Any]) -> None:
    """Write one report over what was known before it; a plan's row is a report without dates."""
    reported_on, done_on = row.get("reported_on"), row.get("done_on")
    latest.reported = True
    latest.reported_on = reported_on or latest.reported_on
    latest.note = row["note"] or latest.note
    latest.postponed_to = row.get("postponed_to") or latest.postponed_to
    status = row["status"]
    if status is not None or row["percent"] is not None:
        latest.percent = row["percent"]
    if status is None:
        return
    if status != "done":
        latest.done_date, latest.done_date_reported = None, False
    elif done_on:
        latest.done_date, latest.done_date_reported = done_on, False
    elif latest.done_date is None:
        latest.done_date, latest.done_date_reported = reported_on, reported_on is not None
    latest.status = status
    latest.status_text = row["status_text"] or say(f"measure.status.{status}")
