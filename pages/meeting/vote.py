"""Which work processes the vote chose: ranks, the cut line, the margin, ties."""

from kmdash.domain.words import say
from kmdash.measures.vote import tally, vote_summary
from kmdash.plots import vote as plot
from kmdash.plots.figure import config
from kmdash.ui import columns, session, titles, votes
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """One ballot: the ranked bars, what was not counted, the table."""
    ballot = votes.chosen_ballot(view.register.ballots)
    summary = vote_summary(view.register, ballot)
    ranked = votes.of_ballot(tally(view.register), ballot)
    told = titles.vote(ranked, summary.seats)
    heading(told, votes.about(summary), facts(view, day=False))
    chart(plot.vote(ranked, summary.seats, theme=view.theme, width=view.width), "vote", told, config("kmdash-vote"))
    votes.not_counted(summary)
    table(headed(ranked, columns.TALLY), "vote", say("vote.table"))


if session.current().register.ballots.empty:
    empty(session.current(), "vote")
else:
    page(session.current())
