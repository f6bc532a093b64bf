"""Sheets of running text that come with plans: named by the words their lines begin with, left out with the reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kmdash.domain.identity import match_key
from kmdash.ingest.sheet import Sheet

WIDEST = 3  # cells of a row; a wider one is a row of some table
_BULLET = re.compile(r"^(?:[-•*]|\(?[0-9๐-๙.]+[.)]?)\s*(?=\D)")


@dataclass(frozen=True)
class Page:
    """A kind of text: of each group in ``words`` some line begins with one of its words; ``reason`` is told (Thai).

    ``name`` says what it is (Thai) where a sheet of this kind can be read.
    """

    kind: str
    reason: str
    words: tuple[tuple[str, ...], ...]
    name: str = ""


PAGES = (
    Page(
        "record",
        "เป็นแบบบันทึกองค์ความรู้ที่ยังไม่ได้กรอก",
        (("แบบบันทึก", "บันทึกชุด", "บันทึกองค์ความรู้"), ("ชื่อองค์ความรู้",)),
        "แบบบันทึกองค์ความรู้",
    ),
    Page("committee_order", "เป็นคำสั่งแต่งตั้ง ไม่ใช่ตารางที่แดชบอร์ดนี้ใช้", (("คำสั่ง",), ("แต่งตั้ง", "เรื่อง แต่งตั้ง"))),
    Page("announcement", "เป็นประกาศ มีแต่ข้อความ", (("ประกาศ",), ("เรื่อง",), ("จึงประกาศ", "ประกาศ ณ วันที่"))),
    Page("letter", "เป็นหนังสือนำส่ง มีแต่ข้อความ", (("เรื่อง",), ("เรียน",))),
    Page(
        "committee",
        "เป็นรายชื่อและหน้าที่ของคณะกรรมการ ไม่ใช่แผน",
        (("คณะกรรมการ", "คณะทำงาน"), ("มีหน้าที่", "หน้าที่", "อำนาจหน้าที่")),
    ),
    Page(
        "swot",
        "เป็นการวิเคราะห์จุดแข็งและจุดอ่อน แต่ไม่มีข้อใดใต้หัวข้อ",
        (("จุดแข็ง",), ("จุดอ่อน",)),
        "จุดแข็ง จุดอ่อน โอกาส และอุปสรรค",
    ),
    Page(
        "scope",
        "เป็นขอบเขต เป้าหมาย และปัจจัยแห่งความสำเร็จ แต่ไม่มีข้อใดใต้หัวข้อ",
        (("ขอบเขต",), ("เป้าหมาย",), ("ปัจจัย",)),
        "ขอบเขต เป้าหมาย และปัจจัยแห่งความสำเร็จ",
    ),
    Page("project", "เป็นรายละเอียดโครงการ มีแต่ข้อความ", (("หลักการและเหตุผล",), ("วัตถุประสงค์",))),
    Page(
        "process",
        "เป็นคำอธิบายกระบวนการจัดการความรู้ ไม่ใช่แผน",
        (("กระบวนการจัดการความรู้",), ("เป็นกระบวนการ",), ("การบ่งชี้ความรู้",)),
    ),
    Page("categories", "เป็นรายการหมวดหมู่องค์ความรู้ที่ว่างอยู่", (("หมวดหมู่องค์ความรู้",),), "รายการหมวดหมู่องค์ความรู้"),
)


def page_of(sheet: Sheet, rows: Sequence[int]) -> Page | None:
    """The kind of text a sheet's rows are; None where no kind fits, or where a row is too wide to be running text."""
    widths = [len(sheet.cells(row)) for row in rows]
    if max(widths, default=0) > WIDEST or sum(width < WIDEST for width in widths) < len(widths) / 2:
        return None
    lines = [match_key(_BULLET.sub("", text)) for row in rows for text in sheet.cells(row).values()]
    return next((page for page in PAGES if all(_begins(lines, group) for group in page.words)), None)


def _begins(lines: list[str], words: tuple[str, ...]) -> bool:
    keys = tuple(map(match_key, words))
    return any(line.startswith(keys) for line in lines)
