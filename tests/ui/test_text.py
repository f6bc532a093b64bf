"""Text of the user is shown, never obeyed."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.words import numerals
from kmdash.ui.text import escaped, in_words, md


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


@given(st.text())
def test_a_text_broken_at_words_is_the_text_and_nothing_else(text):
    told = in_words(text)
    bare = told.replace('<span class="km-words">', "").replace("</span>", "").replace("<wbr>", "")
    assert not set("<>\"'") & set(bare)
    assert html.unescape(bare).split() == numerals(text).split()


def test_a_name_longer_than_a_phone_is_wide_can_be_broken():
    assert "<wbr>" in in_words("กขคงจฉชซ" * 30)


def test_a_text_without_thai_is_left_to_the_browser():
    assert in_words("KM plan <1>") == "KM plan &lt;1&gt;"
