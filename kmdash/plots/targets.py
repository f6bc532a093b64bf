"""Target against actual: a bar a unit to its actual, the target and what was due by now as lines across it."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels

Row = dict[str, Any]
_ROW, _HEAD, _TOP = 40, 34, 8


def bars(met: pd.DataFrame, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """One row a unit, those of one series and kind together under its name, each as a share of its own target.

    The field reaches to the target (100 %), the bar to the actual, hatched where it is behind; the line across is
    what was due by the periods that were reported; the open circle is where the year ends at this pace. Without a
    target or an actual there is no bar and the words say which is missing.

    Parameters
    ----------
    met : DataFrame, one row a series, kind and unit (``followed_results.TARGETS_MET``)
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    rows = records(met)
    if not rows:
        return figure.message(say("follow.plot.empty"), theme=theme, width=width)
    if len(rows) > figure.MOST_BARS:
        return figure.too_many(len(rows), theme=theme, width=width)
    k = figure.scale(width)
    most = max([1.0, *(share for row in rows for share in _shares(row) if share is not None)])
    canvas = figure.Canvas(
        theme, width, left=min(300 * k, 0.3 * width), right=300 * k, span=(0, min(most, 2.0) * 1.04)
    )
    y, title = _TOP * k, None
    drawn: list[tuple[Row, float]] = []
    for row in rows:
        heading = heading_of(row)
        if heading != title:
            y = _heading(canvas, y, heading)
            title = heading
        _row(canvas, y + _ROW / 2 * k, row)
        drawn.append((row, y + _ROW / 2 * k))
        canvas.hover(canvas.span, [y, y + _ROW * k], [[_told(canvas, row)]], [[mark("target", row)]])
        y += _ROW * k
    _bars(canvas, drawn)
    y += 4 * k
    return canvas.figure(y + figure.foot(canvas, y, [say("follow.plot.legend"), note]))


def heading_of(row: Row) -> str:
    """What a series is called on the page: name, kind and unit of measure."""
    kind = row["kind"] if row["kind"] != row["name"] else None
    unit = say("follow.measured_in", unit=row["measure_unit"]) if row["measure_unit"] else None
    return " · ".join(filter(None, [row["name"], kind, unit])) or say("follow.unnamed")


def _shares(row: Row) -> list[float | None]:
    target = row["target"]
    if not target:
        return []
    return [None if row[name] is None else row[name] / target for name in ("actual", "compared", "forecast")]


def _heading(canvas: figure.Canvas, y: float, text: str) -> float:
    k = canvas.k
    room = canvas.left + canvas.inner + canvas.right - 12 * k
    canvas.left_text(y + _HEAD / 2 * k, labels.wrapped(text, room, 15 * k, 1, bold=True), indent=2, size=15, bold=True)
    return y + _HEAD * k


def _row(canvas: figure.Canvas, y: float, row: Row) -> None:
    k, colours = canvas.k, canvas.colours
    name = labels.wrapped(row["unit"] or "–", canvas.left - 16 * k, 15 * k, 1)
    canvas.left_text(y, name, indent=14 * k, size=15, chosen=mark("target", row))
    if row["target"]:
        canvas.rect((0, 1), (y - 12 * k, y + 12 * k), colours.panel, color=colours.outline, width=1)
    figures = say("follow.plot.of", actual=labels.number(row["actual"]), target=labels.number(row["target"]))
    share = "" if row["share"] is None else f" · {labels.number(round(row['share'] * 100, 1))}%"
    canvas.right_text(y - 8 * k, f"{figures}{share}", size=14, bold=True)
    behind = row["lag"] is not None and row["lag"] > 0
    canvas.right_text(y + 9 * k, words(row), size=13, bold=behind, colour=colours.late if behind else colours.mute)


def words(row: Row) -> str:
    """How a unit stands to its plan, in words: behind or ahead by how much, met, and what is missing."""
    if row["actual"] is None:
        return say("follow.no_actual")
    missing = say("follow.not_told", count=row["not_told"]) if row["not_told"] else None
    return " · ".join(filter(None, [_standing(row), missing]))


def _standing(row: Row) -> str:
    if row["target"] is None:
        return say("follow.no_target")
    if row["met"]:
        return say("follow.met")
    if row["lag"] is None:
        return say("follow.left", count=labels.number(row["target"] - row["actual"]))
    if row["lag"] > 0:
        return say("follow.behind", lag=labels.number(row["lag"]), periods=row["periods_behind"] or 0)
    return say("follow.ahead", count=labels.number(-row["lag"])) if row["lag"] < 0 else say("follow.level")


def _bars(canvas: figure.Canvas, drawn: list[tuple[Row, float]]) -> None:
    """The bars by their look, then the lines and circles over them."""
    k, colours = canvas.k, canvas.colours
    looks = {
        False: figure.Look(colours.done, colours.done),
        True: figure.Look(colours.doing, colours.outline, "/"),
    }
    most = canvas.span[1]
    for behind, look in looks.items():
        own = [
            (row, y)
            for row, y in drawn
            if row["share"] is not None and (row["lag"] is not None and row["lag"] > 0) == behind
        ]
        if own:
            ends = [(0.0, min(row["share"], most)) for row, _ in own]
            canvas.bars(ends, [y for _, y in own], 14 * k, look)
    for row, y in drawn:
        shares = _shares(row)
        if shares and shares[1] is not None and shares[1] <= most:
            line: dict[str, Any] = {"x0": shares[1], "x1": shares[1], "y0": y - 14 * k, "y1": y + 14 * k}
            canvas.shapes.append({"type": "line", **line, "line": {"color": colours.ink, "width": 2.5 * k}})
        if shares and shares[2] is not None and not row["met"] and shares[2] <= most:
            canvas.text(shares[2], y, "○", size=17, bold=True, colour=colours.mute)


def _told(canvas: figure.Canvas, row: Row) -> str:
    """The text under the pointer."""
    lines = [f"<b>{canvas.told(row['unit'])}</b>", canvas.told(heading_of(row)), words(row)]
    if row["compared"] is not None:
        lines += [say("follow.plot.due", due=labels.number(row["compared"]))]
    if row["forecast"] is not None:
        lines += [say("follow.plot.forecast", forecast=labels.number(round(row["forecast"], 1)))]
    lines += [labels.safe(say("plots.cell", cell=row["source_cell"]))] if row["source_cell"] else []
    return "<br>".join(lines)
