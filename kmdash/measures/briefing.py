"""All measures of one fiscal year at once: what the overview, the reports and the command line show."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import month_end
from kmdash.domain.frames import records
from kmdash.domain.narrowing import EVERYTHING, Narrowing, narrowed
from kmdash.domain.register import Register, open_questions, selected
from kmdash.domain.settings import DEFAULTS, Settings
from kmdash.domain.states import DONE, STATES
from kmdash.measures.attainment import attainment, totals
from kmdash.measures.calendar import calendar, load
from kmdash.measures.chain import chain
from kmdash.measures.changes import Look, changes
from kmdash.measures.coverage import coverage, summary
from kmdash.measures.knowledge import knowledge
from kmdash.measures.progress import progress
from kmdash.measures.search import entries
from kmdash.measures.units import units
from kmdash.measures.vote import VoteSummary, tally, vote_summary
from kmdash.measures.warnings import warnings


@dataclass(frozen=True)
class PlanInNeed:
    """The plan that needs help most, with what is late in it."""

    plan_id: str
    plan: str
    unit: str | None
    overdue: int
    days: int  # of the item that is latest
    never_reported: int
    others: int  # plans that need it as much


@dataclass(frozen=True)
class Briefing:
    """The result frames of one fiscal year (BE) as of a day, and what is to be known at first sight.

    Counts are of plan activities. ``share_planned`` and ``share_done`` are of all stages of all plans that
    have stages (None without any). ``totals`` as in ``attainment.totals``. ``freshness`` is the newest
    report on or before the day, None where none has a date.
    """

    fiscal_year: int
    as_of: date
    coverage: pd.DataFrame
    coverage_summary: pd.DataFrame
    attainment: pd.DataFrame
    totals: dict[str, Any]
    calendar: pd.DataFrame
    load: pd.DataFrame
    tally: pd.DataFrame
    votes: tuple[VoteSummary, ...]
    warnings: pd.DataFrame
    progress: pd.DataFrame
    units: pd.DataFrame
    knowledge: pd.DataFrame
    plans: int
    activities: int
    states: dict[str, int]
    done: int
    overdue: int
    due_this_month: int
    share_planned: float | None
    share_done: float | None
    questions_open: int
    freshness: date | None
    needs_help: PlanInNeed | None


def briefing(
    register: Register,
    fiscal_year: int,
    as_of: date,
    settings: Settings = DEFAULTS,
    only: Narrowing = EVERYTHING,
) -> Briefing:
    """Run every measure once for one fiscal year (BE), as of a day, on the activities chosen (``only``).

    The calendar also draws activities of other years' plans that reach into this year; nothing else counts them.
    """
    floor, within, rule = settings.floor, settings.within, settings.over_vote
    whole = selected(register, fiscal_year=[fiscal_year])
    year = narrowed(whole, only, as_of, within)
    found = warnings(year, as_of, within=within, stale_after=settings.stale_after)
    scores = attainment(year, as_of=as_of, floor=floor, round=settings.round)
    covered = coverage(whole, as_of, within=within, report_month=settings.report_month, only=only)
    covered_summary = summary(covered)
    months = calendar(narrowed(register, only, as_of, within), fiscal_year, as_of, within=within)
    activities = [row for row in records(found) if row["plan_id"] is not None]
    counted = [row for row in activities if row["state"] != "cancelled"]
    return Briefing(
        fiscal_year=fiscal_year,
        as_of=as_of,
        coverage=covered,
        coverage_summary=covered_summary,
        attainment=scores,
        totals=totals(scores, floor=floor),
        calendar=months,
        load=load(months, fiscal_year),
        tally=tally(year, over_vote=rule),
        votes=tuple(vote_summary(year, ballot, over_vote=rule) for ballot in year.ballots["ballot_id"]),
        warnings=found,
        progress=progress(year, fiscal_year, as_of),
        units=units(year, found, scores, floor=floor),
        knowledge=knowledge(year, as_of),
        plans=len(year.plans),
        activities=len(counted),
        states={state: sum(row["state"] == state for row in activities) for state in STATES},
        done=sum(row["state"] in DONE for row in counted),
        overdue=sum(row["state"] == "overdue" for row in counted),
        due_this_month=sum(_due_in(row, as_of) for row in counted),
        share_planned=_share(covered_summary, "stages_planned"),
        share_done=_share(covered_summary, "stages_done"),
        questions_open=len(open_questions(year)),
        freshness=_freshness(year, as_of),
        needs_help=_needs_help(counted),
    )


def chain_of(register: Register, as_of: date, settings: Settings = DEFAULTS) -> pd.DataFrame:
    """The chain from candidate to KPI result (``summaries.CHAIN``), each step as of a day."""
    scores = attainment(register, as_of=as_of, floor=settings.floor, round=settings.round)
    votes = tally(register, over_vote=settings.over_vote)
    return chain(register, votes, warnings(register, as_of, within=settings.within), scores, floor=settings.floor)


def changes_since(
    before: Register, then: date, after: Register, now: date, settings: Settings = DEFAULTS
) -> pd.DataFrame:
    """What a meeting is told of (``summaries.SINCE``) from one register as of a day to another as of another day."""
    looks = (
        Look(
            register,
            warnings(register, day, within=settings.within),
            attainment(register, as_of=day, floor=settings.floor, round=settings.round),
        )
        for register, day in ((before, then), (after, now))
    )
    return changes(*looks)


def entries_of(register: Register, as_of: date, settings: Settings = DEFAULTS) -> pd.DataFrame:
    """Everything that can be searched for (``summaries.ENTRIES``), each as it stands on a day."""
    scores = attainment(register, as_of=as_of, floor=settings.floor, round=settings.round)
    votes = tally(register, over_vote=settings.over_vote)
    return entries(register, warnings(register, as_of, within=settings.within), scores, votes)


def _due_in(row: dict[str, Any], as_of: date) -> bool:
    return bool(row["due"]) and month_end(row["due"]) == month_end(as_of) and row["state"] not in DONE


def _share(summary: pd.DataFrame, column: str) -> float | None:
    stages = int(summary["stages"].sum())
    return int(summary[column].sum()) / stages if stages else None


def _freshness(year: Register, as_of: date) -> date | None:
    days = [row["reported_on"] for data in (year.progress, year.results) for row in records(data)]
    return max((day for day in days if day and day <= as_of), default=None)


def _needs_help(activities: list[dict[str, Any]]) -> PlanInNeed | None:
    """The plan with most overdue activities; of several, the one with the latest; None where nothing is overdue.

    Of plans that are level in both it is the first.
    """
    plans: dict[str, list[dict[str, Any]]] = {}
    for row in activities:
        plans.setdefault(row["plan_id"], []).append(row)
    found: list[PlanInNeed] = []
    for plan_id, own in plans.items():
        late = [row["days"] for row in own if row["state"] == "overdue"]
        if late:
            silent = sum(bool(row["never_reported"]) for row in own)
            found.append(PlanInNeed(plan_id, own[0]["plan"], own[0]["unit"], len(late), max(late), silent, 0))
    worst = max(((plan.overdue, plan.days) for plan in found), default=None)
    level = [plan for plan in found if (plan.overdue, plan.days) == worst]
    return replace(level[0], others=len(level) - 1) if level else None
