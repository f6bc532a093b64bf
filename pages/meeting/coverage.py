"""Which stages of which plan have activities, and how many of them are done."""

from kmdash.domain import titles
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_labels, plan_names, processes
from kmdash.domain.words import say
from kmdash.measures import coverage as measure
from kmdash.measures.growth import growth
from kmdash.measures.rollups import by_unit, by_year, stage_strength
from kmdash.plots import coverage as plot
from kmdash.plots.figure import config
from kmdash.ui import behind, columns, narrow, session, settings
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.panels import coverage_notes, office_coverage
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The matrix of plans and stages, and its table."""
    plans = view.register.plans
    names = plan_names(plans)
    rule = {"within": view.settings.within, "report_month": view.settings.report_month}
    coverage = remembered(
        lambda: named(measure.coverage(view.whole, view.as_of, **rule, only=view.only), names), "coverage"
    )
    told = titles.coverage_part(coverage, names) if view.part else titles.coverage(coverage, names)
    heading(told, say("coverage.about"), facts(view), constructed=constructed(view))
    look = {"theme": view.theme, "width": view.width, "processes": processes(plans)}
    figure = remembered(lambda: plot.coverage(coverage, **look), "matrix")
    chart(figure, "coverage", told, config("kmdash-coverage"), narrow.coverage(coverage, plan_labels(plans)))
    printed = settings.printed(view.settings, "report_month")
    rows = marks("stage", coverage)
    table(headed(coverage, columns.COVERAGE), "coverage", say("coverage.table"), note=printed, marks=rows)
    behind.show(view)
    if view.part:  # what follows is told of whole plans
        return
    summed = remembered(lambda: measure.summary(coverage), "summary")
    coverage_notes(summed, names)
    settings.panel(view.settings, "report_month")
    months = remembered(lambda: growth(view.register, view.fiscal_year, view.as_of), "growth")
    years = remembered(lambda: by_year(measure.summary(measure.coverage(view.all_years, view.as_of, **rule))), "years")
    office_coverage(stage_strength(coverage), by_unit(summed), months, years)


if session.current().shows_no_stage:
    empty(session.current(), "coverage")
else:
    page(session.current())
