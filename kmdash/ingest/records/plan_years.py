"""Which fiscal year each plan of a file belongs to, where its plans are titled with different ones."""

from itertools import combinations

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import PlanDraft
from kmdash.ingest.records.head import labelled
from kmdash.ingest.records.office import FileYears, Span, years_named, years_of_dates


def settle_years(found: Collected, named: FileYears) -> FileYears:
    """Give each plan its own ``years`` where two plans' titles name years that have none in common.

    ``named`` are the first and last year (BE) the whole file was taken for, with what is asked about them. A
    plan's years are those of the lines above it, the narrowest where one lies within the other, else those its
    sheet is called by; a plan without any, and one whose dates all lie in other years, is asked. In such a file
    nothing else has a year but what is asked: without other tables, the question about the file falls away.
    """
    if all("plan_key" in plan.head.texts for plan in found.plans):
        return named  # forms that the program wrote, one fiscal year a file
    own = [_own(plan) for plan in found.plans]
    spans = sorted({span for span in own if span})
    if not any(_apart(*pair) for pair in combinations(spans, 2)):
        return named
    problems = []
    for plan, span in zip(found.plans, own, strict=True):
        dated = years_of_dates([plan])
        certain = span and (not dated or any(span[0] <= year <= span[1] for year in dated))
        plan.years = span if span and certain else (None, None)
        if not certain:
            problems.append(_unclear(plan.head.cells.get("title", plan.first_cell), {*(span or ()), *dated}))
    if found.besides_plans:
        problems.insert(0, _unclear(found.plans[0].first_cell, {year for span in spans for year in span}))
    return (None, None), problems


def _own(plan: PlanDraft) -> Span | None:
    named = [span for text, _ in plan.head.lines if not _of_other_field(text) for span in years_named(text)]
    for spans in (named, years_named(plan.sheet)):
        narrowest = min(spans, key=lambda span: span[1] - span[0], default=None)
        if narrowest and all(first <= narrowest[0] and narrowest[1] <= last for first, last in spans):
            return narrowest
    return None


def _of_other_field(line: str) -> bool:
    found = labelled(line)
    return found is not None and found[0] not in ("title", "unit")


def _apart(one: Span, other: Span) -> bool:
    return one[1] < other[0] or other[1] < one[0]


def _unclear(cell: str, years: set[int]) -> Problem:
    choices = tuple(f"{year}" for year in sorted(years))
    return Problem(
        code="fiscal_year_unclear",
        severity=Severity.QUESTION,
        cell=cell,
        found=" / ".join(choices),
        message=worded("reader_left.fiscal_years_several"),
        remedy=worded("reader_left.fiscal_year_do"),
        choices=choices,
        field="fiscal_year",
    )
