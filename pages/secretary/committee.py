"""The committee: its calendar with what is done, its roles and duties, the secretary's summary of the year."""

from kmdash.domain.words import say
from kmdash.measures.committee import committee as everything_of
from kmdash.ui import behind, committee, session
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.session import remembered

view, store = session.current(), session.store()
register = view.register
if register.plans.empty and register.events.empty and register.duties.empty and register.summaries.empty:
    empty(view, "committee")
else:
    found = remembered(lambda: everything_of(register, view.as_of, within=view.settings.within), "committee")
    made_up = bool(found["constructed"].fillna(False).any())
    heading(committee.title(found), say("committee.about"), facts(view), constructed=made_up)
    committee.steps(view, store, found)
    committee.roles(view, store, found)
    committee.summaries(view, store, found)
    behind.show(view)
