"""The progress report: every activity with its latest status, share done, date and obstacles."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format

from kmdash.domain import template
from kmdash.domain.forms import PRINTED_LINE
from kmdash.domain.frames import records
from kmdash.domain.persons import hidden
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.reports import latest_reports
from kmdash.reports.cells import OPTIONS, set_properties
from kmdash.reports.forms.paper import Looks, Paper, day_text, fitting, in_digits, looks_of, names_of, owner_of
from kmdash.reports.forms.printed import footer_of, head_of

TITLE = "รายงานความก้าวหน้าการดำเนินการตามแผนการจัดการความรู้"
FILLED_IN = ("status_text", "percent", "reported_on", "note")
_MORE = ("done_on", "postponed_to", "constructed")
_CENTRED = ("no", "period", "status_text", "reported_on", "done_on", "postponed_to")


def workbook(register: Register, *, as_of: date | None = None, digits: str = "arabic") -> bytes:
    """Every activity of a register of one office and fiscal year, plan by plan, as it is known on a day.

    What is known is what the screen shows (``domain.reports``): reports up to ``as_of`` (all days without it) and
    the plan's own status; an activity of which nothing was told has blanks. The report is for paper: reading it
    again gives nothing. ``digits`` is ``arabic`` or ``th``.

    Raises
    ------
    ValueError
        If the register holds several offices or fiscal years.
    """
    owner, head = owner_of(register), head_of(register, as_of, digits)
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        set_properties(book, TITLE)
        looks = looks_of(book, digits)
        rows = activity_rows(register, latest(register, as_of), digits)
        more = [name for name in _MORE if any(row[name] not in (None, "") for row in rows)]
        fields = [*template.READ_ONLY, *FILLED_IN, *more]
        [name] = names_of([template.UNIT_REPORT.name])
        lines, footer = [*head[2:], PRINTED_LINE], footer_of(TITLE, head)
        write_report(book, looks, name, rows, fields, owner=owner, lines=lines, digits=digits, footer=footer)
    return target.getvalue()


def latest(register: Register, as_of: date | None) -> dict[str, Record]:
    """What is known of each activity on a day (``reports.LATEST``), and whether it is ``constructed``.

    All days count without ``as_of``; activities of which nothing was told are left out.
    """
    progress = register.progress
    made_up = set(progress.loc[progress["constructed"].fillna(False).astype(bool), "activity_id"])
    found = latest_reports(register.activities, progress, as_of or date.max)
    pairs = zip(register.activities["activity_id"], records(found), strict=True)
    return {name: {**row, "constructed": name in made_up or None} for name, row in pairs if row["reported"]}


def activity_rows(register: Register, reports: dict[str, Record], digits: str) -> list[Record]:
    """The activities plan by plan, each with what is read of it and, where there is a report, what it says."""
    plans = {row["plan_id"]: row for row in records(register.plans)}
    places = {plan: at for at, plan in enumerate(plans)}
    order = sorted(
        (row for row in records(register.activities) if row["plan_id"] in plans),
        key=lambda row: (places[row["plan_id"]], row["position"] or 0),
    )
    return [_row(row, plans[row["plan_id"]], reports.get(row["activity_id"], {}), digits) for row in order]


def _row(row: Record, plan: Record, report: Record, digits: str) -> Record:
    flag = {meaning: word for word, meaning in template.FLAGS.items()}
    return {
        "marker": row["activity_id"],
        "plan_id": plan["plan_id"],
        "unit": plan["unit"],
        "owners": (row["owners"] or "").split("\n"),
        "plan": in_digits(f"แผนที่ {plan['no']}", digits) if plan["no"] else plan["title"],
        "no": in_digits(row["no"], digits) if row["no"] else None,
        "reads_as": row["text"],
        "period": row["period_text"],
        "owner": hidden(row["owner"], plan["unit"])[0] if row["owner"] else None,
        "status_text": report.get("status_text"),
        "percent": report.get("percent"),
        "note": report.get("note"),
        "constructed": flag.get(report["constructed"]) if report.get("constructed") is not None else None,
        "reported_on": day_text(report.get("reported_on"), digits),
        "done_on": None if report.get("done_date_reported") else day_text(report.get("done_date"), digits),
        "postponed_to": day_text(report.get("postponed_to"), digits),
    }


def write_report(
    book: Any,
    looks: Looks,
    name: str,
    rows: Sequence[Record],
    fields: Sequence[str],
    *,
    owner: tuple[str | None, int | None],
    lines: Sequence[str],
    digits: str,
    to_fill: Sequence[str] = (),
    footer: str = TITLE,
) -> tuple[Paper, int]:
    """Write a sheet of reports, ids in its last column; gives the sheet and the row of its headings, from 0."""
    columns = {column.field: column for column in template.UNIT_REPORT.columns}
    shown = [[row[field] for field in fields] for row in rows]
    paper = Paper(book, looks, name, fitting([columns[field].width for field in fields], shown), hidden=1)
    paper.line(TITLE, looks.title)
    for fact, value in zip(template.OFFICE_FACTS, owner, strict=True):
        text = in_digits(value, digits) if isinstance(value, int) else value or ""
        paper.line(f"{fact.heading} : {text}")
    for text in lines:
        paper.line(text)
    paper.blank()
    header = paper.row
    paper.cells([columns[field].heading for field in fields], looks.head, ids=[columns["marker"].heading], spare=6)
    styles = [_look(looks, field, field in to_fill) for field in fields]
    for row, values in zip(rows, shown, strict=True):
        paper.cells(values, styles, ids=[row["marker"]], spare=8 if to_fill else 0)
    paper.finish(header, footer)
    return paper, header


def _look(looks: Looks, field: str, to_fill: bool) -> Format:
    if field == "percent":
        return looks.fill_number if to_fill else looks.number
    return looks.fill if to_fill else looks.centred if field in _CENTRED else looks.text
