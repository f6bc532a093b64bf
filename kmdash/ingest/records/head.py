"""The lines above a plan: its title, unit and the "word : text" lines."""

import re

from kmdash.domain import forms
from kmdash.domain.identity import match_key
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.records.drafts import Head
from kmdash.ingest.sheet import Sheet

LABELS = (
    ("plan_key", forms.PLAN_KEY),
    ("plan_title", forms.PLAN_TITLE),
    ("plan_no", forms.PLAN_NO),
    ("issue", "ประเด็นยุทธศาสตร์"),
    ("critical_process", "กระบวนการที่สำคัญ"),
    ("critical_process", "กระบวนงานที่สำคัญ"),
    ("critical_process", "กลุ่มภารกิจ"),
    ("critical_process", "กระบวนงาน"),
    ("knowledge", "องค์ความรู้ที่จำเป็น"),
    ("outcome", "ผลสัมฤทธิ์ขององค์ความรู้ที่จำเป็น"),
    ("outcome", "ผลลัพธ์ขององค์ความรู้ที่จำเป็น"),
    ("title", "เป้าหมาย KM"),
    ("kpi_target", "เป้าหมายตัวชี้วัด"),
    ("kpi_target", "เป้าหมายของตัวชี้วัด"),
    ("kpi_target", "ค่าเป้าหมาย"),
    ("kpi", "หน่วยงานที่วัดผลได้"),
    ("kpi", "หน่วยที่วัดผลได้"),
    ("kpi", "หน่วยวัดผล"),
    ("unit", "หน่วยงานที่รับผิดชอบ"),
    ("unit", "หน่วยงานเจ้าของแผน"),
    ("unit", "หน่วยงาน"),
    ("unit", "ชื่อหน่วยงาน"),
    ("unit", "ส่วนราชการ"),
    ("kpi", "ตัวชี้วัดที่เลือกใช้"),
    ("kpi", "ตัวชี้วัดตามคำรับรอง"),
    ("kpi", "ตัวชี้วัด"),
)
_WITHOUT_COLON = re.compile(r"ฯ?\s*(?:\([^)]*\))?\s+(?=\S)|ฯ?\s*(?:\([^)]*\))?\s*$")
_TITLE = re.compile(
    r"แผน(?:ปฏิบัติ|ดำเนิน)?(?:การ|งาน)*\s*(?:ด้าน)?(?:การ)?จัดการความรู้|แผน(?:งาน)?ที่\s*[0-9๐-๙]|km\s*action\s*plan",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"ประจำปี|ปีงบประมาณ")  # of a title that names the office's whole year
_OWN_LABEL = re.compile(r"[^\W\d_][^:\d]{1,50}:(?!\d)")  # a "word : text" line of a word that is kept nowhere
_NUMBERED = re.compile(r"[0-9๐-๙]+[.)]\s*\S")
_UNIT = re.compile(
    r"^(?:กอง|สำนัก|กลุ่ม|ฝ่าย|งาน|ส่วน|ศูนย์|หน่วย|กรม|เทศบาล|องค์การ|สถาบัน|คณะ|โรงเรียน|วิทยาลัย|จังหวัด|อำเภอ|(?:[ก-ฮ]{1,4}\.)+)"
)
_UNIT_OF_TITLE = re.compile(
    r"ของ\s*((?:กอง(?!ทุน)|สำนัก(?!งาน)|กลุ่ม(?!เป้าหมาย)|ฝ่าย|งาน|ส่วน(?!ราชการ)|ศูนย์|คณะ(?!ทำงาน|กรรมการ))[^\s(:]{2,})"
)
_OFFICE_AFTER = re.compile(
    r"\s+(?:กรม|เทศบาล|องค์การ|อบต|อบจ|มหาวิทยาลัย|โรงพยาบาล|กระทรวง|สำนักงาน|จังหวัด|อำเภอ).*$", re.DOTALL
)
_YEAR_AFTER = re.compile(
    r"\s*(?:ประจำ)?(?:ปี|พ\.ศ\.)(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*[0-9๐-๙]{2,4}(?:\D.*)?$", re.DOTALL
)
_PLAN_NUMBER = re.compile(r"แผน(?:งาน|(?:การ)?จัดการความรู้)?ที่\s*(\d+)")
_GOAL_NUMBER = re.compile(r"^(?:เป้าหมาย\s*KM\s*(?:ที่)?\s*:?\s*)?(\d{1,2})[.)]\s*[^\d\s]")


def without_year(name: str) -> str:
    """A unit's or office's name without the fiscal year printed after it.

    >>> without_year("สำนักงานตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๘"), without_year("กองปีใหม่")
    ('สำนักงานตัวอย่าง', 'กองปีใหม่')
    """
    return _YEAR_AFTER.sub("", name)


def plan_number(text: str) -> str | None:
    """The number a plan's title gives it.

    >>> plan_number("แผนการจัดการความรู้ (KM Action Plan) : แผนการจัดการความรู้ที่ ๑")
    '1'
    """
    found = _PLAN_NUMBER.search(arabic(text))
    return found[1] if found else None


def goal_number(text: str) -> str | None:
    """The number of a title that is one of a list of goals or sections.

    >>> goal_number("เป้าหมาย KM : ๒. ส่งเสริมบุคลากร"), goal_number("๓. การแบ่งปันความรู้"), goal_number("แผน ปี ๒๕๖๒")
    ('2', '3', None)
    """
    found = _GOAL_NUMBER.match(arabic(text))
    return found[1] if found else None


def labelled(line: str) -> tuple[str, str] | None:
    """The field and text of a "word : text" line (the colon may be a blank), None where it is none.

    >>> labelled("กระบวนการที่สำคัญ : การจัดทำแผน")
    ('critical_process', 'การจัดทำแผน')
    >>> labelled("ตัวชี้วัดตามคำรับรองฯ (KPI) ระดับความสำเร็จ ร้อยละ ๘๐")
    ('kpi', 'ระดับความสำเร็จ ร้อยละ ๘๐')
    """
    label, colon, text = line.partition(":")
    key = match_key(label)
    name = next((name for name, word in LABELS if colon and key.startswith(match_key(word))), None)
    if name:
        return name, line.strip() if name == "title" else text.strip()
    for name, word in sorted(LABELS, key=lambda pair: -len(pair[1])):
        after = _WITHOUT_COLON.match(line, len(word)) if line.startswith(word) else None
        if after and (after.end() < len(line) or name == "kpi"):
            return name, line.strip() if name == "title" else line[after.end() :].strip()
    return None


def read_head(sheet: Sheet, rows: list[int], announced: bool = False) -> Head:
    """Read the lines above a table.

    A line without a label belongs to the labelled line above it (a list that went on in the next row), unless it
    has a word of its own that is kept nowhere, or is the unit when it names one right under the title. Of several
    title lines the one with the plan's number is the title, one of the plan itself before one of the office's whole
    year, and either before a line that only names the office or the form; a title may name the unit ("ของกองคลัง").
    Where a KPI table follows (``announced``) a KPI line only announces it; any other line is left to the account.
    A label and its text may stand in two cells.
    """
    head = Head()
    last: str | None = None
    for row in rows:
        texts = sheet.cells(row)
        cells = [(text, (row, column)) for column, text in texts.items()]
        head.lines += [(text, sheet.address(*at)) for text, at in cells]
        if len(cells) > 1 and labelled(f"{cells[0][0].rstrip(' :')} : x"):
            sheet.take(*cells[0][1])
            cells = [(f"{cells[0][0].rstrip(' :')} : {cells[1][0]}", cells[1][1]), *cells[2:]]
        for text, at in cells:
            last = _read_line(sheet, head, text, at, last, announced)
    if "plan_title" in head.texts:
        head.texts["title"], head.cells["title"] = head.texts["plan_title"], head.cells["plan_title"]
    title = head.texts.get("title", "")
    number = plan_number(title) or goal_number(title)
    if number:
        head.texts["no"] = number
    unit = _UNIT_OF_TITLE.search(without_year(title))
    if unit and "unit" not in head.texts:
        head.texts["unit"], head.cells["unit"] = unit[1], head.cells["title"]
    return head


def _read_line(
    sheet: Sheet, head: Head, text: str, at: tuple[int, int], last: str | None, announced: bool
) -> str | None:
    """Enter one line into the head; the field it filled."""
    found = labelled(text)
    if found and found[0] == "title":
        _keep_title(sheet, head, text, at, better=True)
        return "title"
    if found:
        _keep(sheet, head, found[0], found[1], at, announced)
        return found[0]
    if _TITLE.search(text):
        before = head.texts.get("title", "")
        general = _OF_YEAR.search(before) and not _OF_YEAR.search(text)
        other = not _TITLE.search(before) and not labelled(before)
        _keep_title(sheet, head, text, at, better=bool(other or plan_number(text) or general))
        return "title"
    if last == "title" and _UNIT.match(text.removeprefix("ของ")) and "unit" not in head.texts:
        _keep(sheet, head, "unit", text.removeprefix("ของ").strip(), at, announced)
        return "unit"
    if last in ("issue", "critical_process", "knowledge", "outcome", "kpi") and last in head.texts:
        if _OWN_LABEL.match(text):
            return None
        sheet.take(*at, last)
        head.texts[last] += "\n" + text
    elif last is None and ("title" not in head.texts or _NUMBERED.match(text)):
        _keep_title(sheet, head, text, at, better=True)
    return last


def _keep_title(sheet: Sheet, head: Head, text: str, at: tuple[int, int], *, better: bool) -> None:
    """A title line: the first one, or a better one, is the title."""
    sheet.take(*at, "title")
    if better and not plan_number(head.texts.get("title", "")):
        head.texts["title"] = text
        head.cells["title"] = sheet.address(*at)


def _keep(sheet: Sheet, head: Head, name: str, text: str, at: tuple[int, int], announced: bool) -> None:
    if not text or (announced and name == "kpi"):
        sheet.usage.ignore(sheet.name, *at, worded("reader_left.heading_below"))
        return
    sheet.take(*at, name)
    whole = name != "unit" or "plan_key" in head.texts
    head.texts[name] = text if whole else _OFFICE_AFTER.sub("", without_year(text))
    head.cells[name] = sheet.address(*at)
