"""How far each KPI got: its result among five levels, the score and the sentence that explains it."""

from kmdash.domain.words import say
from kmdash.measures import attainment as measure
from kmdash.plots import attainment as plot
from kmdash.plots.figure import config
from kmdash.ui import columns, results, session, titles
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.names import named, plan_names
from kmdash.ui.pieces import note
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The bullet rows, the totals, the explanations, the form."""
    names = plan_names(view.register.plans)
    floor = results.asked_floor()
    attainment = remembered(
        lambda: named(measure.attainment(view.register, as_of=view.as_of, floor=floor), names), "attainment", floor
    )
    told = titles.attainment(attainment, names)
    heading(told, say("attainment.about"), facts(view), constructed=constructed(view))
    figure = remembered(lambda: plot.attainment(attainment, theme=view.theme, width=view.width), "bullets", floor)
    chart(figure, "attainment", told, config("kmdash-kpi"))
    note(results.total(measure.totals(attainment, floor=floor)))
    results.explanations(attainment)
    rule = say("floor.note", floor=say(f"floor.{floor}"))
    table(headed(attainment, columns.ATTAINMENT), "attainment", say("attainment.table"), note=rule)
    results.floor_switch(floor)
    results.result_form(view, session.store(), attainment, names)


if session.current().register.kpis.empty:
    empty(session.current(), "attainment")
else:
    page(session.current())
