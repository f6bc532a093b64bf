"""Stages, units and offices as offices write them: cut short, in brackets, by number, with the year behind."""

import pytest
from small_sheets import OFFICE, UNIT, read

from kmdash.domain.stages import COMPONENTS, STAGES
from kmdash.ingest.normalise.stages import stage_names

HEADING = ["ขั้นตอน", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]


def column(reading, name):
    return [row.get(name) for row in reading.rows("activities")]


def codes(reading):
    return {problem.code for problem in reading.problems}


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.english)
def test_a_stage_is_known_with_brackets_around_its_number_and_after_its_name(stage):
    n = stage.number
    for text in (
        f"{n}. {stage.thai} ({stage.english})",
        f"({n}) {stage.thai}",
        f"[{n}] {stage.thai}",
        f"ขั้นที่ {n}",
        f"ขั้นตอนที่ {n}",
    ):
        assert ("KM", n) in stage_names(text), text


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("๒. สร้างและแสวงหา", [("KM", 2)]),
        ("๖. แบ่งปันแลกเปลี่ยน", [("KM", 6)]),
        ("7. เรียนรู้", [("KM", 7)]),
        ("4. เรียนรู้", [("change", 4)]),  # the number is that of the component
        ("การแบ่งปันความรู้", [("KM", 6)]),
        ("องค์ประกอบที่ ๖", [("change", 6)]),
        ("๒. จัดความรู้", []),  # cut short, and the number is another's
        ("จัดความรู้", []),
        ("ขั้นที่ 8", []),
        ("2", []),
        ("6/7", []),
        ("การจัดการความรู้", []),
    ],
)
def test_a_name_cut_short_counts_only_with_its_own_number(text, named):
    assert stage_names(text) == named


def test_bare_numbers_are_components_under_a_heading_that_says_so():
    rows = [[f"{component.number}", f"งาน {component.number}", "ม.ค. 62", "กจ."] for component in COMPONENTS]
    reading = read([OFFICE, UNIT, ["องค์ประกอบ", *HEADING[1:]], *rows])
    assert column(reading, "component") == [1, 2, 3, 4, 5, 6]
    assert reading.rows("plans")[0]["process"] == "change"


def test_bare_numbers_are_stages_under_a_heading_of_the_knowledge_process():
    rows = [[f"{n}", f"งาน {n}", "ม.ค. 62", "กจ."] for n in range(1, 8)]
    assert column(read([OFFICE, UNIT, ["ขั้นตอน KM", *HEADING[1:]], *rows]), "stage") == list(range(1, 8))


@pytest.mark.parametrize("heading", ["ขั้นตอน", "ขั้นที่"])
def test_bare_numbers_under_a_heading_that_names_no_process_only_number_the_rows(heading):
    rows = [[f"{n}", f"งาน {n}", "ม.ค. 62", "กจ."] for n in range(1, 8)]
    reading = read([OFFICE, UNIT, [heading, *HEADING[1:]], *rows])
    assert column(reading, "stage") == [None] * 7
    assert column(reading, "no") == [f"{n}" for n in range(1, 8)]
    assert "stages_not_given" in codes(reading)


def test_bare_numbers_beside_a_number_column_are_told_as_not_used():
    rows = [[f"{n}", f"{n + 10}", f"งาน {n}", "ม.ค. 62", "กจ."] for n in range(1, 4)]
    reading = read([OFFICE, UNIT, ["ที่", *HEADING], *rows])
    assert column(reading, "no") == ["1", "2", "3"]
    assert [problem.cell for problem in reading.problems if problem.code == "column_unknown"] == ["แผ่น 1!B3"]


PLAN = [HEADING, [STAGES[0].thai, "ประชุม", "ม.ค. 62", "กจ."]]


@pytest.mark.parametrize(
    "lines",
    [
        [["แผนการจัดการความรู้"], ["ชื่อหน่วยงาน : กรมตัวอย่าง ปีงบประมาณ 2562"]],
        [["แผนการจัดการความรู้"], ["ส่วนราชการ กรมตัวอย่าง"]],
        [["แผนการจัดการความรู้"], ["ส่วนราชการ : กรมตัวอย่าง พ.ศ. 2562"]],
        [["กรมตัวอย่าง ปีงบประมาณ 2562"], ["แผนงานที่ ๑ เรื่อง การบริการ"]],
        [["แผน KM กรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"]],
        [["แผนปฏิบัติการ KM (KM Action Plan) ของกรมตัวอย่าง ปี 2562"]],
    ],
)
def test_an_office_is_named_without_the_year_behind_it(lines):
    reading = read([*lines, *PLAN])
    assert reading.parts[0].office == "กรมตัวอย่าง"
    assert reading.rows("plans")[0]["unit"] == "กรมตัวอย่าง"
    assert "office_missing" not in codes(reading)


def test_a_numbered_title_goes_before_the_line_of_the_office_above_it():
    reading = read([["กรมตัวอย่าง ปีงบประมาณ 2562"], ["แผนงานที่ ๑ เรื่อง การบริการ"], *PLAN])
    assert reading.rows("plans")[0]["title"] == "แผนงานที่ ๑ เรื่อง การบริการ"
    assert reading.rows("plans")[0]["no"] == "1"


@pytest.mark.parametrize(
    ("lines", "office", "unit"),
    [
        (["โรงพยาบาลตัวอย่าง จังหวัดน่าน", "แผนปฏิบัติการการจัดการความรู้ ปี 2562"], "โรงพยาบาลตัวอย่าง จังหวัดน่าน", None),
        (["กรมทดสอบ กระทรวงทดสอบ", "แผนการจัดการความรู้ ปี 2562"], "กรมทดสอบ", None),
        (["แบบ KM-02", "แผนการจัดการความรู้ ปี 2562", "ชื่อส่วนราชการ : กรมทดสอบ"], "กรมทดสอบ", "กรมทดสอบ"),
        (
            ["แผนการจัดการความรู้ ปี 2562", "ของกองคลัง องค์การบริหารส่วนตำบลหนองบัว อำเภอเมือง"],
            "องค์การบริหารส่วนตำบลหนองบัว อำเภอเมือง",
            "กองคลัง",
        ),
        (["แผนการจัดการความรู้ของกองคลัง ปี 2562", "สำนักงานเกษตรจังหวัดตัวอย่าง"], "สำนักงานเกษตรจังหวัดตัวอย่าง", None),
        (["ติดตามแผนการจัดการความรู้ ปี 2562 สำนักงานเกษตรจังหวัดตัวอย่าง"], "สำนักงานเกษตรจังหวัดตัวอย่าง", None),
    ],
)
def test_the_lines_above_a_plan_name_its_office_and_unit_and_the_plan_itself_is_the_title(lines, office, unit):
    reading = read([*([line] for line in lines), HEADING, ["ขั้นที่ 1", "ประชุม", "ม.ค. 62", "กจ."]])
    (plan,) = reading.rows("plans")
    assert "การจัดการความรู้" in plan["title"]
    assert plan["office"] == office
    assert unit is None or plan["unit"] == unit
    assert not {"office_missing", "office_unclear"} & codes(reading)


def test_a_title_of_the_unit_names_it_and_one_of_the_whole_agency_does_not():
    units = {"ของกองคลัง": "กองคลัง", "ของส่วนราชการ": None, "ของกลุ่มเป้าหมาย": None}
    for words, unit in units.items():
        reading = read([[f"แผนการจัดการความรู้{words} ปี 2562"], HEADING, ["ขั้นที่ 1", "ประชุม", "ม.ค. 62", "กจ."]])
        assert reading.rows("plans")[0]["unit"] == unit
