"""Forms that are filled in line by line: a knowledge record, and the list of categories."""

import re
from collections.abc import Callable

from kmdash.domain.identity import match_key
from kmdash.domain.persons import hidden
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.persons import names_person, suspected
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_register import RecordDraft
from kmdash.ingest.records.network import PERSONAL
from kmdash.ingest.sheet import Sheet

HEADING = "reader_left.record_heading"
BLANK = "reader_left.record_blank"
UNMARKED = "reader_left.category_not_chosen"
# What a heading of the form begins with, the longest wording first; "" leads other headings in.
_WORDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("ชื่อองค์ความรู้", "ชื่อเรื่อง")),
    ("owner", ("ชื่อเจ้าขององค์ความรู้", "ชื่อเจ้าของความรู้", "เจ้าขององค์ความรู้", "เจ้าของความรู้")),
    ("category", ("หมวดองค์ความรู้ที่บ่งชี้", "องค์ความรู้ที่บ่งชี้", "หมวดองค์ความรู้")),
    ("unit", ("ส่วนราชการ", "หน่วยงาน", "สังกัด")),
    ("origin", ("ที่มาและเป้าหมายของการจัดการความรู้", "ที่มาและเป้าหมาย", "นิยามการจัดการความรู้ของหน่วยงาน")),
    ("method", ("วิธีการ/ขั้นตอนการจัดการความรู้", "วิธีการ/ขั้นตอน", "กระบวนการดำเนินงานจัดการความรู้")),
    ("", ("ผลลัพธ์ที่ได้จากการจัดการความรู้",)),
    (
        "techniques",
        ("เทคนิคและแนวทางในการทำงาน", "เทคนิคและแนวทาง", "องค์ความรู้ใหม่ที่เป็นเทคนิค/แนวทางในการพัฒนางาน"),
    ),
    ("cautions", ("ข้อพึงระวัง",)),
    ("success_factors", ("ปัจจัยแห่งความสำเร็จ",)),
    ("solutions", ("ปัญหาและวิธีการแก้ไข", "ปัญหาที่พบและวิธีการแก้ไข")),
    ("outcome", ("ผลลัพธ์จากการแก้ปัญหา", "ผลของการแก้ปัญหาและพัฒนาเรื่องนั้นเป็นอย่างไร", "ผลของการแก้ปัญหา")),
)
_NUMBER = re.compile(r"^[-•\s]*(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*[.)]?\s*")
_TAIL = re.compile(r"^(?:และการพัฒนาเรื่องนั้น)?\s*(?:\([^)]*\))?\s*[:.…\s]*")
_DOTS = re.compile(r"^[.…_\s]*$")
_MARKED = re.compile(r"^\s*(?:✓|✔|☑|☒|/|\(\s*[/xX✓✔]\s*\)|\[\s*[/xX✓✔]\s*\])\s*")
_OPTION = re.compile(r"^(?:องค์ความรู้)?หมวด")
SIDE_BY_SIDE = " → "


def read_record(sheet: Sheet, found: Collected) -> int:
    """The record a form holds; none where nothing is filled in.

    A heading opens where its words stand, in the order of the form, with its number or alone in its cell; what
    follows until the next one belongs to it. The name of a person is not kept.
    """
    draft, at = RecordDraft(sheet.name), -1
    options: list[tuple[str, int, int, bool]] = []
    for row in sheet.rows:
        for column, text in sheet.cells(row).items():
            opened = _opened(text, at)
            at, rest = opened or (at, "" if _DOTS.match(text) else text)
            name = _WORDS[at][0] if at >= 0 else ""
            bare = _MARKED.sub("", rest)
            if name == "category" and not opened and _OPTION.match(bare):
                options.append((bare, row, column, bare != rest))
            elif name and rest:
                _keep(sheet, row, column, draft, name, rest)
            else:
                sheet.usage.ignore(sheet.name, row, column, HEADING if opened else BLANK)
    ticked = [option for option in options if option[3]]
    for name, row, column, marked in options:
        if marked and len(ticked) == 1:
            _keep(sheet, row, column, draft, "category", name)
        else:
            sheet.usage.ignore(sheet.name, row, column, UNMARKED)
    if options and len(ticked) != 1:
        draft.choices = [option[0] for option in options]
        draft.cells["category"] = sheet.address(*options[0][1:3])
    if draft.texts:
        found.captured.append(draft)
    return int(bool(draft.texts))


def read_categories(sheet: Sheet, found: Collected) -> int:
    """The numbered lines below the heading of the list, a category each."""
    before = len(found.categories)
    for row in sheet.rows:
        for column, text in sheet.cells(row).items():
            number = re.match(r"^\s*\(?\d{1,2}[).]\s*(?P<name>\S.*)$", text)
            if number:
                sheet.take(row, column, "category")
                found.categories.append((number["name"].strip(), sheet.address(row, column)))
            else:
                sheet.usage.ignore(sheet.name, row, column, worded("reader_left.category_note"))
    return len(found.categories) - before


PAGE_READERS: dict[str, Callable[[Sheet, Collected], int]] = {"record": read_record, "categories": read_categories}


def _opened(text: str, at: int) -> tuple[int, str] | None:
    """The place of the heading a cell opens, none before the one at hand, and what stands behind it in the cell."""
    number = _NUMBER.match(text)
    body = text[number.end() :] if number else text
    for place, (_, words) in enumerate(_WORDS):
        for word in words if place >= at else ():
            if match_key(body).startswith(match_key(word)):
                rest = _after(body, word)
                if number or not rest:
                    return place, "" if _DOTS.match(rest) else rest
    return None


def _after(body: str, word: str) -> str:
    """What stands behind a heading's words, however they are spaced."""
    wanted, end = match_key(word), 0
    while end < len(body) and match_key(body[:end]) != wanted:
        end += 1
    return _TAIL.sub("", body[end:], count=1)


def _keep(sheet: Sheet, row: int, column: int, draft: RecordDraft, name: str, text: str) -> None:
    """Add a text to a field; the cells of one row stand side by side in it."""
    cell = sheet.address(row, column)
    if name == "owner":
        if names_person(text) or suspected(text):
            sheet.usage.ignore(sheet.name, row, column, PERSONAL)
            return
        name = "unit"
    shown = hidden(text, draft.texts.get("unit"))[0]
    joint = SIDE_BY_SIDE if draft.last == (name, row) else "\n"
    draft.texts[name] = f"{draft.texts[name]}{joint}{shown}" if name in draft.texts else shown
    draft.cells.setdefault(name, cell)
    draft.last = (name, row)
    sheet.take(row, column, name)
