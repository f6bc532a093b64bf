"""What stands behind a year of an activity, a note, and a plan as a goal."""

from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.behind import Item, Source
from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.learned_of import learned_of
from kmdash.domain.learning import AAR_TEXTS, SWOT_TEXTS
from kmdash.domain.marks import Mark
from kmdash.domain.register import Register
from kmdash.domain.steps import steps_of_activity
from kmdash.domain.words import say

Row = dict[str, Any]


def of_year(mark: Mark, years: pd.DataFrame, register: Register) -> list[Item]:
    """An activity in a year (``learned_results.YEARS``): its checklist, result and what was learnt."""
    return [_year(row, register) for row in records(years) if (row["activity_id"], str(row["of_year"])) == mark[1:]]


def of_note(mark: Mark, notes: pd.DataFrame) -> list[Item]:
    """A review or SWOT (``learned_results.NOTES``)."""
    return [_note(row) for row in records(notes) if row["note_id"] == mark[1]]


def _year(row: Row, register: Register) -> Item:
    activity = register.activities[register.activities["activity_id"] == row["activity_id"]]
    done = (row["ticks"] or "").split(",")
    steps = [
        f"{'✓' if step.number in done else '○'} {step.number} {step.text}"
        for step in steps_of_activity(next(iter(records(activity)), {"checklist": None}))
    ]
    learned = learned_of(register, {row["activity_id"]}, date.max).get(row["activity_id"], [])
    told = {kind: " · ".join(one.text for one in learned if one.kind == kind) for kind in ("aar", "swot")}
    due = shown_date(row["due"]) if row["due"] else None
    facts = {"plan": row["plan"], "owner": row["owner"], "due": due, "conclusions": row["conclusions"], **told}
    sources = [
        Source("activities", row["activity_id"], say("behind.from_plan"), row["source_cell"], row["source_file"]),
        *(Source(*one.source) for one in learned if one.kind in told),
    ]
    if row["year_id"]:
        name = say("behind.constructed") if row["constructed"] else say("behind.of_one_year")
        sources.append(Source("activity_years", row["year_id"], name, row["year_cell"], row["year_file"]))
    return Item(
        name=f"{row['name']} · {row['of_year']}",
        mark=row["state"],
        state=say(f"state.{row['state']}"),
        why=" · ".join(filter(None, [row["result"], *steps])),
        facts=tuple((name, text) for name, text in facts.items() if text),
        sources=tuple(sources),
    )


def _note(row: Row) -> Item:
    names = AAR_TEXTS if row["kind"] == "aar" else SWOT_TEXTS
    facts = [(name, row[name]) for name in names if row[name]]
    about = [("recorded", row["by"]), ("day", shown_date(row["told_on"]) if row["told_on"] else None)]
    frame = "aars" if row["kind"] == "aar" else "swots"
    told = say("behind.constructed") if row["constructed"] else say(f"behind.{row['kind']}")
    return Item(
        name=" · ".join(filter(None, [row["name"] or say("lessons.office"), str(row["of_year"] or "")])),
        mark="none",
        state=say(f"note_kind.{row['kind']}"),
        why="",
        facts=tuple((name, text) for name, text in [*facts, *about] if text),
        sources=(Source(frame, row["note_id"], told, row["source_cell"], row["source_file"]),),
    )
