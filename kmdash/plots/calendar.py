"""How many activities run in each month of the fiscal year: a map of plans and months."""

from collections import Counter
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.fiscal import fiscal_months, shown_month
from kmdash.domain.frames import records
from kmdash.domain.identity import numbered
from kmdash.domain.marks import COMMITTEE, EVERY, Mark, mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels, months
from kmdash.plots.palette import MARKS, text_on

Row = dict[str, Any]
_ROW, _TOTAL = 46, 36
_TOLD = 8  # items named under the pointer


def year_map(
    calendar: pd.DataFrame, *, fiscal_year: int, as_of: date, theme: str, width: int, note: str | None = None
) -> go.Figure:
    """Plans (rows) by months of the fiscal year, with the number of activities running in each.

    The committee's steps are a row of their own below the plans' sums and are never added to them.
    Whole-year items are a thin line below the cells and, like cancelled ones, not counted. Items outside
    the year are told in the notes. The month of the data has a dotted frame.

    Parameters
    ----------
    calendar : DataFrame, one row an item and month (``columns.CALENDAR``)
    fiscal_year : in BE
    as_of : the day of the data
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    year = fiscal_months(fiscal_year)
    rows = records(calendar)
    inside = [row for row in rows if row["month"] in year]
    if not inside:
        return figure.message(say("plots.calendar.empty", year=fiscal_year), theme=theme, width=width)
    plans = _plans(inside)
    if len(plans) > figure.MOST_BARS:
        return figure.too_many(len(plans), theme=theme, width=width)
    k = figure.scale(width)
    canvas = figure.Canvas(theme, width, left=min(200 * k, 0.3 * width), right=12, span=(0, 12))
    top = months.HEADER * k
    months.header(canvas, 0, fiscal_year, as_of)
    y = _matrix(canvas, top, plans, year)
    committee = [row for row in inside if row["layer"] == "committee"]
    y = _totals(canvas, y, [row for items in plans for row in items], committee, year)
    for place, month in enumerate(year):
        if (month.year, month.month) == (as_of.year, as_of.month):
            frame = {"color": canvas.colours.ink, "width": 2 * k, "dash": "dot"}
            canvas.rect((place + 0.01, place + 0.99), (top - 1, y - 4 * k), None, **frame)
    outside = len({row["item_id"] for row in rows} - {row["item_id"] for row in inside})
    more = say("plots.calendar.outside", year=fiscal_year, count=outside) if outside else None
    y += 6 * k
    return canvas.figure(y + figure.foot(canvas, y, [say("plots.calendar.counted"), more, note]))


def _plans(rows: list[Row]) -> list[list[Row]]:
    """The rows of each plan, plans in the order they come; the committee's are not among them."""
    plans: dict[Any, list[Row]] = {}
    for row in rows:
        if row["layer"] != "committee":
            plans.setdefault(row["plan_id"], []).append(row)
    return list(plans.values())


def _matrix(canvas: figure.Canvas, top: float, plans: list[list[Row]], year: list[date]) -> float:
    """A row a plan; gives the y below them."""
    edges, told, marks = [top], [], []
    for rows in plans:
        height = _ROW * canvas.k
        _name(canvas, edges[-1], rows)
        for place, month in enumerate(year):
            _cell(canvas, place, edges[-1], [row for row in rows if row["month"] == month])
        months_told = [_told(canvas, [row for row in rows if row["month"] == month]) for month in year]
        told.append(months_told)
        marks.append(
            [_mark(rows[0]["plan_id"], month) if text else None for month, text in zip(year, months_told, strict=True)]
        )
        edges.append(edges[-1] + height)
    if plans:
        canvas.hover(range(13), edges, told, marks)
    return edges[-1]


def _mark(whose: str, month: date) -> Mark:
    return "month", whose, month.isoformat()


def _counts(row: Row) -> bool:
    """Whether a row adds to its month's load."""
    return not row["band"] and row["state"] != "cancelled"


def _name(canvas: figure.Canvas, top: float, rows: list[Row]) -> None:
    bands = len({row["item_id"] for row in rows if row["band"]})
    body = say("plots.calendar.bands", count=bands) if bands else None
    plan, unit, room = rows[0]["plan"], rows[0]["unit"], canvas.left - 12 * canvas.k
    text = labels.plan_heading(plan, unit, body, room, k=canvas.k, colour=canvas.colours.mute, most=2)
    canvas.left_text(top + _ROW / 2 * canvas.k, text, indent=2, size=15, chosen=mark("plan", rows[0]))


def _cell(canvas: figure.Canvas, place: int, top: float, rows: list[Row]) -> None:
    colours, k = canvas.colours, canvas.k
    counted = sum(map(_counts, rows))
    x, y = (place + 0.03, place + 0.97), (top + 2 * k, top + (_ROW - 2) * k)
    fill = colours.seq[min(counted, 4)] if counted else colours.bg
    canvas.rect(x, y, fill, color=colours.grid, width=1)
    if counted:
        canvas.text(place + 0.5, sum(y) / 2, str(counted), size=17, colour=text_on(fill))
    if any(row["band"] for row in rows):
        canvas.rect((place, place + 1), (y[1] - 4 * k, y[1]), colours.doing)


def _totals(canvas: figure.Canvas, top: float, rows: list[Row], committee: list[Row], year: list[date]) -> float:
    """The plans' sums per month, what is due in it, and the committee's steps; gives the y below them."""
    k, y = canvas.k, top + 6 * canvas.k
    active = Counter(row["month"] for row in rows if _counts(row))
    due = Counter(row["month"] for row in rows if _counts(row) and row["due"])
    _sums(canvas, y, say("plots.calendar.total"), active, year, bold=True)
    _sums(canvas, y + _TOTAL * k, say("plots.calendar.due_total"), due, year)
    whole = [_mark(EVERY, month) if active[month] else None for month in year]
    canvas.hover(range(13), [y, y + 2 * _TOTAL * k], [[""] * 12], [whole])
    y += 2 * _TOTAL * k
    if committee:
        canvas.wide_rule(y, canvas.colours.line)
        counts = Counter(row["month"] for row in committee)
        _sums(canvas, y, say("plots.calendar.committee"), counts, year, mark="■ ")
        told = [_told(canvas, [row for row in committee if row["month"] == month]) for month in year]
        marks = [_mark(COMMITTEE, month) if text else None for month, text in zip(year, told, strict=True)]
        canvas.hover(range(13), [y, y + _TOTAL * k], [told], [marks])
        y += _TOTAL * k
    return y


def _sums(
    canvas: figure.Canvas,
    top: float,
    name: str,
    counts: Counter[date],
    year: list[date],
    *,
    bold: bool = False,
    mark: str = "",
) -> None:
    middle, mute = top + _TOTAL / 2 * canvas.k, canvas.colours.mute
    canvas.left_text(middle, name, indent=2, size=15, bold=bold, colour=None if bold else mute)
    for place, month in enumerate(year):
        if bold or counts[month]:
            text = f"{mark}{counts[month]}"
            canvas.text(place + 0.5, middle, text, size=17, bold=bold, colour=None if bold else mute)


def _told(canvas: figure.Canvas, rows: list[Row]) -> str:
    """The text under the pointer: month and items, each with its status."""
    if not rows:
        return ""
    month = rows[0]["month"]
    lines = [f"<b>{shown_month(month)}</b>"]
    for row in rows[:_TOLD]:
        glyph = MARKS[row["state"]].glyph if row["state"] in MARKS else ""
        name = numbered(row["no"], row["text"])
        lines.append(labels.wrapped(f"{glyph} {name}", 420 * canvas.k, 15 * canvas.k, 2))
    if len(rows) > _TOLD:
        lines.append(say("plots.calendar.more", count=len(rows) - _TOLD))
    return "<br>".join(lines)
