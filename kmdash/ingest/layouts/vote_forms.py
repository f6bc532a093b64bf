"""Votes on candidate processes, as offices head their tables."""

from kmdash.ingest.layouts.form import Form, Heading
from kmdash.ingest.layouts.plan_forms import NO

_VOTE_WORDS = ("โหวต", "ลงคะแนน", "เลือก", "บัตร", "มติ", "ออกเสียง", "ผู้มีสิทธิ", "vote", "ballot")
_PROCESSES = ("กระบวนงาน", "กระบวนการ", "หัวข้อ", "ชื่อเรื่อง", "เรื่อง", "องค์ความรู้ที่เสนอ", "รายการที่เสนอ")
_PROCESS = Heading("process", words=_PROCESSES)
_UNIT = Heading("unit", words=("สำนัก/กอง", "หน่วยงาน", "สังกัด", "เสนอโดย", "ผู้เสนอ"))
_SHARE = Heading("share", words=("ร้อยละ", "คิดเป็นร้อยละ"), exactly=("%",))
_PLACE = Heading("place", words=("ลำดับที่ได้", "อันดับ", "ผลการจัดลำดับ", "ลำดับคะแนน"))
_REMARKS = ("หมายเหตุ", "ข้อเสนอแนะ", "ข้อคิดเห็น", "ความคิดเห็น", "ความเห็น", "เหตุผล")
_NOTE = Heading("note", words=_REMARKS)
_DECISION = Heading("decision", words=("ผลการพิจารณา", "ผลการคัดเลือก", "ผลการตัดสิน", "สรุปผล"), exactly=("ผล", "มติ"))
_COUNTED = (
    "คะแนนโหวต",
    "ผลโหวต",
    "คะแนนเสียง",
    "จำนวนเสียง",
    "จำนวนคะแนน",
    "จำนวนโหวต",
    "คะแนน",
    "จำนวนผู้เลือก",
    "จำนวนผู้ลงคะแนน",
    "จำนวนคนเลือก",
    "รวมคะแนน",
    "ผลคะแนน",
    "ผลการลงคะแนน",
)
_OPINIONS = (
    Heading("votes", words=("เห็นด้วย", "เห็นชอบ", "เห็นควร", "รับรอง")),
    Heading("against", words=("ไม่เห็นด้วย", "ไม่เห็นชอบ", "ไม่เห็นควร", "ไม่รับรอง")),
    Heading("abstained", words=("งดออกเสียง", "ไม่ออกเสียง", "งดเว้น", "ไม่ลงความเห็น")),
)
_UNIT_NAMES = ("หน่วยงาน", "ชื่อหน่วยงาน", "สำนัก/กอง", "สังกัด", "กอง", "สำนัก", "กลุ่มงาน", "ส่วนราชการ")
_VOTER = Heading(
    "voter",
    words=("ผู้ลงคะแนน", "ผู้แทน", "ผู้มีสิทธิ", "รหัสผู้", "ผู้โหวต", "ผู้เลือก", "กรรมการ", "ชื่อผู้", "ชื่อ-สกุล", "ชื่อ-นามสกุล"),
    exactly=(*_UNIT_NAMES, "รหัส", "ชื่อ", "ชื่อสกุล", "voter"),
)

TALLY = Form(
    kind="tally",
    name="reader_forms.tally",
    columns=(NO, _UNIT, _PROCESS, Heading("votes", words=_COUNTED), _SHARE, _PLACE, _DECISION, _NOTE),
    needs=("process", "votes"),
)
AGREEMENT = Form(
    kind="tally",
    name="reader_forms.agreement",
    columns=(
        NO,
        _UNIT,
        Heading("process", words=(*_PROCESSES, "รายการ", "ประเด็น")),
        *_OPINIONS,
        _SHARE,
        _PLACE,
        _DECISION,
        _NOTE,
    ),
    needs=("process", "votes", "against"),
)
TALLY_OF_KNOWLEDGE = Form(  # knowledge stands in many tables: here the lines above speak of a vote
    kind="tally",
    name="reader_forms.tally_of_knowledge",
    columns=(
        NO,
        _UNIT,
        Heading("process", words=("องค์ความรู้", "ชื่อองค์ความรู้", "หัวข้อองค์ความรู้", "ความรู้ที่เสนอ")),
        Heading("votes", words=_COUNTED),
        _SHARE,
        _PLACE,
        _DECISION,
        _NOTE,
    ),
    needs=("process", "votes"),
    titles=_VOTE_WORDS,
)
APPROVAL = Form(
    kind="ballot",
    name="reader_forms.approval",
    columns=(NO, _VOTER, Heading("second", words=_VOTER.words, exactly=_VOTER.exactly), *_OPINIONS, _NOTE),
    needs=("voter", "votes", "against"),
)
SCORING = Form(
    kind="unsupported",
    name="reader_forms.scoring",
    columns=(
        NO,
        _UNIT,
        _PROCESS,
        Heading("full", words=("คะแนนเต็ม",)),
        Heading("votes", words=_COUNTED),
        _SHARE,
        _NOTE,
    ),
    needs=("process", "full"),
    refused="reader_forms.scoring_refused",
)
BALLOT_BY_CANDIDATE = Form(
    kind="ballot",
    name="reader_forms.ballot_by_candidate",
    columns=(
        NO,
        _UNIT,
        _PROCESS,
        Heading("total", words=("รวม", "ผลรวม", *_COUNTED)),
        _SHARE,
        _PLACE,
        _DECISION,
        _NOTE,
    ),
    needs=("process",),
    spread="vote",
    titles=(*_VOTE_WORDS, "ผู้แทน", "กระบวนงาน"),
    fewest=1,
)
BALLOT_BY_VOTER = Form(
    kind="ballot",
    name="reader_forms.ballot_by_voter",
    columns=(
        NO,
        _VOTER,
        Heading("second", words=_VOTER.words, exactly=_VOTER.exactly),
        Heading("total", exactly=("รวม", "รวมคะแนน", "คะแนนรวม", "รวมเสียง", "รวมที่เลือก", "จำนวนที่เลือก")),
        Heading("note", exactly=("หมายเหตุ",)),
    ),
    needs=("voter",),
    spread="vote",
    titles=(*_VOTE_WORDS, "กระบวนงาน"),
    fewest=1,
)
FORM_EXPORT = Form(
    kind="ballot",
    name="reader_forms.form_export",
    columns=(
        Heading("id", exactly=("id", "รหัสคำตอบ")),
        Heading("stamp", words=("ประทับเวลา", "timestamp", "starttime", "เวลาเริ่มต้น", "วันที่ตอบ", "วันเวลาที่ตอบ")),
        Heading("finished", words=("completiontime", "เวลาที่เสร็จ", "เวลาเสร็จ")),
        Heading("modified", words=("lastmodified", "เวลาที่ปรับปรุง", "เวลาปรับปรุง")),
        Heading("score", exactly=("คะแนน", "คะแนนรวม", "score", "totalpoints")),
        Heading("remark", words=("ข้อเสนอ", "ความคิดเห็น", "ความเห็น", "หมายเหตุ", "เหตุผล", "comment")),
    ),
    needs=("stamp",),
    spread="text",
    titles=(*_VOTE_WORDS, "กระบวนงาน"),
    fewest=1,
)
PROPOSED = Form(
    kind="ballot",
    name="reader_forms.proposed",
    columns=(
        NO,
        _UNIT,
        Heading(
            "process", words=("กระบวนงาน", "ชื่อกระบวนงาน", "องค์ความรู้ที่เสนอ", "รายการที่เสนอ", "เรื่องที่เสนอ", "หัวข้อที่เสนอ")
        ),
        _NOTE,
    ),
    needs=("no", "process"),
    titles=("ลงคะแนน", "โหวต", "คัดเลือก", "ที่เสนอ"),
)

VOTE_FORMS = (
    TALLY,
    TALLY_OF_KNOWLEDGE,
    AGREEMENT,
    APPROVAL,
    SCORING,
    BALLOT_BY_VOTER,
    BALLOT_BY_CANDIDATE,
    FORM_EXPORT,
    PROPOSED,
)
