"""A file's sheets as they are typed, for a person to look at; nothing is recognised."""

from dataclasses import dataclass
from typing import Any

from kmdash.ingest.account import Usage
from kmdash.ingest.files import read_grids
from kmdash.ingest.guard import run_in_child
from kmdash.ingest.sheet import Sheet

LOOKER = "kmdash.ingest.look:look_here"
ROWS, COLUMNS, LETTERS = 300, 40, 300


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


def _looked(sheet: Sheet) -> dict[str, Any]:
    shown = [row for row in sheet.rows if row <= ROWS]
    rows = {
        row: {column: text[:LETTERS] for column, text in sheet.cells(row).items() if column <= COLUMNS}
        for row in shown
    }
    cut = len(shown) < len(sheet.rows) or any(max(sheet.cells(row), default=0) > COLUMNS for row in shown)
    return {"sheet": sheet.name, "hidden": sheet.grid.hidden, "rows": rows, "cut": cut}
