"""Opinions on one matter, a voter a row: agreed, not agreed, abstained; they are ballots with one candidate."""

from collections import Counter

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import is_blank_mark, number
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_vote import CandidateDraft, MarkDraft, TallyDraft
from kmdash.ingest.records.plan_rows import TOTAL
from kmdash.ingest.records.vote_marks import crosses_are_doubtful, is_line, is_total, marks_of, total_differs
from kmdash.ingest.records.vote_rule import read_line
from kmdash.ingest.records.voters import (
    SECOND,
    Voters,
    account_voter,
    is_personal,
    second_ballot,
    voter_column,
    voter_missing,
)
from kmdash.ingest.sheet import Sheet

NO_OPINION = "reader_left.outside_approvals"
COUNTED = "reader_votes.counted_already"
REMARK = "reader_votes.comment"
_OPINIONS = ("votes", "against", "abstained")


def read_approvals(sheet: Sheet, table: Table, draft: TallyDraft, found: Collected) -> None:
    """Enter the ballots of one table; the matter is the line over it, without one the sheet's name.

    Who ticks two opinions, or none, is told and counts as abstained. Where each row counts persons, the rows' sums
    are a finished tally.
    """
    opinions = {table.columns[name]: name for name in _OPINIONS if name in table.columns}
    draft.agreement, draft.proposed = True, False
    if _are_counts(sheet, table, opinions):
        _enter_counts(sheet, table, opinions, draft)
        return
    names = [table.columns[name] for name in ("voter", "second") if name in table.columns]
    columns = {column: sheet.text(table.header, column) for column in names}
    source = voter_column(sheet, table.rows, columns)
    doubtful = crosses_are_doubtful(sheet, table.rows, opinions)
    voters = Voters()
    counts = Counter(dict.fromkeys(opinions, 0))
    for place, row in enumerate(table.rows, start=1):
        labels = [sheet.text(row, column) for column in (table.columns.get("no"), *columns)]
        if is_total(labels):
            sheet.ignore_row(row, TOTAL)
            found.problems += total_differs(sheet, row, counts)
            continue
        if is_line(sheet, table, row):
            read_line(sheet, row, draft, NO_OPINION)
            continue
        voter, cell = voters.named(sheet.text(row, source), place, is_personal(columns[source])), (row, source)
        if not voters.casts(voter):
            found.problems.append(second_ballot(sheet.address(*cell), voter or ""))
            account_voter(sheet, row, columns, None)
            sheet.ignore_row(row, SECOND)
            continue
        marked = marks_of(sheet, row, opinions, doubtful, found.problems)
        counts.update(marked)
        account_voter(sheet, row, columns, source)
        sheet.take(row, table.columns.get("no"), "no")
        sheet.ignore_row(row, REMARK)
        if voter is None:
            found.problems += [voter_missing(sheet.address(*cell))] if marked else []
            continue
        agreed = [opinions[column] for column in marked] == ["votes"]
        at = sheet.address(row, marked[0]) if marked else sheet.address(*cell)
        draft.marks.append(MarkDraft(voter, 0 if agreed else None, at))
        found.problems += [] if len(marked) == 1 else [_unclear(at, [opinions[column] for column in marked])]
    draft.candidates.append(_matter(sheet, table, draft, {name: counts[column] for column, name in opinions.items()}))


def _are_counts(sheet: Sheet, table: Table, opinions: dict[int, str]) -> bool:
    """Whether the cells are numbers of persons: numbers only, and in some row more than one, a total row left out."""
    rows = [row for row in table.rows if not is_total(sheet.cells(row).values())]
    texts = [text for row in rows for column in opinions if not is_blank_mark(text := sheet.text(row, column))]
    values = [number(text) for text in texts]
    return None not in values and any(value is not None and value > 1 for value in values)


def _enter_counts(sheet: Sheet, table: Table, opinions: dict[int, str], draft: TallyDraft) -> None:
    counts = dict.fromkeys(opinions.values(), 0.0)
    votes = table.columns["votes"]
    for row in table.rows:
        if is_total(sheet.cells(row).values()):
            draft.printed_total = (sheet.text(row, votes), sheet.address(row, votes))
            sheet.ignore_row(row, TOTAL)
        elif is_line(sheet, table, row):
            read_line(sheet, row, draft, NO_OPINION)
        else:
            for column, name in opinions.items():
                counts[name] += number(sheet.take(row, column, name)) or 0
            sheet.ignore_row(row, COUNTED)
    matter = _matter(sheet, table, draft, {name: int(count) for name, count in counts.items()})
    matter.votes_text, matter.votes_cell = f"{counts['votes']:g}", sheet.address(table.header, votes)
    draft.candidates.append(matter)


def _matter(sheet: Sheet, table: Table, draft: TallyDraft, counts: dict[str, int]) -> CandidateDraft:
    head = next((row for row in table.head if sheet.cells(row)), None)
    at = (head, next(iter(sheet.cells(head)))) if head and draft.title else (table.header, table.columns["votes"])
    against, abstained = (str(counts[name]) if counts.get(name) else "" for name in _OPINIONS[1:])
    return CandidateDraft(
        unit=None,
        process=draft.title or sheet.name,
        cell=sheet.address(*at),
        against_text=against,
        abstained_text=abstained,
    )


def _unclear(cell: str, marked: list[str]) -> Problem:
    return Problem(
        code="opinion_unclear",
        severity=Severity.WARNING,
        cell=cell,
        found="",
        message=worded("reader_votes.approval_twice" if marked else "reader_votes.approval_none"),
        remedy=worded("reader_votes.approval_do"),
    )
