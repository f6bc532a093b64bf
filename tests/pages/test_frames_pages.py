"""Coverage, calendar, progress and the board show what their measures tell."""

import pytest

from kmdash.domain.words import say
from kmdash.ui.pieces import STATE_GLYPHS


def shown(app, column):
    """The tables on the page that have a column of this heading."""
    return [frame.value for frame in app.dataframe if say(f"column.{column}") in frame.value]


def test_the_coverage_page_shows_the_weakest_stage_the_units_the_months_and_the_years(with_panels):
    app = with_panels("meeting/coverage.py")
    assert not app.exception and not app.error
    (strength,) = shown(app, "plans_planned")
    assert strength[say("column.km_process")].iloc[0] == say("km_process.KM")
    assert strength[say("column.stage")].notna().sum() == 7
    (growth,) = shown(app, "stages_reached")
    assert len(growth) == 12
    assert [len(table) for table in shown(app, "plans_without_stages")][1] == 1
    assert say("column.no_time_left") in app.dataframe[0].value


def test_a_stage_without_time_is_told_under_the_matrix(with_samples):
    notes = [html.value for html in with_samples("meeting/coverage.py").get("html")]
    assert any("ไม่เหลือเวลารายงาน" in note for note in notes)


def test_the_calendar_shows_the_load_of_units_and_owners(with_panels):
    app = with_panels("meeting/calendar.py")
    loads = shown(app, "active")
    assert len(loads) == 2 and all(len(load) % 12 == 0 and len(load) for load in loads)
    assert say("column.names_nobody") in loads[1]


def test_the_months_with_too_much_due_name_the_activities_and_their_cells(with_samples):
    (conflicts,) = [
        table
        for table in shown(with_samples("meeting/calendar.py"), "due_in_month")
        if len(table) == 1 and say("column.source_cell") in table
    ]
    assert conflicts[say("column.text")][0] == "แผนที่ 3 3.1 · แผนที่ 3 4.1 · แผนที่ 3 5.1 · แผนที่ 3 6.1 · แผนที่ 3 7.1"
    assert len(conflicts[say("column.source_cell")][0].split(", ")) == 5


def test_the_progress_page_tells_what_the_forecast_is_made_of_and_every_activity_with_its_cell(with_panels):
    app = with_panels("meeting/progress.py")
    told = " ".join(html.value for html in app.get("html"))
    assert say("frames.curve.pace", forecast="31.5", done=21, later=13, kept=21, due=26) in told
    assert say("frames.curve.undated", count=3) in told
    (items,) = shown(app, "reason")
    assert len(items) == 42 and items[say("column.source_cell")].notna().all()


def test_the_progress_page_shows_the_curve_and_its_forecast(with_panels):
    app = with_panels("meeting/progress.py")
    assert app.get("plotly_chart") and not app.exception
    (curve,) = shown(app, "forecast")
    assert len(curve) == 12 and curve[say("column.forecast")].notna().sum() == 4


@pytest.mark.parametrize("state", ["overdue", "active"])
def test_the_board_has_a_table_for_each_state_and_one_for_the_flags(with_samples, state):
    app = with_samples("follow_up/warnings.py")
    assert not app.exception and not app.error
    assert "ต้องทวงถาม" in app.title[0].value
    places = {"overdue": 0, "active": 1}
    told = {"overdue": "เกินกำหนด", "active": "อยู่ในช่วงดำเนินการ"}
    assert shown(app, "reason")[places[state]][say("column.reason")].str.startswith(told[state]).all()
    headings = [heading.value for heading in app.subheader]
    rows = len(shown(app, "reason")[places[state]])
    words = {"glyph": STATE_GLYPHS[state], "state": say(f"state.{state}"), "count": rows}
    assert headings[places[state]] == say("frames.board.state", **words) and rows
    assert "ไม่มีผู้รับผิดชอบ" in headings[-2] and "คณะทำงาน" in headings[-1]
