"""What is reported while the year runs: KPI results and progress of activities."""

from kmdash.domain import template
from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.identity import match_key, plan_id
from kmdash.domain.milestone import steps_of
from kmdash.domain.problem import Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.target import is_percent
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.numbers import is_missing_mark
from kmdash.ingest.template.book import Book, Row
from kmdash.ingest.template.fields import HUNDRED, status_columns
from kmdash.ingest.template.plans import Plans, plan_of

NOTHING_REPORTED = "reader_template.not_reported"
FOR_READING = "reader_template.for_reading"
REPORTED = ("status_text", "percent", "reported_on", "done_on", "postponed_to", "note")


def result_parts(book: Book, found: Plans) -> list[Part]:
    """One part a plan; a row with neither result, date nor note is not a report."""
    parts: dict[str, Part] = {}
    for row in book.rows(template.RESULTS):
        no = _reported_plan(row, found, ("actual", "reported_on", "note", "steps"))
        record = _result(row, found, no) if no else None
        if no and record:
            add_report(parts, "results", no, row, record, ("kpi_id", "kpi_no"))
    return list(parts.values())


def progress_parts(book: Book, found: Plans) -> list[Part]:
    """One part a plan and report date; a row that names an activity and tells nothing of it is not a report."""
    parts: dict[str, Part] = {}
    for row in book.rows(template.PROGRESS):
        no = _reported_plan(row, found, REPORTED)
        record = _progress(row, found, no) if no else None
        if record:
            key = f"{no}@{record['reported_on'] or '-'}"
            add_report(parts, "progress", key, row, record, ("activity_id", "activity_no"))
    return list(parts.values())


def _reported_plan(row: Row, found: Plans, reported: tuple[str, ...]) -> str | None:
    if not any(row.shown(name) for name in reported):
        row.leave_out(NOTHING_REPORTED)
        return None
    return plan_of(row, found, elsewhere=True)


def known_kpi(row: Row, found: Plans, no: str) -> str | None:
    """The id of the KPI that a row names in a plan; None, with a problem, where the plan has no such."""
    number = row.count("kpi_no")
    kpi_id = f"{plan_id(row.book.office, row.book.fiscal_year, no)}/K{number}"
    if number is not None and (not found.plans or kpi_id in found.kpis):
        return kpi_id
    message = (
        worded("reader_template.no_kpi", no=no, number=row.shown("kpi_no"))
        if number
        else worded("reader_template.kpi_not_given")
    )
    row.refuse("kpi_no", "kpi_unknown", message, worded("reader_template.kpi_do"))
    row.leave_out()
    return None


def _result(row: Row, found: Plans, no: str) -> Record | None:
    kpi_id = known_kpi(row, found, no)
    if kpi_id is None:
        return None
    actual = row.number("actual")
    kpi = found.kpis.get(kpi_id, {})
    if actual is not None and 0 < actual <= 1 < (kpi.get(THRESHOLDS[0]) or 0):
        message = worded("reader_template.small_result", actual=actual)
        row.doubt("actual", "fraction_suspected", message, worded("reader_template.small_result_do"))
    if actual is not None and is_percent(kpi.get("unit")) and not 0 <= actual <= HUNDRED:
        message = worded("reader_template.percent_outside", actual=actual)
        row.doubt("actual", "percent_beyond_range", message, worded("reader_template.percent_outside_do"))
    return row.record(
        "results",
        "actual",
        kpi_id=kpi_id,
        plan_id=plan_id(row.book.office, row.book.fiscal_year, no),
        actual=actual,
        note=row.text("note"),
        steps=_steps(row),
        persons=row.count("persons"),
        **report_columns(row, kpi.get("name")),
    )


def _steps(row: Row) -> str | None:
    """The steps reached, in their order; what is no list of the steps 1 to 5 is a problem."""
    text = row.text("steps")
    if text is None or is_missing_mark(text):
        return None
    steps = steps_of(text)
    if steps is None:
        row.refuse("steps", "steps_unclear", worded("reader_template.steps"), worded("reader_template.steps_do"))
        return None
    return ",".join(map(str, steps))


def _progress(row: Row, found: Plans, no: str) -> Record | None:
    plan = plan_id(row.book.office, row.book.fiscal_year, no)
    label = row.label("activity_no")
    activity_id = f"{plan}/{label}"
    if label is None or (found.plans and activity_id not in found.activities):
        message = (
            worded("reader_template.no_activity", no=no, label=label)
            if label
            else worded("reader_template.activity_not_given")
        )
        row.refuse("activity_no", "activity_unknown", message, worded("reader_template.activity_do"))
        row.leave_out()
        return None
    return row.record(
        "progress",
        "status_text",
        activity_id=activity_id,
        plan_id=plan,
        done_on=row.day("done_on"),
        postponed_to=row.day("postponed_to", months=True),
        note=row.text("note"),
        **status_columns(row, "progress", activity_id),
        **report_columns(row, found.activities.get(activity_id, {}).get("text")),
    )


def report_columns(row: Row, known_name: str | None) -> Record:
    """Report date (the row's own, else the sheet's) and whether it is constructed; a name that differs is told."""
    shown = row.shown("reads_as")
    if shown and known_name and match_key(shown) != match_key(known_name):
        message = worded("reader_template.name_differs", known_name=known_name)
        row.doubt("reads_as", "name_differs", message, worded("reader_template.name_differs_do"))
    row.set_aside("reads_as", FOR_READING)
    reported_on = row.day("reported_on")
    if reported_on is None and not row.shown("reported_on"):
        above = Row(row.book, row.table)
        reported_on = above.day("as_of")
        above.keep()
    return {"reported_on": reported_on, "constructed": row.choice("constructed", template.FLAGS, "flag_unknown")}


def add_report(
    parts: dict[str, Part], frame: str, key: str, row: Row, record: Record, reported: tuple[str, str]
) -> None:
    """Add a report to its part; one more of the same day on the same thing is doubted.

    ``reported`` names that thing's column in the record and in the row.
    """
    part = parts.setdefault(key, Part(frame, key, row.book.office, row.book.fiscal_year, {frame: []}))
    earlier, (identity, name) = part.records[frame], reported
    if any(item[identity] == record[identity] and item["reported_on"] == record["reported_on"] for item in earlier):
        message = worded("reader_template.reported_twice")
        row.book.report(
            "reported_twice",
            Severity.WARNING,
            row.cell(name),
            row.shown(name),
            message,
            worded("reader_template.reported_twice_do"),
        )
    earlier.append(record)
