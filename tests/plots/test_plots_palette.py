"""Colours: readable, told apart without colour, the same in charts and pages."""

import tomllib
from itertools import combinations

import pytest

from kmdash.domain.words import catalogue
from kmdash.plots.palette import LIGHT, MARKS, contrast, fill_of, status_word, text_on, tokens


@pytest.fixture(scope="module")
def config(repo):
    return tomllib.loads((repo / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_reads_on_the_background_and_on_every_fill(theme):
    colours = tokens(theme)
    for ink in (colours.ink, colours.mute, colours.late, colours.done):
        assert contrast(ink, colours.bg) >= 4.5
    fills = {fill_of(code, colours) for code in MARKS} | {*colours.seq, *colours.bands, colours.not_chosen}
    assert {fill for fill in fills if contrast(text_on(fill), fill) < 4.5} == set()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_outline_is_seen_around_pale_fills(theme):
    colours = tokens(theme)
    assert contrast(colours.outline, colours.bg) >= 3


def test_every_state_has_a_mark_and_every_mark_a_word():
    states = {key.removeprefix("state.") for key in catalogue() if key.startswith("state.")}
    assert states == set(MARKS) - {"due"}
    assert all(status_word(code) for code in MARKS)


def test_two_states_never_look_alike_in_grey():
    for one, other in combinations(MARKS.values(), 2):
        assert (one.glyph, one.pattern) != (other.glyph, other.pattern)


def test_an_unknown_theme_is_named():
    with pytest.raises(ValueError, match="'sepia'"):
        tokens("sepia")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_have_the_colours_of_the_charts(config, theme):
    page, colours = config["theme"][theme], tokens(theme)
    assert page["backgroundColor"] == colours.bg
    assert page["secondaryBackgroundColor"] == colours.panel
    assert page["textColor"] == colours.ink
    assert contrast(LIGHT.bg, page["primaryColor"]) >= 4.5, "Streamlit prints white on it"


def test_every_font_the_pages_name_is_shipped_with_its_licence(config, repo):
    faces = config["theme"]["fontFaces"]
    assert {face["weight"] for face in faces} == {400, 500, 600, 700}
    assert all((repo / face["url"].removeprefix("app/")).is_file() for face in faces)
    assert "SIL OPEN FONT LICENSE" in (repo / "static" / "Sarabun_OFL.txt").read_text(encoding="utf-8")


def test_the_app_is_for_this_machine_and_tells_nobody(config):
    assert config["server"]["address"] == "127.0.0.1"
    assert config["browser"]["gatherUsageStats"] is False
    assert config["client"]["showErrorDetails"] == "none"
    assert config["server"]["showEmailPrompt"] is False
