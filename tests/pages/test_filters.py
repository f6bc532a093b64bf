"""The filters by stage and status: in the link, on every page where they mean something, told in words."""

import pytest

from kmdash.domain.words import say

OF_ITEMS = ["meeting/overview", "meeting/coverage", "meeting/calendar", "meeting/progress", "follow_up/warnings"]
STAGE_6 = "ขั้นตอนที่ 6 การแบ่งปันแลกเปลี่ยนความรู้"


def subtitle(app):
    (line,) = [html.value for html in app.get("html") if html.value.startswith('<p class="km-sub"')]
    return line


def drawn(app):
    """What a page shows: title, what its charts and tiles say, its tables."""
    charts = [(chart.proto.alt, chart.proto.spec) for chart in app.get("plotly_chart")]
    html = [html.value for html in app.get("html") if html.value.startswith('<ul class="km-tiles')]
    return app.title[0].value, charts or html, [frame.value.to_csv() for frame in app.dataframe]


@pytest.mark.parametrize("page", OF_ITEMS)
def test_a_stage_changes_title_chart_and_table_together_and_is_told(with_samples, page):
    every, some = (with_samples(f"{page}.py", **link) for link in ({}, {"stage": "6"}))
    assert not some.exception and not some.error
    for before, after in zip(drawn(every), drawn(some), strict=True):
        assert before != after or before == []
    assert STAGE_6 in some.title[0].value and STAGE_6 in subtitle(some)
    assert all(STAGE_6 in chart.proto.alt for chart in some.get("plotly_chart"))
    tables = [frame.value for frame in some.dataframe if say("column.stage") in frame.value]
    assert all(set(table[say("column.stage")].dropna()) <= {6} for table in tables if len(table) > 5)


@pytest.mark.parametrize("page", OF_ITEMS)
def test_a_status_narrows_every_page_of_activities(with_samples, page):
    app = with_samples(f"{page}.py", status="overdue", stage="3")
    assert not app.exception and not app.error
    assert "ทวงถาม" in subtitle(app) and "ทวงถาม" in app.title[0].value


def test_a_status_that_no_activity_has_says_what_to_do(with_samples):
    app = with_samples("meeting/progress.py", status="cancelled")
    assert app.title[0].value.endswith(say("empty.narrowed.title"))
    app = app.button(key="clear_page").click().run()
    assert "ยกเลิก" not in app.title[0].value and app.get("plotly_chart")


def test_the_board_shows_only_items_of_the_status(with_panels):
    tables = [frame.value for frame in with_panels("follow_up/warnings.py", status="active").dataframe]
    states = [table[say("column.state")] for table in tables if say("column.never_reported") in table]
    assert states and all(set(column) == {say("state.active")} for column in states)


@pytest.mark.parametrize("page", ["meeting/attainment", "meeting/vote", "secretary/history"])
def test_where_no_activity_is_shown_the_filters_wait_and_say_so(with_samples, page):
    every, some = (with_samples(f"{page}.py", **link) for link in ({}, {"stage": "6", "status": "overdue"}))
    assert drawn(every) == drawn(some)
    idle = ", ".join(say(f"filter.{name}") for name in ("stage", "status"))
    assert say("narrow.not_here", filters=idle) in [caption.value for caption in some.caption]
    assert some.text_input(key="stage").value == "6"


@pytest.mark.parametrize(("name", "value"), [("stage", "9"), ("stage", "c2"), ("status", "late")])
def test_a_stage_or_status_that_is_none_is_told_and_not_used(with_samples, name, value):
    app = with_samples("meeting/coverage.py", **{name: value})
    assert app.title[0].value == with_samples("meeting/coverage.py").title[0].value
    assert [html for html in app.get("html") if say(f"link.{name}", value=value) in html.value]


def test_one_button_clears_every_filter(with_panels):
    app = with_panels("meeting/coverage.py", stage="6", status="overdue", plan="2562-2454b3-3")
    app = app.button(key="clear_filters").click().run()
    assert [app.text_input(key=name).value for name in ("stage", "status", "plan")] == ["", "", ""]
    app.session_state["panel_coverage"] = True
    assert len(app.run().dataframe[0].value) == 35


def test_a_page_names_only_the_filters_that_narrow_it(with_samples):
    app = with_samples("follow_up/targets.py", plan="2562-2454b3-2", unit="กม.")
    told = next(html.value for html in app.get("html") if "km-sub" in html.value)
    assert "กม." in told and "แผนที่ 2" not in told
    assert say("narrow.not_here", filters=say("filter.plan")) in [caption.value for caption in app.caption]
