"""Finding by words, however they are typed; the best first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.frames import frame
from kmdash.domain.searching import find, index_of, search_key
from kmdash.domain.summaries import ENTRIES


def an_index(*rows):
    return index_of(frame(ENTRIES, [{"kind": "activity", **row} for row in rows]))


def names(index, query, limit=10):
    return find(index, query, limit).best["name"].tolist()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ก.พ.ร.", "กพร"),
        ("กพร.สธ.", "ก.พ.ร. สธ"),
        ("น้ำ", "นํ้า"),
        ("น้ำ", "น\u0e49\u0e4dา"),
        ("แผน", "เเผน"),
        ("ปีที่ ๖๒", "ปีที่ 62"),
        ("ก่ิง", "กิ่ง"),
        ("ความ\u200bรู้", "ความรู้"),
        ("KM Award", "kmaward"),
        ("“แผน” (ร่าง)", "แผนร่าง"),
    ],
)
def test_two_ways_of_typing_are_one(one, other):
    assert search_key(one) == search_key(other)


def test_a_tone_is_never_lost():
    assert search_key("ปา") != search_key("ป่า")


def test_what_is_asked_for_comes_before_what_begins_so_and_that_before_what_has_it_inside():
    rows = ["จัดทำแผนงาน", "แผนงานประจำปี", "แผนงาน", "งาน และ แผน"]
    assert names(an_index(*({"name": name} for name in rows)), "แผน งาน") == [
        "แผนงาน",
        "แผนงานประจำปี",
        "จัดทำแผนงาน",
        "งาน และ แผน",
    ]


def test_every_word_must_be_found_in_the_name_or_beside_it():
    index = an_index({"name": "ประชุม", "plan": "แผนที่ 1", "unit": "กพร."}, {"name": "ประชุม", "also": "กองคลัง\nกองช่าง"})
    assert find(index, "ประชุม ก.พ.ร.", 5).total == 1
    assert find(index, "ประชุม กองช่าง", 5).total == 1
    assert find(index, "ประชุม กองช่าง กพร", 5).total == 0
    assert find(index, "คลังกองช่าง", 5).total == 0


def test_plans_come_before_activities_and_a_number_finds_its_own():
    rows = [{"name": "ประชุม", "no": "3"}, {"kind": "plan", "name": "แผน ก", "no": "3"}, {"name": "ครั้งที่ 3"}]
    assert names(an_index(*rows), "๓") == ["แผน ก", "ประชุม", "ครั้งที่ 3"]


@pytest.mark.parametrize("query", ["", "  ", ".", "\u200b"])
def test_a_query_without_words_finds_nothing(query):
    assert find(an_index({"name": "ก"}), query, 5).total == 0


def test_nothing_is_found_among_nothing():
    assert find(an_index(), "ก", 5).total == 0


@given(
    st.lists(st.text("กข่ำ1. \n\ue000", max_size=5), max_size=8),
    st.text("กข่ำ1 ", max_size=3),
)
def test_the_one_walk_finds_what_looking_at_each_would(texts, query):
    index = an_index(*({"name": text} for text in texts))
    words = [word for word in map(search_key, query.split()) if word]
    expected = sum(all(word in search_key(text) for word in words) for text in texts) if words else 0
    found = find(index, query, 3)
    assert (found.total, len(found.best)) == (expected, min(expected, 3))
