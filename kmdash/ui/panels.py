"""Panels under a chart: coverage of the whole office, and the load of units and owners."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.fiscal import shown_month
from kmdash.domain.frames import records
from kmdash.domain.marks import Mark, marks
from kmdash.domain.words import say
from kmdash.ui import columns
from kmdash.ui.pieces import folded, note
from kmdash.ui.tables import downloads, grid, headed


def coverage_notes(summary: pd.DataFrame, names: Mapping[str, str]) -> None:
    """A sentence for each plan without a check during the year, and for each that has no time left to report."""
    for row in records(summary):
        plan = names.get(row["plan_id"], row["plan"])
        if row["check_months"]:
            months = [shown_month(pd.Timestamp(month).date()) for month in row["check_months"].split(";")]
            note(say("frames.coverage.no_check", plan=plan, months=", ".join(months)))
        if row["stages_without_time"]:
            note(say("frames.coverage.no_time", plan=plan, count=row["stages_without_time"]))


def office_coverage(strength: pd.DataFrame, units: pd.DataFrame, months: pd.DataFrame, years: pd.DataFrame) -> None:
    """The weakest stage first; coverage by unit, as it grew, and by fiscal year."""
    shown = {
        "weakest": headed(strength, columns.STAGE_STRENGTH),
        "units": headed(units, columns.BY_UNIT),
        "months": headed(months, columns.GROWTH),
        "years": headed(years, columns.BY_YEAR),
    }
    chosen = {"weakest": marks("stages", strength), "units": marks("unit", units)}
    _panel("coverage", shown, {**chosen, "months": marks("grown", months), "years": marks("year", years)})


def loads(units: pd.DataFrame, owners: pd.DataFrame) -> None:
    """What each unit and each owner has in each month."""
    shown = {"units": headed(units, columns.UNIT_LOAD), "owners": headed(owners, columns.OWNER_LOAD)}
    _panel("calendar", shown, {"units": marks("load", units), "owners": marks("owned", owners)})


def conflict_table(conflicts: pd.DataFrame, calendar: pd.DataFrame, many: int) -> None:
    """The units with ``many`` or more activities due in one month, and which; nothing where there are none."""
    if len(conflicts):
        told = {row["item_id"]: (_item(row), row["source_cell"] or "–") for row in records(calendar)}
        own = [[told[item] for item in ids.split("\n")] for ids in conflicts["items"]]
        conflicts = conflicts.assign(
            text=[" · ".join(text for text, _ in items) for items in own],
            source_cell=[", ".join(cell for _, cell in items) for items in own],
        )
        title = say("frames.calendar.conflicts", many=many, count=len(conflicts))
        st.subheader(title, anchor=False)
        shown = headed(conflicts, columns.CONFLICTS)
        grid(shown, "conflicts", title, marks("items", conflicts))
        downloads(shown, "conflicts", title)


def _item(row: Mapping[str, Any]) -> str:
    return " ".join(filter(None, [row["plan"], row["no"] or row["text"]]))


def _panel(page: str, shown: Mapping[str, pd.DataFrame], chosen: Mapping[str, list[Mark]]) -> None:
    def draw() -> None:
        for name, data in shown.items():
            title = say(f"frames.{page}.{name}")
            st.caption(title)
            grid(data, f"{page}_{name}", title, chosen.get(name, ()))
            downloads(data, f"{page}_{name}", title)

    folded(say(f"frames.{page}.more"), f"more_{page}", draw)
