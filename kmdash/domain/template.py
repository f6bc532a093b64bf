"""The tidy template as data: its sheets, headings, fields and allowed values.

The one source for who writes it (``reports.template``) and who reads it (``ingest.template``). Names of
sheets, headings and choices are the format itself and stay in Thai in every language.
"""

from kmdash.domain.stages import CHANGE, COMPONENTS, KM, STAGES
from kmdash.domain.template_followed import CUMULATIVE, DUTIES, SERIES, SUBMISSIONS, SUMMARIES, TOLD
from kmdash.domain.template_learning import (
    AARS,
    ACTIVITY_YEARS,
    AIMS,
    EVIDENCE,
    LEARNING_SHEETS,
    SWOTS,
)
from kmdash.domain.template_registers import CATEGORIES, KNOWLEDGE_RECORDS, NETWORK, TARGETS
from kmdash.domain.template_reports import READ_ONLY, REPORT_SHEETS, UNIT_REPORT
from kmdash.domain.template_sheet import (
    CONSTRUCTED,
    COUNT,
    DAY,
    FLAGS,
    MARKER,
    NOTE,
    NUMBER,
    PERIOD,
    TEXT,
    Column,
    Sheet,
)

__all__ = [
    "AARS",
    "ACTIVITY_YEARS",
    "AIMS",
    "COUNT",
    "DAY",
    "EVIDENCE",
    "FLAGS",
    "MARKER",
    "NUMBER",
    "PERIOD",
    "READ_ONLY",
    "REPORT_SHEETS",
    "SWOTS",
    "TEXT",
    "UNIT_REPORT",
    "Column",
    "Sheet",
]

GUIDE_SHEET = "คำอธิบาย"
LISTS_SHEET = "ตัวเลือก"
TITLE = "แบบฟอร์ม kmdash"

PROCESSES = {"การจัดการความรู้": KM, "การบริหารการเปลี่ยนแปลง": CHANGE}
STATUSES = {
    "ยังไม่ดำเนินการ": "not_started",
    "อยู่ระหว่างดำเนินการ": "in_progress",
    "ดำเนินการแล้ว": "done",
    "ล่าช้า": "late",
    "เลื่อน": "postponed",
    "ยกเลิก": "cancelled",
}
DIRECTIONS = {"ยิ่งมากยิ่งดี": "up", "ยิ่งน้อยยิ่งดี": "down"}
SCALES = {"ขั้นความสำเร็จ": "milestone", "50/75/100": "50/75/100"}  # blank: five levels
STAGE_CHOICES = tuple(f"{stage.number} {stage.thai}" for stage in (*STAGES, *COMPONENTS))
CHOICES: dict[str, tuple[str, ...]] = {
    "processes": tuple(PROCESSES),
    "stages": STAGE_CHOICES,
    "statuses": tuple(STATUSES),
    "directions": tuple(DIRECTIONS),
    "flags": tuple(FLAGS),
    "scales": tuple(SCALES),
    "told": tuple(TOLD),
    "cumulative": tuple(CUMULATIVE),
}


OFFICE_FACTS = (
    Column("office", "ส่วนราชการ", required=True),
    Column("fiscal_year", "ปีงบประมาณ (พ.ศ.)", kind=COUNT, required=True),
)
_AS_OF = Column("as_of", "ข้อมูล ณ วันที่", kind=DAY)
_PLAN = Column("plan", "แผนที่", "1", width=10, choices="plans", required=True)
_REPORTED_ON = Column("reported_on", "วันที่รายงาน", "15 มิ.ย. 2562", width=16, kind=DAY)

PLANS = Sheet(
    "plans",
    "แผน",
    "plan",
    "plan",
    (
        MARKER,
        Column("no", "แผนที่", "1", width=10, required=True),
        Column("title", "ชื่อแผน", "การจัดทำแผนพัฒนาท้องถิ่น", width=36, required=True),
        Column("unit", "หน่วยงานเจ้าของแผน", "กองแผนงาน", width=22),
        Column("process", "กระบวนการ", "การจัดการความรู้", width=22, choices="processes"),
        Column("issue", "ประเด็นยุทธศาสตร์", "การบริหารจัดการภาครัฐที่ดี", width=30),
        Column("critical_process", "กระบวนงานที่สำคัญ", "การจัดทำแผนพัฒนา", width=30),
        Column("knowledge", "องค์ความรู้ที่จำเป็น", "1) ระเบียบที่เกี่ยวข้อง\n2) ขั้นตอนการจัดทำแผน", width=32),
        Column("outcome", "ผลลัพธ์ที่คาดหวัง", "มีคู่มือการปฏิบัติงาน", width=28),
    ),
)
ACTIVITIES = Sheet(
    "activities",
    "กิจกรรม",
    "km_action_plan",
    "plan",
    (
        MARKER,
        _PLAN,
        Column("no", "กิจกรรมที่", "1.1", width=11, required=True),
        Column("stage", "ขั้นตอน", STAGE_CHOICES[0], width=26, choices="stages"),
        Column("text", "กิจกรรม", "ประชุมเพื่อระบุองค์ความรู้ที่จำเป็น", width=38, required=True),
        Column("period_text", "ระยะเวลา", "ต.ค. - พ.ย. 2561", width=18, kind=PERIOD),
        Column("indicator", "ตัวชี้วัดกิจกรรม", "จำนวนองค์ความรู้", width=18),
        Column("target", "เป้าหมาย", "2 เรื่อง", width=18),
        Column("target_group", "กลุ่มเป้าหมาย", "ข้าราชการในหน่วยงาน", width=20),
        Column("owner", "ผู้รับผิดชอบ", "กองแผนงาน", width=18),
        Column("status_text", "สถานะ", "ดำเนินการแล้ว", width=18, choices="statuses"),
        Column("percent", "ความก้าวหน้า (ร้อยละ)", 100, width=13, kind=NUMBER),
        NOTE,
    ),
)
KPIS = Sheet(
    "kpis",
    "ตัวชี้วัด",
    "kpi_levels",
    "kpi",
    (
        MARKER,
        _PLAN,
        Column("kpi_no", "ตัวชี้วัดที่", 1, width=11, kind=COUNT),
        Column("name", "ชื่อตัวชี้วัด", "ร้อยละของผู้เข้าใจกระบวนงาน", width=44, required=True),
        Column("unit", "หน่วยวัด", "ร้อยละ", width=12),
        Column("direction", "ทิศทาง", "ยิ่งมากยิ่งดี", width=16, choices="directions"),
        *(
            Column(f"threshold_{level}", f"ระดับ {level}", 60 + 5 * level, width=9, kind=NUMBER)
            for level in range(1, 6)
        ),
        Column("level_texts", "เกณฑ์ที่เป็นข้อความ (บรรทัดละ 1 ระดับ)", "", width=34),
        Column("weight", "น้ำหนัก", 20, width=10, kind=NUMBER),
        Column("target", "ค่าเป้าหมาย", "ร้อยละ 85", width=18),
        Column("scale", "วิธีคิดคะแนน (เว้นว่าง = เกณฑ์ 5 ระดับ)", "", width=18, choices="scales"),
    ),
)
RESULTS = Sheet(
    "results",
    "ผลตัวชี้วัด",
    "kpi_results",
    "kpi",
    (
        MARKER,
        _PLAN,
        Column("kpi_no", "ตัวชี้วัดที่", 1, width=11, kind=COUNT, required=True),
        Column("reads_as", "ชื่อตัวชี้วัด (อ่านประกอบ)", "ร้อยละของผู้เข้าใจกระบวนงาน", width=48),
        Column("actual", "ผลที่ได้", 82.5, width=11, kind=NUMBER),
        _REPORTED_ON,
        NOTE,
        CONSTRUCTED,
        Column("steps", "ขั้นที่ทำได้ (ตัวชี้วัดแบบขั้น เช่น 1,2,4)", "", width=16),
        Column("persons", "จำนวนคนที่วัด", 40, width=11, kind=COUNT),
    ),
    (_AS_OF,),
)
PROGRESS = Sheet(
    "progress",
    "ความก้าวหน้า",
    "progress",
    "progress",
    (
        MARKER,
        _PLAN,
        Column("activity_no", "กิจกรรมที่", "1.1", width=11, required=True),
        Column("reads_as", "ชื่อกิจกรรม (อ่านประกอบ)", "ประชุมเพื่อระบุองค์ความรู้ที่จำเป็น", width=42),
        Column("status_text", "สถานะ", "ดำเนินการแล้ว", width=20, choices="statuses"),
        Column("percent", "ความก้าวหน้า (ร้อยละ)", 100, width=13, kind=NUMBER),
        _REPORTED_ON,
        Column("done_on", "วันที่แล้วเสร็จ", "30 พ.ย. 2561", width=16, kind=DAY),
        Column("postponed_to", "เลื่อนไปวันที่", "", width=16, kind=DAY),
        NOTE,
        CONSTRUCTED,
    ),
    (_AS_OF,),
)
CANDIDATES = Sheet(
    "candidates",
    "กระบวนงานที่เสนอ",
    "ballot",
    "tally",
    (
        MARKER,
        Column("candidate_no", "หมายเลข", 1, width=12, kind=COUNT),
        Column("unit", "หน่วยงานที่เสนอ", "กองแผนงาน", width=24),
        Column("process", "กระบวนงาน", "การจัดทำแผนพัฒนา", width=70, required=True),
        Column("votes", "คะแนนที่นับแล้ว", 11, width=14, kind=COUNT),
    ),
    (
        Column("title", "ชื่อการลงคะแนน"),
        Column("voters", "ผู้มีสิทธิ (คน)", kind=COUNT),
        Column("ballot_limit", "เลือกได้ไม่เกิน (ข้อ)", kind=COUNT),
        Column("seats", "จำนวนที่คัดเลือก", kind=COUNT),
    ),
)
CHOICE = "เลือก"
CHOICE_COLUMNS = 5


def choice_column(place: int) -> Column:
    """A voter's n-th choice: the number of a candidate."""
    return Column(f"choice_{place}", f"{CHOICE} {place}", 2 * place, width=9, kind=COUNT, choices="candidates")


MARKS = Sheet(
    "marks",
    "บัตรลงคะแนน",
    "ballot_marks",
    "ballot",
    (
        MARKER,
        Column("voter", "ผู้ลงคะแนน", "กองแผนงาน", width=28, required=True),
        *(choice_column(place) for place in range(1, CHOICE_COLUMNS + 1)),
    ),
)
EVENTS = Sheet(
    "events",
    "ปฏิทิน",
    "operating_calendar",
    "calendar",
    (
        MARKER,
        Column("no", "ขั้นที่", "1", width=12),
        Column("text", "การดำเนินงานของคณะทำงาน", "ประชุมคณะทำงาน ครั้งที่ 1", width=78, required=True),
        Column("period_text", "ระยะเวลา", "ภายในวันที่ 8 ก.พ. 2562", width=30, kind=PERIOD),
        Column("unit", "หน่วยงานที่รับผิดชอบ", "", width=26),
    ),
)
KNOWLEDGE = Sheet(
    "knowledge",
    "องค์ความรู้",
    "knowledge_needed",
    "form1",
    (
        MARKER,
        Column("plan", "แผนที่", "1", width=10, choices="plans"),
        Column("unit", "หน่วยงาน", "กองแผนงาน", width=20),
        Column("issue", "ประเด็นยุทธศาสตร์", "การบริหารจัดการภาครัฐที่ดี", width=30),
        Column("objective", "วัตถุประสงค์", "ให้ปฏิบัติงานได้ถูกต้อง", width=24),
        Column("critical_process", "กระบวนงานที่สำคัญ", "การจัดทำแผนพัฒนา", width=30),
        Column("knowledge", "องค์ความรู้ที่จำเป็น", "1) ระเบียบที่เกี่ยวข้อง\n2) ขั้นตอนการจัดทำแผน", width=34, required=True),
        Column("kpi", "ตัวชี้วัด", "ร้อยละของผู้เข้าใจกระบวนงาน", width=30),
        Column("target", "เป้าหมาย", "ร้อยละ 85", width=16),
        Column("weight", "น้ำหนัก", 20, width=10, kind=NUMBER),
    ),
)

ROUNDS = Sheet(
    "rounds",
    "น้ำหนักรายรอบ",
    "kpi_rounds",
    "kpi",
    (
        MARKER,
        _PLAN,
        Column("kpi_no", "ตัวชี้วัดที่", 1, width=11, kind=COUNT, required=True),
        Column("round", "รอบ (6, 9 หรือ 12 เดือน)", 6, width=14, kind=COUNT, required=True),
        Column("weight", "น้ำหนักในรอบ", 20, width=12, kind=NUMBER),
        Column("cancelled", "ยกเลิกในรอบนี้", "ไม่ใช่", width=13, choices="flags"),
    ),
)
TESTS = Sheet(
    "tests",
    "ทดสอบก่อน-หลัง",
    "pre_post_tests",
    "kpi",
    (
        MARKER,
        _PLAN,
        Column("test_id", "แบบทดสอบ", "แบบทดสอบที่ 1", width=22, required=True),
        Column("person", "รหัสผู้ทดสอบ (ไม่ใช่ชื่อ)", "A01", width=16),
        Column("pre", "คะแนนก่อน", 8, width=11, kind=NUMBER),
        Column("post", "คะแนนหลัง", 15, width=11, kind=NUMBER),
        Column("full", "คะแนนเต็ม", 20, width=11, kind=NUMBER),
        Column("mark", "เกณฑ์ผ่าน", 12, width=11, kind=NUMBER),
        Column("pre_count", "จำนวนคนก่อน (ถ้าเป็นค่าเฉลี่ย)", "", width=14, kind=COUNT),
        Column("post_count", "จำนวนคนหลัง (ถ้าเป็นค่าเฉลี่ย)", "", width=14, kind=COUNT),
    ),
)

SHEETS = (
    *(PLANS, ACTIVITIES, KPIS, RESULTS, PROGRESS, CANDIDATES, MARKS, EVENTS, KNOWLEDGE, ROUNDS, TESTS),
    *(CATEGORIES, TARGETS, KNOWLEDGE_RECORDS, NETWORK, SUBMISSIONS, SERIES, DUTIES, SUMMARIES),
    *LEARNING_SHEETS,
)
