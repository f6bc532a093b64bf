"""A finished tally of candidate processes, or of agreement with each of them."""

from kmdash.domain.identity import match_key
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import CandidateDraft, TallyDraft
from kmdash.ingest.records.plan_rows import TOTAL
from kmdash.ingest.records.vote_rule import read_rule
from kmdash.ingest.sheet import Sheet


def read_tally(sheet: Sheet, table: Table, found: Collected) -> int:
    """Candidates in source order; the limit of marks, the seats and the voters' rule as the heading tells them."""
    draft = TallyDraft(sheet.name, sheet.address(table.header, min(table.columns.values())), "", [])
    read_rule(sheet, table.head, draft)
    for row in table.rows:
        process = sheet.text(row, table.columns["process"])
        lead = process or next(iter(sheet.cells(row).values()))
        if match_key(lead).startswith("รวม"):
            draft.printed_total = (sheet.text(row, table.columns["votes"]), sheet.address(row, table.columns["votes"]))
            sheet.ignore_row(row, TOTAL)
            continue
        if not process or len(sheet.cells(row)) < 2:
            sheet.ignore_row(row, "บรรทัดนอกแถวผลคะแนน")
            continue
        draft.candidates.append(_candidate(sheet, table, row))
        for name, column in table.columns.items():
            sheet.take(row, column, name)
        for column, heading in table.unknown.items():
            sheet.usage.ignore(sheet.name, row, column, f"คอลัมน์ “{heading}” ไม่อยู่ในแบบฟอร์มที่รู้จัก")
    found.tallies.append(draft)
    return len(draft.candidates)


def _candidate(sheet: Sheet, table: Table, row: int) -> CandidateDraft:
    votes_column = table.columns["votes"]
    return CandidateDraft(
        unit=sheet.text(row, table.columns.get("unit")) or None,
        process=sheet.text(row, table.columns["process"]),
        cell=sheet.address(row, table.columns["process"]),
        votes_text=sheet.text(row, votes_column),
        votes_cell=sheet.address(row, votes_column),
        against_text=sheet.text(row, table.columns.get("against")),
    )
