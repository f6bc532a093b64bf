"""Meeting mode: nothing to edit, the agenda in its order with every filter kept, what is resolved is written down."""

import pytest

from kmdash.domain.words import say
from kmdash.store import open_store
from kmdash.ui.menu import AGENDA, MENU
from kmdash.ui.text import md

CHANGES = "meeting/changes.py"
SECRETARY = [item.file.removeprefix("pages/") for item in MENU if "secretary" in item.file]
FILES = [item.file.removeprefix("pages/") for item in AGENDA]


def links(app):
    """The links of the page: label and query."""
    return {link.proto.label: link.proto.query_string for link in app.get("page_link")}


def downloads(app):
    return [button.proto.label for button in app.get("download_button")]


def written(app, text="เร่งรัดกิจกรรมที่ค้าง"):
    """The page after a resolution was typed and sent."""
    app.text_area(key="resolution_text").input(text)
    return app.button(key="resolution_send").click().run()


def test_one_button_turns_meeting_mode_on_and_off(with_samples):
    app = with_samples()
    assert links(app).keys().isdisjoint({say("agenda.after")})
    app = app.button(key="meeting_mode").click().run()
    assert app.session_state["meet"] == "1"
    assert say("agenda.after") in links(app)
    app = app.button(key="meeting_mode").click().run()
    assert app.session_state["meet"] == ""


@pytest.mark.parametrize("file", FILES)
def test_a_meeting_page_has_no_download_no_result_form_and_no_setting(with_samples, file):
    app = with_samples(file, meet="1")
    assert not app.exception
    assert not app.error
    assert len(app.title) == 1
    assert downloads(app) == []
    keys = {widget.key for kind in (app.button, app.text_input, app.selectbox) for widget in kind}
    assert keys.isdisjoint({"result_send", "result_value", "sample", "template"})
    settings = ("pick_floor", "pick_over_vote", "pick_lang", "pick_round")
    assert [name for name in settings if name in app.session_state] == []


@pytest.mark.parametrize("file", SECRETARY)
def test_a_page_of_the_secretary_is_not_on_the_agenda(with_samples, file):
    app = with_samples(file, meet="1")
    assert app.title[0].value == say("agenda.none")
    assert downloads(app) == []
    assert app.get("file_uploader") == []


@pytest.mark.parametrize("file", FILES)
def test_an_empty_store_in_a_meeting_stands_without_an_import(visit, file):
    app = visit(file, meet="1")
    assert not app.exception
    assert app.button(key="resolution_send").disabled
    assert app.button(key="meeting_send").disabled
    assert "sample" not in {button.key for button in app.button}


def test_the_agenda_begins_with_what_changed_and_has_every_page_but_the_secretarys():
    assert AGENDA[0].name == "changes"
    assert {item.name for item in AGENDA} == {item.name for item in MENU if "secretary" not in item.file}


def test_the_links_of_the_agenda_keep_every_filter(with_samples):
    app = with_samples("meeting/coverage.py", meet="1", as_of="2019-06-01", lang="en")
    found = links(app)
    assert md(f"3/{len(AGENDA)} 7 stages") in found
    for label in ("← Previous", "Next →"):
        assert [part for part in ("meet=1", "as_of=2019-06-01", "lang=en") if part not in found[label]] == []


def test_a_resolution_is_stored_listed_and_taken_back(with_samples):
    app = written(with_samples("meeting/calendar.py", meet="1"))
    assert not app.error
    row = open_store().register().resolutions.iloc[0]
    assert (row["about_kind"], row["about_id"], row["text"]) == ("page", "calendar", "เร่งรัดกิจกรรมที่ค้าง")
    app = with_samples(CHANGES)
    tables = [table.value for table in app.dataframe if say("column.resolution") in table.value]
    assert tables[0][say("column.resolution")].tolist() == ["เร่งรัดกิจกรรมที่ค้าง"]
    assert say("title.change.resolved", count=1) in app.title[0].value
    history = with_samples("secretary/history.py")
    assert history.dataframe[0].value[say("column.kind")].iloc[0] == say("version.resolution")
    assert history.dataframe[0].value[say("column.reason")].iloc[0] == "เร่งรัดกิจกรรมที่ค้าง"
    history.button(key="undo").click().run()
    assert open_store().register().resolutions.empty


def test_a_resolution_without_words_is_refused_in_a_sentence(with_samples):
    app = written(with_samples(meet="1"), text="  ")
    assert [error.value for error in app.error] == [say("resolution.missing")]
    assert open_store().register().resolutions.empty


def test_after_a_meeting_is_closed_the_next_begins_there(with_samples):
    app = with_samples(CHANGES, meet="1")
    assert "เสร็จเพิ่ม" in app.title[0].value
    app.button(key="meeting_send").click().run()
    assert open_store().register().meetings["name"].tolist() == ["ครั้งที่ 1/2562"]
    app = with_samples(CHANGES)
    assert app.title[0].value == say("title.changes.none")
    assert "ครั้งที่ 1/2562" in app.selectbox(key="pick_since").options[0]
    written(with_samples("meeting/vote.py", meet="1"))
    assert with_samples(CHANGES).title[0].value == say("title.change.resolved", count=1)


def test_changes_since_a_version_and_since_a_day_are_told(with_samples):
    assert with_samples(CHANGES, since="1").title[0].value.startswith(say("title.change.plan_added", count=5))
    later = with_samples(CHANGES, since="2019-06-15")
    assert later.title[0].value == say("title.changes.none")
    early = with_samples(CHANGES, since="2018-10-01").title[0].value
    assert early.startswith("รายงานผลใหม่")


def test_nothing_is_written_on_an_older_version(with_samples):
    written(with_samples(meet="1"))
    app = with_samples("meeting/coverage.py", meet="1", version="1")
    assert app.button(key="resolution_send").disabled
    assert app.button(key="meeting_send").disabled
