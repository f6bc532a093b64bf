"""Plans of Form 2: sections name the stage, rows below them are activities."""

from kmdash.ingest.layouts.recognise import Table
from kmdash.ingest.normalise.stages import stage_names
from kmdash.ingest.records.drafts import ActivityDraft, Head, KpiDraft, PlanDraft
from kmdash.ingest.records.head import read_head
from kmdash.ingest.sheet import Sheet

FOOTNOTE = "บรรทัดนอกแถวกิจกรรม"


def has_sections(sheet: Sheet, table: Table) -> bool:
    """Whether the table's stages stand in rows of their own, the only way this reader is sure of."""
    return any(_section(sheet, table, row) for row in table.rows)


def read_plans(sheet: Sheet, table: Table, head_rows: list[int], kpis: list[KpiDraft]) -> list[PlanDraft]:
    """The plans of one table, one after the other.

    A new plan begins where the stages start again from the first after a later one; the lines right above
    its heading are its head (there may be none: the plan then has no name of its own).
    """
    first = next(iter(sheet.cells(head_rows[0])), 1) if head_rows else table.columns["no"]
    start = head_rows[0] if head_rows else table.header
    plans = [PlanDraft(sheet.name, sheet.address(start, first), read_head(sheet, head_rows), kpis)]
    stages: list[tuple[str, int]] = []
    section_cells: dict[str, str] = {}
    lines: list[int] = []
    heading: int | None = None
    for row in table.rows:
        heading = table.breaks.get(row, heading)
        section = _section(sheet, table, row)
        if section:
            if _starts_again(stages, section) and plans[-1].activities:
                plans.append(_following(sheet, table, heading or row, lines))
                lines = []
            stages = section
            section_cells = {"stage": sheet.address(row, next(iter(sheet.cells(row))))}
            for used in sheet.cells(row):
                sheet.take(row, used)
        elif sheet.text(row, table.columns["text"]) and len(sheet.cells(row)) > 1:
            plans[-1].activities.append(_activity(sheet, table, row, stages, section_cells))
            lines = []
        else:
            lines.append(row)
            sheet.ignore_row(row, FOOTNOTE)
    return plans


def _section(sheet: Sheet, table: Table, row: int) -> list[tuple[str, int]]:
    """The stages a section row names: a stage's name and nothing but, perhaps, its number; else none."""
    texts = sheet.cells(row)
    others = set(texts) - {table.columns["no"], table.columns["text"]}
    if others and len(texts) > 1:
        return []
    return next((named for named in map(stage_names, texts.values()) if named), [])


def _starts_again(before: list[tuple[str, int]], now: list[tuple[str, int]]) -> bool:
    return bool(before) and min(n for _, n in now) == 1 and min(n for _, n in before) > 1


def _following(sheet: Sheet, table: Table, heading: int, lines: list[int]) -> PlanDraft:
    head = read_head(sheet, lines) if lines else Head()
    start = lines[0] if lines else heading
    return PlanDraft(sheet.name, sheet.address(start, table.columns["no"]), head)


def _activity(
    sheet: Sheet, table: Table, row: int, stages: list[tuple[str, int]], section_cells: dict[str, str]
) -> ActivityDraft:
    draft = ActivityDraft({}, dict(section_cells), stages)
    for name, column in table.columns.items():
        text, cell = sheet.take(row, column), sheet.cell(row, column)
        if text and cell and cell.value is not None:
            draft.texts[name] = text
            draft.cells[name] = sheet.address(row, column)
            draft.values[name] = cell.value
            draft.formats[name] = cell.number_format
    for column, heading in table.unknown.items():
        sheet.usage.ignore(sheet.name, row, column, f"คอลัมน์ “{heading}” ไม่อยู่ในแบบฟอร์มที่รู้จัก")
    return draft
