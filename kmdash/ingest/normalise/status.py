"""Status words of a plan or progress report, as one of six."""

import re

from kmdash.domain.identity import match_key
from kmdash.ingest.normalise.numbers import is_blank_mark
from kmdash.ingest.normalise.text import clean

SPELLINGS: dict[str, tuple[str, ...]] = {
    "done": (
        "ดำเนินการแล้ว",
        "ดำเนินการแล้วเสร็จ",
        "ดำเนินการเสร็จแล้ว",
        "ดำเนินการเสร็จสิ้น",
        "ดำเนินการเสร็จสิ้นแล้ว",
        "ดำเนินการเรียบร้อยแล้ว",
        "แล้วเสร็จ",
        "เสร็จ",
        "เสร็จแล้ว",
        "เสร็จสิ้น",
        "เสร็จสิ้นแล้ว",
        "เสร็จสมบูรณ์",
        "เรียบร้อย",
        "เรียบร้อยแล้ว",
        "ดำเนินการเรียบร้อย",
        "ดำเนินการเสร็จเรียบร้อยแล้ว",
        "เสร็จเรียบร้อยแล้ว",
        "ทำแล้ว",
        "ทำเสร็จแล้ว",
        "done",
        "completed",
        "complete",
        "finished",
    ),
    "in_progress": (
        "อยู่ระหว่างดำเนินการ",
        "อยู่ระหว่างการดำเนินการ",
        "อยู่ในระหว่างดำเนินการ",
        "ระหว่างดำเนินการ",
        "กำลังดำเนินการ",
        "กำลังดำเนินงาน",
        "กำลังทำ",
        "อยู่ระหว่างทำ",
        "อยู่ระหว่างจัดทำ",
        "อยู่ในระหว่างการดำเนินการ",
        "in_progress",
        "in progress",
        "ongoing",
        "doing",
    ),
    "not_started": (
        "ยังไม่ดำเนินการ",
        "ยังไม่ได้ดำเนินการ",
        "ยังไม่ถึงกำหนด",
        "ยังไม่ถึงกำหนดดำเนินการ",
        "ยังไม่ทำ",
        "ยังไม่ได้ทำ",
        "ยังไม่เริ่ม",
        "ยังไม่เริ่มดำเนินการ",
        "ยังไม่ได้เริ่มดำเนินการ",
        "รอดำเนินการ",
        "not_started",
        "not started",
        "pending",
        "todo",
        "planned",
    ),
    "late": ("ล่าช้า", "ล่าช้ากว่าแผน", "ล่าช้ากว่ากำหนด", "late", "delayed", "overdue", "behind"),
    "cancelled": ("ยกเลิก", "ยกเลิกแล้ว", "ยกเลิกกิจกรรม", "ยกเลิกการดำเนินการ", "cancelled", "canceled"),
    "postponed": ("เลื่อน", "เลื่อนออกไป", "เลื่อนกำหนด", "เลื่อนกำหนดการ", "เลื่อนการดำเนินการ", "postponed"),
}
_REASON = re.compile(r"\s*(?:เนื่องจาก|เพราะ|ด้วยเหตุ).*", re.DOTALL)
_STATUS_OF = {match_key(word): status for status, words in SPELLINGS.items() for word in words}


def status_of(text: str) -> str | None:
    """The status a text names: done, in_progress, not_started, late, cancelled or postponed.

    None for a blank and for words that are not known; ``is_known_status`` tells the two apart. A text that
    holds more than the status and a reason ("เลื่อนไป พ.ค. ๖๒") is not known: nothing is taken out of a sentence.

    >>> status_of("ระหว่าง ดำเนินการ"), status_of("ยกเลิกเนื่องจากไม่มีงบประมาณ"), status_of("")
    ('in_progress', 'cancelled', None)
    """
    return _STATUS_OF.get(match_key(_REASON.sub("", clean(text))))


def is_known_status(text: str) -> bool:
    """Whether the meaning is known: a known word, or a blank or "-" (no status typed)."""
    return is_blank_mark(text) or status_of(text) is not None
