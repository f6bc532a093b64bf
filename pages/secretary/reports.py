"""What leaves the app for a meeting and for the units: the book, the office's own forms, forms to fill in."""

import streamlit as st

from kmdash.domain.words import say
from kmdash.measures.briefing import Briefing, briefing, changes_since
from kmdash.measures.committee import committee
from kmdash.reports.book.content import CHAPTERS, pages_of
from kmdash.reports.book.pdf import pdf
from kmdash.reports.book.pptx import pptx
from kmdash.reports.book.subject import Subject
from kmdash.reports.forms import offered, unit_form
from kmdash.ui import changes, reports, session
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading


def page(view: session.View) -> None:
    """The meeting book, then the forms."""
    register, rule = view.whole, view.settings
    told = say("reports.title", plans=len(register.plans))
    heading(told, say("reports.about"), facts(view), constructed=constructed(view))
    st.header(say("reports.book"), anchor=False)
    since = changes.chosen(view, session.store().versions())

    def brief() -> Briefing:
        return briefing(register, view.fiscal_year, view.as_of, rule, view.only)

    def subject() -> Subject:
        told = changes_since(since.register, since.day, register, view.as_of, rule)
        people = committee(register, view.as_of, within=rule.within)
        where = {"office": view.office, "version": view.everything.version, "narrowed": view.narrowed}
        return Subject(brief(), view.register, people, told, since.label, **where)

    writers = {"pptx": pptx, "pdf": pdf}
    reports.book(view, CHAPTERS, lambda chosen: pages_of(subject(), chosen), writers, since=since.key)
    st.header(say("reports.forms"), anchor=False)
    lacking = offered.lacking(register)
    written = offered.writers(register, brief, as_of=view.as_of, over_vote=rule.over_vote)
    reports.forms(view, written, lacking)
    st.header(say("reports.to_units"), anchor=False)
    units = sorted(register.plans["unit"].dropna().unique())
    reports.unit_form(
        view,
        units,
        lambda shape, chosen: unit_form.workbook(register, chosen, digits=shape),
        lacking.get("progress-form"),
    )


if session.current().register.plans.empty:
    empty(session.current(), "reports")
else:
    page(session.current())
