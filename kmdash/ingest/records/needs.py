"""Form 1 as a table: a row an issue, with its KPIs, targets or level criteria, weight and knowledge."""

import re

from kmdash.domain.identity import match_key
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import KnowledgeDraft, KpiDraft, PlanDraft
from kmdash.ingest.records.head import read_head
from kmdash.ingest.records.plan_rows import SIGNATURE, closing
from kmdash.ingest.records.rubrics import levels_in
from kmdash.ingest.records.shown import shown
from kmdash.ingest.sheet import Sheet

OUTSIDE = "reader_left.outside_knowledge"
_CONTINUED = re.compile(r"\s*\(\s*ต่อ\s*\)\s*$")
_KPI_NUMBER = re.compile(r"^ตัวชี้วัดที่\s*[0-9๐-๙]+\s*[:.]?\s*")
_SIGNED = re.compile(r"\(?\s*ลงชื่อ")
_SHARED = ("objective", "owner", "knowledge")  # what a merged cell says of each row it spans
_NAMES = ("kpi", "objective")  # printed again on the next page they are the same, not two


def read_needs(sheet: Sheet, table: Table, found: Collected) -> int:
    """The rows of the table; one that repeats the issue with "(ต่อ)", or has none, goes on with the row above.

    A row without an issue that brings a KPI with its own weight or target, or with criteria where those above are
    whole, is a further KPI of the issue above; right after a printed-again heading it may be a cut row, and goes on.
    Where a file has no action plan, the head of a table with level criteria is its plan.
    """
    rows: list[KnowledgeDraft] = []
    unit = read_head(sheet, table.head).texts.get("unit")
    for row in table.rows:
        if sheet.text(row, table.columns.get("id")):
            rows.append(_own(sheet, table, row))
            continue
        reason = _outside(sheet, table, row)
        if reason:
            sheet.ignore_row(row, reason)
            continue
        texts = _texts(sheet, table, row)
        cells = {name: sheet.address(row, table.columns[name]) for name in texts}
        issue = _CONTINUED.sub("", texts.get("issue", ""))
        if rows and not issue and _has_own_kpi(texts, rows[-1], cut=row in table.breaks):
            merged = _covered(sheet, table, row)
            texts = {
                **{name: sheet.text(*at) for name, at in merged.items()},
                **texts,
                "issue": rows[-1].texts["issue"],
            }
            cells = {**{name: sheet.address(*at) for name, at in merged.items()}, **cells}
            rows.append(_draft(texts, {**cells, "row": cells["kpi"]}, unit))
        elif rows and (not issue or _same_issue(issue, texts["issue"], rows[-1])):
            _go_on(rows[-1], texts, cells)
        elif issue:
            texts["issue"] = issue
            rows.append(_draft(texts, {**cells, "row": cells["issue"]}, unit))
        else:
            sheet.ignore_row(row, OUTSIDE)
            continue
        for name in texts.keys() & cells.keys():
            sheet.take(row, table.columns[name], name)
        for column, heading in table.unknown.items():
            sheet.usage.ignore(sheet.name, row, column, worded("reader_left.column", heading=heading))
    found.knowledge += rows
    kpis = [_kpi(draft) for draft in rows if "criteria" in draft.texts and "kpi" in draft.texts]
    if kpis:
        found.needs.append(PlanDraft(sheet.name, _first_cell(sheet, table), read_head(sheet, table.head), "", kpis))
    return len(rows)


def _own(sheet: Sheet, table: Table, row: int) -> KnowledgeDraft:
    """A row of the form that the program wrote: what stands in it, no less and no more."""
    texts = _texts(sheet, table, row)
    for name in texts:
        sheet.take(row, table.columns[name], name)
    cells = {name: sheet.address(row, table.columns[name]) for name in texts}
    if "plan" in texts:
        texts["no"] = texts["plan"]
    return KnowledgeDraft(texts, {**cells, "row": cells["id"]})


def _outside(sheet: Sheet, table: Table, row: int) -> str | None:
    """Why a row is none of the table's: signatures, a footnote, a line that runs over all columns."""
    filled = [column for column in table.columns.values() if sheet.text(row, column)]
    if any(map(_SIGNED.match, sheet.cells(row).values())):
        return SIGNATURE
    return OUTSIDE if not filled or filled == [min(table.columns.values())] else closing(sheet, row)


def _texts(sheet: Sheet, table: Table, row: int) -> dict[str, str]:
    return {name: text for name, column in table.columns.items() if (text := shown(sheet, row, column))}


def _covered(sheet: Sheet, table: Table, row: int) -> dict[str, tuple[int, int]]:
    """Where the merged cells begin that reach down into a row from above, by field; a weight is not shared."""
    return {
        name: (top, left)
        for name, column in table.columns.items()
        for top, left, _, right in sheet.spans(row)
        if name in _SHARED and top < row and left <= column <= right and sheet.text(top, left)
    }


def _has_own_kpi(texts: dict[str, str], above: KnowledgeDraft, cut: bool) -> bool:
    """Whether a row without an issue brings a KPI of its own; ``cut`` says that a page break stands above it."""
    whole = bool(levels_in(above.texts.get("criteria", "")))
    aimed = (
        "target" in texts and not cut and match_key(texts.get("kpi", "")) not in match_key(above.texts.get("kpi", ""))
    )
    return "kpi" in texts and ("weight" in texts or aimed or ("criteria" in texts and whole))


def _same_issue(issue: str, typed: str, above: KnowledgeDraft) -> bool:
    """Whether the issue is that of the row above, marked "(ต่อ)"."""
    return match_key(issue) == match_key(above.texts["issue"]) and issue != typed


def _draft(texts: dict[str, str], cells: dict[str, str], unit: str | None) -> KnowledgeDraft:
    draft = KnowledgeDraft(texts, cells)
    draft.texts.setdefault("owner", unit or "")
    return draft


def _go_on(draft: KnowledgeDraft, texts: dict[str, str], cells: dict[str, str]) -> None:
    for name, text in texts.items():
        again = name in _NAMES and match_key(_CONTINUED.sub("", text)) in match_key(draft.texts.get(name, ""))
        if name != "issue" and not again:
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
