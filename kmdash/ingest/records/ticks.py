"""Tick columns of a plan's table: a column a status, marked where it is the activity's."""

from kmdash.ingest.layouts.contents import is_cross, vote_mark
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.drafts import ActivityDraft
from kmdash.ingest.sheet import Sheet


def enter_ticks(sheet: Sheet, table: Table, row: int, crosses_doubtful: bool, draft: ActivityDraft) -> None:
    """Enter a row's ticks, and the words or dates typed instead of one (``said``).

    Where the table has crosses beside ticks (``crosses_doubtful``), a cross beside the row's tick says "not this
    one"; alone it is no tick, and is kept as said.
    """
    crosses: list[tuple[str, str, str]] = []
    for column, status in table.statuses.items():
        origin = sheet.origin(row, column)
        top = origin if table.last_header < origin else row
        text = sheet.take(top, column, "status") or ""
        said = (status, text, sheet.address(top, column))
        mark = vote_mark(text)
        if mark is None:
            draft.said.append(said)
        elif mark and crosses_doubtful and is_cross(text):
            crosses.append(said)
        elif mark:
            draft.ticks.append((status, said[2]))
    if not draft.ticks:
        draft.said += crosses
