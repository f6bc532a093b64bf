"""The committee's own operating calendar."""

import re

from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import StepDraft
from kmdash.ingest.sheet import Sheet

_NUMBER = re.compile(r"^([0-9๐-๙]+)[.)]\s*")


def read_steps(sheet: Sheet, table: Table, found: Collected) -> int:
    """The steps in their order; a row with neither number nor date is a note under the table."""
    steps = []
    for row in table.rows:
        column, period_column = table.columns["step"], table.columns["period"]
        text, period = sheet.text(row, column), sheet.text(row, period_column)
        numbered = _NUMBER.match(text)
        if not numbered and not period:
            sheet.ignore_row(row, worded("reader_left.footnote"))
            continue
        sheet.take(row, column, "text")
        sheet.take(row, period_column, "period")
        cell = sheet.cell(row, period_column)
        steps.append(
            StepDraft(
                no=arabic(numbered[1]) if numbered else None,
                text=text,
                cell=sheet.address(row, column),
                period_text=period,
                period_cell=sheet.address(row, period_column),
                period_value=cell.value if cell else None,
                period_format=cell.number_format if cell else "General",
                unit=sheet.take(row, table.columns.get("unit"), "unit"),
            )
        )
    for row in table.head:
        sheet.ignore_row(row, worded("reader_left.table_title"))
    found.steps += steps
    return len(steps)
