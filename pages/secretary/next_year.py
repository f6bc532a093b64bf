"""The turn of the year: what next year's plan may take over as a draft to download, and who has sent theirs."""

from kmdash.domain import titles
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_names
from kmdash.domain.words import say
from kmdash.measures.next_year import begun, proposals, senders
from kmdash.ui import behind, columns, next_year, session
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The proposals with their draft, the units that have sent and those that have not."""
    year, following = view.fiscal_year, view.fiscal_year + 1
    names = plan_names(view.register.plans)
    rule = {"within": view.settings.within}
    found = remembered(lambda: named(proposals(view.register, year, view.as_of, **rule), names), "proposals")
    sent = remembered(lambda: senders(view.all_years, year), "senders")
    told = titles.next_year(found, sent, following)
    about = say("next_year.about", year=year, next=following)
    heading(told, about, facts(view), constructed=constructed(view))
    next_year.draft(lambda: view.tools.template(begun(view.register, found, year)), following)
    next_year.missing(sent)
    rows = marks("item", found.assign(item_id=found["activity_id"]))
    shown = headed(found, columns.PROPOSALS)
    table(shown, "proposals", say("next_year.table", year=following), opened=True, marks=rows)
    title = say("next_year.senders", year=following)
    table(headed(sent, columns.SENDERS), "senders", title, label=title, marks=marks("sender", sent))
    behind.show(view)


if session.current().register.plans.empty or not session.current().office:
    empty(session.current(), "next_year")
else:
    page(session.current())
