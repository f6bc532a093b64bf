import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.words import arabic, thai_digits
from kmdash.ingest.normalise.text import clean


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("จัดทํา", "จัดทำ"),
        ("น้ํา", "น้ำ"),
        ("นํ้า", "น้ำ"),
        ("เเผน", "แผน"),
        ("ท่ี", "ที่"),
        ("ที่่", "ที่"),
        ("\ufeffแผน\u200bที่ ๑\u202c", "แผนที่ ๑"),
        ("กอง\u00a0คลัง", "กอง คลัง"),
        ("ก\t ข   ค ", "ก ข ค"),
        ("ก \r\n ข\u2028ค", "ก\nข\nค"),
        ("ก\x07ข", "กข"),
        ("ก\ud800ข", "ก\ufffdข"),
    ],
)
def test_a_text_is_shown_without_what_cannot_be_seen(typed, shown):
    assert clean(typed) == shown


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("กนาำํ่้ิีเแ \n\u200b๑1"))))
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_is_shown_can_always_be_written_as_utf8(text):
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@given(st.text(alphabet="0123456789 กข.-"))
def test_digits_go_to_thai_and_back(text):
    assert arabic(thai_digits(text)) == text
    assert len(thai_digits(text)) == len(text)
