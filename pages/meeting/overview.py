"""What the executive must know at first sight: done, overdue, due, score, what to decide, how fresh the data is."""

import streamlit as st

from kmdash.domain import titles
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_labels, plan_names, processes
from kmdash.domain.words import say
from kmdash.measures.attainment import totals
from kmdash.measures.briefing import briefing
from kmdash.plots.figure import config, scale
from kmdash.plots.progress import curve
from kmdash.ui import behind, columns, narrow, session, settings
from kmdash.ui.charts import chart, half
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.overview import freshness, needs, tiles_of
from kmdash.ui.pieces import legend, tiles
from kmdash.ui.plans import STATES, plan_scores, plan_table
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The tiles, the plans, the curve."""
    plans = view.register.plans
    names, labels = plan_names(plans), plan_labels(plans)
    brief = remembered(
        lambda: briefing(view.whole, view.fiscal_year, view.as_of, view.settings, view.only), "briefing"
    )
    finding = titles.overview(
        brief.done, brief.activities, titles.late_plans(brief.warnings), brief.plans, brief.due_this_month
    )
    heading(finding, say("overview.about"), facts(view), constructed=constructed(view))
    tiles(tiles_of(brief, view.settings.within))
    left, right = st.columns([59, 41], gap="medium")
    with left:
        scores = plan_scores(brief.attainment, lambda own: totals(own, floor=view.settings.floor))
        plan_table(brief.coverage, brief.warnings, scores, labels, processes(plans), needs(brief, names))
        legend(STATES)
    with right:
        told, fresh = titles.curve(brief.progress, view.as_of), f"{say('overview.curve')} · {freshness(brief)}"
        st.subheader(told, anchor=False)
        look = {"theme": view.theme, "width": half(view.width), "note": fresh, "k": scale(view.width)}
        figure = remembered(lambda: curve(brief.progress, view.as_of, **look), "curve")
        chart(figure, "curve", told, config("kmdash-curve"), narrow.curve(brief.progress))
    rule = settings.printed(view.settings, "within", "floor", "round", "over_vote")
    shown = named(brief.coverage, names)
    rows = marks("stage", shown)
    table(headed(shown, columns.PLANS), "overview", say("overview.table"), note=rule, marks=rows)
    behind.show(view, kpis=brief.attainment, candidates=brief.tally)


if session.current().shows_nothing:
    empty(session.current(), "overview")
else:
    page(session.current())
