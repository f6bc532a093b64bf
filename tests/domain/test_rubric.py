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
        ("๓ เรื่องลงมา", 0, 3),
        ("ไม่ถึง 5 เรื่อง", 0, 4),
        ("ภายใน ๓ วัน", 0, 3),
        ("มากกว่าหรือเท่ากับ 4 เรื่อง", 4, None),
        ("มากกว่า 1 ถึง 3 เรื่อง", 2, 3),
        ("ร้อยละ 60 - ร้อยละ 69", 60, 69),
    ],
)
def test_a_range_of_counts_is_read_from_its_words(text, low, high):
    assert count_range(text) == CountRange(low, high)


UNCLEAR = ["มากกว่าปีก่อน 3 เรื่อง", "3 - 5 เรื่องขึ้นไป", "ไม่เกิน 3 - 5 เรื่อง", "ภายใน 30 กันยายน", "ภายใน 2562"]


@pytest.mark.parametrize("text", ["", "ครบทุกกลุ่ม", "2 กลุ่ม 3 เรื่อง", "5 - 3 กลุ่ม", "ร้อยละ 2.5", "น้อยกว่า 0", *UNCLEAR])
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


def test_more_than_a_percentage_leaves_that_percentage_out_and_takes_every_part_above():
    """rules.md §3: 0.5 per cent more than 60 is more than 60; 60 is not."""
    above, below, between = map(count_range, ("มากกว่าร้อยละ 60", "ต่ำกว่าร้อยละ 60", "มากกว่าร้อยละ 60 ถึง 70"))
    assert [above.holds(share) for share in (60, 60.5, 61)] == [False, True, True]
    assert [below.holds(share) for share in (0, 59.5, 60)] == [True, True, False]
    assert [between.holds(share) for share in (60, 60.01, 70, 70.5)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "levels"),
    [("{} เรื่องขึ้นไป", {1: [], 2: [1], 5: [4], 9: [5]}), ("มากกว่า {} เรื่อง", {2: [], 3: [1], 6: [4], 9: [5]})],
)
def test_of_ranges_one_inside_the_other_the_highest_level_reached_counts(text, levels):
    found = rubric([text.format(number) for number in range(2, 7)])
    assert {count: found.levels_of(count) for count in levels} == levels
    assert found.overlaps == [] and found.is_short(1)


def test_where_fewer_is_better_the_lowest_level_s_limit_is_what_a_count_may_be_short_of():
    found = rubric([f"ไม่เกิน {days} วัน" for days in (10, 8, 6, 4, 2)])
    assert [found.levels_of(days) for days in (0, 3, 8, 10, 11)] == [[5], [4], [2], [1], []]
    assert found.is_short(11) and not found.is_short(10)
    assert found.overlaps == []


def test_limits_that_grow_with_the_level_are_not_decided():
    found = rubric([f"ไม่เกิน {days} วัน" for days in (2, 4, 6, 8, 10)])
    assert len(found.levels_of(3)) > 1 and (1, 2) in found.overlaps


ranges = st.builds(
    lambda low, width, open_end, strict: CountRange(
        low, None if open_end else low + width, low if strict and (width or open_end) else None
    ),
    *(st.integers(0, 8), st.integers(0, 6), st.booleans(), st.booleans()),
)
tenths = [number / 2 for number in range(40)]


@given(ranges, ranges)
def test_a_range_is_inside_another_and_meets_it_as_their_counts_say(one, other):
    own, others = ({count for count in tenths if found.holds(count)} for found in (one, other))
    assert one.meets(other) == bool(own & others)
    assert one.is_inside(other) == (own < others)
