"""What all figures share: a canvas measured in pixels, fonts, hover, the empty figure, the camera."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from kmdash.domain.marks import Mark
from kmdash.domain.words import language, say
from kmdash.plots import labels
from kmdash.plots.palette import tokens

FONT = "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', Tahoma, sans-serif"
LAPTOP_WIDTH = 1270
LARGEST_SCALE = 1.48
MOST_BARS = 500


@dataclass(frozen=True)
class Look:
    """How bars of one meaning look. (Plotly obeys a pattern's colours only where a trace has one colour.)"""

    fill: str
    outline: str
    pattern: str = ""
    hatch: str | None = None  # the pattern's colour; None: the background's


def scale(width: int) -> float:
    """How much larger than on a laptop everything is drawn, for the width a chart is given in pixels.

    >>> scale(900), scale(1270), scale(2540)
    (1.0, 1.0, 1.48)
    """
    return min(max(width / LAPTOP_WIDTH, 1.0), LARGEST_SCALE)


class Canvas:
    """A figure being drawn: y in pixels from the top, x in the chart's own unit between two margins.

    ``width`` is the width the page is assumed to give, in pixels; ``k`` the scale that follows from it
    where none is given, ``inner`` the pixels between the margins. Text given to a canvas is already escaped.
    """

    def __init__(
        self,
        theme: str,
        width: int,
        *,
        left: float,
        right: float,
        span: tuple[float, float] = (0, 1),
        k: float | None = None,
    ):
        self.colours = tokens(theme)
        self.k = k or scale(width)
        self.left, self.right, self.span = left, right, span
        self.inner = max(width - left - right, 60.0)
        self.texts: list[dict[str, Any]] = []
        self.shapes: list[dict[str, Any]] = []
        self.traces: list[Any] = []
        self.cells: list[tuple[float, float, float, float, str, Mark | None]] = []

    def pixels(self, length: float) -> float:
        """A length of the x axis in pixels."""
        return length * self.inner / (self.span[1] - self.span[0])

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 15,
        colour: str | None = None,
        bold: bool = False,
        anchor: str = "center",
        valign: str = "middle",
        shift: float = 0,
        paper: bool = False,
        chosen: Mark | None = None,
        **box: Any,
    ) -> None:
        """Write a text at (x, y), moved ``shift`` pixels to the right; ``paper``: x is a share of the inner width.

        A click on the text chooses its mark, also beside the plot, where no cell can lie.
        """
        if chosen:
            box |= {"captureevents": True, "name": json.dumps(chosen)}
        self.texts.append(
            {
                "x": x,
                "y": y,
                "xref": "paper" if paper else "x",
                "yref": "y",
                "text": labels.in_digits(f"<b>{text}</b>" if bold else text),
                "font": {"size": round(size * self.k, 1), "color": colour or self.colours.ink},
                "showarrow": False,
                "xanchor": anchor,
                "yanchor": valign,
                "xshift": shift,
                "align": anchor,
                **box,
            }
        )

    def left_text(self, y: float, text: str, *, indent: float = 0, **style: Any) -> None:
        """Write a text in the left margin, ``indent`` pixels from the figure's edge."""
        self.text(0, y, text, anchor="left", shift=indent - self.left, paper=True, **style)

    def right_text(self, y: float, text: str, *, gap: float = 14, **style: Any) -> None:
        """Write a text in the right margin, ``gap`` pixels beside the plot."""
        self.text(1, y, text, anchor="left", shift=gap, paper=True, **style)

    def chip(self, x: float, y: float, text: str, fill: str, ink: str, *, size: float = 13, **style: Any) -> None:
        """Write a short text on a filled, outlined field."""
        box = {"bgcolor": fill, "bordercolor": self.colours.outline, "borderwidth": 1, "borderpad": 2}
        self.text(x, y, text, size=size, colour=ink, bold=True, **{**box, **style})

    def rect(self, x: tuple[float, float], y: tuple[float, float], fill: str | None, **line: Any) -> None:
        """Draw a rectangle; ``line`` = its outline (colour, width, dash)."""
        shape = {"type": "rect", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "layer": "below"}
        self.shapes.append({**shape, "fillcolor": fill or "rgba(0,0,0,0)", "line": {"width": 0, **line}})

    def rule(
        self, x: tuple[float, float], y: tuple[float, float], colour: str, width: float = 1, dash: str = "solid"
    ) -> None:
        """Draw a straight line."""
        shape = {"type": "line", "x0": x[0], "x1": x[1], "y0": y[0], "y1": y[1], "layer": "below"}
        self.shapes.append({**shape, "line": {"color": colour, "width": width, "dash": dash}})

    def wide_rule(self, y: float, colour: str, width: float = 1) -> None:
        """Draw a line across the whole figure, margins included, however wide it is shown."""
        shape = {"type": "line", "xref": "paper", "y0": y, "y1": y, "layer": "below"}
        inside = {"x0": 0, "x1": 1}
        before = {"xsizemode": "pixel", "xanchor": 0, "x0": -self.left, "x1": 0}
        behind = {"xsizemode": "pixel", "xanchor": 1, "x0": 0, "x1": self.right}
        for ends in (before, inside, behind):
            self.shapes.append({**shape, **ends, "line": {"color": colour, "width": width}})

    def hover(
        self,
        x: Sequence[float],
        y: Sequence[float],
        texts: Sequence[Sequence[str]],
        marks: Sequence[Sequence[Mark | None]] | None = None,
    ) -> None:
        """Lay unseen cells with the given edges over the figure, row by row.

        A text is shown under the pointer, "" shows nothing. A mark is what a click on the cell chooses; a cell
        with neither is left out.
        """
        for down, (top, bottom, row) in enumerate(zip(y, y[1:], texts, strict=False)):
            for across, (left, right, text) in enumerate(zip(x, x[1:], row, strict=False)):
                chosen = marks[down][across] if marks else None
                if text or chosen:
                    self.cells.append((left, right, top, bottom, text, chosen))

    def bars(
        self,
        ends: Sequence[tuple[float, float]],
        centres: Sequence[float],
        thick: float,
        look: "Look",
    ) -> None:
        """Draw horizontal bars of one look from their first to their second end."""
        self.traces.append(
            go.Bar(
                orientation="h",
                base=[first for first, _ in ends],
                x=[last - first for first, last in ends],
                y=list(centres),
                width=thick,
                marker={
                    "color": look.fill,
                    "pattern": {
                        "shape": look.pattern,
                        "size": 7,
                        "solidity": 0.25,
                        "bgcolor": look.fill,
                        "fgcolor": look.hatch or self.colours.bg,
                        "fillmode": "replace",
                        "fgopacity": 0.7,
                    },
                    "line": {"color": look.outline, "width": 1},
                },
                hoverinfo="skip",
                unselected={"marker": {"opacity": 1}},
            )
        )

    def told(self, text: str | None) -> str:
        """A user's text wrapped for the pointer's box."""
        return labels.wrapped(text, 420 * self.k, 15 * self.k, 6)

    def figure(self, height: float) -> go.Figure:
        """The finished figure, ``height`` pixels high.

        Plotly's check of every text and shape takes ten times as long as drawing them; the tests do it instead.
        """
        colours = self.colours
        layout = {
            "template": {},
            "height": round(height),
            "margin": {"l": round(self.left), "r": round(self.right), "t": 0, "b": 0, "pad": 0},
            "paper_bgcolor": colours.bg,
            "plot_bgcolor": colours.bg,
            "font": {"family": FONT, "size": round(15 * self.k, 1), "color": colours.ink},
            "xaxis": {"range": list(self.span), "visible": False, "fixedrange": True},
            "yaxis": {"range": [round(height), 0], "visible": False, "fixedrange": True},
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": colours.panel,
                "bordercolor": colours.line,
                "font": {"family": FONT, "size": round(15 * self.k, 1), "color": colours.ink},
                "align": "left",
                "namelength": -1,
            },
            "modebar": {"bgcolor": colours.bg, "color": colours.mute, "activecolor": colours.ink},
            "dragmode": False,
            "showlegend": False,
            "barmode": "overlay",
            "annotations": self.texts,
            "shapes": self.shapes,
        }
        traces = [*self.traces, *([self._unseen()] if self.cells else [])]
        return go.Figure(data=traces or [{"type": "scatter"}], layout=layout, _validate=False)

    def _unseen(self) -> go.Bar:
        """The cells as bars without colour: Plotly tells clicks on bars, on heat-maps and shapes it does not."""
        left, right, top, bottom, texts, marks = zip(*self.cells, strict=True)
        return go.Bar(
            orientation="h",
            base=left,
            x=[end - start for start, end in zip(left, right, strict=True)],
            y=[(upper + lower) / 2 for upper, lower in zip(top, bottom, strict=True)],
            width=[lower - upper for upper, lower in zip(top, bottom, strict=True)],
            marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}},
            hoverinfo="text",
            hovertext=[labels.in_digits(text) for text in texts],
            customdata=[list(mark) if mark else None for mark in marks],
        )


def message(text: str, *, theme: str, width: int) -> go.Figure:
    """A figure that has nothing to draw and says what to do."""
    canvas = Canvas(theme, width, left=0, right=0)
    height = 150 * canvas.k
    canvas.rect((0.005, 0.995), (8, height - 8), canvas.colours.panel, color=canvas.colours.line, width=1, dash="dot")
    canvas.text(0.5, height / 2, labels.wrapped(text, width * 0.9, 16 * canvas.k, 3), size=16)
    return canvas.figure(height)


def too_many(count: int, *, theme: str, width: int, most: int = MOST_BARS) -> go.Figure:
    """The figure shown where there are more bars or rows than one can find one's way among."""
    return message(say("plots.too_many", count=f"{count:,}", most=most), theme=theme, width=width)


def foot(canvas: Canvas, y: float, parts: Sequence[str | None]) -> float:
    """Write the notes under a chart, each on a line of its own; gives the height used."""
    line = 22 * canvas.k
    notes = [part for part in parts if part]
    width = canvas.left + canvas.inner + canvas.right
    for place, note in enumerate(notes):
        text = labels.wrapped(note, width - 8, 13.5 * canvas.k, 1)
        canvas.left_text(y + line * (place + 0.5), text, indent=2, size=13.5, colour=canvas.colours.mute)
    return line * len(notes) + (6 * canvas.k if notes else 0)


def config(name: str) -> dict[str, Any]:
    """The ``config`` of ``st.plotly_chart``: only the camera, named in the language now set, no zooming.

    ``name`` is the picture's file name without ending.
    """
    return {
        "displaylogo": False,
        "displayModeBar": "hover",
        "modeBarButtons": [["toImage"]],
        "scrollZoom": False,
        "doubleClick": False,
        "typesetMath": False,
        "toImageButtonOptions": {"format": "png", "scale": 2, "filename": name, "width": None, "height": None},
        "locale": language(),
        "locales": {language(): {"dictionary": {"Download plot as a PNG": say("plots.camera")}, "format": {}}},
    }
