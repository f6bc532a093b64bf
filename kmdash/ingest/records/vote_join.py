"""Bring together what a file says of one vote: ballots, the list of candidates, the finished count."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.drafts_vote import CandidateDraft, MarkDraft, TallyDraft

_NUMBERED = re.compile(r"^\s*(?:[-•*]|\(?\d{1,2}[.)])\s*(?=\S)")
_SEPARATORS = re.compile(r"([,;\n])")
_STRONG = re.compile(r"\s*[;\n]\s*")
_COMMA = re.compile(r"\s*,\s*(?![^()]*\))")
_COMMA_BLANK = re.compile(r"\s*,\s+(?![^()]*\))")
LINES_IN_A_NAME = 4  # pieces more that a name of several lines may have
_RULE = ("ballot_limit", "seats", "voters", "turnout", "rule_cell")


def settle_votes(tallies: Sequence[TallyDraft]) -> tuple[list[TallyDraft], list[Problem]]:
    """The votes of a file: choices in words become marks, a list or a count of the same vote joins its ballots.

    A choice that names no candidate of the list keeps its words. Where there is no list, the candidates are those
    that were chosen.
    """
    lists = [draft for draft in tallies if not draft.marks and not draft.answers]
    joined: list[TallyDraft] = []
    problems: list[Problem] = []
    for draft in tallies:
        if draft.marks or draft.answers:
            found = _list_of(draft, lists)
            if found:
                joined.append(found)
                _join(draft, found)
            problems += _answers_to_marks(draft)
            problems += _differs(draft, found) if found else []
        elif draft.proposed and any(_same_candidates(draft, other) for other in lists if other is not draft):
            joined.append(draft)
    return [draft for draft in tallies if not any(draft is other for other in joined)], problems


def _list_of(draft: TallyDraft, lists: Sequence[TallyDraft]) -> TallyDraft | None:
    """The list whose candidates a draft's ballots name: all of them, or for answers in words at least half."""
    if draft.candidates:
        return next((other for other in lists if _same_candidates(draft, other)), None)
    for other in lists:
        names = _names(other.candidates)
        choices = [choice for answer in draft.answers for text, _ in answer.texts for choice in _choices(text, names)]
        if choices and 2 * sum(isinstance(choice, int) for choice in choices) >= len(choices):
            return other
    return None


def _same_candidates(draft: TallyDraft, other: TallyDraft) -> bool:
    names = _names(other.candidates)
    places = {names.get(_key(candidate.process)) for candidate in draft.candidates}
    return None not in places and len(places) == len(other.candidates) == len(draft.candidates)


def _join(draft: TallyDraft, known: TallyDraft) -> None:
    """Give ballots the list's candidates, and what it says of the rule where they say nothing."""
    names = _names(known.candidates)
    for mark in draft.marks:
        if isinstance(mark.candidate, int):
            mark.candidate = names[_key(draft.candidates[mark.candidate].process)]
    draft.candidates = known.candidates
    for name in _RULE:
        if getattr(draft, name) is None:
            setattr(draft, name, getattr(known, name))
    draft.one_a_unit = draft.one_a_unit or known.one_a_unit
    draft.title = draft.title or known.title


def _answers_to_marks(draft: TallyDraft) -> list[Problem]:
    problems: list[Problem] = []
    if draft.answers and not draft.candidates:
        draft.candidates = _candidates_chosen(draft)
        problems += [_no_list(draft)] if draft.candidates else []
        pieces = _split_all(draft)
        names = {_key(candidate.process): place for place, candidate in enumerate(draft.candidates)}
    else:
        pieces = None
        names = _names(draft.candidates)
    for answer in draft.answers:
        marks: list[MarkDraft] = []
        for text, cell in answer.texts:
            choices = [names[_key(piece)] for piece in pieces[text]] if pieces is not None else _choices(text, names)
            marks += [MarkDraft(answer.voter, choice, cell) for choice in choices]
            problems += [_unknown(cell, choice) for choice in choices if isinstance(choice, str)]
        draft.marks += marks or [MarkDraft(answer.voter, None, answer.cell)]
    return problems


def _candidates_chosen(draft: TallyDraft) -> list[CandidateDraft]:
    """Every candidate named in any answer, in the order met."""
    pieces = _split_all(draft)
    found: dict[str, CandidateDraft] = {}
    for answer in draft.answers:
        for text, cell in answer.texts:
            for name in pieces[text]:
                found.setdefault(_key(name), CandidateDraft(None, _NUMBERED.sub("", name).strip(), cell))
    return list(found.values())


def _split_all(draft: TallyDraft) -> dict[str, list[str]]:
    """Each answer taken apart: where semicolons or lines separate, commas belong to the names."""
    texts = {text for answer in draft.answers for text, _ in answer.texts}
    single = draft.ballot_limit == 1 or any(len(answer.texts) > 1 for answer in draft.answers)
    if any(_STRONG.search(text) for text in texts):
        separator = _STRONG
    elif single:
        return {text: [text] for text in texts}
    else:
        separator = _COMMA_BLANK if any(_COMMA_BLANK.search(text) for text in texts) else _COMMA
    return {text: [piece for piece in separator.split(text) if _key(piece)] for text in texts}


def _choices(text: str, names: Mapping[str, int]) -> list[int | str]:
    """The candidates a text names, the longest name first, for a name may hold a comma; words that name none stay.

    >>> _choices("ก, ข, ค", {"ก,ข": 0, "ก": 1})
    [0, 'ค']
    """
    tokens = _SEPARATORS.split(text)
    longest = max((len(_SEPARATORS.split(name)) for name in names), default=1) + LINES_IN_A_NAME
    found: list[int | str] = []
    start = 0
    while start < len(tokens):
        ends = range(start + 1, min(len(tokens), start + longest) + 1, 2)
        end = next((end for end in reversed(ends) if _key("".join(tokens[start:end])) in names), None)
        words = "".join(tokens[start : end or start + 1])
        if end:
            found.append(names[_key(words)])
        elif _key(words):
            found.append(words.strip())
        start = (end or start + 1) + 1
    return found


def _names(candidates: Sequence[CandidateDraft]) -> dict[str, int]:
    """Every way to name a candidate, by its key: process, number, unit, both; what names two is left out."""
    places: dict[str, set[int]] = {}
    for place, candidate in enumerate(candidates):
        unit, process = candidate.unit or "", candidate.process
        number_ = _key(candidate.no) if _key(candidate.no).isdecimal() else str(place + 1)
        ways = [process, number_]
        if unit:
            ways += [unit, f"{process}({unit})", f"{process}-{unit}", f"{unit}-{process}", f"{unit}:{process}"]
        for way in ways:
            places.setdefault(_key(way), set()).add(place)
    return {key: next(iter(found)) for key, found in places.items() if key and len(found) == 1}


def _key(text: str) -> str:
    return match_key(_NUMBERED.sub("", arabic(text), count=1))


def _differs(draft: TallyDraft, count: TallyDraft) -> list[Problem]:
    """A finished count against the ballots of the same vote, those over the limit left out."""
    chosen: dict[str | None, set[int | str]] = {}
    for mark in draft.marks:
        if mark.candidate is not None and mark.voter is not None:
            chosen.setdefault(mark.voter, set()).add(mark.candidate)
    limit = draft.ballot_limit
    valid = [marks for marks in chosen.values() if limit is None or len(marks) <= limit]
    votes = Counter(candidate for marks in valid for candidate in marks)
    return [
        Problem(
            code="tally_total_differs",
            severity=Severity.WARNING,
            cell=candidate.votes_cell or candidate.cell,
            found=candidate.votes_text,
            message=worded("reader_votes.tally_differs", printed=candidate.votes_text, votes=votes[place]),
            remedy=worded("reader_votes.tally_differs_do"),
        )
        for place, candidate in enumerate(count.candidates)
        if (printed := number(candidate.votes_text)) is not None and printed != votes[place]
    ]


def _no_list(draft: TallyDraft) -> Problem:
    return Problem(
        code="candidates_from_answers",
        severity=Severity.INFO,
        cell=draft.cell,
        found="",
        message=worded("reader_votes.candidates_from_answers"),
        remedy=worded("reader_votes.candidates_from_answers_do"),
    )


def _unknown(cell: str, words: str) -> Problem:
    return Problem(
        code="candidate_unknown",
        severity=Severity.WARNING,
        cell=cell,
        found=words[:200],
        message=worded("reader_votes.candidate_unknown"),
        remedy=worded("reader_votes.candidate_unknown_do"),
    )
