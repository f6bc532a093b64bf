"""Go through a file's sheets and have each table read by the reader of its form, in the order of the file."""

from collections.abc import Callable, Mapping

from kmdash.domain.address import column_letters
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import TableFound
from kmdash.domain.shape import Shape
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.pages import page_of
from kmdash.ingest.layouts.plan_forms import ACTION_PLAN, KPI_LEVELS
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.layouts.tables import find_tables, side_by_side
from kmdash.ingest.records.aims import AIM_READERS, read_scope
from kmdash.ingest.records.ballots import read_ballots
from kmdash.ingest.records.captured import PAGE_READERS
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.dates_in_text import unreadable_dates
from kmdash.ingest.records.deadlines import deadlines
from kmdash.ingest.records.drafts import KpiDraft, KpiTable
from kmdash.ingest.records.duties import order_of, read_duties
from kmdash.ingest.records.knowledge import read_knowledge
from kmdash.ingest.records.kpis import read_kpis
from kmdash.ingest.records.matrices import read_matrix
from kmdash.ingest.records.needs import read_needs
from kmdash.ingest.records.network import read_network
from kmdash.ingest.records.plans import read_plans
from kmdash.ingest.records.rubrics import find_rubrics
from kmdash.ingest.records.series import read_periods
from kmdash.ingest.records.steps import read_steps
from kmdash.ingest.records.submissions import read_submissions
from kmdash.ingest.records.table_findings import about_columns, blank, by_hand
from kmdash.ingest.records.tally import read_tally
from kmdash.ingest.sheet import Sheet

Reader = Callable[[Sheet, Table, Collected], int]  # enters its drafts; how many rows it read


def _read_form1(sheet: Sheet, table: Table, found: Collected) -> int:
    return (read_needs if "knowledge" in table.columns else read_knowledge)(sheet, table, found)


READERS: dict[str, Reader] = {
    "tally": read_tally,
    "ballot": read_ballots,
    "form1": _read_form1,
    "targets": read_periods,
    "submissions": read_submissions,
    "duties": read_duties,
    "network": read_network,
    "aims": read_scope,
    "calendar": read_steps,
}
OUTSIDE = "reader_left.outside_table"
UNTAKEN = "reader_left.untaken"


def collect(sheets: list[Sheet], shapes: Mapping[str, Shape] | None = None) -> Collected:
    """Read every sheet; what is no table, or a table of no use here, is told with its reason."""
    found = Collected()
    for sheet in sheets:
        if not sheet.rows:
            continue
        tables = len(found.tables)
        parts = side_by_side(sheet, shapes)
        for part in parts:
            _read_part(part, shapes, found, alone=len(parts) == 1)
        if sheet.grid.hidden and any(table.rows for table in found.tables[tables:]):
            found.problems.append(_hidden(sheet))
    return found


def _read_part(sheet: Sheet, shapes: Mapping[str, Shape] | None, found: Collected, *, alone: bool) -> None:
    """Read a sheet, or one of the parts it was taken apart into (not ``alone``)."""
    kpis, taken = find_rubrics(sheet)
    of_matrix = set() if kpis else read_matrix(sheet, found)
    there = find_tables(sheet, shapes, taken | of_matrix)
    if kpis:
        found.tables.append(_rubrics(sheet, kpis, taken))
        found.kpi_tables.append(KpiTable(sheet.name, [row for row in there.loose if row < min(taken)], kpis))
    if kpis and not there.tables:
        for row in there.loose:
            sheet.ignore_row(row, worded("reader_left.outside_levels"))
    elif not there.tables and alone and not of_matrix:
        rows = sorted([*there.loose, *(row for block in there.untaken for row in block)])
        found.problems += unreadable_dates(sheet, rows)
        _no_table(sheet, rows, there.untaken, found)
        return
    running = [row for table in there.tables for row in table.head] + there.loose
    found.problems += unreadable_dates(sheet, running)
    _read_tables(sheet, there.tables, found)
    found.problems += [_untaken(sheet, block) for block in there.untaken]
    for row in there.loose:
        sheet.ignore_row(row, OUTSIDE)


def _read_tables(sheet: Sheet, tables: list[Table], found: Collected) -> None:
    head: list[int] = []
    above: list[int] = []
    kpis: list[KpiDraft] = []
    first = len(found.plans)
    for table in tables:
        head += table.head
        if table.form.refused:
            rows = _refuse(sheet, table, head, found)
        elif table.form is KPI_LEVELS:
            new = read_kpis(sheet, table, found.problems)
            above = above if kpis else list(head)
            kpis += new
            rows = len(new)
        elif table.form.kind == ACTION_PLAN.kind:
            before = found.plans[-1] if len(found.plans) > first else None
            rows = -sum(len(plan.activities) for plan in found.plans)
            found.plans += read_plans(sheet, table, head, kpis, before)
            rows += sum(len(plan.activities) for plan in found.plans)
            kpis = []
        else:
            rows = READERS[table.form.kind](sheet, table, found)
            found.problems += [] if rows else [blank(sheet, table)]
        head = head if table.form is KPI_LEVELS else []
        found.problems += about_columns(sheet, table) + ([by_hand(sheet, table)] if table.by_hand else [])
        found.tables.append(TableFound(sheet.name, _range(sheet, table), table.form.kind, rows, table.why))
    if kpis:
        found.kpi_tables.append(KpiTable(sheet.name, above, kpis))


def _rubrics(sheet: Sheet, kpis: list[KpiDraft], rows: set[int]) -> TableFound:
    columns = [column for row in rows for column in sheet.cells(row)]
    span = f"{column_letters(min(columns))}{min(rows)}:{column_letters(max(columns))}{max(rows)}"
    return TableFound(sheet.name, span, "rubric", len(kpis), worded("reader_left.rubric_found"))


def _refuse(sheet: Sheet, table: Table, head: list[int], found: Collected) -> int:
    """A table that is recognised as no part of a register: left out, with its reason."""
    for row in (*head, *table.rows):
        sheet.ignore_row(row, table.form.refused)
    found.problems.append(
        Problem(
            code="table_refused",
            severity=Severity.INFO,
            cell=sheet.address(table.header, min(table.columns.values())),
            found=worded(table.form.name),
            message=worded("reader_left.table_refused", form=worded(table.form.name), why=worded(table.form.refused)),
            remedy=worded("reader_left.table_refused_do"),
        )
    )
    return 0


def _range(sheet: Sheet, table: Table) -> str:
    rows = [table.header, *table.rows]
    columns = [column for row in rows for column in sheet.cells(row)]
    return f"{column_letters(min(columns))}{table.header}:{column_letters(max(columns))}{rows[-1]}"


def _untaken(sheet: Sheet, rows: list[int]) -> Problem:
    """A table of no known form beside tables that were read."""
    for row in rows:
        sheet.ignore_row(row, UNTAKEN)
    head = sheet.cells(rows[0])
    return Problem(
        code="table_not_taken",
        severity=Severity.WARNING,
        cell=sheet.address(rows[0], next(iter(head))),
        found=" | ".join(head.values())[:200],
        message=worded("reader_left.table_not_taken", count=len(rows) - 1),
        remedy=worded("reader_left.table_not_taken_do"),
    )


def _no_table(sheet: Sheet, rows: list[int], untaken: list[list[int]], found: Collected) -> None:
    page = page_of(sheet, rows)
    readers = PAGE_READERS | AIM_READERS
    read = readers[page.kind](sheet, found) if page and page.kind in readers else 0
    if page and read:
        found.tables.append(TableFound(sheet.name, f"{rows[0]}:{rows[-1]}", page.kind, read, worded(page.name)))
        return
    order = order_of(sheet, rows) if page and page.kind in ("committee", "committee_order") else []
    if page and order:
        found.duties += order
        found.deadlines += deadlines(order)
        why = worded("reader_left.duties_found")
        found.tables.append(TableFound(sheet.name, f"{rows[0]}:{rows[-1]}", page.kind, len(order), why))
        return
    top = untaken[0][0] if untaken and not page else rows[0]
    first = sheet.address(top, next(iter(sheet.cells(top)), 1))
    reason = worded(page.reason) if page else worded("reader_left.no_heading")
    for row in rows:
        sheet.ignore_row(row, reason)
    found.tables.append(
        TableFound(sheet.name, f"{rows[0]}:{rows[-1]}", page.kind if page else "unsupported", 0, reason)
    )
    found.problems.append(
        Problem(
            code="sheet_left_out",
            severity=Severity.INFO if page else Severity.WARNING,
            cell=first,
            found=sheet.text(top, next(iter(sheet.cells(top)), 1))[:120],
            message=worded("reader_left.sheet_left_out", sheet=sheet.name, why=reason),
            remedy=worded("reader_left.sheet_left_out_do"),
        )
    )


def _hidden(sheet: Sheet) -> Problem:
    row = sheet.rows[0]
    return Problem(
        code="sheet_hidden",
        severity=Severity.WARNING,
        cell=sheet.address(row, 1),
        found=sheet.name,
        message=worded("reader_left.sheet_hidden", sheet=sheet.name),
        remedy=worded("reader_left.sheet_hidden_do"),
    )
