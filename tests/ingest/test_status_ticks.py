"""Tick columns for the status: marks, crosses beside ticks, dates and words instead of a mark; percents as shown."""

from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from small_sheets import OFFICE, UNIT, read

from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here

HEAD = [
    OFFICE,
    UNIT,
    ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ"],
    ["1", "ประชุม", "ม.ค. 62", "กจ.", "✓", "", ""],
]


def last(*ticks):
    reading = read([*HEAD, ["2", "อบรม", "ก.พ. 62", "กจ.", *ticks]])
    found = [problem for problem in reading.problems if problem.cell.endswith("5") and problem.severity != "info"]
    return reading.rows("activities")[1], [(problem.code, str(problem.severity), problem.cell) for problem in found]


@pytest.mark.parametrize(("ticks", "status"), [(("✓", "", ""), "done"), (("0", "1", "0"), "in_progress")])
def test_one_mark_is_the_status(ticks, status):
    row, found = last(*ticks)
    assert (row["status"], found) == (status, [])


def test_crosses_beside_the_only_tick_say_not_this_one():
    row, found = last("x", "✓", "x")
    assert (row["status"], found) == ("in_progress", [])


def test_a_cross_alone_is_asked_where_other_rows_are_ticked():
    row, found = last("x", "", "")
    assert (row["status"], found) == (None, [("tick_unreadable", "question", "แผ่น 1!E5")])


def test_two_ticks_are_asked():
    row, found = last("✓", "✓", "")
    assert (row["status"], found) == (None, [("status_ticked_twice", "question", "แผ่น 1!E5")])


def test_a_day_typed_where_done_is_ticked_says_done_and_is_told():
    row, found = last("5 ก.พ. 62", "", "")
    assert (row["status"], row["status_text"]) == ("done", "5 ก.พ. 62")
    assert found == [("tick_in_words", "warning", "แผ่น 1!E5")]


@pytest.mark.parametrize("ticks", [("รออนุมัติ", "", ""), ("", "5 ก.พ. 62", ""), ("5 ก.พ. 62", "รอ", "")])
def test_other_words_instead_of_a_tick_are_asked(ticks):
    row, found = last(*ticks)
    assert row["status"] is None
    assert [(code, severity) for code, severity, _ in found] == [("tick_unreadable", "question")]


def test_words_beside_a_tick_are_told():
    row, found = last("รออนุมัติ", "✓", "")
    assert (row["status"], found) == ("in_progress", [("tick_in_words", "warning", "แผ่น 1!E5")])


def with_target(value, number_format="General"):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        OFFICE,
        UNIT,
        ["ที่", "กิจกรรม", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"],
        [1, "อบรม", "ม.ค. 62", value, "กจ."],
    ):
        sheet.append(row)
    sheet["D4"].number_format = number_format
    file = BytesIO()
    book.save(file)
    return from_plain(read_here(file.getvalue(), "แผน.xlsx", {}))


def test_a_target_in_percent_format_is_kept_as_it_is_shown():
    assert with_target(0.8, "0%").rows("activities")[0]["target"] == "80%"


def test_a_target_that_became_a_date_is_told():
    found = [
        problem.cell
        for problem in with_target(datetime(2019, 3, 1), "d/m").problems
        if problem.code == "target_is_date"
    ]
    assert found == ["Sheet!D4"]
