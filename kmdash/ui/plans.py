"""The plans on the overview: seven squares a plan, what is done, the score, what needs care."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from kmdash.domain.fiscal import shown_month
from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.scale import rounded
from kmdash.domain.words import say
from kmdash.ui.marked import attribute, button, clickable
from kmdash.ui.menu import address_of
from kmdash.ui.pieces import GLYPHS, square
from kmdash.ui.text import escaped, in_words

Row = dict[str, Any]
FEW, MOST = 8, 30  # plans in their own order; plans shown
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
    """One row a plan: name and process, stages as squares, done of all, score, what needs care.

    More than ``FEW`` plans stand close and by what they need, which the caption says; beyond ``MOST`` a row says
    how many more there are and leads to the coverage.
    """
    stages: dict[str, list[Row]] = {}
    for row in records(coverage):
        stages.setdefault(row["plan_id"], []).append(row)
    many = len(stages) > FEW
    starts = warnings.groupby("plan_id")["start"].min()
    body = "".join(
        f"<tr {attribute(('plan', plan))}>{_name(plan, labels.get(plan, rows[0]['plan']), processes.get(plan, ''))}"
        f'<td class="km-squares">{"".join(stage_square(row) for row in rows)}</td>'
        f'<td class="num"><b>{escaped(_sum(rows, "done"))}</b>/{escaped(_sum(rows, "planned"))}</td>'
        f'<td class="num"><b>{escaped(_score(scores.get(plan)))}</b></td><td>{_care(rows, starts.get(plan))}</td></tr>'
        for plan, rows in (_by_need(stages) if many else list(stages.items()))[:MOST]
    )
    heads = [("plan", ""), ("stages", "km-squares"), ("done", "num"), ("score", "num"), ("care", "")]
    header = "".join(f'<th scope=col class="{kind}">{escaped(say(f"overview.{name}"))}</th>' for name, kind in heads)
    order = f"<small>{in_words(say('many.order', count=len(stages)))}</small>" if many else ""
    clickable(
        f'<table class="km-plans{" km-many" if many else ""}"><caption>{escaped(caption)}{order}</caption>'
        f"<thead><tr>{header}</tr></thead><tbody>{body}{_more(len(stages) - MOST, len(heads))}</tbody></table>",
        "plans",
    )


def _name(plan: str, name: str, process: str) -> str:
    whole = " · ".join(filter(None, [name, process]))
    return (
        f'<th scope=row><div class="km-name" title="{escaped(whole)}">{button(("plan", plan), name)}'
        f"<small>{escaped(process)}</small></div></th>"
    )


def _by_need(stages: Mapping[str, list[Row]]) -> list[tuple[str, list[Row]]]:
    """Plans with their stages: most overdue first, then most due, then least done."""

    def need(rows: list[Row]) -> tuple[float, ...]:
        planned = _sum(rows, "planned")
        return -_sum(rows, "overdue"), -_sum(rows, "due"), _sum(rows, "done") / planned if planned else 1

    return sorted(stages.items(), key=lambda plan: need(plan[1]))


def _more(count: int, columns: int) -> str:
    """The row that leads to the plans left out, with the filters of the link."""
    if count <= 0:
        return ""
    link = f"{address_of('coverage')}?{urlencode(st.query_params.to_dict())}"
    text = in_words(say("many.more", count=count))
    return f'<tr><td colspan="{columns}"><a href="{escaped(link)}" target="_self">{text}</a></td></tr>'


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
