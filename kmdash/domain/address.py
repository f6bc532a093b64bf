"""Where in an uploaded file something stands."""

import re
from dataclasses import dataclass

_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)")


def column_letters(column: int) -> str:
    """The letters of a column counted from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column, counted from 1.

    >>> column_number("AB")
    28
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@dataclass(frozen=True, order=True)
class CellAddress:
    """A cell of a sheet, row and column counted from 1; in a CSV the sheet is ``CSV``."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{self.sheet}!{column_letters(self.column)}{self.row}"

    @classmethod
    def parse(cls, text: str) -> "CellAddress":
        """Read ``Sheet!B12``; a ValueError names what is no address."""
        sheet, _, reference = text.rpartition("!")
        found = _REFERENCE.fullmatch(reference)
        if not found:
            raise ValueError(f"text is no cell address: {text!r}")
        return cls(sheet, int(found[2]), column_number(found[1]))


def span_of(reference: str) -> tuple[int, int, int, int]:
    """First row, first column, last row and last column of ``B3`` or ``B3:D9``; an empty span where it is neither.

    >>> span_of("B3:D9"), span_of("B3")
    ((3, 2, 9, 4), (3, 2, 3, 2))
    """
    first, _, last = reference.partition(":")
    corners = [_REFERENCE.fullmatch(corner) for corner in (first, last or first)]
    if not all(corners):
        return 1, 1, 0, 0
    (top, left), (bottom, right) = [(int(found[2]), column_number(found[1])) for found in corners if found]
    return top, left, bottom, right
