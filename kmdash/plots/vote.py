"""Which processes were chosen: ranked bars, shared ranks, the cut line, ties."""

from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels
from kmdash.plots.palette import tokens
from kmdash.typeset import wrap

Row = dict[str, Any]
_TOP, _ONE_LINE, _TWO_LINES, _CUT = 8, 33, 41, 26


def vote(frame: pd.DataFrame, seats: int | None, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """Candidates by rank, those chosen solid, the others hatched, a line below the last seat.

    A tie across the line is amber on both sides with the words that a decision is needed: nothing is chosen
    by the chart. Once it is decided the line stands below the tied set. Other ties have a bracket. A candidate
    without counted votes has no bar and "–".

    Parameters
    ----------
    frame : DataFrame, one row a candidate of one ballot, in the order to show (``columns.TALLY``)
    seats : how many are chosen; None draws no line
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below, such as the day of the data

    Raises
    ------
    ValueError
        If the frame holds more than one ballot.
    """
    if frame.empty:
        return figure.message(say("plots.vote.empty"), theme=theme, width=width)
    ballots = frame["ballot_id"].dropna().unique()
    if len(ballots) > 1:
        raise ValueError(f"frame must hold one ballot, not {sorted(ballots)}")
    if len(frame) > figure.MOST_BARS:
        return figure.too_many(len(frame), theme=theme, width=width)
    rows = records(frame)
    k, most = figure.scale(width), max([1, *(row["votes"] or 0 for row in rows)])
    canvas = figure.Canvas(theme, width, left=min(500 * k, 0.5 * width), right=14, span=(0, most * 1.28))
    columns = _columns(canvas, rows)
    cut = _cut_after(rows, seats)
    centres, heights, y = [], [], _TOP * k
    for place, row in enumerate(rows):
        if cut is not None and place == cut[0]:
            y = _cut(canvas, y, cut[1])
        text, height = _text(canvas, row, columns)
        _label(canvas, y + height / 2, row, text, columns)
        centres.append(y + height / 2)
        heights.append(height)
        y += height
    _bars(canvas, rows, centres)
    _ties(canvas, rows, centres, heights)
    for row, middle, height in zip(rows, centres, heights, strict=True):
        edges = [middle - height / 2, middle + height / 2]
        canvas.hover(canvas.span, edges, [[_told(canvas, row)]], [[mark("candidate", row)]])
    y += 6 * k
    return canvas.figure(y + figure.foot(canvas, y, [note]))


def _columns(canvas: figure.Canvas, rows: list[Row]) -> tuple[float, float]:
    """Where the unit and the process begin, in pixels from the left edge."""
    size = 14 * canvas.k
    unit = max(wrap.text_width(row["unit"] or "", size, bold=True) for row in rows)
    start = 32 * canvas.k
    return start, start + min(unit, 0.34 * canvas.left) + 12 * canvas.k


def _text(canvas: figure.Canvas, row: Row, columns: tuple[float, float]) -> tuple[tuple[str, str], float]:
    """Unit and process in lines, and the height of their row."""
    k = canvas.k
    unit = labels.wrapped(row["unit"], columns[1] - columns[0] - 6 * k, 14 * k, 2, bold=True)
    process = labels.wrapped(row["process"], canvas.left - columns[1] - 12 * k, 13.5 * k, 2)
    two = "<br>" in unit or "<br>" in process
    return (unit, process), (_TWO_LINES if two else _ONE_LINE) * k


def _label(canvas: figure.Canvas, y: float, row: Row, text: tuple[str, str], columns: tuple[float, float]) -> None:
    ink = canvas.colours.mute if row["selected"] is False else canvas.colours.ink
    chosen = mark("candidate", row)
    canvas.left_text(y, labels.number(row["rank"]), indent=4, size=15, bold=True, colour=ink)
    canvas.left_text(y, text[0], indent=columns[0], size=14, bold=True, chosen=chosen)
    canvas.left_text(y, text[1], indent=columns[1], size=13.5, chosen=chosen)


def _cut_after(rows: list[Row], seats: int | None) -> tuple[int, int] | None:
    """How many rows stand above the cut line, and how many are chosen: a decided tie is not cut through."""
    decided = [place for place, row in enumerate(rows) if row["tied_at_cut"] and row["selected"] is not None]
    if decided:
        return decided[-1] + 1, sum(bool(row["selected"]) for row in rows)
    return None if seats is None else (seats, seats)


def _cut(canvas: figure.Canvas, y: float, seats: int) -> float:
    """The line below the last seat and its words; gives the y below them."""
    late, k = canvas.colours.late, canvas.k
    canvas.wide_rule(y + 5 * k, late, 2.5 * k)
    text = say("plots.vote.cut", seats=seats)
    canvas.left_text(y + 18 * k, text, indent=4, size=14, bold=True, colour=late)
    return y + _CUT * k


def _bars(canvas: figure.Canvas, rows: list[Row], centres: list[float]) -> None:
    by_look: dict[figure.Look, list[tuple[Row, float]]] = {}
    for row, y in zip(rows, centres, strict=True):
        by_look.setdefault(_look(canvas, row), []).append((row, y))
        text = labels.number(row["votes"])
        canvas.text(row["votes"] or 0, y, text, size=16, bold=True, anchor="left", shift=8 * canvas.k)
    for look, members in by_look.items():
        ends = [(0, row["votes"] or 0) for row, _ in members]
        canvas.bars(ends, [y for _, y in members], 23 * canvas.k, look)


def _look(canvas: figure.Canvas, row: Row) -> figure.Look:
    """Chosen, undecided at the cut, or not chosen."""
    colours = canvas.colours
    if row["selected"]:
        return figure.Look(colours.done, colours.done)
    if row["selected"] is None and row["tied_at_cut"]:
        return figure.Look(colours.due, tokens("light").ink, ".", tokens("light").ink)
    return figure.Look(colours.not_chosen, colours.outline, "/")


def _ties(canvas: figure.Canvas, rows: list[Row], centres: list[float], heights: list[float]) -> None:
    """A bracket beside every set of equal votes; none for candidates nobody voted for."""
    place = 0
    for rank, group in groupby(rows, key=lambda row: row["rank"]):
        members = list(group)
        ends = place, place + len(members) - 1
        place += len(members)
        if rank is None or len(members) < 2 or not members[0]["votes"]:
            continue
        y = (centres[ends[0]] - 0.32 * heights[ends[0]], centres[ends[1]] + 0.32 * heights[ends[1]])
        _bracket(canvas, members[0], len(members), y)


def _bracket(canvas: figure.Canvas, row: Row, count: int, y: tuple[float, float]) -> None:
    k, colours = canvas.k, canvas.colours
    digits = wrap.text_width(labels.number(row["votes"]), 16 * k, bold=True)
    right = digits + 42 * k
    for x0, x1, y0, y1 in ((right, right, *y), (right - 7 * k, right, y[0], y[0]), (right - 7 * k, right, y[1], y[1])):
        ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1, "xsizemode": "pixel", "xanchor": row["votes"]}
        canvas.shapes.append({"type": "line", **ends, "line": {"color": colours.mute, "width": 1.5 * k}})
    at_cut = bool(row["tied_at_cut"])
    key = "tied" if not at_cut else "tied_at_cut" if row["selected"] is None else "tie_decided"
    text = labels.wrapped(say(f"plots.vote.{key}", count=count), 170 * k, 14 * k, 2, bold=at_cut)
    style: dict[str, Any] = {"colour": colours.ink if at_cut else colours.mute, "bold": at_cut, "anchor": "left"}
    style |= {"bgcolor": colours.bg, "borderpad": 2} if at_cut else {}  # the cut line passes behind the words
    canvas.text(row["votes"], sum(y) / 2, text, size=14, shift=right + 7 * k, **style)


def _told(canvas: figure.Canvas, row: Row) -> str:
    """The text under the pointer."""
    name = " · ".join(part for part in (row["unit"], row["process"]) if part)
    lines = [
        f"<b>{canvas.told(name)}</b>",
        say("plots.vote.votes", votes=labels.number(row["votes"]), rank=labels.number(row["rank"])),
    ]
    lines += (
        [say("plots.vote.share", share=labels.number(round(row["share"] * 100, 1)))]
        if row["share"] is not None
        else []
    )
    lines += [labels.safe(say("plots.cell", cell=row["source_cell"]))] if row["source_cell"] else []
    return "<br>".join(lines)
