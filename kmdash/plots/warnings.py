"""What is past its day and what is coming: a line an item from the day it is due, late to the right."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.due_board import BOARD, on_board
from kmdash.domain.identity import numbered
from kmdash.domain.marks import Mark, mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels
from kmdash.plots.palette import MARKS, fill_of, status_word
from kmdash.typeset import wrap

Row = dict[str, Any]
MOST_ROWS = 30
_SYMBOLS = {"overdue": "triangle-up", "due": "diamond", "active": "circle", "upcoming": "circle-open"}
_HEAD, _ROW = 34, 34
_WORDS = 130  # pixels for the days beside a mark
_FARTHEST = 90  # days; what lies farther is drawn at the edge, its days beside it
_NEAREST = 20  # days an axis shows at least on each side


def board(warnings: pd.DataFrame, as_of: date, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """One row an activity that is overdue, active or about to start, the latest first, at most ``MOST_ROWS``.

    The middle line is the day an activity is due. What is overdue reaches to the right into the tinted field,
    what is still to come to the left, both by days; beyond three months the mark stands at the edge and only
    the words tell the days. Items without a date, with an unclear one, done, cancelled or far off are not
    drawn, nor are the steps of the committee that no unit is named for, on which nobody reports.

    Parameters
    ----------
    warnings : DataFrame, one row an item (``results.WARNINGS``)
    as_of : the day of the data
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    rows = on_board(warnings, as_of)
    if not rows:
        return figure.message(say("frames.board.calm"), theme=theme, width=width)
    shown = rows[:MOST_ROWS]
    ends = [_at(row) for row in shown]
    k = figure.scale(width)
    left = min(600 * k, 0.48 * width)
    first, last = min([-_NEAREST, *ends]), max([_NEAREST, *ends])
    words = _WORDS * k * (last - first) / (width - left - 2 * _WORDS * k)
    canvas = figure.Canvas(theme, width, left=left, right=0, span=(first - words, last + words))
    bottom = (_HEAD + _ROW * len(shown)) * k
    _field(canvas, bottom)
    start = min(max(wrap.text_width(_plan(row), 14.5 * k, bold=True) for row in shown), 200 * k) + 14 * k
    for place, row in enumerate(shown):
        chosen = mark("item", row)
        _row(canvas, (_HEAD + _ROW * (place + 0.5)) * k, row, start, chosen)
        edges = [(_HEAD + _ROW * (place + side)) * k for side in (0, 1)]
        canvas.hover(canvas.span, edges, [[_told(canvas, row)]], [[chosen]])
    _marks(canvas, shown, ends)
    left_out = len(rows) - len(shown)
    notes = [say("frames.board.more", count=left_out) if left_out else None, note]
    return canvas.figure(bottom + figure.foot(canvas, bottom + 4 * k, notes) + 4 * k)


def _at(row: Row) -> float:
    return float(max(-_FARTHEST, min(row["late"], _FARTHEST)))


def _field(canvas: figure.Canvas, bottom: float) -> None:
    """The field of what is late, the line of the day due, and what the sides mean."""
    colours, k = canvas.colours, canvas.k
    top = _HEAD * k
    canvas.rect((0, canvas.span[1]), (top, bottom), colours.late_field)
    canvas.rule((0, 0), (top, bottom), colours.ink, 2 * k)
    style: dict[str, Any] = {"size": 14, "bold": True, "colour": colours.mute}
    canvas.text(0, top / 2, say("frames.board.due_line"), **style)
    canvas.text(1, top / 2, say("frames.board.after"), paper=True, anchor="right", shift=-8, **style)
    canvas.text(0, top / 2, say("frames.board.before"), paper=True, anchor="left", shift=8, **style)


def _plan(row: Row) -> str:
    return labels.plan_name(row["plan"], row["unit"])


def _row(canvas: figure.Canvas, y: float, row: Row, start: float, chosen: Mark) -> None:
    """Plan and, ``start`` pixels from the edge, activity at the left; the stem, and the days beside its end."""
    colours, k, at = canvas.colours, canvas.k, _at(row)
    head = labels.wrapped(_plan(row), start - 14 * k, 14.5 * k, 1, bold=True)
    canvas.left_text(y, head, indent=2, size=14.5, bold=True, chosen=chosen)
    text = labels.wrapped(numbered(row["no"], row["text"]), canvas.left - start - 12 * k, 14.5 * k, 1)
    canvas.left_text(y, text, indent=start, size=14.5, chosen=chosen)
    late = row["state"] == "overdue"
    canvas.rule((0, at), (y, y), fill_of(row["code"], colours) if late else colours.outline, 4 * k)
    loud = row["code"] in ("overdue", "due")
    ink = colours.late if late else colours.ink if loud else colours.mute
    words = f"{MARKS[row['code']].glyph} " + say(f"frames.board.{row['code']}", days=labels.number(row["days"]))
    side: dict[str, Any] = {"anchor": "left", "shift": 12 * k} if late else {"anchor": "right", "shift": -12 * k}
    canvas.text(at, y, words, size=14, bold=loud, colour=ink, **side)


def _marks(canvas: figure.Canvas, rows: list[Row], ends: list[float]) -> None:
    """The mark at the end of each stem, a shape a status."""
    k = canvas.k
    for code in BOARD:
        members = [(place, row) for place, row in enumerate(rows) if row["code"] == code]
        if members:
            canvas.traces.append(
                go.Scatter(
                    mode="markers",
                    x=[ends[place] for place, _ in members],
                    y=[(_HEAD + _ROW * (place + 0.5)) * k for place, _ in members],
                    marker={
                        "symbol": _SYMBOLS[code],
                        "size": 14 * k,
                        "color": canvas.colours.mute if code == "upcoming" else fill_of(code, canvas.colours),
                        "line": {"color": canvas.colours.ink, "width": 1},
                    },
                    hoverinfo="skip",
                    unselected={"marker": {"opacity": 1}},
                    cliponaxis=False,
                )
            )


def _told(canvas: figure.Canvas, row: Row) -> str:
    """The text under the pointer."""
    lines = [f"<b>{canvas.told(numbered(row['no'], row['text']))}</b>"]
    lines += [f"{MARKS[row['code']].glyph} {status_word(row['code'])}"]
    lines += [canvas.told(row["reason"])] if row["reason"] else []
    lines += [canvas.told(say("plots.gantt.owner", owner=row["owner"]))] if row["owner"] else []
    lines += [labels.safe(say("plots.cell", cell=row["source_cell"]))] if row["source_cell"] else []
    return "<br>".join(lines)
