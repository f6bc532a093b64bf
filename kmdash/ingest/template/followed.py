"""What is followed beside the plans: submissions, target against actual, the committee's roles, summaries."""

from collections.abc import Callable

from kmdash.domain import template
from kmdash.domain.identity import office_code, plan_id
from kmdash.domain.persons import hidden
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.build.followed import span
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.layouts.period_matrix import week_number
from kmdash.ingest.records.drafts_follow import Typed
from kmdash.ingest.template.book import Book, Row
from kmdash.ingest.template.plans import Plans, names_another

_TEXTS = ("progress", "factors", "obstacles", "remedies")
Reader = Callable[[Row, int], Record | None]


def followed_parts(book: Book, found: Plans) -> list[Part]:
    """One part a sheet that has rows."""
    readers: list[tuple[template.Sheet, Reader]] = [
        (template.SUBMISSIONS, _submission),
        (template.SERIES, _series),
        (template.DUTIES, _duty),
        (template.SUMMARIES, lambda row, _: _summary(row, found)),
    ]
    parts = []
    for sheet, read in readers:
        rows: list[Record] = []
        for row in book.rows(sheet):
            record = read(row, len(rows) + 1)
            rows += [record] if record else []
        if rows:
            parts.append(Part(sheet.frame, "1", book.office, book.fiscal_year, {sheet.frame: rows}))
    return parts


def _own(row: Row, position: int, letter: str) -> tuple[Record, str]:
    owner = {"office": row.book.office, "fiscal_year": row.book.fiscal_year, "position": position}
    return owner, f"{row.book.fiscal_year or 0}-{office_code(row.book.office)}-{letter}{position}"


def _named(row: Row, name: str) -> str | None:
    """A text that a row must have; without it the row is left out and told."""
    text = row.text(name)
    if text is None:
        heading = next(column.heading for column in row.table.spec.columns if column.field == name)
        row.refuse(
            name,
            f"{name}_missing",
            worded("reader_template.heading_missing", heading=heading),
            worded("reader_template.heading_missing_do", heading=heading),
        )
        row.leave_out()
    return text


def _when(row: Row, name: str) -> Typed:
    return Typed(row.value(name), row.text(name) or "", row.number_format(name), row.cell(name))


def _submission(row: Row, position: int) -> Record | None:
    unit = _named(row, "unit")
    if unit is None:
        return None
    owner, identity = _own(row, position, "S")
    when = _when(row, "month_text")
    start, _ = span(when, None, Owner(row.book.office, row.book.fiscal_year, row.book.file))
    if start is None:
        message = worded("reader_template.month_missing")
        row.doubt("month_text", "submission_month_missing", message, worded("reader_template.month_missing_do"))
    return row.record(
        "submissions",
        "received" if row.shown("received") else "unit",
        submission_id=identity,
        **owner,
        unit=unit,
        report=row.text("report"),
        month=start.replace(day=1) if start else None,
        month_text=when.text or None,
        due=row.day("due"),
        received=row.day("received"),
        told=row.choice("told", template.TOLD, "told_unknown"),
        score=row.number("score"),
        note=row.text("note"),
        constructed=row.choice("constructed", template.FLAGS, "flag_unknown"),
    )


def _series(row: Row, position: int) -> Record | None:
    unit = _named(row, "unit")
    if unit is None:
        return None
    owner, identity = _own(row, position, "Q")
    when = _when(row, "period_text")
    start, end = span(when, None, Owner(row.book.office, row.book.fiscal_year, row.book.file))
    return row.record(
        "series",
        "actual" if row.shown("actual") else "target",
        series_id=identity,
        **owner,
        name=row.text("name"),
        kind=row.text("kind"),
        unit=unit,
        period_no=week_number(when.text),
        period_text=when.text or None,
        start=start,
        end=end,
        target=row.number("target"),
        actual=row.number("actual"),
        measure_unit=row.text("measure_unit"),
        cumulative=row.choice("cumulative", template.CUMULATIVE, "flag_unknown"),
        note=row.text("note"),
        constructed=row.choice("constructed", template.FLAGS, "flag_unknown"),
    )


def _duty(row: Row, position: int) -> Record | None:
    role = _named(row, "role")
    if role is None:
        return None
    owner, identity = _own(row, position, "D")
    holders, persons = hidden(row.text("holders") or "", None)
    if persons:
        message = worded("reader_template.person")
        row.book.problems.append(
            Problem(
                "person_hidden",
                Severity.INFO,
                row.cell("holders"),
                "",
                message,
                worded("reader_template.nothing_to_do"),
            )
        )
    return row.record(
        "duties",
        "role",
        duty_id=identity,
        **owner,
        role=role,
        holders=holders or None,
        duties=row.text("duties"),
        note=row.text("note"),
    )


def _summary(row: Row, found: Plans) -> Record | None:
    no = row.label("plan")
    if names_another(row, no, found):
        row.leave_out()
        return None
    book = row.book
    subject = plan_id(book.office, book.fiscal_year, no) if no else None
    return row.record(
        "summaries",
        "progress",
        summary_id=f"{book.fiscal_year or 0}-{office_code(book.office)}-summary@{subject or ''}",
        office=book.office,
        fiscal_year=book.fiscal_year,
        plan_id=subject,
        **{name: row.text(name) for name in _TEXTS},
        by=row.text("by"),
        written_on=row.day("written_on"),
        constructed=row.choice("constructed", template.FLAGS, "flag_unknown"),
    )
