"""Every version of the data: who, when, why; taking one back; a copy of everything."""

from kmdash.domain import titles
from kmdash.domain.words import say
from kmdash.ui import answers, behind, history, session
from kmdash.ui.empty import empty
from kmdash.ui.heading import heading

store = session.store()
versions = store.versions()
if versions.empty:
    empty(session.current(), "history")
else:
    heading(titles.history(len(versions), history.newest(versions)), say("history.about"))
    history.versions_table(versions)
    history.take_back(store, versions)
    history.copy_button(store)
    answers.history(session.current().whole)
    behind.show(session.current())
