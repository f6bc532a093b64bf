"""Reads a filled template (``domain.template``): every value with its cell, every row used or told why not."""

from collections.abc import Sequence

from kmdash.domain import template
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, TableFound
from kmdash.domain.wording import worded
from kmdash.ingest.sheet import Sheet
from kmdash.ingest.template.book import Book
from kmdash.ingest.template.committee import ballot_parts, event_parts, knowledge_parts
from kmdash.ingest.template.follow_up import progress_parts, result_parts
from kmdash.ingest.template.followed import followed_parts
from kmdash.ingest.template.kpis import read_kpis
from kmdash.ingest.template.learning import learned_parts
from kmdash.ingest.template.owner import read_owner
from kmdash.ingest.template.plans import read_plans
from kmdash.ingest.template.registers import register_parts
from kmdash.ingest.template.rounds import round_parts, tests_parts
from kmdash.ingest.template.tables import Table, find_table, name_the_rest
from kmdash.ingest.template.unit_report import reported_parts

GUIDE = "reader_template.guide"
LISTS = "reader_template.lists"


def is_template(sheets: Sequence[Sheet]) -> bool:
    """Whether a file is the tidy template: one of its sheets has the headings of one of the template's."""
    return any(map(find_table, sheets))


def read_template(sheets: Sequence[Sheet], file: str) -> tuple[list[Part], list[Problem], list[TableFound], list[str]]:
    """Read a filled template.

    Returns
    -------
    parts, problems, tables, kinds
        Parts as in ``domain.reading``: a plan (key its number), results (plan number), progress (plan number
        @ report date), ballot, calendar and knowledge (key "1"), rounds and tests (plan number),
        what ``registers`` reads. Kinds are
        those of the sheets with rows.
        Where office or fiscal year are missing, that is asked and the parts have None.
    """
    book = Book(file, [])
    for sheet in sheets:
        table = find_table(sheet)
        if table:
            book.tables.append(table)
        else:
            _other_sheet(book, sheet)
    read_owner(book)
    plans = read_plans(book)
    read_kpis(book, plans)
    parts = [
        *plans.parts(book),
        *result_parts(book, plans),
        *progress_parts(book, plans),
        *reported_parts(book),
        *ballot_parts(book),
        *event_parts(book),
        *knowledge_parts(book, plans),
        *round_parts(book, plans),
        *tests_parts(book, plans),
        *register_parts(book),
        *followed_parts(book, plans),
        *learned_parts(book, plans),
    ]
    for table in book.tables:
        _missing_columns(book, table)
        name_the_rest(table)
    tables = [table.found() for table in book.tables]
    kinds = dict.fromkeys(table.spec.kind for table in book.tables if any(True for _ in table.rows))
    return parts, book.problems, tables, list(kinds)


def _other_sheet(book: Book, sheet: Sheet) -> None:
    """A sheet without a table: the template's own guide and lists are passed over, any other is told."""
    own = {template.GUIDE_SHEET: GUIDE, template.LISTS_SHEET: LISTS}.get(sheet.name)
    reason = own or worded("reader_template.not_a_table")
    for row in sheet.rows:
        sheet.ignore_row(row, reason)
    if own is None and sheet.rows:
        cell = sheet.address(sheet.rows[0], 1)
        remedy = worded("reader_template.not_a_table_do")
        book.report("sheet_left_out", Severity.WARNING, cell, sheet.name, reason, remedy)


def _missing_columns(book: Book, table: Table) -> None:
    """Tell of headings that a table needs and lacks, and of those it does not know."""
    start = table.sheet.address(table.header, min(table.columns.values()))
    for column in table.spec.columns:
        if column.required and column.field not in table.columns:
            message = worded("reader_template.column_missing", heading=column.heading)
            book.report(
                "column_missing", Severity.ERROR, start, "", message, worded("reader_template.column_missing_do")
            )
    for at, heading in table.unknown.items():
        cell = table.sheet.address(table.header, at)
        message = worded("reader_template.column_unknown")
        book.report(
            "column_unknown", Severity.WARNING, cell, heading, message, worded("reader_template.column_unknown_do")
        )
