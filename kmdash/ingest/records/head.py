"""The lines above a plan: its title, unit and the "word : text" lines."""

import re

from kmdash.domain.identity import match_key
from kmdash.ingest.normalise.text import arabic
from kmdash.ingest.records.drafts import Head
from kmdash.ingest.sheet import Sheet

LABELS = (
    ("issue", "ประเด็นยุทธศาสตร์"),
    ("critical_process", "กระบวนการที่สำคัญ"),
    ("critical_process", "กระบวนงานที่สำคัญ"),
    ("knowledge", "องค์ความรู้ที่จำเป็น"),
    ("outcome", "ผลสัมฤทธิ์ขององค์ความรู้ที่จำเป็น"),
    ("outcome", "ผลลัพธ์ขององค์ความรู้ที่จำเป็น"),
    ("unit", "หน่วยงาน"),
    ("kpi", "ตัวชี้วัดที่เลือกใช้"),
    ("kpi", "ตัวชี้วัด"),
)
_TITLE = re.compile(r"แผน(?:ปฏิบัติ)?การจัดการความรู้|km\s*action\s*plan", re.IGNORECASE)
_UNIT = re.compile(
    r"^(?:กอง|สำนัก|กลุ่ม|ฝ่าย|งาน|ส่วน|ศูนย์|หน่วย|กรม|เทศบาล|องค์การ|สถาบัน|คณะ|โรงเรียน|วิทยาลัย|จังหวัด|อำเภอ|(?:[ก-ฮ]{1,4}\.)+)"
)
_PLAN_NUMBER = re.compile(r"แผน(?:การจัดการความรู้)?ที่\s*(\d+)")


def plan_number(text: str) -> str | None:
    """The number a plan's title gives it.

    >>> plan_number("แผนการจัดการความรู้ (KM Action Plan) : แผนการจัดการความรู้ที่ ๑")
    '1'
    """
    found = _PLAN_NUMBER.search(arabic(text))
    return found[1] if found else None


def labelled(line: str) -> tuple[str, str] | None:
    """The field and text of a "word : text" line, None where it is none.

    >>> labelled("กระบวนการที่สำคัญ : การจัดทำแผน")
    ('critical_process', 'การจัดทำแผน')
    """
    label, colon, text = line.partition(":")
    if not colon:
        return None
    key = match_key(label)
    name = next((name for name, word in LABELS if key.startswith(match_key(word))), None)
    return (name, text.strip()) if name else None


def read_head(sheet: Sheet, rows: list[int]) -> Head:
    """Read the lines above a table.

    A line without a label belongs to the labelled line above it (a list that went on in the next row), or is
    the unit when it names one right under the title. Of several title lines the one with the plan's number
    is the title. A label without text announces the table below it; any other line is left to the account.
    """
    head = Head()
    last: str | None = None
    for row in rows:
        for column, text in sheet.cells(row).items():
            last = _read_line(sheet, head, text, (row, column), last)
    number = plan_number(head.texts.get("title", ""))
    if number:
        head.texts["no"] = number
    return head


def _read_line(sheet: Sheet, head: Head, text: str, at: tuple[int, int], last: str | None) -> str | None:
    """Enter one line into the head; the field it filled."""
    found = labelled(text)
    if found:
        _keep(sheet, head, found[0], found[1], at)
        return found[0]
    if _TITLE.search(text):
        sheet.take(*at)
        if "title" not in head.texts or not plan_number(head.texts["title"]):
            _keep(sheet, head, "title", text, at)
        return "title"
    if last == "title" and _UNIT.match(text):
        _keep(sheet, head, "unit", text, at)
        return "unit"
    if last in ("issue", "critical_process", "knowledge", "outcome") and last in head.texts:
        sheet.take(*at)
        head.texts[last] += "\n" + text
    return last


def _keep(sheet: Sheet, head: Head, name: str, text: str, at: tuple[int, int]) -> None:
    if not text or name == "kpi":
        sheet.usage.ignore(sheet.name, *at, "หัวข้อของตารางด้านล่าง")
        return
    sheet.take(*at)
    head.texts[name] = text
    head.cells[name] = sheet.address(*at)
