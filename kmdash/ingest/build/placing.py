"""Which plan a KPI belongs to whose table stands apart from every plan."""

from collections.abc import Sequence

from kmdash.domain.identity import plan_id, plan_labels
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Part
from kmdash.domain.wording import worded
from kmdash.ingest.build.kpis import kpi_rows
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.build.results import result_parts
from kmdash.ingest.records.drafts import Head, KpiDraft, PlanDraft

PLAN = "plan"  # the field of the question to which plan a table belongs

Tables = Sequence[Sequence[KpiDraft]]


def place_kpis(plans: list[PlanDraft], tables: Tables) -> tuple[Tables, list[Problem]]:
    """Give the KPIs to the file's only plan, or to the only one whose head names a KPI.

    Returns the tables that no plan takes so (all or none), and what is told of those that one took.
    """
    kpis = [kpi for table in tables for kpi in table]
    if not kpis:
        return [], []
    named = [plan for plan in plans if "kpi" in plan.head.texts]
    likely = plans if len(plans) == 1 else named
    if len(likely) != 1:
        return tables, []
    likely[0].kpis = [*likely[0].kpis, *kpis]
    if len(plans) == 1:
        return [], []
    return [], [
        Problem(
            code="kpi_plan_inferred",
            severity=Severity.WARNING,
            cell=kpis[0].cell,
            found=kpis[0].name,
            message=worded("reader_build.kpi_plan_inferred", cell=likely[0].first_cell),
            remedy=worded("reader_build.kpi_plan_inferred_do"),
        )
    ]


def unplaced_parts(
    tables: Tables, plans: Sequence[PlanDraft], parts: Sequence[Part], owner: Owner
) -> tuple[list[Part], list[Problem]]:
    """A part a table that no plan takes (kpis, results), withheld under ids of its own, and the question to which.

    ``parts`` are the plans' own, in the order of ``plans``. The question stands at the table's first KPI and offers
    every plan of the file (``plan_labels``); those of the table's sheet come first, then those whose heads name a KPI.
    """
    labels = plan_labels([plan for part in parts for plan in part.records["plans"]])
    found: list[Part] = []
    problems: list[Problem] = []
    for place, table in enumerate((list(kpis) for kpis in tables if kpis), start=1):
        sheet = table[0].cell.rpartition("!")[0]
        draft = PlanDraft(sheet, table[0].cell, Head(), kpis=table)
        key = f"?{place}"
        kpis, raised = kpi_rows(draft, None, plan_id(owner.office, owner.fiscal_year, key), owner.file)
        part = Part("kpis", key, owner.office, owner.fiscal_year, {"kpis": kpis, "results": []})
        for told, doubts in result_parts([draft], [part], owner.file):
            part.records["results"] += told.records["results"]
            raised += doubts
        found.append(part)
        likely = sorted(zip(plans, labels, strict=True), key=lambda pair: _unlikely(pair[0], sheet))
        problems += [_which_plan(table, [label for _, label in likely]), *raised]
    return found, problems


def _unlikely(plan: PlanDraft, sheet: str) -> tuple[bool, bool]:
    return plan.sheet != sheet, "kpi" not in plan.head.texts


def _which_plan(kpis: Sequence[KpiDraft], labels: Sequence[str]) -> Problem:
    return Problem(
        code="kpi_without_plan",
        severity=Severity.QUESTION,
        cell=kpis[0].cell,
        found=kpis[0].name,
        message=worded("reader_build.kpi_without_plan", count=len(kpis)),
        remedy=worded("reader_build.kpi_without_plan_do"),
        choices=tuple(labels),
        frame="kpis",
        field=PLAN,
    )
