"""Form 1 as a register part."""

import re

from kmdash.domain.identity import office_code, plan_id
from kmdash.domain.reading import Part
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.records.drafts import KnowledgeDraft

_ITEM = re.compile(r"^\s*[0-9๐-๙]+\s*[).]\s*|^\s*-\s*")


def knowledge_items(text: str | None) -> list[str]:
    """The items of a knowledge cell, one a line, without their numbers.

    >>> knowledge_items("๑) กฎหมาย\\n๒) หลักเกณฑ์")
    ['กฎหมาย', 'หลักเกณฑ์']
    """
    return [_ITEM.sub("", line).strip() for line in (text or "").split("\n") if line.strip()]


def knowledge_part(rows: list[KnowledgeDraft], owner: Owner) -> Part:
    """One part with every row, tied to its plan by the number."""
    records = [
        {
            "knowledge_id": f"{owner.fiscal_year or 0}-{office_code(owner.office)}-F{position}",
            "plan_id": plan_id(owner.office, owner.fiscal_year, row.texts["no"]),
            "office": owner.office,
            "fiscal_year": owner.fiscal_year,
            "position": position,
            "issue": row.texts.get("issue"),
            "critical_process": row.texts.get("critical_process"),
            "knowledge": "\n".join(knowledge_items(row.texts.get("knowledge"))) or None,
            "kpi": row.texts.get("kpi"),
            "source_cell": row.cells["row"],
            "source_file": owner.file,
        }
        for position, row in enumerate(rows, start=1)
    ]
    return Part("knowledge", "1", owner.office, owner.fiscal_year, {"knowledge": records})
