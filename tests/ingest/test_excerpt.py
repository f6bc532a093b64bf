"""The cell a value came from, with what stands about it."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from kmdash.domain.problem import UnreadableFile
from kmdash.ingest.look import excerpt


def a_book() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "แผน!ที่ 1"
    for row in range(1, 401):
        sheet.append([f"แถว {row} ช่อง {column}" for column in range(1, 13)])
    sheet["F350"] = "ยาว" * 200
    sheet["G350"] = "ข้างๆ" * 200
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_cell_far_down_is_shown_whole_with_its_neighbours_cut_short():
    found = excerpt(a_book(), "แผน.xlsx", "แผน!ที่ 1!F350")
    assert (found.row, found.column, found.text) == (350, 6, "ยาว" * 200)
    assert list(found.rows) == [346, 347, 348, 349, 350, 351, 352, 353]
    assert list(found.rows[349]) == [3, 4, 5, 6, 7, 8, 9]
    assert found.rows[349][5] == "แถว 349 ช่อง 5"
    assert len(found.rows[350][7]) == 120


def test_a_blank_cell_has_no_text():
    assert excerpt(a_book(), "แผน.xlsx", "แผน!ที่ 1!Z2").text == ""


def test_the_record_of_a_csv_is_found_by_its_number():
    assert excerpt("ลำดับ,กิจกรรม\n1,อบรม\n".encode(), "แผน.csv", "CSV!B2").text == "อบรม"


def test_a_sheet_that_is_not_in_the_file_gives_nothing():
    assert excerpt(a_book(), "แผน.xlsx", "อื่น!B2") is None


def test_a_file_that_cannot_be_read_is_told():
    with pytest.raises(UnreadableFile):
        excerpt(b"PK\x03\x04 broken", "แผน.xlsx", "อื่น!B2")


def test_a_text_that_is_no_address_is_an_error():
    with pytest.raises(ValueError, match="no cell address"):
        excerpt(a_book(), "แผน.xlsx", "หน้าจอ")
