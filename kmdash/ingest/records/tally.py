"""A finished tally of candidate processes, with what its heading says of the rule."""

import re

from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.text import arabic
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import CandidateDraft, TallyDraft
from kmdash.ingest.sheet import Sheet

_LIMIT = re.compile(r"คนละไม่เกิน\s*(\d+)")
_SEATS = re.compile(r"คัดเลือก\s*(\d+)\s*(?:กระบวน|เรื่อง|หัวข้อ)")
_ONE_A_UNIT = re.compile(r"ผู้แทน(?:สำนัก/กอง|หน่วยงาน|กอง|สำนัก)ละ\s*1\s*คน")


def read_tally(sheet: Sheet, table: Table, found: Collected) -> int:
    """Candidates in source order; the limit of marks, the seats and the voters' rule as the heading tells them."""
    draft = TallyDraft(sheet.name, sheet.address(table.header, min(table.columns.values())), "", [])
    for row in table.head:
        for column, text in sheet.cells(row).items():
            _read_rule(draft, arabic(text), sheet.address(row, column))
            draft.title = draft.title or text
            sheet.take(row, column)
    for row in table.rows:
        process = sheet.text(row, table.columns["process"])
        if not process:
            sheet.ignore_row(row, "บรรทัดนอกแถวผลคะแนน")
            continue
        votes_column = table.columns["votes"]
        draft.candidates.append(
            CandidateDraft(
                unit=sheet.take(row, table.columns.get("unit")),
                process=process,
                cell=sheet.address(row, table.columns["process"]),
                votes_text=sheet.text(row, votes_column),
                votes_cell=sheet.address(row, votes_column),
            )
        )
        for column in table.columns.values():
            sheet.take(row, column)
    found.tallies.append(draft)
    return len(draft.candidates)


def _read_rule(draft: TallyDraft, text: str, cell: str) -> None:
    limit, seats = _LIMIT.search(text), _SEATS.search(text)
    if limit:
        draft.ballot_limit = int(limit[1])
    if seats:
        draft.seats = int(seats[1])
    if limit or seats:
        draft.one_a_unit = bool(_ONE_A_UNIT.search(text))
        draft.rule_cell, draft.rule_text = cell, text
