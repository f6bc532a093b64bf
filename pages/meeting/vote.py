"""Which work processes the vote chose: ranks, the cut line, ties and their decision, how firm the result is."""

from kmdash.domain import titles
from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.measures.vote import tally, vote_summary
from kmdash.measures.vote_robustness import robustness, what_if
from kmdash.plots import vote as plot
from kmdash.plots.figure import config
from kmdash.ui import behind, columns, narrow, session, settings, vote_decision, vote_firmness, votes
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """One ballot: the ranked bars, what was not counted, the decision on a tie, how firm it is, the table."""
    register, rule = view.register, view.settings.over_vote
    ballot = votes.chosen_ballot(register.ballots)
    summary = remembered(lambda: vote_summary(register, ballot, over_vote=rule), "vote", ballot)
    ranked = remembered(lambda: votes.of_ballot(tally(register, over_vote=rule), ballot), "ranked", ballot)
    told = votes.title(summary, titles.vote(ranked, summary.seats))
    heading(told, votes.about(summary), facts(view))
    votes.state(summary)
    look = {"theme": view.theme, "width": view.width}
    figure = remembered(lambda: plot.vote(ranked, summary.seats, **look), "bars", ballot)
    chart(figure, "vote", told, config("kmdash-vote"), narrow.vote(ranked))
    vote_decision.decision(view, session.store(), summary, votes.names(ranked))
    votes.not_counted(register, summary)
    rules, rows = votes.rules(summary, view.settings), marks("candidate", ranked)
    table(headed(ranked, columns.TALLY), "vote", say("vote.table"), note=rules, marks=rows)
    firm = remembered(lambda: robustness(register, ballot, over_vote=rule), "firm", ballot)
    vote_firmness.firmness(firm, votes.names(ranked))
    others = remembered(lambda: what_if(register, ballot, over_vote=rule), "what_if", ballot)
    vote_firmness.other_rules(others, votes.names(ranked))
    if summary.voted is not None:
        settings.panel(view.settings, "over_vote")
    behind.show(view, candidates=ranked)


if session.current().register.ballots.empty:
    empty(session.current(), "vote")
else:
    page(session.current())
