"""How far each KPI got: its result among five levels, the score and the sentence that explains it."""

from kmdash.domain import titles
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_names
from kmdash.domain.words import say
from kmdash.measures import attainment as measure
from kmdash.measures.gain import gains
from kmdash.measures.rollup import rollup
from kmdash.plots import attainment as plot
from kmdash.plots.figure import config
from kmdash.ui import behind, columns, narrow, results, session, settings
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.pieces import note
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table
from kmdash.ui.what_if import what_if


def page(view: session.View) -> None:
    """The bullet rows, the totals, the explanations, what would be if, the roll-up, the form."""
    names = plan_names(view.register.plans)
    floor, rounds = view.settings.floor, view.register.rounds["round"].dropna().unique().tolist()
    rule = {"as_of": view.as_of, "floor": floor, "round": view.settings.round}
    attainment = remembered(lambda: named(measure.attainment(view.register, **rule), names), "attainment")
    told = titles.attainment(attainment, names)
    heading(told, say("attainment.about"), facts(view), constructed=constructed(view))
    figure = remembered(lambda: plot.attainment(attainment, theme=view.theme, width=view.width), "bullets")
    chart(figure, "attainment", told, config("kmdash-kpi"), narrow.attainment(attainment))
    totals = measure.totals(attainment, floor=floor)
    note(results.total(totals))
    results.explanations(attainment, totals)
    what_if(
        attainment,
        view.register.kpis,
        names,
        lambda kpi, actual: measure.if_result(view.register, kpi, actual, **rule),
        lambda frame: measure.totals(frame, floor=floor),
    )
    printed = settings.printed(view.settings, "floor", "round")
    rows = marks("kpi", attainment)
    table(headed(attainment, columns.ATTAINMENT), "attainment", say("attainment.table"), note=printed, marks=rows)
    summed, told = rollup(attainment, floor=floor), f"{say('rollup.note')} · {printed}"
    shown, rows = headed(summed, columns.ROLLUP), marks("scores", summed)
    table(shown, "rollup", say("rollup.title"), note=told, label=say("rollup.open"), marks=rows)
    tested = gains(view.register)
    if len(tested):
        title, shown = say("kpi.gain.title"), headed(tested, columns.GAINS)
        table(shown, "gains", title, note=say("kpi.gain.note"), label=title, marks=marks("test", tested))
    settings.panel(view.settings, "floor", "round", rounds=rounds)
    results.result_form(view, session.store(), attainment, names)
    behind.show(view, kpis=attainment)


if session.current().register.kpis.empty:
    empty(session.current(), "attainment")
else:
    page(session.current())
