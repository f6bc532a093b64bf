"""“If the result were …”: one KPI's result moved on a slider, its score and total as they would be; never stored."""

from collections.abc import Callable, Mapping
from math import floor, log10
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.frames import records
from kmdash.domain.level_texts import split_levels
from kmdash.domain.milestone import LEVELS
from kmdash.domain.rubric import rubric
from kmdash.domain.scale import DECIMALS, plain, rounded
from kmdash.domain.target import is_percent
from kmdash.domain.words import say
from kmdash.ui.frame import part
from kmdash.ui.pieces import Tile, note, tiles

HUNDRED = 100

Row = dict[str, Any]
Totals = Mapping[str, Any]


def what_if(
    attainment: pd.DataFrame,
    kpis: pd.DataFrame,
    names: Mapping[str, str],
    supposed: Callable[[str, float], pd.DataFrame],
    totals: Callable[[pd.DataFrame], Totals],
) -> None:
    """A panel with the slider, which runs alone; ``supposed`` gives the attainment if a KPI's result were a number."""
    rows = {row["kpi_id"]: row for row in records(attainment) if row["scale"] and row["reason"] != "cancelled"}
    spans = {kpi["kpi_id"]: _span(rows[kpi["kpi_id"]], kpi) for kpi in records(kpis) if kpi["kpi_id"] in rows}
    offered = [kpi for kpi, span in spans.items() if span[0] < span[1]]
    if not offered:
        return
    part("what_if", lambda: _panel(rows, spans, offered, attainment, names, supposed, totals))


def _panel(
    rows: Mapping[str, Row],
    spans: Mapping[str, tuple[float, float]],
    offered: list[str],
    attainment: pd.DataFrame,
    names: Mapping[str, str],
    supposed: Callable[[str, float], pd.DataFrame],
    totals: Callable[[pd.DataFrame], Totals],
) -> None:
    with st.expander(say("what_if.open"), key="what_if_panel"):
        kpi = st.selectbox(
            say("result.kpi"),
            offered,
            index=None,
            placeholder=say("filter.choose"),
            format_func=lambda kpi: f"{names.get(rows[kpi]['plan_id'], '')} · {rows[kpi]['name']}",
            key="what_if_kpi",
        )
        if kpi is not None:
            _moved(rows[kpi], spans[kpi], attainment, supposed, totals)


def _moved(
    row: Row,
    span: tuple[float, float],
    attainment: pd.DataFrame,
    supposed: Callable[[str, float], pd.DataFrame],
    totals: Callable[[pd.DataFrame], Totals],
) -> None:
    low, high = span
    places = 0 if row["scale"] in ("milestone", "rubric") else max(0, 3 - floor(log10(high - low)))
    start = low if row["actual"] is None else min(max(row["actual"], low), high)
    label = say("what_if.value", unit=row["kpi_unit"] or "")
    step, shape = 10.0**-places, f"%.{places}f"
    asked = st.slider(label, low, high, start, step, format=shape, key=f"what_if_{row['kpi_id']}")
    value = round(asked, DECIMALS)
    found = supposed(row["kpi_id"], value)
    would = next(one for one in records(found) if one["kpi_id"] == row["kpi_id"])
    now, then = totals(attainment), totals(found)
    tiles(
        [
            Tile(say("what_if.result"), plain(value), row["kpi_unit"] or "", _now(row["actual"], plain)),
            Tile(say("what_if.score"), _score(would), _level(would), _now(row["score"], lambda x: str(rounded(x)))),
            _total("what_if.total", now, then, "scored_so_far"),
            _total("what_if.worst", now, then, "if_missing_floor"),
        ]
    )
    note(would["explanation"])
    st.caption(say("what_if.never_stored"))


def _score(row: Row) -> str:
    shown = row["score"] if row["points"] is None else row["points"]
    return "–" if shown is None else str(rounded(shown))


def _level(row: Row) -> str:
    if row["met"] is not None:
        return say("what_if.met" if row["met"] else "what_if.not_met")
    return "" if row["level"] is None else say("plots.attainment.level", level=row["level"])


def _total(key: str, now: Totals, then: Totals, name: str) -> Tile:
    shown = "–" if then[name] is None else str(rounded(then[name]))
    return Tile(say(key), shown, "", _now(now[name], lambda total: str(rounded(total))))


def _now(value: Any, shown: Callable[[Any], str]) -> str:
    return say("what_if.now", value="–" if value is None else shown(value))


def _span(row: Row, kpi: Row) -> tuple[float, float]:
    """From well short of the lowest mark to well beyond the highest; a percentage from 0 to 100."""
    if row["scale"] == "milestone":
        return 0.0, float(LEVELS)
    if row["scale"] == "rubric":
        counts = rubric(split_levels(kpi["level_texts"]))
        ends = [found.high or found.low for found in counts.ranges if found] if counts else []
        return 0.0, float(max(ends, default=0) + 1)
    if is_percent(row["kpi_unit"]):
        return 0.0, float(HUNDRED)
    if row["scale"] == "target":
        return 0.0, 2.0 * row["target_value"]
    marks = [row[name] for name in THRESHOLDS if row[name] is not None]
    room = (max(marks) - min(marks)) / 2 if marks else 0
    return (min(marks) - room, max(marks) + room) if marks else (0.0, 0.0)
