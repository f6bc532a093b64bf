"""Form 1 as a table, level criteria in words, unit targets, networks; and tables that are no register at all."""

from io import BytesIO

import openpyxl
import pytest
from small_sheets import OFFICE, read

from kmdash.domain.level_texts import split_levels
from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here

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
    levels = split_levels(kpis[0]["level_texts"])
    assert levels == ["วางแผน\n- ตั้งคณะทำงาน", "รวบรวม", "กลั่นกรอง", "เผยแพร่", "ใช้งาน"]
    assert kpis[0].get("threshold_1") is None
    assert {"activities_missing", "weights_sum"} <= set(codes(reading))
    assert reading.kinds == ["plan", "kpi", "form1", "rubric"]


def test_signatures_under_form_1_are_no_issues():
    signed = ["ผู้บันทึก", "(ลงชื่อ) หัวหน้ากลุ่ม", "ผู้ตรวจสอบ", "", "(ลงชื่อ) ผู้อำนวยการ"]
    reading = read([OFFICE, NEEDS, ["๑. ก", "ข", "๑. อบรม", "๕ ครั้ง", "ง"], signed])
    assert [row["issue"] for row in reading.rows("knowledge")] == ["๑. ก"]
    assert ("แผ่น 1!A4:E4", "ช่องลงนาม") in [(item.range, item.reason) for item in reading.account.ignored]


KPI_NEEDS = ["ประเด็นยุทธศาสตร์", "ตัวชี้วัด", "เกณฑ์การวัด", "น้ำหนัก", "องค์ความรู้ที่จำเป็น"]


def test_two_kpis_of_one_issue_stay_two():
    rows = [["๑. ก", "ระดับ หนึ่ง", CRITERIA, "๕๐", "ข"], ["", "ระดับ สอง", CRITERIA, "๕๐", "ค"]]
    reading = read([OFFICE, KPI_NEEDS, *rows])
    assert [(kpi["name"], kpi["source_cell"]) for kpi in reading.rows("kpis")] == [
        ("ระดับ หนึ่ง", "แผ่น 1!B3"),
        ("ระดับ สอง", "แผ่น 1!B4"),
    ]
    assert [row["issue"] for row in reading.rows("knowledge")] == ["๑. ก", "๑. ก"]


def test_criteria_go_on_over_a_page_that_prints_the_kpi_again():
    half = CRITERIA.index("ระดับที่ ๓")
    rows = [
        ["๑. ก", "ระดับ หนึ่ง", CRITERIA[:half], "๑๐๐", "ข"],
        KPI_NEEDS,
        ["", "ระดับ หนึ่ง (ต่อ)", CRITERIA[half:], "", ""],
    ]
    (kpi,) = read([OFFICE, KPI_NEEDS, *rows]).rows("kpis")
    assert kpi["name"] == "ระดับ หนึ่ง"
    assert len(split_levels(kpi["level_texts"])) == 5


def test_one_issue_under_two_numbers_is_kept_twice_and_told():
    rows = [[f"{no}. เศรษฐกิจฐานราก", "ข", "อบรม", "๕ ครั้ง", "ง"] for no in ("๑", "๒")]
    reading = read([OFFICE, NEEDS, *rows])
    assert len(reading.rows("knowledge")) == 2
    assert codes(reading)["issue_twice"].cell == "แผ่น 1!A4"
    assert "issue_twice" not in codes(read([OFFICE, NEEDS, rows[0], rows[0]]))


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


def test_numbers_of_different_things_are_no_thresholds():
    things = ["ช่องทาง", "เรื่อง", "กลุ่ม", "คน", "ครั้ง"]
    rows = [*RUBRIC[:2], *[[f"ระดับ {n}", f"มี {n} {thing}"] for n, thing in enumerate(things, start=1)]]
    (kpi,) = read([OFFICE, *PLAN], rows).rows("kpis")
    assert kpi.get("threshold_1") is None


LEVELS = ["ตัวชี้วัด", *(f"ระดับ {n}" for n in range(1, 6)), "ผลการดำเนินงาน"]


def table_of_kpis(*rows, number_format="General"):
    """A workbook with a plan under its KPI table, whose numbers have a format."""
    book = openpyxl.Workbook()
    for row in [OFFICE, LEVELS, *rows, *PLAN]:
        book.active.append(row)
    for row in book.active.iter_rows(min_row=3, max_row=2 + len(rows), min_col=2):
        for cell in row:
            cell.number_format = number_format
    file = BytesIO()
    book.save(file)
    return from_plain(read_here(file.getvalue(), "แผน.xlsx", {}))


def test_levels_and_results_are_read_in_the_unit_their_cells_show():
    reading = table_of_kpis(["ร้อยละความเข้าใจ", 0.65, 0.7, 0.75, 0.8, 0.85, 0.72], number_format="0%")
    assert [reading.rows("kpis")[0][f"threshold_{level}"] for level in range(1, 6)] == [65, 70, 75, 80, 85]
    (result,) = reading.rows("results")
    assert (result["kpi_id"], result["actual"]) == (reading.rows("kpis")[0]["kpi_id"], 72)
    assert result["source_cell"] == "Sheet!G3"
    assert not {"kpi_levels_fraction", "fraction_suspected"} & set(codes(reading))


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ([0.65, 0.7, 0.75, 0.8, 0.85, None], "kpi_levels_fraction", "Sheet!B3"),
        ([65, 70, 75, 80, 85, 0.72], "fraction_suspected", "Sheet!G3"),
        ([65, 70, 75, 80, 85, "ดีมาก"], "result_unreadable", "Sheet!G3"),
    ],
)
def test_numbers_that_cannot_be_meant_so_are_told(row, code, cell):
    assert codes(table_of_kpis(["ร้อยละความเข้าใจ", *row]))[code].cell == cell


def test_a_result_not_yet_there_is_no_report_and_no_fault():
    reading = table_of_kpis(["ร้อยละความเข้าใจ", 65, 70, 75, 80, 85, "อยู่ระหว่างประเมิน"])
    assert not reading.rows("results")
    assert "result_unreadable" not in codes(reading)


def test_a_row_of_blanks_in_a_kpi_table_is_passed_over():
    reading = table_of_kpis([" "], ["ร้อยละความเข้าใจ", 65, 70, 75, 80, 85, None])
    assert len(reading.rows("kpis")) == 1


def test_a_rubric_among_several_plans_goes_to_the_one_whose_head_names_a_kpi_or_is_asked():
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


def test_results_stand_beside_their_targets_and_shares_are_not_kept():
    rows = [["ลำดับ", "อำเภอ", "เป้าหมาย", "ผลการดำเนินงาน", "ร้อยละ"], ["๑", "เมือง", "๑๐", "๘", "๘๐"]]
    reading = read([OFFICE, *rows, ["๒", "บ้านโพธิ์", "๕", "-", "-"], ["", "รวม", "๑๕", "๙", "๕๓"]])
    found = [(row["unit"], row["target"], row["actual"]) for row in reading.rows("targets")]
    assert found == [("เมือง", 10.0, 8.0), ("บ้านโพธิ์", 5.0, None)]
    assert codes(reading)["target_sum_differs"].cell == "แผ่น 1!D5"
    assert "คำนวณได้จากเป้าหมายและผล" in {item.reason for item in reading.account.ignored}


def test_weeks_of_a_unit_and_pairs_of_columns_are_read_each_for_itself():
    head = ["อำเภอ", "สัปดาห์", "เป้าหมายการจัดเก็บ", "ผลการจัดเก็บ", "เป้าหมายการบันทึก", "ผลการบันทึก"]
    rows = [OFFICE, head, ["เมือง", "1", "10", "8", "7", "6"], ["", "2", "10", "9", "7", "7"]]
    found = [
        (row["unit"], row["period_no"], row["kind"], row["target"], row["actual"]) for row in read(rows).rows("series")
    ]
    assert found == [
        ("เมือง", 1, "การจัดเก็บ", 10.0, 8.0),
        ("เมือง", 1, "การบันทึก", 7.0, 6.0),
        ("เมือง", 2, "การจัดเก็บ", 10.0, 9.0),
        ("เมือง", 2, "การบันทึก", 7.0, 7.0),
    ]


def test_a_mean_of_percentages_is_no_wrong_total():
    rows = [["ลำดับ", "อำเภอ", "เป้าหมาย", "ผลงาน"], ["๑", "เมือง", "ร้อยละ ๘๐", "๘๕"], ["๒", "บ้านโพธิ์", "ร้อยละ ๙๐", "๘๗"]]
    assert "target_sum_differs" not in codes(read([OFFICE, *rows, ["", "รวม", "ร้อยละ ๘๕", ""]]))


@pytest.mark.parametrize(
    "head",
    [
        ["อำเภอ", "เดือน", "คะแนนการจัดส่งรายงาน", "รางวัล"],
        ["กลุ่มงาน", "อำเภอ", "สัปดาห์", "เป้าหมายการเบิกจ่าย", "ผลการเบิกจ่าย"],
        ["ที่", "ชื่อ - สกุล", "ตำแหน่ง", "สังกัด", "เบอร์โทรศัพท์"],
        NEEDS,
    ],
)
def test_a_known_form_that_nobody_filled_in_is_told_as_such(head):
    problem = codes(read([OFFICE, *PLAN], [["แบบรายงาน"], head]))["form_blank"]
    assert (str(problem.severity), problem.cell) == ("info", "แผ่น 2!A2")


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
        [["ที่", "ตัวชี้วัด", "หน่วยงาน", "เป้าหมาย", "ผลการดำเนินงาน"], ["1", "ร้อยละ ก", "กค.", "80", "70"]],
    ],
)
def test_what_is_no_plan_is_refused_with_its_reason(rows):
    reading = read([OFFICE, *rows])
    assert reading.kinds == ["unsupported"]
    assert not reading.rows("activities")
    assert codes(reading)["table_refused"].found


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("committee_order", ["คำสั่งกรมตัวอย่าง", "เรื่อง แต่งตั้งคณะทำงาน"]),
        ("announcement", ["ประกาศเทศบาลตัวอย่าง", "เรื่อง แผนการจัดการความรู้", "จึงประกาศให้ทราบโดยทั่วกัน"]),
        ("letter", ["ที่ ตย ๐๐๑๙/ว ๑", "เรื่อง การจัดการความรู้", "เรียน นายอำเภอทุกอำเภอ"]),
        ("committee", ["คณะกรรมการจัดการความรู้", "๑. ปลัดเทศบาล", "มีหน้าที่และความรับผิดชอบ ดังนี้"]),
        ("swot", ["การวิเคราะห์ตนเอง", "จุดแข็ง", "บุคลากร", "จุดอ่อน"]),
        ("project", ["๑. หลักการและเหตุผล", "๒. วัตถุประสงค์"]),
    ],
)
def test_running_text_is_named_in_the_account_and_no_alarm(kind, lines):
    reading = read([OFFICE, *PLAN], [[line] for line in lines])
    assert kind in [table.kind for table in reading.tables]
    assert str(codes(reading)["sheet_left_out"].severity) == "info"


def test_a_table_nobody_knows_is_no_running_text_whatever_its_words():
    lines = [["เรื่อง", "ก"], ["เรียน", "ข"], ["สิ่งที่ทำ", "ใคร", "เท่าไร", "ที่ไหน"]]
    problem = codes(read([OFFICE, *PLAN], lines))["sheet_left_out"]
    assert str(problem.severity) == "warning"
