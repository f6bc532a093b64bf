"""A table as it stands on the screen, as xlsx and as CSV, so that it reads back equal."""

import csv as csv_module
import math
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from kmdash.domain.words import say
from kmdash.reports.cells import (
    FONT,
    FONT_SIZE,
    OPTIONS,
    letters,
    pages_wide,
    row_height,
    safe,
    set_page,
    set_properties,
    sheet_name,
)

BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n", "\uff1d")
MOST_ROWS = 1_048_575
THAI_DIGITS = "[$-D00041E]"  # of a number format: the number in Thai digits
NARROWEST, WIDEST = 8, 60


def xlsx(
    table: pd.DataFrame, *, title: str, facts: Sequence[str] = (), stamp: Sequence[str] = (), digits: str = "arabic"
) -> bytes:
    """A workbook with the table, headings in the first row, and a second sheet that says what it is.

    Every printed page says above the table whose it is, as of which day and from which version.

    Parameters
    ----------
    table : DataFrame as shown: its column names are the headings, its index is left out
        Numbers, truth values and dates keep their type; a gap is an empty cell. Text is never taken for a
        formula, a link or a number; signs a cell cannot hold are left out, texts over 32,767 letters cut
        with a mark.
    title : the table's title
    facts : lines for the second sheet and the printed page: office, fiscal year, filters
    stamp : the same, never left out of the printed page: as-of day, version of the data
    digits : ``arabic``, or ``th`` for numbers that stay numbers and are shown in Thai digits

    Raises
    ------
    ValueError
        If the table has more rows than a sheet can hold.
    """
    if len(table) > MOST_ROWS:
        raise ValueError(f"table has {len(table)} rows; a sheet holds {MOST_ROWS}")
    target = BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        font = {"font_name": FONT, "font_size": FONT_SIZE, "valign": "top"}
        text = book.add_format({**font, "text_wrap": True})
        day = book.add_format({**font, "num_format": "yyyy-mm-dd", "align": "left"})
        head = book.add_format(
            {**font, "bold": True, "text_wrap": True, "bg_color": "#E3E9F1", "border": 1, "valign": "vcenter"}
        )
        shapes: dict[int, Any] = {}

        def number(value: float) -> Any:
            """The format of a number: as it is, or in Thai digits with the decimals it has."""
            if digits == "arabic":
                return text
            decimals = len(repr(value).partition(".")[2]) if isinstance(value, float) and value % 1 else 0
            if decimals not in shapes:
                shape = f"{THAI_DIGITS}0{'.' if decimals else ''}{'0' * decimals}"
                shapes[decimals] = book.add_format({**font, "text_wrap": True, "num_format": shape})
            return shapes[decimals]

        set_properties(book, title)
        data = book.add_worksheet(sheet_name(say("report.data_sheet")))
        widths = _write_table(data, table, text=text, day=day, head=head, number=number)
        set_page(data, 0, title, (" · ".join(facts), " · ".join(stamp)), pages_wide=pages_wide(widths))
        about = book.add_worksheet(sheet_name(say("report.about_sheet")))
        about.set_column(0, 0, 100)
        for row, line in enumerate([title, *facts, *stamp]):
            about.write_string(row, 0, safe(line), head if row == 0 else text)
    return target.getvalue()


def csv(table: pd.DataFrame) -> bytes:
    """The table as CSV that Excel opens: UTF-8 with BOM, lines ended by CRLF, headings first, a gap empty.

    A text holds what a cell can hold (``cells.safe``). One that a spreadsheet would take for a formula (it starts
    with ``= + - @ ＝``, a tab or a line end, behind apostrophes or none) is preceded by ``'``; the program's own
    reader takes that off again. Numbers are not touched.
    """
    target = StringIO(newline="")
    writer = csv_module.writer(target, lineterminator="\r\n")
    writer.writerow([_csv_text(str(name)) for name in table.columns])
    for values in _rows(table):
        writer.writerow([_csv_value(value) for value in values])
    return (BOM + target.getvalue()).encode()


def _write_table(sheet: Worksheet, table: pd.DataFrame, *, text: Any, day: Any, head: Any, number: Any) -> list[int]:
    """Write headings and rows; gives the columns' widths."""
    names = [safe(str(name)) for name in table.columns]
    rows = [[_xlsx_value(value) for value in values] for values in _rows(table)]
    widths = [_width(name, [row[place] for row in rows]) for place, name in enumerate(names)]
    for place, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.write_string(0, place, name, head)
        sheet.set_column(place, place, width)
    sheet.set_row(0, row_height(names, widths))
    for line, row in enumerate(rows, start=1):
        sheet.set_row(line, row_height(["" if value is None else value for value in row], widths))
        for place, value in enumerate(row):
            _write(sheet, line, place, value, number(value) if isinstance(value, int | float) else text, day)
    sheet.freeze_panes(1, 0)
    if names:
        sheet.autofilter(0, 0, len(rows), len(names) - 1)
    return widths


def _write(sheet: Worksheet, row: int, column: int, value: Any, text: Any, day: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, text)
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value, text)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value, text)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, day)
    else:
        sheet.write_string(row, column, value, text)


def _rows(table: pd.DataFrame) -> list[tuple[Any, ...]]:
    """The table's rows as plain Python values, a gap as None."""
    plain = [[_plain(value) for value in table.iloc[:, place].astype("object")] for place in range(table.shape[1])]
    return list(zip(*plain, strict=True))


def _plain(value: Any) -> Any:
    if value is None or (not isinstance(value, list | tuple) and pd.isna(value)):
        return None
    if isinstance(value, pd.Timestamp):
        moment = value.to_pydatetime()
        return moment.date() if moment == datetime.combine(moment.date(), datetime.min.time()) else moment
    return value.item() if hasattr(value, "item") else value


def _xlsx_value(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | date):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    return safe(str(value))


def _csv_value(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, bool | int | float) else _csv_text(str(value))


def _csv_text(text: str) -> str:
    shown = safe(text)
    return f"'{shown}" if shown.lstrip("'").startswith(FORMULA_STARTS) else shown


def _width(name: str, values: Sequence[Any]) -> int:
    lines = [line for value in (name, *values) if value is not None for line in str(value).split("\n")]
    return min(WIDEST, max(NARROWEST, *(letters(line) + 2 for line in lines)))
