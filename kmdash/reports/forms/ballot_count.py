"""The ballot count: a sheet a vote with its candidates by votes, the cut line, the reconciliation and the decision."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter

from kmdash.domain import forms
from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.words import say
from kmdash.reports.cells import OPTIONS, set_properties
from kmdash.reports.forms.paper import Looks, Paper, fitting, in_digits, looks_of, names_of
from kmdash.reports.forms.printed import footer_of, head_of

TITLE = "ใบนับคะแนนการคัดเลือกกระบวนงานเพื่อจัดทำแผนการจัดการความรู้"
CUT = "เส้นตัด : คัดเลือก {count} กระบวนงาน"
UNDECIDED = "คะแนนเท่ากันที่เส้นตัด {count} กระบวนงาน เหลือให้คัดเลือกอีก {seats} : ยังไม่ตัดสิน รอมติคณะทำงาน"
BELOW_TIE = "สิ้นสุดกลุ่มที่คะแนนเท่ากัน"
CHOSEN, NOT_CHOSEN, NOT_KNOWN = "คัดเลือก", "ไม่ได้คัดเลือก", "ยังไม่ทราบ"
TIED, TAKEN, LEFT = "คะแนนเท่ากันที่เส้นตัด ยังไม่ตัดสิน", "คัดเลือกตามมติ", "ไม่ได้คัดเลือกตามมติ"
UNTOLD, UNKNOWN = "–", "ไม่ทราบ"
_NAME = "ใบนับคะแนน"
_WIDTHS = (8, 22, 50, 9, 11, 20)


def workbook(
    register: Register,
    tally: pd.DataFrame,
    votes: Sequence[Any],
    *,
    over_vote: str = "invalid",
    as_of: date | None = None,
    digits: str = "arabic",
) -> bytes:
    """The count of every vote of a register of one office and fiscal year.

    Candidates stand by votes with shared ranks; a heavy line stands below the last one chosen. Where votes are equal
    at the cut and the committee has not decided, the tied set stands between two such lines and is told as undecided.
    Below stand who could vote and did, what was not counted and why, the committee's decision, and ruled blanks for
    those who counted. The workbook is for paper: reading it again gives nothing.

    Parameters
    ----------
    tally : DataFrame, one row a candidate (``results.TALLY``)
    votes : ``measures.vote.VoteSummary`` of each vote
    over_vote : the rule both were counted by (``domain.vote_count.OVER_VOTES``)
    digits : ``arabic`` or ``th``, for the form's own numbers; texts stay as typed

    Raises
    ------
    ValueError
        If the register holds several offices or fiscal years.
    """
    head = head_of(register, as_of, digits)
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        set_properties(book, TITLE)
        looks = looks_of(book, digits)
        names = names_of([in_digits(f"{_NAME} {place}", digits) for place in range(1, len(votes) + 1)])
        for name, vote in zip(names, votes, strict=True):
            rows = records(tally[tally["ballot_id"] == vote.ballot_id])
            _Vote(vote, rows, over_vote, digits).write(book, looks, name, head)
        if not votes:
            book.add_worksheet(_NAME)
    return target.getvalue()


class _Vote:
    """One vote: its summary and its candidates in the order of their votes."""

    def __init__(self, vote: Any, rows: Sequence[Record], over_vote: str, digits: str):
        self.vote, self.rows, self.over_vote, self.digits = vote, rows, over_vote, digits

    def write(self, book: Any, looks: Looks, name: str, head: Sequence[str]) -> None:
        """Write the count on a sheet of its own."""
        shown = [self._shown(row) for row in self.rows]
        paper = Paper(book, looks, name, fitting(_WIDTHS, shown), hidden=0)
        paper.line(TITLE, looks.title)
        paper.line(forms.PRINTED_LINE, looks.small)
        for text in ("     ".join(head), *self._about()):
            paper.line(text)
        paper.blank()
        header = paper.row
        paper.cells(list(forms.COUNT.values()), looks.head, spare=6)
        lines = self._lines()
        styles = [looks.centred, looks.text, looks.text, looks.number, looks.number, looks.centred]
        for place, values in enumerate(shown):
            for text in lines.get(place, ()):
                paper.line(text, looks.cut)
            paper.cells(values, styles)
        for text in lines.get(len(shown), ()):
            paper.line(text, looks.cut)
        self._write_below(paper)
        paper.finish(header, footer_of(TITLE, head), upright=True)

    def _about(self) -> list[str]:
        vote = self.vote
        told = [vote.title] if vote.title else []
        if vote.open:
            told.append(say("ballot_state.open", voted=vote.voted, voters=vote.voters or UNTOLD))
        if vote.closing:
            day = shown_date(vote.closing.closed_on) if vote.closing.closed_on else UNTOLD
            told.append(say("ballot_state.closed", day=day, by=vote.closing.by or UNTOLD))
        return told

    def _shown(self, row: Record) -> list[Any]:
        rank = UNTOLD if row["rank"] is None else in_digits(row["rank"], self.digits)
        share = None if row["share"] is None else round(100 * row["share"], 1)
        return [rank, row["unit"], row["process"], row["votes"], share, _result(row)]

    def _lines(self) -> dict[int, list[str]]:
        """The heavy lines, by the place of the candidate they stand above."""
        tied = [place for place, row in enumerate(self.rows) if row["tied_at_cut"]]
        chosen = sum(row["selected"] is True for row in self.rows)
        if not tied:
            known = bool(self.rows) and all(row["selected"] is not None for row in self.rows)
            return {chosen: [self._told(CUT, count=chosen)]} if known else {}
        below = tied[-1] + 1
        if self.vote.undecided:
            above = self._told(UNDECIDED, count=len(tied), seats=self.vote.seats_left)
            return {tied[0]: [above], below: [BELOW_TIE]}
        return {below: [self._told(CUT, count=chosen)]}

    def _told(self, text: str, **numbers: int) -> str:
        return in_digits(text.format(**numbers), self.digits)

    def _write_below(self, paper: Paper) -> None:
        looks = paper.looks
        paper.blank()
        paper.line("การสอบทานคะแนน", looks.section)
        for label, value in self._reconciled():
            shown = UNKNOWN if value is None else in_digits(value, self.digits)
            paper.groups([label, shown], (3, 3), [looks.text, looks.text])
        for text in (*self._not_counted(), *self.vote.findings):
            paper.line(text, looks.text)
        for text in self._decision():
            paper.line(text, looks.section)
        paper.blank()
        paper.signatures(("กรรมการนับคะแนน", "กรรมการนับคะแนน", "ประธานคณะทำงาน"), (2, 1, 3))

    def _reconciled(self) -> list[tuple[str, int | None]]:
        """Rights, turnout and votes beside each other; None where it is not known."""
        vote = self.vote
        allowed = vote.voters * vote.limit if vote.voters and vote.limit else None
        return [
            ("ผู้มีสิทธิลงคะแนน (คน)", vote.voters),
            ("เลือกได้ไม่เกินคนละ (กระบวนงาน)", vote.limit),
            ("จำนวนที่คัดเลือก (กระบวนงาน)", vote.seats),
            ("ผู้มาใช้สิทธิ (คน)", vote.voted),
            ("งดออกเสียง (คน)", vote.abstained),
            ("คะแนนที่ลงได้ทั้งหมด (ผู้มีสิทธิ × คะแนนต่อคน)", allowed),
            ("คะแนนที่นับได้", vote.total),
            ("คะแนนที่ไม่ได้ใช้หรือไม่นับ", None if allowed is None or vote.total > allowed else allowed - vote.total),
            ("บัตรหรือเครื่องหมายที่ไม่นับ (รายการ)", None if vote.voted is None else len(vote.rejected)),
        ]

    def _not_counted(self) -> Iterator[str]:
        """The rule for ballots beyond the limit, and each ballot or mark that was not counted with its reason."""
        if self.vote.voted is not None:
            yield say("over_vote.note", value=say(f"over_vote.{self.over_vote}"))
        for rejected in self.vote.rejected:
            yield " · ".join(filter(None, [rejected.voter, rejected.reason]))

    def _decision(self) -> Iterator[str]:
        made = self.vote.decision
        if made is None:
            return
        names = {row["candidate_id"]: row["process"] or row["unit"] or row["candidate_id"] for row in self.rows}
        taken = ", ".join(names.get(name, name) for name in made.chosen) or say("decide.nobody")
        day = shown_date(made.decided_on) if made.decided_on else UNTOLD
        kind = say(f"decide.{made.kind}")
        yield say(
            "decide.recorded", kind=kind, names=taken, by=made.by or UNTOLD, day=day, reason=made.reason or UNTOLD
        )
        if made.void:
            yield say("decide.void", why=made.void)


def _result(row: Record) -> str:
    """What became of a candidate; of the tied set only what the committee decided."""
    if row["tied_at_cut"]:
        return {None: TIED, True: TAKEN, False: LEFT}[row["selected"]]
    return {None: NOT_KNOWN, True: CHOSEN, False: NOT_CHOSEN}[row["selected"]]
