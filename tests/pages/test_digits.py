"""Thai digits by choice: every number a person reads follows it, on every page."""

import json
import re
from datetime import date

import pytest
from pandas.api.types import is_numeric_dtype

from kmdash.domain.frames import frame
from kmdash.domain.results import WARNINGS
from kmdash.domain.words import numerals, set_digits
from kmdash.plots import labels
from kmdash.plots.warnings import board
from kmdash.typeset import wrap
from kmdash.ui.menu import MENU
from kmdash.ui.text import escaped, md

PAGES = [item.file.removeprefix("pages/") for item in MENU]
MARKUP = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]*>|&[#\w]+;", re.DOTALL)
ARABIC = re.compile(r"[0-9]")
ADDRESS = re.compile(r"[^\s!“]*![A-Z]+[0-9]+|[^\s“]+\.(?:xlsx|csv)|\b[A-Z]{1,3}[0-9]+\b")
TITLED = re.compile(r'title="([^"]*)"')


@pytest.fixture(autouse=True)
def in_arabic_digits():
    set_digits("arabic")
    yield
    set_digits("arabic")


def words_of(app):
    """Every text on the page: headings, HTML without its tags, captions, labels, the texts of the charts."""
    yield from (element.value for kind in (app.title, app.header, app.subheader, app.caption) for element in kind)
    for html in app.get("html"):
        yield MARKUP.sub(" ", html.proto.body)
        yield from TITLED.findall(html.proto.body)
    for data in (json.loads(part.proto.json) for part in app.get("bidi_component") if part.proto.json):
        yield MARKUP.sub(" ", data) if isinstance(data, str) else "".join(data["finding"])
    for widget in (*app.button, *app.selectbox, *app.text_input, *app.radio, *app.checkbox):
        if widget.key and not widget.key.isalpha():
            yield widget.label
    yield from (option for box in app.selectbox for option in box.options)
    for chart in app.get("plotly_chart"):
        figure = json.loads(chart.proto.spec)
        yield from (MARKUP.sub(" ", note["text"]) for note in figure["layout"].get("annotations", ()))
        for trace in figure["data"]:
            yield MARKUP.sub(" ", json.dumps(trace.get("hovertext"), ensure_ascii=False))


@pytest.mark.parametrize("file", PAGES)
def test_every_number_on_a_page_is_in_the_digits_of_the_link(with_panels, file):
    set_digits("th")  # here, too: the tester looks for a list's choices as they are shown
    app = with_panels(file, digits="th")
    assert not app.exception
    assert [text for text in words_of(app) if ARABIC.search(ADDRESS.sub("", text))] == []


def test_the_setting_decides_where_the_link_says_nothing(with_samples, monkeypatch):
    monkeypatch.setenv("KMDASH_DIGITS", "th")
    assert "๒๑ จาก ๔๒" in with_samples().title[0].value
    assert "21 จาก 42" in with_samples(digits="arabic").title[0].value
    assert "๒๑ จาก ๔๒" in with_samples(digits="roman").title[0].value


def test_a_table_shows_thai_digits_and_still_holds_numbers(with_samples):
    table = with_samples("meeting/vote.py", digits="th").dataframe[0]
    assert [name for name in table.value if is_numeric_dtype(table.value[name])]
    assert table.proto.arrow_data.styler.display_values


@pytest.mark.parametrize(
    "address", ["E10", "กิจกรรม!E10", "แผน 2 ปี!B12", "plans-2562.xlsx", "แผน2562.csv", "https://x.example/2562"]
)
def test_addresses_of_cells_and_files_stay_as_they_are_typed(address):
    set_digits("th")
    assert numerals(address) == address
    assert escaped(address) == address
    assert md(address).replace("\\", "") == address
    assert labels.in_digits(labels.wrapped(address, 400, 14, 1)) == address
    assert numerals(f"เซลล์ {address} ข้อ 3") == f"เซลล์ {address} ข้อ ๓".replace("แผน 2", "แผน ๒")


def test_a_dialog_and_a_piece_that_run_again_alone_keep_the_digits_and_the_language(with_samples):
    app = with_samples("meeting/vote.py", digits="th", lang="en")
    app.button(key="find_open").click().run()
    app.text_input(key="find_words").input("ความรู้").run()
    told = MARKUP.sub(" ", app.get("html")[-1].proto.body)
    assert "Plan ๑" in " ".join(words_of(app)) + told


def test_a_text_is_measured_in_the_digits_it_is_drawn_in():
    plain = wrap.text_width("แผนที่ 10", 16)
    set_digits("th")
    assert wrap.text_width("แผนที่ 10", 16) == wrap.text_width("แผนที่ ๑๐", 16) > plain


def test_the_unit_of_a_plan_stands_beside_its_number_on_the_warnings_in_either_digits():
    row = {"plan_id": "p", "plan": "แผนที่ 4", "unit": "กพร.สถ.", "text": "ก", "state": "overdue"}
    rows = [{**row, "due": date(2019, 6, 1)}]
    for shape, plan in (("arabic", "แผนที่ 4"), ("th", "แผนที่ ๔")):
        set_digits(shape)
        drawn = board(frame(WARNINGS, rows), date(2019, 6, 15), theme="light", width=1270)
        assert f"<b>{plan} · กพร.สถ.</b>" in [note.text for note in drawn.layout.annotations]
