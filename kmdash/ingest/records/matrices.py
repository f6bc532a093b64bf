"""Reads a table of units by periods: which reports came, or target against actual."""

import re

from kmdash.domain.address import column_letters
from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import TableFound
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.contents import is_cross
from kmdash.ingest.layouts.month_columns import Month
from kmdash.ingest.layouts.period_matrix import ACTUAL, TARGET, PeriodMatrix, Slot, find_matrix, role_of
from kmdash.ingest.normalise.numbers import is_blank_mark, number
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_follow import BLANK, SeriesDraft, SubmissionDraft, Typed, typed
from kmdash.ingest.records.drafts_register import TargetDraft
from kmdash.ingest.records.plan_rows import TOTAL, closing
from kmdash.ingest.records.series import is_cumulative, measured_in, name_of, total_differs
from kmdash.ingest.records.shown import shown
from kmdash.ingest.records.told import due_day_in, told_of
from kmdash.ingest.sheet import Sheet

HEADER, DERIVED, TITLE = "reader_left.heading", "reader_left.derived", "reader_left.table_title"
PERIODS_UNCLEAR = "reader_pairs.periods_unclear"
ENOUGH = 0.6
_RESULTS = re.compile(r"ผลการ|ผลงาน|สถิติ|จริง|ความก้าวหน้า|ความคืบหน้า")
_SUBMISSIONS = re.compile(r"ส่งรายงาน|จัดส่ง|การส่ง|ส่งงาน|ส่งข้อมูล|report\s*award|รายงานดีมีรางวัล|การรายงาน", re.IGNORECASE)
_DUE = tuple(map(match_key, ("กำหนดส่ง", "วันกำหนดส่ง", "ครบกำหนด", "ส่งภายใน", "กำหนดการส่ง")))
_SCORE = re.compile(r"คะแนน|score", re.IGNORECASE)


def read_matrix(sheet: Sheet, found: Collected) -> set[int]:
    """Enter what a matrix of units and periods says; the rows that are done with, none where the sheet has none."""
    matrix = find_matrix(sheet)
    if matrix is None:
        return set()
    cells = [typed(sheet, row, column) for row in matrix.rows for column in matrix.slots]
    filled = [cell for cell in cells if not is_blank_mark(cell.text)]
    about = " ".join(
        [sheet.name, *(text for row in [*matrix.head, matrix.header] for text in sheet.cells(row).values())]
    )
    numbers = _share(filled, lambda cell: number(cell.value, cell.number_format) is not None)
    words = _share(filled, lambda cell: bool(told_of(cell.text)) and number(cell.text) is None)
    two_sided = any(slot.role for slot in matrix.slots.values()) or _row_roles(sheet, matrix)
    whole = None if _SUBMISSIONS.search(about) or _row_roles(sheet, matrix) else _whole_target(sheet, matrix)
    if filled and whole and not two_sided and numbers >= ENOUGH and not _RESULTS.search(about):
        rows, kind = _left_out(sheet, matrix, found), "series"
    elif filled and (two_sided or whole) and numbers >= ENOUGH:
        rows, kind = _series(sheet, matrix, found, whole), "series"
    elif filled and (words >= ENOUGH or _SUBMISSIONS.search(about)):
        scored = bool(_SCORE.search(about)) or any(_value(cell) not in (None, 0, 1) for cell in filled)
        rows, kind = _submissions(sheet, matrix, found, about, scored=scored and numbers >= ENOUGH), "submissions"
    else:
        return set()
    for line in range(matrix.header, matrix.last_header + 1):
        sheet.ignore_row(line, HEADER)
    for row in matrix.head:
        sheet.ignore_row(row, TITLE)
    first, last = column_letters(matrix.unit), column_letters(max(matrix.slots))
    where = f"{first}{matrix.header}:{last}{matrix.rows[-1] if matrix.rows else matrix.last_header}"
    why = worded("reader_left.matrix_found", count=len(matrix.slots), row=matrix.header)
    found.tables.append(TableFound(sheet.name, where, kind, rows, why))
    return {*matrix.head, *range(matrix.header, matrix.last_header + 1), *matrix.rows}


def _whole_target(sheet: Sheet, matrix: PeriodMatrix) -> int | None:
    """The one column of targets before periods none of which has a target of its own."""
    before = [column for column in matrix.known if column < min(matrix.slots)]
    named = [column for column in before if role_of(sheet.text(matrix.header, column)) == TARGET]
    apart = any(slot.role == TARGET for slot in matrix.slots.values())
    return named[0] if len(named) == 1 and not apart else None


def _left_out(sheet: Sheet, matrix: PeriodMatrix, found: Collected) -> int:
    """Figures by period of which no heading says whether they are planned or done: none is read, and it is told."""
    for row in matrix.rows:
        sheet.ignore_row(row, PERIODS_UNCLEAR)
    first = min(matrix.slots)
    found.problems.append(
        Problem(
            code="periods_unclear",
            severity=Severity.WARNING,
            cell=sheet.address(matrix.header, first),
            found=" | ".join(sheet.cells(matrix.header).values())[:200],
            message=worded(PERIODS_UNCLEAR),
            remedy=worded("reader_pairs.periods_do"),
        )
    )
    return 0


def _share(cells: list[Typed], holds: object) -> float:
    assert callable(holds)
    return sum(bool(holds(cell)) for cell in cells) / len(cells) if cells else 0.0


def _value(cell: Typed) -> float | None:
    return number(cell.value, cell.number_format)


def _row_roles(sheet: Sheet, matrix: PeriodMatrix) -> bool:
    """Whether rows alternate between target and actual, told in a column of their own."""
    return matrix.report is not None and {role_of(sheet.text(row, matrix.report)) for row in matrix.rows} >= {
        TARGET,
        ACTUAL,
    }


def _unit(sheet: Sheet, matrix: PeriodMatrix, row: int) -> str:
    return sheet.covered_text(row, matrix.unit)


def _skipped(sheet: Sheet, matrix: PeriodMatrix, row: int) -> bool:
    """Whether a row is none of a unit: left out with its reason."""
    reason = closing(sheet, row)
    if not reason and not any(sheet.text(row, column) for column in matrix.slots):
        reason = worded("reader_left.no_data") if _unit(sheet, matrix, row) else worded("reader_left.outside_units")
    if reason:
        sheet.ignore_row(row, reason)
    return bool(reason)


def _is_total(sheet: Sheet, matrix: PeriodMatrix, row: int) -> bool:
    leads = [sheet.text(row, column) for column in (matrix.unit, *matrix.known)]
    return any(match_key(lead).startswith(("รวม", "ยอดรวม", "ผลรวม", "เฉลี่ย", "total")) for lead in leads)


def _finish(sheet: Sheet, matrix: PeriodMatrix, row: int) -> None:
    """Enter in the account the cells beside the periods."""
    for column in (matrix.unit, matrix.report, matrix.note):
        sheet.take(row, column, "unit" if column == matrix.unit else "note")
    for column in matrix.known:
        sheet.usage.ignore(sheet.name, row, column, DERIVED)


def _submissions(sheet: Sheet, matrix: PeriodMatrix, found: Collected, about: str, *, scored: bool) -> int:
    """A draft a unit and period; a period in which nothing stands at all is one that is not recorded yet."""
    due_rows = [row for row in matrix.rows if match_key(_unit(sheet, matrix, row)).startswith(_DUE)]
    units = [row for row in matrix.rows if row not in due_rows]
    crossed = {
        is_cross(sheet.text(row, column))
        for row in units
        for column in matrix.slots
        if told_of(sheet.text(row, column)) == "sent"
    }
    recorded = [column for column in matrix.slots if any(not is_blank_mark(sheet.text(row, column)) for row in units)]
    before = len(found.submissions)
    for row in due_rows:
        for column in (matrix.unit, *matrix.slots):
            sheet.take(row, column, "due")
    for row in units:
        if _is_total(sheet, matrix, row) or (_skipped(sheet, matrix, row) and not _unit(sheet, matrix, row)):
            sheet.ignore_row(row, TOTAL)
            continue
        for column in recorded:
            draft = SubmissionDraft(_unit(sheet, matrix, row), sheet.address(row, column))
            draft.report = sheet.covered_text(row, matrix.report) if matrix.report else ""
            draft.month, draft.month_typed = _when(sheet, matrix, column)
            draft.due = typed(sheet, due_rows[0], column) if due_rows else BLANK
            draft.due_day, draft.note = due_day_in(about), sheet.text(row, matrix.note)
            _fill(draft, typed(sheet, row, column), scored=scored, crosses_deny=len(crossed) > 1)
            if not scored or draft.score is not BLANK:
                found.submissions.append(draft)
            sheet.take(row, column, "received")
        _finish(sheet, matrix, row)
    return len(found.submissions) - before


def _fill(draft: SubmissionDraft, cell: Typed, *, scored: bool, crosses_deny: bool) -> None:
    if scored:
        draft.score = cell if _value(cell) is not None else BLANK
    elif told_of(cell.text) == "":
        draft.received = cell
    else:
        draft.told, draft.is_cross = cell.text, crosses_deny and is_cross(cell.text)


def _when(sheet: Sheet, matrix: PeriodMatrix, column: int) -> tuple[Month | None, Typed]:
    slot = matrix.slots[column]
    for line in range(matrix.last_header, matrix.header - 1, -1):
        cell = typed(sheet, line, column)
        if cell is not BLANK and not role_of(cell.text):
            return slot.month, Typed(
                cell.value if slot.text == cell.text else slot.text, slot.text, cell.number_format, cell.cell
            )
    return slot.month, Typed(slot.text, slot.text)


def _series(sheet: Sheet, matrix: PeriodMatrix, found: Collected, whole: int | None) -> int:
    """A draft a unit and period, of a target and an actual in two columns or in two rows; totals are compared.

    A target of all periods together (the column ``whole``) is a target of the unit, none of a period.
    """
    name = name_of(sheet, matrix.head)
    of_rows = _row_roles(sheet, matrix)
    drafts: dict[tuple[str, str, str], SeriesDraft] = {}
    totals: list[int] = []
    for row in matrix.rows:
        if _is_total(sheet, matrix, row):
            totals.append(row)
        elif not _skipped(sheet, matrix, row):
            for column, slot in matrix.slots.items():
                _enter(drafts, sheet, matrix, row, column, slot, name, of_rows=of_rows)
                sheet.take(row, column, slot.role or ACTUAL)
            _finish(sheet, matrix, row)
            if whole and sheet.text(row, whole):
                heading, unit = sheet.text(matrix.header, whole), _unit(sheet, matrix, row)
                measure = f"{heading} · {name}" if name else heading
                cell = sheet.address(row, whole)
                found.targets.append(TargetDraft(unit, measure, row, cell, shown(sheet, row, whole)))
                sheet.take(row, whole, "target")
    for row in totals:
        for column, slot in matrix.slots.items():
            own = [draft for draft in drafts.values() if draft.when.text == _when(sheet, matrix, column)[1].text]
            role = role_of(sheet.text(row, matrix.report)) if of_rows else slot.role
            texts = [getattr(draft, role or ACTUAL).text for draft in own]
            found.problems += total_differs(sheet, row, column, texts)
        sheet.ignore_row(row, TOTAL)
    found.series += drafts.values()
    return len(drafts)


def _enter(
    drafts: dict[tuple[str, str, str], SeriesDraft],
    sheet: Sheet,
    matrix: PeriodMatrix,
    row: int,
    column: int,
    slot: Slot,
    name: str,
    *,
    of_rows: bool,
) -> None:
    cell = typed(sheet, row, column)
    if cell is BLANK:
        return
    label = sheet.covered_text(row, matrix.report) if matrix.report else ""
    role = (role_of(label) if of_rows else slot.role) or ACTUAL
    kind = slot.kind if of_rows else slot.kind or label
    month, when = _when(sheet, matrix, column)
    key = (_unit(sheet, matrix, row), kind, when.text)
    draft = drafts.setdefault(key, SeriesDraft(name, key[0], cell.cell, when, kind, month))
    draft.measure_unit = measured_in(f"{name} {label}")
    draft.cumulative = is_cumulative(f"{name} {label} {slot.text}")
    draft.note = sheet.text(row, matrix.note)
    setattr(draft, role, cell)
