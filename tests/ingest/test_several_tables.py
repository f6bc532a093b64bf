"""Several tables on a sheet: side by side, under one another, and some of no known form."""

import pytest
from small_sheets import OFFICE, read

from kmdash.domain.stages import STAGES

NAMES = [stage.thai for stage in STAGES]
STAGED = ["ขั้นตอน", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]
NUMBERED = ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]
PLAN = [NUMBERED, ["1", "ประชุม", "ม.ค. 62", "กจ."], ["2", "อบรม", "ก.พ. 62", "กจ."]]

MONEY = [
    ["รายละเอียดงบประมาณ"],
    ["ลำดับ", "รายการค่าใช้จ่าย", "จำนวนเงิน", "แหล่งเงิน"],
    ["1", "ค่าวิทยากร", "3,600", "งบดำเนินงาน"],
]


def plans(reading):
    """The activities of each plan, by its title."""
    return {
        part.records["plans"][0].get("title"): [row["text"] for row in part.records["activities"]]
        for part in reading.parts
        if part.kind == "plan"
    }


def by_code(reading):
    return {problem.code: problem for problem in reading.problems}


def beside(left, right, blank=1):
    """The rows of two tables, the second to the right of the first after some blank columns."""
    width = max(map(len, left))
    rows = max(len(left), len(right))
    left, right = left + [[]] * (rows - len(left)), right + [[]] * (rows - len(right))
    return [[*one, *[""] * (width - len(one) + blank), *other] for one, other in zip(left, right, strict=True)]


ONE = [["แผนการจัดการความรู้ที่ 1 เรื่อง การบริการ"], STAGED, [NAMES[0], "เลือกหัวข้อ", "ม.ค. 62", "กจ."]]
TWO = [["แผนการจัดการความรู้ที่ 2 เรื่อง ภาษี"], STAGED, [NAMES[1], "ถอดความรู้", "ก.พ. 62", "กค."]]
THREE = [["แผนการจัดการความรู้ที่ 3 เรื่อง ภัย"], STAGED, [NAMES[3], "กลั่นกรอง", "มี.ค. 62", "กช."]]


@pytest.mark.parametrize("blank", [0, 1, 2])
def test_tables_side_by_side_are_read_each_under_its_own_title(blank):
    reading = read([OFFICE, [], *beside(ONE, TWO, blank), [], *THREE])
    assert plans(reading) == {ONE[0][0]: ["เลือกหัวข้อ"], TWO[0][0]: ["ถอดความรู้"], THREE[0][0]: ["กลั่นกรอง"]}
    assert [row["no"] for row in reading.rows("plans")].count("2") == 1


def test_three_tables_side_by_side_are_three_plans():
    reading = read([OFFICE, [], *beside(beside(ONE, TWO), THREE)])
    assert plans(reading) == {ONE[0][0]: ["เลือกหัวข้อ"], TWO[0][0]: ["ถอดความรู้"], THREE[0][0]: ["กลั่นกรอง"]}


def test_a_table_across_the_blank_column_ends_the_tables_side_by_side():
    heading = ["ที่", "กิจกรรม", "วิธีการ", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"]
    wide = [heading, ["1", "ติดตาม", "ประชุม", "มี.ค. 62", "1 ครั้ง", "กช."]]
    reading = read([OFFICE, [], *beside(ONE, TWO), [], ["แผนการจัดการความรู้ที่ 3"], *wide])
    assert plans(reading)["แผนการจัดการความรู้ที่ 3"] == ["ติดตาม"]
    assert reading.rows("activities")[-1]["owner"] == "กช."


def test_a_blank_column_inside_one_table_does_not_take_it_apart():
    rows = [["ที่", "กิจกรรม", "", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"], ["1", "ประชุม", "", "ม.ค. 62", "1 ครั้ง", "กจ."]]
    assert read([OFFICE, *rows]).rows("activities")[0]["owner"] == "กจ."


def test_an_unknown_table_below_a_plan_gives_no_activities_and_is_told_at_its_heading():
    reading = read([OFFICE, *PLAN, [], *MONEY, ["รวม", "", "3,600"]])
    assert plans(reading) == {OFFICE[0]: ["ประชุม", "อบรม"]}
    told = by_code(reading)["table_not_taken"]
    assert (str(told.severity), told.cell) == ("warning", "แผ่น 1!A7")
    assert "row_joined" not in by_code(reading)


def test_rows_of_an_unknown_table_above_are_no_head_of_the_plan_below():
    reading = read([*MONEY, [], ["แผนการจัดการความรู้ที่ 2"], *PLAN])
    assert plans(reading) == {"แผนการจัดการความรู้ที่ 2": ["ประชุม", "อบรม"]}
    assert by_code(reading)["table_not_taken"].cell == "แผ่น 1!A2"


def test_a_row_of_a_plan_that_begins_like_headings_stays_an_activity():
    rows = [*PLAN, ["3", "กิจกรรมเสียงตามสาย", "โครงการต่อเนื่อง", "กลุ่มเป้าหมายทุกกอง"]]
    assert plans(read([OFFICE, *rows]))[OFFICE[0]] == ["ประชุม", "อบรม", "กิจกรรมเสียงตามสาย"]


def test_a_title_that_says_it_goes_on_goes_on_with_the_same_plan():
    staged = [[STAGED[0], *STAGED[1:]], [NAMES[0], "เลือก", "ม.ค. 62", "กจ."]]
    more = [["แผนการจัดการความรู้ (ต่อ)"], STAGED, [NAMES[1], "ค้นหา", "ก.พ. 62", "กจ."]]
    reading = read([OFFICE, ["เป้าหมาย KM : เพิ่มทักษะ"], *staged, *more])
    assert [row["text"] for row in reading.rows("activities")] == ["เลือก", "ค้นหา"]
    assert len(reading.rows("plans")) == 1
    assert "title_differs" not in by_code(reading)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("แผนการจัดการความรู้ของกองคลัง ปีงบประมาณ 2562", "แผนการจัดการความรู้ของกองช่าง ปีงบประมาณ 2562"),
        ("แผนการจัดการความรู้ เรื่อง การบริการ", "แผนการจัดการความรู้ เรื่อง ภาษีอากร"),
        ("แผนการจัดการความรู้ที่ 1 ของหน่วยงาน", "แผนการจัดการความรู้ที่ 2 ของหน่วยงาน"),
        ("แผนงานการบริการสำหรับประชาชนทั่วไป", "แผนงานการบริหารสำหรับประชาชนทั่วไป"),  # the numbers start again
    ],
)
def test_another_unit_subject_or_number_is_another_plan(first, second):
    reading = read([OFFICE, [first], *PLAN, [], [second], *PLAN])
    assert plans(reading).keys() >= {second}
    assert len(reading.rows("plans")) == 2


def test_a_title_misspelt_on_the_next_page_is_the_same_plan():
    page = [["แผนการจัดการความรู้ของกองคลงั ปีงบประมาณ 2562"], NUMBERED, ["3", "ติดตาม", "มี.ค. 62", "กจ."]]
    reading = read([["แผนการจัดการความรู้ของกองคลัง ปีงบประมาณ 2562"], *PLAN, [], *page])
    assert len(reading.rows("plans")) == 1
    assert "title_differs" in by_code(reading)
