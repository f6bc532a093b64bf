"""The official forms as data: labels and headings shared by who writes them and who reads them.

Names of labels and headings are the format itself and stay in Thai in every language. A form carries the ids of
its rows (``*_ID``), so that it is read back as the rows it was, however it was moved, sorted or recoloured.
"""

import re

from kmdash.domain.columns import THRESHOLDS

OFFICE = "ชื่อส่วนราชการ"
YEARS = "ปีงบประมาณของแผน"
PLAN_TITLE = "ชื่อแผนตามทะเบียน"  # before a title that would be read as another line
PLAN_KEY = "รหัสแผน"
PLAN_NO = "เลขที่แผน"
UNIT = "หน่วยงานเจ้าของแผน"
HEAD = {
    "issue": "ประเด็นยุทธศาสตร์",
    "critical_process": "กระบวนการที่สำคัญ",
    "knowledge": "องค์ความรู้ที่จำเป็น",
    "outcome": "ผลสัมฤทธิ์ขององค์ความรู้ที่จำเป็น",
}

ACTIVITY_ID = "รหัสกิจกรรม"
REPORTED = "สถานะตามรายงาน"  # what was reported, for reading only: it is no part of the plan
ACTIVITY = {  # headings of Form 2 by field, in the order of the form of the Department of Local Administration
    "no": "ที่",
    "text": "กิจกรรม",
    "method": "วิธีการสู่ความสำเร็จ",
    "technique": "รูปแบบกิจกรรม",
    "period": "ระยะเวลา",
    "indicator": "ตัวชี้วัด",
    "target": "เป้าหมายตัวชี้วัด",
    "target_group": "กลุ่มเป้าหมาย",
    "checklist": "รายการตรวจสอบ",
    "lessons": "บทสรุปการเรียนรู้",
    "owner": "ผู้รับผิดชอบ",
    "status": "สถานะ",
    "percent": "ร้อยละความก้าวหน้า",
    "note": "หมายเหตุ",
}
VALUE_OF = {"period": "period_text", "status": "status_text"}  # the frame's column where it is not the field

KPI_ID = "รหัสตัวชี้วัด"
KPI_NAME, LEVELS = "ตัวชี้วัด", "ระดับคะแนน"
KPI_BESIDE = {"unit": "หน่วยวัด", "weight": "น้ำหนัก", "target": "เป้าหมาย"}
SCALE = "ชนิดเกณฑ์"
MILESTONE, WITHOUT_LEVELS = "ขั้นความสำเร็จ", "ไม่มีเกณฑ์ 5 ระดับ"
LEVEL_COUNT = len(THRESHOLDS)

KNOWLEDGE_ID = "รหัสองค์ความรู้"
KNOWLEDGE_PLAN = "รหัสแผนของความรู้"
KNOWLEDGE = {
    "issue": "ประเด็นยุทธศาสตร์",
    "objective": "เป้าประสงค์",
    "critical_process": "กระบวนการที่สำคัญ",
    "kpi": "ตัวชี้วัด",
    "target": "เป้าหมาย",
    "weight": "น้ำหนัก",
    "owner": "หน่วยงาน",
    "knowledge": "องค์ความรู้ที่จำเป็น",
}

PRINTED = "แบบพิมพ์จาก kmdash"  # begins the line of a sheet that is for paper alone: nothing of it is read back
PRINTED_LINE = f"{PRINTED} : ใช้พิมพ์และลงนาม ข้อมูลอยู่ในระบบแล้ว ไม่ต้องนำเข้ากลับ"
SAR = {  # the results table of a KPI card, in the order of the self-assessment report
    "name": "ตัวชี้วัด",
    "weight": "น้ำหนัก",
    "actual": "ผลการดำเนินงาน",
    "score": "ค่าคะแนนที่ได้",
    "weighted": "ค่าคะแนนถ่วงน้ำหนัก",
}
COUNT = {  # the table of a ballot count
    "rank": "ลำดับที่",
    "unit": "หน่วยงานที่เสนอ",
    "process": "กระบวนงาน",
    "votes": "คะแนน",
    "share": "ร้อยละของคะแนน",
    "selected": "ผลการคัดเลือก",
}

UNITS = ("ร้อยละ", "ระดับ")
_PASS_MARK = re.compile(r"\(\s*((?:ไม่น้อยกว่า|อย่างน้อย)?\s*ร้อยละ\s*[0-9๐-๙.]+)\s*\)")


def unit_in(name: str) -> str | None:
    """The unit a KPI's name begins with.

    >>> unit_in("ร้อยละของบุคลากรที่ผ่าน"), unit_in("จำนวนครั้ง")
    ('ร้อยละ', None)
    """
    return next((unit for unit in UNITS if name.startswith(unit)), None)


def mark_in(name: str) -> str | None:
    """The mark to reach that a KPI's name says in brackets.

    >>> mark_in("ร้อยละของผู้ผ่าน (ร้อยละ ๗๕)")
    'ร้อยละ ๗๕'
    """
    found = _PASS_MARK.search(name)
    return found[1] if found else None
