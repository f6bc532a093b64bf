"""Form 1 as a table, unit targets and registers of people, as offices head them."""

from kmdash.domain import forms
from kmdash.ingest.layouts.form import Form, Heading
from kmdash.ingest.layouts.plan_forms import NO

_UNITS = ("อำเภอ", "หน่วยงาน", "สำนัก/กอง", "กลุ่มงาน", "ตำบล", "ส่วนราชการ")
_UNITS_EXACTLY = ("จังหวัด", "สังกัด")
_TARGETS = ("เป้าหมาย", "กลุ่มเป้าหมาย", "จำนวนเป้าหมาย", "ค่าเป้าหมาย")
MEASURES = 6  # columns of one kind that are known side by side


def _several(field: str, words: tuple[str, ...], exactly: tuple[str, ...] = ()) -> tuple[Heading, ...]:
    """One heading that may stand over several columns: ``target``, ``target_2``, …"""
    names = [field, *(f"{field}_{place}" for place in range(2, MEASURES + 1))]
    return tuple(Heading(name, words, exactly) for name in names)


UNIT = Heading("unit", words=_UNITS, exactly=_UNITS_EXACTLY)
PLACE = Heading("place", words=_UNITS, exactly=_UNITS_EXACTLY)  # a unit inside the unit
WHEN = Heading("when", words=("สัปดาห์", "เดือน", "ไตรมาส", "งวด", "รอบ"))
ACTUAL = _several("actual", ("ผลการ", "ผลงาน", "ผลลัพธ์", "ส่งแล้ว", "ทำได้"), ("ผล",))
DERIVED = (
    *_several("share", ("ร้อยละ", "คิดเป็นร้อยละ", "%")),
    *_several("left", ("คงเหลือ", "ผลต่าง", "ส่วนต่าง", "คงค้าง")),
)
NOTE = Heading("note", words=("หมายเหตุ", "รางวัล"))

KNOWLEDGE_TABLE = Form(
    kind="form1",
    name="reader_forms.knowledge_table",
    columns=(
        NO,
        Heading("issue", words=("ประเด็นยุทธศาสตร์", "ประเด็นการพัฒนา", "ยุทธศาสตร์", "กิจกรรม", "ภารกิจ", "พันธกิจ")),
        Heading("objective", words=("เป้าประสงค์", "วัตถุประสงค์")),
        Heading("kpi", words=("ตัวชี้วัด",)),
        Heading("target", words=("เป้าหมาย", "ค่าเป้าหมาย")),
        Heading("criteria", words=("เกณฑ์การวัด", "เกณฑ์การให้คะแนน", "เกณฑ์การประเมิน")),
        Heading("weight", words=("น้ำหนัก",)),
        Heading("owner", words=("ระยะเวลา/ผู้รับผิดชอบ", "ผู้รับผิดชอบ", "หน่วยงาน")),
        Heading("knowledge", words=("องค์ความรู้ที่จำเป็น", "องค์ความรู้", "ความรู้ที่จำเป็น")),
        Heading("critical_process", exactly=(forms.KNOWLEDGE["critical_process"],)),
        Heading("plan", exactly=(forms.KNOWLEDGE_PLAN,)),
        Heading("id", exactly=(forms.KNOWLEDGE_ID,)),
    ),
    needs=("issue", "knowledge"),
    one_of=(("objective", "kpi"),),
)
UNIT_TARGETS = Form(  # further columns are counts, whatever their headings
    kind="targets",
    name="reader_forms.unit_targets",
    columns=(NO, UNIT, PLACE, WHEN, *_several("target", _TARGETS), *ACTUAL, *DERIVED, NOTE),
    needs=("unit", "target"),
    spread="quantity",
)
UNIT_RESULTS = Form(  # headings that say it all, filled in or not
    kind="targets",
    name="reader_forms.unit_results",
    columns=(NO, UNIT, PLACE, WHEN, *_several("target", _TARGETS), *ACTUAL, *DERIVED, NOTE),
    needs=("unit", "target"),
    one_of=(("actual", "target_2", "no"),),
)
_REPORT = Heading(
    "report", words=("ชื่อรายงาน", "เรื่องที่รายงาน", "รายการรายงาน", "งานที่ต้องส่ง", "รายงาน"), exactly=("เรื่อง",)
)
_REPORT_MONTH = Heading("when", words=("เดือนที่รายงาน", "ประจำเดือน", "เดือน", "งวด", "รอบ"))
SUBMISSIONS = Form(
    kind="submissions",
    name="reader_forms.submissions",
    columns=(
        NO,
        UNIT,
        _REPORT,
        _REPORT_MONTH,
        Heading("due", words=("กำหนดส่ง", "วันกำหนดส่ง", "วันครบกำหนด", "ครบกำหนด", "ส่งภายใน", "กำหนดการส่ง")),
        Heading("received", words=("วันที่ส่ง", "วันที่ได้รับ", "วันที่รับ", "วันส่ง", "วันรับ", "ส่งเมื่อ", "ได้รับเมื่อ")),
        Heading("told", words=("ผลการส่ง", "ผลการจัดส่ง", "สถานะการส่ง", "การส่ง", "การจัดส่ง"), exactly=("สถานะ",)),
        Heading("actual", words=("คะแนนการจัดส่ง", "คะแนนการส่ง", "คะแนนการรายงาน"), exactly=("คะแนน",)),
        NOTE,
    ),
    needs=("unit",),
    one_of=(("received", "told"), ("report", "when", "due")),
)
UNIT_SCORES = Form(
    kind="submissions",
    name="reader_forms.unit_scores",
    columns=(NO, UNIT, _REPORT_MONTH, Heading("actual", words=("คะแนนการจัดส่ง", "คะแนนการส่ง", "คะแนนการรายงาน")), NOTE),
    needs=("unit", "actual"),
)
NETWORK = Form(
    kind="network",
    name="reader_forms.network",
    columns=(
        NO,
        Heading("name", words=("ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อสกุล", "ชื่อ–สกุล"), exactly=("ชื่อ", "รายชื่อ")),
        Heading("role", words=("ตำแหน่ง",)),
        Heading("unit", words=("สังกัด", "หน่วยงาน", "อำเภอ")),
        Heading("phone", words=("เบอร์โทร", "โทรศัพท์", "หมายเลขโทรศัพท์", "เบอร์ติดต่อ", "อีเมล", "line")),
        Heading("work", words=("ผลงาน", "ความเชี่ยวชาญ")),
        Heading("trained", exactly=("ผ่าน", "ผ่านอบรม", "อบรมแล้ว")),
        Heading("untrained", exactly=("ไม่ผ่าน", "ยังไม่ผ่าน", "ยังไม่อบรม")),
    ),
    needs=("name",),
    one_of=(("unit", "role"), ("phone", "trained", "work")),
)
DUTIES = Form(  # two of three at least: a list of names with their roles is none
    kind="duties",
    name="reader_forms.duties",
    columns=(
        NO,
        Heading("name", words=("ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อสกุล", "ชื่อ–สกุล", "รายชื่อ"), exactly=("ชื่อ",)),
        Heading("role", words=("ตำแหน่งในคณะ", "ตำแหน่งคณะ", "บทบาท", "ฐานะ")),
        Heading("holder", words=("ตำแหน่งทางราชการ", "ผู้ดำรงตำแหน่ง", "ตำแหน่ง")),
        Heading("duties", words=("หน้าที่", "อำนาจหน้าที่", "บทบาทหน้าที่", "ภารกิจที่ได้รับมอบหมาย")),
        NOTE,
    ),
    needs=(),
    one_of=(("role", "holder"), ("role", "duties"), ("holder", "duties")),
)
REGISTER_FORMS = (KNOWLEDGE_TABLE, UNIT_TARGETS, UNIT_RESULTS, SUBMISSIONS, UNIT_SCORES, NETWORK, DUTIES)
