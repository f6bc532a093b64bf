"""The finding of each page, as its one heading: computed from the result frames, never typed.

Plans are called by the short names of ``names`` (plan id: "แผนที่ 1").
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Any

import pandas as pd

from kmdash.domain.fiscal import month_end, shown_month
from kmdash.domain.names import and_others
from kmdash.domain.scale import rounded
from kmdash.domain.since import KINDS
from kmdash.domain.stages import of_process
from kmdash.domain.words import say

Names = Mapping[str, str]
_NAMED_GAPS = 3
_NAMED_KINDS = 4
_NAMED_LENGTH = 60  # letters of several names that a title holds
_SQUEEZED_MONTHS = 2
_SQUEEZED_ITEMS = 3


def late_plans(warnings: pd.DataFrame) -> dict[str, int]:
    """Plan ids with the number of their overdue activities, where there are any."""
    overdue = warnings[(warnings["state"] == "overdue") & warnings["plan_id"].notna()]
    return {str(plan): int(count) for plan, count in overdue.groupby("plan_id", sort=False).size().items()}


def overview(done: int, activities: int, behind: Mapping[str, int], plans: int, due: int = 0) -> str:
    """How much is done, and in how many plans something is overdue (``behind``: plan id and count).

    Where nothing is, how many are ``due`` this month and not done.
    """
    if not activities:
        return say("title.overview.none")
    head = say("title.overview.done", done=done, activities=activities)
    if done == activities:
        return head
    overdue = sum(behind.values())
    if not overdue:
        return say("title.overview.due", head=head, due=due) if due else say("title.overview.on_time", head=head)
    return say("title.overview.overdue", head=head, overdue=overdue, behind=len(behind), plans=plans)


def coverage(coverage: pd.DataFrame, names: Names) -> str:
    """Which plan lacks which stage; if none does, which stages no plan has done."""
    if coverage.empty:
        return say("title.coverage.none")
    staged = coverage[coverage["stage"].notna()]
    plans = staged["plan_id"].nunique()
    if not plans:
        return say("title.coverage.unstaged", plans=coverage["plan_id"].nunique())
    gaps = staged[staged["state"] == "none"]
    if gaps.empty:
        return _undone(staged, plans, names)
    lacking = gaps["plan_id"].nunique()
    if len(gaps) > _NAMED_GAPS:
        return say("title.coverage.many_gaps", gaps=len(gaps), lacking=lacking, plans=plans)
    found = _listed([_gap(row, names) for row in gaps.to_dict("records")])
    return say("title.coverage.gaps", gaps=found) if lacking == plans else say("title.coverage.others", gaps=found)


def coverage_part(coverage: pd.DataFrame, names: Names) -> str:
    """The same where only some stages, or activities in some states, are looked at: no gap but of a stage chosen."""
    plans, empty = coverage["plan_id"].nunique(), coverage[coverage["planned"] + coverage["cancelled"] == 0]
    if len(empty):
        lacking = [_name(row, names) for row in empty.drop_duplicates("plan_id").to_dict("records")]
        key = "narrow.lacking" if len(lacking) <= _NAMED_GAPS else "narrow.many_lacking"
        return say(key, lacking=len(lacking), plans=plans, names=_listed(lacking))
    count = int((coverage["planned"] + coverage["cancelled"]).sum())
    return say("narrow.coverage", count=count, cells=len(coverage), plans=plans)


def _gap(row: dict[str, Any], names: Names) -> str:
    return say("title.coverage.gap", plan=_name(row, names), stage=row["stage"], name=row["stage_name"])


def _undone(staged: pd.DataFrame, plans: int, names: Names) -> str:
    one = _name(staged.iloc[0].to_dict(), names)
    head = say("title.coverage.full", plans=plans) if plans > 1 else say("title.coverage.full_one", plan=one)
    reached = (staged["state"] == "done").groupby([staged["process"].fillna("KM"), staged["stage"]]).any()
    waiting = [str(stage) for (_, stage), done in reached.items() if not done]
    if (staged["state"] == "done").all():
        return say("title.coverage.all_done", head=head)
    if not waiting or len(set(staged["process"].dropna())) > 1:
        return head
    if len(waiting) == len(of_process(str(staged["process"].iloc[0]))):
        return say("title.coverage.none_done", head=head)
    return say(f"title.coverage.{'waiting' if plans > 1 else 'waiting_one'}", head=head, stages=_listed(waiting))


def attainment(attainment: pd.DataFrame, names: Names) -> str:
    """Who scored highest, and how many KPIs have no score, and why; of those that are scored on five levels."""
    if attainment.empty:
        return say("title.attainment.none")
    everything = len(attainment)
    attainment = attainment[~attainment["reason"].isin(("points", "target", "cancelled"))]
    if attainment.empty:
        return say("title.attainment.no_levels", kpis=everything)
    scored = attainment[attainment["score"].notna()]
    reasons = attainment["reason"].value_counts()
    told = [
        say(f"title.attainment.{code}", count=reasons[code])
        for code in ("no_result", "no_thresholds", "unclear_result")
        if reasons.get(code, 0)
    ]
    waiting = reduce(lambda head, reason: say("title.attainment.also", head=head, reason=reason), told) if told else ""
    if scored.empty:
        return say("title.attainment.unscored", kpis=len(attainment), waiting=waiting)
    best = scored[scored["score"] == scored["score"].max()]
    plans = [_name(row, names) for row in best.drop_duplicates("plan_id").to_dict("records")]
    top = rounded(best["score"].iloc[0])
    if len(attainment) == 1:
        return say("title.attainment.one", plan=plans[0], score=top, level=best["level"].iloc[0])
    head = say("title.attainment.best" if len(best) == 1 else "title.attainment.shared", plan=_plans(plans), score=top)
    if len(scored) == len(attainment):
        return say("title.attainment.complete", head=head)
    return say("title.attainment.partly", head=head, missing=len(attainment) - len(scored), waiting=waiting)


def calendar(calendar: pd.DataFrame, load: pd.DataFrame, unclear: int, names: Names) -> str:
    """The busiest months; then the plans squeezed into two months, or how many dates are to be confirmed."""
    most = load["active"].max() if len(load) else 0
    if not most:
        return say("title.calendar.none")
    busiest = [_month(month) for month in load.loc[load["active"] == most, "month"]]
    key = "title.calendar.busiest" if len(busiest) == 1 else "title.calendar.busiest_months"
    head = say(key, months=_listed(busiest[:3]), items=most)
    squeezed = _squeezed(calendar, names)
    if squeezed:
        return say("title.calendar.squeezed", head=head, plan=squeezed)
    return say("title.calendar.unclear", head=head, count=unclear) if unclear else head


def _squeezed(calendar: pd.DataFrame, names: Names) -> str | None:
    counted = calendar[(calendar["layer"] == "plan") & ~calendar["band"] & (calendar["state"] != "cancelled")]
    groups = counted.groupby("plan_id", sort=False).agg(months=("month", "nunique"), items=("item_id", "nunique"))
    tight = groups[(groups["months"] <= _SQUEEZED_MONTHS) & (groups["items"] >= _SQUEEZED_ITEMS)]
    if tight.empty or len(groups) < 2:
        return None
    most = str(tight["items"].idxmax())
    return and_others(names[most], len(tight) - 1) if most in names else None


def vote(tally: pd.DataFrame, seats: int | None) -> str:
    """How sure the choice is: the margin at the cut line, or the tie that awaits the committee."""
    ranked = tally[tally["votes"].notna()]
    if ranked.empty:
        return say("title.vote.none")
    if seats is None:
        return say("title.vote.unknown_seats", count=len(ranked))
    if len(ranked) < len(tally):
        return say("title.vote.missing", count=len(tally) - len(ranked))
    tied = ranked[ranked["tied_at_cut"].fillna(False)]
    if len(tied):
        level = {"tied": len(tied), "votes": tied["votes"].iloc[0]}
        if tied["selected"].isna().any():
            return say("title.vote.tied", **level)
        return say("title.vote.decided", chosen=int(ranked["selected"].sum()), **level)
    chosen, others = ranked[ranked["selected"].fillna(False)], ranked[~ranked["selected"].fillna(False)]
    if others.empty or chosen.empty:
        return say("title.vote.all", count=len(ranked), seats=seats)
    last, next_one = chosen["votes"].min(), others.iloc[0]
    margin = last - next_one["votes"]
    return say("title.vote.margin", seats=len(chosen), votes=last, rank=next_one["rank"], margin=margin)


def upload(filled: int, to_check: int, unreadable: int, unknown: int = 0, stored: int | None = None) -> str:
    """How many cells of the files chosen were read, and how many places to look at before confirming.

    ``unknown`` of the filled cells stand in files in which nothing was recognised. ``stored`` is the version
    the last import became, while no other file is chosen.
    """
    if stored is not None:
        return say("title.upload.stored", number=stored)
    if filled == 0:
        return say("title.upload.unreadable", count=unreadable) if unreadable else say("title.upload.start")
    if unknown == filled:
        return say("title.upload.unknown")
    if to_check:
        return say("title.upload.check", read=filled - unknown - to_check, filled=filled, check=to_check)
    if unknown:
        return say("title.upload.partly", read=filled - unknown, filled=filled)
    return say("title.upload.clean", filled=filled)


def warnings(warnings: pd.DataFrame, states: Sequence[str] = ()) -> str:
    """How many activities and duties of a unit are overdue, the latest by how many days, how many never reported.

    ``states`` are those the frame was narrowed to; where overdue is not among them, how many items there are.
    """
    activities = warnings[warnings["plan_id"].notna() | warnings["unit"].notna()]
    overdue = activities[activities["state"] == "overdue"]
    silent = int(activities["never_reported"].sum())
    head = say("title.warnings.none")
    if states and "overdue" not in states:
        steps = len(warnings) - len(activities)
        found = "activities" if not steps else "steps" if activities.empty else "both"
        head = say(f"title.warnings.{found}", activities=len(activities), steps=steps)
    elif len(overdue):
        head = say("title.warnings.overdue", overdue=len(overdue), days=overdue["days"].max())
    return say("title.warnings.silent", head=head, silent=silent) if silent else head


def curve(progress: pd.DataFrame, as_of: date) -> str:
    """How many activities the work lags behind its plan at the end of the last month closed, and since which.

    A month is closed on the day after its last one: what is due on a day is behind from the next.
    """
    months = progress.groupby("month")[["planned", "actual"]].sum(min_count=1)
    if not months["planned"].sum():
        return say("title.curve.none")
    closed = months[months.index.map(lambda month: month_end(month.date()) < as_of) & months["actual"].notna()]
    ahead = closed["actual"] - closed["planned"]
    if ahead.empty:
        return say("title.curve.begun")
    if ahead.iloc[-1] == 0:
        return say("title.curve.level")
    if ahead.iloc[-1] > 0:
        return say("title.curve.ahead", count=ahead.iloc[-1])
    keeping_up = ahead[ahead >= 0]
    since = ahead.index[0] if keeping_up.empty else ahead[ahead.index > keeping_up.index[-1]].index[0]
    return say("title.curve.behind", count=-ahead.iloc[-1], month=_month(since))


def changes(kinds: pd.Series) -> str:
    """How many changes of which kind (``domain.since.KINDS``), the most telling first; those beyond four together."""
    counts = kinds.value_counts()
    if counts.empty:
        return say("title.changes.none")
    found = [kind for kind in KINDS if kind in counts]
    parts = [say(f"title.change.{kind}", count=counts[kind]) for kind in found[:_NAMED_KINDS]]
    others = int(counts[found[_NAMED_KINDS:]].sum())
    return " · ".join([*parts, *([say("title.changes.others", count=others)] if others else [])])


def history(versions: int, newest: str) -> str:
    """How many versions are kept, and when the newest was stored."""
    return say("title.history.kept", versions=versions, newest=newest) if versions else say("title.history.none")


def units(names: int, book: int) -> str:
    """How many names of units are met, and of how many the book decides."""
    return say("title.units.some" if book else "title.units.none", units=names, book=book)


def next_year(proposals: pd.DataFrame, senders: pd.DataFrame, year: int) -> str:
    """How many activities are proposed for the year, and how many units have sent a plan of it."""
    key = "some" if len(proposals) else "none"
    sent = int(senders["sent"].sum())
    return say(f"title.next_year.{key}", year=year, count=len(proposals), sent=sent, units=len(senders))


def _name(row: Mapping[str, Any], names: Names) -> str:
    return names.get(row["plan_id"]) or str(row["plan"])


def _month(month: pd.Timestamp) -> str:
    return shown_month(month.date())


def _plans(names: Sequence[str]) -> str:
    """The names of plans; only how many there are where the names would fill the title."""
    told = _listed(names)
    return told if len(names) == 1 or len(told) <= _NAMED_LENGTH else say("title.plans", count=len(names))


def _listed(parts: Sequence[str]) -> str:
    """Parts as a person lists them: "a, b และ c"."""
    *first, last = parts
    return f"{', '.join(first)} {say('title.and')} {last}" if first else last
