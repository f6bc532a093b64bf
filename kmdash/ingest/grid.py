"""A sheet as it is typed: values, number formats, merges, visibility and addresses; nothing of plans."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from kmdash.domain.address import CellAddress

Value = str | int | float | bool | date | datetime | time


@dataclass(frozen=True)
class Cell:
    """One filled cell.

    ``value`` is what the sheet shows (for a formula its cached result, None where it has none);
    ``number_format`` the cell's format code; ``formula`` the formula's text, None for a typed value;
    ``error`` whether the value is an error mark (``#VALUE!``, ``#REF!`` …).
    """

    value: Value | None
    number_format: str = "General"
    formula: str | None = None
    error: bool = False


@dataclass
class Grid:
    """A sheet's filled cells by (row, column), both counted from 1; a merged range's cell is its upper left.

    ``merged`` holds (top, left, bottom, right). Hidden rows, columns and sheets are read like the others and
    marked here. ``shaded`` holds the colour of cells with a fill that shows. ``notes`` tell (``Worded``) what was
    mended in the sheet's texts before they could be read.
    """

    sheet: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    notes: list[str] = field(default_factory=list)
    shaded: dict[tuple[int, int], str] = field(default_factory=dict)

    def address(self, row: int, column: int) -> str:
        """The address of a cell as text, ``Sheet!B12``."""
        return str(CellAddress(self.sheet, row, column))
