"""The account of a file's cells: every filled cell is used, or ignored with a reason."""

from collections.abc import Iterable
from itertools import groupby

from kmdash.domain.address import CellAddress, column_letters
from kmdash.domain.reading import Account, Ignored
from kmdash.ingest.grid import Grid

NOT_RECOGNISED = "อยู่นอกตารางที่รู้จัก จึงไม่ได้นำไปใช้"


class Usage:
    """Which cells of a file were used and which were left out, and why; filled in while records are made.

    A cell named twice counts once; using a cell outweighs ignoring it. Blank cells are passed over.
    """

    def __init__(self, grids: Iterable[Grid]):
        self._filled: dict[str, dict[int, set[int]]] = {}  # columns by row, by sheet
        for grid in grids:
            rows = self._filled[grid.sheet] = {}
            for row, column in grid.cells:
                rows.setdefault(row, set()).add(column)
        self._used: set[tuple[str, int, int]] = set()
        self._ignored: dict[tuple[str, int, int], str] = {}

    def use(self, sheet: str, row: int, column: int, field: str = "") -> None:
        """A cell's value went into the register."""
        if column in self._columns(sheet, row):
            self._used.add((sheet, row, column))

    def ignore(self, sheet: str, row: int, column: int, reason: str) -> None:
        """A cell was left out; ``reason`` is told to the reader (Thai). The first reason given stays."""
        if column in self._columns(sheet, row):
            self._ignored.setdefault((sheet, row, column), reason)

    def ignore_row(self, sheet: str, row: int, reason: str) -> None:
        """Every cell of a row that has no other use was left out."""
        for column in self._columns(sheet, row):
            self.ignore(sheet, row, column, reason)

    def account(self) -> Account:
        """The sum: what nobody named is listed as not recognised. Ranges are row by row."""
        left_out: list[tuple[CellAddress, str]] = []
        filled = 0
        for sheet, rows in self._filled.items():
            cells = sorted((row, column) for row, columns in rows.items() for column in columns)
            filled += len(cells)
            for row, column in cells:
                key = (sheet, row, column)
                if key not in self._used:
                    left_out.append((CellAddress(sheet, row, column), self._ignored.get(key, NOT_RECOGNISED)))
        return Account(filled, filled - len(left_out), tuple(_ranges(left_out)))

    def _columns(self, sheet: str, row: int) -> set[int]:
        return self._filled[sheet].get(row, set())


def _ranges(cells: list[tuple[CellAddress, str]]) -> Iterable[Ignored]:
    for (sheet, row, reason), group in groupby(cells, key=lambda item: (item[0].sheet, item[0].row, item[1])):
        columns = [address.column for address, _ in group]
        first, last = column_letters(columns[0]), column_letters(columns[-1])
        reference = f"{first}{row}" if first == last else f"{first}{row}:{last}{row}"
        yield Ignored(f"{sheet}!{reference}", len(columns), reason)
