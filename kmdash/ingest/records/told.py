"""The words and ticks by which a table says that a report came: sent, on time, late, missing."""

import re

from kmdash.domain.identity import match_key
from kmdash.domain.words import arabic
from kmdash.ingest.layouts.contents import is_cross, is_mark
from kmdash.ingest.normalise.numbers import is_blank_mark

_ON_TIME = ("ตรงเวลา", "ตรงกำหนด", "ทัน", "ทันเวลา", "ทันกำหนด", "ตามกำหนด", "ภายในกำหนด", "ในกำหนด", "on time")
_LATE = ("ช้า", "ล่าช้า", "เกินกำหนด", "ไม่ทัน", "ไม่ทันเวลา", "ไม่ตรงเวลา", "late")
_MISSING = ("ไม่ส่ง", "ยังไม่ส่ง", "ไม่ได้ส่ง", "ยังไม่ได้ส่ง", "ขาด", "ค้าง", "ไม่รายงาน", "ไม่มีรายงาน", "missing", "not sent")
_WORDS = {
    "on_time": (*_ON_TIME, *(f"ส่ง{word}" for word in _ON_TIME)),
    "late": (*_LATE, *(f"ส่ง{word}" for word in _LATE)),
    "missing": (*_MISSING, "ขาดส่ง", "ค้างส่ง"),
    "sent": ("ส่ง", "ส่งแล้ว", "ได้รับ", "ได้รับแล้ว", "รับแล้ว", "รายงานแล้ว", "ครบ", "ส่งครบ", "sent"),
}
_TOLD = {match_key(word): told for told, words in _WORDS.items() for word in words}
_DUE_DAY = re.compile(r"วันที่\s*(\d{1,2})\s*ของ(?:ทุก)?เดือนถัดไป")
_LAST_DAY = 28  # a day that every month has


def told_of(text: str) -> str | None:
    """What a cell says of a submission; None for a blank, "" for what is no such word.

    A cross is a tick like others here: only beside ticks it means the opposite.

    >>> told_of("✓"), told_of("ส่ง ล่าช้า"), told_of("ไม่ส่ง"), told_of("-"), told_of("อาจ")
    ('sent', 'late', 'missing', None, '')
    """
    if is_blank_mark(text):
        return None
    key = match_key(text)
    return _TOLD.get(key) or ("missing" if key == "0" else "sent" if is_mark(text) or is_cross(text) else "")


def due_day_in(text: str) -> int | None:
    """The day of the month after by which a heading wants the reports: "ภายในวันที่ 5 ของเดือนถัดไป".

    >>> due_day_in("ส่งภายในวันที่ ๕ ของเดือนถัดไป"), due_day_in("ส่งทุกเดือน")
    (5, None)
    """
    found = _DUE_DAY.search(arabic(text))
    return int(found[1]) if found and 1 <= int(found[1]) <= _LAST_DAY else None
