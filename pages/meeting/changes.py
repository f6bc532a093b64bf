"""What changed since the last meeting, a day or a version; and what the meetings resolved."""

import streamlit as st

from kmdash.domain import titles
from kmdash.domain.names import named, plan_names
from kmdash.domain.words import say
from kmdash.measures.briefing import changes_since
from kmdash.ui import behind, changes, session
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.pieces import note
from kmdash.ui.session import remembered


def page(view: session.View) -> None:
    """The finding in counts, the changes with their cells, the resolutions."""
    head = st.container()
    since = changes.chosen(view, session.store().versions())
    names = plan_names(since.register.plans) | plan_names(view.register.plans)
    looks = (since.register, since.day, view.register, view.as_of)
    found = remembered(lambda: named(changes_since(*looks, view.settings), names), "since", since.key)
    told = titles.changes(found["kind"])
    with head:
        heading(told, say("changes.about", since=since.label), facts(view), constructed=constructed(view))
    if since.note:
        note(since.note)
    changes.show(found, since)
    changes.resolutions(view)
    behind.show(view, others=changes.behind(view, since))


if session.current().register.plans.empty:
    empty(session.current(), "changes")
else:
    page(session.current())
