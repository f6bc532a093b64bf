"""Raw ballots: a matrix of marks either way round, or the answers of an online form."""

import re

from kmdash.domain.identity import match_key
from kmdash.domain.problem import Problem, Severity
from kmdash.ingest.layouts.contents import is_mark
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import is_blank_mark
from kmdash.ingest.normalise.persons import names_person
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import CandidateDraft, MarkDraft, TallyDraft
from kmdash.ingest.records.network import PERSONAL
from kmdash.ingest.records.plan_rows import TOTAL
from kmdash.ingest.records.vote_rule import read_rule
from kmdash.ingest.sheet import Sheet

UNREADABLE = "ช่องนี้ไม่ใช่เครื่องหมายลงคะแนนที่รู้จัก"
_SEPARATORS = re.compile(r"\s*[,;\n]\s*")
_CHOICE = re.compile(r"เลือก|โหวต|ลงคะแนน|กระบวน|อันดับ|ลำดับที่|หัวข้อ")


def read_ballots(sheet: Sheet, table: Table, found: Collected) -> int:
    """The ballots of one table, uncounted; how many voters there are."""
    draft = TallyDraft(sheet.name, sheet.address(table.header, min(table.columns.values())), "", [])
    read_rule(sheet, table.head, draft)
    if "process" in table.columns:
        _by_candidate(sheet, table, draft, found)
    elif "stamp" in table.columns:
        _answers(sheet, table, draft, found)
    else:
        _by_voter(sheet, table, draft, found)
    found.tallies.append(draft)
    return len({mark.voter for mark in draft.marks})


def _by_candidate(sheet: Sheet, table: Table, draft: TallyDraft, found: Collected) -> None:
    """Candidates in rows, voters in columns; every voter is one, even with no mark (abstained)."""
    voters = {column: _voter(heading, place) for place, (column, heading) in enumerate(table.unknown.items(), start=1)}
    marked: set[int] = set()
    for row in table.rows:
        process = sheet.text(row, table.columns["process"])
        if not process or match_key(process).startswith("รวม") or match_key(sheet.text(row, 1)).startswith("รวม"):
            sheet.ignore_row(row, TOTAL if sheet.cells(row) else "")
            continue
        place = len(draft.candidates)
        draft.candidates.append(_candidate(sheet, table, row, process))
        mine = _marks_of(sheet, row, voters, found)
        marked |= set(mine)
        draft.marks += [MarkDraft(voters[column], place, sheet.address(row, column)) for column in mine]
        found.problems += _total_differs(sheet, table, row, len(mine))
        for name in ("no", "unit", "process", "total"):
            sheet.take(row, table.columns.get(name), name)
    draft.marks += [
        MarkDraft(voter, None, sheet.address(table.header, column))
        for column, voter in voters.items()
        if column not in marked
    ]
    _heading_used(sheet, table)


def _by_voter(sheet: Sheet, table: Table, draft: TallyDraft, found: Collected) -> None:
    """Voters in rows, candidates in columns."""
    places = {column: place for place, column in enumerate(table.unknown)}
    draft.candidates = [
        CandidateDraft(None, heading, sheet.address(table.header, column), "", None)
        for column, heading in table.unknown.items()
    ]
    for row in table.rows:
        name = sheet.text(row, table.columns["voter"])
        if not name or match_key(name).startswith("รวม"):
            sheet.ignore_row(row, TOTAL)
            continue
        voter = _voter(name, row)
        if _voted(draft, voter):
            _refuse_second(sheet, table, row, found)
            continue
        mine = _marks_of(sheet, row, places, found)
        cell = sheet.address(row, table.columns["voter"])
        draft.marks += [MarkDraft(voter, places[column], sheet.address(row, column)) for column in mine] or [
            MarkDraft(voter, None, cell)
        ]
        found.problems += _total_differs(sheet, table, row, len(mine))
        for name in ("no", "total"):
            sheet.take(row, table.columns.get(name), name)
        _take_voter(sheet, row, table.columns["voter"])
    _heading_used(sheet, table)


def _answers(sheet: Sheet, table: Table, draft: TallyDraft, found: Collected) -> None:
    """Answers of an online form: a row a ballot, the chosen candidates in one cell or one column a choice."""
    columns = [column for column, heading in table.unknown.items() if _CHOICE.search(heading)] or list(table.unknown)[
        :1
    ]
    rows = [(row, [(sheet.text(row, column), column) for column in columns]) for row in table.rows]
    known = _candidates_of([text for _, cells in rows for text, _ in cells])
    draft.candidates = [
        CandidateDraft(None, name, sheet.address(*_first(rows, name)), "", None) for name in known.values()
    ]
    places = {key: place for place, key in enumerate(known)}
    for place, (row, cells) in enumerate(rows, start=1):
        voter = sheet.text(row, table.columns.get("voter"))
        name = _voter(voter, place) if voter else f"ผู้ลงคะแนน {place}"
        if _voted(draft, name):
            _refuse_second(sheet, table, row, found)
            continue
        chosen = [(key, column) for text, column in cells for key in map(match_key, _SEPARATORS.split(text)) if key]
        draft.marks += [MarkDraft(name, places[key], sheet.address(row, column)) for key, column in chosen] or [
            MarkDraft(name, None, sheet.address(row, columns[0]))
        ]
        for column in columns:
            sheet.take(row, column, "marks")
        _take_voter(sheet, row, table.columns.get("voter"))
        for private in ("name", "email"):
            if private in table.columns:
                sheet.usage.ignore(sheet.name, row, table.columns[private], PERSONAL)
        sheet.ignore_row(row, "ไม่ใช่คำตอบที่ใช้นับคะแนน")


def _candidates_of(texts: list[str]) -> dict[str, str]:
    """Every candidate named in any answer, by its key, in the order met."""
    found: dict[str, str] = {}
    for text in texts:
        for name in _SEPARATORS.split(text):
            if name.strip():
                found.setdefault(match_key(name), name.strip())
    return found


def _first(rows: list[tuple[int, list[tuple[str, int]]]], name: str) -> tuple[int, int]:
    return next((row, column) for row, cells in rows for text, column in cells if name in text)


def _candidate(sheet: Sheet, table: Table, row: int, process: str) -> CandidateDraft:
    cell = sheet.address(row, table.columns["process"])
    return CandidateDraft(sheet.text(row, table.columns.get("unit")) or None, process, cell, "", None)


def _marks_of(sheet: Sheet, row: int, columns: dict[int, str] | dict[int, int], found: Collected) -> list[int]:
    """The columns marked in a row; a text that is no mark is told, not counted."""
    mine = []
    for column in columns:
        text = sheet.text(row, column)
        if not text or is_blank_mark(text) or text == "0":
            sheet.take(row, column, "marks")
        elif is_mark(text):
            sheet.take(row, column, "marks")
            mine.append(column)
        else:
            sheet.usage.ignore(sheet.name, row, column, UNREADABLE)
            found.problems.append(_unreadable(sheet.address(row, column), text))
    return mine


def _voter(name: str, place: int) -> str:
    """A voter's code or unit; a person's name is replaced by a number."""
    return f"ผู้ลงคะแนน {place}" if names_person(name) else name


def _voted(draft: TallyDraft, voter: str) -> bool:
    key = match_key(voter)
    return any(match_key(mark.voter) == key for mark in draft.marks)


def _refuse_second(sheet: Sheet, table: Table, row: int, found: Collected) -> None:
    """A second ballot of the same voter is not counted."""
    sheet.ignore_row(row, "บัตรใบที่สองของผู้ลงคะแนนคนเดียวกัน")
    found.problems.append(
        Problem(
            code="second_ballot",
            severity=Severity.WARNING,
            cell=sheet.address(row, table.columns["voter"]),
            found=sheet.text(row, table.columns["voter"]),
            message="ผู้ลงคะแนนนี้มีบัตรก่อนหน้าแล้ว จึงนับเฉพาะใบแรก",
            remedy="ตรวจว่าเป็นคนละหน่วยงานหรือไม่ ถ้าใช่ให้แก้ชื่อหรือรหัสให้ต่างกัน",
        )
    )


def _take_voter(sheet: Sheet, row: int, column: int | None) -> None:
    if column and names_person(sheet.text(row, column)):
        sheet.usage.ignore(sheet.name, row, column, PERSONAL)
    else:
        sheet.take(row, column, "voter")


def _heading_used(sheet: Sheet, table: Table) -> None:
    for column in table.unknown:
        sheet.take(table.header, column, "voter" if "process" in table.columns else "process")


def _total_differs(sheet: Sheet, table: Table, row: int, marks: int) -> list[Problem]:
    text = sheet.text(row, table.columns.get("total"))
    if not text or match_key(text) == str(marks):
        return []
    return [
        Problem(
            code="tally_total_differs",
            severity=Severity.WARNING,
            cell=sheet.address(row, table.columns["total"]),
            found=text,
            message=f"ช่องรวมพิมพ์ว่า {text} แต่มีเครื่องหมาย {marks} ช่อง จึงนับตามเครื่องหมาย",
            remedy="ตรวจเครื่องหมายในแถวนี้กับบัตรลงคะแนน",
        )
    ]


def _unreadable(cell: str, text: str) -> Problem:
    return Problem(
        code="mark_unreadable",
        severity=Severity.WARNING,
        cell=cell,
        found=text,
        message="ไม่ใช่เครื่องหมายลงคะแนนที่รู้จัก จึงไม่ได้นับ",
        remedy="ใช้ ✓ / x หรือ 1 ในช่องที่เลือก และเว้นว่างช่องที่ไม่เลือก",
    )
