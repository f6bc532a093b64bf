"""What a row of a month grid says: ticks, quantities, arrows, dates typed into it, or bars of colour."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from kmdash.domain.words import arabic
from kmdash.ingest.layouts.contents import HOLDS, is_cross, is_mark, vote_mark
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.normalise.periods import parse_period
from kmdash.ingest.normalise.status import status_of
from kmdash.ingest.records.drafts import GridDraft, Month, TypedDate
from kmdash.ingest.records.month_shades import MonthShades
from kmdash.ingest.sheet import Sheet

_NONE = frozenset(("ไม่มี", "ไม่มีกิจกรรม"))
_ZERO = re.compile(r"0+(?:\.0+)?\s*\D*")
_LINE = re.compile(r"[-\u2010-\u2015\u2212_=.…]{3,}|[─━═]+")
_LEFT, _RIGHT, _BOTH = "←⟵⇐⬅◄◀<«ß\uf0df", "→⟶⇒➔➜➡►▶>»à\uf0e0", "↔⟷⇔ó\uf0f3"
_ARROW = re.compile(rf"([{_LEFT}]*)[-\u2010-\u2015\u2212_=─━═.…|\s]*([{_RIGHT}]*)|[{_BOTH}]")
_HOLLOW = frozenset("○◯oO◇☆")
_UNSAID = "reader_left.marks_differ"
_LONE_ARROW = "reader_left.arrow_one_end"
_ONLY_LINES = "reader_left.only_lines"
_OTHER_SHADES = "reader_left.shades_differ"
_SEVERAL_COLOURS = "reader_left.several_colours"
_TINTED = "reader_left.tinted"


class Mark(StrEnum):
    """What the text of a grid's cell is."""

    NONE, TICK, CROSS, HOLLOW, NUMBER = "none", "tick", "cross", "hollow", "number"
    LEFT, RIGHT, BOTH, LINE, TEXT = "left", "right", "both", "line", "text"


SIGNS = frozenset((Mark.TICK, Mark.CROSS, Mark.HOLLOW))
ARROWS = frozenset((Mark.LEFT, Mark.RIGHT, Mark.BOTH))


@lru_cache(maxsize=4096)
def mark_of(text: str) -> Mark:
    """What a cell's text is.

    >>> [str(mark_of(text)) for text in ("✓", "0", "ไม่มี", "3 ครั้ง", "x", "<---", "25 พ.ค.", "อบรม")]
    ['tick', 'none', 'none', 'number', 'cross', 'left', 'text', 'text']
    """
    plain = arabic(text).strip()
    if _LINE.fullmatch(plain):
        return Mark.LINE
    if plain in _HOLLOW:
        return Mark.HOLLOW
    if vote_mark(text) is False or plain in _NONE or _ZERO.fullmatch(plain):
        return Mark.NONE
    if is_cross(text):
        return Mark.CROSS
    arrow = _ARROW.fullmatch(plain)
    if arrow:
        left, right = arrow[1], arrow[2]
        return Mark.BOTH if bool(left) == bool(right) else Mark.LEFT if left else Mark.RIGHT
    value = number(plain)
    if value is not None:
        return Mark.NUMBER if value > 0 else Mark.TEXT
    if is_mark(text) or vote_mark(text) or not (plain.strip("?!") and any(map(str.isalnum, plain))):
        return Mark.TEXT if "?" in plain else Mark.TICK
    counts = HOLDS["quantity"](plain) and status_of(plain) is None
    return Mark.NUMBER if counts and parse_period(plain).question_code == "unreadable_period" else Mark.TEXT


@dataclass(frozen=True)
class _Cell:
    """A cell of a row, over all the columns it is merged over."""

    top: int
    columns: tuple[int, ...]
    text: str
    mark: Mark


class MonthGrid:
    """The month grid of a table; a sign's meaning is settled over all its rows."""

    def __init__(self, sheet: Sheet, table: Table):
        self.sheet, self.table = sheet, table
        self.columns = sorted(table.months)
        found = {cell.mark for row in table.rows for cell in self._cells(row)} if self.columns else set()
        self.signs = found & SIGNS
        self.ticked = bool(found & (SIGNS | ARROWS))
        self.shades = MonthShades(sheet, table)

    def read(self, row: int) -> GridDraft | None:
        """What a row says; None where nothing is marked."""
        cells = self._cells(row)
        for cell in cells:
            self.sheet.take(cell.top, cell.columns[0], "period")
        marked, lone = self._marked(cells)
        draft = GridDraft("", self._months(marked))
        draft.dates = [self._typed(cell) for cell in cells if cell.mark == Mark.TEXT]
        said = [*marked, *lone, *(cell for cell in cells if cell.mark == Mark.TEXT)]
        second = [cell for cell in marked if cell.mark in (Mark.CROSS, Mark.HOLLOW)]
        lines = [cell for cell in cells if cell.mark == Mark.LINE]
        if lone:
            self._doubt(draft, _LONE_ARROW, lone[0], [*marked, *lone])
        elif second and len(self.signs) > 1:
            self._doubt(draft, _UNSAID, second[0], [cell for cell in marked if cell not in second], marked)
        elif lines and not said and len(lines) < len(cells):
            self._doubt(draft, _ONLY_LINES, lines[0], lines)
        if said:
            draft.cell = draft.cell or self._address(min(said, key=lambda cell: cell.columns[0]))
        if not draft.doubt:
            self._look_at_shades(draft, row, {column for cell in said for column in cell.columns})
        return draft if draft.cell else None

    def _cells(self, row: int) -> list[_Cell]:
        """The grid's cells in a row, merged ones once, with the columns of the grid they cover."""
        spans = {left: (top, right) for top, left, _, right in self.sheet.spans(row) if top > self.table.last_header}
        cells: list[_Cell] = []
        done = 0
        for column in self.columns:
            if column <= done:
                continue
            top, done = spans.get(column, (row, column))
            text = self.sheet.text(top, column)
            columns = tuple(other for other in self.columns if column <= other <= done)
            cells.append(_Cell(top, columns, text, mark_of(text) if text else Mark.NONE))
        return cells

    def _marked(self, cells: list[_Cell]) -> tuple[list[_Cell], list[_Cell]]:
        """The cells that are marked, those between two ends of an arrow too, and arrows with one end only."""
        marked: list[_Cell] = []
        lone: list[_Cell] = []
        until = -1
        for place, cell in enumerate(cells):
            if place <= until:
                continue
            end = self._end_of_arrow(cells, place) if cell.mark == Mark.LEFT else None
            beside = [cells[near] for near in (place - 1, place + 1) if 0 <= near < len(cells)]
            if end:
                marked += cells[place : end + 1]
                until = end
            elif cell.mark in (*SIGNS, Mark.NUMBER, Mark.BOTH) or (cell.mark in ARROWS and len(cell.columns) > 1):
                marked.append(cell)
            elif cell.mark in ARROWS:
                (marked if any(other.mark == cell.mark for other in beside) else lone).append(cell)
        return marked, lone

    def _end_of_arrow(self, cells: list[_Cell], start: int) -> int | None:
        """The place of the right end that belongs to a left one: nothing but lines and blanks between."""
        after = range(start + 1, len(cells))
        following = next((place for place in after if cells[place].mark not in (Mark.NONE, Mark.LINE)), None)
        return following if following and cells[following].mark == Mark.RIGHT else None

    def _look_at_shades(self, draft: GridDraft, row: int, said: set[int]) -> None:
        """Bars of colour: the period where nothing is typed in the grid, else a question where they say otherwise."""
        bars, tinted = self.shades.bars(row)
        painted = sorted(column for columns in bars.values() for column in columns)
        if not painted or (said and set(painted) <= said):
            return
        draft.cell = draft.cell or self.sheet.address(row, painted[0])
        readings = [sorted(said)] if said else [list(columns) for columns in bars.values()]
        if said or self.ticked:
            draft.doubt = _OTHER_SHADES
        elif len(bars) > 1:
            draft.doubt = _SEVERAL_COLOURS
        elif tinted:
            draft.doubt = _TINTED
        else:
            draft.months = [self.table.months[column] for column in painted]
            return
        every = sorted({*said, *painted})
        readings += [every] if every not in readings else []
        draft.readings = [[self.table.months[column] for column in columns] for columns in readings]

    def _doubt(self, draft: GridDraft, doubt: str, at: _Cell, *readings: list[_Cell]) -> None:
        draft.cell, draft.found, draft.doubt = self._address(at), at.text, doubt
        draft.readings = [self._months(cells) for cells in readings if cells]

    def _typed(self, cell: _Cell) -> TypedDate:
        typed = self.sheet.cell(cell.top, cell.columns[0])
        value = typed.value if typed and isinstance(typed.value, date) else cell.text
        form = typed.number_format if typed else "General"
        return TypedDate(self._months([cell]), cell.text, value, form, self._address(cell))

    def _months(self, cells: list[_Cell]) -> list[Month]:
        return [self.table.months[column] for cell in cells for column in cell.columns]

    def _address(self, cell: _Cell) -> str:
        return self.sheet.address(cell.top, cell.columns[0])
