"""Bars of colour in a month grid, told from the colours of whole rows and columns."""

from collections import Counter

from kmdash.ingest.layouts.table import Table
from kmdash.ingest.sheet import Sheet

Bars = dict[str, list[int]]  # columns by colour


class MonthShades:
    """The fills of a table's month grid.

    A fill is no bar where the whole grid row has it and cells beside the grid have it too (stripes, highlights), or
    where it is that of a whole column and of its own heading. What only looks like one is a bar to be asked about.
    """

    def __init__(self, sheet: Sheet, table: Table):
        self.sheet, self.table = sheet, table
        self.columns = sorted(table.months)
        self.painted: dict[int, dict[int, str]] = {}
        self.tinted: set[int] = set()  # rows whose colour stands beside the grid, too
        self.whole: set[tuple[int, str]] = set()  # columns filled from top to bottom, with their colour
        if sheet.grid.shaded and self.columns:
            self._look(table)

    def bars(self, row: int) -> tuple[Bars, bool]:
        """The columns of each colour's bar in a row, and whether they may be the colour of a row or column alone."""
        bars: Bars = {}
        for column, colour in self.painted.get(row, {}).items():
            bars.setdefault(colour, []).append(column)
        whole = any((column, colour) in self.whole for colour, columns in bars.items() for column in columns)
        return bars, whole or row in self.tinted

    def _look(self, table: Table) -> None:
        rows = [row for row in table.rows if self.sheet.covered_text(row, table.columns["text"])]
        fills = {row: self._fills(row, self.columns) for row in rows}
        headings = self._fills(table.last_header, self.columns)
        bodies = {column: [fills[row].get(column) for row in rows] for column in self.columns}
        filled = [column for column, colours in bodies.items() if len(rows) > 1 and None not in colours]
        own = {
            (column, headings[column])
            for column in filled
            if column in headings and (len(headings) < len(self.columns) or len(set(headings.values())) > 1)
        }
        for row in rows:
            beside = self._beside(row)
            striped = len(fills[row]) == len(self.columns)
            self.painted[row] = {
                column: colour
                for column, colour in fills[row].items()
                if (column, colour) not in own and not (striped and colour in beside)
            }
            if beside & set(self.painted[row].values()):
                self.tinted.add(row)
        parts = {colour for bars in self.painted.values() for column, colour in bars.items() if column not in filled}
        self.whole = {
            (column, colour) for column in filled for colour in bodies[column] if colour and colour not in parts
        }

    def _beside(self, row: int) -> set[str]:
        """The colours of a row's cells outside the grid: that of its text, or of two cells."""
        others = [*self.table.columns.values(), *self.table.unknown, *self.table.statuses]
        fills = self._fills(row, others)
        often = {colour for colour, count in Counter(fills.values()).items() if count > 1}
        text = fills.get(self.table.columns["text"])
        return often | ({text} if text else set())

    def _fills(self, row: int, columns: list[int]) -> dict[int, str]:
        """The colour of each filled cell of a row; a merged range has that of its first cell."""
        places = {column: (row, column) for column in columns}
        for top, left, _, right in self.sheet.spans(row):
            places |= {column: (top, left) for column in columns if left <= column <= right}
        shaded = self.sheet.grid.shaded
        return {column: shaded[place] for column, place in places.items() if place in shaded}
