"""What holds for every figure: fixed, escaped, nothing outside, empty and large frames."""

import json
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.fiscal import fiscal_months
from kmdash.domain.frames import frame
from kmdash.domain.results import ATTAINMENT, CALENDAR, COVERAGE, PROGRESS_CURVE, TALLY, WARNINGS
from kmdash.domain.words import set_language
from kmdash.plots import figure, labels
from kmdash.plots.attainment import attainment
from kmdash.plots.calendar import year_map
from kmdash.plots.coverage import coverage
from kmdash.plots.gantt import gantt
from kmdash.plots.progress import curve
from kmdash.plots.vote import vote

DAY = date(2019, 6, 15)
EVIL = '<a href="http://x">กด</a> & %{x} &lt; $a$ <b>หนา'
MONTHS = fiscal_months(2562)


def coverage_rows(plans, text):
    counts = {"planned": 2, "done": 1, "overdue": 1, "due": 1, "cancelled": 0, "state": "late", "order_break": True}
    where = {"unit": text, "process": "KM", "source_cell": text, "unclear": 1}
    return [
        {**where, **counts, "plan_id": str(n), "plan": text, "stage": stage, "stage_name": text}
        for n in range(plans)
        for stage in range(1, 8)
    ]


def attainment_rows(plans, text):
    own = {"name": text, "kpi_unit": text, "explanation": text, "source_cell": text, "plan": text, "unit": text}
    scored = {"threshold_1": 1.0, "threshold_5": 5.0, "actual": 4.0, "score": 4.0, "level": 4}
    waits = {"reason": "no_thresholds", "actual": 3.0}
    return [{**own, "kpi_id": str(n), "plan_id": str(n), **(waits if n % 3 == 1 else scored)} for n in range(plans)]


def calendar_rows(plans, text):
    own = {"layer": "plan", "no": text, "text": text, "state": "active", "starts": True, "due": True, "band": False}
    return [
        {**own, "plan_id": str(n), "plan": text, "unit": text, "item_id": str(n), "month": MONTHS[n % 12]}
        for n in range(plans)
    ]


def warnings_rows(plans, text):
    own = {"no": text, "text": text, "owner": text, "reason": text, "period_text": text, "plan": text, "unit": text}
    dated = {"start": date(2019, 2, 1), "end": date(2020, 3, 31), "state": "active", "due_soon": True, "days": 3}
    open_ = {"state": "unclear", "period_kind": "unclear"}
    return [{**own, "item_id": str(n), "plan_id": str(n), **(open_ if n % 3 == 1 else dated)} for n in range(plans)]


def tally_rows(plans, text):
    own = {"ballot_id": "B", "unit": text, "process": text, "share": 0.1, "rank": 1, "tied": plans, "votes": 3}
    return [{**own, "candidate_id": str(n), "tied_at_cut": True, "source_cell": text} for n in range(plans)]


def curve_rows(plans, text):
    return [{"office": text, "fiscal_year": 2562, "month": month, "planned": plans, "actual": 0} for month in MONTHS]


FIGURES = {
    "coverage": (COVERAGE, coverage_rows, coverage),
    "attainment": (ATTAINMENT, attainment_rows, attainment),
    "year_map": (CALENDAR, calendar_rows, lambda data, **kw: year_map(data, fiscal_year=2562, as_of=DAY, **kw)),
    "gantt": (WARNINGS, warnings_rows, lambda data, **kw: gantt(data, 2562, DAY, **kw)),
    "vote": (TALLY, tally_rows, lambda data, **kw: vote(data, 5, **kw)),
    "curve": (PROGRESS_CURVE, curve_rows, lambda data, **kw: curve(data, DAY, **kw)),
}
EVERY = pytest.mark.parametrize("name", FIGURES)


def a_frame(name, plans, text="การจัดทำแผน"):
    columns, rows, _ = FIGURES[name]
    return frame(columns, rows(plans, text) if plans else [])


def draw(name, data, *, theme="light", width=1270):
    return FIGURES[name][2](data, theme=theme, width=width)


def shown_texts(drawn):
    yield from (annotation.text for annotation in drawn.layout.annotations)
    for trace in drawn.data:
        if trace.hovertext is not None:
            yield from pd.Series(trace.hovertext).explode()


@EVERY
@pytest.mark.parametrize("plans", [0, 1, 20])
@pytest.mark.parametrize(("theme", "width"), [("light", 1270), ("dark", 1820), ("light", 360)])
def test_every_figure_stands_and_nothing_in_it_lies_outside(name, plans, theme, width):
    """Plotly silently drops an annotation outside its axis."""
    drawn = draw(name, a_frame(name, plans), theme=theme, width=width)
    bottom, top = drawn.layout.yaxis.range
    left, right = drawn.layout.xaxis.range
    assert (bottom, top) == (drawn.layout.height, 0)
    for text in drawn.layout.annotations:
        assert top <= text.y <= bottom
        assert (0 if text.xref == "paper" else left) <= text.x <= (1 if text.xref == "paper" else right)


@EVERY
def test_every_figure_is_fixed_and_untouched_by_templates(name):
    drawn = draw(name, a_frame(name, 3))
    assert drawn.layout.xaxis.fixedrange
    assert drawn.layout.yaxis.fixedrange
    assert drawn.layout.dragmode is False
    assert drawn.layout.template.layout.to_plotly_json() == {}
    assert all(trace.hoverinfo in ("text", "skip") and trace.hovertemplate is None for trace in drawn.data)


@EVERY
@pytest.mark.parametrize("plans", [0, 3])
def test_plotly_knows_every_property_of_a_figure(name, plans):
    drawn = draw(name, a_frame(name, plans)).to_dict()
    checked = go.Figure(drawn)  # raises at a property or value that is none
    assert len(checked.layout.annotations) == len(drawn["layout"]["annotations"])


@EVERY
def test_an_empty_figure_says_what_to_do(name):
    [text] = [annotation.text for annotation in draw(name, a_frame(name, 0)).layout.annotations]
    assert "โปรด" in text


@EVERY
def test_a_users_text_is_shown_and_never_obeyed(name):
    for text in shown_texts(draw(name, a_frame(name, 2, EVIL), width=2500)):
        assert "<a" not in text
        assert "& " not in text
        assert "<b>หนา" not in text


@EVERY
def test_a_frame_is_left_as_it_was(name):
    data = a_frame(name, 3)
    before = data.copy(deep=True)
    draw(name, data)
    pd.testing.assert_frame_equal(data, before)


@EVERY
def test_every_figure_is_there_in_english(name):
    set_language("en")
    try:
        texts = " ".join(annotation.text for annotation in draw(name, a_frame(name, 0)).layout.annotations)
    finally:
        set_language("th")
    assert texts.isascii()


def test_figures_are_larger_in_a_meeting_but_not_without_end():
    small, large = (draw("coverage", a_frame("coverage", 5), width=width).layout for width in (1270, 1820))
    assert large.height / small.height == pytest.approx(1820 / 1270, rel=0.01)
    assert min(text.font.size for text in large.annotations) >= 18
    assert figure.scale(4000) == figure.LARGEST_SCALE


@pytest.mark.parametrize(("spoken", "name"), [("th", "บันทึกเป็นภาพ PNG"), ("en", "Save as PNG picture")])
def test_the_camera_is_the_only_tool_and_named_in_the_language_now_set(spoken, name):
    set_language(spoken)
    try:
        settings = figure.config("ความครอบคลุม 7 ขั้นตอน")
    finally:
        set_language("th")
    assert settings["toImageButtonOptions"]["filename"] == "ความครอบคลุม 7 ขั้นตอน"
    assert settings["modeBarButtons"] == [["toImage"]]
    assert settings["locales"][settings["locale"]]["dictionary"] == {"Download plot as a PNG": name}


@given(st.text())
def test_an_escaped_text_holds_no_tag_and_no_bare_ampersand(text):
    found = labels.safe(text)
    assert "<" not in found
    assert ">" not in found
    assert found.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").count("&") == 0
    found.encode("utf-8")


@pytest.mark.parametrize(
    ("plan", "unit", "name"),
    [
        ("แผนการจัดการความรู้ที่ ๔", "กพร.", "แผนที่ 4 · กพร."),
        ("แผนที่ 12", None, "แผนที่ 12"),
        ("แผนการจัดการความรู้จังหวัดสมุทรสงคราม", "สนง.", "แผนการจัดการความรู้จังหวัดสมุทรสงคราม · สนง."),
        (None, None, "แผนไม่มีชื่อ"),
    ],
)
def test_a_plan_is_named_by_its_number_or_its_title(plan, unit, name):
    assert labels.plan_name(plan, unit) == name


@EVERY
def test_every_row_of_a_figure_can_be_clicked_and_leads_to_its_own(name):
    """Plotly tells clicks on bars: an unseen bar lies over each cell and carries its mark."""
    unseen = draw(name, a_frame(name, 3)).data[-1]
    marks = [tuple(mark) for mark in unseen.customdata if mark]
    assert len(set(marks)) == len(marks) >= 3
    assert unseen.marker.color == "rgba(0,0,0,0)"


def test_a_text_with_a_mark_can_be_clicked_beside_the_plot():
    canvas = figure.Canvas("light", 900, left=200, right=0)
    canvas.left_text(20, "ก", chosen=("item", 'A"1'))
    canvas.left_text(40, "ข")
    marked, plain = canvas.figure(60).layout.annotations
    assert marked.captureevents and json.loads(marked.name) == ["item", 'A"1']
    assert plain.captureevents is None and plain.name is None
