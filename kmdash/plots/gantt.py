"""When each activity runs in the fiscal year, and how it stands: bars by plan, the committee's steps apart."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.fiscal import fiscal_months, fiscal_year_span, month_end, shown_date
from kmdash.domain.frames import records
from kmdash.domain.identity import numbered, unnumbered
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels, months
from kmdash.plots.palette import MARKS, fill_of, status_word
from kmdash.typeset import wrap

Row = dict[str, Any]
_PANEL, _ONE_LINE, _TWO_LINES, _FOOT = 38, 34, 44, 30
_STEP = "step"  # how the committee's dated steps are drawn
_SHORTEST = 0.14  # of a month: a single day is still seen
_LATE_IN_YEAR = 9.0  # a bar ending later has its word at the left


@dataclass(frozen=True)
class Span:
    """Where an item is drawn on the axis 0 to 12, None where it is not; ``before``, ``after``: it goes on outside."""

    ends: tuple[float, float] | None
    before: bool = False
    after: bool = False


def gantt(
    warnings: pd.DataFrame, fiscal_year: int, as_of: date, *, theme: str, width: int, note: str | None = None
) -> go.Figure:
    """One row an activity with a bar over its period, grouped by plan, the committee's steps last.

    A bar shows its status by colour, pattern and glyph, and by words where something is to be done. A whole-
    year item is a thin bar. So is a step of the committee, with its date as typed and no status: nobody
    reports on these steps. What goes on outside the fiscal year is cut there and
    has an arrow. An item whose date is not certain has "? รอยืนยันกำหนดเวลา" in its row instead of a bar, with
    the words as typed; the end that is known is marked.

    Parameters
    ----------
    warnings : DataFrame, one row an item (``columns.WARNINGS``); steps of the committee have no ``plan_id``
    fiscal_year : in BE
    as_of : the day of the data, drawn as a dotted line
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    rows = records(warnings)
    if not rows:
        return figure.message(say("plots.calendar.empty", year=fiscal_year), theme=theme, width=width)
    if len(rows) > figure.MOST_BARS:
        return figure.too_many(len(rows), theme=theme, width=width)
    k = figure.scale(width)
    canvas = figure.Canvas(theme, width, left=min(380 * k, 0.38 * width), right=12, span=(0, 12))
    panels = _panels(rows)
    top = months.HEADER * k
    months.header(canvas, 0, fiscal_year, as_of)
    y = _draw(canvas, top, panels, fiscal_year)
    _today(canvas, top, y, fiscal_year, as_of)
    months.grid(canvas, top, y)
    y += _FOOT * k
    return canvas.figure(y + figure.foot(canvas, y, [say("plots.gantt.legend"), note]))


def _panels(rows: list[Row]) -> list[list[Row]]:
    """The rows of each plan in the order they come, the committee's last."""
    panels: dict[Any, list[Row]] = {}
    for row in rows:
        panels.setdefault(row["plan_id"], []).append(row)
    return sorted(panels.values(), key=lambda items: items[0]["plan_id"] is None)


def _draw(canvas: figure.Canvas, top: float, panels: list[list[Row]], fiscal_year: int) -> float:
    """All panels; gives the y below them. One plan alone needs no heading and has two lines a row."""
    bars: dict[tuple[str, bool], list[tuple[Row, Span, float]]] = {}
    y, alone = top, len(panels) == 1
    height = (_TWO_LINES if alone else _ONE_LINE) * canvas.k
    for items in panels:
        if not alone or items[0]["plan_id"] is None:
            _heading(canvas, y, items[0])
            y += _PANEL * canvas.k
        for row in items:
            span = span_of(row, fiscal_year)
            middle = y + height / 2
            _label(canvas, middle, row, 2 if alone else 1)
            _words(canvas, middle, row, span)
            canvas.hover(canvas.span, [y, y + height], [[_told(canvas, row)]], [[mark("item", row)]])
            if span.ends:
                bars.setdefault((_code(row), _is_thin(row)), []).append((row, span, middle))
            y += height
    for (code, thin), found in bars.items():
        _bars(canvas, code, 12 * canvas.k if thin else 0.56 * height, found)
    return y


def span_of(row: Row, fiscal_year: int) -> Span:
    """Where an item of the warnings is drawn: its period, cut at the year's ends.

    A deadline without a start is a short mark at its end, and so is the end that is known of an unclear
    period. A moved or recurring item reaches to the day that is due now.
    """
    first, last = fiscal_year_span(fiscal_year)
    start, end = row["start"], row["due"] or row["end"]
    if row["period_kind"] == "all_year" and start is None:
        start, end = first, end or last
    if end is None:
        return Span(None)
    if start is None and row["period_kind"] == "recurring":
        start = end.replace(day=1)
    if end < first:
        return Span(None, before=True)
    if (start or end) > last:
        return Span(None, after=True)
    right = min(months.end_position(end, fiscal_year), 12.0)
    left = max(months.position(start, fiscal_year), 0.0) if start and start <= end else max(right - _SHORTEST, 0.0)
    if right - left < _SHORTEST:
        left = max(right - _SHORTEST, 0.0)
    return Span((left, max(right, left + _SHORTEST)), before=bool(start and start < first), after=end > last)


def _code(row: Row) -> str:
    """The status that is drawn: due soon apart from active, a dated step of the committee without status."""
    if row["plan_id"] is None and row["state"] not in ("unclear", "no_date", "cancelled"):
        return _STEP
    return "due" if row["state"] == "active" and row["due_soon"] else row["state"] or "no_date"


def _is_thin(row: Row) -> bool:
    return row["plan_id"] is None or row["period_kind"] == "all_year"


def _heading(canvas: figure.Canvas, top: float, row: Row) -> None:
    """The name of a plan, or of the committee's layer, over its rows."""
    k, colours = canvas.k, canvas.colours
    committee = row["plan_id"] is None
    name = say("plots.calendar.committee_steps") if committee else labels.plan_name(row["plan"], row["unit"])
    room = canvas.left + canvas.inner - 20 * k
    canvas.wide_rule(top + 2 * k, colours.line)
    text = labels.wrapped(name, room, 15 * k, 1, bold=True)
    canvas.left_text(top + (_PANEL / 2 + 2) * k, text, indent=2, size=15, bold=True)


def _label(canvas: figure.Canvas, middle: float, row: Row, most: int) -> None:
    """Number and text at the left."""
    k, chosen = canvas.k, mark("item", row)
    canvas.left_text(
        middle, labels.wrapped(row["no"], 34 * k, 15 * k, 1, bold=True), indent=8, size=15, bold=True, chosen=chosen
    )
    start = 46 * k
    name = unnumbered(row["no"], row["text"])
    text = labels.wrapped(name, canvas.left - start - 14 * k, 14.5 * k, most)
    canvas.left_text(middle, text, indent=start, size=14.5, chosen=chosen)


def _bars(canvas: figure.Canvas, code: str, thick: float, found: list[tuple[Row, Span, float]]) -> None:
    colours = canvas.colours
    look = figure.Look(colours.mute, colours.ink)
    if code != _STEP:
        fill, pale = fill_of(code, colours), MARKS[code].colour in ("bg", "todo", "due")
        look = figure.Look(
            fill, colours.outline if pale else fill, MARKS[code].pattern, colours.outline if pale else None
        )
    ends = [span.ends for _, span, _ in found if span.ends]
    canvas.bars(ends, [y for _, _, y in found], thick, look)


def _words(canvas: figure.Canvas, middle: float, row: Row, span: Span) -> None:
    """Glyph and words beside the bar, arrows where it goes on outside the year."""
    code, colours, k = _code(row), canvas.colours, canvas.k
    text, loud = _status(row, code, 0.6 * canvas.inner)
    ink = colours.late if code == "overdue" else colours.ink if loud else colours.mute
    style: dict[str, Any] = {"size": 14, "bold": loud, "colour": ink, "bgcolor": colours.bg, "borderpad": 1}
    if span.ends is None:
        outside = "← " if span.before else "→ " if span.after else ""
        typed = labels.wrapped(row["period_text"], 0.3 * canvas.inner, 14 * k, 1)
        tail = f" {typed}" if outside and typed and code != _STEP else ""
        at, anchor = (12, "right") if span.after else (0, "left")
        canvas.text(at, middle, outside + text + tail, anchor=anchor, shift=-4 if span.after else 4, **style)
        return
    left, right = span.ends
    room = wrap.text_width(text, 14 * k, bold=loud) + 16 * k
    at_left = right >= _LATE_IN_YEAR and canvas.pixels(left) > room
    fits = canvas.pixels(12 - right) > room
    if at_left:
        canvas.text(left, middle, text, anchor="right", shift=-7 * k, **style)
    elif fits:
        canvas.text(right, middle, text, anchor="left", shift=7 * k, **style)
    else:
        canvas.text(12, middle, text, anchor="right", shift=-26 * k, **style)
    for goes_on, glyph, at, anchor in ((span.before, "←", 0, "left"), (span.after, "→", 12, "right")):
        if goes_on:
            shift = 3 if anchor == "left" else -3
            canvas.text(
                at, middle, glyph, anchor=anchor, shift=shift, **{**style, "bold": True, "colour": colours.ink}
            )


def _status(row: Row, code: str, room: float) -> tuple[str, bool]:
    """What stands beside a bar (escaped), and whether it is loud: words only where something is to be done."""
    if code == _STEP:
        return labels.wrapped(row["period_text"], room, 14, 1), False
    glyph, days = MARKS[code].glyph, row["days"]
    if code in ("overdue", "due", "upcoming"):
        word = status_word(code) if days is None else say(f"plots.gantt.{code}", days=labels.number(days))
        return f"{glyph} {word}", code != "upcoming"
    if code in ("unclear", "no_date"):
        word = status_word(code)
        text = say("plots.gantt.typed", word=word, text=row["period_text"]) if row["period_text"] else word
        return f"{glyph} {labels.wrapped(text, room, 14, 1)}", code == "unclear"
    if code == "cancelled":
        return f"{glyph} {status_word(code)}", False
    return glyph, False


def _today(canvas: figure.Canvas, top: float, bottom: float, fiscal_year: int, as_of: date) -> None:
    """The month of the data tinted, its day a dotted line, its date below; outside the year only the date."""
    colours, k = canvas.colours, canvas.k
    at = months.position(as_of, fiscal_year) + 0.5 / month_end(as_of).day
    text = say("plots.as_of", day=shown_date(as_of))
    room = wrap.text_width(text, 15 * k, bold=True) / 2 / canvas.pixels(1)
    shown = min(max(at, room), 12 - room)
    canvas.text(shown, bottom + 14 * k, text, size=15, bold=True)
    if as_of.replace(day=1) in fiscal_months(fiscal_year):
        month = int(at)
        canvas.rect((month, month + 1), (top, bottom), colours.panel)
        canvas.rule((at, at), (top, bottom), colours.ink, 2 * k, "dot")


def _told(canvas: figure.Canvas, row: Row) -> str:
    """The text under the pointer."""
    code = _code(row)
    lines = [f"<b>{canvas.told(numbered(row['no'], row['text']))}</b>"]
    lines += [f"{MARKS[code].glyph} {status_word(code)}"] if code != _STEP else []
    lines += [canvas.told(row["reason"])] if row["reason"] and code != _STEP else []
    lines += [canvas.told(say("plots.gantt.period", text=row["period_text"]))] if row["period_text"] else []
    lines += [canvas.told(say("plots.gantt.owner", owner=row["owner"]))] if row["owner"] else []
    lines += [labels.safe(say("plots.cell", cell=row["source_cell"]))] if row["source_cell"] else []
    return "<br>".join(lines)
