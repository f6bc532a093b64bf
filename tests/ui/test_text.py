"""Text of the user is shown, never obeyed."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kmdash.ui.text import escaped, md


@given(st.text())
def test_markdown_signs_are_all_escaped(text):
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", md(text))
    assert not re.search(r"[!-/:-@\[-`{-~]", bare)


@given(st.text())
def test_text_in_html_has_no_tags(text):
    assert not set("<>\"'") & set(escaped(text))


def test_icons_and_colours_by_name_stay_words():
    assert ":material" not in md(":material/home: :red[x]").replace("\\", "")


def test_a_clock_time_keeps_its_colon():
    assert md("07:30") == "07\\:30"
