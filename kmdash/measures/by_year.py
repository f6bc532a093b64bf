"""Activities that recur each fiscal year: the state and result of each in every year, side by side."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import fiscal_year_of, fiscal_year_span, month_end
from kmdash.domain.frames import frame, records
from kmdash.domain.identity import match_key, numbered
from kmdash.domain.items import whereabouts
from kmdash.domain.learned_results import YEARS
from kmdash.domain.register import Register
from kmdash.domain.states import WITHIN
from kmdash.domain.steps import steps_of_activity

Row = dict[str, Any]
Span = tuple[date | None, date | None]
_DONE, _CANCELLED = "done", "cancelled"


def by_year(register: Register, day_of: Callable[[int], date], *, within: int = WITHIN) -> pd.DataFrame:
    """What became of each recurring activity in each fiscal year.

    An activity recurs where its period does, where it runs over several fiscal years, where the plans of several
    years of the office have it in the same words, or where something is told of it by year. In a year it is done or
    cancelled where that was told of the year; else its time in the year decides. Nothing is taken from another year.

    Parameters
    ----------
    register : all years of one office or several
    day_of : the day on which a fiscal year (BE) is looked at

    Returns
    -------
    DataFrame, one row an activity and year, activities in the register's order (``learned_results.YEARS``)
        ``steps`` and ``ticked`` are of the checklist; nothing ticked is 0, no checklist is missing.
    """
    plans = {plan["plan_id"]: plan for plan in records(register.plans)}
    told = {(row["activity_id"], row["of_year"]): row for row in records(register.activity_years)}
    reports = _reports(register)
    keys: dict[tuple[Any, str], set[int]] = {}
    rows: list[Row] = []
    for activity in records(register.activities):
        plan = plans.get(activity["plan_id"])
        if plan is None or plan["fiscal_year"] is None:
            continue
        spans = _spans(activity, plan["fiscal_year"])
        years = {*spans, *(year for one, year in told if one == activity["activity_id"])}
        key = match_key(activity["text"] or "")
        keys.setdefault((plan["office"], key), set()).update(years)
        for year in sorted(years):
            here = (activity["activity_id"], year)
            found = _year(activity, spans.get(year, (None, None)), told.get(here), reports.get(here, []))
            rows.append({**whereabouts(plan), **found, "key": key, "of_year": year})
    several = [row for row in rows if len(keys[row["office"], row["key"]]) > 1 or row["year_id"]]
    return frame(YEARS, [_judged(row, day_of(row["of_year"]), within) for row in _told_apart(several)])


def _told_apart(rows: list[Row]) -> list[Row]:
    """The rows, with a key of their own for each of several activities of one office, year and text.

    An activity goes on where one of its own words and unit, else of its own words, has nothing in its years yet.
    """
    strands: dict[tuple[Any, str], list[tuple[Any, set[int]]]] = {}
    keys: dict[str, str] = {}
    years: dict[str, set[int]] = {}
    for row in rows:
        years.setdefault(row["activity_id"], set()).add(row["of_year"])
    for row in rows:
        if row["activity_id"] in keys:
            continue
        known, own = strands.setdefault((row["office"], row["key"]), []), years[row["activity_id"]]
        free = [place for place, (_, taken) in enumerate(known) if not taken & own]
        place = next((place for place in free if known[place][0] == row["unit"]), next(iter(free), len(known)))
        if place == len(known):
            known.append((row["unit"], set()))
        known[place][1].update(own)
        keys[row["activity_id"]] = f"{row['key']} {place + 1}" if place else row["key"]
    return [{**row, "key": keys[row["activity_id"]]} for row in rows]


def _spans(activity: Row, fiscal_year: int) -> dict[int, Span]:
    """The time of an activity in each fiscal year it has any in; without a time its plan's own year."""
    months = [date.fromisoformat(day) for day in (activity["occurrences"] or "").split(";") if day]
    found: dict[int, Span] = {}
    for day in months:
        year = fiscal_year_of(day)
        first = found.get(year, (day, None))[0]
        found[year] = (first, day if activity["precision"] == "day" else month_end(day))
    start, end = activity["start"], activity["end"]
    if start and end and not found:
        for year in range(fiscal_year_of(start), fiscal_year_of(end) + 1):
            first, last = fiscal_year_span(year)
            found[year] = (max(start, first), min(end, last))
    return found or {fiscal_year: (start, end)}


def _reports(register: Register) -> dict[tuple[str, int], list[Row]]:
    """The progress reports of each activity by the fiscal year they tell of."""
    found: dict[tuple[str, int], list[Row]] = {}
    for row in records(register.progress):
        day = row["done_on"] or row["reported_on"]
        if day is not None:
            found.setdefault((row["activity_id"], fiscal_year_of(day)), []).append(row)
    return found


def _year(activity: Row, span: Span, told: Row | None, reports: list[Row]) -> Row:
    steps = steps_of_activity(activity)
    last = max(reports, key=lambda row: row["reported_on"] or date.min) if reports else None
    places = [int(place) for place in (told["ticked"] or "").split(",") if place] if told else []
    ticks = [place for place in places if place <= len(steps)]
    said = told or last or {}
    return {
        **{name: activity[name] for name in ("activity_id", "no", "owner", "source_cell", "source_file")},
        "name": numbered(activity["no"], activity["text"]),
        "start": span[0],
        "due": span[1],
        "state": (told["status"] if told else None) or (last["status"] if last else None),
        "told": bool(told or last),
        "steps": len(steps) or None,
        "ticked": len(ticks) if steps else None,
        "ticks": ",".join(map(str, ticks)) or None,
        "result": (told or {}).get("result") or (last or {}).get("note"),
        "conclusions": activity["lessons"],
        "constructed": said.get("constructed"),
        "year_id": (told or {}).get("year_id"),
        "year_cell": said.get("source_cell"),
        "year_file": said.get("source_file"),
    }


def _judged(row: Row, day: date, within: int) -> Row:
    """The row with its state on a day instead of what was told of it."""
    start, due, told = row["start"], row["due"], row["state"]
    if told in (_DONE, _CANCELLED):
        state = told
    elif due is None:
        state = "no_date"
    elif day > due:
        state = "overdue"
    elif start is None or start <= day:
        state = "active"
    else:
        state = "upcoming" if start <= day + timedelta(days=within) else "not_yet"
    return {**row, "state": state}
