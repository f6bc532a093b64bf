"""Knowledge that was written down, and the categories it is kept under, as register parts."""

from collections.abc import Iterable, Sequence

from kmdash.domain.identity import office_code
from kmdash.domain.knowledge import record_code
from kmdash.domain.knowledge_parts import record_part
from kmdash.domain.reading import Part, Record

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
