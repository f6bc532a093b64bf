"""Forms for paper that the program wrote: known however they were saved, and told in either language."""

import csv
import io

import openpyxl
import pytest

from kmdash.domain import forms
from kmdash.domain.reading import PRINTED, from_plain
from kmdash.domain.wording import told
from kmdash.domain.words import set_language
from kmdash.ingest.read import read_here

PLAN = [
    ["แผนการจัดการความรู้ กรมตัวอย่าง ปีงบประมาณ 2562"],
    ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"],
    ["1.1", "จัดประชุม", "ต.ค. 61", "กองคลัง"],
]
CARD = [["ชื่อการ์ด"], [None, forms.PRINTED_LINE], ["ตัวชี้วัด", "น้ำหนัก", "1", "2", "3", "4", "5"], ["ก", 1, 1, 2, 3, 4, 5]]


def xlsx(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for place, rows in enumerate(sheets):
        sheet = book.create_sheet(f"แผ่น {place}")
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def read(data, name="form.xlsx"):
    return from_plain(read_here(data, name, {}))


def test_a_printed_sheet_gives_nothing_and_all_its_cells_are_told():
    reading = read(xlsx(CARD))
    assert reading.is_printed
    assert (reading.parts, [table.kind for table in reading.tables]) == ([], [PRINTED])
    assert [(problem.code, problem.cell) for problem in reading.problems] == [("printed_form", "แผ่น 0!A1")]
    assert (reading.account.used, sum(item.cells for item in reading.account.ignored)) == (0, reading.account.filled)


def test_it_is_known_when_it_was_saved_as_csv():
    text = io.StringIO()
    csv.writer(text).writerows(CARD)
    assert read(text.getvalue().encode("utf-8-sig"), "form.csv").is_printed


def test_sheets_beside_it_are_read_and_an_empty_one_changes_nothing():
    beside = read(xlsx(CARD, PLAN))
    assert [row["text"] for row in beside.rows("activities")] == ["จัดประชุม"]
    assert not beside.is_printed
    assert read(xlsx(CARD, [])).is_printed
    assert "nothing_found" in {problem.code for problem in read(xlsx(CARD, [["บันทึก"]])).problems}


def test_an_activity_that_speaks_of_such_a_form_is_an_activity():
    rows = [*PLAN, ["1.2", f"ส่ง{forms.PRINTED} ให้หัวหน้า", "พ.ย. 61", "กองคลัง"]]
    assert len(read(xlsx(rows)).rows("activities")) == 2


@pytest.mark.parametrize(("language", "words"), [("th", "แบบพิมพ์ที่ระบบสร้าง"), ("en", "a form that the program wrote")])
def test_the_reason_is_told_in_the_language_now_set(language, words):
    [problem] = read(xlsx(CARD)).problems
    set_language(language)
    try:
        assert words in told(problem.message)
    finally:
        set_language("th")
