"""Target against actual by period: from rows with a week or month, and what such tables share with matrices."""

import re
from collections.abc import Sequence

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import is_missing_mark, number
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_follow import SeriesDraft, typed
from kmdash.ingest.records.measure_pairs import kind_of
from kmdash.ingest.records.targets import read_targets
from kmdash.ingest.sheet import Sheet

LONGEST_NAME = 80
TINY = 1e-6
_UNITS = re.compile(r"\((?:หน่วย\s*:?\s*)?(ล้านบาท|พันบาท|บาท|คน|ราย|ครัวเรือน|เรื่อง|ชุด|ฉบับ|แห่ง|ร้อยละ|%)\)|หน่วย\s*:\s*(\S+)")
_ANY_SHEET = re.compile(r"(?:sheet|แผ่น|แผ่นงาน|csv)\s*\d*", re.IGNORECASE)
_TELLS = re.compile(r"เบิกจ่าย|จัดเก็บ|บันทึก|เป้าหมาย|ผล|สถิติ|รายงาน|ก้าวหน้า")
_NUMBERED = re.compile(r"^\(?[0-9]+[.)]\s*")


def read_periods(sheet: Sheet, table: Table, found: Collected) -> int:
    """Targets of units; where rows tell a week or month, a draft a unit, kind and period instead."""
    before, column = len(found.targets), table.columns.get("when")
    rows = read_targets(sheet, table, found)
    drafts = found.targets[before:]
    if not any(typed(sheet, draft.row, column).text for draft in drafts):
        return rows
    del found.targets[before:]
    name = name_of(sheet, table.head)
    for draft in drafts:
        when = typed(sheet, draft.row, column)
        places = {sheet.address(draft.row, place): place for place in sheet.cells(draft.row)}
        made = SeriesDraft(
            name, draft.unit, draft.cell, when, draft.measure if draft.alone else kind_of(draft.measure)
        )
        made.name = name or made.kind or draft.measure
        made.actual = typed(sheet, draft.row, places.get(draft.actual_cell))
        if draft.text:
            made.target = typed(sheet, draft.row, places.get(draft.cell))
        heading = (
            f"{sheet.name} {draft.measure} {' '.join(t for row in table.head for t in sheet.cells(row).values())}"
        )
        made.measure_unit, made.cumulative = measured_in(heading), is_cumulative(heading)
        made.note = sheet.text(draft.row, table.columns.get("note"))
        found.series.append(made)
    return rows


def name_of(sheet: Sheet, head: Sequence[int]) -> str:
    """What a series is called: the sheet's own name, else the last line of one text above the table."""
    if not _ANY_SHEET.fullmatch(arabic(sheet.name).strip()):
        return sheet.name
    alone = [next(iter(texts.values())) for row in head if len(texts := sheet.cells(row)) == 1]
    lines = [text for text in alone if _TELLS.search(text)]
    return _NUMBERED.sub("", arabic(lines[-1]))[:LONGEST_NAME].strip() if lines else ""


def measured_in(text: str) -> str:
    """The unit of measure that a heading names in brackets; "" where it names none.

    >>> measured_in("ผลการเบิกจ่าย (บาท)"), measured_in("ผลการจัดเก็บ")
    ('บาท', '')
    """
    found = _UNITS.search(text)
    return (found[1] or found[2]) if found else ""


def is_cumulative(text: str) -> bool | None:
    """Whether figures are said to be sums since the first period; None where nothing says so.

    >>> is_cumulative("ผลการเบิกจ่ายสะสม"), is_cumulative("ผลการเบิกจ่าย")
    (True, None)
    """
    return True if "สะสม" in text else None


def total_differs(sheet: Sheet, row: int, column: int, texts: Sequence[str]) -> list[Problem]:
    """The printed total of a column against the sum of its figures, where each is one number."""
    numbers = [number(text) for text in texts if not is_missing_mark(text)]
    printed = number(sheet.text(row, column))
    known = [value for value in numbers if value is not None]
    if printed is None or len(known) < len(numbers) or abs(printed - sum(known)) <= TINY:
        return []
    return [
        Problem(
            code="series_sum_differs",
            severity=Severity.WARNING,
            cell=sheet.address(row, column),
            found=sheet.text(row, column),
            message=worded("reader_left.sum_differs", printed=printed, total=sum(known)),
            remedy=worded("reader_left.sum_differs_do"),
        )
    ]
