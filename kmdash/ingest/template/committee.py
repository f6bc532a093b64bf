"""What the committee decides by: the vote, its own calendar, the knowledge needed (Form 1)."""

import re

from kmdash.domain import template
from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.identity import match_key, office_code, plan_id
from kmdash.domain.problem import Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.build.events import events_part
from kmdash.ingest.build.knowledge import knowledge_items
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.records.drafts import StepDraft
from kmdash.ingest.template.book import Book, Row
from kmdash.ingest.template.plans import Plans, names_another

_CHOICE = re.compile(r"choice_\d+")
RULES = ("voters", "ballot_limit", "seats")


def ballot_parts(book: Book) -> list[Part]:
    """The one vote of the file: its rule, candidates (with votes already counted) and the voters' marks."""
    ballot_id = f"{book.fiscal_year or 0}-{office_code(book.office)}-B1"
    candidates = _candidates(book, ballot_id)
    marks = _marks(book, ballot_id, candidates)
    if not candidates and not marks:
        return []
    if marks and any(row["votes"] is not None for row in candidates):
        message = worded("reader_template.counted_twice")
        cell = str(candidates[0]["source_cell"])
        book.report("votes_and_marks", Severity.WARNING, cell, "", message, worded("reader_template.counted_twice_do"))
        candidates = [{**row, "votes": None} for row in candidates]
    records = {"ballots": [_ballot(book, ballot_id, candidates or marks)], "candidates": candidates, "marks": marks}
    return [Part("ballot", "1", book.office, book.fiscal_year, records)]


def event_parts(book: Book) -> list[Part]:
    """The committee's calendar as one part."""
    steps = []
    for row in book.rows(template.EVENTS):
        text = row.text("text")
        if text is None:
            row.doubt(
                "text",
                "text_missing",
                worded("reader_template.step_missing"),
                worded("reader_template.step_missing_do"),
            )
        steps.append(
            StepDraft(
                no=row.label("no"),
                text=text or "",
                cell=row.cell("text"),
                period_text=row.text("period_text") or "",
                period_cell=row.cell("period_text"),
                period_value=row.value("period_text"),
                period_format=row.number_format("period_text"),
                unit=row.text("unit"),
            )
        )
        row.keep()
    if not steps:
        return []
    part, problems = events_part(steps, Owner(book.office, book.fiscal_year, book.file))
    book.problems += problems
    part.records["events"] = [
        {name: event.get(name) for name in INPUT_FRAMES["events"]} for event in part.records["events"]
    ]
    return [part]


def knowledge_parts(book: Book, found: Plans) -> list[Part]:
    """Form 1 as one part; a plan's number ties a row to its plan and may be left blank."""
    rows: list[Record] = []
    names = ("unit", "issue", "objective", "critical_process", "kpi", "target")
    for row in book.rows(template.KNOWLEDGE):
        no = row.label("plan")
        if names_another(row, no, found):
            no = None
        position = len(rows) + 1
        rows.append(
            row.record(
                "knowledge",
                "knowledge",
                knowledge_id=f"{book.fiscal_year or 0}-{office_code(book.office)}-F{position}",
                plan_id=plan_id(book.office, book.fiscal_year, no) if no else None,
                office=book.office,
                fiscal_year=book.fiscal_year,
                position=position,
                knowledge="\n".join(knowledge_items(row.text("knowledge"))) or None,
                weight=row.number("weight"),
                **{name: row.text(name) for name in names},
            )
        )
    return [Part("knowledge", "1", book.office, book.fiscal_year, {"knowledge": rows})] if rows else []


def _candidates(book: Book, ballot_id: str) -> list[Record]:
    rows: dict[int, Record] = {}
    for row in book.rows(template.CANDIDATES):
        position = row.count("candidate_no") or max(rows, default=0) + 1
        if position in rows:
            row.refuse(
                "candidate_no",
                "candidate_number_twice",
                worded("reader_template.position_twice", position=position),
                worded("reader_template.position_twice_do"),
            )
            row.leave_out()
            continue
        rows[position] = row.record(
            "candidates",
            "process",
            candidate_id=f"{ballot_id}/{position}",
            ballot_id=ballot_id,
            position=position,
            unit=row.text("unit"),
            process=row.text("process"),
            votes=row.count("votes"),
        )
    return list(rows.values())


def _marks(book: Book, ballot_id: str, candidates: list[Record]) -> list[Record]:
    """One record a mark; a voter who marked nothing has one without a candidate. A second ballot is left out."""
    rows: list[Record] = []
    voters: set[str] = set()
    for row in book.rows(template.MARKS):
        voter = row.text("voter")
        if voter is None or match_key(voter) in voters:
            message = (
                worded("reader_template.second_ballot", voter=voter)
                if voter
                else worded("reader_template.voter_missing")
            )
            row.refuse(
                "voter", "voter_twice" if voter else "voter_missing", message, worded("reader_template.voter_do")
            )
            row.leave_out()
            continue
        voters.add(match_key(voter))
        names = [name for name in row.table.columns if _CHOICE.fullmatch(name) and row.shown(name)]
        for name in names or [""]:
            chosen = _chosen(row, name, ballot_id, candidates) if name else None
            rows.append(row.record("marks", name or "voter", ballot_id=ballot_id, voter=voter, candidate_id=chosen))
    return rows


def _chosen(row: Row, name: str, ballot_id: str, candidates: list[Record]) -> str:
    """The candidate a mark means, by number or by unit or process; an unknown one keeps its words as its id."""
    label = row.label(name) or row.shown(name)
    for candidate in candidates:
        if label == str(candidate["position"]):
            return str(candidate["candidate_id"])
    key = match_key(label)
    named = [item for item in candidates if key in (match_key(item["unit"] or ""), match_key(item["process"] or ""))]
    if len(named) == 1:
        return str(named[0]["candidate_id"])
    message = worded("reader_template.candidate_unknown") if candidates else worded("reader_template.no_candidates")
    row.doubt(name, "candidate_unknown", message, worded("reader_template.candidate_do"))
    return f"{ballot_id}/{label}"


def _ballot(book: Book, ballot_id: str, rows: list[Record]) -> Record:
    """The vote's rule from the cells above the candidates; what is missing is asked."""
    first = str(rows[0]["source_cell"])
    above = book.fact("title", template.CANDIDATES)
    values: Record = {"title": above.text("title") if above else None}
    if above:
        above.keep()
    for name in RULES:
        rule = book.fact(name, template.CANDIDATES)
        values[name] = rule.count(name) if rule else None
        if rule:
            rule.keep()
        if values[name] is None:
            book.report(
                f"{name}_missing",
                Severity.QUESTION,
                first,
                "",
                worded("reader_template.not_given", what=worded(f"reader_template.{name}")),
                worded("reader_template.not_given_do", what=worded(f"reader_template.{name}")),
                frame="ballots",
                row_id=ballot_id,
                field=name,
            )
    return {
        "ballot_id": ballot_id,
        "office": book.office,
        "fiscal_year": book.fiscal_year,
        **values,
        "source_cell": above.cell("title") if above else first,
        "source_file": book.file,
    }
