"""The plans on the overview: seven squares a plan, what is done, the score, what needs care."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import shown_month
from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.scale import rounded
from kmdash.domain.words import say
from kmdash.ui.marked import attribute, button, clickable
from kmdash.ui.pieces import GLYPHS, square
from kmdash.ui.text import escaped

Row = dict[str, Any]
MOST = 30
STATES = ("done", "in_progress", "due", "late", "planned", "unclear", "none")


def plan_scores(
    attainment: pd.DataFrame, totals: Callable[[pd.DataFrame], Mapping[str, Any]]
) -> dict[str, Fraction | None]:
    """Plan ids with the score of what each has scored so far; None where nothing is."""
    return {str(plan): totals(rows)["scored_so_far"] for plan, rows in attainment.groupby("plan_id", sort=False)}


def plan_table(
    coverage: pd.DataFrame,
    warnings: pd.DataFrame,
    scores: Mapping[str, Fraction | None],
    labels: Mapping[str, str],
    processes: Mapping[str, str],
    caption: str,
) -> None:
    """One row a plan: name and process, stages as squares, done of all, score, what needs care."""
    stages: dict[str, list[Row]] = {}
    for row in records(coverage):
        stages.setdefault(row["plan_id"], []).append(row)
    starts = warnings.groupby("plan_id")["start"].min()
    body = "".join(
        f"<tr {attribute(('plan', plan))}>"
        f"<th scope=row>{button(('plan', plan), labels.get(plan, rows[0]['plan']))}"
        f"<small title='{escaped(processes.get(plan, ''))}'>{escaped(processes.get(plan, ''))}</small></th>"
        f'<td class="km-squares">{"".join(stage_square(row) for row in rows)}</td>'
        f'<td class="num"><b>{escaped(_sum(rows, "done"))}</b>/{escaped(_sum(rows, "planned"))}</td>'
        f'<td class="num"><b>{escaped(_score(scores.get(plan)))}</b></td><td>{_care(rows, starts.get(plan))}</td></tr>'
        for plan, rows in list(stages.items())[:MOST]
    )
    heads = [("plan", ""), ("stages", "km-squares"), ("done", "num"), ("score", "num"), ("care", "")]
    header = "".join(f'<th scope=col class="{kind}">{escaped(say(f"overview.{name}"))}</th>' for name, kind in heads)
    clickable(
        f'<table class="km-plans"><caption>{escaped(caption)}</caption>'
        f"<thead><tr>{header}</tr></thead><tbody>{body}</tbody></table>",
        "plans",
    )


def stage_square(row: Row) -> str:
    """A stage of a plan (a row of the coverage) as a square with its state's sign; a click leads to its activities."""
    if row["stage"] is None:
        return f"<small>{escaped(row['stage_name'] or '')}</small>"
    waiting = row["state"] in ("planned", "in_progress")
    state = "due" if waiting and row["due"] else "unclear" if waiting and row["unclear"] else row["state"]
    text = str(row["stage"]) if state == "planned" else GLYPHS[state]
    counts = say(
        "overview.square", stage=row["stage"], name=row["stage_name"], done=row["done"], planned=row["planned"]
    )
    unclear = f"{say('state.unclear')} {row['unclear']}" if row["unclear"] else ""
    return square(state, text, " · ".join(filter(None, [counts, unclear])), mark("stage", row))


def _sum(rows: list[Row], column: str) -> int:
    return sum(row[column] or 0 for row in rows)


def _score(score: Fraction | None) -> str:
    return "–" if score is None else str(rounded(score))


def _care(rows: list[Row], start: pd.Timestamp | None) -> str:
    overdue, due = _sum(rows, "overdue"), _sum(rows, "due")
    if overdue:
        return f'<span class="km-chip late">▲ {escaped(say("overview.overdue", count=overdue))}</span>'
    if due:
        return f'<span class="km-chip due">◆ {escaped(say("overview.due", count=due))}</span>'
    if _sum(rows, "done") == _sum(rows, "planned"):
        return f'<span class="km-chip">✓ {escaped(say("overview.complete"))}</span>' if _sum(rows, "planned") else ""
    waiting = all(row["state"] in ("planned", "none") for row in rows)
    if waiting and start is not None and pd.notna(start):
        return f'<span class="km-chip">○ {escaped(say("overview.starts", month=shown_month(start.date())))}</span>'
    return ""
