"""Plans of a file as register parts, with names that only stand in Form 1."""

import re

from kmdash.domain.identity import match_key, plan_id
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.build.activities import activity_rows
from kmdash.ingest.build.head_kpis import head_kpi_rows
from kmdash.ingest.build.kpis import kpi_rows
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.build.stages import about_stages, process_of
from kmdash.ingest.records.drafts import KnowledgeDraft, PlanDraft
from kmdash.ingest.records.drafts_vote import TallyDraft

_SHEET_RANGE = re.compile(r"แผนที่\s*(\d+)\s*[-–—]\s*(\d+)")


def plan_parts(
    plans: list[PlanDraft], knowledge: list[KnowledgeDraft], tallies: list[TallyDraft], owner: Owner
) -> tuple[list[Part], list[Problem]]:
    """One part a plan (plans, activities, kpis), keyed by the plan's number, else by its place in the file."""
    named = _numbers(plans, knowledge)
    parts, problems = [], []
    numbers = {draft.head.texts.get("no") for draft in plans}
    units = {match_key(draft.head.texts["unit"]) for draft in plans if "unit" in draft.head.texts}
    taken: set[str] = set()
    for place, (draft, form1) in enumerate(zip(plans, named, strict=True), start=1):
        own = draft.head.texts.get("plan_key")
        key = own or draft.head.texts.get("no") or (form1.texts["no"] if form1 else f"S{place}")
        if key in taken:
            problems.append(_number_twice(draft, key))
            key = f"{key}-{place}"
        taken.add(key)
        shown = key if not key.startswith("S") else f"{place}" if f"{place}" not in numbers else None
        shown = draft.head.texts.get("plan_no") if own else shown
        part, found = _plan_part(draft, form1, (key, shown), tallies, owner.of(draft.years), len(units) > 1)
        parts.append(part)
        problems += found
    return parts, problems


def _plan_part(
    draft: PlanDraft,
    form1: KnowledgeDraft | None,
    number: tuple[str, str | None],
    tallies: list[TallyDraft],
    owner: Owner,
    several: bool,
) -> tuple[Part, list[Problem]]:
    """One plan; ``number`` is its key and what is shown of it.

    ``several`` says that the file's plans belong to several units, so that a missing one is asked.
    """
    key, shown = number
    identity = plan_id(owner.office, owner.fiscal_year, key)
    head, cells = draft.head.texts, draft.head.cells
    missing_head = "title" not in head
    texts = {**(form1.texts if form1 else {}), **head}
    process = process_of(draft)
    row: Record = {
        "plan_id": identity,
        "office": owner.office,
        "fiscal_year": owner.fiscal_year,
        "no": shown,
        "title": head.get("title") or (form1.texts["plan"] if form1 else None),
        "unit": head.get("unit"),
        "process": process,
        "issue": texts.get("issue"),
        "critical_process": texts.get("critical_process"),
        "knowledge": texts.get("knowledge"),
        "outcome": texts.get("outcome"),
        "source_cell": cells.get("title") or draft.first_cell,
        "source_file": owner.file,
    }
    problems: list[Problem] = []
    if missing_head:
        problems.append(_head_missing(draft, form1, identity))
    if not row["unit"] and (several or "plan_key" in head):
        problems.append(_unit_missing(draft, identity, _unit_of_candidate(row["critical_process"], tallies)))
    elif not row["unit"]:
        row["unit"] = owner.office
        problems.append(_unit_is_office(draft, identity))
    activities, found = activity_rows(draft, identity, process, row["unit"], owner)
    problems += found
    problems += about_stages(draft, activities, process) + _retitled(draft) + _left_out(draft)
    kpis, found = kpi_rows(draft, form1, identity, owner.file)
    problems += found
    kpis += head_kpi_rows(draft, identity, len(kpis), owner.file)
    records = {"plans": [row], "activities": activities, "kpis": kpis}
    return Part("plan", key, owner.office, owner.fiscal_year, records), problems


def _numbers(plans: list[PlanDraft], knowledge: list[KnowledgeDraft]) -> list[KnowledgeDraft | None]:
    """The row of Form 1 that belongs to each plan.

    A plan without a head takes the number its sheet's name gives it ("แผนที่ ๔-๕": the first without a head is
    4, the next 5), and only where Form 1 has a row of that number.
    """
    by_number = {row.texts["no"]: row for row in knowledge if "plan" in row.texts}
    waiting: dict[str, list[str]] = {}
    found: list[KnowledgeDraft | None] = []
    for draft in plans:
        number = draft.head.texts.get("no")
        if number is None and "title" not in draft.head.texts:
            numbers = waiting.setdefault(draft.sheet, _numbers_of_sheet(draft.sheet))
            number = numbers.pop(0) if numbers else None
        found.append(by_number.get(number) if number else None)
    return found


def _numbers_of_sheet(name: str) -> list[str]:
    found = _SHEET_RANGE.search(arabic(name))
    return [str(number) for number in range(int(found[1]), int(found[2]) + 1)] if found else []


def _unit_of_candidate(process: str | None, tallies: list[TallyDraft]) -> str | None:
    key = match_key(process or "")
    for tally in tallies:
        for candidate in tally.candidates:
            other = match_key(candidate.process)
            if key and (key == other or (min(len(key), len(other)) > 12 and (key in other or other in key))):
                return candidate.unit
    return None


def _head_missing(draft: PlanDraft, form1: KnowledgeDraft | None, identity: str) -> Problem:
    if form1:
        return Problem(
            code="plan_header_missing",
            severity=Severity.WARNING,
            cell=draft.first_cell,
            found="",
            message=worded("reader_build.plan_header_from_form1", plan=form1.texts["plan"], cell=form1.cells["plan"]),
            remedy=worded("reader_build.plan_header_from_form1_do"),
            frame="plans",
            row_id=identity,
        )
    return Problem(
        code="plan_header_missing",
        severity=Severity.QUESTION,
        cell=draft.first_cell,
        found="",
        message=worded("reader_build.plan_header_missing"),
        remedy=worded("reader_build.plan_header_missing_do"),
        frame="plans",
        row_id=identity,
        field="title",
    )


def _unit_is_office(draft: PlanDraft, identity: str) -> Problem:
    return Problem(
        code="plan_unit_is_office",
        severity=Severity.INFO,
        cell=draft.first_cell,
        found="",
        message=worded("reader_build.plan_unit_is_office"),
        remedy=worded("reader_build.plan_unit_is_office_do"),
        frame="plans",
        row_id=identity,
    )


def _unit_missing(draft: PlanDraft, identity: str, proposal: str | None) -> Problem:
    return Problem(
        code="plan_unit_missing",
        severity=Severity.QUESTION,
        cell=draft.first_cell,
        found="",
        message=worded("reader_build.plan_unit_voted", unit=proposal)
        if proposal
        else worded("reader_build.plan_unit_missing"),
        remedy=worded("reader_build.plan_unit_missing_do"),
        proposal=proposal,
        choices=(proposal,) if proposal else (),
        frame="plans",
        row_id=identity,
        field="unit",
    )


def _retitled(draft: PlanDraft) -> list[Problem]:
    """Titles of further pages that are not quite the first page's."""
    return [
        Problem(
            code="title_differs",
            severity=Severity.WARNING,
            cell=cell,
            found=text[:200],
            message=worded("reader_build.title_differs", first=first),
            remedy=worded("reader_build.title_differs_do"),
        )
        for text, cell, first in draft.retitled
    ]


def _left_out(draft: PlanDraft) -> list[Problem]:
    """Rows of a plan's table that belong to no activity."""
    return [
        Problem(
            code="row_left_out",
            severity=Severity.WARNING,
            cell=cell,
            found=text[:200],
            message=worded("reader_build.row_left_out"),
            remedy=worded("reader_build.row_left_out_do"),
        )
        for text, cell in draft.left_out
    ]


def _number_twice(draft: PlanDraft, key: str) -> Problem:
    return Problem(
        code="plan_number_twice",
        severity=Severity.WARNING,
        cell=draft.first_cell,
        found=draft.head.texts.get("title", ""),
        message=worded("reader_build.plan_number_twice", key=key),
        remedy=worded("reader_build.plan_number_twice_do"),
    )
