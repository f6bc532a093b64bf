"""The sample's facts as a department prints them: merged stage rows, headings repeated on every page, two plans on one
sheet without a head, Form 1 in two layouts. So the reading of an office's own form is proven in every clone."""

import tomllib
from io import BytesIO
from pathlib import Path

import openpyxl

from kmdash.domain.stages import STAGES

FACTS = Path(__file__).resolve().parents[2] / "sample_data" / "dla-2562.toml"
HEADING = ["ที่", "กิจกรรม", "ระยะเวลา ระบุ เดือน/ปี", "ตัวชี้วัด", "เป้าหมายตัวชี้วัด", "กลุ่มเป้าหมาย", "ผู้รับผิดชอบ", "หมายเหตุ"]
THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
WITHOUT_HEAD = ("4", "5")
ROWS_A_PAGE = 4


def workbook() -> bytes:
    """The workbook's bytes."""
    facts = tomllib.loads(FACTS.read_text(encoding="utf-8"))
    book = openpyxl.Workbook()
    book.remove(book.active)
    _knowledge(book.create_sheet("องค์ความรู้ที่จำเป็น"), facts)
    for no, sheet in (("1", "แผนที่ ๑"), ("2", "แผนที่ ๒"), ("3", "แผนที่ ๓")):
        _plan(book.create_sheet(sheet), facts, no)
    shared = book.create_sheet("แผนที่ ๔-๕")
    for no in WITHOUT_HEAD:
        _activities(shared, facts, no)
        shared.append([])
        shared.append([None])
    _vote(book.create_sheet("ผลโหวต"), facts)
    _calendar(book.create_sheet("ปฏิทินการดำเนินงาน"), facts)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _line(sheet, text):
    sheet.append([text])
    sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=len(HEADING))


def _plan(sheet, facts, no):
    _, _title, unit, issue, process, knowledge, outcome = _row(facts["plans"], no)
    _line(sheet, f"แผนการจัดการความรู้ (KM Action Plan) : แผนการจัดการความรู้ที่ {no.translate(THAI)}")
    _line(sheet, unit)
    _line(sheet, f"ประเด็นยุทธศาสตร์ : {issue}")
    _line(sheet, f"กระบวนการที่สำคัญ : {process}")
    _line(sheet, f"องค์ความรู้ที่จำเป็น :\n{knowledge}")
    _line(sheet, f"ผลสัมฤทธิ์ขององค์ความรู้ที่จำเป็น : {outcome}")
    _line(sheet, "ตัวชี้วัด (KPI) ของผลสัมฤทธิ์ขององค์ความรู้ที่จำเป็น :")
    name, thresholds = _row(facts["kpis"], no)[1], _row(facts["kpis"], no)[3]
    sheet.append(["ตัวชี้วัด", None, None, "ระดับคะแนน"])
    sheet.append([None, None, None, *"๑๒๓๔๕"])
    sheet.append([name, None, None, *[str(level).translate(THAI) for level in thresholds]])
    _activities(sheet, facts, no)


def _activities(sheet, facts, no):
    sheet.append(HEADING)
    stage = None
    for count, row in enumerate(row for row in facts["activities"] if row[0] == no):
        _, number, place, text, period, indicator, target, group, owner = row
        if count and count % ROWS_A_PAGE == 0:
            sheet.append(HEADING)
        if place != stage:
            _line(sheet, f"ขั้นตอนที่ {str(place).translate(THAI)} {STAGES[place - 1].thai}")
            stage = place
        sheet.append([number.translate(THAI), text, period, indicator, target, group, owner])


def _knowledge(sheet, facts):
    _line(sheet, f"แผนการจัดการความรู้ของ{facts['office']} ประจำปีงบประมาณ พ.ศ. ๒๕๖๒")
    sheet.append(["องค์ความรู้ที่จำเป็นในการปฏิบัติราชการ", f"ชื่อส่วนราชการ : {facts['office']}"])
    for no, _title, _unit, issue, process, knowledge, _outcome in facts["plans"]:
        kpi = _row(facts["kpis"], no)[1]
        label = f"แผนการจัดการความรู้ที่ {no.translate(THAI)}"
        if no in WITHOUT_HEAD:
            sheet.append([label, f"ประเด็นยุทธศาสตร์ : {issue}"])
            sheet.append(["กระบวนการที่สำคัญ", process])
            sheet.append(["องค์ความรู้ที่จำเป็น", knowledge])
            sheet.append(["ตัวชี้วัดที่เลือกใช้วัดการจัดทำ KM", kpi])
        else:
            lines = [f"ประเด็นยุทธศาสตร์ : {issue}", f"กระบวนการที่สำคัญ : {process}"]
            lines += [f"องค์ความรู้ที่จำเป็น :\n{knowledge}", f"ตัวชี้วัดที่เลือกใช้วัดการจัดทำ KM : {kpi}"]
            sheet.append([label, "\n".join(lines)])


def _vote(sheet, facts):
    rule = facts["ballot"]
    text = (
        f"ให้คัดเลือก {rule['seats']} กระบวนงาน โดยผู้แทนสำนัก/กองละ ๑ คน ซึ่งมีสิทธิโหวตได้คนละไม่เกิน {rule['ballot_limit']} ครั้ง"
    )
    _line(sheet, text)
    sheet.append(["ที่", "สำนัก/กอง", "กระบวนงานที่สำคัญ", "คะแนนโหวต"])
    for count, (unit, process, votes) in enumerate(facts["candidates"], start=1):
        sheet.append([str(count).translate(THAI), unit, process, str(votes).translate(THAI)])


def _calendar(sheet, facts):
    sheet.append(["ขั้นตอนการดำเนินงาน", "กำหนดการ"])
    for no, text, period in facts["events"]:
        sheet.append([f"{no.translate(THAI)}. {text}", period])


def _row(rows, no):
    return next(row for row in rows if row[0] == no)
