import pytest

from kmdash.ingest.normalise.status import SPELLINGS, is_known_status, status_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ดำเนินการแล้ว", "done"),
        ("ดําเนินการแล้วเสร็จ", "done"),
        ("อยู่ระหว่าง ดำเนินการ", "in_progress"),
        ("ระหว่าง\nดำเนินการ", "in_progress"),
        ("In Progress", "in_progress"),
        ("ยังไม่ดำเนินการ", "not_started"),
        ("ล่าช้ากว่าแผน", "late"),
        ("ยกเลิก", "cancelled"),
        ("เลื่อน", "postponed"),
    ],
)
def test_a_status_word_is_known_in_its_spellings(text, status):
    assert status_of(text) == status
    assert is_known_status(text)


@pytest.mark.parametrize("text", ["", " ", "-"])
def test_a_blank_is_no_status_and_no_riddle(text):
    assert status_of(text) is None
    assert is_known_status(text)


@pytest.mark.parametrize("text", ["เลื่อนไป พ.ค. ๖๒", "ไม่ได้ดำเนินการ", "รอผล", "80%"])
def test_words_that_hold_more_than_a_status_are_not_guessed(text):
    assert status_of(text) is None
    assert not is_known_status(text)


@pytest.mark.parametrize(("status", "word"), [(status, word) for status, words in SPELLINGS.items() for word in words])
def test_every_spelling_names_its_own_status(status, word):
    assert status_of(word) == status
