"""Level texts that are ranges of counts: "Level texts may hold ranges of counts (“๑ - ๒ กลุ่มภารกิจ”)"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.rubric import CountRange, count_range, rubric

GROUPS = ["ยังไม่มี", "๑ - ๒ กลุ่มภารกิจ", "๓ - ๔ กลุ่มภารกิจ", "๕ - ๖ กลุ่มภารกิจ", "ครบทุกกลุ่มภารกิจ"]
SOUND = ["1-2 เรื่อง", "3-4 เรื่อง", "5-6 เรื่อง", "7-8 เรื่อง", "มากกว่า 8 เรื่อง"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("๑ - ๒ กลุ่มภารกิจ", 1, 2),
        ("มีการจัดทำขั้นตอน ๓ ถึง ๔ กลุ่ม", 3, 4),
        ("๕ ช่องทางขึ้นไป", 5, None),
        ("มีการเผยแพร่จำนวนตั้งแต่ ๕ ช่องทางขึ้นไป", 5, None),
        ("มากกว่า ๓", 4, None),
        ("น้อยกว่า 3 ครั้ง", 0, 2),
        ("ไม่เกิน 2 ครั้ง", 0, 2),
        ("อย่างน้อย 1,000 คน", 1000, None),
        ("มี ๑ ช่องทาง", 1, 1),
    ],
)
def test_a_range_of_counts_is_read_from_its_words(text, low, high):
    assert count_range(text) == CountRange(low, high)


@pytest.mark.parametrize("text", ["", "ครบทุกกลุ่ม", "2 กลุ่ม 3 เรื่อง", "5 - 3 กลุ่ม", "ร้อยละ 2.5", "น้อยกว่า 0"])
def test_what_is_no_single_range_is_not_guessed(text):
    assert count_range(text) is None


def test_a_count_falls_into_exactly_one_level_of_sound_ranges():
    found = rubric(SOUND)
    assert [found.levels_of(count) for count in (1, 2, 3, 6, 8, 9, 99)] == [[1], [1], [2], [3], [4], [5], [5]]
    assert (found.overlaps, found.gaps) == ([], [])
    assert found.is_short(0) and not found.is_short(1)


def test_levels_without_a_count_are_left_to_people():
    found = rubric(GROUPS)
    assert [found.levels_of(count) for count in (0, 2, 6, 7)] == [[], [2], [4], []]
    assert not found.is_short(0)


def test_ranges_that_overlap_or_leave_a_gap_are_named():
    found = rubric(["1-2 ครั้ง", "2-3 ครั้ง", "5 ครั้ง", "6 ครั้ง", "7 ครั้งขึ้นไป"])
    assert (found.overlaps, found.gaps) == ([(1, 2)], [(4, 4)])
    assert (found.levels_of(2), found.levels_of(4)) == ([1, 2], [])


def test_texts_that_count_different_things_are_no_rubric():
    assert rubric(["1 ช่องทาง", "2 เรื่อง", "3 กลุ่ม", "4 คน", "5 ครั้ง"]) is None
    assert rubric(["วางแผน", "เก็บ", "กรอง", "เผยแพร่", "ใช้"]) is None


@given(st.lists(st.integers(1, 9), min_size=5, max_size=5), st.integers(0, 60))
def test_ranges_that_follow_each_other_hold_every_count_once(widths, count):
    low, texts = 1, []
    for width in widths:
        texts.append(f"{low} - {low + width - 1} เรื่อง")
        low += width
    found = rubric(texts)
    assert len(found.levels_of(count)) == (1 <= count < low)
    assert (found.overlaps, found.gaps) == ([], [])


def test_a_share_may_stand_between_the_comparing_word_and_its_number():
    assert count_range("ต่ำกว่าร้อยละ ๕๐") == CountRange(0, 49)
    assert count_range("ไม่น้อยกว่าร้อยละ 80") == CountRange(80, None)
