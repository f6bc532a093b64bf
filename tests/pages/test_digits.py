"""Thai digits by choice: every number a person reads follows it, on every page."""

import json
import re

import pytest
from pandas.api.types import is_numeric_dtype

from kmdash.ui.menu import MENU

PAGES = [item.file.removeprefix("pages/") for item in MENU]
MARKUP = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]*>|&[#\w]+;", re.DOTALL)
ARABIC = re.compile(r"[0-9]")
TITLED = re.compile(r'title="([^"]*)"')


def words_of(app):
    """Every text on the page: headings, HTML without its tags, captions, labels, the texts of the charts."""
    yield from (element.value for kind in (app.title, app.header, app.subheader, app.caption) for element in kind)
    for html in app.get("html"):
        yield MARKUP.sub(" ", html.proto.body)
        yield from TITLED.findall(html.proto.body)
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
def test_every_number_on_a_page_is_in_the_digits_of_the_link(with_samples, file):
    app = with_samples(file, digits="th")
    assert not app.exception
    assert [text for text in words_of(app) if ARABIC.search(text)] == []


def test_the_setting_decides_where_the_link_says_nothing(with_samples, monkeypatch):
    monkeypatch.setenv("KMDASH_DIGITS", "th")
    assert "๒๑ จาก ๔๒" in with_samples().title[0].value
    assert "21 จาก 42" in with_samples(digits="arabic").title[0].value
    assert "๒๑ จาก ๔๒" in with_samples(digits="roman").title[0].value


def test_a_table_shows_thai_digits_and_still_holds_numbers(with_samples):
    table = with_samples("meeting/vote.py", digits="th").dataframe[0]
    assert [name for name in table.value if is_numeric_dtype(table.value[name])]
    assert table.proto.arrow_data.styler.display_values
