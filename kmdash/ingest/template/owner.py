"""Whose file it is and of which fiscal year, from the labelled cells above the tables."""

from kmdash.domain.identity import match_key
from kmdash.domain.problem import Severity
from kmdash.domain.wording import worded
from kmdash.ingest.template.book import Book, Row

YEARS = range(2500, 2700)


def read_owner(book: Book) -> None:
    """Set the book's office and fiscal year (BE); missing ones, and several different ones, are asked."""
    offices: dict[str, str] = {}
    years: dict[int, str] = {}
    for table in book.tables:
        above = Row(book, table)
        office, year = above.text("office"), above.count("fiscal_year")
        if office:
            offices.setdefault(match_key(office), office)
        if year is not None:
            years.setdefault(year, above.cell("fiscal_year"))
        above.keep()
    first = book.tables[0].sheet.address(1, 1)
    if len(offices) == 1:
        book.office = next(iter(offices.values()))
    else:
        message = worded("reader_template.office_several") if offices else worded("reader_template.office_missing")
        book.report(
            "office_unclear" if offices else "office_missing",
            Severity.QUESTION,
            first,
            " / ".join(offices.values()),
            message,
            worded("reader_template.office_do"),
            choices=tuple(offices.values()),
            field="office",
        )
    if len(years) == 1 and next(iter(years)) in YEARS:
        book.fiscal_year = next(iter(years))
    else:
        book.report(
            "fiscal_year_unclear",
            Severity.QUESTION,
            next(iter(years.values()), first),
            " / ".join(map(str, years)),
            worded("reader_template.fiscal_year_one") if years else worded("reader_template.fiscal_year_missing"),
            worded("reader_template.fiscal_year_do"),
            choices=tuple(str(year) for year in years if year in YEARS),
            field="fiscal_year",
        )
