"""What knowledge the office needs, what became of it, and what each unit has kept of what it is to deliver."""

import streamlit as st

from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.measures.knowledge import inventory
from kmdash.measures.repository import findings, holdings, shelves
from kmdash.plots import knowledge as needed_plot
from kmdash.plots import repository as kept_plot
from kmdash.plots.figure import config
from kmdash.ui import behind, columns, knowledge_entry, repository, session
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """Form 1 by issue, the units against their targets, the categories, the records, and the forms to fill in."""
    register = view.register
    pieces = remembered(lambda: inventory(register, view.as_of), "inventory")
    kept = remembered(lambda: holdings(register), "holdings")
    found = remembered(lambda: shelves(register), "shelves")
    told = repository.title(pieces, kept, len(register.knowledge_records))
    made_up = bool(register.knowledge_records["constructed"].fillna(False).any())
    heading(told, say("know.about"), facts(view), constructed=made_up or constructed(view))
    repository.findings(remembered(lambda: findings(register), "knowledge_findings"))
    look = {"theme": view.theme, "width": view.width}
    if len(pieces):
        figure = remembered(lambda: needed_plot.inventory(pieces, **look), "inventory_chart")
        chart(figure, "inventory", told, config("kmdash-knowledge"), repository.lines(pieces))
        repository.needed(pieces)
    if len(kept):
        st.header(say("know.kept"), anchor=False)
        repository.lacking(kept, found)
        figure = remembered(lambda: kept_plot.repository(kept, **look), "repository_chart")
        chart(figure, "repository", told, config("kmdash-repository"), repository.units(kept))
        table(headed(kept, columns.HOLDINGS), "repository", say("know.kept"), marks=marks("holder", kept))
    repository.shelves(found)
    repository.kept(view)
    if not view.meeting:
        knowledge_entry.links(view, session.store(), pieces)
        knowledge_entry.enter(view, session.store(), pieces, found)
    behind.show(view)


shown = session.current().register
if shown.knowledge.empty and shown.knowledge_records.empty and shown.targets.empty:
    empty(session.current(), "knowledge")
else:
    page(session.current())
