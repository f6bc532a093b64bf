"""From a number to the items behind it, and from an item to its cell: on every page."""

import pytest

from kmdash.domain.words import say
from kmdash.ingest.read import read_file
from kmdash.store import open_store
from kmdash.ui.marked import CHOSEN
from kmdash.ui.samples import FOLDER


def opened(app, *mark):
    """The page after a click on the mark."""
    app.session_state[CHOSEN] = mark
    return app.run()


def clicked(app, key, *mark):
    """The dialog of the mark after a click in it; a real browser reruns the dialog alone, AppTest the page."""
    app.session_state[CHOSEN] = mark
    return app.button(key=key).click().run()


def cards(app):
    return [html.value for html in app.get("html") if "<article" in html.value]


@pytest.fixture
def register(sample_store):
    store = open_store(str(sample_store))
    yield store.register()
    store.close()


def marks_of(register):
    plan = register.plans["plan_id"].iloc[1]
    activity = register.activities["activity_id"].iloc[0]
    return {
        "meeting/overview.py": [("overdue",), ("done",), ("due",), ("score",), ("decide",), ("plan", plan)],
        "meeting/coverage.py": [("stage", plan, "2"), ("unit", register.plans["unit"].iloc[1]), ("stages", "KM", "1")],
        "meeting/attainment.py": [("kpi", register.kpis["kpi_id"].iloc[0])],
        "meeting/calendar.py": [("month", plan, "2019-05-01"), ("item", activity)],
        "meeting/progress.py": [("until", "2019-05-01")],
        "meeting/vote.py": [("candidate", register.candidates["candidate_id"].iloc[0])],
        "meeting/ballots.py": [("candidate", register.candidates["candidate_id"].iloc[0])],
        "follow_up/warnings.py": [("item", activity)],
    }


PAGES = (
    *("meeting/overview.py", "meeting/coverage.py", "meeting/attainment.py", "meeting/calendar.py"),
    *("meeting/progress.py", "meeting/vote.py", "meeting/ballots.py", "follow_up/warnings.py"),
)


@pytest.mark.parametrize("file", PAGES)
def test_a_mark_of_every_page_opens_its_items_and_the_next_run_does_not(with_samples, register, file):
    app = with_samples(file)
    for mark in marks_of(register)[file]:
        app = opened(app, *mark)
        assert not app.exception
        assert not app.error
        assert cards(app), mark
        assert not cards(app.run())


def test_an_item_leads_to_its_cell_in_the_file_until_it_is_clicked_again(with_samples, register):
    mark = ("stage", register.plans["plan_id"].iloc[1], "2")
    app = clicked(opened(with_samples("meeting/coverage.py"), *mark), "behind_0_0", *mark)
    [shown] = [html.value for html in app.get("html") if 'class="km-excerpt"' in html.value]
    first = register.activities[
        (register.activities["plan_id"] == register.plans["plan_id"].iloc[1]) & (register.activities["stage"] == 2)
    ].iloc[0]
    assert f'<td class="here" aria-label="{say("origin.here")}">{first["text"]}</td>' in shown
    assert first["source_cell"] in shown
    assert "plans-2562.xlsx" in shown
    assert "ฉบับที่" in shown
    again = clicked(app, "behind_0_0", *mark)
    assert [html for html in again.get("html") if 'class="km-excerpt"' in html.value] == []


def test_a_typed_result_tells_who_typed_it_when(with_samples, register):
    app = with_samples("meeting/attainment.py")
    app.selectbox(key="result_kpi").select_index(2)
    app.text_input(key="result_value").input("72.5")
    app.text_input(key="actor").input("<b>สมศรี</b>")
    app = app.button(key="result_send").click().run()
    mark = ("kpi", register.kpis["kpi_id"].iloc[2])
    app = clicked(opened(app, *mark), "behind_0_1", *mark)
    told = " ".join(html.value for html in app.get("html"))
    assert say("origin.typed") in told
    assert "&lt;b&gt;สมศรี&lt;/b&gt;" in told
    assert "<b>สมศรี" not in told


def test_a_stage_without_activities_leads_to_its_plan_and_says_why(visit, tmp_path):
    file = FOLDER / "plans-2562.xlsx"
    parts = read_file(file.read_bytes(), file.name).parts
    for part in parts:
        part.records["activities"] = [row for row in part.records.get("activities", ()) if row["stage"] != 7]
    plan = next(row["plan_id"] for part in parts for row in part.records.get("plans", ()))
    store = open_store(str(tmp_path / "kmdash.db"))
    store.write(parts, actor="ก", kind="import")
    store.close()
    app = opened(visit("meeting/coverage.py"), "stage", plan, "7")
    assert say("behind.gap_why") in cards(app)[0]


def test_a_mark_that_names_nothing_says_so(with_samples):
    app = opened(with_samples("meeting/coverage.py"), "item", "x")
    assert say("behind.nothing") in " ".join(html.value for html in app.get("html"))


def test_more_items_than_fit_are_shown_on_request(with_samples):
    app = opened(with_samples(), "done")
    assert len(cards(app)) == 12
    assert len(cards(clicked(app, "behind_more", "done"))) == 21


def test_the_sample_taken_in_one_click_shows_its_cells_too(visit):
    app = visit().button(key="sample").click().run()
    app = clicked(opened(app, "done"), "behind_0_0", "done")
    assert any('class="km-excerpt"' in html.value for html in app.get("html"))
    assert any(
        say("origin.sample", file="plans-2562.xlsx") in html.value.replace("&quot;", '"') for html in app.get("html")
    )


def test_a_file_that_is_not_kept_is_said_in_a_sentence(visit, tmp_path):
    store = open_store(str(tmp_path / "kmdash.db"))
    store.write(read_file((FOLDER / "plans-2562.xlsx").read_bytes(), "ของเรา.xlsx").parts, actor="ก", kind="import")
    store.close()
    mark = ("until", "2019-09-01")
    app = clicked(opened(visit("meeting/progress.py"), *mark), "behind_0_0", *mark)
    assert any("ไม่ได้เก็บตัวไฟล์ไว้" in html.value for html in app.get("html"))
