"""Form 1 as a table, level criteria in words, unit targets, networks; and tables that are no register at all."""

import pytest
from small_sheets import OFFICE, read

NEEDS = ["ประเด็นยุทธศาสตร์", "เป้าประสงค์", "ตัวชี้วัด", "เป้าหมายของตัวชี้วัด", "องค์ความรู้ที่จำเป็น"]
CRITERIA = "ระดับที่ ๑ วางแผน\n- ตั้งคณะทำงาน\nระดับที่ ๒ รวบรวม\nระดับที่ ๓ กลั่นกรอง\nระดับที่ ๔ เผยแพร่\nระดับที่ ๕ ใช้งาน"


def codes(reading):
    return {problem.code: problem for problem in reading.problems}


def test_form_1_as_a_table_gives_a_row_an_issue_and_goes_on_over_pages():
    rows = [OFFICE, NEEDS, ["๑. พัฒนาคน", "คนเก่ง", "๑. อบรม\n๒. สอนงาน", "-๕ ครั้ง\n-๒ คน", "๑. กฎหมาย\n๒. พัสดุ"]]
    rows += [
        [],
        NEEDS,
        ["๑. พัฒนาคน (ต่อ)", "", "๓. ติดตาม", "-๑ ครั้ง", "๓. การเงิน"],
        ["๒. พัฒนางาน", "งานดี", "ก", "๑ เรื่อง", "ข"],
    ]
    knowledge = read(rows).rows("knowledge")
    assert [row["issue"] for row in knowledge] == ["๑. พัฒนาคน", "๒. พัฒนางาน"]
    assert knowledge[0]["knowledge"] == "กฎหมาย\nพัสดุ\nการเงิน"
    assert knowledge[0]["target"] == "-๕ ครั้ง\n-๒ คน\n-๑ ครั้ง"


def test_a_target_without_a_number_among_targets_with_one_is_told_on_its_own_cell():
    rows = [
        OFFICE,
        NEEDS,
        ["๑. ก", "ข", "๑. อบรม\n๒. สอนงาน", "-๕ ครั้ง\n-๒ คน", "ง"],
        ["", "", "๓. ติดตาม", "-ติดตาม", "จ"],
    ]
    found = codes(read([*rows, ["๒. ฉ", "ช", "๑. ซ", "๑ เรื่อง", "ฌ"]]))
    assert found["target_without_number"].cell == "แผ่น 1!D4"


def test_level_criteria_in_one_cell_are_a_milestone_kpi_of_a_plan_without_activities():
    head = ["ประเด็นยุทธศาสตร์", "ตัวชี้วัด", "เกณฑ์การวัด", "น้ำหนัก", "องค์ความรู้ที่จำเป็น"]
    half = CRITERIA.index("ระดับที่ ๓")
    rows = [OFFICE, head, ["๑. ก", "ตัวชี้วัดที่ ๑ ระดับความสำเร็จ", CRITERIA[:half], "๕๐", "ข"]]
    rows += [head, ["", "", CRITERIA[half:], "", "ค"], ["๒. ง", "ระดับการใช้", CRITERIA, "๔๐", "จ"]]
    reading = read(rows)
    kpis = reading.rows("kpis")
    assert [(kpi["name"], kpi["weight"], kpi["scale"]) for kpi in kpis] == [
        ("ระดับความสำเร็จ", 50.0, "milestone"),
        ("ระดับการใช้", 40.0, "milestone"),
    ]
    assert kpis[0]["level_texts"].split("\n") == ["วางแผน - ตั้งคณะทำงาน", "รวบรวม", "กลั่นกรอง", "เผยแพร่", "ใช้งาน"]
    assert kpis[0].get("threshold_1") is None
    assert {"activities_missing", "weights_sum"} <= set(codes(reading))


def test_criteria_that_are_not_five_levels_are_told():
    head = ["ประเด็นยุทธศาสตร์", "ตัวชี้วัด", "เกณฑ์การวัด", "องค์ความรู้ที่จำเป็น"]
    found = codes(read([OFFICE, head, ["๑. ก", "ระดับความสำเร็จ", "ทำครบตามแผน", "ข"]]))
    assert found["kpi_criteria_unclear"].cell == "แผ่น 1!C3"


RUBRIC = [
    ["ตัวชี้วัด จำนวนช่องทาง"],
    ["ระดับคะแนน", "(จำนวนช่องทาง)"],
    *[[f"ระดับ {n}", f"เผยแพร่ {n} ช่องทาง"] for n in range(1, 6)],
]
PLAN = [
    ["แผนการจัดการความรู้"],
    ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"],
    ["1", "ประชุม", "ม.ค. 62", "กจ."],
    ["2", "อบรม", "ก.พ. 62", "กจ."],
]


def test_a_rubric_whose_levels_count_one_thing_gives_thresholds_and_belongs_to_the_only_plan():
    reading = read([OFFICE, *PLAN], RUBRIC)
    (kpi,) = reading.rows("kpis")
    assert (kpi["name"], kpi["unit"]) == ("จำนวนช่องทาง", "จำนวนช่องทาง")
    assert [kpi[f"threshold_{level}"] for level in range(1, 6)] == [1, 2, 3, 4, 5]
    assert kpi["plan_id"] == reading.rows("plans")[0]["plan_id"]


def test_a_rubric_with_ranges_of_counts_stays_in_words():
    rows = [*RUBRIC[:3], *[[f"ระดับ {n}", f"{n} - {n + 1} เรื่อง"] for n in range(2, 6)]]
    (kpi,) = read([OFFICE, *PLAN], rows).rows("kpis")
    assert kpi.get("threshold_1") is None
    assert kpi["level_texts"].count("\n") == 4


def test_a_rubric_among_several_plans_goes_to_the_one_whose_head_names_a_kpi_or_is_left_out():
    named = [PLAN[0], ["ตัวชี้วัด : ระดับความสำเร็จ"], *PLAN[1:]]
    reading = read([OFFICE, *PLAN], named, RUBRIC)
    assert codes(reading)["kpi_plan_inferred"].cell == "แผ่น 3!A1"
    assert "kpi_without_plan" in codes(read([OFFICE, *PLAN], PLAN, RUBRIC))


TARGETS = ["ลำดับ", "อำเภอ", "กลุ่มเป้าหมาย", "จำนวนองค์ความรู้"]


def test_unit_targets_give_a_row_a_unit_and_measure_and_the_printed_total_is_checked():
    rows = [OFFICE, TARGETS, ["๑", "เมือง", "๙ คน", "อย่างน้อย ๙ เรื่อง"], ["๒", "บ้านโพธิ์", "๔ คน", "อย่างน้อย ๔ เรื่อง"]]
    reading = read([*rows, ["", "รวม", "๑๒ คน", "๑๓ เรื่อง"]])
    targets = reading.rows("targets")
    assert [(row["unit"], row["measure"], row["target"]) for row in targets] == [
        ("เมือง", "กลุ่มเป้าหมาย", 9.0),
        ("เมือง", "จำนวนองค์ความรู้", 9.0),
        ("บ้านโพธิ์", "กลุ่มเป้าหมาย", 4.0),
        ("บ้านโพธิ์", "จำนวนองค์ความรู้", 4.0),
    ]
    assert codes(reading)["target_sum_differs"].cell == "แผ่น 1!C5"
    assert reading.kinds == ["targets"]


def test_a_target_with_two_numbers_is_told_and_not_guessed():
    rows = [OFFICE, TARGETS, ["๑", "เมือง", "๓ - ๕ คน", "๙ เรื่อง"], ["๒", "บ้านโพธิ์", "๔ คน", "๔ เรื่อง"]]
    reading = read(rows)
    assert reading.rows("targets")[0]["target"] is None
    assert codes(reading)["target_unreadable"].cell == "แผ่น 1!C3"


def test_a_network_register_keeps_units_and_training_and_no_personal_data():
    head = [["ที่", "ชื่อ - สกุล", "ตำแหน่ง", "สังกัด", "เบอร์โทรศัพท์", "ผ่านอบรม", ""], ["", "", "", "", "", "ผ่าน", "ไม่ผ่าน"]]
    rows = [
        ["1", "นายตัวอย่าง นามสมมุติ", "นักวิชาการ", "อำเภอเมือง", "000-000", "/", ""],
        ["2", "ข", "ค", "อำเภอสอง", "", "/", "/"],
    ]
    reading = read([OFFICE, *head, *rows], merged=["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:G2"])
    members = reading.rows("network")
    assert [(row["unit"], row["role"], row["trained"]) for row in members] == [
        ("อำเภอเมือง", "นักวิชาการ", True),
        ("อำเภอสอง", "ค", None),
    ]
    assert "นามสมมุติ" not in str(reading.parts)
    assert "trained_ticked_twice" in codes(reading)
    assert "ข้อมูลส่วนบุคคล ไม่เก็บในทะเบียน" in {item.reason for item in reading.account.ignored}


@pytest.mark.parametrize(
    "rows",
    [
        [["ลำดับ", "รายการประเมิน", "มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด"], ["1", "วิทยากร", "/", "", "", "", ""]],
        [["ที่", "กิจกรรม", "งบประมาณ", "เบิกจ่าย", "คงเหลือ", "ร้อยละ"], ["1", "อบรม", "100", "50", "50", "50"]],
        [["เวลา", "กิจกรรม", "วิทยากร"], ["09.00 - 10.00 น.", "พิธีเปิด", "ประธาน"]],
        [["ลำดับ", "ชื่อ-สกุล", "ตำแหน่งในคณะทำงาน"], ["1", "ผู้อำนวยการ", "ประธาน"]],
        [["กิจกรรม", "วิธีการ"], ["ประชุม", "เชิญทุกกอง"]],
    ],
)
def test_what_is_no_plan_is_refused_with_its_reason(rows):
    reading = read([OFFICE, *rows])
    assert reading.kinds == ["unsupported"]
    assert not reading.rows("activities")
    assert codes(reading)["table_refused"].found
