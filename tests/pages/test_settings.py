"""The settings of the measures: in the link, on the page, printed under the table, and the same on every page."""

import json

import pytest

from kmdash.domain.words import say

OVERVIEW, COVERAGE, CALENDAR = "meeting/overview.py", "meeting/coverage.py", "meeting/calendar.py"
WARNINGS, ATTAINMENT, VOTE = "follow_up/warnings.py", "meeting/attainment.py", "meeting/vote.py"


def printed(app):
    return " ".join(caption.value for caption in app.caption)


def told(app):
    parts = [json.loads(part.proto.json) for part in app.get("bidi_component") if part.proto.json]
    return " ".join([*(html.value for html in app.get("html")), *map(str, parts)])


@pytest.mark.parametrize(
    ("file", "name", "value", "word"),
    [
        (WARNINGS, "within", "7", "7"),
        (WARNINGS, "stale_after", "90", "90"),
        (COVERAGE, "report_month", "7", "ก.ค."),
        (CALENDAR, "many", "3", "3"),
        (ATTAINMENT, "floor", "0", "0"),
    ],
)
def test_a_setting_of_the_link_is_shown_on_its_page_and_printed_under_its_table(with_panels, file, name, value, word):
    """rules.md: make it a visible setting, print it under the table, default as given."""
    app = with_panels(file, **{name: value})
    assert not app.exception and not app.error
    assert say(f"{name}.note", value=word) in printed(app)
    assert str(app.session_state[f"pick_{name}"]) == value


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (WARNINGS, [say("within.note", value=30), say("stale_after.note", value=60)]),
        (COVERAGE, [say("report_month.note", value="ส.ค.")]),
        (CALENDAR, [say("many.note", value=5)]),
        (VOTE, [say("over_vote.rights", limit=5), say("over_vote.seats", seats=5)]),
        (OVERVIEW, [say("within.note", value=30), say("floor.note", value="1")]),
    ],
)
def test_the_usual_settings_are_printed_under_the_table(with_panels, file, words):
    app = with_panels(file)
    assert [word for word in words if word not in printed(app)] == []


def test_the_days_that_count_as_soon_decide_what_is_reminded_of(with_samples):
    """rules.md 5: starts within N days; N = 30 days (setting)."""
    upcoming = {days: with_samples(WARNINGS, within=days) for days in ("10", "30")}
    headings = {days: [heading.value for heading in app.subheader] for days, app in upcoming.items()}
    assert say("frames.board.state", glyph="◆", state=say("state.upcoming"), count=4) in headings["30"]
    assert not [heading for heading in headings["10"] if say("state.upcoming") in heading]
    assert say("tile.upcoming", within=10, count=0) in told(with_samples(OVERVIEW, within="10"))


def test_the_report_month_decides_what_has_no_time_left(with_samples):
    """rules.md 4: due later than the report month."""
    left = say("frames.coverage.no_time", plan="แผนที่ 3", count=5)
    assert left in told(with_samples(COVERAGE, report_month="7"))
    assert left not in told(with_samples(COVERAGE))


def test_a_number_is_changed_on_the_page(with_panels):
    app = with_panels(CALENDAR)
    app = app.number_input(key="pick_many").set_value(3).run()
    assert not app.exception
    assert say("many.note", value=3) in printed(app)


def test_a_setting_that_can_not_be_is_told_and_the_usual_one_used(with_panels):
    app = with_panels(WARNINGS, within="0", many="มาก")
    assert not app.exception and not app.error
    assert say("link.setting", setting=say("within.label"), value="0") in told(app)
    assert say("within.note", value=30) in printed(app)


@pytest.mark.parametrize(("name", "value"), [("digits", "thai"), ("lang", "fr")])
def test_digits_or_a_language_that_there_is_not_are_told(with_samples, name, value):
    app = with_samples(WARNINGS, **{name: value})
    instead = say("digits.arabic") if name == "digits" else say("language.th")
    assert say(f"link.{name}", value=value, instead=instead) in told(app)


def test_clearing_takes_the_settings_out_of_the_link_too(with_panels):
    app = with_panels(WARNINGS, within="9", plan="2562-2454b3-3")
    app = app.button(key="clear_filters").click().run()
    assert [app.text_input(key=name).value for name in ("within", "plan")] == ["", ""]
    assert say("within.note", value=30) in printed(app)


def test_every_page_scores_by_the_floor_of_the_link(visit, with_panels, unfold):
    app = with_panels(ATTAINMENT)
    app.selectbox(key="result_kpi").select_index(2)
    app.text_input(key="result_value").input("50")
    assert not app.button(key="result_send").click().run().error
    for floor, score in (("1", 1.0), ("0", 0.0)):
        page = unfold(visit)(ATTAINMENT, floor=floor)
        column = say("column.score")
        (chain,) = [frame.value for frame in page.dataframe if say("column.link_kind") in frame.value]
        assert page.dataframe[0].value[column].tolist()[2] == chain[column].tolist()[2] == score
        assert f"{score:.4f}" in told(visit(OVERVIEW, floor=floor))
