"""Form 1 as a table, unit targets and registers of people, as offices head them."""

from kmdash.ingest.layouts.form import Form, Heading
from kmdash.ingest.layouts.plan_forms import NO

KNOWLEDGE_TABLE = Form(
    kind="form1",
    name="การจำแนกองค์ความรู้ที่จำเป็น (แบบฟอร์มที่ ๑)",
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
    ),
    needs=("issue", "knowledge"),
    one_of=(("objective", "kpi"),),
)
UNIT_TARGETS = Form(
    kind="targets",
    name="เป้าหมายรายหน่วยงาน",
    columns=(
        NO,
        Heading(
            "unit", words=("อำเภอ", "หน่วยงาน", "สำนัก/กอง", "กลุ่มงาน", "ตำบล", "ส่วนราชการ"), exactly=("จังหวัด", "สังกัด")
        ),
        Heading("target", words=("กลุ่มเป้าหมาย", "เป้าหมาย", "จำนวนเป้าหมาย", "คะแนนการจัดส่ง")),
        Heading("actual", words=("ผลการ", "ผลงาน", "ผลลัพธ์", "ส่งแล้ว")),
        Heading("note", words=("หมายเหตุ", "รางวัล", "สัปดาห์", "เดือน")),
    ),
    needs=("unit", "target"),
    spread="quantity",
)
NETWORK = Form(
    kind="network",
    name="ทะเบียนเครือข่ายผู้จัดการความรู้",
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
