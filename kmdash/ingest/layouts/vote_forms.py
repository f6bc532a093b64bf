"""Votes on candidate processes, as offices head their tables."""

from kmdash.ingest.layouts.form import Form, Heading

TALLY = Form(
    kind="tally",
    name="ผลการนับคะแนนคัดเลือกกระบวนงาน",
    columns=(
        Heading("no", exactly=("ที่", "ลำดับ", "ลำดับที่")),
        Heading("unit", words=("สำนัก/กอง", "หน่วยงาน", "สังกัด")),
        Heading("process", words=("กระบวนงาน", "กระบวนการ", "หัวข้อ")),
        Heading("votes", words=("คะแนนโหวต", "ผลโหวต", "คะแนนเสียง", "จำนวนเสียง")),
    ),
    needs=("process", "votes"),
)
