"""Ballots entered during the meeting: a new vote, unit by unit, closed with a record; then the result."""

from kmdash.domain import titles
from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.measures.vote import tally, vote_summary
from kmdash.plots import vote as plot
from kmdash.plots.figure import config
from kmdash.ui import behind, columns, narrow, session, vote_entry, vote_new, votes
from kmdash.ui.charts import chart
from kmdash.ui.empty import empty
from kmdash.ui.heading import facts, heading
from kmdash.ui.session import remembered
from kmdash.ui.tables import headed, table


def page(view: session.View) -> None:
    """One vote: its ballots while it is open, its table when it is closed or was counted elsewhere."""
    register, store, rule = view.register, session.store(), view.settings.over_vote
    vote_new.follow()
    ballot = votes.chosen_ballot(register.ballots)
    summary = remembered(lambda: vote_summary(register, ballot, over_vote=rule), "vote", ballot)
    ranked = remembered(lambda: votes.of_ballot(tally(register, over_vote=rule), ballot), "ranked", ballot)
    box = vote_entry.box_of(register, ballot)
    told = titles.vote(ranked, summary.seats)
    heading(vote_entry.title(box, summary, told), say("ballots.about"), facts(view))
    votes.state(summary)
    if summary.closing or box.counted:
        look = {"theme": view.theme, "width": view.width}
        figure = remembered(lambda: plot.vote(ranked, summary.seats, **look), "bars", ballot)
        chart(figure, "ballots", told, config("kmdash-vote"), narrow.vote(ranked))
        rules = votes.rules(summary, view.settings)
        rows = marks("candidate", ranked)
        table(headed(ranked, columns.TALLY), "ballots", say("vote.table"), note=rules, opened=True, marks=rows)
        behind.show(view, candidates=ranked)
        return
    if box.voters:
        names = votes.names(votes.candidates(register, ballot))
        vote_entry.enter(store, box, summary, names, newest=view.newest)
        vote_entry.close(view, store, box, summary)
    vote_entry.turnout(box)


if session.current().register.ballots.empty:
    empty(session.current(), "ballots")
else:
    page(session.current())
vote_new.new_vote(session.current(), session.store())
