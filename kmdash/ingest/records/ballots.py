"""Raw ballots as a matrix of marks, candidates or voters in the rows; nothing is counted here."""

from collections import Counter
from collections.abc import Iterable

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.contents import vote_mark
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.approvals import read_approvals
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_vote import CandidateDraft, MarkDraft, TallyDraft
from kmdash.ingest.records.form_answers import read_answers
from kmdash.ingest.records.plan_rows import TOTAL
from kmdash.ingest.records.vote_marks import (
    crosses_are_doubtful,
    is_line,
    is_total,
    marks_of,
    take_fields,
    total_differs,
)
from kmdash.ingest.records.vote_rule import read_line, read_rule
from kmdash.ingest.records.voters import (
    SECOND,
    VOTER,
    Voters,
    account_voter,
    is_person,
    is_personal,
    second_ballot,
    take_proposer,
    voter_column,
    voter_missing,
)
from kmdash.ingest.sheet import Sheet

NO_BALLOT = "reader_left.outside_ballots"


def read_ballots(sheet: Sheet, table: Table, found: Collected) -> int:
    """The ballots of one table, uncounted; how many there are."""
    draft = TallyDraft(sheet.name, sheet.address(table.header, min(table.columns.values())), "", [])
    draft.proposed = not table.form.spread
    read_rule(sheet, table.head, draft)
    if "stamp" in table.columns:
        read_answers(sheet, table, draft, found)
    elif "against" in table.columns:
        read_approvals(sheet, table, draft, found)
    elif "voter" in table.columns:
        _by_voter(sheet, table, draft, found)
    else:
        _by_candidate(sheet, table, draft, found)
    if draft.candidates or draft.answers:
        found.tallies.append(draft)
    return len(draft.answers) or len({mark.voter for mark in draft.marks}) or len(draft.candidates)


def _by_candidate(sheet: Sheet, table: Table, draft: TallyDraft, found: Collected) -> None:
    """Candidates in rows, voters in columns; every voter is one, even with no mark (abstained).

    A list of candidates that are only proposed has no voters.
    """
    voters = {} if draft.proposed else _heading_voters(sheet, table, found)
    doubtful = crosses_are_doubtful(sheet, table.rows, table.unknown)
    counts = Counter(dict.fromkeys(voters, 0))
    for row in table.rows:
        no, unit, process = (sheet.text(row, table.columns.get(name)) for name in ("no", "unit", "process"))
        if _set_aside(sheet, table, row, (no, unit, process), counts, draft, found):
            continue
        proposer = take_proposer(sheet, row, table.columns.get("unit"))
        if not (process or proposer):
            sheet.ignore_row(row, NO_BALLOT)
            found.problems += _nameless(sheet, table, row)
            continue
        marked = marks_of(sheet, row, voters, doubtful, found.problems)
        place = len(draft.candidates)
        named = sheet.address(row, table.columns["process" if process else "unit"])
        draft.candidates.append(CandidateDraft(proposer, process or proposer or "", named, no=no))
        draft.marks += [MarkDraft(voters[column], place, sheet.address(row, column)) for column in marked]
        counts.update(marked)
        found.problems += total_differs(sheet, row, _whole(table, len(marked)))
        take_fields(sheet, table, row)
        _leave_beside(sheet, table, row)
    abstained = [column for column in voters if not counts[column]]
    draft.marks += [MarkDraft(voters[column], None, _head(sheet, table, column)[1]) for column in abstained]


def _heading_voters(sheet: Sheet, table: Table, found: Collected) -> dict[int, str]:
    """The voter of each column; a column that names a voter once more is a second ballot."""
    known = Voters()
    voters: dict[int, str] = {}
    for place, column in enumerate(table.unknown, start=1):
        text, cell = _head(sheet, table, column)
        voter = known.named(text, place) or f"{VOTER} {place}"
        if not known.casts(voter):
            found.problems.append(second_ballot(cell, voter))
            for row in table.rows:
                sheet.usage.ignore(sheet.name, row, column, SECOND)
            continue
        voters[column] = voter
        if not is_person(text):
            _take_head(sheet, table, column, "voter")
    return voters


def _by_voter(sheet: Sheet, table: Table, draft: TallyDraft, found: Collected) -> None:
    """Voters in rows, candidates in columns."""
    for column in table.unknown:
        draft.candidates.append(CandidateDraft(None, *_head(sheet, table, column)))
        _take_head(sheet, table, column, "process")
    names = [table.columns[name] for name in ("voter", "second") if name in table.columns]
    columns = {column: _head(sheet, table, column)[0] for column in names}
    source = voter_column(sheet, table.rows, columns)
    doubtful = crosses_are_doubtful(sheet, table.rows, table.unknown)
    voters = Voters()
    counts = Counter(dict.fromkeys(table.unknown, 0))
    for place, row in enumerate(table.rows, start=1):
        labels = [sheet.text(row, column) for column in (table.columns.get("no"), *columns)]
        if _set_aside(sheet, table, row, labels, counts, draft, found):
            continue
        voter = voters.named(sheet.text(row, source), place, is_personal(columns[source]))
        if voters.casts(voter):
            marked = marks_of(sheet, row, table.unknown, doubtful, found.problems)
            counts.update(marked)
            _enter_ballot(sheet, table, row, (voter, sheet.address(row, source)), marked, draft, found)
            account_voter(sheet, row, columns, source)
            _leave_beside(sheet, table, row)
        else:
            account_voter(sheet, row, columns, None)
            found.problems.append(second_ballot(sheet.address(row, source), voter or ""))
        sheet.ignore_row(row, NO_BALLOT if voter is None else SECOND)


def _enter_ballot(
    sheet: Sheet,
    table: Table,
    row: int,
    voter: tuple[str | None, str],
    marked: list[int],
    draft: TallyDraft,
    found: Collected,
) -> None:
    """One row's marks; ``voter`` is the name with its cell. Without marks the voter abstained."""
    name, cell = voter
    places = {column: place for place, column in enumerate(table.unknown)}
    draft.marks += [MarkDraft(name, places[column], sheet.address(row, column)) for column in marked]
    if name is None and marked:
        found.problems.append(voter_missing(cell))
    if name and not marked:
        draft.marks.append(MarkDraft(name, None, cell))
    found.problems += total_differs(sheet, row, _whole(table, len(marked)))
    for field in ("no", "total", "note"):
        sheet.take(row, table.columns.get(field), field)


def _set_aside(
    sheet: Sheet,
    table: Table,
    row: int,
    labels: Iterable[str],
    counts: Counter[int],
    draft: TallyDraft,
    found: Collected,
) -> bool:
    """Whether a row holds no ballot: a total row (compared with the marks above) or a line (read for the rule)."""
    if is_total(labels):
        sheet.ignore_row(row, TOTAL)
        found.problems += total_differs(sheet, row, {**counts, **_whole(table, counts.total())})
        return True
    if is_line(sheet, table, row):
        read_line(sheet, row, draft, NO_BALLOT)
        return True
    return False


def _whole(table: Table, marks: int) -> dict[int, int]:
    """The count that the total column should show, by its column; empty where there is none."""
    return {table.columns["total"]: marks} if "total" in table.columns else {}


def _leave_beside(sheet: Sheet, table: Table, row: int) -> None:
    for column, heading in table.beside.items():
        sheet.usage.ignore(sheet.name, row, column, worded("reader_left.column", heading=heading))


def _head(sheet: Sheet, table: Table, column: int) -> tuple[str, str]:
    """What the heading calls a column, and where: the lowest text over it."""
    for row in range(table.last_header, table.header - 1, -1):
        if text := sheet.text(row, column):
            return text, sheet.address(row, column)
    return table.unknown.get(column, ""), sheet.address(table.header, column)


def _take_head(sheet: Sheet, table: Table, column: int, field: str) -> None:
    for row in range(table.header, table.last_header + 1):
        sheet.take(row, column, field)


def _nameless(sheet: Sheet, table: Table, row: int) -> list[Problem]:
    """Marks for a candidate that the row does not name."""
    column = next((column for column in table.unknown if vote_mark(sheet.text(row, column))), None)
    if column is None:
        return []
    return [
        Problem(
            code="candidate_missing",
            severity=Severity.ERROR,
            cell=sheet.address(row, column),
            found=sheet.text(row, column),
            message=worded("reader_votes.candidate_missing"),
            remedy=worded("reader_votes.candidate_missing_do"),
        )
    ]
