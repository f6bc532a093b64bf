"""What a file says of a vote, before office and fiscal year are known: texts with their cells, nothing counted."""

from dataclasses import dataclass, field


@dataclass
class CandidateDraft:
    """A candidate process; ``votes_text``, ``against_text`` and ``abstained_text`` as typed, "" where not given.

    ``place`` is the rank printed beside it, as (text, cell); ``no`` its number in the list.
    """

    unit: str | None
    process: str
    cell: str
    votes_text: str = ""
    votes_cell: str | None = None
    against_text: str = ""
    abstained_text: str = ""
    place: tuple[str, str] | None = None
    no: str = ""


@dataclass
class MarkDraft:
    """A mark of a ballot; ``voter`` is None where the ballot does not name one.

    ``candidate`` is the place among the candidates (from 0), the words themselves where they name no candidate,
    and None for a voter who abstained.
    """

    voter: str | None
    candidate: int | str | None
    cell: str


@dataclass
class AnswerDraft:
    """What one voter wrote in an online form: the texts that name the chosen candidates, with their cells."""

    voter: str | None
    texts: list[tuple[str, str]]
    cell: str


@dataclass
class TallyDraft:
    """A finished tally, raw ballots (``marks``, or ``answers`` in words), and what the lines say of the rule.

    ``agreement`` says that voters were asked about each candidate by itself; ``proposed`` that it is a list of
    candidates without any vote. ``printed_total`` is (text, cell).
    """

    sheet: str
    cell: str
    title: str
    candidates: list[CandidateDraft]
    ballot_limit: int | None = None
    seats: int | None = None
    voters: int | None = None
    turnout: int | None = None
    one_a_unit: bool = False
    agreement: bool = False
    proposed: bool = False
    marks: list[MarkDraft] = field(default_factory=list)
    answers: list[AnswerDraft] = field(default_factory=list)
    printed_total: tuple[str, str] | None = None
    rule_cell: str | None = None
