"""Since when changes are told: the last meeting, a version or a day; and how many there are of what."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
import streamlit as st

from kmdash.domain.behind import Item
from kmdash.domain.behind_rows import of_rows
from kmdash.domain.fiscal import fiscal_year_span, shown_date
from kmdash.domain.frames import records
from kmdash.domain.marks import Mark, marks, recorded
from kmdash.domain.register import Register, resolved_by, selected
from kmdash.domain.viewpoint import day_of
from kmdash.domain.words import say
from kmdash.ui import columns, filters, session
from kmdash.ui.choice import version_labels
from kmdash.ui.pieces import Tile, tiles
from kmdash.ui.session import View
from kmdash.ui.tables import downloads, grid, headed, table

_USUAL = timedelta(days=30)  # without a meeting to begin at
_TILES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "results": ("done", ("reported", "withdrawn", "rescored")),
    "finished": ("done", ("finished",)),
    "late": ("late", ("late",)),
    "moved": ("due", ("moved", "cancelled", "reopened")),
    "plans": ("", ("plan_added", "plan_removed", "activity_added", "activity_removed", "kpi_added", "kpi_removed")),
    "reworded": ("", ("progressed", "reworded", "other_data")),
    "votes": ("", ("vote_added", "vote_removed", "vote_changed")),
    "decided": ("", ("vote_decided", "resolved", "resolution_withdrawn")),
}


@dataclass(frozen=True)
class Since:
    """The look that is compared with now: the register then, the day it is judged on, and what it is called."""

    key: str
    register: Register
    day: date
    label: str
    note: str = ""


def chosen(view: View, versions: pd.DataFrame) -> Since:
    """What the list chooses, which the link keeps: a meeting, a version or a day; else the last meeting."""
    meetings = {row["meeting_id"]: row for row in records(view.register.meetings)[::-1]}
    now = view.everything.version or 0
    earlier = versions[versions["number"] < now]
    first, _ = fiscal_year_span(view.fiscal_year)
    days = {day.date().isoformat(): day.date() for day in pd.date_range(first, view.as_of)[::-1]}
    choices = {
        **{key: _meeting(row["name"], row["held_on"]) for key, row in meetings.items()},
        **version_labels(earlier),
        **{key: say("changes.day", day=shown_date(day)) for key, day in days.items()},
    }
    asked = filters.linked("since")
    usual = next(iter(meetings), max(first, view.as_of - _USUAL).isoformat())
    key = asked if asked in choices else usual
    with st.container(width=460):
        filters.select("since", say("changes.since"), choices, key)
    if key in meetings:
        row = meetings[key]
        return Since(key, _at(view, row["shown_version"]), row["as_of"], choices[key])
    if key in days:
        return _of_day(view, versions, key, days[key])
    number = int(key)
    stored = versions.loc[versions["number"] == number, "stored_at"].iloc[0].date()
    day, _ = day_of(_at(view, number, narrowed=False), view.fiscal_year, stored)
    return Since(key, _at(view, number), day, choices[key])


def _meeting(name: str, held_on: date) -> str:
    return say("changes.meeting", name=name, day=shown_date(held_on))


def _of_day(view: View, versions: pd.DataFrame, key: str, day: date) -> Since:
    """The newest version stored by the end of a day; where there was none, what is known now, judged on that day."""
    label, now = say("changes.day", day=shown_date(day)), view.everything.version
    by_then = versions[[stored.date() <= day for stored in versions["stored_at"]]]
    if by_then.empty:
        return Since(key, resolved_by(view.register, day), day, label, say("changes.nothing_stored"))
    if now is not None and by_then["number"].max() >= now:
        return Since(key, resolved_by(view.register, day), day, label)
    return Since(key, _at(view, int(by_then["number"].max())), day, label)


def _at(view: View, version: int, *, narrowed: bool = True) -> Register:
    """The register at a version, under the filters of the view."""
    return selected(
        session.register(version),
        office=[view.office] if view.office else [],
        fiscal_year=[view.fiscal_year],
        plan=[view.plan] if narrowed and view.plan else [],
        unit=[view.unit] if narrowed and view.unit else [],
    )


def show(found: pd.DataFrame, since: Since) -> None:
    """How many changes of what, then every one of them with its cell."""
    counts = Counter(found["kind"])
    tiles(
        Tile(say(f"changes.{name}"), str(sum(counts[kind] for kind in kinds)), mark=mark if found.size else "")
        for name, (mark, kinds) in _TILES.items()
    )
    title = say("changes.table", since=since.label)
    if len(found):
        table(headed(found, columns.SINCE), "since", title, opened=True, label=title, marks=marks("changed", found))


def behind(view: View, since: Since) -> dict[str, Callable[[Mark], list[Item]]]:
    """What stands behind a change, in the one look or the other."""
    return {"changed": lambda mark: of_rows(mark, view.register, since.register) or []}


def resolutions(view: View) -> None:
    """Everything resolved for this office and year, the newest first, and the meetings that were marked."""
    resolved, meetings = view.register.resolutions, view.register.meetings
    if len(resolved):
        title = say("changes.resolutions", count=len(resolved))
        st.subheader(title, anchor=False)
        newest = resolved[::-1]
        shown = headed(newest, columns.RESOLUTIONS)
        grid(shown, "resolutions", title, recorded("resolutions", newest))
        downloads(shown, "resolutions", title)
    if len(meetings):
        title = say("changes.meetings", count=len(meetings))
        newest = meetings[::-1]
        marks_of = recorded("meetings", newest)
        table(headed(newest, columns.MEETINGS), "meetings", title, label=title, marks=marks_of)
