"""What the committee may decide where votes are equal at the cut line, and whether a decision still stands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kmdash.domain.words import say

KINDS = ("chair", "run_off", "take_all", "take_none")
CLOSED = "closed"  # the record that the ballots are all in
ENTERED = "entered"  # the paper of marks typed on a page


def misfit(kind: str, chosen: Iterable[str], tied: Sequence[str], seats_left: int) -> str | None:
    """Why a decision cannot be: a sentence; None where it fits.

    The chair's casting vote and a run-off fill exactly the seats that are left, with candidates of the tied set.
    Taking all takes the whole set, taking none nobody of it.

    >>> misfit("take_all", ["a", "b"], ["a", "b"], 1)
    """
    taken = set(chosen)
    if kind not in KINDS:
        return say("vote_decision.no_kind")
    if not taken <= set(tied):
        return say("vote_decision.not_tied")
    if kind in ("chair", "run_off") and len(taken) != seats_left:
        return say("vote_decision.seats", seats=seats_left, taken=len(taken))
    if kind == "take_all" and taken != set(tied):
        return say("vote_decision.not_all", tied=len(tied))
    if kind == "take_none" and taken:
        return say("vote_decision.not_none")
    return None


def void(decision: Mapping[str, Any], tied: Sequence[str], counted: str, seats_left: int) -> str | None:
    """Why a recorded decision does not stand on the count as it is now; None where it does.

    Parameters
    ----------
    decision : a row of ``columns.DECISIONS``
    tied, seats_left : the tied set at the cut line now, and the seats left for it
    counted : every candidate's votes now (``counted_text``)
    """
    if not tied:
        return say("vote_decision.void_no_tie")
    if decision["tied"] != "\n".join(tied):
        return say("vote_decision.void_tied")
    if decision["counted"] != counted:
        return say("vote_decision.void_votes")
    return misfit(decision["kind"], lines(decision["chosen"]), tied, seats_left)


def counted_text(ids: Iterable[str], votes: Iterable[int | None]) -> str:
    """Every candidate's id and votes, one a line, in source order; "-" where there are none.

    >>> counted_text(["a", "b"], [3, None])
    'a 3\\nb -'
    """
    return "\n".join(f"{name} {'-' if number is None else number}" for name, number in zip(ids, votes, strict=True))


def lines(text: str | None) -> list[str]:
    """The ids of a column that joins them by newline."""
    return text.split("\n") if text else []
