"""The knowledge record on paper: every heading of the form, its text, nothing a spreadsheet would compute."""

import io
from datetime import date

import openpyxl
import pytest

from kmdash.domain.frames import frame, records
from kmdash.domain.knowledge import HEADINGS, RECORDS
from kmdash.reports.record import record


def printed(**given):
    (row,) = records(frame(RECORDS, [{"office": "กรม", "fiscal_year": 2564, **given}]))
    sheet = openpyxl.load_workbook(io.BytesIO(record(row))).worksheets[0]
    return sheet, [cell.value for line in sheet.iter_rows() for cell in line if cell.value is not None]


def test_every_heading_stands_with_its_number_even_where_nothing_is_written():
    _, texts = printed(title="เรื่อง")
    assert [number for _, number in HEADINGS] == [
        text.rstrip(".") for text in texts if text[:1].isdigit() and text != "6."
    ]
    assert texts.count("6.") == 1


def test_the_texts_stand_below_their_headings():
    sheet, texts = printed(title="ตั้งราคา", techniques="คิดต้นทุน", channel="เว็บไซต์", published_on=date(2021, 6, 1))
    assert texts[texts.index("6.1") + 2] == "คิดต้นทุน"
    assert any("เว็บไซต์ · 1 มิ.ย. 2564" in text for text in texts)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("portrait", 9)


@pytest.mark.parametrize("text", ["=1+1", "+66", "\x00", "ก" * 40_000])
def test_what_is_typed_stays_text(text):
    sheet, _ = printed(title="ก", origin=text)
    assert all(cell.data_type != "f" for line in sheet.iter_rows() for cell in line)
