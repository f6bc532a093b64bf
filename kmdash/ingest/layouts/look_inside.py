"""Columns of a table by what they hold, where their heading did not say it or said something else."""

from kmdash.ingest.layouts.contents import ENOUGH, share
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.sheet import Sheet

LOOKED_AT = 60  # rows above and under a heading whose contents are weighed
PERIOD_FROM = ("start", "end")
INSTEAD = {"percent": ("status", "checklist"), "period": ("unit",), "status": ("percent", "note")}
FIELD_OF = {"unit": "owner"}


def look_inside(sheet: Sheet, table: Table) -> None:
    """Find columns by what they hold where their heading did not say it, and doubt those that hold something else."""
    rows = table.rows[:LOOKED_AT]
    if table.form.spread or table.stages or not rows:
        return
    wanted = {heading.field: heading.holds for heading in table.form.columns if heading.holds}
    for name in set(wanted) & set(table.columns):
        _doubt(sheet, table, name, wanted[name], rows)
    if table.months or set(PERIOD_FROM) & set(table.columns):
        wanted.pop("period", None)
    for name, holds in wanted.items():
        if name in table.columns:
            continue
        for column, heading in list(table.unknown.items()):
            texts = [sheet.text(row, column) for row in rows]
            if sum(map(bool, texts)) > 1 and share(texts, holds) >= ENOUGH:
                table.columns[name] = column
                table.by_content[column] = heading
                del table.unknown[column]
                break
    table.doubts += [f"ไม่รู้จักคอลัมน์ “{heading}”" for heading in table.unknown.values()]


def _doubt(sheet: Sheet, table: Table, name: str, holds: str, rows: list[int]) -> None:
    """Give a column that holds nothing its heading promises to the field whose contents it has."""
    column = table.columns[name]
    texts = [text for row in rows if (text := sheet.text(row, column))]
    if not texts or share(texts, holds) > 0:
        return
    for other in INSTEAD.get(name, ()):
        field_ = FIELD_OF.get(other, other)
        if field_ not in table.columns and share(texts, other) >= ENOUGH:
            table.columns[field_] = table.columns.pop(name)
            table.doubts.append(f"คอลัมน์ “{sheet.text(table.header, column)}” ไม่ได้บอกสิ่งที่หัวคอลัมน์ว่าไว้")
            return
