"""What a page shows while it has nothing to show: what to do next, one click away."""

import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.words import say
from kmdash.ui import filters, session
from kmdash.ui.choice import CLEARED
from kmdash.ui.heading import facts, heading
from kmdash.ui.menu import file_of
from kmdash.ui.pieces import note
from kmdash.ui.samples import import_samples
from kmdash.ui.session import View
from kmdash.ui.tables import XLSX
from kmdash.ui.text import md

_SHOWN = {  # the frames of which a page shows the rows of one office and year
    "vote": ("ballots",),
    "ballots": ("ballots",),
    "attainment": ("kpis",),
    "knowledge": ("knowledge", "knowledge_records", "targets"),
    "network": ("network",),
    "submissions": ("submissions",),
    "targets": ("series", "targets"),
    "evidence": ("kpis",),
    "learning": ("aars", "swots", "activity_years"),
}
_MOST_LINKS = 6


def empty(view: View, what: str) -> bool:
    """Say what is missing for the page ``what`` and how to get it; the value says that this was so."""
    why = "narrowed" if view.part else what
    heading(say(f"empty.{why}.title"), facts=facts(view))
    note(say(f"empty.{why}.text"))
    with st.container(horizontal=True, vertical_alignment="center"):
        if not view.meeting:
            st.page_link(file_of("upload"), label=say("empty.upload"))
        if view.narrowed:
            filters.clear_button(say("filter.clear"), CLEARED, key="clear_page")
        elif view.everything.is_empty and not view.meeting:
            sample_button(view)
        if not view.meeting:
            template_button(view)
    _elsewhere(view, what)
    return True


def _elsewhere(view: View, what: str) -> None:
    """Links to the same page of another office or year that has what this one lacks."""
    found: dict[tuple[str, int], None] = {}
    for name in _SHOWN.get(what, ()):
        data = view.everything.frames[name]
        plans = view.everything.plans[["plan_id", "office", "fiscal_year"]]
        owners = data if "office" in data else data[["plan_id"]].merge(plans, on="plan_id")
        known = owners[["office", "fiscal_year"]].dropna().drop_duplicates()
        found |= dict.fromkeys((row["office"], row["fiscal_year"]) for row in records(known))
    found.pop((view.office or "", view.fiscal_year), None)
    for office, year in list(found)[:_MOST_LINKS]:
        label = md(say("empty.elsewhere", office=office, year=year))
        st.page_link(file_of(what), label=label, query_params={"office": office, "fy": str(year)})


def sample_button(view: View) -> None:
    """Take the sample data in one click, then show the overview."""
    if st.button(say("sample.button"), key="sample", type="primary"):
        with st.spinner(say("sample.reading")):
            import_samples(view.tools, session.store())
        st.switch_page(file_of("overview"))


def template_button(view: View) -> None:
    """Download the tidy template."""
    st.download_button(
        say("template.button"),
        view.tools.template,
        file_name=say("template.file"),
        mime=XLSX,
        on_click="ignore",
        key="template",
    )
