"""What units report in the form they were sent: read by the id of each row, wherever its columns and rows went."""

import re

from kmdash.domain import template
from kmdash.domain.identity import office_code
from kmdash.domain.reading import ADDS, Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.template.book import Book, Row
from kmdash.ingest.template.fields import status_columns
from kmdash.ingest.template.follow_up import FOR_READING, NOTHING_REPORTED, REPORTED, add_report, report_columns

_ID = re.compile(r"(\d{4}-[0-9a-f]{6}-)([^/]+)/.+")


def reported_parts(book: Book) -> list[Part]:
    """One part a plan and report date, which adds to what others reported of that day (``reading.ADDS``).

    A row that tells nothing of its activity is not a report: what was reported of it before stays.
    """
    parts: dict[str, Part] = {}
    for row in book.rows(template.UNIT_REPORT):
        if not any(row.shown(name) for name in REPORTED):
            row.leave_out(NOTHING_REPORTED)
            continue
        record = _record(row)
        if record:
            key = f"{record['plan_id'].split('-', 2)[2]}@{record['reported_on'] or '-'}{ADDS}"
            add_report(parts, "progress", key, row, record, ("activity_id", "marker"))
    return list(parts.values())


def _record(row: Row) -> Record | None:
    identity = row.text("marker") or ""
    found = _ID.fullmatch(identity)
    book = row.book
    if not found or found[1] != f"{book.fiscal_year or 0}-{office_code(book.office)}-":
        row.refuse("marker", "activity_unknown", worded("reader_forms_own.no_id"), worded("reader_forms_own.no_id_do"))
        row.leave_out()
        return None
    for name in template.READ_ONLY:
        row.set_aside(name, FOR_READING)
    if not row.shown("reported_on"):
        message = worded("reader_forms_own.no_day")
        row.doubt("reported_on", "report_without_day", message, worded("reader_forms_own.no_day_do"))
    return row.record(
        "progress",
        "marker",
        activity_id=identity,
        plan_id=found[1] + found[2],
        done_on=row.day("done_on"),
        postponed_to=row.day("postponed_to", months=True),
        note=row.text("note"),
        **status_columns(row, "progress", identity),
        **report_columns(row, None),
    )
