"""The rule of a vote, as the lines over its table tell it."""

import re

from kmdash.ingest.normalise.text import arabic
from kmdash.ingest.records.drafts import TallyDraft
from kmdash.ingest.sheet import Sheet

_WORDS = dict(zip(("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"), range(1, 11), strict=True))
_NUMBER = rf"(?:จำนวน\s*)?(\d+|{'|'.join(_WORDS)})"
_THING = r"(?:ครั้ง|เสียง|คะแนน|กระบวน|เรื่อง|หัวข้อ|ข้อ)"
_LIMIT = re.compile(rf"(?:คนละไม่เกิน|ไม่เกินคนละ|เลือกได้ไม่เกิน|เลือกได้คนละ(?:ไม่เกิน)?|คนละ)\s*{_NUMBER}\s*{_THING}")
_SEATS = re.compile(rf"(?:คัดเลือก|เลือก|ผู้ผ่าน)\s*(?:ให้เหลือ|ไว้)?\s*{_NUMBER}\s*(?:กระบวน|เรื่อง|หัวข้อ|อันดับ|ลำดับ)")
_VOTERS = re.compile(rf"(?:ผู้มีสิทธิ|ผู้ลงคะแนน)\S*\s*(?:ทั้งสิ้น|ทั้งหมด)?\s*{_NUMBER}\s*(?:คน|ราย|หน่วยงาน)")
_ONE_A_UNIT = re.compile(r"ผู้แทน(?:สำนัก/กอง|หน่วยงาน|กอง|สำนัก)ละ\s*(?:1|หนึ่ง)\s*คน")


def read_rule(sheet: Sheet, rows: list[int], draft: TallyDraft) -> None:
    """Enter what lines say of the limit of marks, the seats and the voters; the first line is the title."""
    for row in rows:
        for column, text in sheet.cells(row).items():
            _enter(draft, arabic(text), sheet.address(row, column))
            draft.title = draft.title or text
            sheet.take(row, column, "title")


def _enter(draft: TallyDraft, text: str, cell: str) -> None:
    found = {name: match for name, pattern in _PATTERNS.items() if (match := pattern.search(text))}
    for name, match in found.items():
        if getattr(draft, name) is None:
            setattr(draft, name, _count(match[1]))
    if found:
        draft.one_a_unit = draft.one_a_unit or bool(_ONE_A_UNIT.search(text))
        draft.rule_cell, draft.rule_text = draft.rule_cell or cell, draft.rule_text or text


_PATTERNS = {"ballot_limit": _LIMIT, "seats": _SEATS, "voters": _VOTERS}


def _count(word: str) -> int:
    return _WORDS[word] if word in _WORDS else int(word)
