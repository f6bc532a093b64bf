"""How far each KPI has come on its five thresholds: one bullet row a KPI on the shared score axis 0 to 5."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.points import SCALE as POINTS_SCALE
from kmdash.domain.words import say
from kmdash.plots import figure, labels
from kmdash.plots.palette import text_on

Row = dict[str, Any]
_HEADER, _ROW = 40, 96
_BAND, _BAR = 0.20, 0.085  # half heights, as shares of a row
_LEVELS = (1, 2, 3, 4, 5)


def attainment(frame: pd.DataFrame, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """One bullet row a KPI: bands = score 0 to 5, bar = its score, its own thresholds below the bands.

    The axis is the score, because thresholds differ from KPI to KPI and may fall. A KPI without a result
    or without thresholds is listed with what it waits for and has no bar. Scores have four decimals, half
    up; the level stands beside its colour.

    Parameters
    ----------
    frame : DataFrame, one row a KPI (``columns.ATTAINMENT``)
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below, such as the day of the data
    """
    if frame.empty:
        return figure.message(say("plots.attainment.empty"), theme=theme, width=width)
    if len(frame) > figure.MOST_BARS:
        return figure.too_many(len(frame), theme=theme, width=width)
    k = figure.scale(width)
    canvas = figure.Canvas(theme, width, left=min(330 * k, 0.36 * width), right=150 * k, span=(0, 5))
    for level in _LEVELS:
        text = say("plots.attainment.level_first") if level == 1 else str(level)
        canvas.text(level, 24 * k, text, size=15, bold=True, anchor="right" if level == 5 else "center")
    rows = records(frame)
    edges, told = [_HEADER * k], []
    for row in rows:
        _kpi(canvas, edges[-1], row)
        told.append([_told(canvas, row)])
        edges.append(edges[-1] + _ROW * k)
    canvas.hover([0, 5], edges, told, [[mark("kpi", row)] for row in rows])
    starred = say("plots.attainment.constructed") if any(row["constructed"] for row in rows) else None
    doubted = say("plots.attainment.doubted") if any(row["doubt"] for row in rows) else None
    y = edges[-1] + 8 * k
    return canvas.figure(y + figure.foot(canvas, y, [starred, doubted, note]))


def _kpi(canvas: figure.Canvas, top: float, row: Row) -> None:
    """One row: name, bands and bar, score."""
    k, colours = canvas.k, canvas.colours
    room = canvas.left - 20 * k
    text = labels.plan_heading(row["plan"], row["unit"], row["name"], room, k=k, colour=colours.mute, most=4)
    canvas.left_text(top + _ROW / 2 * k, text, indent=2, size=15, chosen=mark("kpi", row))
    if row["score"] is not None or (row["reason"] == "no_result" and row["scale"] != POINTS_SCALE):
        _bands(canvas, top, row)
    if row["score"] is not None:
        _bar(canvas, top, row)
        _scored(canvas, top, row)
    else:
        _unscored(canvas, top, row)
    canvas.wide_rule(top + _ROW * k, colours.grid)


def _middle(canvas: figure.Canvas, top: float, half: float) -> tuple[float, float]:
    """Upper and lower edge of what stands around the row's middle line."""
    centre = top + 0.47 * _ROW * canvas.k
    return centre - half * _ROW * canvas.k, centre + half * _ROW * canvas.k


def _bands(canvas: figure.Canvas, top: float, row: Row) -> None:
    """The five bands with the KPI's own thresholds below their ends."""
    y = _middle(canvas, top, _BAND)
    for level, (name, fill) in enumerate(zip(THRESHOLDS, canvas.colours.bands, strict=True), start=1):
        canvas.rect((level - 1, level), y, fill, color=canvas.colours.bg, width=1)
        whole = row["scale"] in ("milestone", "rubric") or row["reason"] is None
        text = str(level) if whole and row[name] is None else labels.number(row[name])
        anchor = "right" if level == 5 else "center"
        canvas.text(level, y[1] + 12 * canvas.k, text, size=14, colour=canvas.colours.mute, anchor=anchor)


def _bar(canvas: figure.Canvas, top: float, row: Row) -> None:
    """The bar to the score; hollow at its end where the result is short of the first threshold."""
    colours, k, score = canvas.colours, canvas.k, row["score"]
    y = _middle(canvas, top, _BAR)
    if _below(row):
        canvas.rect((0, score), y, colours.bg, color=colours.done, width=2 * k)
        canvas.text(1, sum(y) / 2, say("plots.attainment.below"), size=14, anchor="left", shift=10 * k)
    else:
        canvas.rect((0, score), y, colours.done)
    canvas.rule((score, score), _middle(canvas, top, _BAND * 0.72), colours.done, 3 * k)
    if row["gap_to_next"] is not None and row["next_level"] is not None:
        gap = say("plots.attainment.gap", gap=labels.number(row["gap_to_next"]), level=row["next_level"])
        above = _middle(canvas, top, _BAND)[0] - 11 * k
        canvas.text(5, above, gap, size=13.5, colour=colours.mute, anchor="right")


def _below(row: Row) -> bool:
    """Whether the result falls short of the first threshold."""
    first, last, actual = row["threshold_1"], row["threshold_5"], row["actual"]
    if actual is None or first is None:
        return row["level"] == 0
    return actual > first if last is not None and last < first else actual < first


def _scored(canvas: figure.Canvas, top: float, row: Row) -> None:
    """Score, level and result at the right."""
    colours, k = canvas.colours, canvas.k
    of_five = labels.styled(say("plots.attainment.of_five"), size=round(15 * k, 1), colour=colours.mute)
    canvas.right_text(top + 25 * k, f"<b>{labels.score(row['score'])}</b> {of_five}", size=25)
    if row["level"] is not None:
        fill = colours.seq[max(row["level"], 1) - 1]
        word = say("plots.attainment.level", level=row["level"])
        canvas.chip(1, top + 52 * k, word, fill, text_on(fill), anchor="left", shift=16 * k, paper=True)
    text = labels.wrapped(_result(row) + _marks(row), canvas.right - 18 * k, 14 * k, 1)
    canvas.right_text(top + 76 * k, text, size=14, colour=colours.mute)


def _marks(row: Row) -> str:
    """The signs that a result is made up, or to be checked."""
    return ("*" if row["constructed"] else "") + (" ▲" if row["doubt"] else "")


def _result(row: Row) -> str:
    if row["steps"]:
        return say("plots.attainment.steps", steps=row["steps"])
    actual = labels.number(row["actual"])
    if row["kpi_unit"]:
        return say("plots.attainment.result_unit", actual=actual, unit=row["kpi_unit"])
    return say("plots.attainment.result", actual=actual)


def _unscored(canvas: figure.Canvas, top: float, row: Row) -> None:
    """What the KPI waits for."""
    colours, k = canvas.colours, canvas.k
    y = _middle(canvas, top, _BAND)
    if row["reason"] == "no_result":
        word, text, ink = "no_result_short", f"○ {say('plots.attainment.no_result')}", colours.ink
    else:
        canvas.rect((0, 5), y, None, color=colours.outline, width=1, dash="dot")
        word, text, ink = "no_thresholds_short", say("plots.attainment.no_thresholds"), colours.mute
        if row["reason"] != "no_thresholds":
            word, text = "no_score_short", row["explanation"] or say("plots.attainment.no_score_short")
        elif row["actual"] is not None:
            text = say("plots.attainment.no_thresholds_result", actual=labels.number(row["actual"]))
    canvas.text(
        0,
        sum(y) / 2,
        labels.wrapped(text, canvas.inner - 24 * k, 14 * k, 2),
        size=14,
        colour=ink,
        anchor="left",
        shift=12,
    )
    short = labels.wrapped(say(f"plots.attainment.{word}") + _marks(row), canvas.right - 18 * k, 14 * k, 1)
    canvas.right_text(sum(y) / 2, f"{_reached(row)}<br>{short}", size=14, colour=colours.mute)


def _reached(row: Row) -> str:
    """What a KPI without a score reached on a scale of its own: points of 100, or its target."""
    if row["points"] is not None:
        return say("plots.attainment.points", points=labels.score(row["points"]))
    if row["met"] is not None:
        return f"✓ {say('what_if.met')}" if row["met"] else f"✕ {say('what_if.not_met')}"
    return "–"


def _told(canvas: figure.Canvas, row: Row) -> str:
    """The text under the pointer: the whole name and how the score comes about."""
    lines = [f"<b>{canvas.told(labels.plan_name(row['plan'], row['unit']))}</b>", canvas.told(row["name"])]
    lines += [canvas.told(row["explanation"])] if row["explanation"] else []
    lines += [canvas.told(f"▲ {row['doubt']}")] if row["doubt"] else []
    lines += [labels.safe(say("plots.cell", cell=row["source_cell"]))] if row["source_cell"] else []
    return "<br>".join(lines)
