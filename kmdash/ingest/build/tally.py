"""A vote as a register part: its rule, its candidates, and the marks of its ballots as cast."""

import re

from kmdash.domain.identity import office_code
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import joined, worded
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.build.vote_totals import about_totals
from kmdash.ingest.normalise.numbers import is_blank_mark, number
from kmdash.ingest.records.drafts_vote import CandidateDraft, MarkDraft, TallyDraft

_COUNTED = re.compile(r"\s*(?:เสียง|คะแนน|คน|ราย|โหวต|หน่วยงาน)$")  # typed behind the number of votes


def tally_part(draft: TallyDraft, place: int, owner: Owner) -> tuple[Part, list[Problem]]:
    """The part of one vote; ``place`` counts the votes of the file from 1."""
    ballot_id = f"{owner.fiscal_year or 0}-{office_code(owner.office)}-B{place}"
    ballot, problems = _ballot(draft, ballot_id, owner)
    candidates = []
    for position, candidate in enumerate(draft.candidates, start=1):
        votes, found = (None, []) if draft.marks or draft.proposed else _votes(candidate)
        problems += found + _not_agreed(candidate)
        candidates.append(
            {
                "candidate_id": f"{ballot_id}/{position}",
                "ballot_id": ballot_id,
                "position": position,
                "unit": candidate.unit,
                "process": candidate.process,
                "votes": votes,
                "source_cell": candidate.cell,
                "source_file": owner.file,
            }
        )
    marks = [
        {
            "ballot_id": ballot_id,
            "voter": mark.voter,
            "candidate_id": _candidate_id(ballot_id, mark),
            "source_cell": mark.cell,
            "source_file": owner.file,
        }
        for mark in draft.marks
    ]
    problems += about_totals(draft, ballot, candidates)
    records = {"ballots": [ballot], "candidates": candidates, "marks": marks}
    return Part("ballot", str(place), owner.office, owner.fiscal_year, records), problems


def _ballot(draft: TallyDraft, ballot_id: str, owner: Owner) -> tuple[Record, list[Problem]]:
    """The vote's rule; who may vote is as printed, else one a unit, else those who came or whose ballots are here."""
    units = {candidate.unit for candidate in draft.candidates if candidate.unit}
    cast = len({mark.voter for mark in draft.marks if mark.voter}) or None
    inferred = [
        (len(units) if draft.one_a_unit else None, "ผู้แทนหน่วยงานละ ๑ คน", "reader_votes.source_units"),
        (draft.turnout, "ผู้มาลงคะแนน", "reader_votes.source_turnout"),
        (cast, "", "reader_votes.source_ballots"),
    ]
    count, found, source = next((item for item in inferred if item[0]), (None, "", ""))
    limit = draft.ballot_limit
    if limit is None and draft.agreement:
        limit = len(draft.candidates) or None
    ballot: Record = {
        "ballot_id": ballot_id,
        "office": owner.office,
        "fiscal_year": owner.fiscal_year,
        "title": draft.title or None,
        "voters": count if draft.voters is None else draft.voters,
        "ballot_limit": limit,
        "seats": draft.seats,
        "source_cell": draft.rule_cell or draft.cell,
        "source_file": owner.file,
    }
    problems = []
    if draft.voters is None and count is not None:
        problems.append(_voters_inferred(draft, count, found, source))
    return ballot, problems + _rule_missing(draft, ballot)


def _candidate_id(ballot_id: str, mark: MarkDraft) -> str | None:
    """The candidate's id, with the words themselves where they name none."""
    if mark.candidate is None:
        return None
    return f"{ballot_id}/{mark.candidate + 1 if isinstance(mark.candidate, int) else mark.candidate}"


def _votes(candidate: CandidateDraft) -> tuple[int | None, list[Problem]]:
    value = number(_COUNTED.sub("", candidate.votes_text.strip()))
    if value is not None and value >= 0 and value == int(value):
        return int(value), []
    return None, [
        Problem(
            code="votes_unreadable",
            severity=Severity.ERROR,
            cell=candidate.votes_cell or candidate.cell,
            found=candidate.votes_text,
            message=worded("reader_votes.votes_unreadable"),
            remedy=worded("reader_votes.votes_unreadable_do"),
        )
    ]


def _not_agreed(candidate: CandidateDraft) -> list[Problem]:
    """Those who did not agree, or did not say, are told; what is counted is who agreed."""
    opinions = (("against", candidate.against_text), ("abstained", candidate.abstained_text))
    told = [worded(f"reader_votes.{word}", count=text) for word, text in opinions if text and not is_blank_mark(text)]
    if not told:
        return []
    return [
        Problem(
            code="votes_against",
            severity=Severity.INFO,
            cell=candidate.cell,
            found=joined(told, " · "),
            message=worded("reader_votes.votes_against", votes=told[0])
            if len(told) == 1
            else worded("reader_votes.votes_against_both", against=told[0], abstained=told[1]),
            remedy=worded("reader_votes.votes_against_do"),
        )
    ]


def _voters_inferred(draft: TallyDraft, count: int, found: str, source: str) -> Problem:
    return Problem(
        code="voters_inferred",
        severity=Severity.INFO,
        cell=draft.rule_cell or draft.cell,
        found=found,
        message=worded("reader_votes.voters_inferred", source=worded(source), count=count),
        remedy=worded("reader_votes.voters_inferred_do"),
    )


def _rule_missing(draft: TallyDraft, ballot: Record) -> list[Problem]:
    asked = ["seats", "ballot_limit"]
    if draft.agreement and len(draft.candidates) == 1:
        asked.remove("seats")  # one matter is carried or not: nothing to choose among
    return [
        Problem(
            code=f"{name}_missing",
            severity=Severity.QUESTION,
            cell=draft.cell,
            found="",
            message=worded(f"reader_votes.{name}_missing"),
            remedy=worded(f"reader_votes.{name}_missing_do"),
            frame="ballots",
            row_id=ballot["ballot_id"],
            field=name,
        )
        for name in asked
        if ballot[name] is None
    ]
