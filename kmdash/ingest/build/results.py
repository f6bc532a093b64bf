"""KPI results that stand beside the levels of a KPI table, as register parts."""

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part, Record
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.headings import level_of
from kmdash.ingest.normalise.numbers import is_missing_mark, number
from kmdash.ingest.records.drafts import KpiDraft, PlanDraft


def result_parts(plans: list[PlanDraft], parts: list[Part], file: str) -> list[tuple[Part, list[Problem]]]:
    """A part a plan that reports any result, keyed as the plan; ``parts`` are the plans' own, in the same order.

    A missing mark is no report. A result that is no number is told and left out.
    """
    found: list[tuple[Part, list[Problem]]] = []
    for draft, part in zip(plans, parts, strict=True):
        rows: list[Record] = []
        problems: list[Problem] = []
        for kpi, row in zip(draft.kpis, part.records["kpis"], strict=False):
            if kpi.actual is None or is_missing_mark(kpi.actual[0]):
                continue
            actual = number(kpi.actual[0].removeprefix("ร้อยละ"))
            if actual is None and kpi.texts and kpi.actual[0].startswith("ระดับ"):
                actual = level_of(kpi.actual[0])
            if actual is None:
                problems.append(_unreadable(kpi.actual))
                continue
            rows.append(_row(row, actual, kpi.actual[1], file))
            problems += _fraction(kpi, row, actual)
        if rows or problems:
            found.append((Part("results", part.key, part.office, part.fiscal_year, {"results": rows}), problems))
    return found


def _row(kpi: Record, actual: float, cell: str, file: str) -> Record:
    return {
        "kpi_id": kpi["kpi_id"],
        "plan_id": kpi["plan_id"],
        "actual": actual,
        "reported_on": None,
        "note": None,
        "constructed": None,
        "source_cell": cell,
        "source_file": file,
    }


def _unreadable(actual: tuple[str, str]) -> Problem:
    return Problem(
        code="result_unreadable",
        severity=Severity.WARNING,
        cell=actual[1],
        found=actual[0],
        message=worded("reader_build.result_unreadable"),
        remedy=worded("reader_build.result_unreadable_do"),
    )


def _fraction(kpi: KpiDraft, row: Record, actual: float) -> list[Problem]:
    """A result that is part of one against thresholds above one."""
    if not 0 < actual <= 1 < (row.get(THRESHOLDS[0]) or 0) or kpi.actual is None:
        return []
    return [
        Problem(
            code="fraction_suspected",
            severity=Severity.WARNING,
            cell=kpi.actual[1],
            found=kpi.actual[0],
            message=worded("reader_build.result_fraction", actual=actual),
            remedy=worded("reader_build.result_fraction_do"),
        )
    ]
