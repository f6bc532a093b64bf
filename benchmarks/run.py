"""Speed as ratios: each measure against a reference that anyone can run, in turn, in one run.

``python benchmarks/run.py`` prints a line a measure: the median of the pairs' ratios, their least and greatest,
and the number of pairs. Absolute times depend on the machine and are not printed.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ["KMDASH_DB"] = f"sqlite:///{tempfile.mkdtemp()}/benchmark.db"

import openpyxl  # noqa: E402
from streamlit.testing.v1 import AppTest  # noqa: E402

from kmdash.domain.fiscal import MONTHS_SHORT  # noqa: E402
from kmdash.domain.stages import STAGES  # noqa: E402
from kmdash.ingest.files import read_grids  # noqa: E402
from kmdash.ingest.read import read_here  # noqa: E402
from kmdash.store import open_store  # noqa: E402

PAIRS = 9
SAMPLE = ROOT / "sample_data"
PAGES = ("overview", "coverage", "attainment", "calendar", "vote")


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratios(measured: Callable[[], object], reference: Callable[[], object]) -> list[float]:
    """The ratios of ``PAIRS`` pairs, taken in turn after one of each that is not counted."""
    measured(), reference()
    return [seconds(measured) / seconds(reference) for _ in range(PAIRS)]


def reading() -> Iterator[tuple[str, list[float]]]:
    """The sample workbook to cells, and to a whole reading, against openpyxl loading it twice."""
    data = (SAMPLE / "plans-2562.xlsx").read_bytes()

    def twice() -> None:
        openpyxl.load_workbook(BytesIO(data))
        openpyxl.load_workbook(BytesIO(data), data_only=True)

    yield "workbook to cells / openpyxl twice", ratios(lambda: read_grids(data, "plans.xlsx"), twice)
    yield "workbook to reading / openpyxl twice", ratios(lambda: read_here(data, "plans.xlsx", {}), twice)


def large_form() -> Iterator[tuple[str, list[float]]]:
    """An office's own form of 200 rows to a whole reading, against openpyxl loading it twice; the goal is 1.5."""
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
    data = file.getvalue()

    def twice() -> None:
        openpyxl.load_workbook(BytesIO(data))
        openpyxl.load_workbook(BytesIO(data), data_only=True)

    yield "200-row form to reading / openpyxl twice", ratios(lambda: read_here(data, "form.xlsx", {}), twice)


def pages() -> Iterator[tuple[str, list[float]]]:
    """A rerun of each page on the sample against a bare page with a button and a text."""
    from kmdash.domain.reading import from_plain

    store = open_store()
    for path in sorted(SAMPLE.glob("*-2562.[cx]*")):
        part = from_plain(read_here(path.read_bytes(), path.name, {}))
        store.write(part.parts, actor="benchmark", kind="import")
    bare = AppTest.from_string("import streamlit as st\nst.button('x')\nst.text('y')").run()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    for name in PAGES:
        app.switch_page(f"pages/meeting/{name}.py")
        yield f"rerun of {name} / bare page", ratios(app.run, bare.run)


if __name__ == "__main__":
    for part in (reading, large_form, pages):
        for name, found in part():
            least, most = min(found), max(found)
            print(f"{name:40s} × {statistics.median(found):6.2f}  ({least:.2f}–{most:.2f}, n={len(found)})")
