"""Votes told apart: a finished count from a matrix of marks, opinions on one matter, columns beside the marks."""

from small_sheets import read

from kmdash.domain.register import from_parts
from kmdash.ingest.as_json import reading_json
from kmdash.measures.vote import tally

RULE = ["ผลการคัดเลือก กรมตัวอย่าง ปีงบประมาณ พ.ศ. ๒๕๖๒ ผู้มีสิทธิ ๒๐ คน เลือกได้คนละไม่เกิน ๒ เรื่อง คัดเลือก ๑ เรื่อง"]


def votes(reading):
    return {row["process"]: int(row["votes"]) for _, row in tally(from_parts(reading.parts)).iterrows()}


def told(reading, code):
    return [problem.cell for problem in reading.problems if problem.code == code]


def ignored(reading):
    return {block.range.rpartition("!")[2] for block in reading.account.ignored}


def test_a_count_beside_a_column_of_results_is_a_finished_tally():
    rows = [RULE, ["ลำดับ", "กระบวนงาน", "ร้อยละ", "คะแนน", "ผลการพิจารณา"]]
    reading = read([*rows, [1, "งานหนึ่ง", 70, 14, "เลือก"], [2, "งานสอง", 30, 6, "-"], ["รวม", "", 100, 20]])
    assert votes(reading) == {"งานหนึ่ง": 14, "งานสอง": 6}
    assert reading.kinds == ["tally"]
    assert "E3:E4" in ignored(reading)


def test_counts_that_the_marks_beside_them_cannot_give_are_no_ballots():
    rows = [RULE, ["ลำดับ", "กระบวนงาน", "คะแนน", "ผ่าน"]]
    reading = read([*rows, [1, "งานหนึ่ง", 14, "✓"], [2, "งานสอง", 6, ""], [3, "งานสาม", 4, ""]])
    assert votes(reading) == {"งานหนึ่ง": 14, "งานสอง": 6, "งานสาม": 4}


def test_a_matrix_with_a_total_column_stays_a_matrix():
    rows = [RULE, ["ที่", "กระบวนงาน", "กจ.", "กค.", "กม.", "รวมคะแนน"]]
    reading = read([*rows, ["1", "งานหนึ่ง", "/", "/", "/", "3"], ["2", "งานสอง", "", "/", "", "1"]])
    assert votes(reading) == {"งานหนึ่ง": 3, "งานสอง": 1}
    assert reading.kinds == ["ballot", "tally"]


def test_a_count_of_who_chose_each_knowledge_is_a_tally_where_the_lines_speak_of_a_vote():
    rows = [RULE, ["อันดับ", "องค์ความรู้", "หน่วยงานเจ้าของเรื่อง", "จำนวนผู้เลือก (คน)", "ร้อยละ"]]
    rows += [["๑", "การเขียนหนังสือ", "สลก.", "๑๔", "๗๐"], ["๒", "การพัสดุ", "กค.", "๖", "๓๐"], ["รวม", "", "", "๒๑"]]
    reading = read(rows)
    assert votes(reading) == {"การเขียนหนังสือ": 14, "การพัสดุ": 6}
    assert told(reading, "votes_sum_differs") == ["แผ่น 1!D5"]


APPROVAL = [
    ["การให้ความเห็นชอบแผนการจัดการความรู้ ปีงบประมาณ พ.ศ. ๒๕๖๒"],
    ["ที่", "หน่วยงาน", "เห็นชอบ", "ไม่เห็นชอบ", "งดออกเสียง", "ข้อเสนอแนะ"],
    [1, "กองคลัง", "✓", "", "", ""],
    [2, "กองช่าง", "", "✓", "", "ควรเพิ่มตัวชี้วัด"],
    [3, "สำนักปลัด", "✓", "", "", ""],
    [4, "กองแผน", "", "", "✓", ""],
]


def test_opinions_on_one_matter_are_ballots_with_one_candidate():
    reading = read([*APPROVAL, ["รวม", "", 2, 1, 1]])
    assert votes(reading) == {APPROVAL[0][0]: 2}
    assert reading_json(reading)["ballot"]["voters"] == 4
    (against,) = [problem for problem in reading.problems if problem.code == "votes_against"]
    assert against.found == "ไม่เห็นด้วย 1 · งดออกเสียง 1"
    assert {problem.code for problem in reading.problems} & {"mark_unreadable", "seats_missing"} == set()
    assert "F4" in ignored(reading)


def test_opinions_whose_printed_sums_differ_are_told():
    assert told(read([*APPROVAL, ["รวม", "", 3, 1, 1]]), "tally_total_differs") == ["แผ่น 1!C7"]


def test_two_opinions_or_none_count_as_abstained_and_are_told():
    reading = read([*APPROVAL, [5, "กองกลาง", "✓", "✓", "", ""], [6, "กองท้าย", "", "", "", ""]])
    assert votes(reading) == {APPROVAL[0][0]: 2}
    assert told(reading, "opinion_unclear") == ["แผ่น 1!C7", "แผ่น 1!B8"]


def test_opinions_counted_by_unit_are_a_finished_tally():
    rows = [*APPROVAL[:2], [1, "กองคลัง", 12, 3, 0, ""], [2, "กองช่าง", 5, "-", 1, ""], ["รวม", "", 17, 3, 1]]
    reading = read(rows)
    assert votes(reading) == {APPROVAL[0][0]: 17}
    assert reading.kinds == ["tally"]
    assert {problem.code for problem in reading.problems} & {"mark_unreadable", "votes_sum_differs"} == set()


def test_reasons_and_dates_beside_the_marks_are_no_candidates():
    rows = [RULE, ["ที่", "หน่วยงาน", "งานหนึ่ง", "งานสอง", "งานสาม", "เหตุผล", "วันที่ส่ง"]]
    rows += [[1, "กองคลัง", "/", "/", "", "สำคัญ", "1 ต.ค. 61"], [2, "กองช่าง", "", "/", "", "-", "2 ต.ค. 61"]]
    reading = read(rows)
    assert votes(reading) == {"งานสอง": 2, "งานหนึ่ง": 1, "งานสาม": 0}
    assert told(reading, "column_unknown") == ["แผ่น 1!F2", "แผ่น 1!G2"]
    assert {"F3:F4", "G3:G4"} <= ignored(reading)


def test_a_candidate_whose_only_mark_is_odd_stays_a_candidate():
    rows = [RULE, ["ที่", "หน่วยงาน", "งานหนึ่ง", "งานสอง", "งานสาม"]]
    reading = read([*rows, [1, "กองคลัง", "/", "/", ""], [2, "กองช่าง", "/", "", "อาจจะ"]])
    assert votes(reading) == {"งานหนึ่ง": 2, "งานสอง": 1, "งานสาม": 0}
    assert told(reading, "mark_unreadable") == ["แผ่น 1!E4"]
