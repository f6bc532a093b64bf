"""What a cell shows where its number format decides: 0.85 shown as 85 % is "85%"."""

from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.sheet import Sheet


def shown(sheet: Sheet, row: int, column: int | None) -> str:
    """A cell's text; a number whose format is a percent as it is shown, with its sign."""
    cell = sheet.cell(row, column) if column else None
    if cell is None or isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return sheet.text(row, column)
    value = number(cell.value, cell.number_format)
    return sheet.text(row, column) if value is None or value == cell.value else f"{value:.12g}%"
