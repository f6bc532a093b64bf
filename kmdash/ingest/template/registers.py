"""What the template says of knowledge kept, unit targets and the network."""

from kmdash.domain import template
from kmdash.domain.identity import office_code
from kmdash.domain.knowledge import CONTENTS
from kmdash.domain.persons import hidden
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.build.captured import category_parts, record_parts
from kmdash.ingest.template.book import Book, Row

_TEXTS = ("title", "unit", "category", "needed", "channel")


def register_parts(book: Book) -> list[Part]:
    """Categories, targets and network, a part each; a part a record."""
    names = [(name, row.cell("name")) for row in book.rows(template.CATEGORIES) if (name := _category(row))]
    found = category_parts(names, book.office, book.fiscal_year, book.file)
    found += _part(book, "targets", [_target(row) for row in book.rows(template.TARGETS)], "target_id", "T")
    found += _part(book, "network", [_member(row) for row in book.rows(template.NETWORK)], "member_id", "N")
    return found + record_parts(
        [_record(row) for row in book.rows(template.KNOWLEDGE_RECORDS)], book.office, book.fiscal_year
    )


def _part(book: Book, frame: str, rows: list[Record], key: str, letter: str) -> list[Part]:
    """The rows numbered in their order, as the one part of their kind."""
    for position, row in enumerate(rows, start=1):
        row |= {
            key: f"{book.fiscal_year or 0}-{office_code(book.office)}-{letter}{position}",
            "office": book.office,
            "fiscal_year": book.fiscal_year,
            "position": position,
        }
    return [Part(frame, "1", book.office, book.fiscal_year, {frame: rows})] if rows else []


def _category(row: Row) -> str | None:
    row.number("position")
    name = row.text("name")
    row.keep()
    return name


def _target(row: Row) -> Record:
    texts = {name: row.text(name) for name in ("unit", "unit_kind", "measure", "counter", "note")}
    return row.record("targets", "target", target=row.number("target"), actual=row.number("actual"), **texts)


def _member(row: Row) -> Record:
    unit, trained = row.text("unit"), row.choice("trained", template.FLAGS, "flag_unknown")
    texts = {name: _without_persons(row.text(name), unit) for name in ("role", "work")}
    return row.record("network", "unit", unit=unit, trained=trained, **texts)


def _record(row: Row) -> Record:
    texts = {name: row.text(name) for name in _TEXTS}
    contents = {name: _without_persons(row.text(name), texts["unit"]) for name in CONTENTS}
    if texts["title"] is None:
        row.doubt(
            "title",
            "text_missing",
            worded("reader_template.record_title_missing"),
            worded("reader_template.record_title_do"),
        )
    return row.record(
        "knowledge_records",
        "title",
        published_on=row.day("published_on"),
        constructed=row.choice("constructed", template.FLAGS, "flag_unknown"),
        **texts,
        **contents,
    )


def _without_persons(text: str | None, unit: str | None) -> str | None:
    return hidden(text, unit)[0] if text else None
