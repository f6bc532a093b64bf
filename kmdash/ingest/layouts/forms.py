"""The offices' forms as data: what their headings are called and which of them make a table what it is.

Adding a form is adding a description here and a sample to the tests.
"""

from dataclasses import dataclass
from functools import cache

from kmdash.domain.identity import match_key


@cache
def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(match_key, words))


@dataclass(frozen=True)
class Heading:
    """A column: the field it fills and the words its heading starts with, the most particular first.

    A heading matches when it starts with one of ``words``, or is one of ``exactly``; blanks and dots do not count.
    """

    field: str
    words: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()

    def matches(self, key: str) -> bool:
        """Whether a heading cell names this column; ``key`` is its text as ``match_key`` gives it."""
        return key in _keys(self.exactly) or key.startswith(_keys(self.words))


@dataclass(frozen=True)
class Form:
    """A table form: ``kind`` (as told to the user), ``name`` in Thai, its columns and which must be there."""

    kind: str
    name: str
    columns: tuple[Heading, ...]
    needs: tuple[str, ...]


ACTION_PLAN = Form(
    kind="plan",
    name="แผนปฏิบัติการจัดการความรู้ (แบบฟอร์มที่ ๒)",
    columns=(
        Heading("no", exactly=("ที่", "ลำดับ", "ลำดับที่", "ข้อ")),
        Heading("text", words=("กิจกรรม",)),
        Heading("period", words=("ระยะเวลา",)),
        Heading("indicator", words=("ตัวชี้วัด",)),
        Heading("target", words=("เป้าหมาย",)),
        Heading("target_group", words=("กลุ่มเป้าหมาย",)),
        Heading("owner", words=("ผู้รับผิดชอบ", "หน่วยงานรับผิดชอบ")),
        Heading("status", words=("สถานะ", "ผลการดำเนินงาน")),
        Heading("percent", words=("ร้อยละความก้าวหน้า", "ความก้าวหน้า")),
        Heading("note", words=("หมายเหตุ",)),
    ),
    needs=("no", "text", "period"),
)
KPI_LEVELS = Form(
    kind="kpi",
    name="ตารางเกณฑ์ตัวชี้วัด ๕ ระดับ",
    columns=(Heading("name", words=("ตัวชี้วัด",)), Heading("levels", words=("ระดับคะแนน", "เกณฑ์การให้คะแนน"))),
    needs=("name", "levels"),
)
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
OPERATING_CALENDAR = Form(
    kind="calendar",
    name="ปฏิทินการดำเนินงานของคณะทำงาน",
    columns=(
        Heading("step", words=("ขั้นตอนการดำเนินงาน", "รายการดำเนินงาน")),
        Heading("period", words=("กำหนดการ", "กำหนดเวลา")),
    ),
    needs=("step", "period"),
)
KNOWLEDGE_NEEDED = Form(
    kind="form1",
    name="องค์ความรู้ที่จำเป็น (แบบฟอร์มที่ ๑)",
    columns=(
        Heading("plan", words=("องค์ความรู้ที่จำเป็นในการปฏิบัติราชการ",)),
        Heading("content", words=("ชื่อส่วนราชการ",)),
    ),
    needs=("plan", "content"),
)

FORMS = (ACTION_PLAN, KPI_LEVELS, TALLY, OPERATING_CALENDAR, KNOWLEDGE_NEEDED)
COMMITTEE_ORDER = ("คำสั่ง", "แต่งตั้ง")
