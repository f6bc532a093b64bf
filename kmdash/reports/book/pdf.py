"""The book as a PDF on A4 across: the same pages, their charts drawn, headings repeated where a table goes on."""

from collections.abc import Callable, Sequence
from typing import Any

from kmdash.plots.labels import number, score
from kmdash.plots.palette import LIGHT, text_on
from kmdash.plots.progress import ticks
from kmdash.reports import paper
from kmdash.reports.book.pages import INNER, TITLE_LEAST, Chart, Look, Page, Series, Table
from kmdash.reports.book.scores import LABEL
from kmdash.typeset import wrap

Step = Callable[[int, int], object]
TYPE = "application/pdf"
_WIDTH = 762.0  # of the sheet between its margins, in points
_SCALE = _WIDTH / INNER  # of a slide: what fits there fits here
_MOST_LINES = 9


def pdf(pages: Sequence[Page], *, step: Step = lambda done, total: None) -> bytes:
    """The pages as a PDF. The foot, the same on all pages, is that of the first.

    ``step`` is told how many pages are done of how many, before each page and at the end; what it raises ends the
    work.
    """
    told = []
    for done, page in enumerate(pages):
        step(done, len(pages))
        told.append(_page(page))
    colours = {
        name: getattr(LIGHT, name) for name in ("ink", "mute", "line", "grid", "panel", "done", "late", "outline")
    }
    data = {"pages": told, "colours": colours, "label": LABEL, "scale": _SCALE}
    title, foot = (pages[0].title, pages[0].foot) if pages else ("", "")
    made = paper.pdf("book", data, title=title, footer=foot)
    step(len(pages), len(pages))
    return made


def _page(page: Page) -> dict[str, Any]:
    return {
        "kind": page.kind,
        "title": paper.pieces("\n".join(_title(page.heading)), _WIDTH, TITLE_LEAST),
        "lines": [paper.pieces(line, _WIDTH, 14) for line in page.lines],
        "table": _table(page.table) if page.table else None,
        "chart": _chart(page.chart) if page.chart else None,
    }


def _title(text: str) -> tuple[str, ...]:
    """The lines of a title, about equally long."""
    return wrap.lines(text, _WIDTH, TITLE_LEAST, max_lines=_MOST_LINES, bold=True)


def _table(table: Table) -> dict[str, Any]:
    whole = sum(column.share for column in table.columns)
    rooms = [_WIDTH * column.share / whole - 12 for column in table.columns]
    return {
        "shares": [column.share for column in table.columns],
        "aligns": [column.align for column in table.columns],
        "heads": [
            paper.pieces(column.head, room, table.size) for column, room in zip(table.columns, rooms, strict=True)
        ],
        "headed": table.headed,
        "size": table.size * _SCALE,
        "rows": [
            [
                {
                    "text": paper.pieces(cell.text, room, table.size),
                    "fill": cell.fill,
                    "ink": text_on(cell.fill) if cell.fill else LIGHT.ink,
                    "bold": cell.bold,
                }
                for cell, room in zip(row, rooms, strict=True)
            ]
            for row in table.rows
        ],
    }


def _chart(chart: Chart) -> dict[str, Any]:
    shown = score if chart.decimals else number
    marks = ticks(int(chart.most)) if chart.kind == "lines" else []
    return {
        "kind": chart.kind,
        "categories": [paper.pieces(category, _WIDTH * LABEL, 14) for category in chart.categories],
        "series": [_series(series, shown) for series in chart.series],
        "most": chart.most,
        "ticks": [{"at": mark, "text": paper.pieces(number(mark))} for mark in marks],
        "cut": chart.cut,
    }


def _series(series: Series, shown: Callable[[float], str]) -> dict[str, Any]:
    looks = series.looks or (series.look,) * len(series.values)
    return {
        "name": paper.pieces(series.name),
        "look": _look(series.look),
        "values": [None if value is None else float(value) for value in series.values],
        "texts": [paper.pieces(shown(value)) if value is not None else [] for value in series.values],
        "looks": [_look(look) for look in looks],
        "told": [{"at": place, "text": paper.pieces(text, 200, 14)} for place, text in series.told],
    }


def _look(look: Look) -> dict[str, str]:
    return {"fill": look.fill, "pattern": look.pattern, "dash": look.dash, "ink": text_on(look.fill)}
