"""The tidy template as a workbook, blank or filled; ``ingest.template`` reads it back."""

from collections.abc import Collection, Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from kmdash.domain import template
from kmdash.domain.register import Register
from kmdash.domain.words import say
from kmdash.reports.cells import LINE_POINTS, OPTIONS, row_height, safe, set_page, set_properties, write_cell
from kmdash.reports.filling import Content, content_of
from kmdash.reports.looks import Looks, looks_of

ENTRY_ROWS = 500
RULED_ROWS = 20
STEPS = ("owner", "sheets", "plan", "example", "headings", "period", "missing", "names")
LABEL_COLUMNS = 2
FACT_COLUMNS = 2


def workbook(register: Register | None = None, *, frames: Collection[str] | None = None) -> bytes:
    """The template, blank, or filled with the rows of a register of one office and fiscal year.

    ``frames`` limits it to some sheets, by the input frames they fill. Reading a filled one gives the same
    register. A ValueError names a register that holds more than one office, fiscal year or vote.
    """
    return written(content_of(register) if register is not None else Content(), frames)


def written(content: Content, frames: Collection[str] | None = None) -> bytes:
    """The template filled with ``content``; a sheet without rows shows its example row."""
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        set_properties(book, say("template_file.title"))
        looks = looks_of(book)
        sheets = [sheet for sheet in template.SHEETS if frames is None or sheet.frame in frames]
        guide = book.add_worksheet(template.GUIDE_SHEET)
        places = {sheet.frame: _write_sheet(book, looks, sheet, content, first=sheet is sheets[0]) for sheet in sheets}
        lists = _write_lists(book)
        for spec, field in ((template.PLANS, "no"), (template.CANDIDATES, "candidate_no")):
            if spec.frame in places:
                lists[spec.frame] = _entry_range(spec, places[spec.frame], field)
        for sheet in sheets:
            _guide_entry(book.get_worksheet_by_name(sheet.name), _columns(sheet, content), places[sheet.frame], lists)
        _write_guide(guide, looks, sheets)
    return target.getvalue()


def _columns(sheet: template.Sheet, content: Content) -> tuple[template.Column, ...]:
    """The sheet's columns; a voter's choices as many as the rule allows or a ballot has."""
    if sheet is not template.MARKS:
        return sheet.columns
    most = max((len(row) - 1 for row in content.rows.get("marks", ())), default=0)
    count = max(template.CHOICE_COLUMNS, most, content.facts.get("ballot_limit") or 0)
    return (*sheet.columns[:LABEL_COLUMNS], *(template.choice_column(place) for place in range(1, count + 1)))


def _write_sheet(book: Workbook, looks: Looks, spec: template.Sheet, content: Content, *, first: bool) -> int:
    """Write one sheet; gives the row of its headings, counted from 0."""
    sheet = book.add_worksheet(spec.name)
    columns = _columns(spec, content)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width, looks.of(column.kind))
    sheet.set_default_row(LINE_POINTS + 4)
    sheet.set_row(0, 30)
    sheet.merge_range(0, 0, 0, len(columns) - 1, f"{template.TITLE} · {spec.name}", looks.title)
    facts = (*(template.OFFICE_FACTS if first else ()), *spec.facts)
    for row, fact in enumerate(facts, start=1):
        _write_fact(sheet, looks, row, fact, content.facts.get(fact.field))
    header = len(facts) + 2
    headings = [column.heading for column in columns]
    for place, column in enumerate(columns):
        sheet.write_string(header, place, column.heading, looks.needed if column.required else looks.head)
    sheet.set_row(header, row_height(headings, [column.width for column in columns]) + 4)
    _write_rows(sheet, looks, columns, content.rows.get(spec.frame, ()), header + 1)
    sheet.freeze_panes(header + 1, LABEL_COLUMNS)
    set_page(sheet, header, f"{template.TITLE} · {spec.name}")
    return header


def _write_fact(sheet: Worksheet, looks: Looks, row: int, fact: template.Column, value: Any) -> None:
    last = LABEL_COLUMNS + FACT_COLUMNS - 1
    sheet.merge_range(row, 0, row, LABEL_COLUMNS - 1, fact.heading, looks.label)
    sheet.merge_range(row, LABEL_COLUMNS, row, last, "", looks.fact)
    if isinstance(value, int):
        sheet.write_number(row, LABEL_COLUMNS, value, looks.fact)
    elif value is not None:
        sheet.write_string(row, LABEL_COLUMNS, safe(str(value)), looks.fact)


def _write_rows(
    sheet: Worksheet,
    looks: Looks,
    columns: Sequence[template.Column],
    rows: Sequence[Mapping[str, Any]],
    start: int,
) -> None:
    """The rows, or the example where there are none; ruled blank rows below them to write in."""
    example = {column.field: column.example for column in columns}
    for number, values in enumerate(rows or [example], start=start):
        shown = [values.get(column.field) for column in columns]
        sheet.set_row(number, row_height(["" if value is None else value for value in shown], _widths(columns)))
        for place, (column, value) in enumerate(zip(columns, shown, strict=True)):
            look = looks.of(column.kind, ruled=True) if rows else looks.example
            write_cell(sheet, number, place, value, look)
    for number in range(start + max(1, len(rows)), start + max(1, len(rows)) + (0 if rows else RULED_ROWS)):
        for place, column in enumerate(columns):
            sheet.write_blank(number, place, None, looks.of(column.kind, ruled=True))


def _widths(columns: Sequence[template.Column]) -> list[float]:
    return [column.width for column in columns]


def _write_lists(book: Workbook) -> dict[str, str]:
    """The hidden sheet with the words to choose from; gives the range of each list."""
    sheet = book.add_worksheet(template.LISTS_SHEET)
    sheet.hide()
    ranges = {}
    for place, (name, words) in enumerate(template.CHOICES.items()):
        sheet.write_column(0, place, words)
        letter = xl_col_to_name(place)
        ranges[name] = f"='{template.LISTS_SHEET}'!${letter}$1:${letter}${len(words)}"
    return ranges


def _entry_range(spec: template.Sheet, header: int, name: str) -> str:
    place = next(place for place, column in enumerate(spec.columns) if column.field == name)
    letter = xl_col_to_name(place)
    return f"='{spec.name}'!${letter}${header + 2}:${letter}${header + 1 + ENTRY_ROWS}"


def _guide_entry(sheet: Worksheet, columns: Sequence[template.Column], header: int, lists: Mapping[str, str]) -> None:
    """Lists to choose from and hints beside the cells, over the rows to fill in."""
    for place, column in enumerate(columns):
        hint = {template.PERIOD: "period", template.DAY: "day", template.NUMBER: "number"}.get(column.kind)
        if column.choices in lists:
            rule = {
                "validate": "list",
                "source": lists[str(column.choices)],
                "error_type": "warning",
                "error_message": say("template_file.not_in_list"),
                "input_title": say("template_file.choose"),
                "input_message": say("template_file.choose_help"),
            }
        elif hint:
            title, message = say(f"template_file.{hint}"), say(f"template_file.{hint}_help")
            rule = {"validate": "any", "input_title": title, "input_message": message}
        else:
            continue
        sheet.data_validation(header + 1, place, header + ENTRY_ROWS, place, rule)


def _write_guide(sheet: Worksheet, looks: Looks, sheets: Sequence[template.Sheet]) -> None:
    """The page of instructions: how to fill in, and what each sheet is for."""
    widths = [22.0, 96.0]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.hide_gridlines(2)
    sheet.set_row(0, 30)
    sheet.merge_range(0, 0, 0, 1, say("template_file.title"), looks.title)
    lines: list[tuple[str, str]] = [("", say("template_guide.intro")), (say("template_guide.steps"), "")]
    lines += [(str(place), say(f"template_guide.step_{step}")) for place, step in enumerate(STEPS, start=1)]
    lines += [(say("template_guide.sheets"), "")]
    lines += [(spec.name, say(f"template_guide.{spec.frame}")) for spec in sheets]
    for row, line in enumerate(lines, start=2):
        sheet.set_row(row, row_height(line, widths))
        heading = not line[1]
        sheet.write_string(row, 0, line[0], looks.label if heading else looks.guide_key)
        sheet.write_string(row, 1, line[1], looks.label if heading else looks.guide)
    set_page(sheet, 0, say("template_file.title"))
