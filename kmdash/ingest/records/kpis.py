"""Five-level KPI tables: the level labels stand in a second heading row, the thresholds below them."""

from kmdash.ingest.layouts.recognise import HEADER, Table
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.drafts import KpiDraft
from kmdash.ingest.sheet import Sheet

LEVELS = 5


def read_kpis(sheet: Sheet, table: Table) -> list[KpiDraft]:
    """The KPIs of one table, each with its level labels and thresholds as typed."""
    first = table.columns["levels"]
    labels: list[tuple[str, str]] = []
    kpis: list[KpiDraft] = []
    for row in table.rows:
        texts = sheet.cells(row)
        levels = [(text, sheet.address(row, column)) for column, text in texts.items() if column >= first]
        name = sheet.text(row, table.columns["name"])
        if not name and levels and all(number(text) is not None for text, _ in levels):
            labels = levels
            sheet.ignore_row(row, HEADER)
        elif name and levels:
            kpis.append(KpiDraft(name, sheet.address(row, table.columns["name"]), labels, levels))
            for column in texts:
                sheet.take(row, column)
        else:
            sheet.ignore_row(row, "บรรทัดนอกแถวตัวชี้วัด")
    return kpis
