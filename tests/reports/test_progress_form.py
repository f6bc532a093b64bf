"""The progress form of a unit and the progress report: filled in, moved about, and read back exactly."""

import io
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import PatternFill
from rereading import differences, read_again, stored_with

from kmdash.domain import template
from kmdash.domain.identity import plan_id
from kmdash.domain.problem import Severity
from kmdash.domain.reading import Part
from kmdash.domain.register import from_parts
from kmdash.reports.forms import progress_report, unit_form

OFFICE, YEAR, UNIT = "กรมตัวอย่าง", 2562, "กองคลัง"
STATUSES = list(template.STATUSES)
FILLED = {"status_text": "สถานะ", "percent": "ความก้าวหน้า (ร้อยละ)", "reported_on": "วันที่รายงาน", "note": "ปัญหา/อุปสรรค"}


def a_plan(no, unit, texts, owners="กองช่าง"):
    plan = plan_id(OFFICE, YEAR, no)
    rows = [
        {"activity_id": f"{plan}/{at}", "plan_id": plan, "position": at, "no": f"1.{at}", "text": text, "stage": 1}
        | {"owner": owners, "owners": owners, "period_text": "ต.ค. 61"}
        for at, text in enumerate(texts, start=1)
    ]
    about = {"plan_id": plan, "office": OFFICE, "fiscal_year": YEAR, "no": None if no.startswith("S") else no}
    about |= {"title": f"แผน {no}", "unit": unit, "process": "KM"}
    return Part("plan", no, OFFICE, YEAR, {"plans": [about], "activities": rows, "kpis": []})


@pytest.fixture(scope="module")
def parts():
    """Two plans of the unit, one without a number, and one of another unit that names it as owner once."""
    return [
        a_plan("1", UNIT, ["จัดประชุม", "จัดประชุม", "=1+1"]),
        a_plan("S2", UNIT, ["เผยแพร่\nทางเว็บไซต์"]),
        a_plan("3", "กองช่าง", ["ทดสอบ"], owners=f"กองช่าง\n{UNIT}"),
        a_plan("4", "กองช่าง", ["งานอื่น"]),
    ]


def table_of(data):
    """The form as openpyxl reads it: its book, its sheet, the heading row and the places of its headings."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    header = next(row[0].row for row in sheet.iter_rows() if "กิจกรรม" in [cell.value for cell in row])
    return book, sheet, header, {cell.value: cell.column for cell in sheet[header]}


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def filled_in(data, reports):
    """The form with these reports written into it, by activity id."""
    book, sheet, header, places = table_of(data)
    for row in range(header + 1, sheet.max_row + 1):
        for name, value in reports.get(sheet.cell(row, places["รหัสกิจกรรมที่รายงาน"]).value, {}).items():
            sheet.cell(row, places[FILLED[name]]).value = value
    return saved(book)


def moved(data, rows, columns, colour):
    """The form with the table's rows and columns in another order and everything in one colour."""
    book, sheet, header, _ = table_of(data)
    last, widest = sheet.max_row, sheet.max_column
    values = [[sheet.cell(row, column).value for column in range(1, widest + 1)] for row in range(header, last + 1)]
    order = [0, *(1 + place for place in sorted(range(len(values) - 1), key=lambda at: rows[at % len(rows)]))]
    for target, source in enumerate(order):
        for place, column in enumerate(columns):
            cell = sheet.cell(header + target, place + 1)
            cell.value = values[source][column]
            cell.fill = PatternFill("solid", fgColor=colour)
    return saved(book)


def test_a_unit_gets_its_own_activities_and_those_that_name_it_as_owner(parts):
    _, sheet, header, places = table_of(unit_form.workbook(from_parts(parts), [UNIT]))
    texts = [sheet.cell(row, places["กิจกรรม"]).value for row in range(header + 1, sheet.max_row + 1)]
    assert texts == ["จัดประชุม", "จัดประชุม", "=1+1", "เผยแพร่\nทางเว็บไซต์", "ทดสอบ"]
    blank = [sheet.cell(header + 1, places[heading]).value for heading in FILLED.values()]
    assert blank == [None] * 4
    assert sheet.print_title_rows == f"${header}:${header}"


def test_every_unit_that_has_a_plan_gets_a_sheet(parts):
    book = openpyxl.load_workbook(io.BytesIO(unit_form.workbook(from_parts([*parts, a_plan("5", None, ["ก"])]))))
    assert book.sheetnames == [UNIT, "กองช่าง", unit_form.WITHOUT_UNIT]


def test_a_blank_form_reports_nothing_and_is_said_to_be_blank(parts):
    reading = read_again(unit_form.workbook(from_parts(parts), [UNIT]), from_parts(parts))
    assert reading.parts == []
    assert [problem.code for problem in reading.problems] == ["nothing_filled"]


REPORT = st.fixed_dictionaries(
    {"reported_on": st.sampled_from(["30 มิ.ย. 2562", "๓๑ ก.ค. ๒๕๖๒"])},
    optional={
        "status_text": st.sampled_from(STATUSES),
        "percent": st.integers(0, 100),
        "note": st.sampled_from(["<b>ติดขัด</b>", "รอ\nงบประมาณ", "+66"]),
    },
)
IDS = [f"{plan_id(OFFICE, YEAR, plan)}/{at}" for plan, at in (("1", 1), ("1", 2), ("1", 3), ("S2", 1), ("3", 1))]


@settings(max_examples=12, deadline=None)
@given(
    reports=st.dictionaries(st.sampled_from(IDS), REPORT, min_size=1),
    rows=st.permutations(range(5)),
    columns=st.permutations(range(10)),
    colour=st.sampled_from(["FFFF0000", "FF00FF00", "FFFFFFFF"]),
)
def test_what_was_filled_in_is_read_back_however_rows_and_columns_were_moved(parts, reports, rows, columns, colour):
    register = from_parts(parts)
    data = moved(filled_in(unit_form.workbook(register, [UNIT], digits="th"), reports), rows, columns, colour)
    reading = read_again(data, register)
    found = {row["activity_id"]: row for row in reading.rows("progress")}
    days = {"30 มิ.ย. 2562": date(2019, 6, 30), "๓๑ ก.ค. ๒๕๖๒": date(2019, 7, 31)}
    assert set(found) == set(reports)
    for identity, report in reports.items():
        row = found[identity]
        assert (row["status_text"], row["percent"], row["note"]) == tuple(
            report.get(name) for name in ("status_text", "percent", "note")
        )
        assert row["reported_on"] == days[report["reported_on"]]
        assert row["plan_id"] == identity.partition("/")[0]
    assert not [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    stored = [*parts, *reading.parts]
    assert differences(data, stored)[1].values.tolist() == []


def test_a_units_report_leaves_what_others_reported_of_that_day_and_the_blank_rows_as_they_were(parts):
    plan, day = plan_id(OFFICE, YEAR, "1"), date(2019, 6, 30)
    told = {"plan_id": plan, "reported_on": day, "status": "in_progress", "status_text": "อยู่ระหว่างดำเนินการ"}
    known = Part(
        "progress",
        "1@2019-06-30",
        OFFICE,
        YEAR,
        {"progress": [{**told, "activity_id": f"{plan}/{n}"} for n in (1, 2)]},
    )
    register = from_parts([*parts, known])
    report = {f"{plan}/2": {"reported_on": "30 มิ.ย. 2562", "status_text": "ดำเนินการแล้ว", "percent": 100}}
    reading = read_again(filled_in(unit_form.workbook(register, [UNIT]), report), register)
    after = stored_with([*parts, known], reading.parts).progress
    assert dict(zip(after["activity_id"], after["status"], strict=True)) == {
        f"{plan}/1": "in_progress",
        f"{plan}/2": "done",
    }


def test_a_row_without_its_id_is_told_and_left_out(parts):
    register = from_parts(parts)
    book, sheet, header, places = table_of(unit_form.workbook(register, [UNIT]))
    sheet.cell(header + 1, places["รหัสกิจกรรมที่รายงาน"]).value = "ข"
    sheet.cell(header + 1, places["สถานะ"]).value = "ดำเนินการแล้ว"
    reading = read_again(saved(book), register)
    assert [problem.code for problem in reading.problems if problem.severity is Severity.ERROR][:1] == [
        "activity_unknown"
    ]
    assert reading.rows("progress") == []


@pytest.mark.parametrize("digits", ["arabic", "th"])
def test_the_progress_report_has_what_is_known_on_the_day_and_reading_it_again_changes_nothing(parts, digits):
    plan = plan_id(OFFICE, YEAR, "1")
    first = {"activity_id": f"{plan}/1", "plan_id": plan, "status": "in_progress", "status_text": "กำลังทำ"}
    reports = [
        {**first, "percent": 40.5, "reported_on": date(2019, 1, 31), "note": "รอ", "constructed": True},
        {
            **first,
            "status": "done",
            "status_text": "ดำเนินการแล้ว",
            "reported_on": date(2019, 6, 30),
            "done_on": date(2019, 6, 1),
        },
        {
            **first,
            "activity_id": f"{plan}/2",
            "status": "postponed",
            "status_text": "เลื่อน",
            "reported_on": date(2019, 1, 31),
        }
        | {"postponed_to": date(2019, 8, 31)},
    ]
    stored = [
        Part("progress", f"1@{day}", OFFICE, YEAR, {"progress": [row for row in reports if row["reported_on"] == day]})
        for day in (date(2019, 1, 31), date(2019, 6, 30))
    ]
    everything = [*parts, *stored]
    for as_of in (None, date(2019, 3, 1)):
        data = progress_report.workbook(from_parts(everything), as_of=as_of, digits=digits)
        _, sheet, header, places = table_of(data)
        shown = sheet.cell(header + 1, places["สถานะ"]).value
        assert shown == ("กำลังทำ" if as_of else "ดำเนินการแล้ว")
        reading, found = differences(data, everything)
        assert reading.is_printed and reading.parts == []
        assert found.values.tolist() == []


def test_a_report_that_tells_no_status_leaves_it_and_the_plan_s_own_status_counts(parts):
    plan = plan_id(OFFICE, YEAR, "1")
    own = [{**row, "status": "in_progress", "status_text": "กำลังทำ"} for row in parts[0].records["activities"]]
    told = {"activity_id": f"{plan}/2", "plan_id": plan, "percent": 65.0, "reported_on": date(2019, 7, 15)}
    done = {"activity_id": f"{plan}/3", "plan_id": plan, "status": "done", "status_text": "เสร็จ"}
    reports = [
        {**done, "reported_on": date(2019, 5, 1), "done_on": date(2019, 4, 18)},
        {**done, "reported_on": date(2019, 7, 15)},
        told,
    ]
    held = [Part("plan", "1", OFFICE, YEAR, {**parts[0].records, "activities": own})]
    held.append(Part("progress", "1@-", OFFICE, YEAR, {"progress": reports}))
    _, sheet, header, places = table_of(progress_report.workbook(from_parts(held)))
    shown = [
        [sheet.cell(header + at, places[heading]).value for heading in ("สถานะ", "ความก้าวหน้า (ร้อยละ)", "วันที่แล้วเสร็จ")]
        for at in (1, 2, 3)
    ]
    assert shown == [["กำลังทำ", None, None], ["กำลังทำ", 65, None], ["เสร็จ", None, "18 เม.ย. 2562"]]


def test_a_report_without_a_day_is_told(parts):
    register = from_parts(parts)
    book, sheet, header, places = table_of(unit_form.workbook(register, [UNIT]))
    sheet.cell(header + 1, places["สถานะ"]).value = "ดำเนินการแล้ว"
    found = [problem for problem in read_again(saved(book), register).problems if problem.code == "report_without_day"]
    assert [(problem.severity, problem.cell) for problem in found] == [
        (Severity.WARNING, f"{UNIT}!{sheet.cell(header + 1, places['วันที่รายงาน']).coordinate}")
    ]
