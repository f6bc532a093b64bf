"""A sheet while it is being read: its texts by row, and the account of what was used."""

from kmdash.ingest.account import Usage
from kmdash.ingest.grid import Cell, Grid
from kmdash.ingest.normalise.text import clean


class Sheet:
    """A grid with its account; texts are cleaned for showing, cells count from 1."""

    def __init__(self, grid: Grid, usage: Usage):
        self.grid = grid
        self.usage = usage
        self.name = grid.sheet
        self._rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(grid.cells.items()):
            self._rows.setdefault(row, {})[column] = cell

    @property
    def rows(self) -> list[int]:
        """The rows that hold anything, in order."""
        return list(self._rows)

    def cells(self, row: int) -> dict[int, str]:
        """The texts of a row by column; blank ones left out."""
        texts = {column: self.text(row, column) for column in self._rows.get(row, {})}
        return {column: text for column, text in texts.items() if text}

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell as read, with its format."""
        return self._rows.get(row, {}).get(column)

    def text(self, row: int, column: int | None) -> str:
        """A cell as text, "" where there is none; whole numbers without a trailing ``.0``."""
        cell = self.cell(row, column) if column else None
        if cell is None or cell.value is None:
            return ""
        value = cell.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return clean(str(value))

    def take(self, row: int, column: int | None) -> str | None:
        """A cell's text, its use entered in the account; None where there is none."""
        text = self.text(row, column)
        if not text or column is None:
            return None
        self.usage.use(self.name, row, column)
        return text

    def ignore_row(self, row: int, reason: str) -> None:
        """Leave a row's other cells out, with the reason told."""
        self.usage.ignore_row(self.name, row, reason)

    def address(self, row: int, column: int) -> str:
        """The address of a cell, ``Sheet!B12``."""
        return self.grid.address(row, column)
