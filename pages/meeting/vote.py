"""Which work processes the vote chose: ranks, the cut line, the margin, ties."""

from kmdash.domain.words import say
from kmdash.measures.vote import tally, vote_summary
from kmdash.plots import vote as plot
from kmdash.plots.figure import config
from kmdash.ui import columns, session, titles, votes
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """One ballot: the ranked bars, what was not counted, the table."""
    ballot = votes.chosen_ballot(view.register.ballots)
    summary = remembered(lambda: vote_summary(view.register, ballot), "vote", ballot)
    ranked = remembered(lambda: votes.of_ballot(tally(view.register), ballot), "ranked", ballot)
    told = titles.vote(ranked, summary.seats)
    heading(told, votes.about(summary), facts(view))
    look = {"theme": view.theme, "width": view.width}
    figure = remembered(lambda: plot.vote(ranked, summary.seats, **look), "bars", ballot)
    chart(figure, "vote", told, config("kmdash-vote"))
    votes.not_counted(summary)
    table(headed(ranked, columns.TALLY), "vote", say("vote.table"))


if session.current().register.ballots.empty:
    empty(session.current(), "vote")
else:
    page(session.current())
