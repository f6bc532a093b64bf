"""The book as PowerPoint: native tables and charts that can be edited, the explanations in the notes of each slide."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from kmdash.domain.words import numerals
from kmdash.plots.palette import LIGHT, text_on
from kmdash.reports.book.charts import draw
from kmdash.reports.book.fonts import FONT, plainly, write
from kmdash.reports.book.pages import FOOT, HEIGHT, INNER, LINE, MARGIN, TEXT, WIDTH, Cell, Page, Table
from kmdash.reports.book.paging import (
    PAD_X,
    PAD_Y,
    TOP,
    body_top,
    head_height,
    lines_height,
    room,
    row_height,
    title_lines,
)
from kmdash.reports.cells import CREATED, safe

Step = Callable[[int, int], object]
TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TITLE_ONLY = 5  # of the library's own template
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_COVER, _COVER_LINES = 40.0, 20.0
_SMALL = 12.0
_WHERE = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}


def pptx(pages: Sequence[Page], *, step: Step = lambda done, total: None) -> bytes:
    """The pages as a presentation of 16:9, one slide a page.

    ``step`` is told how many pages are done of how many, before each page and at the end; what it raises ends the
    work.
    """
    show = Presentation()
    _wide(show)
    for done, page in enumerate(pages):
        step(done, len(pages))
        slide = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
        (_cover if page.kind == "cover" else _page)(slide, page)
        _foot(slide, page)
        if page.notes:
            frame = slide.notes_slide.notes_text_frame
            write(frame, [page.heading, *page.notes], size=_SMALL)
    properties = show.core_properties
    properties.title = safe(pages[0].title) if pages else ""
    properties.author, properties.created, properties.modified = "kmdash", CREATED, CREATED
    properties.language = "th-TH"
    target = BytesIO()
    show.save(target)
    step(len(pages), len(pages))
    return target.getvalue()


def _wide(show: Any) -> None:
    """Make the library's template 16:9 and give it our font, also for what is typed later."""
    old, new = show.slide_width, Pt(WIDTH)
    show.slide_width, show.slide_height = new, Pt(HEIGHT)
    for layout in (show.slide_master, *show.slide_layouts):
        for shape in layout.placeholders:
            left, wide = shape.left, shape.width
            if left is not None and wide is not None:
                shape.left, shape.width = int(left * new / old), int(wide * new / old)
    for part in show.slide_master.part.rels.values():
        if part.reltype.endswith("/theme"):
            theme = part.target_part
            theme._blob = theme.blob.replace(b'typeface="Calibri"', f'typeface="{FONT}"'.encode())


def _cover(slide: Any, page: Page) -> None:
    band = slide.shapes.add_shape(1, 0, 0, Pt(18), Pt(HEIGHT))
    band.fill.solid()
    band.fill.fore_color.rgb = RGBColor.from_string(LIGHT.done[1:])
    band.line.fill.background()
    plainly(band)
    _title(slide, [page.title], (MARGIN + 30, 130, INNER - 30, _COVER * LINE * 2), _COVER)
    box = slide.shapes.add_textbox(Pt(MARGIN + 30), Pt(250), Pt(INNER - 30), Pt(len(page.lines) * _COVER_LINES * LINE))
    _frame(box.text_frame)
    write(box.text_frame, page.lines, size=_COVER_LINES, colour=LIGHT.mute)


def _page(slide: Any, page: Page) -> None:
    size, lines = title_lines(page.heading)
    _title(slide, lines, (MARGIN, TOP, INNER, len(lines) * size * LINE), size)
    top = body_top(page)
    if page.lines:
        height = lines_height(page.lines)
        box = slide.shapes.add_textbox(Pt(MARGIN), Pt(top), Pt(INNER), Pt(height))
        _frame(box.text_frame)
        write(box.text_frame, page.lines, size=TEXT, colour=LIGHT.mute)
        top += height
    if page.table:
        _table(slide, page.table, top, page.heading)
    if page.chart:
        draw(slide, page.chart, top, room(page))


def _title(slide: Any, lines: Sequence[str], place: tuple[float, float, float, float], size: float) -> None:
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = (Pt(length) for length in place)
    _frame(title.text_frame)
    write(title.text_frame, lines, size=size, bold=True, where=PP_ALIGN.LEFT, together=True)


def _frame(frame: Any) -> None:
    """A text frame without inner margins, its text from the top, in lines that wrap."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.TOP


def _foot(slide: Any, page: Page) -> None:
    line = slide.shapes.add_connector(1, Pt(MARGIN), Pt(FOOT + 5), Pt(WIDTH - MARGIN), Pt(FOOT + 5))
    line.line.color.rgb, line.line.width = RGBColor.from_string(LIGHT.line[1:]), Pt(0.75)
    plainly(line)
    for text, left, width, where in (
        (page.foot, MARGIN, INNER - 60, PP_ALIGN.LEFT),
        (numerals(str(page.number)), WIDTH - MARGIN - 60, 60, PP_ALIGN.RIGHT),
    ):
        box = slide.shapes.add_textbox(Pt(left), Pt(FOOT + 9), Pt(width), Pt(_SMALL * LINE))
        _frame(box.text_frame)
        write(box.text_frame, [text], size=_SMALL, colour=LIGHT.mute, where=where)


def _table(slide: Any, table: Table, top: float, about: str) -> None:
    heights = [*([head_height(table)] if table.headed else []), *(row_height(table, row) for row in table.rows)]
    place = (Pt(MARGIN), Pt(top), Pt(INNER), Pt(sum(heights)))
    frame = slide.shapes.add_table(len(heights), len(table.columns), *place)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", safe(about))
    grid = frame.table
    grid._tbl.tblPr.find(qn("a:tableStyleId")).text = _NO_STYLE
    grid.first_row, grid.horz_banding = table.headed, False
    for column, width in zip(grid.columns, table.widths(), strict=True):
        column.width = Pt(width)
    for row, height in zip(grid.rows, heights, strict=True):
        row.height = Pt(height)
    heads = [tuple(Cell(column.head, LIGHT.panel, bold=True) for column in table.columns)] if table.headed else []
    for row, cells in zip(grid.rows, [*heads, *table.rows], strict=True):
        for cell, shown, column in zip(row.cells, cells, table.columns, strict=True):
            _cell(cell, shown, _WHERE[column.align], table.size)


def _cell(cell: Any, shown: Cell, where: Any, size: float) -> None:
    cell.margin_left = cell.margin_right = Pt(PAD_X)
    cell.margin_top = cell.margin_bottom = Pt(PAD_Y)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    if shown.fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(shown.fill[1:])
    ink = LIGHT.ink if shown.fill is None else _ink(shown.fill)
    write(cell.text_frame, shown.text.split("\n"), size=size, bold=shown.bold, colour=ink, where=where)
    _rule(cell._tc.get_or_add_tcPr())


def _ink(fill: str) -> str:
    return LIGHT.bg if text_on(fill) == LIGHT.bg else LIGHT.ink


def _rule(properties: Any) -> None:
    """A thin line under a cell; it stands before the fill in the cell's properties."""
    line = properties.makeelement(qn("a:lnB"), {"w": "9525"})
    fill = line.makeelement(qn("a:solidFill"), {})
    colour = fill.makeelement(qn("a:srgbClr"), {"val": LIGHT.line[1:]})
    fill.append(colour)
    line.append(fill)
    properties.insert(0, line)
