"""Votes as offices keep them: matrices of marks, answers of online forms, agreement lists, finished tallies."""

import pytest
from small_sheets import read

from kmdash.domain.register import from_parts
from kmdash.ingest.as_json import reading_json
from kmdash.measures.vote import tally, vote_summary

RULE = ["ผลการลงคะแนน ปีงบประมาณ พ.ศ. ๒๕๖๒ คัดเลือก ๑ กระบวนงาน โหวตได้คนละไม่เกิน ๒ เสียง"]


def codes(reading):
    return {problem.code: problem for problem in reading.problems}


def votes(reading):
    return {row["process"]: int(row["votes"]) for _, row in tally(from_parts(reading.parts)).iterrows()}


@pytest.mark.parametrize("mark", ["✓", "/", "1", "x", "P", "๑"])
def test_a_matrix_of_candidates_by_voters_is_read_with_any_mark(mark):
    rows = [RULE, ["ที่", "กระบวนงาน", "กจ.", "กค.", "กม.", "รวม"]]
    rows += [["1", "งานหนึ่ง", mark, mark, "", "2"], ["2", "งานสอง", "", mark, "", "1"], ["", "รวม", "1", "2", "0", "3"]]
    reading = read(rows)
    assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง": 1}
    summary = vote_summary(from_parts(reading.parts), reading.rows("ballots")[0]["ballot_id"])
    assert (summary.voters, summary.limit, summary.seats, summary.abstained) == (3, 2, 1, 1)
    assert reading.kinds == ["ballot", "tally"]
    found = reading_json(reading)["ballot"]
    assert [row["votes"] for row in found["tally"]] == [2, 1]


def test_a_matrix_of_voters_by_candidates_is_read_too():
    rows = [RULE, ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง", "งานสาม"]]
    reading = read([*rows, ["V01", "✓", "✓", ""], ["V02", "", "✓", ""], ["V03", "", "", ""]])
    assert votes(reading) == {"งานสอง": 2, "งานหนึ่ง": 1, "งานสาม": 0}


def test_a_ballot_over_the_limit_stays_as_cast_and_is_not_counted():
    rows = [RULE, ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง", "งานสาม"]]
    reading = read([*rows, ["V01", "✓", "✓", "✓"], ["V02", "", "✓", ""]])
    assert votes(reading) == {"งานสอง": 1, "งานหนึ่ง": 0, "งานสาม": 0}
    assert len(reading.rows("marks")) == 4
    assert reading_json(reading)["ballot"]["invalid"] == ["V01: เลือกเกิน 2 เสียง"]


def test_a_second_ballot_of_the_same_voter_is_told_and_left_out():
    rows = [RULE, ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง"], ["V01", "✓", ""], ["V02", "✓", ""], ["V01", "", "✓"]]
    reading = read(rows)
    assert codes(reading)["second_ballot"].cell == "แผ่น 1!A5"
    assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง": 0}


def test_a_mark_nobody_knows_is_told_and_not_counted():
    rows = [
        RULE,
        ["ที่", "กระบวนงาน", "กจ.", "กค.", "กม."],
        ["1", "งานหนึ่ง", "✓", "✓", "อาจจะ"],
        ["2", "งานสอง", "", "✓", ""],
    ]
    reading = read(rows)
    assert codes(reading)["mark_unreadable"].cell == "แผ่น 1!E3"
    assert votes(reading)["งานหนึ่ง"] == 2


def test_a_printed_total_that_differs_from_the_marks_is_told():
    rows = [
        RULE,
        ["ที่", "กระบวนงาน", "กจ.", "กค.", "รวม"],
        ["1", "งานหนึ่ง", "✓", "✓", "3"],
        ["2", "งานสอง", "", "", "0"],
    ]
    assert codes(read(rows))["tally_total_differs"].cell == "แผ่น 1!E3"


def test_answers_of_an_online_form_are_ballots_without_names():
    rows = [["ประทับเวลา", "ชื่อ", "หน่วยงาน", "เลือกกระบวนงาน (ไม่เกิน 2)"]]
    rows += [
        ["1/2/2562 10:00", "นายตัวอย่าง นามสมมุติ", "กจ.", "งานหนึ่ง, งานสอง"],
        ["1/2/2562 10:05", "ข", "กค.", "งานหนึ่ง"],
    ]
    reading = read([RULE, *rows])
    assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง": 1}
    assert [row["voter"] for row in reading.rows("marks")] == ["กจ.", "กจ.", "กค."]
    assert "นามสมมุติ" not in str(reading.parts)


def test_agreement_lists_count_who_agrees_and_tell_who_does_not():
    rows = [RULE, ["ที่", "หัวข้อ", "เห็นด้วย", "ไม่เห็นด้วย", "งดออกเสียง"], ["1", "งานหนึ่ง", "๑๒", "๓", "๑"]]
    reading = read([*rows, ["2", "งานสอง", "๕", "๙", "๒"]])
    assert votes(reading) == {"งานหนึ่ง": 12, "งานสอง": 5}
    assert "votes_against" in codes(reading)


def test_a_tally_in_thai_digits_is_compared_with_its_printed_total():
    rows = [RULE, ["ลำดับ", "หน่วยงาน", "กระบวนงาน", "คะแนน", "ร้อยละ"], ["๑", "กจ.", "งานหนึ่ง", "๙", "๖๐"]]
    rows += [["๒", "กค.", "งานสอง", "๖", "๔๐"], ["", "", "รวม", "๑๖", "๑๐๐"]]
    reading = read(rows)
    assert votes(reading) == {"งานหนึ่ง": 9, "งานสอง": 6}
    assert codes(reading)["votes_sum_differs"].cell == "แผ่น 1!D5"


@pytest.mark.parametrize(
    ("words", "limit", "seats", "voters"),
    [
        ("คัดเลือก ๕ เรื่อง ผู้มีสิทธิลงคะแนน ๑๖ คน เลือกได้คนละไม่เกิน ๕ เรื่อง", 5, 5, 16),
        ("ให้เลือกห้ากระบวนงาน เลือกได้ไม่เกินสามหัวข้อ", 3, 5, None),
    ],
)
def test_the_rule_is_read_in_figures_and_in_words(words, limit, seats, voters):
    rows = [[f"{words} ปีงบประมาณ 2562"], ["ที่", "กระบวนงาน", "คะแนน"], ["1", "งานหนึ่ง", "9"], ["2", "งานสอง", "6"]]
    (ballot,) = read(rows).rows("ballots")
    assert (ballot["ballot_limit"], ballot["seats"], ballot["voters"]) == (limit, seats, voters)
