"""The rule of a vote, as the lines over and under its table tell it."""

import re

from kmdash.domain.words import arabic
from kmdash.ingest.normalise.persons import names_person
from kmdash.ingest.records.drafts_vote import TallyDraft
from kmdash.ingest.records.network import PERSONAL
from kmdash.ingest.sheet import Sheet

_ONES = ("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_TENS = {10: "สิบ", 20: "ยี่สิบ", 30: "สามสิบ", 40: "สี่สิบ", 50: "ห้าสิบ"}
_WORDS = {
    **dict(zip(_ONES, range(1, 10), strict=True)),
    **{word: ten for ten, word in _TENS.items()},
    **{
        f"{word}{'เอ็ด' if one == 1 else _ONES[one - 1]}": ten + one
        for ten, word in _TENS.items()
        for one in range(1, 10)
    },
}
_DIGITS_OR_WORD = rf"\d+|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_NUMBER = rf"\s*(?:\([^)\d]*\))?\s*:?\s*(?:เพียง|จำนวน)?\s*({_DIGITS_OR_WORD})(?:\s*\([^)]*\))?\s*"
_THING = r"(?:ครั้ง|เสียง|คะแนน|กระบวน|เรื่อง|หัวข้อ|ข้อ|รายการ|องค์ความรู้|ด้าน)"
_NO_CHOICE = r"(?!\d|วัน|นาที|ชั่วโมง|บาท|คน|ราย|ร้อยละ|%)"
_EACH = r"(?:คน|ท่าน|ราย|หน่วยงาน|หน่วย|กอง|บัตร|ใบ)ละ"
_LIMITS = (
    rf"(?:{_EACH}\s*ไม่เกิน|ไม่เกิน\s*{_EACH}){_NUMBER}{_NO_CHOICE}",
    rf"{_EACH}{_NUMBER}{_THING}",
    rf"(?:เลือก|โหวต|คะแนน|เสียง)ได้\s*(?:สูงสุด|ไม่เกิน|ไม่เกินกว่า)?{_NUMBER}(?:{_THING}|$)",
    rf"ไม่เกิน{_NUMBER}{_THING}",
)
_SEATS = (
    rf"(?:คัดเลือก|เลือก|โหวต)\S{{0,40}}\s*(?:ให้)?(?:คง)?เหลือ{_NUMBER}{_THING}",
    rf"(?<!\d)({_DIGITS_OR_WORD})\s*(?:อันดับ|ลำดับ)แรก",
    rf"(?:คะแนนสูงสุด|ผู้ผ่าน|ผ่านการคัดเลือก){_NUMBER}(?:{_THING}|อันดับ|ลำดับ)",
    rf"(?:คัดเลือก|เลือก)(?!\S*(?:ละ|ไม่เกิน|ได้))\S{{0,30}}?\s*(?:ไว้)?{_NUMBER}(?:{_THING}|อันดับ|ลำดับ|จาก)",
    rf"(?:ที่|จะ)(?:ได้รับการ)?คัดเลือก{_NUMBER}(?:{_THING}|$)",
)
_PERSONS = r"(?:คน|ราย|หน่วยงาน|ท่าน|เสียง|$)"
_IN_ALL = r"(?:\s*(?:ทั้งสิ้น|ทั้งหมด|รวม|มี))?"
_VOTERS = (rf"ผู้มีสิทธิ[^\s\d]{{0,40}}?{_IN_ALL}{_NUMBER}{_PERSONS}",)
_CAME = r"(?:ผู้มาลงคะแนน|ผู้มาใช้สิทธิ|มาใช้สิทธิ|ผู้ใช้สิทธิ|ผู้ลงคะแนน|ผู้โหวต|บัตรดี)"
_TURNOUT = (rf"{_CAME}[^\s\d]{{0,20}}?{_IN_ALL}{_NUMBER}{_PERSONS}",)
_PATTERNS = {
    name: [re.compile(pattern) for pattern in patterns]
    for name, patterns in {"ballot_limit": _LIMITS, "seats": _SEATS, "voters": _VOTERS, "turnout": _TURNOUT}.items()
}
_ONE_A_UNIT = re.compile(r"ผู้แทน(?:สำนัก/กอง|หน่วยงาน|กอง|สำนัก)ละ\s*(?:1|หนึ่ง)\s*คน")
_ASKED = re.compile(rf"เลือก\D{{0,40}}?{_NUMBER}{_THING}")


def read_rule(sheet: Sheet, rows: list[int], draft: TallyDraft) -> None:
    """Enter what the lines over a table say of the limit, the seats and the voters; the first is the title."""
    for row in rows:
        for column, text in sheet.cells(row).items():
            if names_person(text):
                sheet.usage.ignore(sheet.name, row, column, PERSONAL)
                continue
            draft.title = draft.title or text
            sheet.take(row, column, "title")
        _enter_row(sheet, row, draft)


def read_line(sheet: Sheet, row: int, draft: TallyDraft, otherwise: str) -> None:
    """Enter what a line under a table says of the rule; one that says nothing is left out (``otherwise``)."""
    if _enter_row(sheet, row, draft):
        for column in sheet.cells(row):
            sheet.take(row, column, "rule")
    else:
        sheet.ignore_row(row, otherwise)


def read_question(text: str, cell: str, draft: TallyDraft) -> None:
    """Enter what a form's question says of the limit of marks: "เลือก 5 กระบวนงาน" is one there, not the seats."""
    limits = (pattern.search(arabic(text)) for pattern in (*_PATTERNS["ballot_limit"], _ASKED))
    found = next((match for match in limits if match), None)
    if found and draft.ballot_limit is None:
        draft.ballot_limit = _count(found[1])
        draft.rule_cell = draft.rule_cell or cell


def tells_rule(text: str) -> bool:
    """Whether a text says anything of a vote's rule.

    >>> tells_rule("หมายเหตุ : คัดเลือก ๕ กระบวนงาน"), tells_rule("กองคลัง")
    (True, False)
    """
    return bool(_found(arabic(text)))


def _enter_row(sheet: Sheet, row: int, draft: TallyDraft) -> bool:
    """Enter what a row says, each cell by itself first, then as one line (a label with its number beside it)."""
    texts = {column: text for column, text in sheet.cells(row).items() if not names_person(text)}
    told = False
    for column, text in [*texts.items(), *([(min(texts), " ".join(texts.values()))] if len(texts) > 1 else [])]:
        found = _found(arabic(text))
        for name, count in found.items():
            if getattr(draft, name) is None:
                setattr(draft, name, count)
        if found:
            draft.one_a_unit = draft.one_a_unit or bool(_ONE_A_UNIT.search(arabic(text)))
            draft.rule_cell = draft.rule_cell or sheet.address(row, column)
            told = True
    return told


def _found(text: str) -> dict[str, int]:
    matches = {
        name: next((match for pattern in patterns if (match := pattern.search(text))), None)
        for name, patterns in _PATTERNS.items()
    }
    return {name: _count(match[1]) for name, match in matches.items() if match}


def _count(word: str) -> int:
    return _WORDS[word] if word in _WORDS else int(word)
