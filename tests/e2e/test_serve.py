"""The server on an app of two pages, so that what fails here is the server and not a page of ours."""

import json

import pytest
from playwright.sync_api import expect

APP = """
import json
import sys
from pathlib import Path

import streamlit as st

Path(__file__).with_name("loaded.json").write_text(json.dumps(sorted(sys.modules)))
st.navigation([
    st.Page("pages/a/first.py", title="หน้าแรก", default=True),
    st.Page("pages/a/second.py", title="หน้าสอง", url_path="second"),
]).run()
"""
START = """
import sys
from pathlib import Path
from kmdash import __main__, serve
serve.APP = Path("app.py").resolve()
sys.exit(__main__.main(["serve", *sys.argv[1:]]))
"""


@pytest.fixture
def two_pages(tmp_path, start_app):
    (tmp_path / "pages" / "a").mkdir(parents=True)
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text("[browser]\ngatherUsageStats = false\n", encoding="utf-8")
    (tmp_path / "app.py").write_text(APP, encoding="utf-8")
    for name, title in (("first", "หน้าแรก"), ("second", "หน้าสอง")):
        (tmp_path / "pages" / "a" / f"{name}.py").write_text(
            f"import streamlit as st\nst.title({title!r})\n", encoding="utf-8"
        )
    with start_app(tmp_path, ("-c", START)) as server:
        yield server


@pytest.mark.browser
def test_a_deep_link_as_the_very_first_request_shows_its_page_and_no_dialog(two_pages, page):
    page.goto(two_pages.at("/second"))
    expect(page.get_by_role("heading", level=1, name="หน้าสอง")).to_be_visible()
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.browser
def test_libraries_are_loaded_before_the_first_visit(two_pages, page):
    page.goto(two_pages.url)
    expect(page.get_by_role("heading", level=1, name="หน้าแรก")).to_be_visible()
    loaded = set(json.loads(two_pages.log.with_name("loaded.json").read_text()))
    assert {"pandas", "plotly.graph_objs._figure", "kmdash.domain.register"} <= loaded
