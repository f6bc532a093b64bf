"""Answers of an online form: a row a ballot, the chosen candidates in one cell or in one column a choice."""

import re

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.contents import vote_mark
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_vote import AnswerDraft, CandidateDraft, TallyDraft
from kmdash.ingest.records.vote_rule import read_question
from kmdash.ingest.records.voters import (
    SECOND,
    VOTER,
    Voters,
    account_voter,
    is_of_unit,
    is_personal,
    second_ballot,
    voter_column,
)
from kmdash.ingest.sheet import Sheet

NO_ANSWER = "reader_votes.not_an_answer"
_CHOICE = re.compile(r"เลือก|โหวต|ลงคะแนน|กระบวน|อันดับ|ลำดับที่|หัวข้อ|องค์ความรู้|ตัวเลือก|vote|choice", re.IGNORECASE)
_CODE = re.compile(r"รหัส|ผู้ลงคะแนน|ผู้แทน|ผู้โหวต|กรรมการ|voter", re.IGNORECASE)
_ONE_OF = re.compile(r"\[([^\]]+)\]\s*$")


def read_answers(sheet: Sheet, table: Table, draft: TallyDraft, found: Collected) -> None:
    """Enter what each voter wrote; which candidates that means is settled when all of the file is read."""
    headings = dict(table.unknown)
    asked = {
        column: heading for column, heading in headings.items() if _asks_for_choice(sheet, table, column, heading)
    }
    who = {column: heading for column, heading in headings.items() if column not in asked and _asks_who(heading)}
    others = [column for column in headings if column not in asked and column not in who]
    if not asked and len(others) == 1:
        asked = {others[0]: headings[others[0]]}
    if not asked:
        found.problems.append(_no_question(sheet, table))
        for row in table.rows:
            sheet.ignore_row(row, NO_ANSWER)
        return
    for column, heading in asked.items():
        read_question(heading, sheet.address(table.header, column), draft)
        if _is_grid(sheet, table, column, heading):
            name = _ONE_OF.search(heading)
            draft.candidates += [CandidateDraft(None, name[1], sheet.address(table.header, column))] if name else []
    _enter_ballots(sheet, table, asked, who, draft, found)


def _enter_ballots(
    sheet: Sheet, table: Table, asked: dict[int, str], who: dict[int, str], draft: TallyDraft, found: Collected
) -> None:
    """One answer a row; a person is known by the row's number, and so is a voter nobody named."""
    source = voter_column(sheet, table.rows, who) if who else None
    voters = Voters()
    for place, row in enumerate(table.rows, start=1):
        text = sheet.text(row, source)
        named = voters.named(text, place, source is not None and is_personal(who[source]))
        voter = named or f"{VOTER} {place}"
        cell = sheet.address(row, source or min(asked))
        if voters.casts(voter):
            chosen = [(_chosen(sheet, row, column, heading), column) for column, heading in asked.items()]
            draft.answers.append(
                AnswerDraft(voter, [(words, sheet.address(row, column)) for words, column in chosen if words], cell)
            )
            for column in asked:
                sheet.take(row, column, "marks")
            account_voter(sheet, row, who, source)
        else:
            account_voter(sheet, row, who, None)
            found.problems.append(second_ballot(cell, voter))
            for column in asked:
                sheet.usage.ignore(sheet.name, row, column, SECOND)
        sheet.ignore_row(row, NO_ANSWER)


def _asks_who(heading: str) -> bool:
    return is_personal(heading) or is_of_unit(heading) or bool(_CODE.search(heading))


def _asks_for_choice(sheet: Sheet, table: Table, column: int, heading: str) -> bool:
    """Whether a column is the ballot's question; one that asks for a name, a unit or a voter is none."""
    if not _CHOICE.search(heading) or is_personal(heading):
        return False
    texts = [text for row in table.rows if (text := sheet.text(row, column))]
    who = is_of_unit(heading) or bool(_CODE.search(heading))
    return not who or any(letter in text for text in texts for letter in ",;\n")


def _is_grid(sheet: Sheet, table: Table, column: int, heading: str) -> bool:
    """Whether a column is one candidate of a grid of ticks: "เลือก [candidate]" over marks."""
    texts = [text for row in table.rows if (text := sheet.text(row, column))]
    return bool(_ONE_OF.search(heading)) and all(vote_mark(text) is not None for text in texts)


def _chosen(sheet: Sheet, row: int, column: int, heading: str) -> str:
    """What a cell names: its words, or the candidate in the heading where the cell is a tick."""
    text = sheet.text(row, column)
    name = _ONE_OF.search(heading)
    if name and vote_mark(text) is not None:
        return name[1] if vote_mark(text) else ""
    return text


def _no_question(sheet: Sheet, table: Table) -> Problem:
    return Problem(
        code="choices_unclear",
        severity=Severity.ERROR,
        cell=sheet.address(table.header, table.columns["stamp"]),
        found=" · ".join(table.unknown.values())[:200],
        message=worded("reader_votes.question_unclear"),
        remedy=worded("reader_votes.question_unclear_do"),
    )
