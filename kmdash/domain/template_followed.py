"""The sheets of the template for what is followed beside the plans."""

from kmdash.domain.template_sheet import CONSTRUCTED, DAY, MARKER, NOTE, NUMBER, PERIOD, Column, Sheet

TOLD = {"ส่งแล้ว": "sent", "ตรงเวลา": "on_time", "ล่าช้า": "late", "ไม่ส่ง": "missing"}
CUMULATIVE = {"ยอดสะสม": True, "ยอดของช่วงนั้น": False}
SUBMISSIONS = Sheet(
    "submissions",
    "การส่งรายงาน",
    "submissions",
    "submissions",
    (
        MARKER,
        Column("unit", "หน่วยงาน", "กองแผนงาน", width=24, required=True),
        Column("report", "รายงาน", "รายงานความก้าวหน้าแผน KM", width=34),
        Column("month_text", "เดือนของรายงาน", "พ.ค. 2562", width=16, kind=PERIOD, required=True),
        Column("due", "กำหนดส่ง", "5 มิ.ย. 2562", width=16, kind=DAY),
        Column("received", "วันที่ส่ง (ว่าง = ยังไม่ส่ง)", "4 มิ.ย. 2562", width=16, kind=DAY),
        Column("told", "ผลการส่ง (ถ้าไม่มีวันที่)", "", width=16, choices="told"),
        Column("score", "คะแนนของแบบฟอร์ม (ถ้ามี)", "", width=14, kind=NUMBER),
        NOTE,
        CONSTRUCTED,
    ),
)
SERIES = Sheet(
    "series",
    "เป้าหมายเทียบผล",
    "series",
    "series",
    (
        MARKER,
        Column("name", "เรื่อง", "การเบิกจ่ายงบประมาณ", width=30, required=True),
        Column("kind", "รายการ", "", width=18),
        Column("unit", "หน่วยงาน", "กองแผนงาน", width=24, required=True),
        Column("period_text", "สัปดาห์ เดือน หรือวันที่", "สัปดาห์ที่ 1 พ.ค. 2562", width=22, kind=PERIOD, required=True),
        Column("target", "เป้าหมาย", 100, width=12, kind=NUMBER),
        Column("actual", "ผล (ว่าง = ยังไม่รายงาน)", 80, width=12, kind=NUMBER),
        Column("measure_unit", "หน่วยนับ", "พันบาท", width=12),
        Column("cumulative", "ตัวเลขเป็น", "ยอดของช่วงนั้น", width=16, choices="cumulative"),
        NOTE,
        CONSTRUCTED,
    ),
)
DUTIES = Sheet(
    "duties",
    "บทบาทและหน้าที่",
    "duties",
    "committee",
    (
        MARKER,
        Column("role", "บทบาทในคณะทำงาน", "หัวหน้าคณะทำงาน", width=30, required=True),
        Column("holders", "ตำแหน่งและหน่วยงาน (บรรทัดละหนึ่ง ไม่ใส่ชื่อบุคคล)", "ผู้อำนวยการกองแผนงาน", width=36),
        Column("duties", "หน้าที่และความรับผิดชอบ (บรรทัดละหนึ่งข้อ)", "1) จัดทำแผน\n2) ติดตามผล", width=60),
        NOTE,
    ),
)
SUMMARIES = Sheet(
    "summaries",
    "สรุปของเลขานุการ",
    "summaries",
    "committee",
    (
        MARKER,
        Column("plan", "แผนที่ (ว่าง = ทั้งส่วนราชการ)", "1", width=14, choices="plans"),
        Column("progress", "ความก้าวหน้า", "จัดทำคู่มือเสร็จแล้ว", width=34, required=True),
        Column("factors", "ปัจจัยแห่งความสำเร็จ", "ผู้บริหารติดตามทุกเดือน", width=34),
        Column("obstacles", "ปัญหาและอุปสรรค", "ข้อมูลส่งช้า", width=34),
        Column("remedies", "แนวทางแก้ไข", "กำหนดวันส่งล่วงหน้า", width=34),
        Column("by", "ผู้สรุป (ตำแหน่ง)", "เลขานุการ", width=18),
        Column("written_on", "วันที่สรุป", "15 มิ.ย. 2562", width=16, kind=DAY),
        CONSTRUCTED,
    ),
)
