"""Whether the work keeps up with its plan: activities planned and done, added up month by month."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.fiscal import BE_OFFSET, month_end, month_name, shown_month
from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels
from kmdash.typeset import wrap

Point = tuple[float, float]
Row = dict[str, Any]
Place = Callable[[float, float], Point]  # month and count to x and pixels from the top
_HEIGHT, _TOP, _BOTTOM = 330, 40, 52
_TALL = 34  # pixels a text below its point takes
_MONTHS = 12
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000)


class Words(NamedTuple):
    """Where a text ends: its right on the axis of months, its bottom in pixels from the top."""

    right: float
    bottom: float


def curve(
    frame: pd.DataFrame, as_of: date, *, theme: str, width: int, note: str | None = None, k: float | None = None
) -> go.Figure:
    """The S-curve: planned dashed with open circles, done as a solid line up to the day, then the forecast.

    At the last month closed before that day the distance between both is drawn and told. Several offices of
    one year are added up; a month without a count stays a gap.

    Parameters
    ----------
    frame : DataFrame, one row a month (``columns.PROGRESS_CURVE``), counts cumulative
    as_of : the day of the data
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    k : how much larger than on a laptop, where that does not follow from the width

    Raises
    ------
    ValueError
        If the frame holds more than one fiscal year.
    """
    years = frame["fiscal_year"].dropna().unique()
    if len(years) > 1:
        raise ValueError(f"frame must hold one fiscal year, not {sorted(years)}")
    summed = frame.groupby("month")[["planned", "actual", "forecast"]].sum(min_count=1).reset_index()
    rows = records(summed)
    most = max((int(row[name] or 0) for row in rows for name in ("planned", "actual")), default=0)
    if not most:
        return figure.message(say("plots.progress.empty"), theme=theme, width=width)
    k = k or figure.scale(width)
    canvas = figure.Canvas(theme, width, left=44 * k, right=28 * k, span=(0, len(rows)), k=k)
    top, bottom = _TOP * k, (_HEIGHT - _BOTTOM) * k

    def place(at: float, count: float) -> Point:
        return at, bottom - count / most * (bottom - top)

    _axes(canvas, rows, most, top, bottom)
    _lines(canvas, rows, as_of, place)
    _told_points(canvas, rows, top, bottom)
    return canvas.figure(_HEIGHT * k + figure.foot(canvas, _HEIGHT * k, [note]))


def ticks(most: int) -> list[int]:
    """Round counts from 0 and the largest itself, none so near to it that the two would touch.

    >>> ticks(42)
    [0, 10, 20, 30, 42]
    """
    step = next((step for step in _STEPS if most / step <= 5), most)
    return [*(count for count in range(0, most, step) if most - count > step * 0.6), most]


def _axes(canvas: figure.Canvas, rows: list[Row], most: int, top: float, bottom: float) -> None:
    colours, k = canvas.colours, canvas.k
    for count in ticks(most):
        y = bottom - count / most * (bottom - top)
        canvas.rule((0, len(rows)), (y, y), colours.line if count == 0 else colours.grid)
        canvas.text(0, y, f"{count:,}", size=14, colour=colours.mute, anchor="right", shift=-6 * k)
    for at, row in enumerate(rows):
        month = row["month"]
        canvas.text(at + 0.5, bottom + 15 * k, month_name(month), size=13.5)
        if at == 0 or month.month == 1:
            year = str(month.year + BE_OFFSET)
            canvas.text(at + 0.5, bottom + 35 * k, year, size=13.5, bold=True)


def _lines(canvas: figure.Canvas, rows: list[Row], as_of: date, place: Place) -> None:
    colours = canvas.colours
    done = [
        (_reached(at, row["month"], as_of), row["actual"]) for at, row in enumerate(rows) if row["actual"] is not None
    ]
    planned = [(at + 1, row["planned"]) for at, row in enumerate(rows) if row["planned"] is not None]
    begin = [(0, 0)] if len(done) > 1 else []  # one count alone is a point, not a line
    _line(canvas, [place(*point) for point in (*begin, *done)], colours.done, 4, "solid", filled=True)
    _line(canvas, [place(*point) for point in ((0, 0), *planned)], colours.mute, 2.5, "dash", filled=False)
    hoped = _hoped(rows, done)
    _line(canvas, [place(*point) for point in hoped], colours.doing, 2, "dot", filled=True)
    _distance(canvas, rows, as_of, place)
    if planned:
        _name_planned(canvas, place(*planned[-1]), planned[-1][1])
    told = _name_done(canvas, place(*done[-1]), done[-1]) if done else None
    if hoped:
        _name_forecast(canvas, [place(*point) for point in hoped], hoped[-1][1], told)


def _name_planned(canvas: figure.Canvas, point: Point, count: int) -> None:
    text = say("plots.progress.planned", count=f"{count:,}")
    style: dict[str, Any] = {"anchor": "right", "valign": "bottom", "yshift": 8 * canvas.k}
    canvas.text(point[0], point[1], text, size=14, colour=canvas.colours.mute, **style)


def _hoped(rows: list[Row], done: list[Point]) -> list[Point]:
    """The forecast from the count it starts from to the year's end; nothing once the year is over."""
    ahead = [(at + 1, row["forecast"]) for at, row in enumerate(rows) if row["forecast"] is not None]
    later = [point for point in ahead if not done or point[0] > done[-1][0]]
    return [*done[-1:], *later] if later else []


def _name_forecast(canvas: figure.Canvas, points: list[Point], count: float, done: Words | None) -> None:
    """What the year's end is expected to be: under its line and under the words of what is done."""
    text = say("plots.progress.forecast", count=labels.number(round(count, 1)))
    left = points[-1][0] - (wrap.text_width(text, 14 * canvas.k) + 8 * canvas.k) / canvas.pixels(1)
    begin = max((place for place, (x, _) in enumerate(points) if x <= left), default=0)
    y = max(y for _, y in points[begin:]) + 8 * canvas.k
    if done and done.right > left and y < done.bottom:
        y = done.bottom
    canvas.text(points[-1][0], y, text, size=14, anchor="right", valign="top")


def _name_done(canvas: figure.Canvas, point: Point, done: Point) -> Words:
    """The count at the day of the data, right of its point or, late in the year, left of it; above the axis."""
    text, k = say("plots.progress.actual", count=f"{done[1]:,}"), canvas.k
    at_end = done[0] > 0.75 * _MONTHS
    side = ("right", -4.0) if at_end else ("left", 10.0)
    low = point[1] + _TALL * k > (_HEIGHT - _BOTTOM) * k
    style: dict[str, Any] = {"anchor": side[0], "shift": side[1] * k, "bgcolor": canvas.colours.bg, "borderpad": 1}
    style |= {"valign": "bottom", "yshift": 6 * k} if low else {"valign": "top", "yshift": -6 * k}
    canvas.text(point[0], point[1], text, size=15, bold=True, colour=canvas.colours.done, **style)
    room = (wrap.text_width(text, 15 * k, bold=True) + 14 * k) / canvas.pixels(1)
    return Words(point[0] if at_end else point[0] + room, point[1] + (0 if low else _TALL) * k)


def _reached(at: int, month: date, as_of: date) -> float:
    """Where a month's count stands: at its end, or at the day of the data within it."""
    if (month.year, month.month) != (as_of.year, as_of.month):
        return at + 1
    return at + as_of.day / month_end(as_of).day


def _line(canvas: figure.Canvas, points: list[Point], colour: str, wide: float, dash: str, *, filled: bool) -> None:
    canvas.traces.append(
        go.Scatter(
            x=[x for x, _ in points],
            y=[y for _, y in points],
            mode="lines+markers",
            line={"color": colour, "width": wide * canvas.k, "dash": dash},
            marker={
                "size": (8 if filled else 7) * canvas.k,
                "color": colour if filled else canvas.colours.bg,
                "line": {"color": colour, "width": 1.5 * canvas.k},
            },
            cliponaxis=False,
            hoverinfo="skip",
            unselected={"marker": {"opacity": 1}},
        )
    )


def _distance(canvas: figure.Canvas, rows: list[Row], as_of: date, place: Place) -> None:
    """How far done is from planned at the end of the last month that has closed."""
    closed = [
        (at, row)
        for at, row in enumerate(rows)
        if month_end(row["month"]) < as_of and row["planned"] is not None and row["actual"] is not None
    ]
    if not closed:
        return
    at, row = closed[-1]
    behind = int(row["planned"] - row["actual"])
    key = "behind" if behind > 0 else "ahead" if behind < 0 else "on_plan"
    ink = canvas.colours.late if behind > 0 else canvas.colours.ink
    x, low = place(at + 1, row["actual"])
    high = place(at + 1, row["planned"])[1]
    if behind:
        canvas.rule((x, x), (low, high), ink, 3 * canvas.k)
    text = say(f"plots.progress.{key}", count=abs(behind))
    room = wrap.text_width(text, 15 * canvas.k, bold=True) + 12 * canvas.k
    right = canvas.pixels(x) >= room
    y = min(low, high) if right else max(low, high)
    style: dict[str, Any] = {"bgcolor": canvas.colours.bg, "borderpad": 1, "anchor": "right" if right else "left"}
    canvas.text(x, y, text, size=15, bold=True, colour=ink, shift=(-10 if right else 10) * canvas.k, **style)


def _told_points(canvas: figure.Canvas, rows: list[Row], top: float, bottom: float) -> None:
    texts = [
        say(
            "plots.progress.point",
            month=shown_month(row["month"]),
            planned=labels.number(row["planned"]),
            actual=labels.number(row["actual"]),
        )
        for row in rows
    ]
    marks = [mark("until", row) for row in rows]
    canvas.hover(list(range(len(rows) + 1)), [top, bottom], [texts], [marks])
