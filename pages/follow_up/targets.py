"""Target against actual by unit: how far behind the plan, where it ends at this pace, and every figure."""

from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.measures.targets import periods, targets_met
from kmdash.plots.figure import config
from kmdash.plots.targets import bars
from kmdash.ui import behind, columns, session, target_rows
from kmdash.ui.awards import place
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The finding, a bar a unit against its target, the table with lag and forecast, the figures of each period."""
    head, targets = place(), view.register.targets
    found = remembered(lambda: periods(view.register.series, view.as_of), "periods")
    met = remembered(lambda: targets_met(found, targets), "targets_met")
    series = target_rows.chosen_series(met)
    rows = target_rows.of_series(met, series)
    told = target_rows.title(rows)
    with head:
        made_up = bool(rows["constructed"].fillna(False).any())
        heading(told, say("follow.about"), facts(view), constructed=made_up)
    look = {"theme": view.theme, "width": view.width, "note": say("follow.method")}
    figure = remembered(lambda: bars(rows, **look), "target_bars", series)
    chart(figure, "targets", told, config("kmdash-targets"), target_rows.listed(rows))
    note = " · ".join([say("follow.method"), say("follow.week")])
    shown, chosen = headed(rows, columns.TARGETS_MET), marks("target", rows)
    table(shown, "targets", say("follow.table"), note=note, marks=chosen)
    own = found[found["name"] == series].reset_index(drop=True) if series else found
    if len(own):
        title, chosen = say("follow.periods"), marks("period", own)
        table(headed(own, columns.PERIODS), "periods", title, label=title, marks=chosen)
    kinds = ("target", "period")
    behind.show(view, others={name: lambda mark: target_rows.behind(found, targets, mark) for name in kinds})


if session.current().register.series.empty and session.current().register.targets.empty:
    empty(session.current(), "targets")
else:
    page(session.current())
