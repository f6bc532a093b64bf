"""Action plans and what belongs to them, as offices head their tables."""

from dataclasses import replace

from kmdash.domain import forms
from kmdash.ingest.layouts.form import Form, Heading

NO = Heading("no", exactly=("ที่", "ลำดับ", "ลำดับที่", "ข้อ", "ข้อที่", "no"))
OWNER = Heading(
    "owner",
    words=(
        "ผู้รับผิดชอบ",
        "หน่วยงานรับผิดชอบ",
        "หน่วยงานที่รับผิดชอบ",
        "ส่วนราชการที่รับผิดชอบ",
        "หน่วยงาน/ผู้รับผิดชอบ",
        "หน่วยงานหลัก",
        "ผู้ดำเนินการ",
        "ผู้ปฏิบัติ",
        "เจ้าภาพ",
        "responsible",
        "owner",
    ),
    weak=("ผู้ประสาน",),
)

ACTION_PLAN = Form(
    kind="plan",
    name="reader_forms.action_plan",
    columns=(
        NO,
        Heading(
            "method",
            words=("วิธีการสู่ความสำเร็จ", "วิธีการ", "วิธีดำเนินการ", "แนวทางการดำเนินงาน", "ลักษณะ", "รายละเอียด", "method"),
        ),
        Heading("technique", words=("รูปแบบกิจกรรม", "เครื่องมือที่ใช้", "เครื่องมือ")),
        Heading(
            "stage",
            words=(
                "ขั้นตอนการจัดการความรู้",
                "กระบวนการจัดการความรู้",
                "ขั้นตอนkm",
                "กระบวนการkm",
                "องค์ประกอบ",
                "kmstage",
                "kmprocess",
                "stage",
            ),
            exactly=("ขั้นตอน", "ขั้นตอนที่", "ขั้นที่"),
        ),
        Heading(
            "text",
            words=(
                "กิจกรรม",
                "กลุ่มกิจกรรม",
                "โครงการ/กิจกรรม",
                "โครงการ",
                "รายการกิจกรรม",
                "รายละเอียดกิจกรรม",
                "แผนงาน/กิจกรรม",
                "งาน/กิจกรรม",
                "ขั้นตอน/กิจกรรม",
                "ขั้นตอนและกิจกรรม",
                "ประเด็น/กิจกรรม",
                "activity",
                "activities",
            ),
        ),
        Heading(
            "period",
            words=(
                "ระยะเวลา",
                "กำหนดเวลา",
                "ช่วงเวลา",
                "วันที่ดำเนินการ",
                "วันดำเนินการ",
                "วันเดือนปี",
                "เดือนที่ดำเนินการ",
                "กำหนดแล้วเสร็จ",
                "กำหนดเสร็จ",
                "กำหนดการ",
                "ห้วงเวลา",
                "timeline",
                "schedule",
                "duration",
            ),
            exactly=("เมื่อไร", "period", "date"),
            holds="period",
        ),
        Heading(
            "start",
            words=("วันเริ่มต้น", "วันที่เริ่ม", "วันเริ่ม", "เดือนที่เริ่ม", "เริ่มต้น", "เริ่มดำเนินการ"),
            exactly=("เริ่ม", "ตั้งแต่", "start", "startdate"),
        ),
        Heading(
            "end",
            words=("วันสิ้นสุด", "วันที่สิ้นสุด", "วันแล้วเสร็จ", "วันที่แล้วเสร็จ", "สิ้นสุด", "เดือนที่สิ้นสุด"),
            exactly=("ถึง", "เสร็จสิ้น", "end", "enddate", "finish"),
        ),
        Heading("indicator", words=("ตัวชี้วัด", "ตัวบ่งชี้", "การวัดผล", "ตัววัดผล", "kpi", "indicator")),
        Heading("target_group", words=("กลุ่มเป้าหมาย", "ผู้เข้าร่วม", "targetgroup")),
        Heading("target", words=("เป้าหมาย", "ค่าเป้าหมาย", "ผลผลิต", "target")),
        Heading("counted", words=("หน่วยนับ", "หน่วยวัด")),
        OWNER,
        Heading(
            "percent",
            words=(
                "ร้อยละความก้าวหน้า",
                "ร้อยละของความก้าวหน้า",
                "%ความก้าวหน้า",
                "ความก้าวหน้า",
                "ร้อยละความคืบหน้า",
                "ความคืบหน้า",
                "ร้อยละความสำเร็จ",
                "ร้อยละของความสำเร็จ",
                "ร้อยละผลการดำเนินงาน",
                "%progress",
                "progress",
            ),
            exactly=("ร้อยละ", "%", "%complete"),
            holds="percent",
        ),
        Heading("status", words=("สถานะ", "ผลการดำเนินงาน", "ผลดำเนินการ", "ผลการดำเนินการ", "status"), holds="status"),
        Heading("lessons", words=("บทสรุปการเรียนรู้", "aar", "บทเรียน", "สรุปบทเรียน")),
        Heading("checklist", words=("ขั้นตอนการดำเนินงาน", "รายการตรวจสอบ")),
        Heading("budget", words=("งบประมาณ", "วงเงิน", "budget")),
        Heading("note", words=("หมายเหตุ", "ปัญหา/อุปสรรค", "ปัญหาอุปสรรค", "ข้อเสนอแนะ", "note", "remark")),
        Heading("reported", words=(forms.REPORTED,)),
        Heading("id", exactly=(forms.ACTIVITY_ID,)),
    ),
    needs=("text",),
    one_of=(("period", "owner", "target", "indicator", "method", "status"),),
    fewest=3,
)
LISTED_PLAN = replace(  # its activities stand under a heading that many other tables have: dates tell it is a plan
    ACTION_PLAN,
    columns=tuple(
        replace(heading, exactly=("รายการ",)) if heading.field == "text" else heading
        for heading in ACTION_PLAN.columns
    ),
    needs=("text", "period"),
)
KPI_LEVELS = Form(
    kind="kpi",
    name="reader_forms.kpi_levels",
    columns=(
        replace(NO, exactly=(*NO.exactly, "ตัวชี้วัดที่")),
        Heading("name", words=("ตัวชี้วัด",)),
        Heading("unit", words=("หน่วยวัด", "หน่วยนับ")),
        Heading("weight", words=("น้ำหนัก",)),
        Heading("levels", words=("ระดับคะแนน", "เกณฑ์การให้คะแนน", "ค่าคะแนน", "เกณฑ์")),
        Heading("target", words=("เป้าหมาย", "ค่าเป้าหมาย")),
        Heading("actual", words=("ผลการดำเนินงาน", "ผลงาน", "ผลลัพธ์")),
        Heading("scale", exactly=(forms.SCALE,)),
        Heading("id", exactly=(forms.KPI_ID,)),
    ),
    needs=("name", "levels"),
)
OPERATING_CALENDAR = Form(
    kind="calendar",
    name="reader_forms.calendar",
    columns=(
        Heading("step", words=("ขั้นตอนการดำเนินงาน", "รายการดำเนินงาน")),
        Heading("period", words=("กำหนดการ", "กำหนดเวลา", "ระยะเวลา")),
        Heading("unit", words=("หน่วยงาน", "หน่วยที่รับผิดชอบ")),
    ),
    needs=("step", "period"),
)
KNOWLEDGE_NEEDED = Form(
    kind="form1",
    name="reader_forms.knowledge",
    columns=(
        Heading("plan", words=("องค์ความรู้ที่จำเป็นในการปฏิบัติราชการ",)),
        Heading("content", words=("ชื่อส่วนราชการ",)),
    ),
    needs=("plan", "content"),
)
