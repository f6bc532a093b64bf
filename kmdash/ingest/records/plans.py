"""Plans of an action plan's table: its rows as activities, each under the stage its sheet gives it."""

import difflib

from kmdash.domain.shape import COLUMN, ROWS, TEXT
from kmdash.domain.stages import OTHER
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.drafts import ActivityDraft, Head, KpiDraft, PlanDraft
from kmdash.ingest.records.head import read_head
from kmdash.ingest.records.month_marks import MonthGrid
from kmdash.ingest.records.plan_rows import (
    FOOTNOTE,
    GROUP,
    SIGNATURE,
    TOTAL,
    adjoins,
    closing,
    goes_on,
    has_own,
    is_group,
    is_numbered,
    is_total,
    key_of,
    tells_results,
)
from kmdash.ingest.records.same_title import is_continued, same_title
from kmdash.ingest.records.shown import shown
from kmdash.ingest.records.stage_rule import Named, counted_stage, leading_stage, rule_of, section
from kmdash.ingest.records.ticks import enter_ticks
from kmdash.ingest.records.vote_marks import crosses_are_doubtful
from kmdash.ingest.sheet import Sheet

NOT_KEPT = {"budget": "reader_left.budget", "reported": "reader_forms_own.reported"}
OF_ONE_ROW = ("no", "text", "id")
RESULT_OF_MONTH = "reader_left.result_of_month"
REPEATED_TITLE = "reader_left.repeated_title"


def read_plans(
    sheet: Sheet, table: Table, head_rows: list[int], kpis: list[KpiDraft], before: PlanDraft | None
) -> list[PlanDraft]:
    """The plans of one table, one after the other; ``before`` is the last plan of the sheet so far.

    A new plan begins where the stages start again from the first after a later one, or where a page carries
    another title; the lines right above its heading are its head (there may be none: the plan then has no name
    of its own). A table under the title of the plan before goes on with that plan.
    """
    return _Reader(sheet, table, kpis).plans(head_rows, before)


class _Reader:
    """Goes through one table's rows, in order."""

    def __init__(self, sheet: Sheet, table: Table, kpis: list[KpiDraft]):
        self.sheet, self.table, self.kpis = sheet, table, kpis
        self.rule = rule_of(sheet, table)
        self.numbered = is_numbered(sheet, table)
        self.own = "id" in table.columns  # a form that the program wrote: one plan, its rows known by their ids
        self.crosses_doubtful = crosses_are_doubtful(sheet, table.rows, table.statuses)
        self.grid = MonthGrid(sheet, table)
        self.stages: Named = []
        self.stage_cells: dict[str, str] = {}
        self.stage_text = ""
        self.lines: list[int] = []
        self.found: list[PlanDraft] = []
        self.closed = False

    def plans(self, head_rows: list[int], before: PlanDraft | None) -> list[PlanDraft]:
        """All of them, in the sheet's order; those begun in an earlier table are left out."""
        if before and self._same_title(before.head, head_rows):
            self._repeat_title(before, head_rows)
            self.found = [before]
        else:
            self._begin(head_rows, self.table.header)
        for row in self.table.rows:
            if row in self.table.breaks:
                self._turn_page(row)
            self._row(row)
        return [plan for plan in self.found if plan is not before]

    def _row(self, row: int) -> None:
        sheet, table = self.sheet, self.table
        named = section(sheet, table, row) if self.rule == ROWS else []
        other = self.own and list(sheet.cells(row).values()) == [OTHER]
        if named or other:
            self._section(row, named)
            self.stage_text = "" if named else OTHER
            return
        if self.own and sheet.text(row, table.columns["id"]) and sheet.text(row, table.columns["text"]):
            self._take_activity(row)
            return
        if tells_results(sheet, table, row):
            sheet.ignore_row(row, RESULT_OF_MONTH)
            return
        ends = closing(sheet, row)
        if ends == SIGNATURE:
            self.closed = True
        elif self.closed and has_own(sheet, table, row):
            self.closed = False
        if self.closed or ends or is_total(sheet, table, row):
            self._leave(row, SIGNATURE if self.closed else ends or TOTAL)
        elif is_group(sheet, table, row):
            self._leave(row, GROUP)
        elif self._is_activity(row):
            self._take_activity(row)
        elif self.found[-1].activities and goes_on(sheet, table, row, self.numbered):
            self._go_on(row)
        else:
            self._leave(row, FOOTNOTE)

    def _take_activity(self, row: int) -> None:
        self._stage_of_row(row)
        self.found[-1].activities.append(self._activity(row))
        self.lines = []

    def _is_activity(self, row: int) -> bool:
        texts, columns = self.sheet.cells(row), self.table.columns
        alone = len(texts) == 1 and len(columns) > 1
        if columns["text"] not in texts or (
            alone and not any(self._shared(row, column) for column in columns.values())
        ):
            return False
        return not (self.found[-1].activities and goes_on(self.sheet, self.table, row, self.numbered))

    def _section(self, row: int, named: Named) -> None:
        if named and not self.own and _starts_again(self.stages, named) and self.found[-1].activities:
            self._begin(self.lines, row)
        self.closed, self.stage_text, self.stages = False, "", named
        self.stage_cells = {"stage": self.sheet.address(row, next(iter(self.sheet.cells(row))))}
        for column in self.sheet.cells(row):
            self.sheet.take(row, column, "stage")

    def _stage_of_row(self, row: int) -> None:
        """The stage by a column or by the activity's own text; a row in sections keeps that of its section."""
        if self.rule not in (COLUMN, TEXT):
            return
        column = self.table.columns["stage" if self.rule == COLUMN else "text"]
        text = self.sheet.text(row, column)
        if not text and self.rule == COLUMN:
            return  # a merged cell, or one left blank below the first
        named = leading_stage(text) or (counted_stage(self.sheet, self.table, text) if self.rule == COLUMN else [])
        if self.rule == COLUMN and named and _starts_again(self.stages, named) and self._numbers_start_again(row):
            self._begin(self.lines, row)
        self.stages, self.stage_text = named, "" if named else text
        self.stage_cells = {"stage": self.sheet.address(row, column)}
        self.sheet.take(row, column, "stage")

    def _numbers_start_again(self, row: int) -> bool:
        no = self.sheet.text(row, self.table.columns.get("no"))
        return not no or key_of(no) in ("1", "11")

    def _activity(self, row: int) -> ActivityDraft:
        draft = ActivityDraft({}, dict(self.stage_cells), self.stages, stage_text=self.stage_text)
        for name, column in self.table.columns.items():
            if name in NOT_KEPT:
                self.sheet.usage.ignore(self.sheet.name, row, column, NOT_KEPT[name])
            elif name != "stage":
                self._enter(draft, name, row, column)
        draft.grid = self.grid.read(row)
        if draft.grid:
            draft.cells.setdefault("period", draft.grid.cell)
        enter_ticks(self.sheet, self.table, row, self.crosses_doubtful, draft)
        self._unused(row)
        return draft

    def _enter(self, draft: ActivityDraft, name: str, row: int, column: int) -> None:
        """A cell's text and value; one merged over rows holds for each of them, but for the number and the text."""
        if name not in OF_ONE_ROW:
            row = self._shared(row, column) or row
        text, cell = self.sheet.take(row, column, name), self.sheet.cell(row, column)
        if text and cell and cell.value is not None:
            draft.texts[name] = shown(self.sheet, row, column)
            draft.cells[name] = self.sheet.address(row, column)
            draft.values[name] = cell.value
            draft.formats[name] = cell.number_format

    def _shared(self, row: int, column: int) -> int | None:
        """The row above whose cell is merged down to this one; None where none is."""
        top = self.sheet.origin(row, column)
        return top if self.table.last_header < top < row else None

    def _go_on(self, row: int) -> None:
        """A row that is no activity of its own: it belongs to the one above, or to none and is told."""
        texts = self.sheet.cells(row)
        if not self.lines and adjoins(self.sheet, self.table, row):
            self._join(row)
            return
        self._leave(row, FOOTNOTE)
        if len(texts) > 1 and self.table.columns["text"] in texts:
            first = next(iter(texts))
            self.found[-1].left_out.append((" | ".join(texts.values()), self.sheet.address(row, first)))

    def _join(self, row: int) -> None:
        """A row that goes on with the activity above: its texts follow, its cells are told."""
        draft = self.found[-1].activities[-1]
        for name, column in self.table.columns.items():
            text = self.sheet.take(row, column, name)
            if text and name != "stage":
                draft.texts[name] = f"{draft.texts[name]}\n{text}" if name in draft.texts else text
                draft.cells.setdefault(name, self.sheet.address(row, column))
                draft.values[name] = draft.texts[name]
                draft.joined.append((name, self.sheet.address(row, column)))
        self._unused(row)

    def _unused(self, row: int) -> None:
        for column in self.table.results:
            self.sheet.usage.ignore(self.sheet.name, row, column, RESULT_OF_MONTH)
        for column, heading in self.table.unknown.items():
            self.sheet.usage.ignore(self.sheet.name, row, column, worded("reader_left.column", heading=heading))

    def _leave(self, row: int, reason: str) -> None:
        self.lines.append(row)
        self.sheet.ignore_row(row, reason)

    def _turn_page(self, row: int) -> None:
        """The heading is printed again: the same plan goes on, unless the page carries another title."""
        lines = self.table.breaks[row]
        self.closed = False
        if not lines:
            return
        if self._same_title(self.found[-1].head, lines, row):
            self._repeat_title(self.found[-1], lines)
        else:
            self._begin(lines, row)
            self.stages, self.stage_cells = [], {}

    def _same_title(self, head: Head, rows: list[int], first: int | None = None) -> bool:
        """Whether lines are those of a plan's head printed again; ``first`` is the row below their heading."""
        printed = [text for row in rows for text in self.sheet.cells(row).values()]
        restarts = first is not None and self.numbered and self._numbers_start_again(first)
        return same_title([text for text, _ in head.lines], printed, restarts=restarts)

    def _repeat_title(self, plan: PlanDraft, rows: list[int]) -> None:
        known = {key_of(text): cell for text, cell in plan.head.lines}
        for row in rows:
            for column, text in self.sheet.cells(row).items():
                if key_of(text) not in known and not is_continued(text):
                    other = max(known, key=lambda key: difflib.SequenceMatcher(None, key, key_of(text)).ratio())
                    plan.retitled.append((text, self.sheet.address(row, column), known[other]))
            self.sheet.ignore_row(row, REPEATED_TITLE)

    def _begin(self, head_rows: list[int], row: int) -> None:
        """A new plan, with the lines above it."""
        first = next(iter(self.sheet.cells(head_rows[0])), 1) if head_rows else self._first_column()
        start = head_rows[0] if head_rows else self._heading_of(row)
        head = read_head(self.sheet, head_rows, bool(self.kpis and not self.found))
        kpis = [] if self.found else self.kpis
        self.found.append(PlanDraft(self.sheet.name, self.sheet.address(start, first), head, self.rule, kpis))
        self.lines = []

    def _heading_of(self, row: int) -> int:
        """The row of the heading printed last above a row."""
        return max((line for line in self.table.headings if line <= row), default=self.table.header)

    def _first_column(self) -> int:
        return min(self.table.columns.values())


def _starts_again(before: Named, now: Named) -> bool:
    return bool(before) and min(n for _, n in now) == 1 and min(n for _, n in before) > 1
