"""Which column of a KPI table holds which level: by the numbers its headings print, whatever their order."""

from kmdash.ingest.layouts.headings import LEVELS, level_of
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.sheet import Sheet

Doubt = tuple[str, str, int]  # a label that is not the number of its place: its text, its cell, the level of the place
FEWEST_TRUE = 3  # labels in order without which the order itself is not known
_IN_ORDER = list(range(1, LEVELS + 1))


def level_columns(sheet: Sheet, table: Table) -> list[int]:
    """The columns from the first level on that no other heading, known or not, stands over."""
    first = table.columns["levels"]
    others = {column for name, column in table.columns.items() if name != "levels"} | set(table.unknown)
    for _, left, _, right in sheet.spans(table.header):
        if left in others:
            others |= set(range(left, right + 1))
    widest = max((column for row in (table.header, *table.rows) for column in sheet.cells(row)), default=first)
    return [column for column in range(first, widest + 1) if column not in others]


def heading_labels(sheet: Sheet, table: Table, columns: list[int]) -> dict[int, str]:
    """The level labels of the heading's own row, by column; empty where only a group stands there."""
    texts = {column: sheet.text(table.header, column) for column in columns}
    return {column: text for column, text in texts.items() if level_of(text)}


def in_level_order(sheet: Sheet, row: int, labels: dict[int, str]) -> tuple[list[int], list[Doubt]]:
    """The columns from level 1 to 5, and the labels of ``row`` that doubt it.

    Labels that are 1 to 5, in any order, decide. Else the columns stand as most labels say, rising or falling,
    and every label that is not the number of its place is a doubt; where neither fits, all labels are.
    """
    columns = list(labels)
    levels = [level_of(text) for text in labels.values()]
    if sorted(level or 0 for level in levels) == _IN_ORDER:
        return sorted(columns, key=lambda column: level_of(labels[column]) or 0), []
    orders = (columns, columns[::-1])
    order = max(orders, key=lambda tried: len(_true(tried, labels)))
    sure = _true(order, labels)
    doubtful = order if len(sure) < FEWEST_TRUE else [column for column in order if column not in sure]
    return order, [(labels[column], sheet.address(row, column), order.index(column) + 1) for column in doubtful]


def _true(order: list[int], labels: dict[int, str]) -> set[int]:
    return {column for place, column in enumerate(order, start=1) if level_of(labels[column]) == place}
