"""Ranks, shared ranks and the cut line of every vote at once, from votes that are counted."""

from dataclasses import dataclass

import numpy as np

from kmdash.domain.vote_count import GAP

Numbers = np.ndarray


@dataclass(frozen=True)
class Ranks:
    """The candidates by vote, rank and source order; -1 is a gap.

    ``order`` are the places of the candidates as they were given. ``rank`` is shared by equal votes (1, 2, 2, 4),
    ``tied`` says by how many. ``at_cut`` marks those who share the rank that the last seat falls in, with too few
    seats for all of them; nobody while the votes of any candidate of the vote are missing. ``chosen`` is 1 or 0, and
    a gap for those at the cut, where the seats are not known, and where votes are missing.
    """

    order: Numbers
    rank: Numbers
    tied: Numbers
    at_cut: Numbers
    chosen: Numbers


def ranks(ballot: Numbers, votes: Numbers, seats: Numbers) -> Ranks:
    """Rank candidates that stand by vote and source order.

    Parameters
    ----------
    ballot : the vote of each candidate, rising
    votes : the votes of each; -1 where missing: no rank, after those that have one
    seats : of each vote; -1 where not known

    >>> ranks(np.zeros(4, int), np.array([3, 5, 3, 1]), np.array([2])).rank.tolist()
    [1, 2, 2, 4]
    """
    most = votes.max(initial=0)
    order = np.argsort(ballot * (most + 2) + (most - votes), kind="stable")
    ballot, votes = ballot[order], votes[order]
    new_vote = np.diff(ballot, prepend=GAP) != 0
    new_rank = new_vote | (np.diff(votes, prepend=GAP) != 0)
    first, begins = np.flatnonzero(new_vote), np.flatnonzero(new_rank)
    group = np.cumsum(new_rank) - 1
    rank = begins[group] - first[np.cumsum(new_vote) - 1] + 1
    tied = np.diff(begins, append=len(order))[group]
    missing = votes == GAP
    unsure = np.bincount(ballot[missing], minlength=len(seats))[ballot] > 0
    seats = seats[ballot]
    at_cut = ~unsure & (seats != GAP) & (rank <= seats) & (seats < rank + tied - 1)
    chosen = np.where(at_cut | unsure | (seats == GAP), GAP, rank <= seats)
    return Ranks(order, np.where(missing, GAP, rank), np.where(missing, GAP, tied), at_cut, chosen)
