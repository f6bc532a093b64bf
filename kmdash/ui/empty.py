"""What a page shows while it has nothing to show: what to do next, one click away."""

import streamlit as st

from kmdash.domain.words import say
from kmdash.ui import filters, session
from kmdash.ui.choice import SHARED
from kmdash.ui.heading import facts, heading
from kmdash.ui.menu import file_of
from kmdash.ui.pieces import note
from kmdash.ui.samples import import_samples
from kmdash.ui.session import View
from kmdash.ui.settings import NAMES
from kmdash.ui.tables import XLSX


def empty(view: View, what: str) -> bool:
    """Say what is missing for the page ``what`` and how to get it; the value says that this was so."""
    why = "narrowed" if view.part else what
    heading(say(f"empty.{why}.title"), facts=facts(view))
    note(say(f"empty.{why}.text"))
    with st.container(horizontal=True, vertical_alignment="center"):
        if not view.meeting:
            st.page_link(file_of("upload"), label=say("empty.upload"))
        if view.narrowed:
            filters.clear_button(say("filter.clear"), (*SHARED, *NAMES), key="clear_page")
        elif view.everything.is_empty and not view.meeting:
            sample_button(view)
        if not view.meeting:
            template_button(view)
    return True


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
