"""The outcome of every vote: counted, ranked, with the committee's decisions where votes are equal at the cut."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from kmdash.domain.frames import records
from kmdash.domain.register import Register
from kmdash.domain.vote_count import GAP, Count, count, whole
from kmdash.domain.vote_decisions import CLOSED, counted_text, lines, void
from kmdash.domain.vote_ranks import Ranks, ranks


@dataclass(frozen=True)
class Decision:
    """What the committee decided on the candidates ``tied`` at the cut line; ``void`` says why it no longer stands."""

    kind: str  # domain.vote_decisions.KINDS
    chosen: tuple[str, ...]
    tied: tuple[str, ...]
    by: str | None
    reason: str | None
    decided_on: date | None
    void: str | None = None


@dataclass(frozen=True)
class Outcome:
    """Every vote's count and ranks, who is chosen (1, 0, -1 not known) in the order of ``ranks``, and decisions.

    ``decisions`` holds the committee's decision by the vote's row number, standing or void.
    """

    count: Count
    ranks: Ranks
    chosen: np.ndarray
    decisions: Mapping[int, Decision]


def one_vote(register: Register, ballot_id: str) -> Register:
    """The register with one vote alone.

    Raises
    ------
    ValueError
        If the register has no ballot of this id.
    """
    if ballot_id not in set(register.ballots["ballot_id"]):
        raise ValueError(f"ballot_id is not in the register: {ballot_id!r}")
    frames = {
        name: register.frames[name][register.frames[name]["ballot_id"] == ballot_id].reset_index(drop=True)
        for name in ("ballots", "candidates", "marks", "decisions")
    }
    return Register({**register.frames, **frames}, register.version, register.stored_at)


def outcome(register: Register, over_vote: str = "invalid") -> Outcome:
    """The outcome of every vote of a register; ``over_vote`` as in ``vote_count.count``."""
    counted = count(register.ballots, register.candidates, register.marks, over_vote)
    ranked = ranks(counted.ballot, counted.votes, whole(register.ballots["seats"]))
    chosen, decisions = ranked.chosen.copy(), {}
    recorded = [] if register.decisions.empty else records(register.decisions)
    places = {ballot: place for place, ballot in enumerate(register.ballots["ballot_id"])} if recorded else {}
    for row in recorded:
        place = places.get(row["ballot_id"])
        if place is not None and row["kind"] != CLOSED:
            decisions[place] = _applied(register, counted, ranked, chosen, place, row)
    return Outcome(counted, ranked, chosen, decisions)


def ids_of(register: Register, counted: Count, places: np.ndarray) -> list[str]:
    """The ids of candidates by their place in the count."""
    return list(register.candidates["candidate_id"].array[counted.order[places]])


def counted_of(register: Register, counted: Count, ballot: int) -> str:
    """Every candidate's id and votes of one vote (by its row number), in source order, one a line."""
    places = np.flatnonzero(counted.ballot == ballot)
    votes = [None if number == GAP else int(number) for number in counted.votes[places]]
    return counted_text(ids_of(register, counted, places), votes)


def _applied(
    register: Register, counted: Count, ranked: Ranks, chosen: np.ndarray, ballot: int, row: Mapping[str, Any]
) -> Decision:
    """The decision, after it is entered in ``chosen`` where it stands."""
    of_ballot = counted.ballot[ranked.order] == ballot
    tied = np.flatnonzero(of_ballot & ranked.at_cut & (ranked.chosen == GAP))
    ids = ids_of(register, counted, ranked.order[tied])
    seats_left = int(register.ballots["seats"].iloc[ballot] - ranked.rank[tied[0]] + 1) if ids else 0
    why = void(row, ids, counted_of(register, counted, ballot), seats_left)
    taken = lines(row["chosen"])
    if why is None:
        chosen[tied] = np.isin(ids, taken)
    return Decision(
        kind=row["kind"],
        chosen=tuple(taken),
        tied=tuple(lines(row["tied"])),
        by=row["by"],
        reason=row["reason"],
        decided_on=row["decided_on"],
        void=why,
    )
