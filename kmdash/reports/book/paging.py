"""How much of a page a text or a table takes, and long tables divided over several pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kmdash.reports.book.pages import (
    FOOT,
    INNER,
    LINE,
    TEXT,
    TITLE,
    TITLE_LEAST,
    TITLE_LINES,
    Cell,
    Column,
    Page,
    Table,
    parted,
)
from kmdash.typeset import wrap

TOP = 22.0
PAD_X, PAD_Y = 6.0, 3.5
# The slides' font is wider than the shipped one, which is measured; what may stand for it still more, bold above all.
_SPARE = {False: 0.86, True: 0.77}
_GAP = 8.0
_MOST_LINES = 100  # of a cell, over some pages; what is longer is cut with "…"


def title_lines(text: str) -> tuple[float, tuple[str, ...]]:
    """The size of a title in points, and its lines: as few as can be (at most three), then as large as can be."""
    sizes = (TITLE, (TITLE + TITLE_LEAST) / 2, TITLE_LEAST)
    found = [wrap.lines(text, INNER * _SPARE[True], size, max_lines=TITLE_LINES, bold=True) for size in sizes]
    least = min(map(len, found))
    return next((size, lines) for size, lines in zip(sizes, found, strict=True) if len(lines) == least)


def body_top(page: Page) -> float:
    """Where what stands below the title begins."""
    size, lines = title_lines(page.heading)
    return TOP + len(lines) * size * LINE + _GAP


def lines_height(lines: Sequence[str]) -> float:
    """The height of the sentences under a title."""
    return sum(len(_wrapped(line, INNER, TEXT, bold=False)) for line in lines) * TEXT * LINE + (_GAP if lines else 0)


def room(page: Page) -> float:
    """The height left for the table or chart of a page."""
    return FOOT - body_top(page) - lines_height(page.lines)


def row_height(table: Table, cells: Iterable[Cell]) -> float:
    """The height of a row as it is drawn."""
    counts = [
        len(_wrapped(cell.text, width - 2 * PAD_X, table.size, bold=cell.bold))
        for cell, width in zip(cells, table.widths(), strict=True)
    ]
    return max(counts) * table.size * LINE + 2 * PAD_Y


def whole_words(columns: Iterable[Column], width: float, size: float) -> bool:
    """Whether no word of the headings is cut in columns of ``width`` points."""
    room = (width - 2 * PAD_X) * _SPARE[True]
    pieces = (piece.rstrip() for column in columns for piece in wrap.words(column.head))
    return all(wrap.text_width(piece, size, bold=True) <= room for piece in pieces)


def head_height(table: Table) -> float:
    """The height of the heading row, 0 without one."""
    return row_height(table, [Cell(column.head, bold=True) for column in table.columns]) if table.headed else 0.0


def divided(page: Page) -> list[Page]:
    """A page whose table is too long as several, each with the heading row; a row too tall is divided, too."""
    table = page.table
    if table is None:
        return [page]
    own = room(replace(page, part=(88, 88))) - head_height(table)
    rows = [part for whole in _cut_short(table) for part in _fitting(table, whole, own)]
    heights = [row_height(table, row) for row in rows]
    cuts = _cuts(heights, own)
    least = sum(heights) / len(cuts)
    limits = [least + (own - least) * step / 10 for step in range(10)]
    limit = next((limit for limit in limits if len(_cuts(heights, limit)) == len(cuts)), own)
    cuts = _cuts(heights, limit)
    groups = [rows[start:end] for start, end in zip(cuts, [*cuts[1:], len(rows)], strict=True)]
    return parted([replace(page, table=replace(table, rows=tuple(group))) for group in groups])


def _cut_short(table: Table) -> Iterator[tuple[Cell, ...]]:
    """The rows with no text of more lines than the table allows."""
    widths = [width - 2 * PAD_X for width in table.widths()]
    for row in table.rows:
        yield tuple(_in_lines(cell, width, table) for cell, width in zip(row, widths, strict=True))


def _in_lines(cell: Cell, width: float, table: Table) -> Cell:
    if not table.most or len(_wrapped(cell.text, width, table.size, bold=cell.bold)) <= table.most:
        return cell
    kept = wrap.lines(cell.text, width * _SPARE[cell.bold], table.size, max_lines=table.most, bold=cell.bold)
    return replace(cell, text="\n".join(kept))


def _cuts(heights: Sequence[float], limit: float) -> list[int]:
    """Where the pages begin, when each is filled up to a height."""
    cuts, left = [0], limit
    for place, height in enumerate(heights):
        if height > left and place > cuts[-1]:
            cuts.append(place)
            left = limit
        left -= height
    return cuts


def _fitting(table: Table, row: tuple[Cell, ...], height: float) -> Iterator[tuple[Cell, ...]]:
    """A row, or where it is taller than a page the rows it becomes: the same cells, their texts continued."""
    most = max(1, int((height - 2 * PAD_Y) / (table.size * LINE)))
    if row_height(table, row) <= height:
        yield row
        return
    cut = [
        _wrapped(cell.text, width - 2 * PAD_X, table.size, bold=cell.bold)
        for cell, width in zip(row, table.widths(), strict=True)
    ]
    for start in range(0, max(map(len, cut)), most):
        texts = ["\n".join(lines[start : start + most]) for lines in cut]
        yield tuple(replace(cell, text=text) for cell, text in zip(row, texts, strict=True))


def _wrapped(text: str, width: float, size: float, *, bold: bool) -> list[str]:
    found: list[str] = []
    for line in text.split("\n"):
        found += wrap.lines(line, width * _SPARE[bold], size, max_lines=_MOST_LINES, bold=bold) or [""]
    return found if len(found) <= _MOST_LINES else [*found[: _MOST_LINES - 1], "…"]


def one_line(text: str, width: float, size: float = TEXT) -> str:
    """A text on one line of ``width`` points, cut with "…" where it is longer."""
    return next(iter(wrap.lines(text, width * _SPARE[False], size, max_lines=1)), "")
