"""The grids of one file while a reader fills them, within the limits."""

from kmdash.domain.address import column_letters
from kmdash.domain.wording import worded
from kmdash.ingest import limits
from kmdash.ingest.files.refusal import Refusal
from kmdash.ingest.files.text import clean
from kmdash.ingest.grid import Cell, Grid, Value


class Book:
    """Collects sheets and cells, refusing (``Refusal``) what exceeds ``limits`` or stands twice."""

    def __init__(self) -> None:
        self._grids: list[Grid] = []
        self._cells = 0
        self._rows: set[int] = set()
        self._columns: set[int] = set()

    def add_sheet(self, name: str, hidden: bool = False) -> Grid:
        """Begin a sheet; a name used before gets a number, for addresses must differ."""
        if len(self._grids) >= limits.SHEETS:
            raise Refusal("limit", worded("reader_files.sheets", most=limits.SHEETS))
        wanted = clean(name) or f"Sheet{len(self._grids) + 1}"
        taken = {grid.sheet.casefold() for grid in self._grids}
        unique, count = wanted, 1
        while unique.casefold() in taken:
            count += 1
            unique = f"{wanted} ({count})"
        grid = Grid(unique, hidden=hidden)
        self._grids.append(grid)
        self._rows, self._columns = set(), set()
        return grid

    def put(
        self,
        row: int,
        column: int,
        value: Value | None,
        number_format: str = "General",
        formula: str | None = None,
        error: bool = False,
    ) -> None:
        """Fill a cell of the sheet begun last; an empty text without formula fills nothing."""
        if isinstance(value, str):
            value = clean(value)
        if formula is None and (value is None or value == ""):
            return
        grid = self._grids[-1]
        self._check(grid, row, column, value)
        grid.cells[row, column] = Cell(value, number_format, formula, error)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Note a merged range of the sheet begun last."""
        if (bottom - top + 1) * (right - left + 1) > limits.MERGED_CELLS:
            raise Refusal("limit", worded("reader_files.merged", most=limits.MERGED_CELLS))
        if (top, left) != (bottom, right):
            self._grids[-1].merged.append((top, left, bottom, right))

    def finished(self) -> list[Grid]:
        """The grids, without the cells a merged range covers; ``Refusal("empty")`` if no cell is filled."""
        for grid in self._grids:
            for span in grid.merged:
                _uncover(grid, span)
        if not any(grid.cells for grid in self._grids):
            raise Refusal("empty", worded("reader_files.no_data"))
        return self._grids

    def _check(self, grid: Grid, row: int, column: int, value: Value | None) -> None:
        if not (1 <= row <= limits.GRID_ROWS and 1 <= column <= limits.GRID_COLUMNS):
            raise Refusal("damaged", worded("reader_files.outside"))
        if (row, column) in grid.cells:
            raise Refusal(
                "damaged", worded("reader_files.cell_twice", sheet=grid.sheet, column=column_letters(column), row=row)
            )
        if isinstance(value, str) and len(value) > limits.TEXT_LENGTH:
            cell = f"{grid.sheet}!{column_letters(column)}{row}"
            raise Refusal("limit", worded("reader_files.text_length", cell=cell, most=limits.TEXT_LENGTH))
        self._cells += 1
        self._rows.add(row)
        self._columns.add(column)
        if self._cells > limits.CELLS:
            raise Refusal("limit", worded("reader_files.cells", most=limits.CELLS))
        if len(self._rows) > limits.ROWS:
            raise Refusal("limit", worded("reader_files.rows", sheet=grid.sheet, most=limits.ROWS))
        if len(self._columns) > limits.COLUMNS:
            raise Refusal("limit", worded("reader_files.columns", sheet=grid.sheet, most=limits.COLUMNS))


def _uncover(grid: Grid, span: tuple[int, int, int, int]) -> None:
    top, left, bottom, right = span
    area = (bottom - top + 1) * (right - left + 1)
    if area <= len(grid.cells):
        covered = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    else:
        covered = [(row, column) for row, column in grid.cells if top <= row <= bottom and left <= column <= right]
    for place in covered:
        if place != (top, left):
            grid.cells.pop(place, None)
