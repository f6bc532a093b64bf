"""The chapters of time: how the work keeps up, what comes in the next two months, what is overdue or due soon."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from kmdash.domain import titles
from kmdash.domain.fiscal import month_name, shown_date, shown_month
from kmdash.domain.frames import records
from kmdash.domain.states import DONE
from kmdash.domain.words import say
from kmdash.plots.labels import number
from kmdash.plots.palette import LIGHT
from kmdash.reports.book.pages import (
    LISTED,
    Cell,
    Chart,
    Column,
    Look,
    Page,
    Series,
    Table,
    columns,
    glyph,
    plain,
    state_fill,
    told,
)
from kmdash.reports.book.paging import divided
from kmdash.reports.book.subject import Subject, source

Row = dict[str, Any]
_TOGETHER = 0.08  # of the axis: nearer than a line of words is high
_TOLD_STATES = ("overdue", "active", "upcoming")


def curve(subject: Subject) -> list[Page]:
    """Activities planned and done, added up month by month, as lines; nothing where no activity is due."""
    rows, title = records(subject.brief.progress), titles.curve(subject.brief.progress, subject.brief.as_of)
    if not any(row["planned"] for row in rows):
        return [Page("progress", title)]
    lines = {
        "planned": Look(LIGHT.mute, dash="dash"),
        "actual": Look(LIGHT.done),
        "forecast": Look(LIGHT.doing, dash="dot"),
    }
    values = {name: tuple(row[name] for row in rows) for name in lines}
    drawn = {name: found for name, found in values.items() if name != "forecast" or set(found) != {None}}
    most = max(value for found in drawn.values() for value in found if value is not None)
    told = _ends(drawn, most)
    series = tuple(
        Series(say(f"book.curve.{name}"), found, lines[name], told=told[name]) for name, found in drawn.items()
    )
    months = tuple(_month(row["month"], place) for place, row in enumerate(rows))
    chart = Chart("lines", title, months, series, most)
    notes = [
        say(
            "plots.progress.point",
            month=shown_month(row["month"]),
            planned=number(row["planned"]),
            actual=number(row["actual"]),
        )
        for row in rows
    ]
    return [Page("progress", title, (say("overview.curve"),), chart=chart, notes=tuple(notes))]


def _ends(lines: dict[str, tuple[float | None, ...]], most: float) -> dict[str, tuple[tuple[int, str], ...]]:
    """What is told at the end of each line, with its place; of lines that end together, at the first of them."""
    told: dict[str, tuple[int, float, str]] = {}
    for name, values in lines.items():
        known = [(place, value) for place, value in enumerate(values) if value is not None]
        if not known:
            continue
        place, value = known[-1]
        text = say(f"plots.progress.{name}", count=number(round(value, 1)))
        together = (
            other for other, (at, height, _) in told.items() if at == place and abs(height - value) < _TOGETHER * most
        )
        beside = next(together, None)
        if beside is None:
            told[name] = (place, value, text)
        else:
            at, height, words = told[beside]
            told[beside] = (at, height, f"{words} · {text}")
    return {name: ((told[name][0], told[name][2]),) if name in told else () for name in lines}


def _month(month: date, place: int) -> str:
    """The name of a month, with its year where a year begins."""
    return shown_month(month) if place == 0 or month.month == 1 else month_name(month)


def next_months(as_of: date) -> list[date]:
    """The first days of the months that the two months from a day touch.

    >>> [month.isoformat() for month in next_months(date(2019, 6, 15))]
    ['2019-06-01', '2019-07-01', '2019-08-01']
    >>> [month.isoformat() for month in next_months(date(2019, 12, 1))]
    ['2019-12-01', '2020-01-01']
    """
    end = (pd.Timestamp(as_of) + pd.DateOffset(months=2)).date() - timedelta(days=1)
    return [month.date() for month in pd.date_range(as_of.replace(day=1), end, freq="MS")]


def calendar(subject: Subject) -> list[Page]:
    """What is to be done in the months that the two months from the day touch, one row an item, by its last month."""
    frame, months = subject.brief.calendar, next_months(subject.brief.as_of)
    open_ones = frame[frame["month"].isin([pd.Timestamp(month) for month in months])]
    rows = records(open_ones[~open_ones["state"].isin([*DONE, "cancelled"])])
    items: dict[str, list[Row]] = {}
    for row in rows:
        items.setdefault(row["item_id"], []).append(row)
    span = {"first": shown_month(months[0]), "last": shown_month(months[-1])}
    if not items:
        return [Page("calendar", say("book.calendar.none", **span))]
    due = sum(any(row["due"] for row in own) for own in items.values())
    title = say("book.calendar.title", count=len(items), due=due, **span)
    ordered = sorted(items.values(), key=lambda own: (own[-1]["band"], own[-1]["month"], own[0]["month"]))
    heads = columns(month=1.4, no=0.6, text=3.7, plan=1.4, unit=1.6, due_day=1.2, state=1.8)
    table = Table(heads, tuple(_item(subject, own) for own in ordered), most=LISTED)
    notes = [source(own[0], subject.plan(own[0]), own[0]["no"], own[0]["period_text"]) for own in ordered]
    return divided(Page("calendar", title, (_load(subject, months),), table, notes=tuple(notes)))


def _load(subject: Subject, months: list[date]) -> str:
    """How much of the plans' work lies in each of the months."""
    load = {row["month"]: row for row in records(subject.brief.load)}
    return " · ".join(
        say("book.calendar.load", month=shown_month(month), **{name: load[month][name] for name in ("active", "due")})
        for month in months
        if month in load
    )


def _item(subject: Subject, own: list[Row]) -> tuple[Cell, ...]:
    first, last = own[0], own[-1]
    whole = (
        month_name(first["month"]) if first is last else f"{month_name(first['month'])} – {month_name(last['month'])}"
    )
    dues = [shown_month(row["month"]) for row in own if row["due"]]
    cells = plain(
        say("column.band") if first["band"] else whole,
        first["no"],
        first["text"],
        subject.plan(first) if first["plan_id"] else say("book.of_committee"),
        first["unit"],
        dues[-1] if dues else None,
    )
    return (*cells, Cell(glyph(first["state"]), state_fill(first["state"])))


def warnings(subject: Subject) -> list[Page]:
    """Every item overdue, then those due soon, then those that begin soon; with the days and the reason."""
    frame = subject.brief.warnings
    title = titles.warnings(frame)
    rows = [
        row
        for row in records(frame)
        if row["state"] in ("overdue", "upcoming") or (row["state"] == "active" and row["due_soon"])
    ]
    if not rows:
        return [Page("warnings", title)]
    rows.sort(key=_urgency)
    heads = (
        *columns(state=1.6, plan=1.4, unit=1.6, no=0.6, text=3.4, due_day=1.4),
        Column(say("book.warnings.days"), 1.9),
    )
    table = Table(heads, tuple(_warning(subject, row) for row in rows), most=LISTED)
    notes = [source(row, subject.plan(row), row["no"], row["reason"]) for row in rows]
    counts = (f"{glyph(state)} {sum(row['state'] == state for row in rows)}" for state in _TOLD_STATES)
    return divided(Page("warnings", title, (told(" · ".join(counts)),), table, notes=tuple(notes)))


def _urgency(row: Row) -> tuple[int, bool, int]:
    """Overdue first, of each state the plans' activities before the committee's steps, the most urgent first."""
    days = row["days"] or 0
    return _TOLD_STATES.index(row["state"]), row["plan_id"] is None, -days if row["state"] == "overdue" else days


def _warning(subject: Subject, row: Row) -> tuple[Cell, ...]:
    state = "due" if row["state"] == "active" else row["state"]
    word = f"◆ {say('plots.due_soon')}" if state == "due" else glyph(state)
    days = say(f"book.days.{row['state']}", days=row["days"])
    silent = f" · {say('column.never_reported')}" if row["never_reported"] else ""
    return (
        Cell(word, state_fill(state), bold=state == "overdue"),
        *plain(
            subject.plan(row),
            row["unit"],
            row["no"],
            row["text"],
            shown_date(row["due"]) if row["due"] else None,
            days + silent,
        ),
    )
