"""Five-level KPI tables: thresholds or level texts a row, the level labels in the heading or in a row below it."""

from collections.abc import Container

from kmdash.domain.forms import MILESTONE
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.headings import level_of
from kmdash.ingest.layouts.recognise import HEADER
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.records.drafts import KpiDraft
from kmdash.ingest.records.kpi_levels import Doubt, heading_labels, in_level_order, level_columns
from kmdash.ingest.records.kpi_stacks import Stacks, find_stacks
from kmdash.ingest.records.plan_rows import closing
from kmdash.ingest.records.rubrics import levels_in, thresholds_in
from kmdash.ingest.records.shown import shown
from kmdash.ingest.sheet import Sheet

LEVELS = 5
BESIDE = ("weight", "unit", "target", "actual")
NO_KPI = "reader_left.outside_kpis"


def read_kpis(sheet: Sheet, table: Table, problems: list[Problem]) -> list[KpiDraft]:
    """The KPIs of one table, each with its thresholds or texts from level 1 to 5, and what stands beside them.

    Which column is which level the labels say; what they leave in doubt goes with the first KPI under them.
    """
    stacks = find_stacks(sheet, table)
    if stacks:
        return _from_stacks(sheet, table, stacks)
    columns = level_columns(sheet, table)
    order, doubts = columns, list[Doubt]()
    labels = heading_labels(sheet, table, columns)
    if labels:
        order, doubts = in_level_order(sheet, table.header, labels)
    kpis: list[KpiDraft] = []
    for row in table.rows:
        texts = {column: text for column in columns if (text := sheet.text(row, column))}
        name = sheet.text(row, table.columns["name"])
        if not name and _are_labels(texts, first=not kpis):
            order, doubts = in_level_order(sheet, row, texts)
            sheet.ignore_row(row, HEADER)
        elif name and (texts or sheet.text(row, table.columns.get("id"))):
            rest = [column for column in texts if column not in order]
            kpis.append(_draft(sheet, table, row, [*order, *rest], doubts))
        else:
            problems += _nameless(sheet, row, texts)
            sheet.ignore_row(row, closing(sheet, row) or NO_KPI)
    return kpis


def _from_stacks(sheet: Sheet, table: Table, stacks: Stacks) -> list[KpiDraft]:
    """The KPIs of a table with a row a level."""
    table.unknown.pop(stacks.texts, None)
    kpis: list[KpiDraft] = []
    for rows in stacks.blocks:
        name = (min(rows), table.columns["name"])
        levels = [(shown(sheet, row, stacks.texts), sheet.address(row, stacks.texts)) for row in rows]
        kpi = KpiDraft(sheet.text(*name), sheet.address(*name), levels=levels, rows=rows)
        _in_words(kpi)
        _beside(sheet, table, name[0], kpi)
        for row in rows:
            _account(sheet, table, row, {stacks.numbers, stacks.texts})
        kpis.append(kpi)
    taken = {row for rows in stacks.blocks for row in rows}
    for row in table.rows:
        if row not in taken:
            sheet.ignore_row(row, closing(sheet, row) or NO_KPI)
    return kpis


def _are_labels(texts: dict[int, str], first: bool) -> bool:
    """Whether a row without a name holds level labels: levels only, or above the first KPI any numbers."""
    if len(texts) < 2:
        return False
    return all(map(level_of, texts.values())) or (first and all(number(text) is not None for text in texts.values()))


def _draft(sheet: Sheet, table: Table, row: int, order: list[int], doubts: list[Doubt]) -> KpiDraft:
    column = table.columns["name"]
    levels = [(text, sheet.address(row, place)) for place in order if (text := shown(sheet, row, place))]
    kpi = KpiDraft(sheet.text(row, column), sheet.address(row, column), doubts, levels, rows=[row])
    if own := sheet.text(row, table.columns.get("id")):
        kpi.own = sheet.text(row, table.columns.get("scale")) or own
        kpi.columns = tuple(name for name in ("unit", "target") if name in table.columns)
        kpi.milestone = kpi.own == MILESTONE
    _in_words(kpi)
    if len(levels) == 1:
        kpi.texts, kpi.texts_cell = levels_in(levels[0][0]), levels[0][1]
        kpi.levels = [(text, levels[0][1]) for text in thresholds_in(levels[0][0])] or levels
    _beside(sheet, table, row, kpi)
    _account(sheet, table, row, order)
    return kpi


def _in_words(kpi: KpiDraft) -> None:
    """Five levels of which none is a number are told in words."""
    if len(kpi.levels) == LEVELS and all(number(text) is None for text, _ in kpi.levels):
        kpi.texts, kpi.texts_cell = [text for text, _ in kpi.levels], kpi.levels[0][1]


def _beside(sheet: Sheet, table: Table, row: int, kpi: KpiDraft) -> None:
    for name in BESIDE:
        place = table.columns.get(name)
        if text := shown(sheet, row, place):
            setattr(kpi, name, (text, sheet.address(row, place or 0)))


def _account(sheet: Sheet, table: Table, row: int, levels: Container[int]) -> None:
    """Which cells of a KPI's row are used, ``levels`` the columns of its levels, and which are not known."""
    fields = {place: name for name, place in table.columns.items()}
    for used in sheet.cells(row):
        if used in fields or used in levels:
            sheet.take(row, used, fields.get(used, "levels"))
    for place, heading in table.unknown.items():
        sheet.usage.ignore(sheet.name, row, place, worded("reader_left.column", heading=heading))


def _nameless(sheet: Sheet, row: int, texts: dict[int, str]) -> list[Problem]:
    """Five thresholds whose KPI is not named."""
    if len(texts) != LEVELS or any(number(text) is None for text in texts.values()):
        return []
    return [
        Problem(
            code="kpi_without_name",
            severity=Severity.WARNING,
            cell=sheet.address(row, min(texts)),
            found=" / ".join(texts.values()),
            message=worded("reader_left.kpi_name_missing"),
            remedy=worded("reader_left.kpi_name_missing_do"),
        )
    ]
