"""Form 1 as a table: a row an issue, with its KPIs, targets or level criteria, weight and knowledge."""

import re

from kmdash.domain.identity import match_key
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import KnowledgeDraft, KpiDraft, PlanDraft
from kmdash.ingest.records.head import read_head
from kmdash.ingest.records.rubrics import levels_in
from kmdash.ingest.sheet import Sheet

_CONTINUED = re.compile(r"\s*\(\s*ต่อ\s*\)\s*$")
_KPI_NUMBER = re.compile(r"^ตัวชี้วัดที่\s*[0-9๐-๙]+\s*[:.]?\s*")


def read_needs(sheet: Sheet, table: Table, found: Collected) -> int:
    """The rows of the table; one that repeats the issue with "(ต่อ)", or has none, goes on with the row above.

    Where a file has no action plan, the head of a table with level criteria is its plan.
    """
    rows: list[KnowledgeDraft] = []
    unit = read_head(sheet, table.head).texts.get("unit")
    for row in table.rows:
        texts = {name: text for name, column in table.columns.items() if (text := sheet.take(row, column, name))}
        if not texts or (len(texts) == 1 and "knowledge" not in texts):
            sheet.ignore_row(row, "บรรทัดนอกแถวองค์ความรู้")
            continue
        cells = {name: sheet.address(row, table.columns[name]) for name in texts}
        issue = _CONTINUED.sub("", texts.get("issue", ""))
        if rows and (not issue or match_key(issue) == match_key(rows[-1].texts["issue"]) != match_key(texts["issue"])):
            _go_on(rows[-1], texts, cells)
        elif issue:
            texts["issue"] = issue
            rows.append(KnowledgeDraft(texts, {**cells, "row": cells["issue"]}))
            rows[-1].texts.setdefault("owner", unit or "")
        for column, heading in table.unknown.items():
            sheet.usage.ignore(sheet.name, row, column, f"คอลัมน์ “{heading}” ไม่อยู่ในแบบฟอร์มที่รู้จัก")
    found.knowledge += rows
    kpis = [_kpi(draft) for draft in rows if "criteria" in draft.texts and "kpi" in draft.texts]
    if kpis:
        found.needs.append(PlanDraft(sheet.name, _first_cell(sheet, table), read_head(sheet, table.head), "", kpis))
    return len(rows)


def _go_on(draft: KnowledgeDraft, texts: dict[str, str], cells: dict[str, str]) -> None:
    for name, text in texts.items():
        if name != "issue":
            draft.texts[name] = f"{draft.texts[name]}\n{text}" if draft.texts.get(name) else text
            draft.cells.setdefault(name, cells[name])
            draft.parts.setdefault(name, []).append((text, cells[name]))


def _kpi(draft: KnowledgeDraft) -> KpiDraft:
    kpi = KpiDraft(_KPI_NUMBER.sub("", draft.texts["kpi"]).strip(), draft.cells["kpi"])
    kpi.texts = levels_in(draft.texts["criteria"])
    kpi.texts_cell = draft.cells["criteria"]
    kpi.milestone = True
    if "weight" in draft.texts:
        kpi.weight = (draft.texts["weight"], draft.cells["weight"])
    return kpi


def _first_cell(sheet: Sheet, table: Table) -> str:
    row = table.head[0] if table.head else table.header
    return sheet.address(row, next(iter(sheet.cells(row)), 1))
