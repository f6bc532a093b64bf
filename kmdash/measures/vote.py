"""Who was chosen by the vote: counted, ranked, with ties shown and never broken."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from kmdash.domain.frames import records
from kmdash.domain.register import Register
from kmdash.domain.results import TALLY
from kmdash.domain.vote_count import BLANK, CODES, COUNTED, GAP, NO_VOTER, OF_BALLOT, UNKNOWN_VOTER, Count
from kmdash.domain.vote_decisions import CLOSED, ENTERED
from kmdash.domain.vote_outcome import Decision, Outcome, counted_of, ids_of, one_vote, outcome
from kmdash.domain.words import say

_OF_CANDIDATE = ("ballot_id", "candidate_id", "unit", "process", "source_cell")


@dataclass(frozen=True)
class Rejected:
    """What was not counted as given: a whole ballot or one choice, with the reason in words."""

    voter: str | None
    code: str  # domain.vote_count.CODES
    reason: str
    source_cell: str | None


@dataclass(frozen=True)
class Closing:
    """The record that the ballots are all in: by whom, when, and every candidate's votes at that time."""

    by: str | None
    closed_on: date | None
    counted: str | None


@dataclass(frozen=True)
class VoteSummary:
    """One vote at a glance; what cannot be known is None.

    ``total`` counts valid votes; ``used_share`` is ``total`` of voters × limit; ``voted`` and ``abstained``
    are known from ballots only. ``cut_votes`` are those of the last seat, ``margin`` what they are ahead of
    the next candidate (0: a tie at the cut line). ``tied_sets`` are the candidate ids that share a rank,
    ``tied_at_cut`` those the committee must decide among, for ``seats_left`` seats; ``undecided`` while it has
    not. ``decision`` is what it recorded, standing or void. ``counted`` is the count that a decision is about.
    ``entered`` says that ballots are typed on the page. ``findings`` are sentences.
    """

    ballot_id: str
    title: str | None
    candidates: int
    voters: int | None
    limit: int | None
    seats: int | None
    total: int
    used_share: float | None
    voted: int | None
    abstained: int | None
    cut_votes: int | None
    margin: int | None
    tied_sets: tuple[tuple[str, ...], ...]
    tied_at_cut: tuple[str, ...]
    seats_left: int
    undecided: bool
    decision: Decision | None
    entered: bool
    closing: Closing | None
    counted: str
    rejected: tuple[Rejected, ...]
    findings: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Whether ballots are still being typed: what is counted so far is no result."""
        return self.entered and self.closing is None


def tally(register: Register, *, over_vote: str = "invalid") -> pd.DataFrame:
    """Count and rank the candidates of every ballot.

    Votes are those of the finished tally, or counted from the marks where there are any (see
    ``domain.vote_count.count``, also for ``over_vote``). Ranks are shared (1, 2, 2, 4); candidates of one rank
    stand in source order. A tie at the cut line is never broken here: the committee's decision is followed while
    it stands. Source: rules.md, section 6.

    Returns
    -------
    DataFrame, one row a candidate, by ballot and rank (``results.TALLY``)
        ``share`` from 0 to 1 of all votes counted. ``selected`` is <NA> for the tied set at the cut line until
        the committee has decided, where the seats are not known, and in a vote that lacks the votes of a
        candidate, who has no rank either.

    Raises
    ------
    ValueError
        If ``over_vote`` is neither ``invalid`` nor ``first``.
    """
    found = outcome(register, over_vote)
    order, ranked = found.ranks.order, found.ranks
    ballot, votes = found.count.ballot[order], found.count.votes[order]
    total = np.bincount(ballot, weights=np.maximum(votes, 0), minlength=len(register.ballots))[ballot]
    shared = (votes != GAP) & (total > 0)
    places = found.count.order[order]
    data = {name: register.candidates[name].array.take(places) for name in _OF_CANDIDATE}
    data |= {name: register.ballots[name].array.take(ballot) for name in ("office", "fiscal_year")}
    data |= {
        "votes": _gaps(votes),
        "share": pd.arrays.FloatingArray(votes / np.where(shared, total, 1), ~shared),
        "rank": _gaps(ranked.rank),
        "tied": _gaps(ranked.tied),
        "selected": pd.arrays.BooleanArray(found.chosen == 1, found.chosen == GAP),
        "tied_at_cut": pd.arrays.BooleanArray(ranked.at_cut, np.zeros(len(order), bool)),
    }
    return pd.DataFrame({name: data[name] for name in TALLY}, copy=False)


def vote_summary(register: Register, ballot_id: str, *, over_vote: str = "invalid") -> VoteSummary:
    """One vote at a glance, with every ballot or choice that was not counted and why.

    Raises
    ------
    ValueError
        If the register has no ballot of this id, or ``over_vote`` is neither ``invalid`` nor ``first``.
    """
    own = one_vote(register, ballot_id)
    ballot = records(own.ballots)[0]
    found = outcome(own, over_vote)
    counted, ranked = found.count, found.ranks
    voters, limit, seats = ballot["voters"], ballot["ballot_limit"], ballot["seats"]
    counts = [int(number) for number in counted.votes[ranked.order] if number != GAP]
    total = sum(counts)
    cut = counts[seats - 1] if seats and seats <= len(counts) else None
    tied = np.flatnonzero(ranked.at_cut)
    voted, abstained = _turnout(counted)
    closing = next((row for row in records(own.decisions) if row["kind"] == CLOSED), None)
    text = counted_of(own, counted, 0)
    return VoteSummary(
        ballot_id=ballot_id,
        title=ballot["title"],
        candidates=len(counted.order),
        voters=voters,
        limit=limit,
        seats=seats,
        total=total,
        used_share=total / (voters * limit) if voters and limit else None,
        voted=voted,
        abstained=abstained,
        cut_votes=cut,
        margin=cut - counts[seats] if cut is not None and seats < len(counts) else None,
        tied_sets=_tied_sets(own, found),
        tied_at_cut=tuple(ids_of(own, counted, ranked.order[tied])),
        seats_left=int(seats - ranked.rank[tied[0]] + 1) if len(tied) else 0,
        undecided=bool((found.chosen[tied] == GAP).any()),
        decision=found.decisions.get(0),
        entered=ENTERED in set(own.marks["paper"]),
        closing=Closing(closing["by"], closing["decided_on"], closing["counted"]) if closing else None,
        counted=text,
        rejected=tuple(_rejected(own, counted, limit)),
        findings=(
            *_findings(ballot, counted, voted, closing is not None and closing["counted"] != text),
            *_more_than_voters(own, counted, voters),
        ),
    )


def _gaps(values: np.ndarray) -> pd.arrays.IntegerArray:
    return pd.arrays.IntegerArray(values.astype(np.int64), values == GAP)


def _turnout(counted: Count) -> tuple[int | None, int | None]:
    """How many voters cast a ballot, and how many of them a blank one; None for a finished tally."""
    if not len(counted.state):
        return None, None
    cast = ~np.isin(counted.state, (NO_VOTER, UNKNOWN_VOTER))
    voted = np.unique(counted.voter[cast])
    marked = np.unique(counted.voter[cast & (counted.state != BLANK)])
    return len(voted), len(voted) - len(marked)


def _tied_sets(own: Register, found: Outcome) -> tuple[tuple[str, ...], ...]:
    ranked = found.ranks
    shared = np.unique(ranked.rank[ranked.tied > 1])
    return tuple(tuple(ids_of(own, found.count, ranked.order[ranked.rank == rank])) for rank in shared)


def _rejected(own: Register, counted: Count, limit: int | None) -> Iterator[Rejected]:
    """Every mark that does not count; of a ballot that does not count as a whole, the first."""
    told = set()
    places = np.flatnonzero(~np.isin(counted.state, (COUNTED, BLANK)))
    for place, mark in zip(places, records(own.marks.iloc[places]), strict=True):
        state, ballot = int(counted.state[place]), (int(counted.voter[place]), mark["paper"])
        if state in OF_BALLOT and (state, ballot) in told:
            continue
        told.add((state, ballot))
        same = (counted.voter == counted.voter[place]) & (counted.state == state)
        code = CODES[state]
        reason = say(f"measure.vote.{code}", marks=int(same.sum()), limit=limit, candidate=mark["candidate_id"])
        yield Rejected(mark["voter"], code, reason, mark["source_cell"])


def _more_than_voters(own: Register, counted: Count, voters: int | None) -> Iterator[str]:
    """The candidates of a finished tally with more votes than there are voters: a voter marks each once."""
    if not voters or len(counted.state):
        return
    places = np.flatnonzero(counted.votes > voters)
    for candidate, votes in zip(ids_of(own, counted, places), counted.votes[places], strict=True):
        yield say("measure.vote.more_than_voters", candidate=candidate, votes=int(votes), voters=voters)


def _findings(ballot: dict[str, Any], counted: Count, voted: int | None, reopened: bool) -> Iterator[str]:
    voters, limit = ballot["voters"], ballot["ballot_limit"]
    total = int(np.maximum(counted.votes, 0).sum())
    missing = int((counted.votes == GAP).sum())
    if voters and limit and total > voters * limit:
        yield say("measure.vote.too_many_votes", total=total, allowed=voters * limit, voters=voters, limit=limit)
    if voters and voted is not None and voted > voters:
        yield say("measure.vote.too_many_voters", found=voted, voters=voters)
    if missing:
        yield say("measure.vote.votes_missing", count=missing)
    if reopened:
        yield say("measure.vote.changed_after_closing")
