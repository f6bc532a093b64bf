"""What the overview says at first sight: the tiles, and the plan that needs help most."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import month_end, shown_date
from kmdash.domain.names import and_others
from kmdash.domain.scale import plain, rounded
from kmdash.domain.titles import late_plans
from kmdash.domain.words import say
from kmdash.ui.pieces import Tile

HUNDRED = 100


def needs(briefing: Any, names: Mapping[str, str]) -> str:
    """The plan that needs help most, and how many others do as much, as a sentence."""
    found = briefing.needs_help
    if found is None:
        return say("overview.no_needs")
    plan = and_others(names.get(found.plan_id, found.plan), found.others)
    return say("overview.needs", plan=plan, overdue=found.overdue, days=found.days)


def tiles_of(briefing: Any, within: int) -> list[Tile]:
    """Done, overdue, due this month, score, what awaits an answer or a decision; ``within`` days count as soon."""
    return [_done(briefing), _overdue(briefing, within), _due(briefing), _score(briefing), _decide(briefing)]


def freshness(briefing: Any) -> str:
    """How fresh the reports are that the figures stand on."""
    day = briefing.freshness
    return say("overview.freshness", day=shown_date(day)) if day else say("overview.no_report")


def _done(briefing: Any) -> Tile:
    share = round(100 * briefing.done / briefing.activities) if briefing.activities else 0
    items = briefing.warnings[briefing.warnings["plan_id"].notna() & (briefing.warnings["state"] != "cancelled")]
    by_now = int((items["due"] <= pd.Timestamp(briefing.as_of)).sum())
    below = say("tile.percent", share=share, planned=by_now)
    return Tile(say("tile.done"), str(briefing.done), say("tile.of", count=briefing.activities), below, "done", "done")


def _overdue(briefing: Any, within: int) -> Tile:
    upcoming = say("tile.upcoming", within=within, count=briefing.states["upcoming"])
    return Tile(
        say("tile.overdue"),
        str(briefing.overdue),
        say("tile.plans", count=len(late_plans(briefing.warnings))),
        upcoming,
        "late",
        "overdue",
    )


def _due(briefing: Any) -> Tile:
    until = say("tile.until", day=shown_date(month_end(briefing.as_of)))
    return Tile(say("tile.due"), str(briefing.due_this_month), "", until, "due", "due")


def _score(briefing: Any) -> Tile:
    totals = briefing.totals
    score = totals["scored_so_far"]
    if score is None:
        return Tile(say("tile.score"), "–", "", say("tile.unscored", kpis=totals["kpis"]), behind="score")
    below = say("tile.worst", worst=rounded(totals["if_missing_floor"]))
    share = plain(round(float(HUNDRED * totals["share_of_weight"]), 1))
    return Tile(say("tile.score_of", share=share), str(rounded(score)), say("tile.of_five"), below, "done", "score")


def _decide(briefing: Any) -> Tile:
    ties = sum(vote.undecided and not vote.open for vote in briefing.votes)
    questions = briefing.questions_open
    below = say("tile.decide_below", questions=questions, ties=ties)
    return Tile(say("tile.decide"), str(questions + ties), "", below, "due" if questions + ties else "", "decide")
