"""Who was chosen by the vote: counted, ranked, with ties shown and never broken."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.register import Register
from kmdash.domain.results import TALLY
from kmdash.domain.words import say

Row = dict[str, Any]


@dataclass(frozen=True)
class Rejected:
    """What was not counted as given: a whole ballot (``over_vote``) or one choice, with the reason in words."""

    voter: str | None
    code: str  # over_vote, unknown_candidate, same_candidate, no_voter
    reason: str
    source_cell: str | None


@dataclass(frozen=True)
class VoteSummary:
    """One vote at a glance; what cannot be known is None.

    ``total`` counts valid votes; ``used_share`` is ``total`` of voters × limit; ``voted`` and ``abstained``
    are known from ballots only. ``cut_votes`` are those of the last seat, ``margin`` what they are ahead of
    the next candidate (0: a tie at the cut line). ``tied_sets`` are the candidate ids that share a rank,
    ``tied_at_cut`` those the committee must decide among. ``findings`` are sentences.
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
    rejected: tuple[Rejected, ...]
    findings: tuple[str, ...]


def tally(register: Register) -> pd.DataFrame:
    """Count and rank the candidates of every ballot.

    Votes are those of the finished tally, or counted from the marks where there are any: a voter with
    more choices than the limit has an invalid ballot, a choice that names no candidate is not counted, the
    same candidate twice counts once, a blank ballot abstains. Ranks are shared (1, 2, 2, 4); candidates of one
    rank stand in source order. A tie at the cut line is never broken. Source: rules.md, section 6.

    Returns
    -------
    DataFrame, one row a candidate, by ballot and rank (``columns.TALLY``)
        ``share`` from 0 to 1 of all votes counted. ``selected`` is <NA> for the tied set at the cut line,
        where the seats are not known and for a candidate whose votes are missing, who has no rank either.
    """
    ballots = records(register.ballots)
    return frame(TALLY, [row for ballot in ballots for row in _ranked(ballot, *_counted(register, ballot)[:2])])


def vote_summary(register: Register, ballot_id: str) -> VoteSummary:
    """One vote at a glance, with every ballot or choice that was not counted and why.

    Raises
    ------
    ValueError
        If the register has no ballot of this id.
    """
    ballot = next((row for row in records(register.ballots) if row["ballot_id"] == ballot_id), None)
    if ballot is None:
        raise ValueError(f"ballot_id is not in the register: {ballot_id!r}")
    candidates, votes, rejected, choices = _counted(register, ballot)
    ranked = _ranked(ballot, candidates, votes)
    voters, limit, seats = ballot["voters"], ballot["ballot_limit"], ballot["seats"]
    counts = [row["votes"] for row in ranked if row["votes"] is not None]
    total = sum(counts)
    allowed = voters * limit if voters and limit else None
    cut = counts[seats - 1] if seats and seats <= len(counts) else None
    return VoteSummary(
        ballot_id=ballot_id,
        title=ballot["title"],
        candidates=len(candidates),
        voters=voters,
        limit=limit,
        seats=seats,
        total=total,
        used_share=total / allowed if allowed else None,
        voted=None if choices is None else len(choices),
        abstained=None if choices is None else sum(not chosen for chosen in choices.values()),
        cut_votes=cut,
        margin=cut - counts[seats] if cut is not None and seats < len(counts) else None,
        tied_sets=_tied_sets(ranked),
        tied_at_cut=tuple(row["candidate_id"] for row in ranked if row["tied_at_cut"]),
        rejected=tuple(rejected),
        findings=tuple(_findings(ballot, votes, choices)),
    )


def _counted(
    register: Register, ballot: Row
) -> tuple[list[Row], dict[str, int | None], list[Rejected], dict[str, list[str]] | None]:
    """Candidates in source order, their votes, what was rejected, and each voter's choices (None: a tally alone)."""
    candidates = sorted(_of(register.candidates, ballot), key=lambda row: row["position"] or 0)
    marks = _of(register.marks, ballot)
    if not marks:
        return candidates, {row["candidate_id"]: row["votes"] for row in candidates}, [], None
    choices, rejected = _choices(marks)
    votes: dict[str, int | None] = {row["candidate_id"]: 0 for row in candidates}
    limit = ballot["ballot_limit"]
    cells = {mark["voter"]: mark["source_cell"] for mark in reversed(marks)}
    for voter, chosen in choices.items():
        if limit is not None and len(chosen) > limit:
            reason = say("measure.vote.over_vote", marks=len(chosen), limit=limit)
            rejected.append(Rejected(voter, "over_vote", reason, cells[voter]))
            continue
        for candidate in chosen:
            counted = votes.get(candidate)
            if counted is None:
                reason = say("measure.vote.unknown_candidate", candidate=candidate)
                rejected.append(Rejected(voter, "unknown_candidate", reason, cells[voter]))
            else:
                votes[candidate] = counted + 1
    return candidates, votes, rejected, choices


def _of(data: pd.DataFrame, ballot: Row) -> list[Row]:
    return records(data[data["ballot_id"] == ballot["ballot_id"]])


def _choices(marks: Iterable[Row]) -> tuple[dict[str, list[str]], list[Rejected]]:
    """The different candidates each voter chose; none where the voter abstained."""
    choices: dict[str, list[str]] = {}
    rejected = []
    for mark in marks:
        voter, candidate = mark["voter"], mark["candidate_id"]
        if voter is None:
            rejected.append(Rejected(None, "no_voter", say("measure.vote.no_voter"), mark["source_cell"]))
            continue
        chosen = choices.setdefault(voter, [])
        if candidate in chosen:
            reason = say("measure.vote.same_candidate", candidate=candidate)
            rejected.append(Rejected(voter, "same_candidate", reason, mark["source_cell"]))
        elif candidate is not None:
            chosen.append(candidate)
    return choices, rejected


def _ranked(ballot: Row, candidates: list[Row], votes: dict[str, int | None]) -> list[Row]:
    """Candidates by rank then source order; those without votes last."""
    seats = ballot["seats"]
    counts = sorted((count for count in votes.values() if count is not None), reverse=True)
    total = sum(counts)
    whole = len(counts) == len(votes)
    rows = []
    for candidate in candidates:
        count = votes[candidate["candidate_id"]]
        taken = ("ballot_id", "candidate_id", "unit", "process", "source_cell")
        row = {**{name: candidate[name] for name in taken}, "office": ballot["office"]}
        row |= {"fiscal_year": ballot["fiscal_year"], "votes": count, "tied_at_cut": False}
        if count is not None:
            rank, tied = 1 + sum(other > count for other in counts), counts.count(count)
            at_cut = seats is not None and rank <= seats < rank + tied - 1
            row |= {"share": count / total if total else None, "rank": rank, "tied": tied, "tied_at_cut": at_cut}
            row["selected"] = None if seats is None or at_cut or not whole else rank <= seats
        rows.append(row)
    return sorted(rows, key=lambda row: row.get("rank", len(rows) + 1))


def _tied_sets(ranked: list[Row]) -> tuple[tuple[str, ...], ...]:
    ranks = sorted({row["rank"] for row in ranked if row.get("tied", 1) > 1})
    return tuple(tuple(row["candidate_id"] for row in ranked if row.get("rank") == rank) for rank in ranks)


def _findings(ballot: Row, votes: dict[str, int | None], choices: dict[str, list[str]] | None) -> list[str]:
    voters, limit = ballot["voters"], ballot["ballot_limit"]
    total = sum(count for count in votes.values() if count is not None)
    missing = sum(count is None for count in votes.values())
    found = []
    if voters and limit and total > voters * limit:
        found.append(
            say("measure.vote.too_many_votes", total=total, allowed=voters * limit, voters=voters, limit=limit)
        )
    if voters and choices is not None and len(choices) > voters:
        found.append(say("measure.vote.too_many_voters", found=len(choices), voters=voters))
    if missing:
        found.append(say("measure.vote.votes_missing", count=missing))
    return found
