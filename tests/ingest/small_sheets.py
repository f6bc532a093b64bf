"""Small workbooks for the tests of the reader: a sheet a list of rows."""

from io import BytesIO

import openpyxl
from openpyxl.styles import PatternFill

from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here

OFFICE = ["แผนการจัดการความรู้ของกรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"]
UNIT = ["กองแผนงาน"]


def read(*sheets, merged=(), shaded=(), hidden_rows=()):
    """The reading of a workbook with these sheets; merges, shading and hidden rows are of the first."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"แผ่น {number}")
        for row, texts in enumerate(rows, start=1):
            for column, text in enumerate(texts, start=1):
                if text != "":
                    sheet.cell(row, column, text)
        if number == 1:
            for span in merged:
                sheet.merge_cells(span)
            for cell in shaded:
                sheet[cell].fill = PatternFill("solid", fgColor="FF8DB4E2")
            for row in hidden_rows:
                sheet.row_dimensions[row].hidden = True
    file = BytesIO()
    book.save(file)
    return from_plain(read_here(file.getvalue(), "แผน.xlsx", {}))
