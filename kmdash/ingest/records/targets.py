"""What each unit is to deliver and has delivered: a row a unit, a column or a pair of columns a measure."""

import re
from dataclasses import dataclass, field

from kmdash.domain.counts import number_in
from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.contents import ENOUGH, share
from kmdash.ingest.layouts.headings import column_heads
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import is_missing_mark
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_register import TargetDraft
from kmdash.ingest.records.measure_pairs import paired
from kmdash.ingest.records.plan_rows import TOTAL, closing
from kmdash.ingest.records.shown import shown
from kmdash.ingest.sheet import Sheet

NOT_FILLED = "reader_left.no_figure"
OUTSIDE = "reader_left.outside_targets"
DERIVED = "reader_left.from_target"
TINY = 1e-6
_SIDES = ("target", "actual")
_OF_PERCENT = re.compile(r"ร้อยละ|%|เปอร์เซ็นต์")


@dataclass
class _Measure:
    """What is counted: its heading, the column of its target and that of its result, and the drafts so far."""

    name: str
    target: int | None = None
    actual: int | None = None
    drafts: list[TargetDraft] = field(default_factory=list)
    alone: bool = False  # of which it is not sure what it is compared with

    @property
    def columns(self) -> list[int]:
        return [column for column in (self.target, self.actual) if column is not None]


def read_targets(sheet: Sheet, table: Table, found: Collected) -> int:
    """One draft a unit and measure that has a figure; a total row is compared with the sum, not taken for a unit."""
    measures = _measures(sheet, table, found)
    before = ""
    for row in table.rows:
        unit, total = _unit(sheet, table, row, before), _is_total(sheet, table, row)
        filled = any(sheet.text(row, column) for measure in measures for column in measure.columns)
        if total:
            found.problems += [problem for measure in measures for problem in _total_differs(sheet, row, measure)]
            sheet.ignore_row(row, TOTAL)
        elif not unit or not filled or closing(sheet, row):
            sheet.ignore_row(
                row, closing(sheet, row) or (NOT_FILLED if unit and len(sheet.cells(row)) > 1 else OUTSIDE)
            )
        else:
            before = unit
            _read_row(sheet, table, row, unit, measures)
    kind = _unit_kind(sheet, table)
    drafts = sorted((draft for measure in measures for draft in measure.drafts), key=lambda draft: draft.row)
    for draft in drafts:
        draft.unit_kind = kind
    found.targets += drafts
    return len(drafts)


def _measures(sheet: Sheet, table: Table, found: Collected) -> list[_Measure]:
    """The measures in the order of the columns: a target with its result, or either alone; what is unsure is told."""
    names = {head.column: head.shown for head in column_heads(sheet, table.header)[1]}
    kinds = {column: name.partition("_")[0] for name, column in table.columns.items()}
    kinds |= {column: "target" for column in table.unknown if _counts(sheet, table, column)}
    heads = {kind: {column: names.get(column, "") for column, of in kinds.items() if of == kind} for kind in _SIDES}
    pairs, unsure = paired(heads["target"], heads["actual"])
    results = set(pairs.values())
    measures = [_Measure(names.get(column, ""), column, pairs.get(column)) for column in heads["target"]]
    measures += [_Measure(names.get(column, ""), None, column) for column in heads["actual"] if column not in results]
    for measure in measures:
        measure.alone = not unsure.isdisjoint(measure.columns)
    if unsure:
        found.problems.append(_pairs_unsure(sheet, table, [names.get(column, "") for column in sorted(unsure)]))
    return sorted(measures, key=lambda measure: min(measure.columns))


def _pairs_unsure(sheet: Sheet, table: Table, names: list[str]) -> Problem:
    return Problem(
        code="pair_unclear",
        severity=Severity.WARNING,
        cell=sheet.address(table.header, min(table.columns.values())),
        found=" | ".join(names)[:200],
        message=worded("reader_pairs.unclear"),
        remedy=worded("reader_pairs.unclear_do"),
    )


def _counts(sheet: Sheet, table: Table, column: int) -> bool:
    return share([sheet.text(row, column) for row in table.rows], table.form.spread or "quantity") >= ENOUGH


def _unit_kind(sheet: Sheet, table: Table) -> str:
    heads = {head.column: head.shown for head in column_heads(sheet, table.header)[1]}
    return heads.get(table.columns.get("place", table.columns.get("unit", 0)), "")


def _unit(sheet: Sheet, table: Table, row: int, before: str) -> str:
    """The unit of a row: as typed, the merged cell's, or, where the row only tells another week, the one above."""
    typed = [text for name in ("unit", "place") if (text := _over_rows(sheet, row, table.columns.get(name)))]
    return " · ".join(typed) or (before if sheet.text(row, table.columns.get("when")) else "")


def _over_rows(sheet: Sheet, row: int, column: int | None) -> str:
    if column is None or sheet.text(row, column):
        return sheet.text(row, column)
    spans = [span for span in sheet.spans(row) if span[1] == column and span[0] < row]
    return sheet.text(spans[0][0], column) if spans else ""


def _is_total(sheet: Sheet, table: Table, row: int) -> bool:
    leads = [sheet.text(row, table.columns.get(name)) for name in ("no", "unit", "place")]
    return any(match_key(lead).startswith(("รวม", "ยอดรวม", "ผลรวม", "total")) for lead in leads)


def _read_row(sheet: Sheet, table: Table, row: int, unit: str, measures: list[_Measure]) -> None:
    note = " · ".join(text for name in ("when", "note") if (text := sheet.text(row, table.columns.get(name))))
    for measure in measures:
        filled = [column for column in measure.columns if sheet.text(row, column)]
        if filled:
            target, actual = (shown(sheet, row, column) for column in (measure.target, measure.actual))
            draft = TargetDraft(unit, measure.name, row, sheet.address(row, filled[0]), target, actual, note)
            draft.alone = measure.alone
            draft.actual_cell = sheet.address(row, measure.actual) if measure.actual else ""
            measure.drafts.append(draft)
        for column in measure.columns:
            sheet.take(row, column, "target" if column == measure.target else "actual")
    for name, column in table.columns.items():
        if name.partition("_")[0] in ("share", "left"):
            sheet.usage.ignore(sheet.name, row, column, DERIVED)
        else:
            sheet.take(row, column, name.partition("_")[0])
    for column, heading in table.unknown.items():
        sheet.usage.ignore(sheet.name, row, column, worded("reader_left.column", heading=heading))


def _total_differs(sheet: Sheet, row: int, measure: _Measure) -> list[Problem]:
    """The printed total against the sum, where every figure is one number and none is a percentage."""
    typed = ([draft.text for draft in measure.drafts], [draft.actual_text for draft in measure.drafts])
    problems = []
    for column, texts in zip((measure.target, measure.actual), typed, strict=True):
        printed = number_in(shown(sheet, row, column))
        numbers = [number_in(text) for text in texts if not is_missing_mark(text)]
        total = sum(value for value in numbers if value is not None)
        counted = None not in numbers and not any(map(_OF_PERCENT.search, (measure.name, *texts)))
        if printed is not None and counted and abs(printed - total) > TINY:
            problems.append(
                Problem(
                    code="target_sum_differs",
                    severity=Severity.WARNING,
                    cell=sheet.address(row, column or 0),
                    found=sheet.text(row, column),
                    message=worded("reader_left.sum_differs", printed=printed, total=total),
                    remedy=worded("reader_left.sum_differs_do"),
                )
            )
    return problems
