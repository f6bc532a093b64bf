"""Which plan a KPI belongs to whose table stands apart from every plan."""

from kmdash.domain.address import CellAddress
from kmdash.domain.problem import Problem, Severity
from kmdash.ingest.account import Usage
from kmdash.ingest.records.drafts import KpiDraft, PlanDraft

LEFT_OUT = "บอกไม่ได้ว่าเป็นตัวชี้วัดของแผนใด จึงยังไม่ได้นำไปใช้"


def place_kpis(plans: list[PlanDraft], kpis: list[KpiDraft], usage: Usage) -> list[Problem]:
    """Give the KPIs to the file's only plan, or to the only one whose head names a KPI; else they are left out."""
    if not kpis:
        return []
    named = [plan for plan in plans if "kpi" in plan.head.texts]
    likely = plans if len(plans) == 1 else named
    if len(likely) != 1:
        for kpi in kpis:
            for row in kpi.rows:
                usage.withdraw_row(CellAddress.parse(kpi.cell).sheet, row, LEFT_OUT)
        return [_left_out(kpis)]
    likely[0].kpis = [*likely[0].kpis, *kpis]
    if len(plans) == 1:
        return []
    return [
        Problem(
            code="kpi_plan_inferred",
            severity=Severity.WARNING,
            cell=kpis[0].cell,
            found=kpis[0].name,
            message=f"ตัวชี้วัดนี้ไม่ได้อยู่ในแผนใด จึงให้เป็นของแผนที่ระบุตัวชี้วัดไว้ในหัวแผน ({likely[0].first_cell})",
            remedy="ถ้าเป็นของแผนอื่น ให้ย้ายตารางเกณฑ์ไปไว้เหนือตารางกิจกรรมของแผนนั้น",
        )
    ]


def _left_out(kpis: list[KpiDraft]) -> Problem:
    return Problem(
        code="kpi_without_plan",
        severity=Severity.WARNING,
        cell=kpis[0].cell,
        found=kpis[0].name,
        message=f"พบเกณฑ์ตัวชี้วัด {len(kpis)} ตัวที่บอกไม่ได้ว่าเป็นของแผนใด จึงยังไม่ได้นำไปใช้",
        remedy="วางตารางเกณฑ์ไว้เหนือตารางกิจกรรมของแผนนั้น",
    )
