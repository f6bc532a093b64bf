"""The pieces of the page of submissions: what is chosen, its finding, the winners, the notes, the phone's list."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from kmdash.domain.behind import Item
from kmdash.domain.behind_followed import of_submissions
from kmdash.domain.fiscal import shown_month
from kmdash.domain.frames import records
from kmdash.domain.marks import Mark, mark
from kmdash.domain.scale import plain
from kmdash.domain.words import say
from kmdash.ui import filters
from kmdash.ui.narrow import Group, Line
from kmdash.ui.pieces import note

_NAMED = 3  # units named in a finding


def place() -> DeltaGenerator:
    """Where the finding goes: above what is chosen, which it is about."""
    return st.container(key="award_head")


def of_report(submissions: pd.DataFrame, report: str) -> pd.DataFrame:
    """The submissions of a report, of all where "" is given."""
    return submissions[submissions["report"] == report].reset_index(drop=True) if report else submissions


def chosen_report(submissions: pd.DataFrame) -> str:
    """The report of the link, "" for all; a list to choose from where there are several."""
    reports = sorted(submissions["report"].dropna().unique())
    asked = filters.linked("report")
    value = asked if asked in reports else ""
    if len(reports) > 1:
        choices = {"": say("award.all_reports"), **{name: name for name in reports}}
        filters.select("report", say("award.report"), choices, value, width=360)
    return value


def chosen_month(monthly: pd.DataFrame) -> date | None:
    """The month of the link, else the latest in which something was due or scored; None without any."""
    told = monthly[(monthly["due"] > 0) | monthly["score"].notna()]["month"].dropna()
    days = sorted({month.date() for month in told}, reverse=True)
    if not days:
        return None
    asked = filters.linked("award_month")
    choices = {day.isoformat(): shown_month(day) for day in days}
    value = asked if asked in choices else days[0].isoformat()
    filters.select("award_month", say("award.month"), choices, value, width=200)
    return date.fromisoformat(value)


def of_month(monthly: pd.DataFrame, month: date | None) -> pd.DataFrame:
    """The rows of a month; none where there is no month."""
    return monthly[monthly["month"] == pd.Timestamp(month)] if month else monthly.iloc[:0]


def title(rows: pd.DataFrame, month: date | None) -> str:
    """Who sent everything on time in the month, and how many have not sent or were late."""
    counted = rows[(rows["due"] > 0) | rows["score"].notna()]
    if month is None or counted.empty:
        return say("title.submissions.none")
    told = {"month": shown_month(month)}
    if (counted["basis"] == "form").any():
        best = counted[counted["rank"] == 1]
        score = plain(round(best["score"].iloc[0], 1)) if len(best) else "–"
        return say("title.submissions.best", units=_listed(best["unit"]), score=score, **told)
    full, missing = counted[counted["on_time"] == counted["due"]], int((counted["missing"] > 0).sum())
    late = int(((counted["late"] > 0) & (counted["missing"] == 0)).sum())
    if len(full) == len(counted) > 1:
        return say("title.submissions.all", count=len(full), **told)
    head = say("title.submissions.full_none", **told)
    if len(full) > _NAMED:
        head = say("title.submissions.full_many", count=len(full), **told)
    elif len(full):
        head = say("title.submissions.full", units=_listed(full["unit"]), **told)
    if missing:
        return say("title.submissions.missing", head=head, count=missing)
    return say("title.submissions.late", head=head, count=late) if late else head


def winners(rows: pd.DataFrame, yearly: pd.DataFrame, month: date | None) -> None:
    """All who share the first rank of the month and of the year, by name."""
    if month is None:
        return
    best, best_year = rows[rows["winner"]], yearly[yearly["winner"]]
    name = shown_month(month)
    if best.empty:
        note(say("award.no_winner"))
    else:
        note(say("award.winner_month", month=name, units=_shared(best["unit"])))
    if len(best_year):
        note(say("award.winner_year", units=_shared(best_year["unit"])))


def notes(found: pd.DataFrame, yearly: pd.DataFrame) -> str:
    """What the figures rest on, in a line: days not known, months not known, whose scores they are."""
    bases, counts = set(yearly["basis"].dropna()), found["state"].value_counts()
    told = [
        say("award.month_end") if found["due"].isna().any() and bases != {"form"} else "",
        say("award.unsure", count=counts["sent"]) if counts.get("sent", 0) else "",
        say("award.no_month", count=counts["no_month"]) if counts.get("no_month", 0) else "",
        say("award.of_form") if bases == {"form"} else "",
        say("award.mixed") if "mixed" in bases else "",
    ]
    return " · ".join(filter(None, told))


def listed(monthly: pd.DataFrame, yearly: pd.DataFrame) -> list[Group]:
    """A group a unit: its year, and each month below it."""
    months = records(monthly)
    return [
        Group(
            row["unit"] or "–",
            "–" if row["score"] is None else plain(round(row["score"], 1)),
            "" if row["rank"] is None else say("award.plot.rank", rank=row["rank"]),
            tuple(
                Line(_line(month), mark("award", month))
                for month in months
                if month["unit"] == row["unit"] and month["month"]
            ),
        )
        for row in records(yearly)
    ]


def behind(found: pd.DataFrame, mark: Mark) -> list[Item]:
    """The submissions behind a cell of the map, a unit's rank or a row of the table."""
    if mark[0] == "submission":
        return of_submissions(found[found["submission_id"] == mark[1]])
    own = found[found["unit"] == mark[1]]
    return of_submissions(own[own["month"] == pd.Timestamp(mark[2])] if mark[2] else own)


def _line(row: dict) -> str:
    told = {name: row[name] for name in ("due", "on_time", "late", "missing")}
    counts = say("award.plot.counts", **told) if row["basis"] == "rule" else plain(row["score"] or 0)
    return say("award.line", month=shown_month(row["month"]), told=counts)


def _listed(units: pd.Series) -> str:
    names: Sequence[str] = [str(unit) for unit in units.dropna()]
    return ", ".join(names) or "–"


def _shared(units: pd.Series) -> str:
    return say("award.shared", units=_listed(units), count=len(units)) if len(units) > 1 else _listed(units)
