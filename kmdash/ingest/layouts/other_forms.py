"""Tables of an office's files that are no part of a register: recognised to be left out with their reason."""

from kmdash.ingest.layouts.form import Form, Heading
from kmdash.ingest.layouts.plan_forms import NO

_RATED = ("มากที่สุด", "มาก", "ปานกลาง", "น้อย", "น้อยที่สุด")

ASSESSMENT = Form(
    kind="unsupported",
    name="reader_forms.assessment",
    columns=(
        NO,
        Heading(
            "item",
            words=(
                "รายการประเมิน",
                "ประเด็นการประเมิน",
                "ประเด็นความพึงพอใจ",
                "หัวข้อการประเมิน",
                "ข้อคำถาม",
                "รายการ",
                "ประเด็น",
            ),
        ),
        *(
            Heading(f"level_{place}", exactly=(word, f"{word}({place})"))
            for word, place in zip(_RATED, range(5, 0, -1), strict=True)
        ),
        Heading("mean", words=("ค่าเฉลี่ย", "เฉลี่ย", "s.d.", "ส่วนเบี่ยงเบน")),
    ),
    needs=("item",),
    one_of=(("level_5", "mean"), ("level_4", "level_1", "mean")),
    refused="reader_forms.assessment_refused",
)
BUDGET = Form(
    kind="unsupported",
    name="reader_forms.budget",
    columns=(
        NO,
        Heading("item", words=("รายการ", "โครงการ", "กิจกรรม", "แผนงาน", "หมวดรายจ่าย", "หน่วยงาน")),
        Heading("budget", words=("งบประมาณ", "วงเงิน", "ได้รับจัดสรร", "จัดสรร", "จำนวนเงิน")),
        Heading("spent", words=("เบิกจ่าย", "ผลการเบิกจ่าย", "ใช้ไป", "ก่อหนี้")),
        Heading("left", words=("คงเหลือ",)),
        Heading("share", words=("ร้อยละ", "%", "คิดเป็นร้อยละ")),
        Heading("note", words=("หมายเหตุ",)),
    ),
    needs=("item", "budget"),
    one_of=(("spent", "left"),),
    refused="reader_forms.budget_refused",
)
AGENDA = Form(
    kind="unsupported",
    name="reader_forms.agenda",
    columns=(
        NO,
        Heading("time", words=("เวลา", "วัน/เวลา", "วันเวลา", "ช่วงเวลา(น.)", "วันที่/เวลา"), holds="clock"),
        Heading("item", words=("กิจกรรม", "รายการ", "หัวข้อ", "เนื้อหา", "วาระ", "เรื่อง")),
        Heading("speaker", words=("วิทยากร", "ผู้บรรยาย", "ผู้ดำเนินรายการ", "ผู้นำเสนอ", "ผู้รับผิดชอบ")),
        Heading("place", words=("สถานที่", "ห้อง")),
        Heading("date", exactly=("วันที่", "วัน")),
        Heading("note", words=("หมายเหตุ",)),
    ),
    needs=("time", "item"),
    refused="reader_forms.agenda_refused",
)
SCOPE = Form(
    kind="aims",
    name="reader_forms.scope",
    columns=(
        Heading("scope", words=("ขอบเขตkm", "ขอบเขตการจัดการความรู้")),
        *(Heading(name, words=("ประโยชน์ที่",)) for name in ("benefit", "benefit_2", "benefit_3", "benefit_4")),
    ),
    needs=("scope",),
    one_of=(("benefit",),),
)
GUIDELINE = Form(
    kind="unsupported",
    name="reader_forms.guideline",
    columns=(Heading("item", words=("กิจกรรม",)), Heading("method", words=("วิธีการ", "แนวทาง", "รายละเอียด"))),
    needs=("item", "method"),
    refused="reader_forms.guideline_refused",
)
COMMITTEE = Form(
    kind="unsupported",
    name="reader_forms.committee",
    columns=(
        NO,
        Heading("person", words=("ชื่อ-สกุล", "รายชื่อ", "ตำแหน่งทางราชการ", "ผู้ดำรงตำแหน่ง", "ตำแหน่ง")),
        Heading("role", words=("ตำแหน่งในคณะ", "บทบาท", "หน้าที่", "ตำแหน่งคณะ")),
    ),
    needs=("person", "role"),
    refused="reader_forms.committee_refused",
)

KPI_RESULTS = Form(
    kind="unsupported",
    name="reader_forms.kpi_results",
    columns=(
        NO,
        Heading("name", words=("ตัวชี้วัด",)),
        Heading("unit", words=("หน่วยวัด", "หน่วยนับ")),
        Heading("owner", words=("หน่วยงาน", "ผู้รับผิดชอบ", "อำเภอ", "สำนัก/กอง")),
        Heading("weight", words=("น้ำหนัก",)),
        Heading("target", words=("เป้าหมาย", "ค่าเป้าหมาย")),
        Heading("actual", words=("ผลการดำเนินงาน", "ผลงาน", "ผลลัพธ์")),
        Heading("share", words=("ร้อยละ", "คิดเป็นร้อยละ", "%")),
        Heading("note", words=("หมายเหตุ",)),
    ),
    needs=("name", "target", "actual"),
    refused="reader_forms.kpi_results_refused",
)

OTHER_FORMS = (ASSESSMENT, BUDGET, AGENDA, SCOPE, GUIDELINE, COMMITTEE, KPI_RESULTS)
