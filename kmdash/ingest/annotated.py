"""A copy of an upload with the findings as comments on its cells, to send back to the unit that made the file."""

import base64
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from kmdash.domain.address import span_of
from kmdash.domain.problem import Problem
from kmdash.domain.reading import Reading
from kmdash.domain.wording import told
from kmdash.domain.words import say
from kmdash.ingest.files import kind_of, read_grids
from kmdash.ingest.files.archive import Archive
from kmdash.ingest.files.package import looked_over
from kmdash.ingest.files.trimmed import trimmed
from kmdash.ingest.guard import run_in_child

ANNOTATOR = "kmdash.ingest.annotated:annotate_here"
HEADINGS = ("cell", "severity", "found", "message", "remedy")
HEADINGS_LEFT_OUT = ("range", "cells", "reason")
COLOURS = {"error": "FFF4B6B4", "question": "FFFFE3A3", "warning": "FFFFF4CC", "info": "FFE3EEF7"}
AUTHOR = "kmdash"
_FORMULA = ("=", "+", "-", "@", "\t")
_WIDTHS = (24, 12, 36, 60, 60)
_COMMENT_WIDTH, _COMMENT_HEIGHT = 320, 140


def annotated(data: bytes, name: str, reading: Reading) -> bytes:
    """The upload as .xlsx: comments and colours on the cells with findings, and a last sheet that lists them all.

    A workbook keeps its formulas, formats and merged ranges (not its macros and pictures); a file of another
    kind is given as the values read. What is added is in the language now set.

    Raises
    ------
    UnreadableFile
        As ``read_file``.
    """
    added = {
        "sheet": say("reader_annotated.sheet"),
        "headings": [say(f"reader_annotated.findings.{name}") for name in HEADINGS],
        "headings_left_out": [say(f"reader_annotated.left_out.{name}") for name in HEADINGS_LEFT_OUT],
        "findings": [_finding(problem) for problem in reading.problems],
        "left_out": [[item.range, item.cells, told(item.reason)] for item in reading.account.ignored],
    }
    return base64.b64decode(run_in_child(data, name, added, worker=ANNOTATOR)["xlsx"])


def _finding(problem: Problem) -> dict[str, str]:
    """A finding as it is told: a text for each of ``HEADINGS``, and its severity's code as ``kind``."""
    return {
        "kind": str(problem.severity),
        "cell": problem.cell,
        "severity": say(f"reader_annotated.severity.{problem.severity}"),
        "found": told(problem.found),
        "message": told(problem.message),
        "remedy": told(problem.remedy),
    }


def annotate_here(data: bytes, name: str, options: dict[str, Any]) -> dict[str, Any]:
    """The same in this process, base64-coded. For the child only."""
    book = _workbook(data, name)
    for finding in options.get("findings", []):
        _comment(book, finding)
    _list_findings(book, options)
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        _InMemory(book, archive).save()
    return {"xlsx": base64.b64encode(file.getvalue()).decode("ascii")}


class _InMemory(ExcelWriter):
    """openpyxl's writer without the files it would put each sheet in: the child cannot open any."""

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet into the archive, as ``ExcelWriter`` does."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        written = BytesIO()
        writer = WorksheetWriter(ws, written)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], written.getvalue())
        self.manifest.append(ws)


def _workbook(data: bytes, name: str) -> Workbook:
    """The file's own workbook where it is one, else a new one with its values."""
    if kind_of(data) == "xlsx":
        return openpyxl.load_workbook(BytesIO(trimmed(looked_over(Archive(data)).parts)), keep_links=False)
    book = Workbook()
    book.remove(book.active)
    for grid in read_grids(data, name):
        sheet = book.create_sheet(grid.sheet[:31].translate(str.maketrans("[]:*?/\\", "-------")))
        for (row, column), cell in grid.cells.items():
            place = sheet.cell(row, column)
            place.value = cell.value
            if isinstance(cell.value, str):
                place.data_type = "s"
        for top, left, bottom, right in grid.merged:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    return book


def _comment(book: Workbook, finding: dict[str, str]) -> None:
    """A comment on the cell a finding names, after those it has."""
    cell = _cell(book, finding["cell"])
    if cell is None:
        return
    text = f"{finding['severity']}: {finding['message']}\n{finding['remedy']}"
    before = f"{cell.comment.text}\n\n" if cell.comment else ""
    cell.comment = Comment(before + text, AUTHOR, height=_COMMENT_HEIGHT, width=_COMMENT_WIDTH)
    if finding["kind"] != "info":
        cell.fill = PatternFill("solid", fgColor=COLOURS[finding["kind"]])


def _cell(book: Workbook, address: str) -> Cell | None:
    """The cell of an address; the upper left of the merged range that covers it."""
    name, _, reference = address.rpartition("!")
    top, left, bottom, _ = span_of(reference)
    if name not in book.sheetnames or not bottom:
        return None
    sheet = book[name]
    cell = sheet.cell(top, left)
    if isinstance(cell, MergedCell):
        span = next(span for span in sheet.merged_cells.ranges if cell.coordinate in span)
        cell = sheet.cell(span.min_row, span.min_col)
    return cell


def _list_findings(book: Workbook, added: dict[str, Any]) -> None:
    """The last sheet: every finding with a link to its cell, then what was left out and why."""
    wanted = added.get("sheet", "")
    name, count = wanted, 1
    while name in book.sheetnames:
        count += 1
        name = f"{wanted} {count}"
    sheet = book.create_sheet(name)
    _row(sheet, added.get("headings", ()), bold=True)
    for finding in added.get("findings", ()):
        _row(sheet, [finding[name] for name in HEADINGS])
        place = sheet.cell(sheet.max_row, 1)
        if _cell(book, finding["cell"]) is not None:
            tab, _, reference = finding["cell"].rpartition("!")
            quoted = tab.replace("'", "''")
            place.hyperlink = f"#'{quoted}'!{reference}"
            place.style = "Hyperlink"
        sheet.cell(sheet.max_row, 2).fill = PatternFill("solid", fgColor=COLOURS[finding["kind"]])
    sheet.append([])
    _row(sheet, added.get("headings_left_out", ()), bold=True)
    for left_out in added.get("left_out", ()):
        _row(sheet, left_out)
    for letter, width in zip("ABCDE", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _row(sheet: Any, values: Sequence[Any], bold: bool = False) -> None:
    """A row of texts as they are, never formulas."""
    row = sheet.max_row + 1 if sheet.max_row > 1 or sheet.cell(1, 1).value is not None else 1
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column)
        cell.value = value
        if isinstance(value, str) and value.startswith(_FORMULA):
            cell.data_type = "s"
            cell.quotePrefix = True
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=bold)
