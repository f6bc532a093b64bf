"""The copy of an upload with its findings: comments on the cells, a sheet that lists them, the rest as it was."""

from io import BytesIO

import openpyxl
from speaking import english

from kmdash.domain.reading import from_plain
from kmdash.domain.wording import told
from kmdash.ingest.annotated import annotated
from kmdash.ingest.read import read_here

ROWS = [
    ["แผนการจัดการความรู้ของกรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"],
    ["ที่", "กิจกรรม", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"],
    ["1", "ประชุม", "มี.ย. 62", "=1+1", "กจ."],
    ["2", "อบรม", "ก.พ. 62", "2 ครั้ง", "กจ."],
]


def workbook():
    book = openpyxl.Workbook()
    book.active.title = "แผน"
    for row in ROWS:
        book.active.append(row)
    book.active.merge_cells("A1:E1")
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def copy(data, name):
    reading = from_plain(read_here(data, name, {}))
    return reading, openpyxl.load_workbook(BytesIO(annotated(data, name, reading)))


def test_every_finding_stands_as_a_comment_on_its_cell():
    reading, book = copy(workbook(), "แผน.xlsx")
    for problem in reading.problems:
        cell = book["แผน"][problem.cell.rpartition("!")[2]]
        assert problem.message in cell.comment.text
        assert problem.remedy in cell.comment.text


def test_formulas_merges_and_texts_stay_as_they_were():
    _, book = copy(workbook(), "แผน.xlsx")
    sheet = book["แผน"]
    assert sheet["D3"].value == "=1+1"
    assert [str(span) for span in sheet.merged_cells.ranges] == ["A1:E1"]
    assert sheet["B4"].value == "อบรม"


def test_the_last_sheet_lists_findings_with_links_and_what_was_left_out():
    reading, book = copy(workbook(), "แผน.xlsx")
    rows = list(book["ข้อสังเกต"].iter_rows(values_only=True))
    assert [row[0] for row in rows[1 : len(reading.problems) + 1]] == [problem.cell for problem in reading.problems]
    assert all(book["ข้อสังเกต"].cell(row, 1).hyperlink for row in range(2, len(reading.problems) + 2))
    assert sum(row[1] for row in rows if row[2] == "หัวตาราง") == 5


def test_what_is_added_to_the_copy_is_in_the_language_of_who_asks_for_it():
    with english():
        reading, book = copy(workbook(), "แผน.xlsx")
        messages = [told(problem.message) for problem in reading.problems]
    rows = list(book["Findings"].iter_rows(values_only=True))
    assert rows[0] == ("Cell", "Kind", "Found", "Why", "What to do")
    assert [row[3] for row in rows[1 : len(messages) + 1]] == messages
    assert "Which month is meant?" in book["แผน"]["C3"].comment.text


def test_a_csv_is_given_as_a_workbook_of_its_values_and_starts_no_formula():
    data = "ที่,กิจกรรม,ระยะเวลา,ผู้รับผิดชอบ\n1,=cmd|' /C calc'!A0,มี.ย. 62,กจ.\n".encode()
    _, book = copy(data, "แผน.csv")
    cell = book["CSV"]["B2"]
    assert (cell.value, cell.data_type) == ("=cmd|' /C calc'!A0", "s")
