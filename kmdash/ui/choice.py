"""The shared filters of every page: office, fiscal year, plan, unit, stage, status, day, version, language."""

from collections.abc import Collection, Hashable, Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain import words
from kmdash.domain.fiscal import fiscal_year_of, fiscal_year_span, shown_date
from kmdash.domain.names import plan_labels
from kmdash.domain.narrowing import narrowed
from kmdash.domain.register import Register, from_parts, selected
from kmdash.domain.viewpoint import day_of, fiscal_years_of, moment, offices_of, today, units_of
from kmdash.domain.words import say
from kmdash.ui import filters, session, settings, share
from kmdash.ui.part import part_of
from kmdash.ui.session import Tools, View

OF_PAGES = (  # what single pages are narrowed to
    *("issue", "series", "report", "award_month", "ballot", "since", "receiver"),
)
_NARROWING = ("plan", "unit", "stage", "status")
SHARED = ("office", "fy", *_NARROWING, "as_of", "version")
CLEARED = (*SHARED, *settings.NAMES, *OF_PAGES)


def choose_language() -> None:
    """Set the language of this run: of the link, else of the setting ``KMDASH_LANG``, else Thai."""
    default = session.setting("KMDASH_LANG")
    asked = filters.linked("lang")
    words.set_language(asked if asked in words.LANGUAGES else default if default in words.LANGUAGES else "th")


def choose_digits() -> None:
    """Set the digits of this run: of the link, else of the setting ``KMDASH_DIGITS``, else Arabic."""
    default = session.setting("KMDASH_DIGITS")
    asked = filters.linked("digits")
    words.set_digits(asked if asked in words.DIGITS else default if default in words.DIGITS else "arabic")


def _spoken() -> dict[str, str]:
    """The language and digits of the link that name none there is."""
    known = {"lang": words.LANGUAGES, "digits": words.DIGITS}
    asked = {name: st.session_state.get(name, "") for name in known}
    return {name: value for name, value in asked.items() if value and value not in known[name]}


def asked_meeting() -> bool:
    """Whether the link asks for meeting mode."""
    return filters.linked("meet") == "1"


def choose(tools: Tools, *, meeting: bool, narrowed_by: Collection[str]) -> View:
    """Show the shared filters in one small panel and give the view they choose; ``narrowed_by`` as of the menu."""
    asked = {name: filters.linked(name) for name in SHARED}
    versions = session.store().versions()
    version, newest = _version(versions, asked["version"])
    everything = session.register(int(version)) if version else from_parts([])
    offices = offices_of(everything)
    office = _among(asked["office"], offices)
    of_office = _kept(everything, "office", (version, office), office=[office] if office else [])
    years = fiscal_years_of(of_office)
    fiscal_year = int(_among(asked["fy"], [str(year) for year in years]) or fiscal_year_of(today()))
    year_key = (version, office, fiscal_year)
    of_year = _kept(of_office, "year", year_key, fiscal_year=[fiscal_year])
    as_of, why = day_of_view(of_year, fiscal_year, asked["as_of"])
    plans, units = plan_labels(of_year.plans), units_of(of_year)
    plan = asked["plan"] if asked["plan"] in plans else ""
    unit = asked["unit"] if asked["unit"] in units else ""
    set_to, in_vain = settings.asked({int(months) for months in of_year.rounds["round"].dropna()})
    part = part_of(of_year, asked, narrows="stage" in narrowed_by)
    told = _told({"plan": plans.get(plan, ""), "unit": unit}, part.name, narrowed_by)
    day = as_of.isoformat() if why == "chosen" else ""
    values = (office or "", str(fiscal_year), plan, unit, part.stage, part.status, day, version)
    shown = dict(zip(SHARED, values, strict=True))
    choices = {
        "office": _same(offices) if len(offices) > 1 else {},
        "fy": _same([str(year) for year in years]),
        "plan": {"": say("filter.all_plans"), **plans} if plans else {},
        "unit": {"": say("filter.all_units"), **_same(units)} if units else {},
        **part.choices,
        "as_of": {"": _usual_day(of_year, fiscal_year), **_days(fiscal_year)},
        "version": version_labels(versions),
    }
    lists = {name: (choices[name], value) for name, value in shown.items()}
    summary = " · ".join(filter(None, [say("filter.year", year=fiscal_year), told, shown_date(as_of)]))
    _panel(summary, lists, as_of.isoformat(), meeting, narrowed_by)
    plan_key = (*year_key, plan, unit)
    own = {"plan": [plan] if plan else [], "unit": [unit] if unit else []}
    whole, all_years = _kept(of_year, "whole", plan_key, **own), _kept(of_office, "all years", plan_key, **own)
    leaves = (part.only, as_of, set_to.within)
    return View(
        tools=tools,
        everything=everything,
        whole=whole,
        register=session.kept(lambda: narrowed(whole, *leaves), "part", *plan_key, *leaves),
        all_years=session.kept(lambda: narrowed(all_years, *leaves), "part of all years", *plan_key, *leaves),
        office=office,
        fiscal_year=fiscal_year,
        as_of=as_of,
        as_of_why=why,
        newest=version == newest,
        narrowed=told,
        part=part.name,
        only=part.only,
        theme=session.theme(),
        meeting=meeting,
        plan=plan,
        unit=unit,
        unknown={name: value for name, value in asked.items() if value not in ("", shown[name])} | in_vain | _spoken(),
        settings=set_to,
    )


def _kept(register: Register, name: str, key: tuple[Hashable, ...], **wanted: list[Any]) -> Register:
    """The part of a register that is wanted, made once for all who ask for the same."""
    return session.kept(lambda: selected(register, **wanted), name, *key)


def _told(named: Mapping[str, str], part: str, narrowed_by: Collection[str]) -> str:
    """What the page is narrowed to."""
    return " · ".join(filter(None, [*(value for name, value in named.items() if name in narrowed_by), part]))


def _version(versions: pd.DataFrame, asked: str) -> tuple[str, str]:
    """The version to show, the newest where the link asks for none there is; and the newest, "" without any."""
    numbers = [str(number) for number in versions["number"]]
    newest = max(numbers, key=int, default="")
    return asked if asked in numbers else newest, newest


def day_of_view(register: Register, fiscal_year: int, asked: str) -> tuple[date, str]:
    """The day for due, late and progress, and why it is that one: asked for in the link (``chosen``), or the usual."""
    if asked in _days(fiscal_year):
        return date.fromisoformat(asked), "chosen"
    return day_of(register, fiscal_year, today())


def version_labels(versions: pd.DataFrame) -> dict[str, str]:
    """Version numbers, newest first, with the moment (Bangkok) and kind of each."""
    rows = versions.sort_values("number", ascending=False)
    return {
        str(row.number): say(
            "filter.version_of", number=row.number, moment=moment(row.stored_at), kind=say(f"version.{row.kind}")
        )
        for row in rows.itertuples()
    }


def _among(asked: str, choices: list[str]) -> str | None:
    return asked if asked in choices else next(iter(choices), None)


def _same(values: list[str]) -> dict[str, str]:
    return {value: value for value in values}


def _usual_day(register: Register, fiscal_year: int) -> str:
    day, why = day_of(register, fiscal_year, today())
    return say("filter.as_of_usual", day=shown_date(day), why=say(f"as_of.{why}"))


def _days(fiscal_year: int) -> dict[str, str]:
    first, last = fiscal_year_span(fiscal_year)
    return {day.date().isoformat(): shown_date(day.date()) for day in pd.date_range(first, last)}


def _panel(
    summary: str, lists: Mapping[str, tuple[Mapping[str, str], str]], as_of: str, meeting: bool, used: Collection[str]
) -> None:
    _filters(summary, lists, as_of, meeting, used)
    label, value = (say("meet.leave"), "") if meeting else (say("meet.enter"), "1")
    filters.set_button(label, "meet", value, key="meeting_mode", tip=say("meet.tip"))


def _filters(
    summary: str, lists: Mapping[str, tuple[Mapping[str, str], str]], as_of: str, meeting: bool, used: Collection[str]
) -> None:
    with st.popover(summary, width="content", key="filter_panel"):
        for name, (choices, value) in lists.items():
            if choices:
                filters.select(name, say(f"filter.{name}"), choices, value)
        idle = [say(f"filter.{name}") for name in _NARROWING if lists[name][1] and name not in used]
        if idle:
            st.caption(say("narrow.not_here", filters=", ".join(idle)))
        with st.container(horizontal=True):
            if not meeting:
                names = {name: say(f"language.{name}") for name in words.LANGUAGES}
                filters.switch("lang", say("filter.lang"), names, words.language())
                shapes = {name: say(f"digits.{name}") for name in words.DIGITS}
                filters.switch("digits", say("filter.digits"), shapes, words.digits())
            filters.clear_button(say("filter.clear"), CLEARED)
        share.button({name: lists[name][1] for name in ("office", "fy")} | {"as_of": as_of})
