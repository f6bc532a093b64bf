"""The calendar to take along: a file for calendar programs, and the year on one page for the wall."""

from collections.abc import Mapping
from types import ModuleType

import pandas as pd
import streamlit as st

from kmdash.domain.items import items
from kmdash.domain.words import say
from kmdash.ui.heading import about
from kmdash.ui.pieces import note
from kmdash.ui.session import View, apart, remembered


def offer(
    view: View,
    months: pd.DataFrame,
    load: pd.DataFrame,
    names: Mapping[str, str],
    ics: ModuleType,
    wall: ModuleType,
) -> None:
    """Two buttons; each file is made on the click. In a meeting: nothing.

    ``ics`` and ``wall`` are the reports that make them; below stands what waits for a day and is in no calendar.
    """
    if view.meeting:
        return
    within, plans = view.settings.within, view.all_years.plans
    found = remembered(lambda: items(view.register, view.as_of, within), "ics")
    year = view.fiscal_year
    entries, page = about(view, say("ics.name", year=year)), about(view, say("wall.title", year=year))
    with st.container(horizontal=True, key="calendar_files"):
        st.download_button(
            say("ics.download"),
            apart(lambda: ics.ics(found, entries, names, remind=within)),
            file_name=f"kmdash-calendar-{year}.ics",
            mime="text/calendar",
            on_click="ignore",
            help=say("ics.help", days=within),
            key="calendar_ics",
        )
        st.download_button(
            say("wall.download"),
            apart(lambda: wall.wall_calendar(months, load, plans, year, page)),
            file_name=f"kmdash-wall-calendar-{year}.pdf",
            mime="application/pdf",
            on_click="ignore",
            key="calendar_wall",
        )
    undated = ics.undated_note(found)
    if undated:
        note(undated)
