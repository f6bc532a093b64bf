"""What is odd about cells that were used: formulas without a result, error values, hidden rows and columns."""

from collections.abc import Callable, Iterable, Sequence

from kmdash.domain.address import column_letters
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.account import Usage
from kmdash.ingest.grid import Cell, Grid

OF_FORMS = ("plan_key", "plan_no", "id", "scale", "plan")  # fields that a form keeps hidden
AT_MOST = 20  # findings of a kind a sheet; what follows is summed up


def cell_findings(grids: Iterable[Grid], usage: Usage) -> list[Problem]:
    """The findings of all sheets from which anything was used."""
    problems: list[Problem] = []
    for grid in grids:
        rows = usage.rows_used(grid.sheet)
        if not rows:
            continue
        among = [(place, cell) for place, cell in sorted(grid.cells.items()) if place[0] in rows]
        unsaved = [(place, cell) for place, cell in among if cell.formula and cell.value is None]
        broken = [(place, cell) for place, cell in among if cell.error]
        problems += _listed(grid, unsaved, _without_result)
        problems += _listed(grid, broken, _error)
        problems += _hidden(grid, rows, usage.cells_of(grid.sheet, OF_FORMS))
    return problems


def _listed(
    grid: Grid, found: Sequence[tuple[tuple[int, int], Cell]], tell: Callable[[str, Cell, int], Problem]
) -> list[Problem]:
    told = [tell(grid.address(*place), cell, 0) for place, cell in found[:AT_MOST]]
    if len(found) > AT_MOST:
        place, cell = found[AT_MOST]
        told.append(tell(grid.address(*place), cell, len(found) - AT_MOST))
    return told


def _more(count: int) -> str:
    return worded("reader_cells.more", count=count) if count else ""


def _without_result(cell: str, found: Cell, more: int) -> Problem:
    return Problem(
        code="formula_without_result",
        severity=Severity.WARNING,
        cell=cell,
        found=found.formula or "",
        message=worded("reader_cells.formula_without_result", more=_more(more)),
        remedy=worded("reader_cells.formula_without_result_do"),
    )


def _error(cell: str, found: Cell, more: int) -> Problem:
    return Problem(
        code="error_cell",
        severity=Severity.WARNING,
        cell=cell,
        found=str(found.value or ""),
        message=worded("reader_cells.error_cell", more=_more(more)),
        remedy=worded("reader_cells.error_cell_do"),
    )


def _hidden(grid: Grid, rows: set[int], of_forms: Sequence[tuple[int, int]]) -> list[Problem]:
    """Hidden rows and columns that were read, named once a sheet, but for those where a form keeps its ids."""
    rows = rows - {row for row, _ in of_forms if row in grid.hidden_rows}
    hidden_rows = sorted(grid.hidden_rows & rows)
    hidden_columns = grid.hidden_columns - {column for _, column in of_forms}
    columns = sorted({column for row, column in grid.cells if row in rows} & hidden_columns)
    if not (hidden_rows or columns):
        return []
    rows_named = worded("reader_cells.rows", rows=_ranges(hidden_rows)) if hidden_rows else ""
    columns_named = worded("reader_cells.columns", columns=", ".join(map(column_letters, columns))) if columns else ""
    first = (hidden_rows[0], 1) if hidden_rows else (min(rows), columns[0])
    return [
        Problem(
            code="hidden_cells_read",
            severity=Severity.WARNING,
            cell=grid.address(*first),
            found=worded("reader_cells.both", rows=rows_named, columns=columns_named)
            if rows_named and columns_named
            else rows_named or columns_named,
            message=worded("reader_cells.hidden_cells_read"),
            remedy=worded("reader_cells.hidden_cells_read_do"),
        )
    ]


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers in runs.

    >>> _ranges([3, 4, 5, 9])
    '3-5, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
