"""Planned and done by month, where the year ends at this pace, and the activities behind the counts."""

from kmdash.domain import titles
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_names
from kmdash.domain.words import say
from kmdash.measures.progress import pace, progress
from kmdash.measures.warnings import warnings
from kmdash.plots.figure import config
from kmdash.plots.progress import curve
from kmdash.ui import behind, columns, narrow, session, settings
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.pace import pace_notes
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The curve and its table, the forecast with its numbers, every activity with its state and cell."""
    found = remembered(lambda: progress(view.register, view.fiscal_year, view.as_of), "progress")
    told = titles.curve(found, view.as_of)
    heading(told, say("frames.curve.about"), facts(view), constructed=constructed(view))
    look = {"theme": view.theme, "width": view.width, "note": say("overview.curve")}
    figure = remembered(lambda: curve(found, view.as_of, **look), "progress_curve")
    chart(figure, "progress", told, config("kmdash-progress"), narrow.curve(found))
    pace_notes(remembered(lambda: pace(view.register, view.fiscal_year, view.as_of), "pace"))
    table(headed(found, columns.CURVE), "progress", say("frames.curve.table"), marks=marks("until", found))
    rule = {"within": view.settings.within, "stale_after": view.settings.stale_after}
    names = plan_names(view.register.plans)
    items = remembered(lambda: named(warnings(view.register, view.as_of, **rule), names), "items")
    title, printed = say("frames.curve.items"), settings.printed(view.settings, *rule)
    own = items[items["plan_id"].notna()]
    shown, rows = headed(own, columns.WARNINGS), marks("item", own)
    table(shown, "progress_items", title, note=printed, label=title, marks=rows)
    behind.show(view)


if session.current().shows_nothing:
    empty(session.current(), "progress")
else:
    page(session.current())
