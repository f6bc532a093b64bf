"""What is typed on the vote's pages, as parts: a new vote, a voter's marks, the closing, the committee's decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from kmdash.domain.identity import office_code
from kmdash.domain.reading import Part, Record
from kmdash.domain.vote_decisions import CLOSED, ENTERED, lines, misfit
from kmdash.domain.words import say
from kmdash.store.errors import StoreError
from kmdash.store.history import newest, parts_at, parts_with
from kmdash.store.tables import pieces
from kmdash.store.values import Scope, part_of

SCREEN = "หน้าจอ"  # the source_cell of what was typed on a page


@dataclass(frozen=True)
class NewVote:
    """A vote to be held: its rule, what is voted on, and who may vote (codes or units)."""

    office: str
    fiscal_year: int  # BE
    title: str
    candidates: Sequence[str]
    voters: Sequence[str]
    limit: int
    seats: int


@dataclass(frozen=True)
class Decided:
    """A decision of the committee on the candidates ``tied`` for ``seats_left`` seats, as the count then stood."""

    kind: str  # domain.vote_decisions.KINDS
    chosen: Sequence[str]
    tied: Sequence[str]
    seats_left: int
    counted: str  # domain.vote_decisions.counted_text
    by: str
    reason: str
    decided_on: date


def new_vote(connection: Connection, vote: NewVote) -> tuple[str, Part]:
    """The id and the part of a vote that has no ballots yet; its id was never used before.

    Raises
    ------
    ValueError
        If it lacks candidates or voters, one stands twice, or limit or seats are no number from 1 up.
    """
    for name in ("candidates", "voters"):
        given = getattr(vote, name)
        if not given or len(set(given)) < len(given) or not all(given):
            raise ValueError(f"{name} must be different texts, at least one: {given!r}")
    if min(vote.limit, vote.seats) < 1:
        raise ValueError(f"limit and seats must be 1 or more: {vote.limit}, {vote.seats}")
    where = (pieces.c.office == vote.office) & (pieces.c.fiscal_year == vote.fiscal_year) & (pieces.c.kind == "ballot")
    used = {key for key in connection.execute(select(pieces.c.key).where(where)).scalars() if key.startswith(ENTERED)}
    ballot_id = f"{vote.fiscal_year}-{office_code(vote.office)}-E{len(used) + 1}"
    ballot = {
        "ballot_id": ballot_id,
        "office": vote.office,
        "fiscal_year": vote.fiscal_year,
        "title": vote.title or None,
        "voters": len(vote.voters),
        "ballot_limit": vote.limit,
        "seats": vote.seats,
        "voter_names": "\n".join(vote.voters),
        "source_cell": SCREEN,
    }
    candidates = [
        {
            "candidate_id": f"{ballot_id}/{position}",
            "ballot_id": ballot_id,
            "position": position,
            "process": name,
            "source_cell": SCREEN,
        }
        for position, name in enumerate(vote.candidates, start=1)
    ]
    records: dict[str, list[Record]] = {"ballots": [ballot], "candidates": candidates}
    return ballot_id, Part("ballot", f"{ENTERED}-{len(used) + 1}", vote.office, vote.fiscal_year, records)


def with_marks(connection: Connection, ballot_id: str, voter: str, chosen: Sequence[str]) -> Part:
    """The marks typed so far of a vote, with a voter's own added or replaced; none chosen: the voter abstains.

    Raises
    ------
    ValueError
        If there is no such vote, it does not know the voter or a candidate, or more are chosen than allowed.
    StoreError
        If the vote is closed or has a finished tally, or the voter's ballot came in a file.
    """
    vote = _vote(connection, ballot_id)
    ballot = next(row for row in vote.records["ballots"] if row["ballot_id"] == ballot_id)
    own = {row["candidate_id"] for row in vote.records.get("candidates", ()) if row["ballot_id"] == ballot_id}
    named = lines(ballot["voter_names"])
    if not voter or (named and voter not in named):
        raise ValueError(f"voter is not named by the vote: {voter!r}")
    if not own.issuperset(chosen) or len(set(chosen)) < len(chosen):
        raise ValueError(f"chosen are not different candidates of the vote: {chosen!r}")
    if ballot["ballot_limit"] is not None and len(chosen) > ballot["ballot_limit"]:
        raise ValueError(f"chosen are more than the limit of {ballot['ballot_limit']}: {chosen!r}")
    if _recorded(connection, vote, "closing"):
        raise StoreError(say("store.vote_closed"))
    if any(row["ballot_id"] == ballot_id and row["votes"] is not None for row in vote.records.get("candidates", ())):
        raise StoreError(say("store.vote_counted"))
    if any(row["ballot_id"] == ballot_id and row["voter"] == voter for row in vote.records.get("marks", ())):
        raise StoreError(say("store.vote_in_file", voter=voter))
    scope = _scope(vote, "marks")
    held = [row for part in parts_at(connection, newest(connection), [scope]) for row in part.records.get("marks", ())]
    mine = {"ballot_id": ballot_id, "voter": voter, "source_cell": SCREEN, "paper": ENTERED}
    marked: Sequence[str | None] = chosen or [None]
    rows = [row for row in held if row["voter"] != voter]
    rows += [{**mine, "candidate_id": candidate} for candidate in marked]
    return part_of(scope, {"marks": rows})


def closing(connection: Connection, ballot_id: str, counted: str, by: str, closed_on: date) -> Part:
    """The record that all ballots of a vote are in, with the count at that time.

    Raises
    ------
    ValueError
        If there is no such vote, or nobody is named who closes it.
    StoreError
        If it is closed already.
    """
    vote = _vote(connection, ballot_id)
    if not by:
        raise ValueError("by names nobody")
    if _recorded(connection, vote, "closing"):
        raise StoreError(say("store.vote_closed"))
    row = {"kind": CLOSED, "by": by, "decided_on": closed_on, "counted": counted}
    return _record(vote, "closing", ballot_id, row)


def decision(connection: Connection, ballot_id: str, decided: Decided) -> Part:
    """The committee's decision on a vote, in the place of an earlier one (which its version keeps).

    Raises
    ------
    ValueError
        If there is no such vote, nobody or no reason is named, or what is taken does not fit (in words).
    """
    vote = _vote(connection, ballot_id)
    if not (decided.by and decided.reason):
        raise ValueError("by and reason must be given")
    wrong = misfit(decided.kind, decided.chosen, decided.tied, decided.seats_left)
    if wrong:
        raise ValueError(wrong)
    row = {
        "kind": decided.kind,
        "chosen": "\n".join(decided.chosen) or None,
        "by": decided.by,
        "reason": decided.reason,
        "decided_on": decided.decided_on,
        "tied": "\n".join(decided.tied),
        "counted": decided.counted,
    }
    return _record(vote, "decision", ballot_id, row)


def _vote(connection: Connection, ballot_id: str) -> Part:
    found = parts_with(connection, "ballots", ballot_id)
    if not found:
        raise ValueError(f"there is no vote {ballot_id!r}")
    return found[0]


def _scope(vote: Part, kind: str) -> Scope:
    office, fiscal_year, _, key = vote.scope
    return (office, fiscal_year, kind, key)


def _recorded(connection: Connection, vote: Part, kind: str) -> bool:
    return bool(parts_at(connection, newest(connection), [_scope(vote, kind)]))


def _record(vote: Part, kind: str, ballot_id: str, row: dict[str, Any]) -> Part:
    owner = {"office": vote.office, "fiscal_year": vote.fiscal_year, "ballot_id": ballot_id}
    record = {"decision_id": f"{ballot_id}/{kind}", **owner, "source_cell": SCREEN, **row}
    return part_of(_scope(vote, kind), {"decisions": [record]})
