"""What is odd about a table that was read: unfilled, columns nobody knows, columns known by their content."""

from collections.abc import Mapping

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.plan_rows import tells_results
from kmdash.ingest.sheet import Sheet


def blank(sheet: Sheet, table: Table) -> Problem:
    """A known form that nobody filled in."""
    message = worded("reader_left.form_blank", form=worded(table.form.name))
    return _about_form(sheet, table, message, worded("reader_left.form_blank_do"), code="form_blank")


def about_columns(sheet: Sheet, table: Table) -> list[Problem]:
    """Columns whose heading is not known, and those taken by what they hold."""
    if table.form.refused:
        return []
    left_out = _filled(sheet, table, table.beside) if table.form.spread else table.unknown
    at = {column: sheet.address(table.header, column) for column in (*left_out, *table.by_content)}
    unknown = [
        Problem(
            code="column_unknown",
            severity=Severity.WARNING,
            cell=at[column],
            found=heading,
            message=worded("reader_left.column_unknown", heading=heading),
            remedy=worded("reader_left.column_unknown_do"),
        )
        for column, heading in left_out.items()
    ]
    return (
        _about_results(sheet, table)
        + unknown
        + [
            Problem(
                code="column_by_content",
                severity=Severity.WARNING,
                cell=at[column],
                found=heading,
                message=worded(
                    "reader_left.column_by_content",
                    heading=heading,
                    what=worded(f"reader_left.by_content_{_field(table, column)}"),
                ),
                remedy=worded("reader_left.column_by_content_do"),
            )
            for column, heading in table.by_content.items()
        ]
    )


def by_hand(sheet: Sheet, table: Table) -> Problem:
    """A table whose columns a person has assigned."""
    message = worded("reader_left.shape_applied", form=worded(table.form.name))
    return _about_form(sheet, table, message, worded("reader_left.shape_applied_do"), code="shape_applied")


def _about_form(sheet: Sheet, table: Table, message: str, remedy: str, code: str) -> Problem:
    """What is told of a whole table, at its first heading."""
    return Problem(
        code=code,
        severity=Severity.INFO,
        cell=sheet.address(table.header, min(table.columns.values())),
        found=worded(table.form.name),
        message=message,
        remedy=remedy,
    )


def _about_results(sheet: Sheet, table: Table) -> list[Problem]:
    """What was done month by month, beside what was planned: told, for a plan keeps one progress an activity."""
    filled = [(row, column) for row in table.rows for column in table.results if sheet.text(row, column)]
    of_results = [row for row in table.rows if tells_results(sheet, table, row)]
    filled += [(row, column) for row in of_results for column in table.months if sheet.text(row, column)]
    if not filled:
        return []
    return [
        Problem(
            code="grid_results_left_out",
            severity=Severity.WARNING,
            cell=sheet.address(*filled[0]),
            found=table.results.get(filled[0][1], sheet.text(*filled[0])),
            message=worded("reader_left.grid_results", count=len(filled)),
            remedy=worded("reader_left.grid_results_do"),
        )
    ]


def _filled(sheet: Sheet, table: Table, columns: Mapping[int, str]) -> dict[int, str]:
    return {
        column: heading for column, heading in columns.items() if any(sheet.text(row, column) for row in table.rows)
    }


def _field(table: Table, column: int) -> str:
    return next(name for name, place in table.columns.items() if place == column)
