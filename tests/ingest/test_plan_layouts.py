"""Action plans in the layouts offices draw: where stages stand, how months and statuses are marked, what is no row."""

import pytest
from small_sheets import OFFICE, UNIT, read

from kmdash.domain.stages import COMPONENTS, STAGES

NAMES = [stage.thai for stage in STAGES]
PLAIN = [["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"], ["1", "ประชุม", "ม.ค. 62", "กจ."], ["2", "อบรม", "ก.พ. 62", "กจ."]]


def column(reading, name):
    return [row.get(name) for row in reading.rows("activities")]


def months(reading):
    return [(f"{row.get('start') or ''}"[:7], f"{row.get('end') or ''}"[:7]) for row in reading.rows("activities")]


def codes(reading):
    return {problem.code for problem in reading.problems if problem.severity != "info"}


def test_a_merged_first_column_gives_the_stage_to_every_row_it_spans():
    rows = [OFFICE, UNIT, ["ขั้นตอน", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]]
    for number, name in enumerate(NAMES):
        rows += [
            [f"{number + 1}. {name}", f"งาน {number}ก", "ม.ค. 62", "กจ."],
            ["", f"งาน {number}ข", "ก.พ. 62", "กจ."],
        ]
    merged = [f"A{row}:A{row + 1}" for row in range(4, 18, 2)]
    for spans in (merged, ()):
        reading = read(rows, merged=spans)
        assert column(reading, "stage") == [stage for stage in range(1, 8) for _ in range(2)]
        assert codes(reading) == set()


def test_the_number_column_may_hold_the_stages():
    rows = [OFFICE, UNIT, ["ลำดับ", "กิจกรรม", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"]]
    rows += [[name, f"ทำเรื่อง {name}", "ม.ค. 62", "1 เรื่อง", "กจ."] for name in NAMES]
    reading = read(rows)
    assert column(reading, "stage") == list(range(1, 8))
    assert column(reading, "text")[0] == f"ทำเรื่อง {NAMES[0]}"


def test_the_activity_column_may_begin_with_the_stage():
    rows = [OFFICE, UNIT, ["ลำดับ", "กิจกรรม", "วิธีการสู่ความสำเร็จ", "ระยะเวลา", "ผู้รับผิดชอบ"]]
    rows += [[str(n), f"{name}\n- บอร์ด\n- เว็บไซต์", "ประชุม", "ม.ค. 62", "กจ."] for n, name in enumerate(NAMES[1:], 1)]
    reading = read(rows)
    assert column(reading, "stage") == [2, 3, 4, 5, 6, 7]
    assert codes(reading) == {"stages_missing"}


def test_a_change_plan_is_told_by_its_rows():
    rows = [OFFICE, UNIT, ["ลำดับ", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]]
    rows += [[str(n), component.thai, "ม.ค. 62", "กจ."] for n, component in enumerate(COMPONENTS, 1)]
    reading = read(rows)
    assert column(reading, "component") == [1, 2, 3, 4, 5, 6]
    assert column(reading, "stage") == [None] * 6
    assert reading.rows("plans")[0]["process"] == "change"


def test_numbers_alone_give_the_stage_where_no_name_is_printed():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]]
    rows += [[f"{n}.{m}", f"งาน {n}{m}", "ม.ค. 62", "กจ."] for n in range(1, 8) for m in (1, 2)]
    reading = read(rows)
    assert column(reading, "stage") == [n for n in range(1, 8) for _ in (1, 2)]


def test_a_plan_without_stages_stays_without():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"], ["1", "ประชุม", "ม.ค. 62", "กจ."]]
    reading = read([*rows, ["2", "อบรม", "ก.พ. 62", "กค."]])
    assert column(reading, "stage") == [None, None]
    assert reading.rows("plans")[0]["process"] is None
    assert codes(reading) == {"stages_not_given"}


GRID = [
    OFFICE,
    UNIT,
    ["ที่", "กิจกรรม", "ระยะเวลาดำเนินการ ปีงบประมาณ ๒๕๖๒", *[""] * 11, "ผู้รับผิดชอบ"],
    ["", "", *["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."], ""],
]
GRID_MERGES = ["A3:A4", "B3:B4", "C3:N3", "O3:O4"]


def marked(*places, mark="✓"):
    return [mark if place in places else "" for place in range(12)]


@pytest.mark.parametrize("mark", ["✓", "/", "x", "P"])
def test_a_ticked_month_grid_gives_the_months(mark):
    rows = [*GRID, ["1", "ประชุม", *marked(0, 1, mark=mark), "กจ."], ["2", "อบรม", *marked(8, mark=mark), "กค."]]
    rows += [["3", "ติดตาม", *marked(2, 5, 8, 11, mark=mark), "กจ."]]
    reading = read(rows, merged=GRID_MERGES)
    assert months(reading) == [("2018-10", "2018-11"), ("2019-06", "2019-06"), ("", "")]
    assert column(reading, "occurrences")[2] == "2018-12-01;2019-03-01;2019-06-01;2019-09-01"
    assert column(reading, "owners") == ["กจ.", "กค.", "กจ."]


def test_a_shaded_month_grid_gives_the_months():
    rows = [*GRID, ["1", "ประชุม", *[""] * 12, "กจ."], ["2", "อบรม", *[""] * 12, "กค."]]
    reading = read(rows, merged=GRID_MERGES, shaded=["C5", "D5", "E5", "N6"])
    assert months(reading) == [("2018-10", "2018-12"), ("2019-09", "2019-09")]


def test_quarter_columns_are_three_months_each():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ไตรมาส ๑", "ไตรมาส ๒", "ไตรมาส ๓", "ไตรมาส ๔", "ผู้รับผิดชอบ"]]
    reading = read([*rows, ["1", "ประชุม", "/", "/", "", "", "กจ."], ["2", "อบรม", "", "", "", "/", "กจ."]])
    assert months(reading) == [("2018-10", "2019-03"), ("2019-07", "2019-09")]


def test_tick_columns_under_a_group_give_the_status():
    rows = [
        OFFICE,
        UNIT,
        ["ที่", "กิจกรรม", "ระยะเวลา", "ผลการดำเนินงาน", "", "", "ผู้รับผิดชอบ"],
        ["", "", "", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ", ""],
        ["1", "ประชุม", "ม.ค. 62", "✓", "", "", "กจ."],
        ["2", "อบรม", "ก.พ. 62", "", "✓", "", "กจ."],
        ["3", "สรุป", "มี.ค. 62", "", "", "", "กจ."],
    ]
    reading = read(rows, merged=["A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:G4"])
    assert column(reading, "status") == ["done", "in_progress", None]


def test_start_and_end_may_stand_in_two_columns():
    from datetime import date

    rows = [
        OFFICE,
        UNIT,
        ["ที่", "กิจกรรม", "วันเริ่มต้น", "วันสิ้นสุด", "ผู้รับผิดชอบ"],
        ["1", "ประชุม", date(2018, 10, 1), date(2018, 11, 15), "กจ."],
        ["2", "อบรม", date(2562, 1, 5), date(2562, 1, 7), "กจ."],
        ["3", "สรุป", "", "ก.ย. 62", "กจ."],
    ]
    reading = read(rows)
    assert [f"{row.get('start')} {row.get('end')}" for row in reading.rows("activities")] == [
        "2018-10-01 2018-11-15",
        "2019-01-05 2019-01-07",
        "None 2019-09-30",
    ]
    assert column(reading, "period_kind")[2] == "deadline"


def test_totals_signatures_and_footnotes_are_no_activities_and_are_told():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"], ["1", "ประชุม", "ม.ค. 62", "1", "กจ."]]
    rows += [["", "รวม", "", "1", ""], ["หมายเหตุ : แผนนี้ปรับได้"], ["ลงชื่อ ........", "", "", "ผู้จัดทำ"], ["(..........)"]]
    reading = read(rows)
    assert column(reading, "text") == ["ประชุม"]
    reasons = {item.reason for item in reading.account.ignored}
    assert {"แถวรวม", "ช่องลงนาม"} <= reasons
    assert reading.account.used + sum(item.cells for item in reading.account.ignored) == reading.account.filled


def test_a_page_with_the_same_title_goes_on_with_the_plan_and_one_with_another_begins_a_new_one():
    head = ["ลำดับ", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]
    first = [["เป้าหมาย KM : ๑. จัดทำคู่มือปฏิบัติงานของทุกส่วนราชการ"], head]
    other = [["เป้าหมาย KM : ๒. ส่งเสริมบรรยากาศการเรียนรู้ในองค์กร"], head]
    rows = [*first, *[[str(n), NAMES[n - 1], "ม.ค. 62", "กจ."] for n in (1, 2)], []]
    rows += [*first, *[[str(n), NAMES[n - 1], "ม.ค. 62", "กจ."] for n in (3, 4)], []]
    rows += [*other, *[[str(n), NAMES[n - 1], "ม.ค. 62", "กจ."] for n in (1, 2)]]
    reading = read([["แผนปี ๒๕๖๒ ของกรมตัวอย่าง"], *rows])
    plans = reading.rows("plans")
    assert [plan["title"][:14] for plan in plans] == ["เป้าหมาย KM : ", "เป้าหมาย KM : "]
    counts = [sum(row["plan_id"] == plan["plan_id"] for row in reading.rows("activities")) for plan in plans]
    assert counts == [4, 2]


def test_a_row_cut_by_the_page_goes_on_with_the_row_above():
    head = ["ที่", "กิจกรรม", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"]
    rows = [OFFICE, UNIT, head, ["1", "ประชุม", "ม.ค. 62", "1", "กจ."], ["2", "อบรมเรื่อง", "ก.พ. 62", "๒ ครั้ง", "กค."]]
    rows += [head, ["", "ระเบียบพัสดุ", "", "ต่อปี", ""], ["3", "สรุป", "มี.ค. 62", "1", "กจ."]]
    reading = read(rows)
    assert column(reading, "text") == ["ประชุม", "อบรมเรื่อง\nระเบียบพัสดุ", "สรุป"]
    assert column(reading, "target")[1] == "๒ ครั้ง\nต่อปี"
    assert "row_joined" in codes(reading)


def test_a_column_is_found_by_what_it_holds_and_told():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ห้วง", "เป้าหมาย", "ผู้รับผิดชอบ"], ["1", "ประชุม", "ม.ค. 62", "1", "กจ."]]
    reading = read([*rows, ["2", "อบรม", "ก.พ. - มี.ค. 62", "1", "กค."]])
    assert months(reading) == [("2019-01", "2019-01"), ("2019-02", "2019-03")]
    assert "column_by_content" in codes(reading)


def test_a_heading_of_periods_over_owners_does_not_make_them_periods():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา/ผู้รับผิดชอบ", "เป้าหมาย"], ["1", "ประชุม", "กองคลัง", "1"]]
    reading = read([*rows, ["2", "อบรม", "กองช่าง", "1"]])
    assert column(reading, "owners") == ["กองคลัง", "กองช่าง"]
    assert "unreadable_period" not in codes(reading)


def test_a_checklist_under_a_heading_of_progress_is_no_percentage():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "ความก้าวหน้า", "ผู้รับผิดชอบ"]]
    rows += [[str(n), f"งาน {n}", "ม.ค. 62", "- วางแผน\n- เสนอ\n- สรุป", "กจ."] for n in (1, 2)]
    reading = read(rows)
    assert column(reading, "checklist") == ["วางแผน\nเสนอ\nสรุป"] * 2
    assert column(reading, "percent") == [None, None]
    assert "percent_unreadable" not in codes(reading)


def test_hidden_rows_are_read():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"], ["1", "ประชุม", "ม.ค. 62", "กจ."]]
    reading = read([*rows, ["2", "อบรม", "ก.พ. 62", "กค."]], hidden_rows=[5])
    assert column(reading, "text") == ["ประชุม", "อบรม"]


def test_plans_over_several_years_recur_in_each():
    rows = [["แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. ๒๕๖๗ - ๒๕๖๙"], UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]]
    rows += [["1", "ประชุม", "เมษายน ของปีงบประมาณ", "กจ."], ["2", "อบรม", "พฤษภาคม ของปีงบประมาณ", "กจ."]]
    reading = read(rows)
    assert column(reading, "occurrences")[0] == "2024-04-01;2025-04-01;2026-04-01"
    assert reading.rows("plans")[0]["fiscal_year"] == 2567


def test_a_share_done_in_the_status_column_is_read_as_a_percentage():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "สถานะ"], ["1", "ประชุม", "ม.ค. 62", "50%"]]
    reading = read([*rows, ["2", "อบรม", "ก.พ. 62", "ดำเนินการแล้ว"], ["3", "สรุป", "มี.ค. 62", "ร้อยละ ๓๐"]])
    assert column(reading, "percent") == [50.0, None, 30.0]
    assert column(reading, "status") == [None, "done", None]
    assert "status_unknown" not in codes(reading)


def test_a_total_in_the_stage_column_is_no_activity():
    rows = [OFFICE, UNIT, ["ขั้นตอน", "กิจกรรม", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"]]
    rows += [
        [NAMES[0], "ประชุม", "ม.ค. 62", "1", "กจ."],
        [NAMES[1], "อบรม", "ก.พ. 62", "2", "กจ."],
        ["รวม", "", "", "3", ""],
    ]
    reading = read(rows)
    assert column(reading, "target") == ["1", "2"]
    assert "row_joined" not in codes(reading)


def test_a_title_that_names_no_office_is_not_taken_for_one():
    reading = read([["แผนปฏิบัติการจัดการความรู้ (KM Action Plan) ปีงบประมาณ พ.ศ. 2562"], *PLAIN])
    assert reading.rows("plans")[0]["office"] is None


def test_five_level_columns_of_their_own_headings_are_thresholds_rising_or_falling():
    head = ["ตัวชี้วัด", "หน่วยวัด", "น้ำหนัก", "ค่าเป้าหมาย ระดับ 1", "ระดับ 2", "ระดับ 3", "ระดับ 4", "ระดับ 5"]
    rows = [OFFICE, head, ["เวลาเฉลี่ย", "วัน", 40, 15, 12, 10, 8, 5], ["ความพึงพอใจ", "ร้อยละ", 60, 65, 70, 75, 80, 85]]
    kpis = read([*rows, *PLAIN]).rows("kpis")
    assert [[kpi[f"threshold_{level}"] for level in range(1, 6)] for kpi in kpis] == [
        [15, 12, 10, 8, 5],
        [65, 70, 75, 80, 85],
    ]
    assert [(kpi["direction"], kpi["unit"], kpi["weight"]) for kpi in kpis] == [
        ("down", "วัน", 40),
        ("up", "ร้อยละ", 60),
    ]


def test_a_share_typed_as_a_fraction_is_told_and_one_shown_as_a_percentage_is_not():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "ร้อยละความก้าวหน้า"], ["1", "ประชุม", "ม.ค. 62", 0.5]]
    reading = read([*rows, ["2", "อบรม", "ก.พ. 62", 80]])
    assert column(reading, "percent") == [0.5, 80.0]
    [told] = [problem for problem in reading.problems if problem.code == "fraction_suspected"]
    assert told.cell == "แผ่น 1!D4"


def test_quarters_may_be_called_q1_to_q4_under_a_group():
    rows = [
        OFFICE,
        UNIT,
        ["ที่", "กิจกรรม", "แผนการดำเนินงาน", "", "", "", "หน่วยงานหลัก"],
        ["", "", "Q1", "Q2", "Q3", "Q4", ""],
    ]
    rows += [["1", "ประชุม", "X", "", "", "", "กจ."], ["2", "อบรม", "", "X", "X", "", "กค."]]
    reading = read(rows, merged=["A3:A4", "B3:B4", "C3:F3", "G3:G4"])
    assert months(reading) == [("2018-10", "2018-12"), ("2019-01", "2019-06")]
    assert column(reading, "owners") == ["กจ.", "กค."]


def test_a_column_that_holds_the_stages_is_not_told_as_unknown():
    rows = [OFFICE, UNIT, ["ที่", "กระบวนการ", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]]
    rows += [[str(n), name, f"งาน {n}", "ม.ค. 62", "กจ."] for n, name in enumerate(NAMES, 1)]
    reading = read(rows)
    assert column(reading, "stage") == list(range(1, 8))
    assert codes(reading) == set()


def test_a_number_in_the_target_column_takes_the_unit_beside_it():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "หน่วยนับ", "เป้าหมาย"], ["1", "ประชุม", "ม.ค. 62", "ครั้ง", 4]]
    rows += [["2", "อบรม", "ก.พ. 62", "ร้อยละ", "๘๐"], ["3", "สรุป", "มี.ค. 62", "เล่ม", "๑ เล่ม"]]
    rows += [["4", "ติดตาม", "มี.ค. 62", "", "2"]]
    reading = read(rows)
    assert column(reading, "target") == ["4 ครั้ง", "ร้อยละ ๘๐", "๑ เล่ม", "2"]
    assert "column_unknown" not in codes(reading)


def test_activities_may_stand_under_a_heading_of_steps_and_activities():
    reading = read([OFFICE, UNIT, ["ที่", "ขั้นตอน/กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"], *PLAIN[1:]])
    assert column(reading, "text") == ["ประชุม", "อบรม"]


def test_a_target_below_one_that_shows_no_percent_is_told():
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ระยะเวลา", "เป้าหมาย"], ["1", "ประชุม", "ม.ค. 62", 0.8]]
    reading = read([*rows, ["2", "อบรม", "ก.พ. 62", 1.5], ["3", "สรุป", "มี.ค. 62", "ร้อยละ 0.5"]])
    assert [problem.cell for problem in reading.problems if problem.code == "fraction_suspected"] == ["แผ่น 1!D4"]
