"""What each unit is to deliver: a row a unit, a column a measure."""

import re

from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.text import arabic
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_register import TargetDraft
from kmdash.ingest.sheet import Sheet

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
TOTAL = "แถวรวม"


def read_targets(sheet: Sheet, table: Table, found: Collected) -> int:
    """One draft a unit and measure; a total row is compared with the sum, not taken for a unit."""
    columns = table.columns
    measures = {columns["target"]: sheet.text(table.header, columns["target"]), **table.unknown}
    drafts: list[TargetDraft] = []
    for row in table.rows:
        unit = sheet.text(row, columns["unit"])
        if match_key(unit or sheet.text(row, columns.get("no"))).startswith("รวม"):
            found.problems += _total_differs(sheet, row, measures, drafts)
            sheet.ignore_row(row, TOTAL)
        elif not unit or len(sheet.cells(row)) < 2:
            sheet.ignore_row(row, "บรรทัดนอกแถวเป้าหมาย")
        else:
            for column, measure in measures.items():
                drafts.append(_draft(sheet, table, row, column, measure))
            for column in sheet.cells(row):
                sheet.take(row, column, "target")
    found.targets += drafts
    return len(drafts)


def number_in(text: str) -> float | None:
    """The only number of a text, with whatever words around it; None where there is none or several.

    >>> number_in("อย่างน้อย ๙ เรื่อง"), number_in("๑๒,๙๐๐ คน"), number_in("๓ - ๕ เรื่อง")
    (9.0, 12900.0, None)
    """
    numbers = _NUMBER.findall(arabic(text))
    return float(numbers[0].replace(",", "")) if len(numbers) == 1 else None


def _draft(sheet: Sheet, table: Table, row: int, column: int, measure: str) -> TargetDraft:
    first = column == table.columns["target"]
    return TargetDraft(
        unit=sheet.text(row, table.columns["unit"]),
        measure=measure,
        cell=sheet.address(row, column if sheet.text(row, column) else table.columns["unit"]),
        text=sheet.text(row, column),
        actual_text=sheet.text(row, table.columns.get("actual")) if first else "",
        note=sheet.text(row, table.columns.get("note")) if first else "",
    )


def _total_differs(sheet: Sheet, row: int, measures: dict[int, str], drafts: list[TargetDraft]) -> list[Problem]:
    problems = []
    for column, measure in measures.items():
        printed = number_in(sheet.text(row, column))
        total = sum(number_in(draft.text) or 0 for draft in drafts if draft.measure == measure)
        if printed is not None and printed != total:
            problems.append(
                Problem(
                    code="target_sum_differs",
                    severity=Severity.WARNING,
                    cell=sheet.address(row, column),
                    found=sheet.text(row, column),
                    message=f"ยอดรวมที่พิมพ์ไว้คือ {printed:g} แต่ผลรวมของทุกหน่วยงานคือ {total:g}",
                    remedy="ตรวจเป้าหมายของแต่ละหน่วยงาน แดชบอร์ดใช้ผลรวมที่คำนวณได้",
                )
            )
    return problems
