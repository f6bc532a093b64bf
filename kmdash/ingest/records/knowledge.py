"""Form 1, the knowledge needed: one cell of labelled lines a plan, or a block of label and text rows a plan."""

from kmdash.domain.identity import match_key
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts import KnowledgeDraft
from kmdash.ingest.records.head import LABELS, labelled, plan_number
from kmdash.ingest.sheet import Sheet


def read_knowledge(sheet: Sheet, table: Table, found: Collected) -> int:
    """A row a plan, however the form lays it out; a row that is neither is a note under the table."""
    rows: list[KnowledgeDraft] = []
    for row in table.rows:
        left, right = sheet.text(row, table.columns["plan"]), sheet.text(row, table.columns["content"])
        number = plan_number(left)
        name = _label(left)
        column = table.columns["content"]
        if number and right:
            draft = KnowledgeDraft({"plan": left, "no": number}, {"plan": sheet.address(row, table.columns["plan"])})
            draft.cells["row"] = sheet.address(row, column)
            rows.append(draft)
            _read_lines(draft, right, sheet.address(row, column))
        elif name and right and rows:
            _keep(rows[-1], name, right, sheet.address(row, column))
        else:
            sheet.ignore_row(row, worded("reader_left.outside_knowledge"))
            continue
        sheet.take(row, table.columns["plan"])
        sheet.take(row, column)
    found.knowledge += rows
    return len(rows)


def _read_lines(draft: KnowledgeDraft, text: str, cell: str) -> None:
    last: str | None = None
    for line in text.split("\n"):
        found = labelled(line)
        if found:
            last, words = found
            _keep(draft, last, words, cell)
        elif last:
            draft.texts[last] = (draft.texts[last] + "\n" + line.strip()).strip()


def _keep(draft: KnowledgeDraft, name: str, text: str, cell: str) -> None:
    draft.texts[name] = text
    draft.cells[name] = cell


def _label(text: str) -> str | None:
    key = match_key(text)
    return next((name for name, word in LABELS if key and key.startswith(match_key(word))), None)
