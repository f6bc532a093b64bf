"""The totals and explanations of the scores, and typing a KPI's result on the page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.fiscal import fiscal_year_span, shown_date
from kmdash.domain.frames import records
from kmdash.domain.milestone import steps_of
from kmdash.domain.scale import plain, rounded
from kmdash.domain.target import is_percent
from kmdash.domain.weights import counted, weights_of
from kmdash.domain.words import say
from kmdash.store import Store
from kmdash.ui.asking_by import by_field
from kmdash.ui.pieces import folded, note
from kmdash.ui.session import View
from kmdash.ui.text import md

WHOLE = 100


def total(totals: Mapping[str, Any]) -> str:
    """The totals of each scale with the share of the weight behind them, and what left them or is to be checked."""
    lines = [_levels_total(totals)]
    if totals["points"] is not None:
        share = _percent(totals["points_share"])
        lines.append(say("kpi.points.total", points=rounded(totals["points"]), share=share))
    if totals["targets"]:
        lines.append(say("kpi.target.total", met=totals["targets_met"], targets=totals["targets"]))
    if totals["cancelled"]:
        lines.append(say("kpi.cancelled.total", count=totals["cancelled"]))
    if totals["doubts"]:
        lines.append(f"▲ {say('kpi.doubt.total', count=totals['doubts'])}")
    return " · ".join(lines)


def _percent(share: Any) -> str:
    return plain(round(float(WHOLE * share), 1))


def _levels_total(totals: Mapping[str, Any]) -> str:
    """The total of what is scored, the share of the weight behind it, and the total if the rest scored the least."""
    if totals["scored_so_far"] is None:
        return say("attainment.no_total")
    weights = totals["weights"]
    off = weights == "given" and totals["weight_sum"] != WHOLE
    return say(
        "attainment.total",
        score=rounded(totals["scored_so_far"]),
        share=_percent(totals["share_of_weight"]),
        worst=rounded(totals["if_missing_floor"]),
        weights=say("weights.normalised", sum=plain(totals["weight_sum"])) if off else say(f"weights.{weights}"),
    )


def explanations(attainment: pd.DataFrame, totals: Mapping[str, Any]) -> None:
    """The sentence behind each score, what lacks to the next level, its cells, what is to be checked; the total."""

    def draw() -> None:
        for row in records(attainment):
            doubt = f"▲ {say('attainment.doubt', doubt=row['doubt'])}" if row["doubt"] else ""
            told = f"{row['plan']} · {row['name']}: {row['explanation']}"
            note(" · ".join(filter(None, [told, _gap(row), _cells(row), doubt])))
        if totals["scored_so_far"] is not None:
            note(_total_explained(attainment, totals["scored_so_far"]))

    folded(say("attainment.explained"), "explained", draw)


def _total_explained(attainment: pd.DataFrame, total: Any) -> str:
    """Σ(weight × score) ÷ Σ weight with the numbers of the KPIs that are scored."""
    rows = counted(records(attainment))
    pairs = zip(rows, weights_of(rows)[0], strict=True)
    scored = [(weight, row["score"]) for row, weight in pairs if row["score"] is not None]
    products = " + ".join(f"{plain(weight)} × {rounded(score)}" for weight, score in scored)
    weights = " + ".join(plain(weight) for weight, _ in scored)
    return say("attainment.total_explained", sum=f"({products}) ÷ ({weights})", score=rounded(total))


def _cells(row: dict[str, Any]) -> str:
    """Where the thresholds and the result stand."""
    cells = {"kpi_cell": row["source_cell"], "result_cell": row["result_cell"]}
    return " · ".join(say(f"attainment.{name}", cell=cell) for name, cell in cells.items() if cell)


def _gap(row: dict[str, Any]) -> str:
    if row["scale"] == "milestone" and row["next_level"] is not None:
        return say("attainment.next_step", level=row["next_level"])
    if row["gap_to_next"] is None:
        return ""
    key = "attainment.gap_down" if row["direction"] == "down" else "attainment.gap"
    unit = row["kpi_unit"] or ""
    amount = say(
        "attainment.percent" if is_percent(unit) else "attainment.amount", gap=plain(row["gap_to_next"]), unit=unit
    )
    gap = say(key, amount=amount, level=row["next_level"])
    return gap if row["gap_persons"] is None else f"{gap} {say('attainment.gap_persons', persons=row['gap_persons'])}"


def result_form(view: View, store: Store, attainment: pd.DataFrame, names: Mapping[str, str]) -> None:
    """A form for one result: which KPI, how much, as of which day; it is stored as a version of its own.

    In a meeting there is none.
    """
    if view.meeting:
        return
    kpis = {row["kpi_id"]: row for row in records(attainment)}
    titles = {kpi: f"{names.get(row['plan_id'], row['plan_id'])} · {row['name']}" for kpi, row in kpis.items()}
    days = _days(view)
    with st.expander(say("result.open"), key="result_panel"), st.form("result"):
        kpi = st.selectbox(
            say("result.kpi"),
            list(kpis),
            index=None,
            placeholder=say("filter.choose"),
            format_func=lambda kpi: titles.get(kpi, kpi),
            key="result_kpi",
        )
        with st.container(horizontal=True):
            value = st.text_input(say("result.value"), key="result_value", width=220)
            persons = st.text_input(say("result.persons"), key="result_persons", width=220)
            day = st.selectbox(
                say("result.day"),
                list(days),
                index=list(days).index(view.as_of),
                format_func=shown_date,
                key="result_day",
                width=220,
            )
            remark = st.text_input(say("result.note"), key="result_note", width=360)
            actor = by_field("actor", 220)
        if st.form_submit_button(say("result.send"), key="result_send", disabled=not view.newest):
            _record(view, store, kpis.get(kpi), (value, persons), day, remark, actor)
    if not view.newest:
        st.caption(say("result.old_version"))


def _days(view: View) -> dict[date, None]:
    first, last = fiscal_year_span(view.fiscal_year)
    days = [day.date() for day in pd.date_range(first, last)]
    return dict.fromkeys(sorted({*days, view.as_of}))


def _record(
    view: View, store: Store, kpi: dict[str, Any] | None, typed: tuple[str, str], day: date, remark: str, actor: str
) -> None:
    value, people = typed
    actual, persons = view.tools.number(value), view.tools.number(people)
    listed = steps_of(value) if kpi is not None and kpi["scale"] == "milestone" and actual is None else None
    if kpi is None or (actual is None and listed is None):
        st.error(say("result.missing" if kpi is None else "result.no_number"))
        return
    if people.strip() and (persons is None or persons < 1 or persons != int(persons)):
        st.error(say("result.no_persons"))
        return
    version = store.record_result(
        kpi["kpi_id"],
        kpi["plan_id"],
        actual,
        reported_on=day,
        note=remark,
        actor=actor or "–",
        steps=",".join(map(str, listed)) if listed else None,
        persons=None if persons is None else int(persons),
    )
    st.toast(md(say("result.stored", number=version.number) if version else say("result.same")))
    st.rerun()
