"""The turn of the year: what next year's plan may take over from this year's, and who has sent theirs."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of
from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.fiscal import fiscal_year_span
from kmdash.domain.frames import conform
from kmdash.domain.items import PLAN_LAYER, items
from kmdash.domain.knowledge import unit_key
from kmdash.domain.months import days_of
from kmdash.domain.next_year import PROPOSALS, REASONS, SENDERS
from kmdash.domain.period import PeriodKind
from kmdash.domain.register import OF_UNITS, Register
from kmdash.domain.states import DONE, WITHIN

_EACH_YEAR = (PeriodKind.ALL_YEAR, PeriodKind.RECURRING)
_OF_THE_YEAR = ("status", "status_text", "percent", "reported_on", "checklist", "lessons", "note")


def proposals(register: Register, fiscal_year: int, as_of: date, *, within: int = WITHIN) -> pd.DataFrame:
    """The activities of a year's plans that next year's may take up; nothing is taken up by itself.

    *recurring*: runs all year or in every year; its words hold again unless they name a year. *continues*: its
    period goes on after the year's last day. *unfinished*: neither done nor cancelled on the day; its time is to
    be set anew. What is done is not proposed unless it recurs or goes on; what is cancelled never is.

    Parameters
    ----------
    register : of one office or several; activities of other years' plans are left out
    as_of : day on which an activity's state is taken

    Returns
    -------
    DataFrame, one row an activity, in the register's order (``next_year.PROPOSALS``)
    """
    found = items(register, as_of, within)
    found = found[
        is_one_of(found["layer"], PLAN_LAYER) & (found["fiscal_year"] == fiscal_year).to_numpy(bool, na_value=False)
    ]
    cancelled = is_one_of(found["state"], "cancelled")
    each_year = is_one_of(found["period_kind"], *_EACH_YEAR) & ~cancelled
    end = days_of(found["end"])
    goes_on = (end > np.datetime64(fiscal_year_span(fiscal_year)[1], "D")) & ~cancelled
    still = ~cancelled & ~is_one_of(found["state"], *DONE)
    why = np.select([each_year, goes_on, still], REASONS, default="")
    dated = found["period_text"].fillna("").str.contains(r"\d").to_numpy(bool)  # names days or a year
    holds = goes_on | is_one_of(found["period_kind"], PeriodKind.RECURRING) | (each_year & ~dated)
    chosen = found.assign(proposed=why, activity_id=found["item_id"], period_text=found["period_text"].where(holds))
    return conform(PROPOSALS, chosen[why != ""].reset_index(drop=True))


def begun(register: Register, proposed: pd.DataFrame, fiscal_year: int) -> Register:
    """A draft of next year's register: this year's plans, KPIs and knowledge needed, and the activities proposed.

    Reports, results, statuses and votes stay behind. A plan without a number gets its place as one, since the
    template asks for it. ``proposed`` is what ``proposals`` gave, or the part of it that was kept.

    Returns
    -------
    Register whose plans are of ``fiscal_year`` + 1; never stored, to be written as a filled template
    """
    plans = register.plans[register.plans["fiscal_year"] == fiscal_year].reset_index(drop=True)
    places = pd.array([str(place) for place in range(1, len(plans) + 1)], dtype="str")
    plans = plans.assign(fiscal_year=fiscal_year + 1, no=plans["no"].fillna(pd.Series(places)))
    texts = proposed.set_index("activity_id")["period_text"]
    activities = register.activities[register.activities["activity_id"].isin(texts.index)]
    activities = activities.assign(period_text=activities["activity_id"].map(texts), **dict.fromkeys(_OF_THE_YEAR))
    knowledge = register.knowledge[register.knowledge["fiscal_year"] == fiscal_year]
    kept = {
        "plans": plans,
        "activities": activities,
        "kpis": register.kpis[register.kpis["plan_id"].isin(plans["plan_id"])],
        "knowledge": knowledge.assign(fiscal_year=fiscal_year + 1),
    }
    empty = {name: pd.DataFrame() for name in INPUT_FRAMES}
    return Register(
        {
            name: conform(columns, kept.get(name, empty[name])).reset_index(drop=True)
            for name, columns in INPUT_FRAMES.items()
        }
    )


def senders(register: Register, fiscal_year: int) -> pd.DataFrame:
    """Which units of this year, or of the office's book of units, have sent their part of the year after it.

    Units are those of the year's plans, then those that another table of the year has as its own (Form 1, targets,
    figures, reports; ``register.OF_UNITS``), those of the book last. Spellings of a district's office are one unit.

    Returns
    -------
    DataFrame, one row a unit of an office, in that order (``next_year.SENDERS``)
        A row that names no unit is in none. ``sent`` is true once at least one plan of the year after is there; of
        a unit that has no plan this year also once Form 1 of the year after has a row of it.
    """
    years = {"plans": fiscal_year, "next_plans": fiscal_year + 1}
    plans = _whose(register.plans, "plan")
    needs = _whose(register.knowledge, "need")
    own = [_whose(register.frames[name], "own") for name in OF_UNITS]
    book = _whose(register.aliases.assign(fiscal_year=fiscal_year), "own")
    this_year = [rows[rows["fiscal_year"] == fiscal_year] for rows in own]
    named = pd.concat([plans[plans["fiscal_year"].isin(years.values())], *this_year, book, needs])
    following, is_plan = named["fiscal_year"] == years["next_plans"], named["told_by"] == "plan"
    counts = named.assign(
        key=named["unit"].map(unit_key),
        **{name: (is_plan & (named["fiscal_year"] == year)).astype("int64") for name, year in years.items()},
        needs=((named["told_by"] == "need") & following).astype("int64"),
        listed=(named["told_by"] != "need").astype("int64"),
    )
    groups = counts.groupby(["office", "key"], sort=False)
    found = groups[[*years, "needs", "listed"]].sum().assign(unit=groups["unit"].first()).reset_index()
    found = found[found["listed"] > 0].reset_index(drop=True)
    came = (found["next_plans"] > 0) | ((found["plans"] == 0) & (found["needs"] > 0))
    return conform(SENDERS, found.assign(sent=came))


def _whose(rows: pd.DataFrame, told_by: str) -> pd.DataFrame:
    """Office, unit and year of the rows that name all three."""
    return rows[["office", "unit", "fiscal_year"]].dropna().assign(told_by=told_by)
