"""The warning centre: what to remind of, to follow and to ask for, by urgency and by unit; its texts and answers."""

import pandas as pd

from kmdash.domain import titles
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_names
from kmdash.domain.words import say
from kmdash.measures.receivers import receivers
from kmdash.measures.warnings import warnings
from kmdash.plots.figure import config
from kmdash.plots.warnings import board as board_chart
from kmdash.reports.notices import FORMS, Round, text_of
from kmdash.ui import answers, behind, centre, columns, narrow, session, settings
from kmdash.ui.board import SHOWN, board
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The finding, then the view of the centre that was chosen."""
    names = plan_names(view.register.plans)
    rule = {"within": view.settings.within, "stale_after": view.settings.stale_after}
    found = remembered(lambda: named(warnings(view.register, view.as_of, **rule), names), "items")
    told = titles.warnings(found, view.only.states)
    heading(told, say("frames.board.about"), facts(view), constructed=constructed(view))
    shown = centre.view_of(view)
    if shown == centre.BOARD:
        by_urgency(view, found, told)
    elif shown == centre.UNITS:
        centre.by_unit(found, receivers(found))
    elif shown == centre.SEND:
        chosen = centre.round_of(view, found, FORMS)
        about = Round(view.office, view.fiscal_year, view.as_of, view.everything.version, chosen.cadence)
        centre.send(view, session.store(), chosen, text_of(chosen.named, about, chosen.form))
    else:
        answers.answers(view, session.store(), found)
    settings.panel(view.settings, *rule)
    behind.show(view)


def by_urgency(view: session.View, found: pd.DataFrame, told: str) -> None:
    """The board by state, and the table of every item."""
    look = {"theme": view.theme, "width": view.width, "note": say("frames.board.reading")}
    on_board = found[found["state"].isin(SHOWN)]
    if len(on_board) or not view.only:
        figure = remembered(lambda: board_chart(found, view.as_of, **look), "board")
        chart(figure, "warnings", told, config("kmdash-warnings"), narrow.board(found, view.as_of))
    board(found)
    shown, note = headed(found, columns.WARNINGS), settings.printed(view.settings, "within", "stale_after")
    table(shown, "warnings", say("frames.board.table"), note=note, opened=on_board.empty, marks=marks("item", found))


if session.current().register.activities.empty and session.current().register.events.empty:
    empty(session.current(), "warnings")
else:
    page(session.current())
