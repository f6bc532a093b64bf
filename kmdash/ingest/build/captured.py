"""Knowledge that was written down, and the categories it is kept under, as register parts."""

from collections.abc import Iterable, Sequence

from kmdash.domain.identity import office_code
from kmdash.domain.knowledge import CONTENTS, record_code
from kmdash.domain.knowledge_parts import record_part
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.records.drafts_register import RecordDraft

CATEGORIES = "knowledge_categories"


def record_parts(rows: Iterable[Record], office: str | None, fiscal_year: int | None) -> list[Part]:
    """One part a record; of several with the same title and unit in one file all stay."""
    parts: dict[str, Part] = {}
    for row in rows:
        code = key = record_code(row["unit"], row["title"] or "")
        while key in parts:
            key = f"{code}.{len(parts) + 1}"
        parts[key] = record_part(row, office, fiscal_year, key)
    return list(parts.values())


def captured_parts(drafts: Iterable[RecordDraft], owner: Owner) -> tuple[list[Part], list[Problem]]:
    """One part a form that was filled in; its title, unit and category are asked where they are missing."""
    found = list(drafts)
    rows = [
        {
            **{name: draft.texts.get(name) for name in ("title", "unit", "category", *CONTENTS)},
            "source_cell": draft.cells.get("title") or next(iter(draft.cells.values())),
            "source_file": owner.file,
        }
        for draft in found
    ]
    parts = record_parts(rows, owner.office, owner.fiscal_year)
    problems = [
        _asked(draft, name, part.records["knowledge_records"][0])
        for draft, part in zip(found, parts, strict=True)
        for name in ("title", "unit", "category")
        if name not in draft.texts
    ]
    return parts, problems


def _asked(draft: RecordDraft, name: str, row: Record) -> Problem:
    names = {
        "title": worded("reader_build.record_title"),
        "unit": worded("reader_build.record_unit"),
        "category": worded("reader_build.record_category"),
    }
    chosen = (
        worded("reader_build.record_not_one")
        if name == "category" and draft.choices
        else worded("reader_build.record_blank")
    )
    return Problem(
        code=f"record_{name}_missing",
        severity=Severity.QUESTION,
        cell=draft.cells.get(name) or row["source_cell"],
        found="",
        message=worded("reader_build.record_missing", chosen=chosen, name=names[name]),
        remedy=worded("reader_build.record_missing_do", name=names[name]),
        choices=tuple(draft.choices) if name == "category" else (),
        frame="knowledge_records",
        row_id=row["record_id"],
        field=name,
    )


def category_parts(
    names: Sequence[tuple[str, str]], office: str | None, fiscal_year: int | None, file: str
) -> list[Part]:
    """The list of categories (name and cell of each) as one part."""
    rows: list[Record] = [
        {
            "category_id": f"{fiscal_year or 0}-{office_code(office)}-C{position}",
            "office": office,
            "fiscal_year": fiscal_year,
            "position": position,
            "name": name,
            "source_cell": cell,
            "source_file": file,
        }
        for position, (name, cell) in enumerate(names, start=1)
    ]
    return [Part(CATEGORIES, "1", office, fiscal_year, {CATEGORIES: rows})] if rows else []
