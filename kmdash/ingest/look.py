"""A file's sheets as they are typed, for a person to look at; nothing is recognised."""

from dataclasses import dataclass
from typing import Any

from kmdash.domain.address import CellAddress
from kmdash.ingest.account import Usage
from kmdash.ingest.files import read_grids
from kmdash.ingest.guard import run_in_child
from kmdash.ingest.sheet import Sheet

LOOKER = "kmdash.ingest.look:look_here"
CUTTER = "kmdash.ingest.look:cut_here"
ROWS, COLUMNS, LETTERS = 300, 40, 300
ABOVE, BELOW, BESIDE = 4, 3, 3  # how much of a sheet is shown about a cell
NEARBY = 120  # letters of the cells about it


@dataclass(frozen=True)
class SheetLook:
    """A sheet's first cells as texts: ``rows`` maps a row's number to its texts by column, both from 1.

    ``cut`` says that there is more than is shown.
    """

    sheet: str
    hidden: bool
    rows: dict[int, dict[int, str]]
    cut: bool


def look_at(data: bytes, name: str) -> list[SheetLook]:
    """The sheets of an uploaded file, read in the child process.

    Raises
    ------
    UnreadableFile
        As ``read_file``.
    """
    found = run_in_child(data, name, worker=LOOKER)
    return [
        SheetLook(
            sheet["sheet"],
            sheet["hidden"],
            {int(row): {int(column): text for column, text in texts.items()} for row, texts in sheet["rows"].items()},
            sheet["cut"],
        )
        for sheet in found["sheets"]
    ]


def look_here(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """The same in this process, as JSON values. For the child only."""
    grids = read_grids(data, name)
    sheets = [Sheet(grid, Usage([grid])) for grid in grids]
    return {"sheets": [_looked(sheet) for sheet in sheets if sheet.rows]}


@dataclass(frozen=True)
class Excerpt:
    """A cell and what stands about it: ``rows`` as in ``SheetLook``, blank cells left out.

    ``row`` and ``column`` are the cell's own, ``text`` all that is typed in it ("" where it is blank).
    """

    row: int
    column: int
    text: str
    rows: dict[int, dict[int, str]]


def excerpt(data: bytes, name: str, cell: str) -> Excerpt | None:
    """The cell of an uploaded file with some rows and columns about it, read in the child process.

    ``cell`` is an address (``Sheet!B12``). None where the file has no such sheet.

    Raises
    ------
    UnreadableFile
        As ``read_file``.
    ValueError
        If ``cell`` is no address.
    """
    address = CellAddress.parse(cell)
    place = {"sheet": address.sheet, "row": address.row, "column": address.column}
    found = run_in_child(data, name, place, worker=CUTTER)
    if "rows" not in found:
        return None
    rows = {int(row): {int(column): text for column, text in texts.items()} for row, texts in found["rows"].items()}
    return Excerpt(address.row, address.column, found["text"], rows)


def cut_here(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """The same in this process, as JSON values; nothing where there is no such sheet (or none is asked for).

    For the child only.
    """
    row, column = options.get("row", 1), options.get("column", 1)
    for grid in read_grids(data, name):
        if grid.sheet == options.get("sheet"):
            sheet = Sheet(grid, Usage([grid]))
            near = {
                place: {
                    letters: text[:NEARBY]
                    for letters, text in sheet.cells(place).items()
                    if abs(letters - column) <= BESIDE
                }
                for place in range(max(1, row - ABOVE), row + BELOW + 1)
            }
            return {"text": sheet.text(row, column), "rows": near}
    return {}


def _looked(sheet: Sheet) -> dict[str, Any]:
    shown = [row for row in sheet.rows if row <= ROWS]
    rows = {
        row: {column: text[:LETTERS] for column, text in sheet.cells(row).items() if column <= COLUMNS}
        for row in shown
    }
    cut = len(shown) < len(sheet.rows) or any(max(sheet.cells(row), default=0) > COLUMNS for row in shown)
    return {"sheet": sheet.name, "hidden": sheet.grid.hidden, "rows": rows, "cut": cut}
