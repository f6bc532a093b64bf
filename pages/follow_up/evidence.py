"""The inspector's checklist: which steps have evidence, which lack it, where it is."""

from kmdash.domain.behind_evidence import of_proof
from kmdash.domain.frames import records
from kmdash.domain.marks import mark, marks
from kmdash.domain.names import named, plan_names
from kmdash.domain.words import say
from kmdash.measures.evidence import checklist, proved
from kmdash.plots import evidence as plot
from kmdash.plots.figure import config
from kmdash.ui import behind, proving, session
from kmdash.ui import columns_learning as columns
from kmdash.ui.awards import place
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import constructed, facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """The finding, the weighted issues as bars and table, every step with its evidence, and the form."""
    head = place()
    every = remembered(lambda: checklist(view.register, view.as_of, within=view.settings.within), "evidence")
    issue, found = proving.chosen_issue(every)
    told = proving.title(found)
    made_up = constructed(view) or bool(found["constructed"].fillna(False).any())
    with head:
        heading(told, say("evidence.about"), [*facts(view), *issue], constructed=made_up)
    sums = named(proved(found), plan_names(view.register.plans))
    proving.levels(sums)
    proving.claimed(found)
    look = {"theme": view.theme, "width": view.width}
    figure = plot.evidence(sums, **look, note=say("evidence.reading"))
    names = zip(plot.labels(sums), records(sums), strict=True)
    lines = [(name, plot.beside(row), mark("proofs", row)) for name, row in names]
    chart(figure, "evidence", told, config("kmdash-evidence"), proving.groups(found, lines))
    title = say("evidence.by_issue")
    table(headed(sums, columns.PROVED), "proved", title, note=say("evidence.reading"), marks=marks("proofs", sums))
    proving.listed(found)
    if not view.meeting:
        proving.form(view, session.store(), every)
    behind.show(view, others={name: lambda mark: of_proof(mark, every) for name in ("proof", "proofs")})


shown = session.current().register
if shown.kpis.empty and shown.activities.empty:
    empty(session.current(), "evidence")
else:
    page(session.current())
