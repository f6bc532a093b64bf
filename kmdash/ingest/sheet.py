"""A sheet while it is being read: its texts by row, and the account of what was used."""

from bisect import bisect_right
from functools import cached_property

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
        self._texts: dict[int, dict[int, str]] = {}
        for (row, column), cell in sorted(grid.cells.items()):
            self._rows.setdefault(row, {})[column] = cell
            text = _text(cell)
            texts = self._texts.setdefault(row, {})
            if text:
                texts[column] = text

        self._spans: dict[int, list[tuple[int, int, int, int]]] = {}
        last = max(self._rows, default=0)
        for span in grid.merged:
            for row in range(span[0], min(span[2], last) + 1):
                self._spans.setdefault(row, []).append(span)

    def spans(self, row: int) -> list[tuple[int, int, int, int]]:
        """The merged ranges (top, left, bottom, right) a row runs through."""
        return self._spans.get(row, [])

    @cached_property
    def rows(self) -> list[int]:
        """The rows that hold anything, in order."""
        return list(self._rows)

    def rows_after(self, row: int) -> list[int]:
        """The rows below ``row`` that hold anything, in order."""
        return self.rows[bisect_right(self.rows, row) :]

    def cells(self, row: int) -> dict[int, str]:
        """The texts of a row by column; blank ones left out."""
        return self._texts.get(row, {})

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell as read, with its format."""
        return self._rows.get(row, {}).get(column)

    def text(self, row: int, column: int | None) -> str:
        """A cell as text, "" where there is none; whole numbers without a trailing ``.0``."""
        return self._texts.get(row, {}).get(column or 0, "")

    def origin(self, row: int, column: int) -> int:
        """The row whose cell is shown in a column of ``row``: the top of a range merged over rows, else ``row``."""
        spans = self._spans.get(row, ())
        return next((top for top, left, _, _ in spans if left == column and top < row), row)

    def covered_text(self, row: int, column: int | None) -> str:
        """A cell as text; in a range merged over rows, the text shown in all of them."""
        return self.text(self.origin(row, column), column) if column else ""

    def take(self, row: int, column: int | None, field: str = "") -> str | None:
        """A cell's text, its use for ``field`` entered in the account; None where there is none."""
        text = self.text(row, column)
        if not text or column is None:
            return None
        self.usage.use(self.name, row, column, field)
        return text

    def ignore_row(self, row: int, reason: str) -> None:
        """Leave a row's other cells out, with the reason told."""
        self.usage.ignore_row(self.name, row, reason)

    def address(self, row: int, column: int) -> str:
        """The address of a cell, ``Sheet!B12``."""
        return self.grid.address(row, column)


def _text(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else clean(str(value))
