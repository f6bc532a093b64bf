"""A vote's printed sums and ranks against its votes, and both against the rule."""

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.drafts_vote import TallyDraft


def about_totals(draft: TallyDraft, ballot: Record, candidates: list[Record]) -> list[Problem]:
    """What does not add up: more votes or voters than the rule allows, a printed sum, printed ranks."""
    return [
        *_too_many(draft, ballot, candidates),
        *_more_than_voters(draft, ballot, candidates),
        *_turnout_differs(draft),
        *_sum_differs(draft, candidates),
        *_ranks_differ(draft, candidates),
    ]


def _too_many(draft: TallyDraft, ballot: Record, candidates: list[Record]) -> list[Problem]:
    total = sum(row["votes"] or 0 for row in candidates)
    voters = draft.turnout if draft.turnout is not None else ballot["voters"]
    if voters is None or ballot["ballot_limit"] is None or total <= voters * ballot["ballot_limit"]:
        return []
    most = voters * ballot["ballot_limit"]
    return [
        Problem(
            code="too_many_votes",
            severity=Severity.WARNING,
            cell=draft.cell,
            found=str(total),
            message=worded(
                "reader_votes.too_many_votes", total=total, most=most, voters=voters, limit=ballot["ballot_limit"]
            ),
            remedy=worded("reader_votes.votes_against_ballots_do"),
        )
    ]


def _more_than_voters(draft: TallyDraft, ballot: Record, candidates: list[Record]) -> list[Problem]:
    """Candidates with more votes than voters, each at its cell: a voter marks a candidate once."""
    voters = draft.turnout if draft.turnout is not None else ballot["voters"]
    return [
        Problem(
            code="more_votes_than_voters",
            severity=Severity.WARNING,
            cell=candidate.votes_cell or candidate.cell,
            found=candidate.votes_text,
            message=worded("reader_votes.more_votes_than_voters", votes=row["votes"], voters=voters),
            remedy=worded("reader_votes.more_votes_than_voters_do"),
        )
        for candidate, row in zip(draft.candidates, candidates, strict=True)
        if voters is not None and (row["votes"] or 0) > voters
    ]


def _turnout_differs(draft: TallyDraft) -> list[Problem]:
    """The printed turnout against the ballots; a voter without a mark may or may not have come."""
    everyone = {mark.voter for mark in draft.marks if mark.voter}
    marked = {mark.voter for mark in draft.marks if mark.voter and mark.candidate is not None}
    if not everyone or draft.turnout is None or len(marked) <= draft.turnout <= len(everyone):
        return []
    return [
        Problem(
            code="turnout_differs",
            severity=Severity.WARNING,
            cell=draft.rule_cell or draft.cell,
            found=str(draft.turnout),
            message=worded("reader_votes.turnout_differs", turnout=draft.turnout, count=len(everyone)),
            remedy=worded("reader_votes.turnout_differs_do"),
        )
    ]


def _sum_differs(draft: TallyDraft, candidates: list[Record]) -> list[Problem]:
    """The printed total of a tally against the sum of its votes."""
    printed = number(draft.printed_total[0]) if draft.printed_total else None
    total = sum(row["votes"] or 0 for row in candidates)
    if draft.printed_total is None or printed is None or printed == total:
        return []
    return [
        Problem(
            code="votes_sum_differs",
            severity=Severity.WARNING,
            cell=draft.printed_total[1],
            found=draft.printed_total[0],
            message=worded("reader_votes.votes_sum_differs", printed=printed, total=total),
            remedy=worded("reader_votes.votes_against_ballots_do"),
        )
    ]


def _ranks_differ(draft: TallyDraft, candidates: list[Record]) -> list[Problem]:
    """Printed ranks that the votes do not give, whether ties share a rank (1 2 2 4 or 1 2 2 3) or stand in turn."""
    votes = [row["votes"] for row in candidates]
    printed = [_rank(candidate.place[0]) if candidate.place else None for candidate in draft.candidates]
    if None in votes or not any(printed):
        return []
    levels = sorted(set(votes), reverse=True)
    if all(rank in (None, levels.index(count) + 1) for rank, count in zip(printed, votes, strict=True)):
        return []
    problems = []
    for candidate, rank, count in zip(draft.candidates, printed, votes, strict=True):
        first = 1 + sum(other > count for other in votes)
        if candidate.place and rank is not None and not first <= rank < first + votes.count(count):
            problems.append(_rank_differs(*candidate.place, first, count))
    return problems


def _rank(text: str) -> int | None:
    """The rank a cell prints: a number, with "ที่" or "อันดับ" before it.

    >>> _rank("๒"), _rank("อันดับที่ 4"), _rank("-")
    (2, 4, None)
    """
    value = number(arabic(text).removeprefix("อันดับ").removeprefix("ลำดับ").removeprefix("ที่").strip())
    return int(value) if value is not None else None


def _rank_differs(text: str, cell: str, rank: int, votes: int) -> Problem:
    return Problem(
        code="rank_differs",
        severity=Severity.WARNING,
        cell=cell,
        found=text,
        message=worded("reader_votes.rank_differs", text=text, votes=votes, rank=rank),
        remedy=worded("reader_votes.rank_differs_do"),
    )
