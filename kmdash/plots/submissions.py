"""Who sent its reports in which month: a map of units and months, the score in each cell."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.fiscal import fiscal_months, shown_month
from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels, months
from kmdash.plots.palette import text_on

Row = dict[str, Any]
_ROW, _LEFT, _RIGHT = 36, 250, 130
_FULL = 100.0


def award_map(
    monthly: pd.DataFrame,
    yearly: pd.DataFrame,
    *,
    fiscal_year: int,
    as_of: date,
    theme: str,
    width: int,
    note: str | None = None,
) -> go.Figure:
    """Units (rows, the best of the year first) by months; in each cell how many of those due came on time.

    A month with everything on time is filled, one with nothing is framed in the colour of what is late; ▲ counts
    what did not come. Where the form gave a score, the score stands there. A month in which nothing was due yet is
    left open. ★ marks the winners of a month. The year's rank and score stand at the right.

    Parameters
    ----------
    monthly, yearly : DataFrame
        One row a unit and month, and a unit (``followed_results.AWARDS``).
    fiscal_year : in BE
    as_of : the day of the data
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    order = records(yearly)
    if not order:
        return figure.message(say("award.plot.empty"), theme=theme, width=width)
    if len(order) > figure.MOST_BARS:
        return figure.too_many(len(order), theme=theme, width=width)
    year, k = fiscal_months(fiscal_year), figure.scale(width)
    best = max((row["score"] for row in records(monthly) if row["score"] is not None), default=_FULL)
    cells = {(row["unit"], row["month"]): row for row in records(monthly)}
    canvas = figure.Canvas(theme, width, left=_LEFT * k, right=_RIGHT * k, span=(0, len(year)))
    months.header(canvas, 0, fiscal_year, as_of)
    top = months.HEADER * k
    canvas.right_text(top - 16 * k, say("award.plot.year"), size=14, bold=True, colour=canvas.colours.mute)
    edges = [top + place * _ROW * k for place in range(len(order) + 1)]
    told, chosen = [], []
    for place, row in enumerate(order):
        _unit(canvas, edges[place], row)
        found = [cells.get((row["unit"], month)) for month in year]
        for across, cell in enumerate(found):
            _cell(canvas, across, edges[place], cell, best)
        told.append([_told(canvas, cell) if cell else "" for cell in found])
        chosen.append([mark("award", cell) if cell else None for cell in found])
    canvas.hover(range(len(year) + 1), edges, told, chosen)
    bottom = edges[-1] + 4 * k
    return canvas.figure(bottom + figure.foot(canvas, bottom, [say("award.plot.legend"), note]))


def _unit(canvas: figure.Canvas, top: float, row: Row) -> None:
    """Name at the left; rank and score of the year at the right."""
    k, middle = canvas.k, top + _ROW / 2 * canvas.k
    name = labels.wrapped(row["unit"] or "–", canvas.left - 16 * k, 15 * k, 1, bold=bool(row["winner"]))
    canvas.left_text(middle, name, indent=2, size=15, bold=bool(row["winner"]), chosen=mark("award", row))
    rank = "–" if row["rank"] is None else say("award.plot.rank", rank=row["rank"])
    star = "★ " if row["winner"] else ""
    canvas.right_text(middle, f"{star}{rank}", size=14, bold=bool(row["winner"]))
    canvas.right_text(middle, score(row["score"]), gap=canvas.right - 56 * k, size=15, bold=True)


def _cell(canvas: figure.Canvas, place: int, top: float, row: Row | None, best: float) -> None:
    colours, k = canvas.colours, canvas.k
    x, y = (place + 0.04, place + 0.96), (top + 2 * k, top + (_ROW - 2) * k)
    if row is None or (row["due"] == 0 and row["score"] is None):
        canvas.rect(x, y, None, color=colours.line, width=1, dash="dot")
        if row is not None:
            canvas.text(place + 0.5, top + _ROW / 2 * k, "○", size=13, colour=colours.mute)
        return
    full = _FULL if row["basis"] == "rule" else best
    share = 0.0 if row["score"] is None or not full else min(max(row["score"] / full, 0.0), 1.0)
    fill = colours.seq[4 if share >= 1 else min(int(share * 4), 3)]
    loud = row["missing"] > 0
    canvas.rect(x, y, fill, color=colours.late if loud else colours.outline, width=(2 if loud else 1) * k)
    star = "★" if row["winner"] else ""
    counts = f"{row['on_time']}/{row['due']}" if row["basis"] == "rule" else score(row["score"])
    missing = "".join(f" {sign}{row[name]}" for name, sign in (("late", "◆"), ("missing", "▲")) if row[name])
    canvas.text(
        place + 0.5, top + _ROW / 2 * k, f"{star}{counts}{missing}", size=13.5, bold=True, colour=text_on(fill)
    )


def score(value: float | None) -> str:
    """A score with one decimal, as it stands on a chart; a gap is "–"."""
    return labels.number(None if value is None else round(value, 1))


def _told(canvas: figure.Canvas, row: Row) -> str:
    """The text under the pointer."""
    lines = [f"<b>{canvas.told(row['unit'])}</b> · {shown_month(row['month'])}"]
    lines += [counts(row)]
    if row["rank"] is not None:
        lines += [say("award.plot.scored", score=score(row["score"]), rank=row["rank"])]
    lines += [labels.safe(say("plots.cell", cell=row["source_cell"]))] if row["source_cell"] else []
    return "<br>".join(lines)


def counts(row: Mapping[str, Any]) -> str:
    """What came and what did not, in words."""
    told = say("award.plot.counts", **{name: row[name] for name in ("due", "on_time", "late", "missing")})
    return f"{told} · {say('award.plot.not_due', count=row['not_due'])}" if row["not_due"] else told
