"""Which stage of which plan has activities, and how many are done: a matrix of plans and stages."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.stages import CHANGE, KM
from kmdash.domain.words import say
from kmdash.plots import figure, labels
from kmdash.plots.palette import text_on
from kmdash.typeset import wrap

Row = dict[str, Any]
Processes = Mapping[str, str | None]
_HEADER, _ROW, _TOTALS, _GAP = 94, 72, 44, 10
_INSET_X, _INSET_Y = 0.03, 0.05


def coverage(
    frame: pd.DataFrame, *, theme: str, width: int, processes: Processes | None = None, note: str | None = None
) -> go.Figure:
    """The matrix of plans (rows) and stages (columns), printed as done/planned.

    KM plans and change-management plans stand in blocks of their own, because their stages differ;
    plans without stages follow, each as one wide cell. A gap is a dashed frame, never 0.

    Parameters
    ----------
    frame : DataFrame, one row a plan and stage (``columns.COVERAGE``)
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    processes : the critical process by plan id, printed below the plan's name
    note : a line printed below, such as the day of the data
    """
    if frame.empty:
        return figure.message(say("plots.coverage.empty"), theme=theme, width=width)
    plans = _plans(records(frame))
    if len(plans) > figure.MOST_BARS:
        return figure.too_many(len(plans), theme=theme, width=width)
    k = figure.scale(width)
    canvas = figure.Canvas(theme, width, left=min(230 * k, 0.3 * width), right=92 * k)
    y = 0.0
    for process in (KM, CHANGE):
        block = [rows for rows in plans if _staged(rows) and (rows[0]["process"] == CHANGE) == (process == CHANGE)]
        if block:
            y = _block(canvas, y, block, process, processes or {})
    for rows in (rows for rows in plans if not _staged(rows)):
        y = _unstaged(canvas, y, rows, processes or {})
    y += _GAP * k
    y += figure.foot(canvas, y, [*_legend(plans), note])
    return canvas.figure(y)


def _legend(plans: list[list[Row]]) -> list[str]:
    """The lines that explain the marks: those of every matrix, then those of this one."""
    rows = [row for rows in plans for row in rows]
    own = [say("plots.coverage.legend_unclear")] if any(row["unclear"] for row in rows) else []
    own += [say("plots.coverage.legend_order")] if any(row["order_break"] for row in rows) else []
    return [say("plots.coverage.legend"), " · ".join(own)]


def _plans(rows: list[Row]) -> list[list[Row]]:
    """The rows of each plan, plans in the order they come."""
    plans: dict[Any, list[Row]] = {}
    for row in rows:
        plans.setdefault(row["plan_id"], []).append(row)
    return list(plans.values())


def _staged(rows: list[Row]) -> bool:
    return any(row["stage"] is not None for row in rows)


def _block(canvas: figure.Canvas, top: float, plans: list[list[Row]], process: str, processes: Processes) -> float:
    """Header, plans and totals of one process; gives the y below it."""
    names = {row["stage"]: row["stage_name"] for rows in plans for row in rows if row["stage"] is not None}
    stages = sorted(names)
    _header(canvas, top, [(stage, names[stage]) for stage in stages])
    y = top + _HEADER * canvas.k
    edges, told, marks = [y], [], []
    for rows in plans:
        cells = {row["stage"]: row for row in rows}
        for place, stage in enumerate(stages):
            _cell(canvas, place, len(stages), y, cells.get(stage))
        _heading(canvas, y, rows, processes)
        told.append([_told(canvas, cells.get(stage), process) for stage in stages])
        marks.append([mark("stage", cells[stage]) if stage in cells else None for stage in stages])
        y += _ROW * canvas.k
        edges.append(y)
    canvas.hover([place / len(stages) for place in range(len(stages) + 1)], edges, told, marks)
    _totals(canvas, y, plans, stages)
    return y + _TOTALS * canvas.k


def _header(canvas: figure.Canvas, top: float, stages: list[tuple[int, str | None]]) -> None:
    room = canvas.inner / len(stages)
    for place, (stage, name) in enumerate(stages):
        text = labels.wrapped(name, room - 8, 14.5 * canvas.k, 3)
        bottom = top + (_HEADER - 4) * canvas.k
        above = bottom - (8 + 19 * (1 + text.count("<br>"))) * canvas.k
        centre = (place + 0.5) / len(stages)
        canvas.text(centre, bottom, text, size=14.5, valign="bottom")
        canvas.text(centre, above, str(stage), size=15, bold=True, valign="bottom")
    side = labels.wrapped(say("plots.coverage.right"), 62 * canvas.k, 14 * canvas.k, 2)
    canvas.right_text(top + (_HEADER - 6) * canvas.k, side, size=14, colour=canvas.colours.mute, valign="bottom")


def _heading(canvas: figure.Canvas, top: float, rows: list[Row], processes: Processes) -> None:
    """The plan's name and process at the left, its sums at the right."""
    middle, room = top + _ROW / 2 * canvas.k, canvas.left - 14 * canvas.k
    plan, unit, process = rows[0]["plan"], rows[0]["unit"], processes.get(rows[0]["plan_id"])
    text = labels.plan_heading(plan, unit, process, room, k=canvas.k, colour=canvas.colours.mute)
    canvas.left_text(middle, text, indent=2, size=16, chosen=mark("plan", rows[0]))
    done, planned = (sum(row[name] or 0 for row in rows) for name in ("done", "planned"))
    canvas.right_text(middle, f"<b>{done}/{planned}</b><br>{labels.percent(done, planned)}", size=16)


def _cell(canvas: figure.Canvas, place: int, count: int, top: float, row: Row | None) -> None:
    colours, step, height = canvas.colours, 1 / count, _ROW * canvas.k
    x = ((place + _INSET_X) * step, (place + 1 - _INSET_X) * step)
    y = (top + _INSET_Y * height, top + (1 - _INSET_Y) * height)
    middle = (sum(x) / 2, sum(y) / 2)
    if row is None:  # not looked at, which is no gap
        return
    planned, done = row["planned"] or 0, row["done"] or 0
    if not planned:
        _gap(canvas, x, y, row["cancelled"] or 0)
        return
    fill = colours.seq[0 if not done else 4 if done >= planned else 2]
    canvas.rect(x, y, fill, color=colours.line, width=1)
    text = f"✓ {done}/{planned}" if done >= planned else f"{done}/{planned}"
    chips = _chips(canvas, row, canvas.pixels(x[1] - x[0]))
    lift = 11 * canvas.k if chips else 0
    canvas.text(middle[0], middle[1] - lift, text, size=19, bold=True, colour=text_on(fill))
    for shift, word, field in chips:
        canvas.chip(middle[0], middle[1] + 16 * canvas.k, word, field, text_on(field), shift=shift)
    if row["order_break"]:
        canvas.text(x[1], y[0] + 2, "←", size=13, colour=text_on(fill), anchor="right", valign="top", shift=-3)


def _gap(canvas: figure.Canvas, x: tuple[float, float], y: tuple[float, float], cancelled: int) -> None:
    """A stage without an activity that counts."""
    colours, middle = canvas.colours, (sum(x) / 2, sum(y) / 2)
    if cancelled:
        canvas.rect(x, y, None, color=colours.outline, width=1.5 * canvas.k, dash="dot")
        canvas.text(*middle, f"× {say('plots.coverage.cancelled', count=cancelled)}", size=14, colour=colours.mute)
        return
    canvas.rect(x, y, None, color=colours.late, width=2.5 * canvas.k, dash="dash")
    canvas.text(*middle, f"× {say('plots.coverage.gap')}", size=18, bold=True, colour=colours.late)


def _chips(canvas: figure.Canvas, row: Row, room: float) -> list[tuple[float, str, str]]:
    """What the cell warns of, as (shift in pixels, text, fill); words are left out where there is no room.

    What waits for an answer is told where nothing is overdue or due.
    """
    colours = canvas.colours
    kinds = [("overdue", "▲", colours.late), ("due", "◆", colours.due)]
    if not (row["overdue"] or row["due"]):
        kinds = [("unclear", "?", colours.bg)]
    found = [
        (glyph, say(f"plots.coverage.{name}", count=row[name]), row[name], fill)
        for name, glyph, fill in kinds
        if row[name]
    ]
    for full in (True, False):
        texts = [f"{glyph} {word if full else count}" for glyph, word, count, _ in found]
        widths = [wrap.text_width(text, 13 * canvas.k, bold=True) + 8 for text in texts]
        if sum(widths) + 4 * (len(widths) - 1) <= room:
            break
    start, chips = -(sum(widths) + 4 * (len(widths) - 1)) / 2, []
    for text, wide, (*_, fill) in zip(texts, widths, found, strict=True):
        chips.append((start + wide / 2, text, fill))
        start += wide + 4
    return chips


def _told(canvas: figure.Canvas, row: Row | None, process: str) -> str:
    """The text under the pointer."""
    if row is None:
        return ""
    kind = "component" if process == CHANGE else "stage"
    lines = [
        f"<b>{canvas.told(labels.plan_name(row['plan'], row['unit']))}</b>",
        canvas.told(say(f"plots.coverage.{kind}", number=row["stage"], name=row["stage_name"] or "")),
        say("plots.coverage.counts", done=row["done"] or 0, planned=row["planned"] or 0)
        if row["planned"]
        else say("plots.coverage.none"),
    ]
    marks = {"overdue": "▲", "due": "◆", "unclear": "?", "cancelled": "×"}
    lines += [
        f"{glyph} {say(f'plots.coverage.{name}', count=row[name])}" for name, glyph in marks.items() if row[name]
    ]
    lines += [f"← {say('plots.coverage.order')}"] if row["order_break"] else []
    lines += [labels.safe(say("plots.cell", cell=row["source_cell"]))] if row["source_cell"] else []
    return "<br>".join(lines)


def _totals(canvas: figure.Canvas, top: float, plans: list[list[Row]], stages: list[int]) -> None:
    middle = top + 24 * canvas.k
    text = labels.wrapped(say("plots.coverage.totals"), canvas.left - 10, 14 * canvas.k, 1)
    canvas.left_text(middle, text, indent=2, size=14, colour=canvas.colours.mute)
    for place, stage in enumerate(stages):
        rows = [row for plan in plans for row in plan if row["stage"] == stage]
        done, planned = (sum(row[name] or 0 for row in rows) for name in ("done", "planned"))
        centre = (place + 0.5) / len(stages)
        canvas.text(centre, middle, f"{done}/{planned}", size=16, bold=True, colour=canvas.colours.mute)


def _unstaged(canvas: figure.Canvas, top: float, rows: list[Row], processes: Processes) -> float:
    """A plan without stages: one wide cell."""
    height, colours = _ROW * canvas.k, canvas.colours
    y = (top + _INSET_Y * height, top + (1 - _INSET_Y) * height)
    canvas.rect((0.004, 0.996), y, colours.panel, color=colours.outline, width=1, dash="dot")
    canvas.text(0.5, sum(y) / 2, say("plots.coverage.unstaged"), size=16, colour=colours.mute)
    _heading(canvas, top, rows, processes)
    canvas.hover([0, 1], [top, top + height], [[""]], [[mark("stage", rows[0])]])
    return top + height
