"""Columns of a table by what they hold, where their heading did not say it or said something else."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet

from kmdash.domain.identity import match_key
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.contents import ENOUGH, share
from kmdash.ingest.layouts.form import Form
from kmdash.ingest.layouts.headings import is_done, is_other_share
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
    for name, column in by_contents(sheet, table.form, set(table.columns), table.months, table.unknown, rows).items():
        table.columns[name] = column
        table.by_content[column] = table.unknown.pop(column)
    table.doubts += [worded("reader_left.doubt_unknown", heading=heading) for heading in table.unknown.values()]


def by_contents(
    sheet: Sheet,
    form: Form,
    fields: AbstractSet[str],
    months: Collection[int],
    unknown: Mapping[int, str],
    rows: list[int],
) -> dict[str, int]:
    """Columns of no known heading by the field whose contents they hold; ``fields`` are those there already.

    ``unknown`` are their headings. Numbers are percents only where the heading, a cell or its format says so, and
    never where the heading says that they are a share of something else than the work.
    """
    wanted = {
        heading.field: heading.holds for heading in form.columns if heading.holds and heading.field not in fields
    }
    if months or set(PERIOD_FROM) & fields:
        wanted.pop("period", None)
    found: dict[str, int] = {}
    for name, holds in wanted.items():
        for column, heading in unknown.items():
            if holds == "period" and is_done(heading):
                continue
            texts = [sheet.text(row, column) for row in rows]
            if holds == "percent" and not _says_percent(sheet, column, heading, rows):
                continue
            if column not in found.values() and sum(map(bool, texts)) > 1 and share(texts, holds) >= ENOUGH:
                found[name] = column
                break
    return found


def _says_percent(sheet: Sheet, column: int, heading: str, rows: list[int]) -> bool:
    if is_other_share(match_key(heading)):
        return False
    cells = [cell for row in rows if (cell := sheet.cell(row, column))]
    words = (heading, *(sheet.text(row, column) for row in rows))
    return any("%" in cell.number_format for cell in cells) or any("%" in word or "ร้อยละ" in word for word in words)


def _doubt(sheet: Sheet, table: Table, name: str, holds: str, rows: list[int]) -> None:
    """Give a column that holds nothing its heading promises to the field whose contents it has."""
    column = table.columns[name]
    texts = [text for row in rows if (text := sheet.text(row, column))]
    if not texts or share(texts, holds) > 0:
        return
    heading = sheet.text(table.header, column)
    if name == "status" and share(texts, "percent") >= ENOUGH and not _says_percent(sheet, column, heading, rows):
        table.unknown[table.columns.pop(name)] = heading  # counts of what was reached
        return
    for other in INSTEAD.get(name, ()):
        field_ = FIELD_OF.get(other, other)
        if field_ not in table.columns and share(texts, other) >= ENOUGH:
            table.columns[field_] = table.columns.pop(name)
            table.doubts.append(worded("reader_left.doubt_contents", heading=heading))
            return
