"""The sheets of the template for what an office proves and learns."""

from kmdash.domain.template_sheet import CONSTRUCTED, COUNT, DAY, MARKER, Column, Sheet

AIM_KINDS = {
    "ขอบเขต KM": "scope",
    "วิสัยทัศน์ความรู้ (KV)": "vision",
    "เป้าหมาย KM": "goal",
    "ปัจจัยแห่งความสำเร็จ": "success_factor",
    "ปัจจัยที่วัด": "factor",
    "การแลกเปลี่ยนเรียนรู้ (KS)": "sharing",
    "ทรัพย์สินความรู้ (KA)": "asset",
}
_PLAN = Column("plan", "แผนที่", "1", width=10, choices="plans", required=True)
_ANY_PLAN = Column("plan", "แผนที่ (ว่าง = ทั้งส่วนราชการ)", "1", width=12, choices="plans")
_ACTIVITY = Column("activity_no", "กิจกรรมที่", "", width=11)
_OF_YEAR = Column("of_year", "ของปีงบประมาณ (พ.ศ.)", 2562, width=14, kind=COUNT)
_BY = Column("by", "ผู้บันทึก (ตำแหน่ง)", "เลขานุการ", width=18)
_DAY = Column("told_on", "วันที่บันทึก", "15 มิ.ย. 2562", width=16, kind=DAY)
EVIDENCE = Sheet(
    "evidence",
    "หลักฐาน",
    "evidence",
    "evidence",
    (
        MARKER,
        _PLAN,
        Column("kpi_no", "ตัวชี้วัดที่", 1, width=11, kind=COUNT),
        _ACTIVITY,
        Column("step", "ขั้นที่ (เช่น 2 หรือ 1.2 ว่าง = ทั้งเรื่อง)", "1.2", width=16),
        Column("evidence", "หลักฐาน (ข้อความ ลิงก์ หรือชื่อไฟล์)", "คำสั่งแต่งตั้งคณะทำงาน.pdf", width=40, required=True),
        Column("place", "ที่เก็บ", "แฟ้ม KM เล่ม 1", width=26),
        Column("unit", "หน่วยงานที่เก็บ", "กองแผนงาน", width=22),
        _BY,
        _DAY,
        CONSTRUCTED,
    ),
)
AARS = Sheet(
    "aars",
    "AAR",
    "aars",
    "lessons",
    (
        MARKER,
        _PLAN,
        _ACTIVITY,
        _OF_YEAR,
        Column("intended", "ตั้งใจให้เกิดอะไร", "อบรมครบทุกกอง", width=32, required=True),
        Column("happened", "เกิดอะไรขึ้นจริง", "มาครบ 4 จาก 5 กอง", width=32, required=True),
        Column("reasons", "เพราะเหตุใด", "ตรงกับช่วงปิดงบ", width=32),
        Column("next_time", "ครั้งต่อไปจะทำอย่างไร", "เลื่อนเป็นต้นเดือน", width=32),
        _BY,
        _DAY,
        CONSTRUCTED,
    ),
)
SWOTS = Sheet(
    "swots",
    "SWOT",
    "swots",
    "lessons",
    (
        MARKER,
        _ANY_PLAN,
        _ACTIVITY,
        Column("strengths", "จุดแข็ง (บรรทัดละข้อ)", "บุคลากรมีประสบการณ์", width=34),
        Column("weaknesses", "จุดอ่อน (บรรทัดละข้อ)", "ประสานงานล่าช้า", width=34),
        Column("opportunities", "โอกาส (บรรทัดละข้อ)", "มีงบประมาณสนับสนุน", width=34),
        Column("threats", "อุปสรรค (บรรทัดละข้อ)", "นโยบายเปลี่ยน", width=34),
        _BY,
        _DAY,
        CONSTRUCTED,
    ),
)
ACTIVITY_YEARS = Sheet(
    "activity_years",
    "ผลรายปี",
    "activity_years",
    "lessons",
    (
        MARKER,
        _PLAN,
        Column("activity_no", "กิจกรรมที่", "1.1", width=11, required=True),
        Column("of_year", "ของปีงบประมาณ (พ.ศ.)", 2562, width=14, kind=COUNT, required=True),
        Column("status_text", "สถานะในปีนั้น", "ดำเนินการแล้ว", width=18, choices="statuses"),
        Column("ticked", "ขั้นในรายการความก้าวหน้าที่ทำแล้ว (เช่น 1-3,5)", "1-3", width=18),
        Column("result", "ผลในปีนั้น", "เข้าร่วม 42 คน", width=36),
        _BY,
        _DAY,
        CONSTRUCTED,
    ),
)
AIMS = Sheet(
    "aims",
    "ขอบเขตและเป้าหมาย KM",
    "aims",
    "aims",
    (
        MARKER,
        Column("kind", f"ประเภท ({' / '.join(AIM_KINDS)})", "ขอบเขต KM", width=30, required=True),
        Column("text", "ข้อความ", "การพัฒนางานที่ปฏิบัติ", width=44, required=True),
        Column("staff", "ประโยชน์ต่อบุคลากร", "", width=34),
        Column("executives", "ประโยชน์ต่อผู้บริหาร", "", width=34),
        Column("policy", "นโยบายที่เกี่ยวข้อง", "", width=34),
    ),
)
LEARNING_SHEETS = (EVIDENCE, AARS, SWOTS, ACTIVITY_YEARS, AIMS)
