"""What stands behind a number of the evidence page: the steps, each with its evidence and the cells that say it."""

from typing import Any

import pandas as pd

from kmdash.domain.behind import Item, Source
from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.learning import KPI
from kmdash.domain.marks import Mark
from kmdash.domain.words import say

Row = dict[str, Any]
_MARKS = {"present": "done", "claimed": "overdue", "missing": "none"}


def of_proof(mark: Mark, checklist: pd.DataFrame) -> list[Item]:
    """The step of a mark, or all of a KPI, an activity or a plan's activities (``learned_results.CHECKLIST``)."""
    rows = records(checklist)
    if mark[0] == "proof":
        return [_step(row) for row in rows if (row["about_id"], row["step"] or "") == mark[1:]]
    of_plan = [row for row in rows if row["plan_id"] == mark[1] and row["about_kind"] != KPI]
    return [_step(row) for row in [row for row in rows if row["about_id"] == mark[1]] or of_plan]


def _step(row: Row) -> Item:
    number = say("evidence.step", number=row["step"]) if row["step"] else None
    day = shown_date(row["told_on"]) if row["told_on"] else None
    where = {"place": row["place"], "unit": row["kept_by"] or row["unit"], "recorded": row["by"], "day": day}
    sources = [
        Source(
            "kpis" if row["about_kind"] == KPI else "activities",
            row["about_id"],
            say("behind.from_plan"),
            row["source_cell"],
            row["source_file"],
        )
    ]
    if row["evidence_id"]:
        told = say("behind.constructed") if row["constructed"] else say("evidence.told")
        sources.append(Source("evidence", row["evidence_id"], told, row["evidence_cell"], row["evidence_file"]))
    return Item(
        name=" · ".join(filter(None, [row["name"], number, row["text"]])),
        mark=_MARKS[row["state"]],
        state=say(f"proof_state.{row['state']}"),
        why=row["evidence"] or "",
        facts=tuple((name, text) for name, text in where.items() if text),
        sources=tuple(sources),
    )
