"""Columns and rows of numbers that say nothing of how far the work is: weights, other shares, counted columns."""

import pytest
from small_sheets import OFFICE, UNIT, read

HEAD = ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]
ROWS = [["1", "ประชุม", "ม.ค. 62", "กจ."], ["2", "อบรม", "ก.พ. 62", "กค."]]


def column(reading, name):
    return [row.get(name) for row in reading.rows("activities")]


def with_shares(heading, *, below=""):
    """A plan with a column of percents under this heading, of one row or two."""
    rows = [[*row, share] for row, share in zip(ROWS, ("20%", "80%"), strict=True)]
    if not below:
        return read([OFFICE, UNIT, [*HEAD, heading], *rows])
    merged = [f"{letter}3:{letter}4" for letter in "ABCD"]
    return read([OFFICE, UNIT, [*HEAD, heading], ["", "", "", "", below], *rows], merged=merged)


@pytest.mark.parametrize("heading", ["น้ำหนัก", "ค่าน้ำหนัก (%)", "งบประมาณ (ร้อยละ)"])
def test_a_weight_is_no_progress(heading):
    assert column(with_shares(heading), "percent") == [None, None]


@pytest.mark.parametrize("group", ["น้ำหนัก", "เป้าหมาย", "งบประมาณ", "แผน"])
def test_a_share_under_a_group_of_something_else_is_no_progress(group):
    reading = with_shares(group, below="ร้อยละ")
    assert column(reading, "percent") == [None, None]
    assert "column_unknown" in {problem.code for problem in reading.problems}


@pytest.mark.parametrize("group", ["ผลการดำเนินงาน", "ความก้าวหน้า"])
def test_a_share_under_a_group_of_results_is_the_progress(group):
    assert column(with_shares(group, below="ร้อยละ"), "percent") == [20.0, 80.0]


@pytest.mark.parametrize("count", [["(๑)", "(๒)", "(๓)", "(๔)"], ["1", "2", "3", "4"], ["1", "2", "3 = 1 + 2", "4"]])
def test_a_row_that_counts_the_columns_is_part_of_the_heading(count):
    reading = read([OFFICE, UNIT, HEAD, count, *ROWS, HEAD, count, ["3", "สรุป", "มี.ค. 62", "กจ."]])
    assert column(reading, "text") == ["ประชุม", "อบรม", "สรุป"]
    assert {item.reason for item in reading.account.ignored} == {"หัวตาราง", "หัวตารางที่พิมพ์ซ้ำ"}


def test_counts_of_what_was_reached_are_no_progress_in_percent():
    head = ["ที่", "กิจกรรม", "เป้าหมาย", "ผลการดำเนินงาน", "ระยะเวลา"]
    rows = [["1", "อบรม", "120 คน", 96, "ม.ค. 62"], ["2", "สื่อ", "5 ชิ้น", 5, "ก.พ. 62"]]
    reading = read([OFFICE, UNIT, head, *rows])
    assert column(reading, "percent") == [None, None]
    assert [problem.cell for problem in reading.problems if problem.code == "column_unknown"] == ["แผ่น 1!D3"]


@pytest.mark.parametrize("heading", ["วันที่ดำเนินการจริง", "ระยะเวลาดำเนินการจริง", "วันแล้วเสร็จจริง"])
def test_the_dates_of_what_was_done_are_not_the_plan(heading):
    rows = [["1", "อบรม", "15 มี.ค. 62", "ม.ค. 62", "กจ."], ["2", "สื่อ", "20 มี.ค. 62", "ก.พ. 62", "กจ."]]
    reading = read([OFFICE, UNIT, ["ที่", "กิจกรรม", heading, "ระยะเวลา", "ผู้รับผิดชอบ"], *rows])
    assert column(reading, "period_text") == ["ม.ค. 62", "ก.พ. 62"]
    assert [problem.cell for problem in reading.problems if problem.code == "column_unknown"] == ["แผ่น 1!C3"]


def test_quarters_of_progress_are_no_grid_of_the_plan():
    head = [["ที่", "กิจกรรม", "ร้อยละความก้าวหน้า", "", "ผู้รับผิดชอบ"], ["", "", "ไตรมาส 1", "ไตรมาส 2", ""]]
    rows = [["1", "อบรม", "30", "60", "กจ."], ["2", "สื่อ", "10", "", "กค."]]
    reading = read([OFFICE, UNIT, *head, *rows], merged=["A3:A4", "B3:B4", "C3:D3", "E3:E4"])
    assert column(reading, "start") == [None, None]
    assert "grid_results_left_out" in {problem.code for problem in reading.problems}
