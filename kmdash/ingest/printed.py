"""Forms for paper that the program wrote itself (KPI cards, ballot counts): told, and nothing of them is taken."""

from kmdash.domain import forms
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import PRINTED, TableFound
from kmdash.domain.wording import worded
from kmdash.ingest.sheet import Sheet

REASON = "reader_forms_own.printed"


def is_printed(sheet: Sheet) -> bool:
    """Whether a sheet says of itself that it was printed from the register: in any cell, wherever it was moved."""
    return any(text.startswith(forms.PRINTED) for row in sheet.rows for text in sheet.cells(row).values())


def set_aside(sheet: Sheet) -> tuple[TableFound, Problem]:
    """Leave all cells of such a sheet out, with the reason told."""
    for row in sheet.rows:
        sheet.ignore_row(row, REASON)
    span = f"{sheet.rows[0]}:{sheet.rows[-1]}"
    found = TableFound(sheet.name, span, PRINTED, 0, worded(REASON))
    problem = Problem(
        code="printed_form",
        severity=Severity.INFO,
        cell=sheet.address(sheet.rows[0], 1),
        found=sheet.name,
        message=worded(REASON),
        remedy=worded("reader_forms_own.printed_do"),
    )
    return found, problem
