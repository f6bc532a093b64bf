"""What stands behind a goal: its plan, the stages it covers, and how it is measured."""

from typing import Any

import pandas as pd

from kmdash.domain.behind import Item, Source
from kmdash.domain.frames import records
from kmdash.domain.marks import Mark
from kmdash.domain.words import say


def of_goal(mark: Mark, goals: pd.DataFrame) -> list[Item]:
    """The plan of a mark (``learned_results.GOALS``)."""
    return [_goal(row) for row in records(goals) if row["plan_id"] == mark[1]]


def _goal(row: dict[str, Any]) -> Item:
    facts = {"unit": row["unit"], "period": row["period"], "measures": row["measures"]}
    return Item(
        name=row["plan"],
        mark="none" if row["lacking"] else "done",
        state=say(f"km_process.{row['process']}") if row["process"] else say("goals.none"),
        why=told(row),
        facts=tuple((name, text) for name, text in facts.items() if text),
        sources=(Source("plans", row["plan_id"], say("behind.from_plan"), row["source_cell"], row["source_file"]),),
    )


def told(row: dict[str, Any]) -> str:
    """Which stages a goal covers and lacks, in words."""
    if row["stages"] is None:
        return say("goals.no_stages")
    covered = len((row["covered"] or "").split(",")) if row["covered"] else 0
    text = say("goals.covers", covered=covered, stages=row["stages"])
    return say("goals.lacks", told=text, lacking=row["lacking"].replace(",", ", ")) if row["lacking"] else text
