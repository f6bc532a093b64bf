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
    """A kind of text: of each group in ``words`` some line begins with one of its words.

    Keys of the catalogue: ``reason`` is told where it is left out, ``name`` says what it is where it can be read.
    """

    kind: str
    reason: str
    words: tuple[tuple[str, ...], ...]
    name: str = ""


PAGES = (
    Page(
        "record",
        "reader_left.page_record",
        (("แบบบันทึก", "บันทึกชุด", "บันทึกองค์ความรู้"), ("ชื่อองค์ความรู้",)),
        "reader_left.page_record_name",
    ),
    Page("committee_order", "reader_left.page_order", (("คำสั่ง",), ("แต่งตั้ง", "เรื่อง แต่งตั้ง"))),
    Page("announcement", "reader_left.page_announcement", (("ประกาศ",), ("เรื่อง",), ("จึงประกาศ", "ประกาศ ณ วันที่"))),
    Page("letter", "reader_left.page_letter", (("เรื่อง",), ("เรียน",))),
    Page(
        "committee",
        "reader_left.page_committee",
        (("คณะกรรมการ", "คณะทำงาน"), ("มีหน้าที่", "หน้าที่", "อำนาจหน้าที่")),
    ),
    Page("swot", "reader_left.page_swot", (("จุดแข็ง",), ("จุดอ่อน",)), "reader_left.page_swot_name"),
    Page("scope", "reader_left.page_scope", (("ขอบเขต",), ("เป้าหมาย",), ("ปัจจัย",)), "reader_left.page_scope_name"),
    Page(
        "ways",
        "reader_left.page_ways",
        (("การจัดการ knowledge sharing", "การจัดการ knowledge asset", "knowledge sharing", "knowledge asset"),),
        "reader_left.page_ways_name",
    ),
    Page("project", "reader_left.page_project", (("หลักการและเหตุผล",), ("วัตถุประสงค์",))),
    Page(
        "process",
        "reader_left.page_process",
        (("กระบวนการจัดการความรู้",), ("เป็นกระบวนการ",), ("การบ่งชี้ความรู้",)),
    ),
    Page("categories", "reader_left.page_categories", (("หมวดหมู่องค์ความรู้",),), "reader_left.page_categories_name"),
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
