"""Level labels that do not say which level a column holds: asked once a table, told beside its other KPIs."""

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.ingest.records.drafts import KpiDraft


def is_ordered(kpi: KpiDraft) -> bool:
    """Whether the labels over a KPI's levels say their order, all or most of them."""
    return len(kpi.doubts) < len(THRESHOLDS)


def about_labels(row: Record, kpi: KpiDraft, asked: set[str]) -> list[Problem]:
    """The finding on a KPI whose level labels are in doubt; ``asked`` are the labels' cells that were asked about."""
    if not kpi.doubts:
        return []
    choice = "/".join(text.removesuffix("%") for text, _ in kpi.levels)
    label, cell, _ = kpi.doubts[0]
    kept = f"ขณะนี้อ่านเกณฑ์ตามตำแหน่งเป็น {choice}" if is_ordered(kpi) else "จึงยังไม่ใช้เกณฑ์นี้"
    where = {"frame": "kpis", "row_id": row["kpi_id"], "field": "levels"}
    if cell in asked or kpi.texts:
        return [
            Problem(
                code="kpi_level_label",
                severity=Severity.WARNING,
                cell=kpi.levels[0][1],
                found=" / ".join(text for text, _ in kpi.levels)[:200],
                message=f"หัวคอลัมน์ระดับไม่ใช่ ๑ ถึง ๕ ({cell}) {kept}",
                remedy="ถ้าไม่ถูกต้อง ให้แก้หัวคอลัมน์ระดับ แล้วนำเข้าอีกครั้ง",
                **where,
            )
        ]
    asked.add(cell)
    printed = ", ".join(f"ระดับที่ {place} พิมพ์ว่า “{text}”" for text, _, place in kpi.doubts)
    return [
        Problem(
            code="kpi_level_label",
            severity=Severity.QUESTION,
            cell=cell,
            found=label,
            message=f"หัวคอลัมน์{printed} {kept}",
            remedy="ยืนยันเกณฑ์ทั้งห้าระดับ หรือพิมพ์ใหม่ในรูป 65/70/75/80/85",
            proposal=choice if is_ordered(kpi) else None,
            choices=(choice,) if is_ordered(kpi) else (),
            **where,
        )
    ]
