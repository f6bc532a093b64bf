"""The account of a file's cells: every filled cell is used, or ignored with a reason."""

from collections.abc import Container, Iterable

from kmdash.domain.address import CellAddress
from kmdash.domain.reading import Account, Ignored, Used
from kmdash.domain.wording import Worded, worded
from kmdash.ingest.grid import Grid

NOT_RECOGNISED = "reader_cells.not_recognised"

Place = tuple[str, int, int]


class Usage:
    """Which cells of a file were used, for what, and which were left out, and why; filled in while records are made.

    A cell named twice counts once; using a cell outweighs ignoring it. Blank cells are passed over.
    """

    def __init__(self, grids: Iterable[Grid]):
        self._filled: dict[str, dict[int, set[int]]] = {}  # columns by row, by sheet
        for grid in grids:
            rows = self._filled[grid.sheet] = {}
            for row, column in grid.cells:
                rows.setdefault(row, set()).add(column)
        self._used: dict[Place, str] = {}
        self._ignored: dict[Place, str] = {}

    def use(self, sheet: str, row: int, column: int, field: str = "") -> None:
        """A cell's value went into the register, as ``field`` ("" where it only helped to read others)."""
        if column in self._columns(sheet, row):
            place = (sheet, row, column)
            self._used[place] = self._used.get(place) or field

    def ignore(self, sheet: str, row: int, column: int, reason: str) -> None:
        """A cell was left out; ``reason`` is a ``Worded`` or a key of the catalogue. The first reason given stays."""
        if column in self._columns(sheet, row):
            self._ignored.setdefault((sheet, row, column), reason)

    def ignore_row(self, sheet: str, row: int, reason: str) -> None:
        """Every cell of a row that has no other use was left out."""
        for column in self._columns(sheet, row):
            self.ignore(sheet, row, column, reason)

    def withdraw_row(self, sheet: str, row: int, reason: str) -> None:
        """Cells of a row that were used, for something that did not go into the register after all."""
        for column in self._columns(sheet, row):
            if self._used.pop((sheet, row, column), None) is not None:
                self._ignored[sheet, row, column] = reason

    def rows_used(self, sheet: str) -> set[int]:
        """The rows of a sheet of which any cell was used."""
        return {row for name, row, _ in self._used if name == sheet}

    def cells_of(self, sheet: str, fields: Container[str]) -> list[tuple[int, int]]:
        """The cells of a sheet, as (row, column), that were used for one of the fields."""
        return [place[1:] for place, field in self._used.items() if place[0] == sheet and field in fields]

    def account(self) -> Account:
        """The sum: what nobody named is listed as not recognised. Ranges are blocks of cells of one fate."""
        used: dict[Place, str] = {}
        left_out: dict[Place, str] = {}
        for sheet, rows in self._filled.items():
            for row, columns in sorted(rows.items()):
                for column in sorted(columns):
                    place = (sheet, row, column)
                    if place in self._used:
                        used[place] = self._used[place]
                    else:
                        left_out[place] = self._ignored.get(place, NOT_RECOGNISED)
        return Account(
            len(used) + len(left_out),
            len(used),
            tuple(Ignored(span, cells, _sentence(reason)) for span, cells, reason in _blocks(left_out)),
            tuple(Used(*block) for block in _blocks(used)),
        )

    def _columns(self, sheet: str, row: int) -> set[int]:
        return self._filled[sheet].get(row, set())


def _sentence(reason: str) -> str:
    return reason if isinstance(reason, Worded) else worded(reason)


def _blocks(cells: dict[Place, str]) -> list[tuple[str, int, str]]:
    """Cells in blocks of one word, as (range, number of cells, word): runs of a row, joined with like runs below."""
    blocks: list[list[int | str]] = []  # sheet, top, bottom, left, right, cells, word
    open_below: dict[tuple[str, int, int, str], list[int | str]] = {}
    for sheet, row, left, right, count, word in _runs(cells):
        above = open_below.get((sheet, left, right, word))
        if above and above[2] == row - 1:
            above[2] = row
            above[5] = int(above[5]) + count
        else:
            block: list[int | str] = [sheet, row, row, left, right, count, word]
            blocks.append(block)
            open_below[sheet, left, right, word] = block
    return [(_reference(str(b[0]), int(b[1]), int(b[2]), int(b[3]), int(b[4])), int(b[5]), b[6]) for b in blocks]  # type: ignore[misc]


def _runs(cells: dict[Place, str]) -> Iterable[tuple[str, int, int, int, int, str]]:
    """Runs of filled cells of one row and word: (sheet, row, first column, last column, cells, word)."""
    run: list | None = None
    for (sheet, row, column), word in cells.items():
        if run and run[0] == sheet and run[1] == row and run[5] == word:
            run[3] = column
            run[4] += 1
            continue
        if run:
            yield tuple(run)
        run = [sheet, row, column, column, 1, word]
    if run:
        yield tuple(run)


def _reference(sheet: str, top: int, bottom: int, left: int, right: int) -> str:
    first, last = CellAddress(sheet, top, left), CellAddress(sheet, bottom, right)
    return str(first) if first == last else f"{first}:{str(last).rpartition('!')[2]}"
