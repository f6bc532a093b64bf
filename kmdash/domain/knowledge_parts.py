"""Pieces of the register that hold the knowledge kept: a record, and what was said of the plans of Form 1."""

from collections.abc import Iterable

from kmdash.domain.identity import office_code
from kmdash.domain.knowledge import record_code
from kmdash.domain.reading import Part, Record

RECORD, LINKS = "knowledge_record", "knowledge_links"
Scope = tuple[str, int, str, str]


def record_part(row: Record, office: str | None, fiscal_year: int | None, key: str | None = None) -> Part:
    """A record as a part of its own, so that files of single records stand side by side.

    ``key`` tells it from the office's others of the year; by default its title and unit do: a record of the same
    title and unit takes its place.
    """
    code = key or record_code(row["unit"], row["title"] or "")
    owner = {"office": office, "fiscal_year": fiscal_year}
    whole = {**row, **owner, "record_id": f"{fiscal_year or 0}-{office_code(office)}-R{code}"}
    return Part(RECORD, code, office, fiscal_year, {"knowledge_records": [whole]})


def record_scope(row: Record) -> Scope:
    """The scope of the part that holds a record."""
    return (row["office"] or "", row["fiscal_year"] or 0, RECORD, row["record_id"].rpartition("-R")[2])


def links_part(rows: Iterable[Record], office: str | None, fiscal_year: int | None) -> Part:
    """All that was said of an office's lines of a year: ``knowledge_id``, ``issue`` and ``plan_id`` of each."""
    owner = {"office": office, "fiscal_year": fiscal_year}
    links = [{**row, **owner, "link_id": f"{row['knowledge_id']}/plan"} for row in rows]
    return Part(LINKS, "1", office, fiscal_year, {"knowledge_links": links})
