"""The weights of a KPI table: what is no weight is told at its cell, and so is a sum that is not 100."""

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.weights import HEAVIEST, is_possible
from kmdash.domain.wording import worded
from kmdash.ingest.normalise.numbers import is_missing_mark, number
from kmdash.ingest.records.drafts import KpiDraft

TINY = 1e-6


def weight_of(kpi: KpiDraft) -> float | None:
    """The number that stands as a KPI's weight, None where there is none."""
    return number(kpi.weight[0].removeprefix("ร้อยละ")) if kpi.weight else None


def weight_problems(kpis: list[KpiDraft]) -> list[Problem]:
    """What is wrong with each weight; else, on the last one, that they do not sum to 100.

    Weights are normalised when scores are summed; an impossible one counts nothing there.
    """
    each = [problem for kpi in kpis if (problem := _about(kpi))]
    return each or _about_sum(kpis)


def _about(kpi: KpiDraft) -> Problem | None:
    if kpi.weight is None or is_missing_mark(kpi.weight[0]):
        return None
    text, cell = kpi.weight
    weight = weight_of(kpi)
    if weight is None:
        return Problem(
            code="weight_unreadable",
            severity=Severity.WARNING,
            cell=cell,
            found=text,
            message=worded("reader_build.weight_unreadable"),
            remedy=worded("reader_build.weight_unreadable_do"),
        )
    if is_possible(weight):
        return None
    return Problem(
        code="weight_impossible",
        severity=Severity.WARNING,
        cell=cell,
        found=text,
        message=worded("reader_build.weight_impossible", weight=weight, most=HEAVIEST),
        remedy=worded("reader_build.weight_impossible_do"),
    )


def _about_sum(kpis: list[KpiDraft]) -> list[Problem]:
    cells = [kpi.weight[1] for kpi in kpis if kpi.weight]
    total = sum(weight_of(kpi) or 0 for kpi in kpis)
    if not cells or abs(total - HEAVIEST) < TINY or abs(total - 1) < TINY:
        return []
    return [
        Problem(
            code="weights_sum",
            severity=Severity.WARNING,
            cell=cells[-1],
            found=f"{total:g}",
            message=worded("reader_build.weights_sum", total=total),
            remedy=worded("reader_build.weights_sum_do"),
        )
    ]
