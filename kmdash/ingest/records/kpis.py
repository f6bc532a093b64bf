"""Five-level KPI tables: thresholds or level texts a row, the level labels in the heading or in a row below it."""

from kmdash.ingest.layouts.recognise import HEADER
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.drafts import KpiDraft
from kmdash.ingest.records.plan_rows import closing
from kmdash.ingest.records.shown import shown
from kmdash.ingest.sheet import Sheet

LEVELS = 5
BESIDE = ("weight", "unit", "target", "actual")


def read_kpis(sheet: Sheet, table: Table) -> list[KpiDraft]:
    """The KPIs of one table, each with its level labels, thresholds or texts as typed, and what stands beside them."""
    first = table.columns["levels"]
    others = {column for name, column in table.columns.items() if name != "levels"} | set(table.unknown)
    labels: list[tuple[str, str]] = []
    kpis: list[KpiDraft] = []
    for row in table.rows:
        texts = sheet.cells(row)
        columns = [column for column in texts if column >= first and column not in others]
        levels = [(shown(sheet, row, column), sheet.address(row, column)) for column in columns]
        name = sheet.text(row, table.columns["name"])
        if not name and levels and all(number(text) is not None for text, _ in levels):
            labels = levels
            sheet.ignore_row(row, HEADER)
        elif name and levels:
            kpis.append(_draft(sheet, table, row, labels, levels))
        else:
            sheet.ignore_row(row, closing(sheet, row) or "บรรทัดนอกแถวตัวชี้วัด")
    return kpis


def _draft(
    sheet: Sheet, table: Table, row: int, labels: list[tuple[str, str]], levels: list[tuple[str, str]]
) -> KpiDraft:
    column = table.columns["name"]
    kpi = KpiDraft(sheet.text(row, column), sheet.address(row, column), labels, levels)
    if len(levels) == LEVELS and all(number(text) is None for text, _ in levels):
        kpi.texts, kpi.texts_cell = [text for text, _ in levels], levels[0][1]
    for name in BESIDE:
        place = table.columns.get(name)
        if text := shown(sheet, row, place):
            setattr(kpi, name, (text, sheet.address(row, place or 0)))
    fields = {place: name for name, place in table.columns.items()}
    for used in sheet.cells(row):
        if used not in table.unknown:
            sheet.take(row, used, fields.get(used, "levels"))
    return kpi
