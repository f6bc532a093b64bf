"""How firm a vote's result is: ballots needed to change it, one voter left out, whose choices won, other rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from kmdash.domain.frames import frame
from kmdash.domain.register import Register
from kmdash.domain.summaries import LEFT_OUT, VOTE_WHAT_IF
from kmdash.domain.vote_count import COUNTED, GAP
from kmdash.domain.vote_outcome import Outcome, ids_of, one_vote, outcome
from kmdash.domain.vote_ranks import ranks

AROUND = 2  # other limits and seats are tried up to this far from the vote's own


@dataclass(frozen=True)
class Robustness:
    """How firm the result of one vote is; what cannot be known is None, and most needs the ballots.

    ``margin`` is how many votes the last candidate chosen is ahead of the next (0: a tie at the cut line).
    ``to_tie`` is the fewest ballots that would have to be different for the ballots alone no longer to give these
    candidates (a tie at the cut line, or others), ``to_change`` the fewest after which they cannot come out at
    all, however a tie is decided; None from a finished tally, and where a tie already leaves it to the committee.
    ``ballots`` is how many ballots have a vote that counts; ``left_out`` (``summaries.LEFT_OUT``) are the voters
    without whose ballot alone the result would differ. ``represented`` and ``unrepresented`` are the voters with
    and without any of their choices among those chosen.
    """

    margin: int | None
    to_tie: int | None
    to_change: int | None
    ballots: int | None
    left_out: pd.DataFrame
    represented: tuple[str, ...]
    unrepresented: tuple[str, ...]


def robustness(register: Register, ballot_id: str, *, over_vote: str = "invalid") -> Robustness:
    """How firm the result of a vote is. Source: rules.md, section 6.

    A ballot is changed by putting any other valid ballot of the same voter in its place. That moves two
    candidates at most 2 votes closer: one taken from the last chosen c, one given to the best not chosen d. With c
    ahead by g, at least g ballots hold c and not d, so this can be done to each of as many as are needed. Hence
    g / 2 ballots, rounded up, bring about a tie, and g / 2 rounded down, plus 1, put d ahead; any other pair of
    candidates is as far apart or further.

    Raises
    ------
    ValueError
        If the register has no ballot of this id, or ``over_vote`` is neither ``invalid`` nor ``first``.
    """
    own = one_vote(register, ballot_id)
    found = outcome(own, over_vote)
    margin = _margin(found)
    voters, given = _given(own, found)
    if not len(own.marks):
        return Robustness(margin, None, None, None, frame(LEFT_OUT), (), ())
    won = given[:, _final(found) == 1].any(axis=1)
    return Robustness(
        margin=margin,
        to_tie=(margin + 1) // 2 if margin else None,
        to_change=margin // 2 + 1 if margin else None,
        ballots=len(voters),
        left_out=frame(LEFT_OUT, _left_out(own, found, voters, given)),
        represented=tuple(voters[won]),
        unrepresented=tuple(voters[~won]),
    )


def what_if(register: Register, ballot_id: str, *, over_vote: str = "invalid") -> pd.DataFrame:
    """What would come out if voters had another number of marks, or another number of candidates were chosen.

    A smaller limit counts the first marks of each ballot, a greater one also ballots that were beyond the limit;
    both need the ballots. Ties at the cut line are shown, not decided.

    Returns
    -------
    DataFrame, one row a rule, the vote's own among them (``summaries.VOTE_WHAT_IF``)
        Empty where the seats or the votes of any candidate are not known.
    """
    own = one_vote(register, ballot_id)
    found = outcome(own, over_vote)
    final = _final(found)
    rows = []
    for rule, value, current in [] if (found.count.votes == GAP).any() else _tries(own, len(final)):
        column = "ballot_limit" if rule == "limit" else "seats"
        ballots = own.ballots.assign(**{column: pd.array([value], dtype="Int64")})
        fewer = rule == "limit" and value < current
        tried = outcome(Register({**own.frames, "ballots": ballots}), "first" if fewer else over_vote)
        came = final if value == current else _by_place(tried, tried.ranks.chosen)
        told = _difference(own, tried, final, came)
        rows.append(
            {"rule": rule, "value": value, "current": value == current, "chosen": int((came == 1).sum()), **told}
        )
    return frame(VOTE_WHAT_IF, rows)


def _tries(own: Register, candidates: int) -> list[tuple[str, int, int]]:
    """The rules to try: which, its value, the vote's own value."""
    limit, seats = (own.ballots[name].iloc[0] for name in ("ballot_limit", "seats"))
    if pd.isna(seats):
        return []
    most = max(seats, min(seats + AROUND, candidates - 1))
    tries = [("seats", value, seats) for value in range(max(1, seats - AROUND), most + 1)]
    if pd.isna(limit) or not len(own.marks):
        return tries
    return [("limit", value, limit) for value in range(max(1, limit - AROUND), limit + AROUND + 1)] + tries


def _final(found: Outcome) -> np.ndarray:
    """Who is chosen, decisions included, in source order."""
    return _by_place(found, found.chosen)


def _by_place(found: Outcome, ranked: np.ndarray) -> np.ndarray:
    """What stands by rank, in source order."""
    placed = np.empty_like(ranked)
    placed[found.ranks.order] = ranked
    return placed


def _margin(found: Outcome) -> int | None:
    """What the last candidate of those chosen by votes alone is ahead of the next; None without a cut."""
    chosen, votes = found.ranks.chosen, found.count.votes[found.ranks.order]
    if found.ranks.at_cut.any():
        return 0
    if not (chosen == 1).any() or not (chosen == 0).any():
        return None
    return int(votes[chosen == 1].min() - votes[chosen == 0].max())


def _given(own: Register, found: Outcome) -> tuple[np.ndarray, np.ndarray]:
    """The voters with a vote that counts, and whom each chose (voters × candidates in source order)."""
    counted = found.count.state == COUNTED
    numbers, places, rows = np.unique(found.count.voter[counted], return_index=True, return_inverse=True)
    given = np.zeros((len(numbers), len(found.count.order)), bool)
    given[rows, found.count.chosen[counted]] = True
    voters = own.marks["voter"].to_numpy(object)[counted][places]
    in_turn = np.argsort(places)
    return voters[in_turn], given[in_turn]


def _left_out(own: Register, found: Outcome, voters: np.ndarray, given: np.ndarray) -> Iterator[dict[str, Any]]:
    """The voters whose ballot alone decides, with what would come out without it."""
    count, size = given.shape
    seats = own.ballots["seats"].iloc[0]
    if pd.isna(seats) or not count:
        return
    votes = (found.count.votes - given).ravel()
    tried = ranks(np.repeat(np.arange(count), size), votes, np.full(count, seats))
    came = np.empty_like(tried.chosen)
    came[tried.order] = tried.chosen
    base = _by_place(found, found.ranks.chosen)
    for voter, result in zip(voters, came.reshape(count, size), strict=True):
        if (result != base).any():
            yield {"voter": voter, **_difference(own, found, base, result)}


def _difference(own: Register, found: Outcome, before: np.ndarray, after: np.ndarray) -> dict[str, str | None]:
    sets = {
        "gone": (before == 1) & (after == 0),
        "joined": (before != 1) & (after == 1),
        "tied": after == GAP,
    }
    return {name: "\n".join(ids_of(own, found.count, np.flatnonzero(places))) or None for name, places in sets.items()}
