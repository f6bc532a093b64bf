"""The search of every page: what it says of an item is what every page says of it."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from kmdash.domain.frames import records
from kmdash.domain.register import from_records
from kmdash.domain.settings import Settings
from kmdash.domain.words import say
from kmdash.measures.briefing import entries_of
from kmdash.measures.calendar import calendar
from kmdash.measures.next_year import proposals
from kmdash.measures.warnings import warnings
from kmdash.store import open_store
from kmdash.ui.marked import CHOSEN
from kmdash.ui.pieces import STATE_GLYPHS
from kmdash.ui.text import md

JUNE_15 = date(2019, 6, 15)
WARNINGS, COVERAGE = "follow_up/warnings.py", "meeting/coverage.py"


@pytest.fixture
def register(sample_store):
    store = open_store(str(sample_store))
    yield store.register()
    store.close()


def state_word(state):
    return f"{STATE_GLYPHS[state]} {say(f'state.{state}')}"


def hits(app, words):
    """The hits of the search on a page, each as its HTML."""
    app.session_state["find_words"] = words
    app = app.button(key="find_open").click().run()
    assert not app.exception and not app.error
    (found,) = [html.value for html in app.get("html") if 'class="km-hits"' in html.value]
    return re.findall("<li>.*?</li>", found)


def turned(register):
    """An item of a plan that is about to start by thirty days, but not by five."""
    by_30, by_5 = (warnings(register, JUNE_15, within=days) for days in (30, 5))
    where = (by_30["state"] == "upcoming") & (by_5["state"] == "not_yet") & by_30["plan_id"].notna()
    return records(by_30[where])[0]


def link_of(hit):
    """Where a hit leads: the page's address and what its link says."""
    address = urlsplit(unescape(re.search('href="([^"]+)"', hit)[1]))
    return address.path, {name: value for name, (value,) in parse_qs(address.query).items()}


@pytest.mark.parametrize("within", [1, 5, 30, 90])
def test_an_item_has_one_state_whatever_measure_tells_it(register, within):
    """rules.md 5: every item is, for the chosen date, exactly one of the states."""
    settings = Settings(within=within)
    known = warnings(register, JUNE_15, within=within).set_index("item_id")["state"]
    months = calendar(register, 2562, JUNE_15, within=within)
    assert (months["state"] == months["item_id"].map(known)).all()
    proposed = proposals(register, 2562, JUNE_15, within=within)
    assert (proposed["state"] == proposed["activity_id"].map(known)).all()
    found = entries_of(register, JUNE_15, settings)
    found = found[found["kind"].isin(["activity", "step"])]
    assert found["state"].tolist() == known[known.index.isin(register.activities["activity_id"])].tolist() + (
        known[known.index.isin(register.events["event_id"])].tolist()
    )


@pytest.mark.parametrize(("floor", "score"), [("1", "1.0000"), ("0", "0.0000")])
def test_a_kpi_is_found_with_the_score_by_the_floor_that_is_set(floor, score):
    where = {"office": "กรม ก", "fiscal_year": 2562, "plan_id": "P1"}
    thresholds = {f"threshold_{number}": 60 + 5 * number for number in range(1, 6)}
    result = {"kpi_id": "K1", "plan_id": "P1", "actual": 10, "reported_on": JUNE_15}
    register = from_records(
        {
            "plans": [{"title": "แผน", **where}],
            "kpis": [{"kpi_id": "K1", "plan_id": "P1", "name": "ร้อยละ", **thresholds}],
            "results": [result],
        }
    )
    found = entries_of(register, JUNE_15, Settings(floor=floor))
    (told,) = found.loc[found["kind"] == "kpi", "told"]
    assert score in told


def test_the_search_and_the_dialog_say_what_the_board_says_under_the_settings_of_the_link(with_samples, register):
    item = turned(register)
    link = {"as_of": JUNE_15.isoformat(), "fy": "2562"}
    for days, state in (("30", "upcoming"), ("5", "not_yet")):
        app = with_samples(COVERAGE, within=days, **link)
        (hit,) = [hit for hit in hits(app, item["text"]) if item["source_cell"] in hit]
        assert state_word(state) in hit
        app = with_samples(COVERAGE, within=days, **link)
        app.session_state[CHOSEN] = ("item", item["item_id"])
        (card,) = [html.value for html in app.run().get("html") if "<article" in html.value]
        assert state_word(state) in card


@pytest.mark.parametrize("state", ["done", "not_yet", "overdue", "unclear"])
def test_a_hit_leads_to_its_item_whatever_its_state(with_samples, register, state):
    found = warnings(register, JUNE_15)
    item = records(found[(found["state"] == state) & found["plan_id"].notna()])[0]
    app = with_samples(COVERAGE, as_of=JUNE_15.isoformat(), fy="2562", status="active")
    (hit,) = [hit for hit in hits(app, item["text"]) if item["source_cell"] in hit]
    page, link = link_of(hit)
    assert page == "warnings" and "status" not in link
    app = with_samples(WARNINGS, **link)
    assert not app.exception and not app.error
    (card,) = [html.value for html in app.get("html") if "<article" in html.value]
    assert item["text"] in card and state_word(state) in card
    assert not [html for html in app.get("html") if say("empty.narrowed.title") in html.value]


def test_a_chosen_state_that_the_board_does_not_show_is_counted_in_the_title_and_listed(with_samples):
    app = with_samples(WARNINGS, status="done")
    assert app.title[0].value == md(f"{state_word('done')}: 21 กิจกรรม")
    assert not app.get("plotly_chart")
    (panel,) = [one for one in app.expander if one.label == say("table.open")]
    assert panel.proto.expanded
