"""Submissions, target against actual by period, the committee's roles: the layouts offices use, read from uploads."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from small_sheets import read

from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here

OFFICE = ["สำนักงานพัฒนาชุมชนจังหวัดลำปาง ปีงบประมาณ พ.ศ. ๒๕๖๑"]
MAY, JUNE = date(2018, 5, 1), date(2018, 6, 1)


def codes(reading):
    return {problem.code: problem for problem in reading.problems}


def told(reading):
    names = ("unit", "month", "due", "received", "told", "score")
    return [tuple(row[name] for name in names) for row in reading.rows("submissions")]


def figures(reading):
    return [(row["unit"], row["kind"], row["start"], row["target"], row["actual"]) for row in reading.rows("series")]


def accounted(reading):
    account = reading.account
    return account.used + sum(item.cells for item in account.ignored) == account.filled


def test_a_row_a_submission_tells_its_month_its_days_and_its_word():
    head = ["ลำดับ", "อำเภอ", "ชื่อรายงาน", "ประจำเดือน", "กำหนดส่ง", "วันที่ส่ง", "ผลการส่ง"]
    rows = [["1", "เมือง", "สัมมาชีพ", "พ.ค. 61", "5 มิ.ย. 61", "4 มิ.ย. 61", "ตรงเวลา"]]
    rows += [["2", "งาว", "สัมมาชีพ", "พ.ค. 61", "5 มิ.ย. 61", "", "ไม่ส่ง"]]
    reading = read([OFFICE, head, *rows])
    assert reading.kinds == ["submissions"]
    assert told(reading) == [
        ("เมือง", MAY, date(2018, 6, 5), date(2018, 6, 4), "on_time", None),
        ("งาว", MAY, date(2018, 6, 5), None, "missing", None),
    ]
    assert accounted(reading)


def test_a_word_against_the_days_is_told_and_the_days_stand():
    head = ["อำเภอ", "รายงาน", "เดือน", "กำหนดส่ง", "วันที่ส่ง", "ผลการส่ง"]
    reading = read([OFFICE, head, ["เมือง", "ก", "พ.ค. 61", "5 มิ.ย. 61", "9 มิ.ย. 61", "ตรงเวลา"]])
    assert codes(reading)["submission_contradicts"].cell == "แผ่น 1!E3"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["เมือง", "ก", "ไม่ทราบ", "", "ส่งแล้ว"], "submission_month_missing"),
        (["เมือง", "ก", "พ.ค. 61", "", "น่าจะส่ง"], "submission_word_unknown"),
        (["เมือง", "ก", "พ.ค. 61", "กลางเดือน", ""], "submission_day_unreadable"),
    ],
)
def test_what_cannot_be_read_of_a_submission_is_missing_and_told(cells, code):
    reading = read([OFFICE, ["อำเภอ", "รายงาน", "เดือน", "วันที่ส่ง", "ผลการส่ง"], cells])
    assert code in codes(reading)
    assert len(reading.rows("submissions")) == 1


def test_ticks_crosses_and_words_by_month_with_the_day_the_heading_wants():
    rows = [["ผลการส่งรายงาน ภายในวันที่ 5 ของเดือนถัดไป"], ["ที่", "อำเภอ", "เม.ย.", "พ.ค.", "มิ.ย.", "รวม"]]
    rows += [["1", "เมือง", "✓", "ช้า", "", "2"], ["2", "งาว", "✗", "✓", "", "1"], ["3", "เถิน", "", "✓", "", "1"]]
    reading = read([OFFICE, *rows])
    april, due = date(2018, 4, 1), (date(2018, 5, 5), date(2018, 6, 5))
    assert told(reading) == [
        ("เมือง", april, due[0], None, "sent", None),
        ("เมือง", MAY, due[1], None, "late", None),
        ("งาว", april, due[0], None, "missing", None),
        ("งาว", MAY, due[1], None, "sent", None),
        ("เถิน", april, due[0], None, None, None),
        ("เถิน", MAY, due[1], None, "sent", None),
    ]
    assert accounted(reading)


def test_a_month_in_which_nobody_is_told_of_is_not_recorded_yet():
    reading = read([OFFICE, ["การส่งรายงาน"], ["อำเภอ", "เม.ย. 61", "พ.ค. 61"], ["เมือง", "/", ""], ["งาว", "", ""]])
    assert {row["month"] for row in reading.rows("submissions")} == {date(2018, 4, 1)}
    assert len(reading.rows("submissions")) == 2


def test_days_of_receiving_by_month_with_a_row_of_due_days():
    rows = [["วันที่ส่งรายงาน"], ["อำเภอ", "พ.ค. 61", "มิ.ย. 61"], ["กำหนดส่ง", "5 มิ.ย. 61", "5 ก.ค. 61"]]
    reading = read([OFFICE, *rows, ["เมือง", "3 มิ.ย. 61", "7 ก.ค. 61"], ["งาว", "5 มิ.ย. 61", "ไม่ส่ง"]])
    assert told(reading) == [
        ("เมือง", MAY, date(2018, 6, 5), date(2018, 6, 3), None, None),
        ("เมือง", JUNE, date(2018, 7, 5), date(2018, 7, 7), None, None),
        ("งาว", MAY, date(2018, 6, 5), date(2018, 6, 5), None, None),
        ("งาว", JUNE, date(2018, 7, 5), None, "missing", None),
    ]


def test_scores_by_month_leave_a_blank_month_and_the_total_row_out():
    rows = [["คะแนนการจัดส่งรายงาน"], ["อำเภอ", "พ.ค. 61", "มิ.ย. 61"], ["เมือง", 10, 9], ["งาว", 8, ""], ["รวม", 18, 9]]
    reading = read([OFFICE, *rows])
    assert [(row[0], row[1], row[5]) for row in told(reading)] == [
        ("เมือง", MAY, 10.0),
        ("เมือง", JUNE, 9.0),
        ("งาว", MAY, 8.0),
    ]


def test_the_provinces_own_blank_sheets_are_read_once_filled_in(shared):
    book = openpyxl.load_workbook(shared / "seeds" / "forms" / "lampang-2561.xlsx")
    book["Lampang Report Award"].append(["เมืองลำปาง", "พ.ค. ๖๑", 95, "ชนะเลิศ"])
    book["Cdd lampang Budgeting"].append(["ยุทธศาสตร์", "งาว", "สัปดาห์ที่ 2 พ.ค. 61", "1,000", "800"])
    book["Lampang Ebmn Online"].append(["งาว", "สัปดาห์ที่ 1", 100, 90, 90, 80, 80, "-"])
    data = BytesIO()
    book.save(data)
    reading = from_plain(read_here(data.getvalue(), "ลำปาง.xlsx", {}))
    assert {"submissions", "series"} <= set(reading.kinds)
    assert [(row[0], row[1], row[5]) for row in told(reading)] == [("เมืองลำปาง", MAY, 95.0)]
    assert figures(reading) == [
        ("ยุทธศาสตร์ · งาว", "การเบิกจ่าย", date(2018, 5, 8), 1000.0, 800.0),
        ("งาว", "การจัดเก็บ", None, 100.0, 90.0),
        ("งาว", "การบันทึก", None, 90.0, 80.0),
        ("งาว", "การอัปโหลด", None, 80.0, None),
    ]
    assert [row["name"] for row in reading.rows("series")][:2] == ["Cdd lampang Budgeting", "Lampang Ebmn Online"]
    assert accounted(reading)


def test_pairs_of_target_and_actual_under_months_are_read_and_their_totals_checked():
    head = [["ผลการเบิกจ่ายสะสม (บาท)"], ["อำเภอ", "เม.ย.", "", "พ.ค.", ""], ["", "เป้าหมาย", "ผล", "เป้าหมาย", "ผล"]]
    rows = [["เมือง", 100, 90, 200, 150], ["งาว", 50, 50, 100, ""], ["รวม", 150, 140, 300, 160]]
    reading = read([OFFICE, *head, *rows], merged=["A3:A4", "B3:C3", "D3:E3"])
    assert figures(reading) == [
        ("เมือง", None, date(2018, 4, 1), 100.0, 90.0),
        ("เมือง", None, MAY, 200.0, 150.0),
        ("งาว", None, date(2018, 4, 1), 50.0, 50.0),
        ("งาว", None, MAY, 100.0, None),
    ]
    assert {(row["cumulative"], row["measure_unit"]) for row in reading.rows("series")} == {(True, "บาท")}
    assert codes(reading)["series_sum_differs"].cell == "แผ่น 1!E7"
    assert accounted(reading)


def test_rows_of_target_and_actual_under_weeks_belong_to_one_unit():
    rows = [["อำเภอ", "รายการ", "สัปดาห์ที่ 1", "สัปดาห์ที่ 2"], ["เมือง", "เป้าหมาย", 10, 20], ["", "ผล", 8, "-"]]
    reading = read([OFFICE, *rows], merged=["A3:A4"])
    found = [(row["unit"], row["period_no"], row["target"], row["actual"]) for row in reading.rows("series")]
    assert found == [("เมือง", 1, 10.0, 8.0), ("เมือง", 2, 20.0, None)]


def test_a_figure_that_is_no_number_is_missing_and_told():
    rows = [["อำเภอ", "เดือน", "เป้าหมายการเบิกจ่าย", "ผลการเบิกจ่าย"], ["เมือง", "พ.ค.", "100", "มาก"]]
    reading = read([OFFICE, *rows])
    assert figures(reading) == [("เมือง", "การเบิกจ่าย", MAY, 100.0, None)]
    assert codes(reading)["series_unreadable"].cell == "แผ่น 1!D3"


def test_roles_positions_and_duties_are_read_and_names_are_not_kept():
    head = ["ที่", "ชื่อ-สกุล", "ตำแหน่ง", "ตำแหน่งในคณะทำงาน", "หน้าที่"]
    rows = [["1", "นายตัวอย่าง นามสมมุติ", "ผู้อำนวยการกองคลัง", "หัวหน้าคณะทำงาน", "1) จัดทำแผน\n2) ติดตามผล"]]
    rows += [["2", "นางตัวอย่าง นามสมมุติ", "ผู้อำนวยการกองช่าง", "คณะทำงาน", "ร่วมจัดทำแผน"]]
    rows += [["3", "นายอีกคน นามสมมุติ", "นางสาวคนหนึ่ง นามสมมุติ", "คณะทำงาน", ""]]
    reading = read([OFFICE, head, *rows])
    assert reading.kinds == ["committee"]
    assert [(row["role"], row["holders"], row["duties"]) for row in reading.rows("duties")] == [
        ("หัวหน้าคณะทำงาน", "ผู้อำนวยการกองคลัง", "จัดทำแผน\nติดตามผล"),
        ("คณะทำงาน", "ผู้อำนวยการกองช่าง", "ร่วมจัดทำแผน"),
    ]
    assert "นามสมมุติ" not in str(reading.parts)
    assert accounted(reading)


def test_an_order_of_appointment_gives_its_roles_with_members_and_duties():
    lines = ["คำสั่งกรมตัวอย่าง", "เรื่อง แต่งตั้งคณะทำงาน", "๑. หัวหน้าคณะทำงาน"]
    lines += ["มอบหมายให้ผู้อำนวยการกองแผนงาน เป็นหัวหน้า โดยมีหน้าที่ ดังนี้", "(๑) จัดทำแผน", "(๒) รายงานผล", "ทุกเดือน"]
    lines += ["๒. คณะทำงาน ประกอบด้วย", "(๑) ผู้อำนวยการกองคลัง คณะทำงาน", "(๒) หัวหน้ากลุ่มงานแผน คณะทำงานและเลขานุการ"]
    lines += ["และงบประมาณ", "คณะทำงาน มีหน้าที่และความรับผิดชอบ ดังนี้", "(๑) ร่วมจัดทำแผน", "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป"]
    reading = read([OFFICE], [[line] for line in lines])
    assert [(row["role"], row["holders"], row["duties"]) for row in reading.rows("duties")] == [
        ("หัวหน้าคณะทำงาน", "ผู้อำนวยการกองแผนงาน", "จัดทำแผน\nรายงานผลทุกเดือน"),
        ("คณะทำงาน", "ผู้อำนวยการกองคลัง\nหัวหน้ากลุ่มงานแผนและงบประมาณ (คณะทำงานและเลขานุการ)", "ร่วมจัดทำแผน"),
    ]
    assert accounted(reading)


def test_the_published_order_gives_the_duties_it_prints(shared):
    path = shared / "seeds" / "forms" / "dla-2562.xlsx"
    reading = from_plain(read_here(path.read_bytes(), path.name, {}))
    assert [len(row["duties"].split("\n")) for row in reading.rows("duties")] == [4, 6, 6, 6]
    assert "committee" in reading.kinds


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (["ผลการจัดเก็บ", "เป้าหมายการจัดเก็บ", "ผลการบันทึก", "เป้าหมายการบันทึก"], [900, 1000, 700, 1000]),
        (["เป้าหมายการจัดเก็บ", "เป้าหมายการบันทึก", "ผลการจัดเก็บ", "ผลการบันทึก"], [1000, 1000, 900, 700]),
        (["เป้าหมายการจัดเก็บ", "ผลการจัดเก็บ", "เป้าหมายการบันทึก", "ผลการบันทึก"], [1000, 900, 1000, 700]),
    ],
)
def test_target_and_actual_of_one_thing_are_a_pair_in_any_order_of_the_columns(head, cells):
    reading = read([OFFICE, ["อำเภอ", "สัปดาห์", *head], ["เถิน", "4 มิ.ย. 61", *cells]])
    found = {row["kind"]: (row["target"], row["actual"]) for row in reading.rows("series")}
    assert found == {"การจัดเก็บ": (1000.0, 900.0), "การบันทึก": (1000.0, 700.0)}
    assert accounted(reading)


def test_one_pair_with_the_result_first_is_one_row_a_week():
    reading = read([OFFICE, ["อำเภอ", "สัปดาห์ที่", "ผลการเบิกจ่าย", "เป้าหมายการเบิกจ่าย"], ["เถิน", "1", 80, 100]])
    assert [(row["target"], row["actual"]) for row in reading.rows("series")] == [(100.0, 80.0)]


def test_target_and_actual_of_different_things_are_kept_apart_and_told():
    reading = read([OFFICE, ["อำเภอ", "สัปดาห์", "เป้าหมายการจัดเก็บ", "ผลการบันทึก"], ["เถิน", "4 มิ.ย. 61", 9, 8]])
    assert [(row["target"], row["actual"]) for row in reading.rows("series")] == [(9.0, None), (None, 8.0)]
    assert codes(reading)["pair_unclear"].cell == "แผ่น 1!A2"


WEEKS = ["อำเภอ", "เป้าหมาย", "สัปดาห์ที่ ๑", "สัปดาห์ที่ ๒", "สัปดาห์ที่ ๓"]
FIGURES = [["เถิน", 1000, 100, 300, 500], ["งาว", 1000, 200, 400, 600]]


def test_figures_by_week_beside_one_target_are_left_out_where_no_heading_says_what_they_are():
    reading = read([OFFICE, ["Cdd lampang Budgeting"], WEEKS, *FIGURES])
    assert not reading.rows("series") and not reading.rows("targets")
    assert codes(reading)["periods_unclear"].cell == "แผ่น 1!C3"
    assert accounted(reading)


def test_figures_by_week_that_the_title_calls_results_are_actuals_and_the_target_is_the_units():
    reading = read([OFFICE, ["ผลการเบิกจ่ายงบประมาณ"], WEEKS, *FIGURES])
    found = [(row["unit"], row["period_no"], row["target"], row["actual"]) for row in reading.rows("series")]
    assert found[:3] == [("เถิน", 1, None, 100.0), ("เถิน", 2, None, 300.0), ("เถิน", 3, None, 500.0)]
    assert [(row["unit"], row["target"], row["actual"]) for row in reading.rows("targets")] == [
        ("เถิน", 1000.0, None),
        ("งาว", 1000.0, None),
    ]
    assert "periods_unclear" not in codes(reading)
    assert accounted(reading)
