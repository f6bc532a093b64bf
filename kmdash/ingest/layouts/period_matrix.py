"""Tables of units by months, weeks or days: what each column stands for, found before the other forms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kmdash.domain.identity import match_key
from kmdash.domain.period import Precision
from kmdash.domain.words import arabic
from kmdash.ingest.layouts.month_columns import Month, month_columns
from kmdash.ingest.layouts.plan_forms import NO
from kmdash.ingest.layouts.register_forms import NOTE, UNIT
from kmdash.ingest.normalise.periods import parse_value
from kmdash.ingest.sheet import Sheet

DEEPEST = 3
FEWEST = 2  # columns of periods
LONGEST = 60  # letters of a heading
TARGET, ACTUAL = "target", "actual"
_TARGETS = tuple(map(match_key, ("เป้าหมาย", "ค่าเป้าหมาย", "เป้า", "แผน", "target", "plan")))
_ACTUALS = tuple(map(match_key, ("ผล", "ทำได้", "จริง", "เบิกจ่ายจริง", "เบิกจ่ายแล้ว", "actual")))
_REPORT = tuple(map(match_key, ("รายงาน", "ชื่อรายงาน", "เรื่อง", "งานที่ส่ง", "รายการ", "ประเภท", "ด้าน", "แผน/ผล")))
_SUMS = tuple(
    map(
        match_key,
        ("รวม", "คะแนนรวม", "คะแนนเฉลี่ย", "เฉลี่ย", "ร้อยละ", "%", "อันดับ", "ลำดับที่ได้", "คงเหลือ", "ผลต่าง", "รางวัล"),
    )
)
_WEEK = re.compile(r"(?:สัปดาห์|สป\.?|week|w|งวด|รอบ|ครั้ง)\s*(?:ที่)?\s*\.?\s*(\d{1,3})(.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Slot:
    """A column of a matrix: the months or the number of its week, the text over it, target or actual ("": neither)."""

    text: str
    month: Month | None
    role: str
    kind: str = ""


@dataclass
class PeriodMatrix:
    """A heading with a unit and periods; ``report`` and ``row_role`` are the columns that tell rows of one unit apart.

    ``head`` are the rows above, ``rows`` those below.
    """

    header: int
    last_header: int
    unit: int
    slots: dict[int, Slot]
    report: int | None = None
    note: int | None = None
    known: list[int] = field(default_factory=list)  # columns of numbers and sums
    head: list[int] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


def week_number(text: str) -> int | None:
    """The number of a week or turn that a heading or cell names.

    >>> week_number("สัปดาห์ที่ ๓"), week_number("W12"), week_number("๗"), week_number("ต.ค.")
    (3, 12, 7, None)
    """
    plain = arabic(text).strip()
    found = _WEEK.fullmatch(plain)
    return int(found[1]) if found else int(plain) if plain.isdecimal() and len(plain) < 4 else None


def role_of(text: str) -> str:
    """Whether a text names the target or the actual; "" for neither.

    >>> role_of("เป้าหมายการเบิกจ่าย"), role_of("ผล"), role_of("เมือง")
    ('target', 'actual', '')
    """
    key = match_key(text)
    return TARGET if key.startswith(_TARGETS) else ACTUAL if key.startswith(_ACTUALS) else ""


def find_matrix(sheet: Sheet) -> PeriodMatrix | None:
    """The first table of a sheet whose rows are units and whose columns are periods; None where there is none.

    Every other column must be one of a number, a report or kind, a sum or a note: a table of activities is none.
    """
    for place, row in enumerate(sheet.rows):
        texts = sheet.cells(row)
        if len(texts) < 2 or not any(UNIT.length(match_key(text)) for text in texts.values() if len(text) < LONGEST):
            continue
        found = _heading(sheet, row)
        if found:
            found.head = sheet.rows[:place]
            found.rows = sheet.rows_after(found.last_header)
            return found
    return None


def _heading(sheet: Sheet, row: int) -> PeriodMatrix | None:
    last = row
    while last - row + 1 < DEEPEST and _goes_on(sheet, last):
        last += 1
    columns = sorted({column for line in range(row, last + 1) for column in sheet.cells(line)})
    heads = {column: _over(sheet, row, last, column) for column in columns}
    bare = {
        column: named
        for column, texts in heads.items()
        if (named := tuple(text for text in texts if not role_of(text)))
    }
    months, _ = month_columns(bare)
    unit = next((column for column in columns if UNIT.length(match_key(heads[column][0]))), None)
    slots: dict[int, Slot] = {}
    found = PeriodMatrix(row, last, unit or 0, slots)
    for column in columns:
        if column == unit:
            continue
        slot = _slot(sheet, row, last, column, heads[column], months.get(column))
        if slot:
            slots[column] = slot
        elif not _known(found, column, heads[column]):
            return None
    return found if unit and len(slots) >= FEWEST else None


def _slot(sheet: Sheet, row: int, last: int, column: int, texts: Sequence[str], month: Month | None) -> Slot | None:
    role = next((role for text in reversed(texts) if (role := role_of(text))), "")
    for line in range(last, row - 1, -1):
        text = sheet.text(sheet.origin(line, column), column) or next(iter(texts), "")
        cell = sheet.cell(line, column)
        if cell and not isinstance(cell.value, str | int | float | bool) and cell.value is not None:
            return Slot(text, None, role)
    for text in reversed(texts):
        if week_number(text) is not None and not text.strip().isdecimal():
            over = next((other for other in texts if other is not text and not role_of(other)), "")
            return Slot(f"{text} {over}".strip(), None, role)
        if not role_of(text) and month is None and _is_day(text):
            return Slot(text, None, role)
    return Slot(next((text for text in reversed(texts) if not role_of(text)), ""), month, role) if month else None


def _is_day(text: str) -> bool:
    if len(text) > LONGEST or not any(letter.isdecimal() for letter in text):
        return False
    period = parse_value(text)
    return not period.question and period.start is not None and period.precision in (Precision.DAY, Precision.MONTH)


def _known(found: PeriodMatrix, column: int, texts: Sequence[str]) -> bool:
    """Whether a heading that is no period has its place in such a table; it is entered there."""
    key = match_key(texts[0]) if texts else ""
    if NO.length(key) or key.startswith(_SUMS) or (column < min(found.slots, default=column + 1) and role_of(key)):
        found.known.append(column)
    elif key.startswith(_REPORT) and found.report is None:
        found.report = column
    elif NOTE.length(key):
        found.note = column
    else:
        return False
    return True


def _goes_on(sheet: Sheet, last: int) -> bool:
    """Whether the row below belongs to the heading: it names nothing but periods, target and actual."""
    texts = list(sheet.cells(last + 1).values())
    return (
        len(texts) > 1
        and all(role_of(text) or week_number(text) is not None or _is_month(text) for text in texts)
        and (not all(text.strip().isdecimal() for text in map(arabic, texts)))
    )


def _is_month(text: str) -> bool:
    return bool(month_columns({1: (text,)})[0])


def _over(sheet: Sheet, row: int, last: int, column: int) -> tuple[str, ...]:
    """The texts over a column, from the top: its own, that of the merged range, or of the group it stands under."""
    texts = []
    for line in range(row, last + 1):
        text = sheet.text(line, column)
        if not text:
            spans = [span for span in sheet.spans(line) if span[1] <= column <= span[3]]
            text = sheet.text(spans[0][0], spans[0][1]) if spans else ""
        if not text and line < last and sheet.text(line + 1, column):
            before = [other for other in sheet.cells(line) if other < column]
            text = sheet.text(line, before[-1]) if before and sheet.text(line + 1, before[-1]) else ""
        texts.append(text)
    return tuple(dict.fromkeys(filter(None, texts)))
