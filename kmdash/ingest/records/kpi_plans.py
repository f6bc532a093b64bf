"""The plans of a file that has KPI tables only, such as a performance agreement: each table's head with its KPIs."""

from collections.abc import Sequence

from kmdash.domain.address import CellAddress
from kmdash.ingest.records.drafts import KpiTable, PlanDraft
from kmdash.ingest.records.head import read_head
from kmdash.ingest.sheet import Sheet


def kpi_plans(sheets: Sequence[Sheet], tables: Sequence[KpiTable]) -> list[PlanDraft]:
    """A plan a table, without activities; it begins at its head, without one at its first KPI."""
    by_name = {sheet.name: sheet for sheet in sheets}
    plans = []
    for table in tables:
        sheet = by_name[table.sheet]
        first = table.head[0] if table.head else CellAddress.parse(table.kpis[0].cell).row
        cell = sheet.address(first, next(iter(sheet.cells(first)), 1))
        plans.append(PlanDraft(sheet.name, cell, read_head(sheet, table.head), "", table.kpis))
    return plans
