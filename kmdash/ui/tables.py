"""The table beside a chart, under Thai headings, and its downloads: exactly what is on the screen."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from kmdash.domain.fiscal import shown_date, shown_month
from kmdash.domain.marks import Mark
from kmdash.domain.scale import DECIMALS, plain, rounded
from kmdash.domain.words import catalogue, digits, numerals, say
from kmdash.ui.frame import MEETING, USUAL, sized
from kmdash.ui.heading import stamp, whose
from kmdash.ui.long_texts import Layout, layout
from kmdash.ui.marked import choose
from kmdash.ui.pieces import folded
from kmdash.ui.session import apart, current

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CODES = (
    "state",
    "coverage_state",
    "no_score",
    "change",
    "severity",
    "direction",
    "layer",
    "rollup_level",
    "weights",
    "pairing",
    "link_kind",
    "km_process",
    "since_kind",
    "proposed",
    "knowledge_state",
    "knowledge_link",
    "submitted",
    "channel",
    "reply_state",
    "proof_state",
    "area",
    "area_kind",
    "area_known",
    "aim_kind",
)
_SCORES = ("score", "weighted", "if_missing_floor", "lowest", "highest", "sd", "points", "normalised_gain")
_SHARES = ("share", "share_planned", "share_done", "reported", "share_passing")


def headed(data: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """The named columns as a person reads them: Thai headings, words for codes, days in the Buddhist era.

    Scores become numbers of four decimals, half up, shares per cent, other numbers have at most four decimals;
    gaps stay gaps.

    Parameters
    ----------
    columns : column of ``data`` → key of its heading (``column.<key>``)
    """
    shown = {say(f"column.{key}"): _readable(data[name], key) for name, key in columns.items()}
    return pd.DataFrame(shown, index=data.index).reset_index(drop=True)


def table(
    data: pd.DataFrame,
    name: str,
    title: str,
    *,
    note: str = "",
    opened: bool = False,
    label: str | None = None,
    marks: Sequence[Mark] = (),
    widths: Mapping[str, int] | None = None,
) -> None:
    """The table ``data`` (as ``headed`` gives it) in a panel that opens, with its two downloads.

    ``note`` is a line under the table (a setting that decided its numbers); ``label`` names the panel; ``marks``
    are those of its rows (``domain.marks``); ``widths`` bounds columns of text (pixels).
    """
    usual = say("meet.table" if current().meeting else "table.open")

    def draw() -> None:
        grid(data, name, title, marks, widths)
        if note:
            st.caption(note)
        downloads(data, name, title, note)

    folded(label or usual, f"panel_{name}", draw, opened=opened)


def grid(
    data: pd.DataFrame,
    name: str,
    title: str,
    marks: Sequence[Mark] = (),
    widths: Mapping[str, int] | None = None,
) -> None:
    """The bare table over the full width, without an index; where it has ``marks``, a row chosen chooses its own.

    ``widths`` bounds columns of text (pixels).

    Raises
    ------
    ValueError
        If there are marks, but not one for each row.
    """
    if marks and len(marks) != len(data):
        raise ValueError(f"marks of table {name!r} must be {len(data)}, one a row, not {len(marks)}")
    large = current().meeting
    if large and not sized():
        return
    given = {say(f"column.{key}"): room for key, room in (widths or {}).items()}
    kept = layout(data, given, page_size=MEETING if large else USUAL)
    shaped = bool(kept.rooms) or digits() != "arabic"
    config = {column: st.column_config.TextColumn(width=room) for column, room in kept.rooms.items()}
    scores = {say(f"column.{key}") for key in _SCORES}
    if not shaped:
        whole = dict.fromkeys(data.select_dtypes("Int64").columns, "%d")
        broken = dict.fromkeys(scores & set(data.select_dtypes("Float64").columns), "%.4f")
        config = {column: st.column_config.NumberColumn(format=shape) for column, shape in (whole | broken).items()}
    key = f"grid_{name}_large" if large else f"grid_{name}"
    with st.container(key=f"table_{name}"):
        st.dataframe(
            _shaped(data, scores, kept) if shaped else data,
            hide_index=True,
            width="stretch",
            column_config=config,
            row_height=kept.row_height,
            placeholder="",
            alt=title,
            key=key,
            on_select=partial(_choose_row, key, marks) if marks else "ignore",
            selection_mode="single-row",
        )
        if marks:
            st.caption(say("behind.pick"))


def _choose_row(key: str, marks: Sequence[Mark]) -> None:
    for row in st.session_state[key].selection.rows:
        choose(marks[row])
    st.session_state[key] = {"selection": {"rows": [], "columns": [], "cells": []}}


def _shaped(data: pd.DataFrame, scores: set[str], kept: Layout) -> Styler:
    """A table in the digits now set, long texts in lines: only what is shown is text, numbers sort as numbers."""

    def shown(value: Any, column: str) -> str:
        if pd.isna(value):
            return ""
        if isinstance(value, str):
            return kept.shown(value, column)
        return numerals(f"{value:.4f}" if column in scores else plain(value))

    return data.style.format({column: partial(shown, column=column) for column in data.columns})


def downloads(data: pd.DataFrame, name: str, title: str, note: str = "") -> None:
    """Two buttons that give ``data`` as a workbook and as CSV; built on the click, nothing reruns.

    In a meeting there are none.
    """
    view = current()
    if view.meeting:
        return
    told, made, shape = [*whose(view), *([note] if note else [])], stamp(view), digits()
    file = f"kmdash-{name}-{view.fiscal_year}"
    with st.container(horizontal=True):
        st.download_button(
            say("table.xlsx"),
            apart(lambda: view.tools.xlsx(data, title=title, facts=told, stamp=made, digits=shape)),
            file_name=f"{file}.xlsx",
            mime=XLSX,
            on_click="ignore",
            key=f"xlsx_{name}",
        )
        st.download_button(
            say("table.csv"),
            apart(lambda: view.tools.csv(data)),
            file_name=f"{file}.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"csv_{name}",
        )


def _readable(values: pd.Series, key: str) -> pd.Series:
    if key in _CODES:
        words = _words(key)
        return _told(values, lambda code: words.get(code, code))
    if key in _SCORES:
        return values.map(lambda score: float(rounded(score)), na_action="ignore").astype("Float64")
    if key in _SHARES:
        return (values * 100).round(1).astype("Float64")
    if key == "month":
        return _told(values, lambda month: shown_month(month.date()))
    if pd.api.types.is_datetime64_any_dtype(values):
        return _told(values, lambda day: shown_date(day.date()))
    if pd.api.types.is_bool_dtype(values):
        return _told(values, lambda yes: say("table.yes") if yes else say("table.no"))
    return values.round(DECIMALS) if pd.api.types.is_float_dtype(values) else values


def _told(values: pd.Series, word: Any) -> pd.Series:
    return values.astype("object").map(word, na_action="ignore").astype("str")


def _words(prefix: str) -> dict[str, str]:
    return {key.removeprefix(f"{prefix}."): say(key) for key in catalogue() if key.startswith(f"{prefix}.")}
