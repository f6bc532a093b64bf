"""Which rows of a plan's table are activities, which go on with the one above, and which columns are percents."""

import pytest
from small_sheets import OFFICE, UNIT, read

from kmdash.domain.stages import STAGES

NAMES = [stage.thai for stage in STAGES]
HEADING = ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]
ROWS = [["1", "ประชุม", "ม.ค. 62", "กจ."], ["2", "อบรม", "ก.พ. 62", "กจ."]]


def column(reading, name):
    return [row.get(name) for row in reading.rows("activities")]


def cells(reading, code):
    return [problem.cell for problem in reading.problems if problem.code == code]


def test_a_number_and_a_text_over_rows_of_that_number_head_a_group():
    rows = [["1", "ด้านบุคลากร"], ["1.1", "อบรม", "ม.ค. 62", "กจ."], ["2", "ด้านระบบ"], ["2.1", "เว็บ", "ก.พ. 62", "กจ."]]
    reading = read([OFFICE, UNIT, HEADING, *rows])
    assert column(reading, "text") == ["อบรม", "เว็บ"]
    assert any(ignored.reason == "หัวข้อของกลุ่มกิจกรรม" for ignored in reading.account.ignored)


def test_a_number_and_a_text_with_no_rows_of_that_number_are_an_activity():
    reading = read([OFFICE, UNIT, HEADING, ["1", "ประชุม"], ["2", "อบรม", "ก.พ. 62", "กจ."]])
    assert column(reading, "text") == ["ประชุม", "อบรม"]


@pytest.mark.parametrize("line", ["กลยุทธ์ที่ 2 พัฒนางาน", "รวมงบประมาณทั้งสิ้น 50,000 บาท"])
def test_one_text_in_the_column_of_numbers_is_not_joined_to_the_number_above(line):
    reading = read([OFFICE, UNIT, HEADING, *ROWS, [line], ["3", "ติดตาม", "มี.ค. 62", "กจ."]])
    assert column(reading, "no") == ["1", "2", "3"]
    assert cells(reading, "row_joined") == []


def test_no_row_goes_on_across_a_blank_row():
    reading = read([OFFICE, UNIT, HEADING, *ROWS, [], ["", "ผู้ประสานงาน", "", "", "โทร 0"], ["", "x"]])
    assert column(reading, "text") == ["ประชุม", "อบรม"]
    assert cells(reading, "row_left_out") == ["แผ่น 1!B7"]
    assert cells(reading, "row_joined") == []


def test_a_line_of_several_texts_over_a_heading_is_the_title_of_its_plan():
    more = [["แผนงานที่ ๒ เรื่อง ภัย", "", "ผู้ดูแล: กองป้องกัน"], HEADING, ["1", "ซ้อม", "มี.ค. 62", "กจ."]]
    reading = read([OFFICE, ["แผนงานที่ ๑ เรื่อง การบริการ"], HEADING, *ROWS, [], *more])
    assert [row["title"] for row in reading.rows("plans")] == ["แผนงานที่ ๑ เรื่อง การบริการ", "แผนงานที่ ๒ เรื่อง ภัย"]
    assert column(reading, "period_text") == ["ม.ค. 62", "ก.พ. 62", "มี.ค. 62"]


@pytest.mark.parametrize("heading", ["จำนวนผู้ร่วม (คน)", "ใช้ไปแล้ว"])
def test_plain_numbers_under_an_unknown_heading_are_no_percents(heading):
    rows = [[*HEADING, heading], *([*row, number] for row, number in zip(ROWS, (30, 45), strict=True))]
    reading = read([OFFICE, UNIT, *rows])
    assert column(reading, "percent") == [None, None]
    assert cells(reading, "column_unknown") == ["แผ่น 1!E3"]


@pytest.mark.parametrize(("heading", "values"), [("สำเร็จ (%)", (30, 45)), ("สำเร็จแล้ว", ("30%", "45%"))])
def test_numbers_that_are_said_to_be_percents_are_percents(heading, values):
    rows = [[*HEADING, heading], *([*row, number] for row, number in zip(ROWS, values, strict=True))]
    reading = read([OFFICE, UNIT, *rows])
    assert column(reading, "percent") == [30, 45]
    assert cells(reading, "column_by_content") == ["แผ่น 1!E3"]


@pytest.mark.parametrize(
    "heading",
    [
        ["ขั้นตอนการจัดการความรู้", "โครงการ/กิจกรรม", "กำหนดการ", "ผู้รับผิดชอบ", "ผลที่คาดว่าจะได้รับ", "ร้อยละความสำเร็จ"],
        ["KM Process", "Activities", "Timeline", "Responsible Unit", "Expected result", "Progress"],
        ["กระบวนการ KM", "รายการ", "ห้วงเวลา", "เจ้าภาพ", "ผลที่คาดหวัง", "ความคืบหน้า"],
        ["กระบวนการ KM", "กิจกรรม", "ใช้เวลา", "ผู้ประสาน", "ผลที่คาดหวัง", "ทำได้ (%)"],  # told by contents
    ],
)
def test_headings_offices_use_in_other_words_are_a_plan(heading):
    rows = [[name, f"งาน {name}", "ม.ค. 62", "กจ.", "ได้ผล", 50] for name in NAMES]
    reading = read([OFFICE, UNIT, heading, *rows])
    assert column(reading, "stage") == list(range(1, 8))
    assert {f"{start:%Y-%m}" for start in column(reading, "start")} == {"2019-01"}
    assert set(column(reading, "owner")) == {"กจ."}
    assert set(column(reading, "percent")) == {50}
    assert cells(reading, "column_unknown") == ["แผ่น 1!E3"]


def test_one_to_contact_is_responsible_only_where_nobody_else_is():
    rows = [["ที่", "กิจกรรม", "ระยะเวลา", "ผู้ประสานงาน", "ผู้รับผิดชอบ"], ["1", "ประชุม", "ม.ค. 62", "กค.", "กจ."]]
    reading = read([OFFICE, UNIT, *rows])
    assert column(reading, "owner") == ["กจ."]
    assert cells(reading, "column_unknown") == ["แผ่น 1!D3"]


def test_a_list_of_items_without_dates_is_no_plan():
    reading = read(
        [OFFICE, ["ที่", "รายการ", "ผู้รับผิดชอบ", "หมายเหตุ"], ["1", "กระดาษ", "กจ.", ""], ["2", "ปากกา", "กจ.", ""]]
    )
    assert reading.rows("activities") == []
    assert cells(reading, "sheet_left_out") == ["แผ่น 1!A2"]
