"""Who is in the network of those who manage knowledge: by unit, trained or not, against what is demanded."""

from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.measures.network import network as by_unit
from kmdash.plots.figure import config
from kmdash.plots.network import network as bars
from kmdash.ui import behind, columns, network, session
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """Members of each unit as bars and as a table; no person is known here."""
    units = remembered(lambda: by_unit(view.register), "network")
    told = network.title(units)
    heading(told, say("net.about"), facts(view))
    network.short(units)
    look = {"theme": view.theme, "width": view.width, "note": say("net.reading")}
    figure = remembered(lambda: bars(units, **look), "network_chart")
    chart(figure, "network", told, config("kmdash-network"), network.groups(units))
    shown = headed(units, columns.NETWORK)
    table(shown, "network", say("net.table"), note=say("net.reading"), opened=True, marks=marks("members", units))
    behind.show(view)


if session.current().register.network.empty:
    empty(session.current(), "network")
else:
    page(session.current())
