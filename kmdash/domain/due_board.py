"""Which activities are as good as asked for: overdue, due soon, running, about to start; the latest first."""

from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.frames import records

Row = dict[str, Any]
BOARD = ("overdue", "due", "active", "upcoming")


def on_board(warnings: pd.DataFrame, as_of: date) -> list[Row]:
    """The activities in the order of the board, each with its ``code`` (of ``BOARD``) and the days it is ``late``.

    Those without a day due, done, cancelled or far off are not among them, nor are the committee's steps that
    are no unit's duty, on which nobody reports.
    """
    due = [row for row in records(warnings) if (row["plan_id"] is not None or row["unit"]) and row["due"]]
    found = [row | {"code": _code(row), "late": (as_of - row["due"]).days} for row in due]
    return sorted(
        (row for row in found if row["code"] in BOARD), key=lambda row: (BOARD.index(row["code"]), -row["late"])
    )


def _code(row: Row) -> str:
    return "due" if row["state"] == "active" and row["due_soon"] else row["state"]
