"""The charts of the book as native charts: bars, stacked bars and lines whose numbers can be edited."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml.ns import qn
from pptx.util import Pt

from kmdash.domain.words import digits
from kmdash.plots.palette import LIGHT, text_on
from kmdash.reports.book.fonts import in_thai, plainly, write
from kmdash.reports.book.pages import INNER, MARGIN, TEXT, Chart, Look, Series
from kmdash.reports.book.scores import LABEL
from kmdash.reports.cells import OPTIONS, safe
from kmdash.reports.tables import THAI_DIGITS

_KINDS = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
_PATTERNS = {
    "/": MSO_PATTERN.WIDE_UPWARD_DIAGONAL,
    "x": MSO_PATTERN.OUTLINED_DIAMOND,
    ".": MSO_PATTERN.PERCENT_20,
    "|": MSO_PATTERN.NARROW_VERTICAL,
}
_DASHES = {"dash": MSO_LINE.DASH, "dot": MSO_LINE.ROUND_DOT}
_LEGEND = 30.0
_TALLEST_BAR = 56.0  # a bar with the gap below it
_WORDS = 170.0  # for what is told behind the last points of lines
_RIGHT = 70.0  # for the number behind the longest bar


def draw(slide: Any, chart: Chart, top: float, height: float) -> None:
    """Add a chart to a slide, from ``top`` down, at most ``height`` points high."""
    legend = 0.0 if chart.kind == "bars" else _LEGEND
    tall = height - 6 if chart.kind == "lines" else min(height - 6, len(chart.categories) * _TALLEST_BAR + legend)
    data = CategoryChartData(number_format=_format(chart))
    data.categories = chart.categories
    for series in chart.series:
        data.add_series(series.name, series.values)
    place = (Pt(MARGIN), Pt(top), Pt(INNER), Pt(tall))
    frame = slide.shapes.add_chart(_KINDS[chart.kind], *place, data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", safe(chart.about))
    native = frame.chart
    native.part.chart_workbook.update_from_xlsx_blob(_workbook(chart))
    native.has_title, native.font.size = False, Pt(TEXT)
    native.font.color.rgb = _rgb(LIGHT.ink)
    if legend:
        native.has_legend = True
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        native.legend.font.size = Pt(TEXT)
    else:
        native.has_legend = False
    (_lines if chart.kind == "lines" else _bars)(native, chart, tall, legend)
    in_thai(native._chartSpace)
    if chart.cut is not None:
        _cut(slide, chart, top, tall)


def _format(chart: Chart) -> str:
    plain = "0." + "0" * chart.decimals if chart.decimals else "#,##0"
    return (THAI_DIGITS if digits() == "th" else "") + plain


def _workbook(chart: Chart) -> bytes:
    """The numbers behind a chart, where its own references look for them; a text is never a formula or a link."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        sheet, shown = book.add_worksheet("Sheet1"), book.add_format({"num_format": _format(chart)})
        for row, category in enumerate(chart.categories, start=1):
            sheet.write_string(row, 0, category)
        for column, series in enumerate(chart.series, start=1):
            sheet.write_string(0, column, series.name)
            for row, value in enumerate(series.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, value, shown)
    return target.getvalue()


def _bars(native: Any, chart: Chart, height: float, legend: float) -> None:
    category, value = native.category_axis, native.value_axis
    category.reverse_order = True
    _every_label(category)
    category.tick_labels.font.size = Pt(TEXT)
    category.format.line.color.rgb = _rgb(LIGHT.outline)
    category.has_major_gridlines = False
    value.visible, value.has_major_gridlines = False, False
    value.minimum_scale, value.maximum_scale = 0, chart.most
    plot = native.plots[0]
    plot.gap_width, plot.vary_by_categories = 45, False
    if chart.kind == "stacked":
        plot.overlap = 100
    _inner(native, (LABEL, 0.0, 1 - LABEL - _RIGHT / INNER, (height - legend) / height))
    for drawn, series in zip(plot.series, chart.series, strict=True):
        _fill(drawn.format, series.look)
        for place, look in enumerate(series.looks):
            if series.values[place] is not None and look != series.look:
                _fill(drawn.points[place].format, look)
        labels = drawn.data_labels
        labels.show_value, labels.number_format, labels.number_format_is_linked = True, _format(chart), False
        stacked = chart.kind == "stacked"
        labels.position = XL_LABEL_POSITION.CENTER if stacked else XL_LABEL_POSITION.OUTSIDE_END
        labels.font.size, labels.font.bold = Pt(TEXT), True
        labels.font.color.rgb = _rgb(text_on(series.look.fill) if stacked and not series.look.pattern else LIGHT.ink)
        if stacked and series.look.pattern:
            _field(labels)


def _every_label(category: Any) -> None:
    """Every category has its name, however near they stand."""
    axis = category._element
    axis.find(qn("c:noMultiLvlLbl")).addprevious(axis.makeelement(qn("c:tickLblSkip"), {"val": "1"}))


def _field(labels: Any) -> None:
    """A plain field behind the numbers on a patterned bar."""
    element = labels._element
    shape = element.makeelement(qn("c:spPr"), {})
    fill = shape.makeelement(qn("a:solidFill"), {})
    fill.append(fill.makeelement(qn("a:srgbClr"), {"val": LIGHT.bg[1:]}))
    shape.append(fill)
    element.find(qn("c:numFmt")).addnext(shape)


def _lines(native: Any, chart: Chart, height: float, legend: float) -> None:
    category, value = native.category_axis, native.value_axis
    for axis in (category, value):
        axis.tick_labels.font.size = Pt(TEXT)
        axis.format.line.color.rgb = _rgb(LIGHT.line)
    value.minimum_scale = 0
    _inner(native, (0.05, 0.03, 1 - 0.05 - _WORDS / INNER, (height - legend - 54) / height))
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = _format(chart), False
    value.major_gridlines.format.line.color.rgb = _rgb(LIGHT.grid)
    for drawn, series in zip(native.plots[0].series, chart.series, strict=True):
        drawn.smooth = False
        line = drawn.format.line
        line.color.rgb, line.width = _rgb(series.look.fill), Pt(2.5 if series.look.dash else 3.5)
        if series.look.dash:
            line.dash_style = _DASHES[series.look.dash]
        drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 7
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = _rgb(LIGHT.bg if series.look.dash else series.look.fill)
        drawn.marker.format.line.color.rgb = _rgb(series.look.fill)
        for place, text in series.told:
            _tell(drawn.points[place].data_label, series, place, text)


def _tell(label: Any, series: Series, place: int, text: str) -> None:
    write(label.text_frame, [text], size=TEXT, bold=True, colour=series.look.fill)
    last = place == len(series.values) - 1
    label.position = XL_LABEL_POSITION.RIGHT if last else XL_LABEL_POSITION.BELOW


def _fill(shape: Any, look: Look) -> None:
    colour = _rgb(look.fill)
    if look.pattern:
        shape.fill.patterned()
        shape.fill.pattern = _PATTERNS[look.pattern]
        shape.fill.fore_color.rgb, shape.fill.back_color.rgb = _rgb(LIGHT.bg), colour
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour
    shape.line.color.rgb, shape.line.width = _rgb(LIGHT.outline), Pt(0.75)


def _inner(native: Any, shares: tuple[float, float, float, float]) -> None:
    """Where the bars stand within the chart: left, top, width and height as shares of it."""
    area = native._chartSpace.chart.plotArea
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    layout = area.makeelement(qn("c:layout"), {})
    manual = layout.makeelement(qn("c:manualLayout"), {})
    for name, value in _layout(shares):
        manual.append(manual.makeelement(qn(f"c:{name}"), {"val": value}))
    layout.append(manual)
    area.insert(0, layout)


def _layout(shares: tuple[float, float, float, float]) -> Iterator[tuple[str, str]]:
    yield "layoutTarget", "inner"
    yield "xMode", "edge"
    yield "yMode", "edge"
    yield from ((name, f"{share:.4f}") for name, share in zip("xywh", shares, strict=True))


def _cut(slide: Any, chart: Chart, top: float, height: float) -> None:
    """The cut line through the row that is kept free for it."""
    assert chart.cut is not None
    y = top + height * (chart.cut + 0.5) / len(chart.categories)
    line = slide.shapes.add_connector(1, Pt(MARGIN + INNER * LABEL + 2), Pt(y), Pt(MARGIN + INNER), Pt(y))
    line.line.color.rgb, line.line.width = _rgb(LIGHT.late), Pt(2.5)
    plainly(line)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour[1:])
