"""What to remind of, to follow and to ask for, and what else is as loud as late."""

from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.measures.warnings import warnings
from kmdash.plots.figure import config
from kmdash.plots.warnings import board as board_chart
from kmdash.ui import behind, columns, narrow, session, settings, titles
from kmdash.ui.board import board
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.names import named, plan_names
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The board by state, and the table of every item."""
    names = plan_names(view.register.plans)
    rule = {"within": view.settings.within, "stale_after": view.settings.stale_after}
    found = remembered(lambda: named(warnings(view.register, view.as_of, **rule), names), "items")
    told = titles.warnings(found)
    heading(told, say("frames.board.about"), facts(view), constructed=constructed(view))
    look = {"theme": view.theme, "width": view.width, "note": say("frames.board.reading")}
    figure = remembered(lambda: board_chart(found, view.as_of, **look), "board")
    chart(figure, "warnings", told, config("kmdash-warnings"), narrow.board(found, view.as_of))
    board(found)
    table(
        headed(found, columns.WARNINGS),
        "warnings",
        say("frames.board.table"),
        note=settings.printed(view.settings, *rule),
        marks=marks("item", found),
    )
    settings.panel(view.settings, *rule)
    behind.show(view)


if session.current().register.activities.empty and session.current().register.events.empty:
    empty(session.current(), "warnings")
else:
    page(session.current())
