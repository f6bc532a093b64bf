"""Recurring activities by fiscal year: rows of activities, a cell a year."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels
from kmdash.plots.palette import MARKS, fill_of, status_word, text_on

_HEAD, _ROW, _WIDEST = 34, 50, 230
_MOST = 40  # activities: two screens of rows


def by_year(years: pd.DataFrame, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """One row an activity, one column a fiscal year: its state by sign and word, and the share of its checklist.

    Parameters
    ----------
    years : DataFrame (``learned_results.YEARS``)
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    rows: dict[tuple[str, str], dict[int, dict[str, Any]]] = {}
    for row in records(years):
        rows.setdefault((row["office"] or "", row["key"]), {})[row["of_year"]] = row
    if not rows:
        return figure.message(say("lessons.no_years"), theme=theme, width=width)
    if len(rows) > _MOST:
        return figure.too_many(len(rows), theme=theme, width=width, most=_MOST)
    told = sorted({year for cells in rows.values() for year in cells})
    k = figure.scale(width)
    left = max(min(560 * k, 0.5 * width), width - 24 * k - _WIDEST * k * len(told))
    canvas = figure.Canvas(theme, width, left=left, right=12 * k, span=(0, len(told)))
    for place, year in enumerate(told):
        canvas.text(place + 0.5, _HEAD / 2 * k, str(year), size=15, bold=True)
    edges = [(_HEAD + place * _ROW) * k for place in range(len(rows) + 1)]
    hovers, marks = [], []
    for top, cells in zip(edges, rows.values(), strict=False):
        name = labels.wrapped(next(iter(cells.values()))["name"], canvas.left - 20 * k, 14.5 * k, 2)
        canvas.left_text(top + _ROW / 2 * k, name, indent=4, size=14.5)
        for place, year in enumerate(told):
            _cell(canvas, place, top, cells.get(year))
        hovers.append([_told(canvas, cells[year]) if year in cells else "" for year in told])
        marks.append([mark("in_year", cells[year]) if year in cells else None for year in told])
    canvas.hover(range(len(told) + 1), edges, hovers, marks)
    bottom = edges[-1] + 4 * k
    return canvas.figure(bottom + figure.foot(canvas, bottom, [note]))


def _cell(canvas: figure.Canvas, place: int, top: float, row: dict[str, Any] | None) -> None:
    k, colours = canvas.k, canvas.colours
    x, y = (place + 0.02, place + 0.98), (top + 2 * k, top + (_ROW - 2) * k)
    if row is None:
        canvas.rect(x, y, None, color=colours.line, width=1, dash="dot")
        return
    fill = fill_of(row["state"], colours)
    loud = row["state"] == "overdue"
    canvas.rect(x, y, fill, color=colours.late if loud else colours.outline, width=(2 if loud else 1) * k)
    text = f"{MARKS[row['state']].glyph} {status_word(row['state'])}"
    ink = text_on(fill)
    if row["steps"] is None:
        canvas.text(place + 0.5, top + _ROW / 2 * k, text, size=14, bold=True, colour=ink)
        return
    canvas.text(place + 0.5, top + 0.32 * _ROW * k, text, size=14, bold=True, colour=ink)
    done = say("lessons.ticked", ticked=row["ticked"], steps=row["steps"])
    canvas.text(place + 0.5, top + 0.7 * _ROW * k, done, size=13, colour=ink)


def _told(canvas: figure.Canvas, row: dict[str, Any]) -> str:
    """The text under the pointer."""
    lines = [f"<b>{canvas.told(row['name'])}</b> · {row['of_year']}", labels.safe(status_word(row["state"]))]
    lines += [canvas.told(row["result"])] if row["result"] else []
    lines += [labels.safe(say("plots.cell", cell=row["source_cell"]))] if row["source_cell"] else []
    return "<br>".join(lines)
