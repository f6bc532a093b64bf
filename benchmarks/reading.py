"""Reading a file, against openpyxl loading it twice (once for formulas, once for their values)."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl

from benchmarks.race import Line
from kmdash.domain.fiscal import MONTHS_SHORT
from kmdash.domain.stages import STAGES
from kmdash.ingest.files import read_grids
from kmdash.ingest.read import read_here

SAMPLE = Path(__file__).resolve().parents[1] / "sample_data" / "plans-2562.xlsx"
REFERENCE = "openpyxl twice"


def lines(scale: float) -> Iterator[Line]:
    """The sample workbook and an office's own form of 200 rows, whatever the scale."""
    sample, form = SAMPLE.read_bytes(), large_form()
    yield Line("workbook to cells", REFERENCE, lambda: read_grids(sample, "plans.xlsx"), lambda: _twice(sample))
    yield Line("workbook to reading", REFERENCE, lambda: read_here(sample, "plans.xlsx", {}), lambda: _twice(sample))
    yield Line(
        "200-row form to reading", REFERENCE, lambda: read_here(form, "form.xlsx", {}), lambda: _twice(form), 1.5
    )


def large_form() -> bytes:
    """An action plan of seven stages and 196 activities as an office types it."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["แผนการจัดการความรู้ของกรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"])
    sheet.append(["ที่", "กิจกรรม", "ระยะเวลา", "ตัวชี้วัด", "เป้าหมาย", "กลุ่มเป้าหมาย", "ผู้รับผิดชอบ", "หมายเหตุ"])
    for stage in STAGES:
        sheet.append([f"ขั้นตอนที่ {stage.number} {stage.thai}"])
        for place in range(1, 29):
            month = MONTHS_SHORT[(stage.number + place) % 9]
            cells = [f"ประชุมเรื่องที่ {place} ของขั้นตอน", f"{month} ๖๒", "จำนวนครั้ง", f"อย่างน้อย {place} ครั้ง"]
            sheet.append([f"{stage.number}.{place}", *cells, "บุคลากร", "กองแผนงาน", ""])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _twice(data: bytes) -> None:
    openpyxl.load_workbook(BytesIO(data))
    openpyxl.load_workbook(BytesIO(data), data_only=True)
