"""Rows of counts laid end to end: what each row is made of, every part with its sign and number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from kmdash.domain.marks import Mark
from kmdash.domain.words import say
from kmdash.plots import figure, labels
from kmdash.plots.palette import Tokens, text_on, tokens
from kmdash.typeset import wrap

_HEAD, _ONE, _TWO = 30, 36, 50
_THICK = 25
_WIDEST = 90  # pixels of one, so that a single one is no long bar


@dataclass(frozen=True)
class Kind:
    """What a part of a row means: its sign, its word, and the colours (names of ``Tokens``) and pattern it has."""

    glyph: str
    word: str
    fill: str
    outline: str
    pattern: str = ""

    def look(self, colours: Tokens) -> figure.Look:
        """How it is drawn."""
        ink = tokens("light").ink if self.pattern == "." else None
        return figure.Look(getattr(colours, self.fill), getattr(colours, self.outline), self.pattern, ink)


@dataclass(frozen=True)
class Stack:
    """A row: its label, how much of each kind (as many as there are kinds), what stands beside it, and its mark.

    ``loud`` says that what stands beside it is to be seen; ``cell`` is where it was read.
    """

    label: str
    counts: Sequence[float]
    beside: str
    mark: Mark | None = None
    loud: bool = False
    cell: str | None = None


def stacks(
    rows: Sequence[Stack], kinds: Sequence[Kind], *, theme: str, width: int, empty: str, note: str | None = None
) -> go.Figure:
    """One row a stack, its parts in the order of the kinds; above them what the signs mean.

    Parameters
    ----------
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    empty : what is told where there is no row
    note : a line printed below
    """
    if not rows:
        return figure.message(empty, theme=theme, width=width)
    if len(rows) > figure.MOST_BARS:
        return figure.too_many(len(rows), theme=theme, width=width)
    k = figure.scale(width)
    room = max(wrap.text_width(row.beside, 14 * k, bold=True) for row in rows) + 34 * k
    left, right = min(430 * k, 0.4 * width), min(room, 0.3 * width)
    longest = max([(width - left - right) / (_WIDEST * k), *(sum(row.counts) for row in rows)])
    canvas = figure.Canvas(theme, width, left=left, right=right, span=(0, longest))
    used = [place for place in range(len(kinds)) if any(row.counts[place] for row in rows)]
    told = " · ".join(f"{kinds[place].glyph} {kinds[place].word}" for place in used)
    canvas.left_text(_HEAD / 2 * k, labels.safe(told), indent=4, size=14, colour=canvas.colours.mute)
    centres, y = [], _HEAD * k
    for row in rows:
        text = labels.wrapped(row.label, canvas.left - 18 * k, 14.5 * k, 2)
        height = (_TWO if "<br>" in text else _ONE) * k
        centres.append(y + height / 2)
        canvas.left_text(centres[-1], text, indent=4, size=14.5, chosen=row.mark)
        ink = canvas.colours.late if row.loud else canvas.colours.mute
        canvas.right_text(centres[-1], labels.safe(row.beside), size=14, bold=row.loud, colour=ink)
        canvas.hover([0, longest], [y, y + height], [[_told(canvas, row, kinds)]], [[row.mark]])
        y += height
    for place in used:
        _parts(canvas, rows, centres, place, kinds[place])
    return canvas.figure(y + 6 * k + figure.foot(canvas, y + 6 * k, [note]))


def _parts(canvas: figure.Canvas, rows: Sequence[Stack], centres: Sequence[float], place: int, kind: Kind) -> None:
    """The parts of one kind, each with its sign and number where they fit."""
    k, look = canvas.k, kind.look(canvas.colours)
    ends, where = [], []
    for row, y in zip(rows, centres, strict=True):
        count, start = row.counts[place], sum(row.counts[:place])
        if not count:
            continue
        ends.append((start, start + count))
        where.append(y)
        number = labels.number(count)
        fits = [text for text in (f"{kind.glyph} {number}", number) if _fits(canvas, text, count)]
        if fits:
            box: dict[str, Any] = {"bgcolor": look.fill, "borderpad": 1} if kind.pattern else {}
            canvas.text(start + count / 2, y, fits[0], size=14, bold=True, colour=text_on(look.fill), **box)
    canvas.bars(ends, where, _THICK * k, look)


def _fits(canvas: figure.Canvas, text: str, count: float) -> bool:
    return wrap.text_width(text, 14 * canvas.k, bold=True) + 8 * canvas.k <= canvas.pixels(count)


def _told(canvas: figure.Canvas, row: Stack, kinds: Sequence[Kind]) -> str:
    """The text under the pointer."""
    lines = [f"<b>{canvas.told(row.label)}</b>"]
    lines += [
        labels.safe(f"{kind.glyph} {kind.word} {labels.number(count)}")
        for kind, count in zip(kinds, row.counts, strict=True)
        if count
    ]
    lines += [labels.safe(row.beside)]
    lines += [labels.safe(say("plots.cell", cell=row.cell))] if row.cell else []
    return "<br>".join(lines)
