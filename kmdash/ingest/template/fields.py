"""Columns that several sheets of the template share: period, status, percent."""

from datetime import date

from kmdash.domain.problem import Severity
from kmdash.domain.reading import Record
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.status import is_known_status, status_of
from kmdash.ingest.periods import read_period
from kmdash.ingest.template.book import Row

HUNDRED = 100


def period_columns(row: Row, row_id: str, after: date | None) -> Record:
    """The period columns of an activity; its questions and findings are noted."""
    columns, problems = read_period(
        row.value("period_text"),
        row.text("period_text"),
        cell=row.cell("period_text"),
        frame="activities",
        row_id=row_id,
        fiscal_years=(row.book.fiscal_year, row.book.fiscal_year) if row.book.fiscal_year else None,
        number_format=row.number_format("period_text"),
        after=after,
    )
    row.book.problems += problems
    return columns


def status_columns(row: Row, frame: str, row_id: str) -> Record:
    """Status as one of six and as typed, with the percent done; what contradicts itself is marked."""
    text = row.text("status_text")
    status = status_of(text) if text else None
    if text and not is_known_status(text):
        row.book.report(
            "status_unknown",
            Severity.QUESTION,
            row.cell("status_text"),
            text,
            worded("reader_template.status_unknown"),
            worded("reader_template.status_unknown_do"),
            choices=("ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ", "เลื่อน", "ยกเลิก"),
            frame=frame,
            row_id=row_id,
            field="status",
        )
    percent = _percent(row)
    if percent is not None and ((status == "done" and percent < HUNDRED) or (status == "not_started" and percent > 0)):
        row.doubt(
            "percent",
            "status_percent_differs",
            worded("reader_template.percent_against_status", text=text),
            worded("reader_template.percent_against_status_do"),
        )
    return {"status": status, "status_text": text, "percent": percent}


def _percent(row: Row) -> float | None:
    percent = row.number("percent")
    if percent is not None and not 0 <= percent <= HUNDRED:
        row.refuse(
            "percent",
            "percent_out_of_range",
            worded("reader_template.percent_range"),
            worded("reader_template.percent_range_do"),
        )
        return None
    if percent is not None and 0 < percent < 1:
        row.doubt(
            "percent",
            "fraction_suspected",
            worded("reader_template.read_as_percent", percent=percent),
            worded("reader_template.read_as_percent_do"),
        )
    return percent
