"""Odd cells among those that are read: told with their place, never a silent blank."""

from io import BytesIO

import openpyxl
import pytest

from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here

ROWS = [
    ["แผนการจัดการความรู้ของกรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"],
    ["ที่", "กิจกรรม", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"],
    ["1", "ประชุม", "ม.ค. 62", "1 ครั้ง", "กจ."],
    ["2", "อบรม", "ก.พ. 62", "2 ครั้ง", "กจ."],
]


@pytest.fixture
def sheet():
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.title = "แผน"
    return book.active


def problems(sheet):
    file = BytesIO()
    sheet.parent.save(file)
    reading = from_plain(read_here(file.getvalue(), "แผน.xlsx", {}))
    assert reading.account.used + sum(item.cells for item in reading.account.ignored) == reading.account.filled
    return {problem.code: problem for problem in reading.problems}, reading


def test_a_formula_without_a_result_is_told_and_its_value_missing(sheet):
    sheet["D3"] = '="1"&" ครั้ง"'
    found, reading = problems(sheet)
    assert (found["formula_without_result"].cell, str(found["formula_without_result"].severity)) == (
        "แผน!D3",
        "warning",
    )
    assert reading.rows("activities")[0]["target"] is None


def test_an_error_value_is_told(sheet):
    sheet["D4"] = "#REF!"
    sheet["D4"].data_type = "e"
    assert problems(sheet)[0]["error_cell"].cell == "แผน!D4"


def test_hidden_rows_and_columns_that_are_read_are_named_once(sheet):
    sheet.row_dimensions[4].hidden = True
    sheet.column_dimensions["E"].hidden = True
    found, reading = problems(sheet)
    assert found["hidden_cells_read"].found == "แถว 4 และ คอลัมน์ E"
    assert len(reading.rows("activities")) == 2


def test_many_odd_cells_are_summed_up(sheet):
    for row in range(5, 60):
        sheet.append([row, "งาน", "ม.ค. 62", "", "กจ."])
        sheet.cell(row, 4, "=1+1")
    reading = problems(sheet)[1]
    told = [problem for problem in reading.problems if problem.code == "formula_without_result"]
    assert len(told) == 21
    assert "35" in told[-1].message


def test_the_account_says_what_each_cell_was_used_for(sheet):
    reading = problems(sheet)[1]
    by_range = {item.range: (item.cells, item.field) for item in reading.account.used_by}
    assert by_range["แผน!B3:B4"] == (2, "text")
    assert by_range["แผน!C3:C4"] == (2, "period")
    assert sum(cells for cells, _ in by_range.values()) == reading.account.used
