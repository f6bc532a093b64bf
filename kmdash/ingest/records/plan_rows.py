"""What a row of a plan's table is, when it is no activity: total, signature, footnote, a title printed again."""

import re

from kmdash.domain.identity import match_key
from kmdash.domain.words import arabic
from kmdash.ingest.layouts.month_columns import is_result
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.sheet import Sheet

FOOTNOTE = "reader_left.outside_activities"
SIGNATURE = "reader_left.signature"
TOTAL = "reader_left.total"
GROUP = "reader_left.group"

_SIGNATURE = re.compile(r"^\(?\s*(?:ลงชื่อ|ลงนาม|ผู้จัดทำ|ผู้เสนอ|ผู้เห็นชอบ|ผู้อนุมัติ|ผู้ตรวจ|ผู้รายงาน|ตำแหน่ง|วันที่\s*[.…_]|[.…_]{4,})")
_FOOTNOTE = re.compile(r"^(?:หมายเหตุ|ที่มา|คำอธิบาย|คำชี้แจง|ข้อมูล\s*ณ|\*|※)")
_TOTAL = re.compile(
    r"^(?:รวม|ผลรวม|ยอดรวม|total)(?:ทั้งสิ้น|ทั้งหมด|กิจกรรม|จำนวน|งบประมาณ|เป็นเงิน|เงิน|ค่าใช้จ่าย|\s|:|$)", re.IGNORECASE
)


def closing(sheet: Sheet, row: int) -> str | None:
    """Why a row ends the table (a signature block, a footnote), None where it does not."""
    texts = list(sheet.cells(row).values())
    if any(_SIGNATURE.match(text) for text in texts) and len(texts) <= 3:
        return SIGNATURE
    if texts and _FOOTNOTE.match(texts[0]) and len(texts) <= 2:
        return FOOTNOTE
    return None


def has_own(sheet: Sheet, table: Table, row: int) -> bool:
    """Whether a row has a text and a number, period or owner beside it: an activity, wherever it stands."""
    columns = table.columns
    others = [columns[name] for name in ("no", "period", "owner", "start", "end") if name in columns]
    return bool(sheet.text(row, columns["text"])) and any(sheet.text(row, column) for column in others)


def is_total(sheet: Sheet, table: Table, row: int) -> bool:
    """Whether a row sums up: "รวม" in its number or activity column, and no period or owner, merged ones counted."""
    columns = table.columns
    lead = next((text for name in ("stage", "no", "text") if (text := sheet.text(row, columns.get(name)))), "")
    filled = any(sheet.covered_text(row, columns.get(name)) for name in ("period", "owner", "start", "end"))
    return bool(_TOTAL.match(lead.strip())) and not filled


def tells_results(sheet: Sheet, table: Table, row: int) -> bool:
    """Whether a row of a month grid says what was done ("ผล" beside its months), not what was planned."""
    known = {*table.columns.values(), *table.months, *table.results, *table.statuses}
    texts = sheet.cells(row)
    return bool(table.months) and any(is_result(text) for column, text in texts.items() if column not in known)


def goes_on(sheet: Sheet, table: Table, row: int, numbered: bool) -> bool:
    """Whether a row goes on with the one above: no activity of its own, or its text cut by a page break.

    It has no number where others have one (``numbered``), no period and no owner, or no text at all. A period or
    owner merged over rows is its own where the number is not merged over the same rows.
    """
    columns = table.columns
    texts = set(sheet.cells(row))
    if columns["text"] not in texts:
        return bool(texts & set(columns.values()))
    own = [name for name in ("no", "period", "owner", "start", "end", "status", "percent") if name in columns]
    dated = any(column in texts for column in (*table.months, *table.statuses))
    if not numbered or dated or any(sheet.text(row, columns[name]) for name in own):
        return False
    start = sheet.origin(row, columns["no"]) if "no" in columns else row
    return start == row or all(sheet.origin(row, columns[name]) in (row, start) for name in own)


def is_numbered(sheet: Sheet, table: Table) -> bool:
    """Whether rows are numbered: not where the numbers are merged over the rows of a stage, being the stage's."""
    no, stage = table.columns.get("no"), table.columns.get("stage")
    numbers = [row for row in table.rows if sheet.text(row, no)]
    merged = {(left, top, bottom) for row in numbers for top, left, bottom, _ in sheet.spans(row) if bottom > top}
    of_stages = any(left == no and (stage, top, bottom) in merged for left, top, bottom in merged)
    return len(numbers) > 1 and not of_stages


def adjoins(sheet: Sheet, table: Table, row: int) -> bool:
    """Whether a row may belong to the one above: no blank row between, and no line across the table.

    Such a line is one text in the number's column, or over several columns.
    """
    texts = sheet.cells(row)
    line = len(texts) == 1 and (table.columns.get("no") in texts or _is_wide(sheet, row, *texts))
    return not line and (row in table.breaks or bool(sheet.cells(row - 1)))


def is_group(sheet: Sheet, table: Table, row: int) -> bool:
    """Whether a row heads a group of activities: a number and a text alone, and below it that number's n.1, n.2 …"""
    columns = table.columns
    number = _number(sheet, table, row)
    if not number or set(sheet.cells(row)) != {columns.get("no"), columns["text"]}:
        return False
    below = next((line for line in table.rows if line > row), None)
    return below is not None and _number(sheet, table, below).startswith(f"{number}.")


def _number(sheet: Sheet, table: Table, row: int) -> str:
    return arabic(sheet.text(row, table.columns.get("no"))).strip().rstrip(".)")


def _is_wide(sheet: Sheet, row: int, column: int) -> bool:
    return any(left <= column < right for _, left, _, right in sheet.spans(row))


def key_of(text: str) -> str:
    """A line as it is compared with the same line of another page: letters only."""
    return re.sub(r"[-–—:;,()'\"“”/]", "", match_key(text)).removesuffix("ต่อ")
