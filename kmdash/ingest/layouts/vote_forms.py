"""Votes on candidate processes, as offices head their tables."""

from kmdash.ingest.layouts.form import Form, Heading
from kmdash.ingest.layouts.plan_forms import NO

_PROCESS = Heading("process", words=("กระบวนงาน", "กระบวนการ", "หัวข้อ", "ชื่อเรื่อง", "เรื่อง", "องค์ความรู้ที่เสนอ"))
_UNIT = Heading("unit", words=("สำนัก/กอง", "หน่วยงาน", "สังกัด", "เสนอโดย", "ผู้เสนอ"))
_TOTAL = Heading("total", words=("รวม", "คะแนนรวม"))
_VOTER = Heading(
    "voter",
    words=("ผู้ลงคะแนน", "ผู้แทน", "ผู้มีสิทธิ", "รหัสผู้", "หน่วยงาน", "สำนัก/กอง", "สังกัด", "ผู้โหวต", "กรรมการ"),
)

TALLY = Form(
    kind="tally",
    name="ผลการนับคะแนนคัดเลือกกระบวนงาน",
    columns=(
        NO,
        _UNIT,
        _PROCESS,
        Heading(
            "votes",
            words=("คะแนนโหวต", "ผลโหวต", "คะแนนเสียง", "จำนวนเสียง", "คะแนน", "จำนวนผู้เลือก", "รวมคะแนน", "ผลคะแนน"),
        ),
        Heading("share", words=("ร้อยละ", "คิดเป็นร้อยละ"), exactly=("%",)),
        Heading("place", words=("ลำดับที่ได้", "อันดับ", "ผลการจัดลำดับ")),
        Heading("note", words=("หมายเหตุ",)),
    ),
    needs=("process", "votes"),
)
AGREEMENT = Form(
    kind="tally",
    name="ผลการลงมติเห็นด้วยหรือไม่เห็นด้วย",
    columns=(
        NO,
        _UNIT,
        _PROCESS,
        Heading("votes", words=("เห็นด้วย", "เห็นชอบ", "รับรอง")),
        Heading("against", words=("ไม่เห็นด้วย", "ไม่เห็นชอบ", "ไม่รับรอง")),
        Heading("abstained", words=("งดออกเสียง", "ไม่ออกเสียง", "งดเว้น")),
        Heading("note", words=("หมายเหตุ",)),
    ),
    needs=("process", "votes", "against"),
)
BALLOT_BY_CANDIDATE = Form(
    kind="ballot",
    name="บัตรลงคะแนนรวม (แถวเป็นกระบวนงาน คอลัมน์เป็นผู้ลงคะแนน)",
    columns=(NO, _UNIT, _PROCESS, _TOTAL),
    needs=("process",),
    spread="mark",
    fewest=1,
)
BALLOT_BY_VOTER = Form(
    kind="ballot",
    name="บัตรลงคะแนนรวม (แถวเป็นผู้ลงคะแนน คอลัมน์เป็นกระบวนงาน)",
    columns=(NO, _VOTER, _TOTAL),
    needs=("voter",),
    spread="mark",
    fewest=1,
)
FORM_EXPORT = Form(
    kind="ballot",
    name="คำตอบจากแบบฟอร์มออนไลน์",
    columns=(
        Heading(
            "stamp",
            words=("ประทับเวลา", "timestamp", "starttime", "completiontime", "เวลาเริ่มต้น", "เวลาที่เสร็จ", "วันที่ตอบ"),
        ),
        Heading("email", words=("ที่อยู่อีเมล", "อีเมล", "email", "e-mail")),
        Heading("name", words=("ชื่อ", "name")),
        _VOTER,
    ),
    needs=("stamp",),
    spread="text",
    fewest=1,
)

VOTE_FORMS = (TALLY, AGREEMENT, BALLOT_BY_CANDIDATE, BALLOT_BY_VOTER, FORM_EXPORT)
