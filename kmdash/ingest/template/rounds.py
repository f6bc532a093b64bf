"""What KPIs weigh in the rounds of the year, and tests before and after."""

from collections.abc import Callable

from kmdash.domain import template
from kmdash.domain.identity import plan_id
from kmdash.domain.reading import Part, Record
from kmdash.domain.weights import ROUNDS, is_possible
from kmdash.domain.wording import worded
from kmdash.ingest.template.book import Book, Row
from kmdash.ingest.template.follow_up import known_kpi
from kmdash.ingest.template.plans import Plans, plan_of

Reader = Callable[[Row, Plans, str], Record | None]


def round_parts(book: Book, found: Plans) -> list[Part]:
    """One part a plan with the weights of its rounds."""
    return _parts(book, found, template.ROUNDS, _round)


def tests_parts(book: Book, found: Plans) -> list[Part]:
    """One part a plan with the marks of its tests."""
    return _parts(book, found, template.TESTS, _test)


def _parts(book: Book, found: Plans, sheet: template.Sheet, read: Reader) -> list[Part]:
    parts: dict[str, Part] = {}
    for row in book.rows(sheet):
        no = plan_of(row, found, elsewhere=True)
        record = read(row, found, no) if no else None
        if no and record:
            part = parts.setdefault(no, Part(sheet.frame, no, book.office, book.fiscal_year, {sheet.frame: []}))
            part.records[sheet.frame].append(record)
    return list(parts.values())


def _round(row: Row, found: Plans, no: str) -> Record | None:
    kpi_id = known_kpi(row, found, no)
    if kpi_id is None:
        return None
    months = row.count("round")
    if months not in ROUNDS:
        row.refuse("round", "round_unknown", worded("reader_template.round"), worded("reader_template.round_do"))
        row.leave_out()
        return None
    weight = row.number("weight")
    if not is_possible(weight):
        message = worded("reader_template.weight_in_round", weight=weight)
        row.doubt("weight", "weight_impossible", message, worded("reader_template.weight_range_do"))
    return row.record(
        "rounds",
        "weight",
        kpi_id=kpi_id,
        plan_id=plan_id(row.book.office, row.book.fiscal_year, no),
        round=months,
        weight=weight,
        cancelled=row.choice("cancelled", template.FLAGS, "flag_unknown"),
    )


def _test(row: Row, found: Plans, no: str) -> Record | None:
    test_id = row.text("test_id")
    if test_id is None:
        row.refuse(
            "test_id",
            "test_unnamed",
            worded("reader_template.test_missing"),
            worded("reader_template.test_missing_do"),
        )
        row.leave_out()
        return None
    numbers = {name: row.number(name) for name in ("pre", "post", "full", "mark")}
    for name in ("pre", "post"):
        mark, full = numbers[name], numbers["full"]
        if mark is not None and (mark < 0 or (full is not None and mark > full)):
            row.doubt(
                name,
                "mark_beyond_range",
                worded("reader_template.mark_outside"),
                worded("reader_template.mark_outside_do"),
            )
    return row.record(
        "tests",
        "test_id",
        test_id=test_id,
        plan_id=plan_id(row.book.office, row.book.fiscal_year, no),
        person=row.label("person"),
        pre_count=row.count("pre_count"),
        post_count=row.count("post_count"),
        **numbers,
    )
