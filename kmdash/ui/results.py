"""Typing a KPI's result on the page, and the settings of the score."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.fiscal import fiscal_year_span, thai_date
from kmdash.domain.frames import records
from kmdash.domain.scale import FLOORS, plain, rounded
from kmdash.domain.words import say
from kmdash.store import Store
from kmdash.ui import filters
from kmdash.ui.pieces import note
from kmdash.ui.session import View
from kmdash.ui.text import md

WHOLE = 100


def asked_floor() -> str:
    """What a result short of the first threshold scores, as the link says; 1 if it says nothing."""
    asked = filters.linked("floor")
    return asked if asked in FLOORS else FLOORS[0]


def floor_switch(floor: str) -> None:
    """The buttons that choose it."""
    names = {name: say(f"floor.{name}") for name in FLOORS}
    filters.switch("floor", say("floor.label"), names, floor, hidden=False)


def total(totals: Mapping[str, Any]) -> str:
    """The total of what is scored, the share of the weight behind it, and the total if the rest scored the least."""
    if totals["scored_so_far"] is None:
        return say("attainment.no_total")
    weights = totals["weights"]
    off = weights == "given" and totals["weight_sum"] != WHOLE
    return say(
        "attainment.total",
        score=rounded(totals["scored_so_far"]),
        share=plain(round(float(100 * totals["share_of_weight"]), 1)),
        worst=rounded(totals["if_missing_floor"]),
        weights=say("weights.normalised", sum=plain(totals["weight_sum"])) if off else say(f"weights.{weights}"),
    )


def explanations(attainment: pd.DataFrame) -> None:
    """The sentence behind each score, and what lacks to the next level, in the KPI's own unit."""
    with st.expander(say("attainment.explained"), key="explained"):
        for row in records(attainment):
            note(" · ".join(filter(None, [f"{row['plan']}: {row['explanation']}", _gap(row)])))


def _gap(row: dict[str, Any]) -> str:
    if row["gap_to_next"] is None:
        return ""
    key = "attainment.gap_down" if row["direction"] == "down" else "attainment.gap"
    return say(key, gap=plain(row["gap_to_next"]), unit=row["kpi_unit"] or "", level=row["next_level"])


def result_form(view: View, store: Store, attainment: pd.DataFrame, names: Mapping[str, str]) -> None:
    """A form for one result: which KPI, how much, as of which day; it is stored as a version of its own."""
    rows = zip(attainment["kpi_id"], attainment["plan_id"], attainment["name"], strict=True)
    kpis = {kpi: (plan, f"{names.get(plan, plan)} · {name}") for kpi, plan, name in rows}
    days = _days(view)
    with st.expander(say("result.open"), key="result_panel"), st.form("result"):
        kpi = st.selectbox(
            say("result.kpi"),
            list(kpis),
            index=None,
            format_func=lambda kpi: kpis[kpi][1] if kpi in kpis else kpi,
            key="result_kpi",
        )
        with st.container(horizontal=True):
            value = st.text_input(say("result.value"), key="result_value", width=220)
            day = st.selectbox(
                say("result.day"),
                list(days),
                index=list(days).index(view.as_of),
                format_func=thai_date,
                key="result_day",
                width=220,
            )
            remark = st.text_input(say("result.note"), key="result_note", width=360)
            actor = st.text_input(
                say("confirm.actor"), value=say("confirm.secretary"), key="actor", persist_state="session", width=220
            )
        if st.form_submit_button(say("result.send"), key="result_send", disabled=not view.newest):
            _record(view, store, kpi, kpis[kpi][0] if kpi else "", value, day, remark, actor)
    if not view.newest:
        st.caption(say("result.old_version"))


def _days(view: View) -> dict[date, None]:
    first, last = fiscal_year_span(view.fiscal_year)
    days = [day.date() for day in pd.date_range(first, last)]
    return dict.fromkeys(sorted({*days, view.as_of}))


def _record(
    view: View, store: Store, kpi: str | None, plan: str, value: str, day: date, remark: str, actor: str
) -> None:
    actual = view.tools.number(value)
    if kpi is None or actual is None:
        st.error(say("result.missing" if kpi is None else "result.no_number"))
        return
    version = store.record_result(kpi, plan, actual, reported_on=day, note=remark, actor=actor.strip() or "–")
    st.toast(md(say("result.stored", number=version.number) if version else say("result.same")))
    st.rerun()
