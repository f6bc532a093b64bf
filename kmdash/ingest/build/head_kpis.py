"""KPIs that a plan's head names in words: a target to reach, without five levels."""

import re

from kmdash.domain.reading import Record
from kmdash.ingest.build.knowledge import knowledge_items
from kmdash.ingest.records.drafts import PlanDraft

_PERCENT = re.compile(r"(?:ไม่น้อยกว่า|อย่างน้อย)?\s*ร้อยละ\s*[0-9๐-๙.]+")


def head_kpi_rows(draft: PlanDraft, plan_id: str, before: int, file: str) -> list[Record]:
    """One row a KPI of the head, a numbered list taken apart; ``before`` KPIs of the plan stand before them."""
    names = knowledge_items(draft.head.texts.get("kpi"))
    target = draft.head.texts.get("kpi_target")
    rows: list[Record] = []
    for place, name in enumerate(names, start=before + 1):
        found = _PERCENT.search(name)
        rows.append(
            {
                "kpi_id": f"{plan_id}/K{place}",
                "plan_id": plan_id,
                "position": place,
                "name": name,
                "direction": "up",
                "target": target or (found[0].strip() if found else None),
                "source_cell": draft.head.cells["kpi"],
                "source_file": file,
            }
        )
    return rows
