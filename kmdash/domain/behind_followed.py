"""What stands behind the numbers of submissions and of targets: each report and figure, with its cell."""

from typing import Any

import pandas as pd

from kmdash.domain.behind import Item, Source
from kmdash.domain.fiscal import shown_date, shown_month
from kmdash.domain.frames import records
from kmdash.domain.scale import plain
from kmdash.domain.words import say

Row = dict[str, Any]
_MARKS = {"on_time": "done", "sent": "done", "late": "active", "missing": "overdue", "not_due": "not_yet"}


def of_submissions(found: pd.DataFrame) -> list[Item]:
    """Submissions (``followed_results.SUBMITTED``): unit, month, days, state."""
    return [
        Item(
            name=" · ".join(filter(None, [row["unit"], row["report"], _month(row)])),
            mark=_MARKS.get(row["state"], "unclear"),
            state=say(f"submitted.{row['state']}"),
            why=_days(row),
            sources=(_source("submissions", row["submission_id"], row),),
        )
        for row in records(found)
    ]


def of_periods(found: pd.DataFrame) -> list[Item]:
    """The periods of a series (``followed_results.PERIODS``): target and actual of each."""
    return [
        Item(
            name=" · ".join(filter(None, [row["unit"], row["name"], row["kind"], row["period_text"]])),
            mark="none" if row["actual"] is None else "done",
            state=_figures(row),
            why=row["note"] or "",
            sources=(_source("series", row["series_id"], row),),
        )
        for row in records(found)
    ]


def of_targets(found: pd.DataFrame) -> list[Item]:
    """Targets without periods (``columns.TARGETS``)."""
    return [
        Item(
            name=" · ".join(filter(None, [row["unit"], row["measure"]])),
            mark="none" if row["actual"] is None else "done",
            state=_figures(row),
            why=row["note"] or "",
            sources=(_source("targets", row["target_id"], row),),
        )
        for row in records(found)
    ]


def _source(frame: str, row_id: str, row: Row) -> Source:
    told = say("behind.constructed") if row.get("constructed") else say("behind.from_plan")
    return Source(frame, row_id, told, row["source_cell"], row["source_file"])


def _month(row: Row) -> str | None:
    return shown_month(row["month"]) if row["month"] else row["month_text"]


def _days(row: Row) -> str:
    days = {"due_date": row["due_day"], "received": row["received"]}
    told = [f"{say(f'column.{name}')} {shown_date(day)}" for name, day in days.items() if day]
    late = [f"{say('column.days_late')} {row['days_late']}"] if row["days_late"] is not None else []
    score = [f"{say('column.award_score')} {plain(row['score'])}"] if row["score"] is not None else []
    return " · ".join(filter(None, [*told, *late, *score, row["note"]]))


def _figures(row: Row) -> str:
    actual, target = ("–" if row[name] is None else plain(row[name]) for name in ("actual", "target"))
    return say("follow.plot.of", actual=actual, target=target)
