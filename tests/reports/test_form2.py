"""Form 2 as a file: printed as the office's own form, read back as the plans it was written from."""

import io
from datetime import date

import openpyxl
import pytest
from rereading import SEEDS, differences, read_again, seed_parts

from kmdash.domain import forms
from kmdash.domain.frames import records
from kmdash.domain.identity import plan_id
from kmdash.domain.problem import Severity
from kmdash.domain.reading import Part
from kmdash.domain.register import from_parts, from_records
from kmdash.reports.forms.action_plan import workbook

OFFICE, YEAR = "กรมตัวอย่าง", 2562
PLAN = plan_id(OFFICE, YEAR, "1")


def a_plan(activities, kpis=(), **values):
    """The part of one plan whose activities and KPIs have these values."""
    plan = {"plan_id": PLAN, "office": OFFICE, "fiscal_year": YEAR, "no": "1", "title": "แผนการจัดการความรู้ที่ 1"}
    rows = [
        {"activity_id": f"{PLAN}/{at}", "plan_id": PLAN, "position": at, "text": f"กิจกรรม {at}", **row}
        for at, row in enumerate(activities, start=1)
    ]
    own = [
        {"kpi_id": f"{PLAN}/K{at}", "plan_id": PLAN, "position": at, "direction": "up", **row}
        for at, row in enumerate(kpis, start=1)
    ]
    plan |= {"unit": "กองคลัง", "process": "KM", **values}
    return Part("plan", "1", OFFICE, YEAR, {"plans": [plan], "activities": rows, "kpis": own})


def cells_of(data, name=None):
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book[name] if name else book.worksheets[0]
    return sheet, [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("digits", ["arabic", "th"])
def test_an_offices_own_plans_come_back_without_a_change(shared, name, digits):
    parts = seed_parts(shared, name)
    reading, found = differences(workbook(from_parts(parts), digits=digits), parts)
    assert found.values.tolist() == []
    known = {part.scope for part in parts}
    assert {part.scope for part in reading.parts} == {scope for scope in known if scope[2] == "plan"}
    assert not [problem for problem in reading.problems if problem.code == "hidden_cells_read"]
    assert not [problem for problem in reading.problems if problem.severity is Severity.ERROR]


def test_columns_stand_in_the_order_of_the_offices_own_form(shared):
    own = workbook(from_parts(seed_parts(shared, "ban-waen-2569")))
    _, rows = cells_of(own)
    [header] = [row for row in rows if "กิจกรรม" in row]
    assert [text for text in header if text] == [
        *("ที่", "กิจกรรม", "วิธีการสู่ความสำเร็จ", "ระยะเวลา", "ตัวชี้วัด", "เป้าหมายตัวชี้วัด", "ผู้รับผิดชอบ"),
        *("สถานะ", "หมายเหตุ", forms.ACTIVITY_ID),
    ]


def test_the_form_is_printed_across_with_its_heading_on_every_page_and_stages_over_the_whole_width(shared):
    sheet, rows = cells_of(workbook(from_parts(seed_parts(shared, "dla-2562")), digits="th"))
    header = next(at for at, row in enumerate(rows, start=1) if row[0] == "ที่")
    assert sheet.print_title_rows == f"${header}:${header}"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    merged = {str(span) for span in sheet.merged_cells.ranges}
    stages = [at for at, row in enumerate(rows, start=1) if str(row[0]).startswith("ขั้นตอนที่")]
    assert len(stages) == 7
    assert all(f"A{at}:I{at}" in merged for at in stages)
    assert rows[header + 1][0] == "๑.๑"


def test_ids_are_in_hidden_columns(shared):
    sheet, _ = cells_of(workbook(from_parts(seed_parts(shared, "dla-2562"))))
    assert [letter for letter, column in sheet.column_dimensions.items() if column.hidden] == ["J"]


def test_rows_that_look_like_totals_signatures_or_stages_come_back():
    texts = ["รวมทั้งสิ้น", "ลงชื่อ ผู้จัดทำ", "การบ่งชี้ความรู้", "อื่น ๆ", "=1+1", "<b>หนา</b>", "หมายเหตุ", "1. นับ"]
    stages = [1, 3, 1, None, 2, 2, 7, 1]
    rows = [{"text": text, "stage": stage} for text, stage in zip(texts, stages, strict=True)]
    part = a_plan(
        [*rows, {"text": "กิจกรรมซ้ำ", "no": "1.1", "stage": 1}, {"text": "กิจกรรมซ้ำ", "no": "1.1", "stage": 1}]
    )
    _, found = differences(workbook(from_parts([part])), [part])
    changed = found[~((found["column"] == "no") & found["after"].isin(["1"]))]
    assert changed.values.tolist() == []


def test_a_title_that_would_be_read_as_another_line_comes_back():
    for title in ("แผน ก", "ตัวชี้วัดของกอง", "องค์ความรู้ที่จำเป็น : ระเบียบ", "เป้าหมาย KM : ๑. คู่มือ", None):
        part = a_plan([{"stage": 1}], title=title, unit="สำนักปลัด เทศบาลตำบลตัวอย่าง", issue="ก\nข", outcome="ค")
        _, found = differences(workbook(from_parts([part])), [part])
        assert found.values.tolist() == [], title


def test_kpis_of_every_kind_come_back():
    words = "หนึ่ง\nสอง ↵ ต่อ\nสาม\nสี่\nห้า"
    numbers = {f"threshold_{level}": 60.0 + 2.5 * level for level in range(1, 6)}
    falling = {f"threshold_{level}": 6.0 - level for level in range(1, 6)}
    kpis = [
        {"name": "ร้อยละของผู้ผ่าน", "unit": "ร้อยละ", "weight": 40.0, **numbers},
        {"name": "จำนวนวัน", "unit": "วัน", "direction": "down", "target": "≤ 3 วัน", **falling},
        {"name": "ระดับความสำเร็จ", "unit": "ระดับ", "level_texts": words},
        {"name": "ขั้นความสำเร็จของงาน", "level_texts": words, "scale": "milestone"},
        {"name": "ระดับที่ไม่มีเกณฑ์", "target": "ครบ"},
    ]
    part = a_plan([{"stage": 1}], kpis)
    reading, found = differences(workbook(from_parts([part])), [part])
    assert found.values.tolist() == []
    assert "kpi_levels_missing" not in {problem.code for problem in reading.problems}


def test_persons_are_hidden_and_hiding_them_is_no_change():
    owner = "นายตัวอย่าง นามสมมุติ"
    part = a_plan([{"stage": 1, "owner": owner, "owners": owner}, {"stage": 1, "owner": "กองช่าง", "owners": "กองช่าง"}])
    data = workbook(from_parts([part]))
    _, rows = cells_of(data)
    texts = [text for row in rows for text in row]
    assert "ผู้รับผิดชอบ กองคลัง" in texts
    assert owner not in texts
    _, found = differences(data, [part])
    assert found.values.tolist() == []


def test_the_status_of_a_report_is_shown_and_no_part_of_the_plan():
    part = a_plan([{"stage": 1, "period_text": "ต.ค. 61"}])
    report = {"activity_id": f"{PLAN}/1", "plan_id": PLAN, "status": "done", "status_text": "ดำเนินการแล้ว"}
    days = [
        {**report, "reported_on": date(2019, 1, 31)},
        {**report, "status_text": "ยกเลิก", "reported_on": date(2019, 6, 30)},
    ]
    register = from_parts([part, Part("progress", "1@", OFFICE, YEAR, {"progress": days})])
    data = workbook(register, as_of=date(2019, 3, 1))
    texts = [text for row in cells_of(data)[1] for text in row if text]
    assert forms.REPORTED in texts
    assert "ดำเนินการแล้ว\n31 ม.ค. 2562" in texts
    [row] = read_again(data, register).rows("activities")
    assert (row["status"], row["status_text"]) == (None, None)


def test_a_row_is_the_one_its_id_says_however_reworded_unless_its_text_is_surely_anothers():
    first, second = "จัดประชุมคณะทำงาน", "เผยแพร่ทางเว็บไซต์"
    part = a_plan([{"text": first, "stage": 1}, {"text": second, "stage": 1}])
    register = from_parts([part])
    book = openpyxl.load_workbook(io.BytesIO(workbook(register)))
    sheet = book.worksheets[0]
    one, two = (
        next(cell for row in sheet.iter_rows() for cell in row if cell.value == text) for text in (first, second)
    )
    for texts, expected in ((("อบรมการเขียนคู่มือ", second), ["1", "2"]), ((second, first), ["2", "1"])):
        one.value, two.value = texts
        file = io.BytesIO()
        book.save(file)
        found = read_again(file.getvalue(), register).rows("activities")
        assert [row["activity_id"] for row in found] == [f"{PLAN}/{no}" for no in expected]


def test_a_register_of_two_years_is_refused():
    plans = [{"plan_id": plan_id(OFFICE, year, "1"), "office": OFFICE, "fiscal_year": year} for year in (2562, 2563)]
    with pytest.raises(ValueError, match="a form has room for one"):
        workbook(from_records({"plans": plans}))


def test_the_same_register_gives_the_same_bytes(shared):
    register = from_parts(seed_parts(shared, "dla-2562"))
    assert workbook(register) == workbook(register)
    assert len(records(register.plans)) == 5
