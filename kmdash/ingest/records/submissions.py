"""Reports that units are to send, a row each: when due, when received, or what the form scores."""

from kmdash.domain.wording import worded
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import is_blank_mark
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_follow import BLANK, SubmissionDraft, typed
from kmdash.ingest.records.plan_rows import TOTAL, closing
from kmdash.ingest.records.told import due_day_in
from kmdash.ingest.sheet import Sheet

_ABOUT = ("unit", "report", "when", "due")
_TELLING = ("received", "told", "actual", "due")


def read_submissions(sheet: Sheet, table: Table, found: Collected) -> int:
    """One draft a row that names a unit and has a due day, a day of receiving, a word or a score."""
    columns = table.columns
    above = " ".join([sheet.name, *(text for row in table.head for text in sheet.cells(row).values())])
    before = len(found.submissions)
    for row in table.rows:
        unit = sheet.covered_text(row, columns.get("unit"))
        own = [name for name in _TELLING if not is_blank_mark(sheet.text(row, columns.get(name)))]
        sums_up = unit.startswith("รวม")
        reason = closing(sheet, row) or (TOTAL if sums_up else "")
        if reason or not unit or not own:
            sheet.ignore_row(
                row, reason or (worded("reader_left.not_filled") if unit else worded("reader_left.outside_reports"))
            )
            continue
        first = next(name for name in ("received", "told", "actual", "due", "unit") if name in columns)
        draft = SubmissionDraft(unit, sheet.address(row, columns[first]))
        draft.report = sheet.covered_text(row, columns.get("report"))
        draft.month_typed = typed(sheet, row, columns.get("when"))
        draft.due, draft.due_day = typed(sheet, row, columns.get("due")), due_day_in(above)
        draft.received, draft.told = typed(sheet, row, columns.get("received")), sheet.text(row, columns.get("told"))
        draft.score = typed(sheet, row, columns.get("actual")) if "actual" in own else BLANK
        draft.note = sheet.text(row, columns.get("note"))
        found.submissions.append(draft)
        for name, column in columns.items():
            sheet.take(row, column, name)
        for column, heading in table.unknown.items():
            sheet.usage.ignore(sheet.name, row, column, worded("reader_left.column", heading=heading))
    for row in table.head:
        sheet.ignore_row(row, worded("reader_left.table_title"))
    return len(found.submissions) - before
