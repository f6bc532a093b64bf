"""Votes as offices keep them: matrices of marks, answers of online forms, agreement lists, finished tallies."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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


HEAD = [*RULE, "ผู้มีสิทธิลงคะแนน ๓ คน"]


def voters(reading):
    return [row["voter"] for row in reading.rows("marks")]


def test_a_wingdings_tick_a_box_and_zero_or_one_are_read():
    for chosen, not_chosen in (("ü", ""), ("✅", "-"), ("1", "0"), ("✔\ufe0f", "ไม่เลือก"), (True, False)):
        rows = [RULE, ["ที่", "กระบวนงาน", "ผู้แทน 1", "ผู้แทน 2", "ผู้แทน 3"]]
        rows += [[1, "งานหนึ่ง", chosen, chosen, not_chosen], [2, "งานสอง", not_chosen, chosen, not_chosen]]
        reading = read(rows)
        assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง": 1}
        assert set(voters(reading)) == {"ผู้แทน 1", "ผู้แทน 2", "ผู้แทน 3"}
        assert "mark_unreadable" not in codes(reading)


def test_a_cross_beside_ticks_is_not_guessed():
    rows = [RULE, ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง"], ["V01", "✓", "x"], ["V02", "✓", "✓"]]
    reading = read(rows)
    problem = codes(reading)["mark_unreadable"]
    assert (problem.cell, str(problem.severity)) == ("แผ่น 1!C3", "error")
    assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง": 1}


def test_the_total_row_of_a_matrix_is_checked_and_no_candidate():
    rows = [RULE, ["ที่", "กระบวนงาน", "กจ.", "กค.", "รวมคะแนน"], ["1", "รวมพลังความรู้", "✓", "✓", "2"]]
    reading = read([*rows, ["2", "งานสอง", "✓", "", "1"], ["รวมทั้งสิ้น", "", "2", "2", "3"]])
    assert votes(reading) == {"รวมพลังความรู้": 2, "งานสอง": 1}
    assert [p.cell for p in reading.problems if p.code == "tally_total_differs"] == ["แผ่น 1!D5"]


def test_the_totals_of_voters_in_rows_are_checked_too():
    rows = [RULE, ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง", "รวม"], ["V01", "✓", "✓", "1"], ["V02", "✓", "", "1"]]
    reading = read([*rows, ["รวม", "2", "2", "3"]])
    assert [p.cell for p in reading.problems if p.code == "tally_total_differs"] == ["แผ่น 1!D3", "แผ่น 1!C5"]


def test_the_code_says_who_voted_before_the_unit_and_no_name_is_kept():
    rows = [RULE, ["ชื่อ-สกุล", "หน่วยงาน", "งานหนึ่ง", "งานสอง"]]
    named = read([*rows, ["สมมุติ นามสมมุติ", "กองคลัง", "✓", ""], ["นางสมมุติ สองสมมุติ", "กองช่าง", "", "✓"]])
    assert voters(named) == ["กองคลัง", "กองช่าง"]
    rows = [RULE, ["หน่วยงาน", "รหัสผู้ลงคะแนน", "งานหนึ่ง", "งานสอง"]]
    coded = read([*rows, ["กองคลัง", "V01", "✓", ""], ["กองคลัง", "V02", "", "✓"]])
    assert voters(coded) == ["V01", "V02"]
    rows = [RULE, ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง"]]
    persons = read([*rows, ["สมมุติ นามสมมุติ", "✓", ""], ["สมชาย แซ่สมมุติ", "", "✓"], ["สมมุติ นามสมมุติ", "", "✓"]])
    assert voters(persons) == ["ผู้ลงคะแนน 1", "ผู้ลงคะแนน 2"]
    assert codes(persons)["second_ballot"].found == "ผู้ลงคะแนน 1"
    for reading in (named, persons):
        told = str(reading.parts) + str(reading.problems)
        assert "นามสมมุติ" not in told
        assert any("ส่วนบุคคล" in item.reason for item in reading.account.ignored)


def test_names_of_persons_over_the_columns_are_numbered():
    rows = [RULE, ["ที่", "กระบวนงาน", "นายสมมุติ นามสมมุติ", "กค.", "กค."], ["1", "งานหนึ่ง", "✓", "✓", "✓"]]
    reading = read([*rows, ["2", "งานสอง", "✓", "", "✓"]])
    assert set(voters(reading)) == {"ผู้ลงคะแนน 1", "กค."}
    assert codes(reading)["second_ballot"].cell == "แผ่น 1!E2"
    assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง": 1}
    assert "นามสมมุติ" not in str(reading.parts)


def test_a_ballot_of_nobody_is_kept_and_not_counted():
    rows = [RULE, ["รหัสผู้ลงคะแนน", "งานหนึ่ง", "งานสอง"], ["V01", "✓", ""], ["", "✓", "✓"], ["V03", "", ""]]
    reading = read(rows)
    assert codes(reading)["voter_missing"].cell == "แผ่น 1!A4"
    assert votes(reading) == {"งานหนึ่ง": 1, "งานสอง": 0}
    assert reading.rows("ballots")[0]["voters"] == 2


def test_marks_without_a_candidate_are_an_error_with_their_cell():
    rows = [RULE, ["ที่", "กระบวนงาน", "กจ.", "กค."], ["1", "งานหนึ่ง", "✓", "✓"], ["2", "", "✓", ""]]
    assert codes(read(rows))["candidate_missing"].cell == "แผ่น 1!C4"


def test_the_rule_is_read_under_the_table_and_is_no_voter():
    rows = [["ผลการลงคะแนน ปี ๒๕๖๒"], ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง"], ["กจ.", "✓", ""], ["กค.", "✓", "✓"], ["กม."]]
    reading = read([*rows, ["หมายเหตุ : เลือกได้คนละไม่เกินสองเรื่อง และคัดเลือก ๑ เรื่อง"], ["ลงชื่อ ........ ประธาน"]])
    (ballot,) = reading.rows("ballots")
    assert (ballot["ballot_limit"], ballot["seats"], ballot["voters"]) == (2, 1, 3)
    assert "seats_missing" not in codes(reading)


def test_ticks_that_are_no_vote_are_not_ballots():
    rows = [["ผู้เข้าอบรม ปี 2562"], ["ที่", "หน่วยงาน", "ครั้งที่หนึ่ง", "ครั้งที่สอง"], ["1", "กจ.", "✓", "✓"], ["2", "กค.", "", "✓"]]
    assert read(rows).rows("ballots") == []


def test_scores_out_of_a_full_mark_are_no_votes():
    rows = [RULE, ["ที่", "หัวข้อ", "คะแนนเต็ม", "คะแนนที่ได้"], ["1", "ความรู้", "20", "15"], ["2", "ทักษะ", "30", "25"]]
    reading = read(rows)
    assert reading.rows("ballots") == []
    assert "table_refused" in codes(reading)


def test_answers_separated_by_semicolons_keep_commas_in_names():
    rows = [["ID", "Start time", "Completion time", "Email", "Name", "เลือกกระบวนงานไม่เกิน 2 เรื่อง"]]
    rows += [["1", "1/2/2562", "1/2/2562", "anonymous", "", "งานหนึ่ง, สอง และสาม;งานสี่;"]]
    rows += [
        ["2", "1/2/2562", "1/2/2562", "anonymous", "", "งานสี่;"],
        ["3", "1/2/2562", "1/2/2562", "anonymous", "", ""],
    ]
    reading = read([["แบบลงคะแนน ปี 2562"], *rows])
    assert votes(reading) == {"งานสี่": 2, "งานหนึ่ง, สอง และสาม": 1}
    assert voters(reading) == ["ผู้ลงคะแนน 1", "ผู้ลงคะแนน 1", "ผู้ลงคะแนน 2", "ผู้ลงคะแนน 3"]
    assert reading.rows("ballots")[0]["ballot_limit"] == 2
    assert "candidates_from_answers" in codes(reading)


CANDIDATES = [["กระบวนงานที่เสนอให้คัดเลือก ๑ กระบวนงาน ปี ๒๕๖๒"], ["ที่", "สำนัก/กอง", "กระบวนงาน"]]
CANDIDATES += [["๑", "กจ.", "งานหนึ่ง, สอง และสาม"], ["๒", "กค.", "งานสี่"], ["๓", "กม.", "งานหนึ่ง"]]


def answers(*texts):
    return [["Timestamp", "หน่วยงาน", "โปรดเลือกกระบวนงาน (ไม่เกิน ๒ เรื่อง)"], *(["1/2/2562", *text] for text in texts)]


def test_answers_are_matched_with_the_candidates_of_the_file_longest_name_first():
    form = answers(("กจ.", "งานหนึ่ง, สอง และสาม, งานสี่"), ("กค.", "งานหนึ่ง, งานอื่น"), ("กม.", "2. งานสี่\n3"))
    reading = read(form, CANDIDATES)
    assert votes(reading) == {"งานสี่": 2, "งานหนึ่ง": 2, "งานหนึ่ง, สอง และสาม": 1}
    unknown = codes(reading)["candidate_unknown"]
    assert (unknown.found, unknown.cell) == ("งานอื่น", "แผ่น 1!C3")
    assert len(reading.rows("ballots")) == 1
    assert reading.rows("ballots")[0]["seats"] == 1
    assert [row["unit"] for row in reading.rows("candidates")] == ["กจ.", "กค.", "กม."]
    summary = vote_summary(from_parts(reading.parts), reading.rows("ballots")[0]["ballot_id"])
    assert [item.code for item in summary.rejected] == ["unknown_candidate"]
    assert any("งานอื่น" in reason for reason in reading_json(reading)["ballot"]["invalid"])


def test_one_column_a_rank_is_one_ballot():
    rows = [["ประทับเวลา", "อีเมล", "อันดับ 1", "อันดับ 2"], ["1/2/2562", "a@b.go.th", "งานหนึ่ง", "งานสอง, และสาม"]]
    reading = read([RULE, *rows, ["1/2/2562", "c@d.go.th", "งานหนึ่ง", ""], ["1/2/2562", "a@b.go.th", "งานหนึ่ง", ""]])
    assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง, และสาม": 1}
    assert codes(reading)["second_ballot"].found == "ผู้ลงคะแนน 1"
    assert "go.th" not in str(reading.parts)


def test_a_grid_question_is_a_matrix():
    rows = [["ประทับเวลา", "หน่วยงาน", "โหวต [งานหนึ่ง]", "โหวต [งานสอง]"], ["1/2/2562", "กจ.", "เลือก", ""]]
    assert votes(read([RULE, *rows])) == {"งานหนึ่ง": 1, "งานสอง": 0}


def test_a_form_whose_question_is_unclear_is_told_and_gives_no_ballot():
    rows = [["ประทับเวลา", "เพศ", "อายุ", "ระดับ"], ["1/2/2562", "หญิง", "30", "5"], ["1/2/2562", "ชาย", "40", "4"]]
    reading = read([RULE, *rows])
    assert codes(reading)["choices_unclear"].cell == "แผ่น 1!A2"
    assert reading.rows("ballots") == []


def test_a_form_of_two_columns_is_enough():
    rows = [["ประทับเวลา", "เลือกกระบวนงาน"], ["1/2/2562", "งานหนึ่ง"], ["1/2/2562", "งานหนึ่ง, งานสอง"]]
    assert votes(read([RULE, *rows])) == {"งานหนึ่ง": 2, "งานสอง": 1}


def test_a_finished_count_beside_its_ballots_is_compared_and_not_a_second_vote():
    ballots = [RULE, ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง"], ["V01", "✓", "✓"], ["V02", "✓", ""]]
    count = [
        ["สรุปผล"],
        ["ที่", "หน่วยงาน", "กระบวนงาน", "คะแนน"],
        ["1", "กค.", "งานสอง", "2"],
        ["2", "กจ.", "งานหนึ่ง", "2"],
    ]
    reading = read(ballots, count)
    assert len(reading.rows("ballots")) == 1
    assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง": 1}
    assert codes(reading)["tally_total_differs"].cell == "แผ่น 2!D3"
    assert [row["unit"] for row in reading.rows("candidates")] == ["กค.", "กจ."]


def test_numbered_candidates_of_a_matrix_take_their_names_from_the_list():
    ballots = [RULE, ["ผู้ลงคะแนน", "1", "2", "3"], ["กจ.", "✓", "", ""], ["กค.", "✓", "✓", ""]]
    assert votes(read(ballots, CANDIDATES)) == {"งานหนึ่ง, สอง และสาม": 2, "งานสี่": 1, "งานหนึ่ง": 0}


def test_ticks_of_agreement_are_votes_and_need_no_limit():
    rows = [["มติคัดเลือก ๑ เรื่อง ปี ๒๕๖๒"], ["ที่", "หัวข้อ", "เห็นด้วย", "ไม่เห็นด้วย", "งดออกเสียง"]]
    reading = read([*rows, ["1", "งานหนึ่ง", "✓", "", ""], ["2", "งานสอง", "", "✓", ""], ["3", "งานสาม", "", "", "✓"]])
    assert votes(reading) == {"งานหนึ่ง": 1, "งานสอง": 0, "งานสาม": 0}
    assert [p.found for p in reading.problems if p.code == "votes_against"] == ["ไม่เห็นด้วย 1", "งดออกเสียง 1"]
    assert "ballot_limit_missing" not in codes(reading)


@pytest.mark.parametrize("votes_heading", ["คะแนน", "V01"])
def test_a_person_who_proposed_a_candidate_is_not_kept(votes_heading):
    rows = [RULE, ["ที่", "ผู้เสนอ", "กระบวนงาน", votes_heading], ["1", "นายสมมุติ นามสมมุติ", "งานหนึ่ง", "1"]]
    reading = read([*rows, ["2", "กค.", "งานสอง", "1"]])
    assert [row["unit"] for row in reading.rows("candidates")] == [None, "กค."]
    assert votes(reading) == {"งานหนึ่ง": 1, "งานสอง": 1}
    assert "นามสมมุติ" not in str(reading.parts)


@pytest.mark.parametrize(
    ("ranks", "wrong"),
    [
        (("๑", "๒", "๒", "๔"), []),
        (("1", "2", "2", "3"), []),
        (("1", "2", "3", "4"), []),
        (("2", "1", "2", "4"), ["E3", "E4"]),
    ],
)
def test_printed_ranks_are_compared_with_the_votes(ranks, wrong):
    rows = [RULE, ["ลำดับ", "หน่วยงาน", "กระบวนงาน", "จำนวนผู้เลือก", "ลำดับที่ได้"]]
    rows += [
        [str(place), f"ก{place}.", f"งาน {place}", count, rank]
        for place, (count, rank) in enumerate(zip(("๙", "๖", "๖", "๐"), ranks, strict=True), start=1)
    ]
    reading = read(rows)
    assert votes(reading) == {"งาน 1": 9, "งาน 2": 6, "งาน 3": 6, "งาน 4": 0}
    assert [p.cell.rpartition("!")[2] for p in reading.problems if p.code == "rank_differs"] == wrong


def test_a_turnout_that_the_ballots_do_not_show_is_told():
    rows = [[*RULE, "ผู้มาลงคะแนน ๕ คน"], ["ผู้ลงคะแนน", "งานหนึ่ง", "งานสอง"], ["V01", "✓", ""], ["V02", "✓", "✓"]]
    assert codes(read(rows))["turnout_differs"].found == "5"


@pytest.mark.parametrize(
    ("line", "field", "count"),
    [
        (["ลงคะแนนได้คนละไม่เกิน ๕ (ห้า) เสียง"], "ballot_limit", 5),
        (["หน่วยงานละไม่เกินสามกระบวนงาน"], "ballot_limit", 3),
        (["เลือกได้ไม่เกิน (ข้อ)", "4"], "ballot_limit", 4),
        (["คัดเลือกกระบวนงานให้เหลือ ๕ กระบวนงาน"], "seats", 5),
        (["ผู้ได้คะแนนสูงสุด ๓ อันดับแรก"], "seats", 3),
        (["คัดเลือกองค์ความรู้ จำนวน ๒ เรื่อง"], "seats", 2),
        (["คัดเลือก ๕ จาก ๑๖ กระบวนงาน"], "seats", 5),
        (["จำนวนผู้มีสิทธิ์ลงคะแนน", "๑๖ คน"], "voters", 16),
        (["ผู้มีสิทธิออกเสียงทั้งสิ้นสิบหกคน"], "voters", 16),
        (["ผู้มาลงคะแนน ๑๔ คน"], "voters", 14),
    ],
)
def test_the_usual_wordings_of_a_rule_are_read(line, field, count):
    rows = [["ผลคะแนน ปี 2562"], line, ["ที่", "กระบวนงาน", "คะแนน"], ["1", "งานหนึ่ง", "9"], ["2", "งานสอง", "6"]]
    assert read(rows).rows("ballots")[0][field] == count


@given(st.lists(st.lists(st.booleans(), min_size=2, max_size=4), min_size=1, max_size=6))
@settings(max_examples=25, deadline=None)
def test_either_way_round_a_matrix_gives_the_same_votes(rows):
    width = min(map(len, rows))
    marks = [["✓" if chosen else "" for chosen in row[:width]] for row in rows]
    if not any(map(any, marks)):
        return
    names = [f"งาน {place}" for place in range(width)]
    voters_ = [f"V{place}" for place in range(len(marks))]
    rule = ["คัดเลือก ๑ เรื่อง เลือกได้คนละไม่เกิน ๒ เรื่อง ปี ๒๕๖๒"]
    by_voter = read([rule, ["ผู้ลงคะแนน", *names], *([name, *row] for name, row in zip(voters_, marks, strict=True))])
    turned = zip(*marks, strict=True)
    by_candidate = read(
        [rule, ["กระบวนงาน", *voters_], *([name, *row] for name, row in zip(names, turned, strict=True))]
    )
    assert votes(by_voter) == votes(by_candidate)
    assert set(voters(by_voter)) == set(voters(by_candidate)) == set(voters_)


def test_votes_may_be_typed_with_what_is_counted_under_a_heading_of_knowledge():
    rows = [["สรุปผลการลงมติเลือกองค์ความรู้ ปี ๒๕๖๒"], ["อันดับ", "ชื่อองค์ความรู้", "จำนวนผู้ลงคะแนน (คน)"]]
    reading = read([*rows, ["๑", "สัมมาชีพ", "๙ เสียง"], ["๒", "ผ้าทอ", "6 คน"], ["๓", "ปุ๋ยหมัก", "หกเสียง"]])
    assert [row["votes"] for row in reading.rows("candidates")] == [9, 6, None]
    assert [problem.cell for problem in reading.problems if problem.code == "votes_unreadable"] == ["แผ่น 1!C5"]
