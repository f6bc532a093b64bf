"""KPI tables with a row a level: the levels 1 to 5 stand under one another, each beside its threshold or text."""

from dataclasses import dataclass

from kmdash.ingest.layouts.headings import LEVELS, level_of
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.sheet import Sheet

_RISING = list(range(1, LEVELS + 1))


@dataclass(frozen=True)
class Stacks:
    """The columns of the level numbers and of what each level asks, and the rows of each KPI from level 1 to 5."""

    numbers: int
    texts: int
    blocks: list[list[int]]


def find_stacks(sheet: Sheet, table: Table) -> Stacks | None:
    """The stacked levels of a table; None where no column runs 1 to 5 (or 5 to 1) KPI by KPI beside filled cells.

    The topmost row of each block names its KPI, and no other row does.
    """
    for column in (table.columns["levels"], *table.unknown):
        rows = [row for row in table.rows if level_of(sheet.text(row, column))]
        blocks = [rows[place : place + LEVELS] for place in range(0, len(rows), LEVELS)]
        beside = next((other for other in sorted({table.columns["levels"], *table.unknown}) if other > column), None)
        if not blocks or beside is None or not all(sheet.text(row, beside) for row in rows):
            continue
        if all(_is_stack(sheet, table, block, column) for block in blocks):
            return Stacks(column, beside, [_rising(sheet, block, column) for block in blocks])
    return None


def _is_stack(sheet: Sheet, table: Table, rows: list[int], column: int) -> bool:
    levels = [level_of(sheet.text(row, column)) for row in rows]
    named = [row for row in rows if sheet.text(row, table.columns["name"])]
    return levels in (_RISING, _RISING[::-1]) and named == rows[:1]


def _rising(sheet: Sheet, rows: list[int], column: int) -> list[int]:
    return sorted(rows, key=lambda row: level_of(sheet.text(row, column)) or 0)
