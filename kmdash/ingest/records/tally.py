"""A finished tally of candidate processes, or of agreement with each of them."""

from kmdash.domain.wording import worded
from kmdash.ingest.layouts.contents import is_mark
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import is_blank_mark
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_vote import CandidateDraft, TallyDraft
from kmdash.ingest.records.plan_rows import TOTAL
from kmdash.ingest.records.vote_marks import is_total, take_fields
from kmdash.ingest.records.vote_rule import read_line, read_rule
from kmdash.ingest.records.voters import take_proposer
from kmdash.ingest.sheet import Sheet

NO_CANDIDATE = "reader_left.outside_votes"
_OPINIONS = ("votes", "against", "abstained")
_LEADS = ("no", "place", "unit", "process")  # where a row says that it sums up


def read_tally(sheet: Sheet, table: Table, found: Collected) -> int:
    """Candidates in source order; the limit of marks, the seats and the voters' rule as the lines tell them."""
    draft = TallyDraft(sheet.name, sheet.address(table.header, min(table.columns.values())), "", [])
    draft.agreement = "against" in table.columns
    read_rule(sheet, table.head, draft)
    ticked = draft.agreement and _is_ticked(sheet, table)
    votes = table.columns["votes"]
    for row in table.rows:
        process = sheet.text(row, table.columns["process"])
        if is_total(sheet.text(row, table.columns.get(name)) for name in _LEADS):
            draft.printed_total = (sheet.text(row, votes), sheet.address(row, votes))
            sheet.ignore_row(row, TOTAL)
            continue
        if not process or len(sheet.cells(row)) < 2:
            read_line(sheet, row, draft, NO_CANDIDATE)
            continue
        draft.candidates.append(_candidate(sheet, table, row, ticked))
        take_fields(sheet, table, row)
        for column, heading in table.unknown.items():
            sheet.usage.ignore(sheet.name, row, column, worded("reader_left.column", heading=heading))
    found.tallies.append(draft)
    return len(draft.candidates)


def _candidate(sheet: Sheet, table: Table, row: int, ticked: bool) -> CandidateDraft:
    texts = {name: sheet.text(row, column) for name, column in table.columns.items()}
    opinions = {name: texts.get(name, "") for name in _OPINIONS}
    if ticked:
        opinions = _ticks_counted(opinions)
    place = table.columns.get("place")
    return CandidateDraft(
        unit=take_proposer(sheet, row, table.columns.get("unit")),
        process=texts["process"],
        cell=sheet.address(row, table.columns["process"]),
        votes_text=opinions["votes"],
        votes_cell=sheet.address(row, table.columns["votes"]),
        against_text=opinions["against"],
        abstained_text=opinions["abstained"],
        place=(texts["place"], sheet.address(row, place)) if place and texts["place"] else None,
        no=texts.get("no", ""),
    )


def _is_ticked(sheet: Sheet, table: Table) -> bool:
    """Whether the opinions are ticks, not numbers of voters: each row has one mark, and any mark is no digit."""
    columns = [table.columns[name] for name in _OPINIONS if name in table.columns]
    rows = [[text for column in columns if (text := sheet.text(row, column))] for row in table.rows]
    texts = [text for row in rows for text in row if not is_blank_mark(text)]
    return bool(texts) and all(map(is_mark, texts)) and any(not text.isdecimal() for text in texts)


def _ticks_counted(opinions: dict[str, str]) -> dict[str, str]:
    """A tick as one vote. Two ticks in a row, or none, are left as they are typed: no vote can be read from them."""
    marked = [name for name, text in opinions.items() if text and not is_blank_mark(text)]
    if len(marked) != 1:
        return opinions
    return {name: "1" if name in marked else "0" if name == "votes" else "" for name in opinions}
