"""The template's sheets of knowledge kept, unit targets and the network."""

from kmdash.domain.template_sheet import DAY, MARKER, NOTE, NUMBER, Column, Sheet

_UNIT = Column("unit", "หน่วยงาน", "อำเภอเมือง", width=30, required=True)

CATEGORIES = Sheet(
    "knowledge_categories",
    "หมวดองค์ความรู้",
    "knowledge_categories",
    "knowledge",
    (
        MARKER,
        Column("position", "ลำดับหมวด", 1, width=11, kind=NUMBER),
        Column("name", "ชื่อหมวดองค์ความรู้", "ระเบียบ/กฎหมาย", width=60, required=True),
    ),
)
TARGETS = Sheet(
    "targets",
    "เป้าหมายหน่วยงาน",
    "unit_targets",
    "targets",
    (
        MARKER,
        _UNIT,
        Column("unit_kind", "ชนิดของหน่วยงาน", "อำเภอ", width=16),
        Column("measure", "สิ่งที่นับ", "จำนวนองค์ความรู้", width=30, required=True),
        Column("target", "เป้าหมายเป็นตัวเลข", 5, width=12, kind=NUMBER),
        Column("counter", "หน่วยนับ", "เรื่อง", width=12),
        Column("actual", "ผลเป็นตัวเลข", 3, width=12, kind=NUMBER),
        NOTE,
    ),
)
KNOWLEDGE_RECORDS = Sheet(
    "knowledge_records",
    "บันทึกองค์ความรู้",
    "knowledge_records",
    "knowledge",
    (
        MARKER,
        Column("title", "ชื่อองค์ความรู้", "เทคนิคการติดตามงานรายสัปดาห์", width=34, required=True),
        Column("unit", "หน่วยงานเจ้าของความรู้", "อำเภอเมือง", width=24),
        Column("category", "หมวดองค์ความรู้ที่บ่งชี้", "ระเบียบ/กฎหมาย", width=26),
        Column("needed", "ตอบองค์ความรู้ที่จำเป็น (ตามแบบฟอร์ม 1)", "", width=28),
        Column("origin", "ที่มาและเป้าหมาย", "งานส่งช้า", width=30),
        Column("method", "วิธีการ/ขั้นตอน", "แจ้งเตือนก่อนถึงกำหนด", width=30),
        Column("techniques", "เทคนิคและแนวทางในการทำงาน", "ใช้ตารางเดียวทั้งหน่วยงาน", width=30),
        Column("cautions", "ข้อพึงระวัง", "ตรวจข้อมูลก่อนแจ้ง", width=26),
        Column("success_factors", "ปัจจัยแห่งความสำเร็จ", "ผู้บริหารติดตามเอง", width=26),
        Column("solutions", "ปัญหาและวิธีการแก้ไข", "ข้อมูลไม่เป็นปัจจุบัน จึงปรับทุกสัปดาห์", width=30),
        Column("outcome", "ผลลัพธ์จากการแก้ปัญหาและการพัฒนา", "ส่งงานทันกำหนด", width=30),
        Column("channel", "ช่องทางที่เผยแพร่", "เว็บไซต์", width=20),
        Column("published_on", "วันที่เผยแพร่", "15 มิ.ย. 2562", width=16, kind=DAY),
        Column("constructed", "ข้อมูลสมมติ", "ไม่ใช่", width=11, choices="flags"),
    ),
)
NETWORK = Sheet(
    "network",
    "เครือข่าย",
    "network",
    "network",
    (
        MARKER,
        _UNIT,
        Column("role", "ตำแหน่งหรือบทบาทในเครือข่าย", "ผู้แทนเครือข่าย", width=30),
        Column("trained", "ผ่านการอบรม (เว้นว่าง = ไม่ทราบ)", "ใช่", width=18, choices="flags"),
        Column("work", "ผลงานด้านการจัดการความรู้", "", width=36),
    ),
)
