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
