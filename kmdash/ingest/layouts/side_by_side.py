"""Tables that stand side by side on a sheet: the sheet is read as one part for each."""

from collections.abc import Callable
from dataclasses import replace

from kmdash.domain.identity import match_key
from kmdash.ingest.sheet import Sheet

FEWEST = 2  # headings of a table
MOST_PARTS = 20  # parts of a sheet; what is left then is one part
ALIKE = 2  # headings that stand twice in a row where two tables of one form stand side by side

Takes = Callable[[Sheet, int], bool]  # what is asked of a row of a sheet, such as whether it heads a known form


def parts_of(sheet: Sheet, takes: Takes, likely: Takes, most: int = MOST_PARTS) -> list[Sheet]:
    """The sheet, or its parts from left to right and then down where tables stand side by side; at most ``most``.

    A row is taken apart where its headings begin again and both parts are headings of known forms, or at a blank
    column where the row as a whole is no heading and a part of it is. ``likely`` tells rows worth a look. Lines
    above the tables belong to the part they stand over; what follows below is a part of its own as soon as
    it runs through the blank column, or, where there is none, after the first blank row.
    """
    rows = (row for row in sheet.rows if _may_be(sheet, row) and likely(sheet, row)) if most > 1 else ()
    places = ((row, gap) for row in rows for gap in _gaps(sheet, row))
    found = next((place for place in places if _two_tables(sheet, *place, takes)), None)
    if found is None:
        return [sheet]
    left, right, below = _apart(sheet, *found)
    parts = [left, *parts_of(right, takes, likely, most - 1)]
    return [*parts, *parts_of(below, takes, likely, most - len(parts))] if below.rows else parts


def _may_be(sheet: Sheet, row: int) -> bool:
    """Whether a row has texts enough for two tables, and a blank between them or texts that stand twice."""
    texts = sheet.cells(row)
    if len(texts) < 2 * FEWEST:
        return False
    return len(texts) <= max(texts) - min(texts) or len(set(texts.values())) <= len(texts) - ALIKE


def _gaps(sheet: Sheet, row: int) -> list[tuple[int, int]]:
    """Where a second table may begin: its first column and the number of blank columns before it."""
    texts = sheet.cells(row)
    columns = list(texts)
    keys = [match_key(text) for text in texts.values()]
    last = _last_of_block(sheet, row)
    found = []
    for place in range(FEWEST, len(columns) - FEWEST + 1):
        blank = columns[place] - columns[place - 1] - 1
        if blank and any(_runs_through(sheet, line, columns[place], blank) for line in range(row, last + 1)):
            blank = 0
        again = len(set(keys[:place]) & set(keys[place:])) >= ALIKE
        if blank or (again and keys[place] == keys[0]):
            found.append((columns[place], blank))
    return found


def _two_tables(sheet: Sheet, row: int, gap: tuple[int, int], takes: Takes) -> bool:
    column, blank = gap
    texts = sheet.cells(row).items()
    before = {match_key(text) for place, text in texts if place < column}
    again = before & {match_key(text) for place, text in texts if place >= column}
    last = sheet.rows[-1]
    taken = [_heads(_part(sheet, row, last, *columns), row, takes) for columns in ((0, column), (column, _END))]
    if len(again) >= ALIKE:
        return all(taken)
    return bool(blank) and any(taken) and not takes(sheet, row)


def _heads(sheet: Sheet, row: int, takes: Takes) -> bool:
    """Whether a row is the heading of a known form, or of several side by side."""
    return takes(sheet, row) or any(_two_tables(sheet, row, gap, takes) for gap in _gaps(sheet, row))


def _apart(sheet: Sheet, row: int, gap: tuple[int, int]) -> tuple[Sheet, Sheet, Sheet]:
    """The part with the first table and all above, that with the second, and what is below both."""
    column, blank = gap
    top = row
    while sheet.cells(top - 1):
        top -= 1
    bottom = _bottom(sheet, row, column, blank)
    right = _part(sheet, top, bottom, column, _END)
    left = _part(sheet, 0, bottom, 0, _END, without=right)
    return left, right, _part(sheet, bottom + 1, sheet.rows[-1], 0, _END)


def _bottom(sheet: Sheet, row: int, column: int, blank: int) -> int:
    """The last row of the tables side by side."""
    if not blank:
        return _last_of_block(sheet, row)
    below = sheet.rows_after(row)
    through = next((line for line in below if _runs_through(sheet, line, column, blank)), None)
    if through is None:
        return sheet.rows[-1]
    while len(sheet.cells(through - 1)) == 1:  # the lines above a table that runs through are its own
        through -= 1
    return through - 1


def _last_of_block(sheet: Sheet, row: int) -> int:
    while sheet.cells(row + 1):
        row += 1
    return row


def _runs_through(sheet: Sheet, row: int, column: int, blank: int) -> bool:
    """Whether a row has a text in the blank columns before ``column``, or a merged range over them."""
    between = range(column - blank, column)
    return any(place in between for place in sheet.cells(row)) or any(
        left < column and right >= column - blank for _, left, _, right in sheet.spans(row)
    )


_END = 1 << 20


def _part(sheet: Sheet, top: int, bottom: int, left: int, end: int, without: Sheet | None = None) -> Sheet:
    """The cells of these rows (both counted) and columns (``end`` not counted) as a sheet of the same name."""
    left_out = without.grid.cells if without else {}
    cells = {
        (row, column): cell
        for (row, column), cell in sheet.grid.cells.items()
        if top <= row <= bottom and left <= column < end and (row, column) not in left_out
    }
    merged = [span for span in sheet.grid.merged if (span[0], span[1]) in cells or without is None]
    inside = [span for span in merged if top <= span[0] <= bottom and left <= span[1] < end]
    return Sheet(replace(sheet.grid, cells=cells, merged=inside), sheet.usage)
