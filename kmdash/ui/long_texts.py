"""Long texts in a table: their columns keep a bounded width, and the texts are broken between words.

The grid draws on a canvas: it breaks a line at a blank only, or else anywhere, and a text without room is cut.
So the lines are made here, held together inside by blanks that do not break, and joined by one that does. All
this is only how a cell looks: what is sorted, searched, chosen and downloaded is the text itself.
"""

from dataclasses import dataclass

import pandas as pd

from kmdash.domain.words import numerals
from kmdash.typeset.wrap import lines, text_width

_ROOM, _LETTERS, _PADDING = 330, 14, 18  # pixels of a page of the usual size
_MOST_LINES, _MOST_ROWS = 4, 1000
_LINE, _WRAPS_FROM = 1.55, 66  # a line in letters; the grid breaks lines in rows higher than four of the page's


@dataclass(frozen=True)
class Layout:
    """How the long texts of a table are shown: the pixels of each such column, and of every row."""

    rooms: dict[str, int]
    row_height: int | None
    scale: float

    def shown(self, text: str, column: str) -> str:
        """A text of a column as the grid shows it, in the digits now set."""
        if column not in self.rooms:
            return numerals(text)
        return " ".join(line.replace(" ", "\u00a0") for line in _lines(text, self.rooms[column], self.scale))


def layout(data: pd.DataFrame, given: dict[str, int], *, page_size: int) -> Layout:
    """The layout of a table whose letters follow the page's (``page_size``, pixels).

    Parameters
    ----------
    given : columns whose width is bounded otherwise than by default (pixels of a page of 16)

    Returns
    -------
    Layout
        Without rooms for a table that needs none, or has more than 1,000 rows: those are searched, not read.
    """
    scale = page_size / 16
    rooms: dict[str, int] = {}
    most = 1
    for column in data.columns if len(data) <= _MOST_ROWS else ():
        texts = {" ".join(value.split()) for value in data[column] if isinstance(value, str)}
        room = round(given.get(column, _ROOM) * scale)
        wide = [text for text in texts if text_width(text, _LETTERS * scale) > room - _PADDING * scale]
        if wide:
            rooms[column] = room
            most = max(most, *(len(_lines(text, room, scale)) for text in wide))
    if not rooms:
        return Layout({}, None, scale)
    return Layout(rooms, round(max(_WRAPS_FROM, most * _LETTERS * _LINE + _PADDING) * scale), scale)


def _lines(text: str, room: int, scale: float) -> tuple[str, ...]:
    told = numerals(text)
    return lines(told, room - _PADDING * scale, _LETTERS * scale, max_lines=_MOST_LINES, balanced=False)
