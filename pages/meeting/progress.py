"""Planned and done by month, and where the year ends at this pace."""

from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.measures.progress import progress
from kmdash.plots.figure import config
from kmdash.plots.progress import curve
from kmdash.ui import behind, columns, narrow, session, titles
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The curve and its table, with the forecast."""
    found = remembered(lambda: progress(view.register, view.fiscal_year, view.as_of), "progress")
    told = titles.curve(found)
    heading(told, say("frames.curve.about"), facts(view), constructed=constructed(view))
    look = {"theme": view.theme, "width": view.width, "note": say("overview.curve")}
    figure = remembered(lambda: curve(found, view.as_of, **look), "progress_curve")
    chart(figure, "progress", told, config("kmdash-progress"), narrow.curve(found))
    table(headed(found, columns.CURVE), "progress", say("frames.curve.table"), marks=marks("until", found))
    behind.show(view)


if session.current().shows_nothing:
    empty(session.current(), "progress")
else:
    page(session.current())
