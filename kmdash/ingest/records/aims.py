"""What an office's knowledge management is for, and its SWOT: a table of scopes, and pages of numbered points."""

import re
from collections.abc import Callable, Mapping, Sequence

from kmdash.domain.identity import match_key
from kmdash.domain.learning import BENEFITS
from kmdash.domain.wording import worded
from kmdash.ingest.layouts.table import Table
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_follow import AimDraft, SwotDraft
from kmdash.ingest.records.plan_rows import closing
from kmdash.ingest.records.ways import read_ways
from kmdash.ingest.sheet import Sheet

HEADING = "reader_left.aims_heading"
BESIDE = "reader_left.aims_beside"
_POINT = re.compile(r"^\s*(?:[-–•*]|\(?\d{1,2}[.)])\s*(?P<text>\S.*)$", re.DOTALL)
_SWOT = {
    "strengths": ("จุดแข็ง", "strength"),
    "weaknesses": ("จุดอ่อน", "weakness"),
    "opportunities": ("โอกาส", "opportunit"),
    "threats": ("อุปสรรค", "ภัยคุกคาม", "ความเสี่ยง", "threat"),
    "success_factor": ("ปัจจัยแห่งความสำเร็จ",),
}
_AIMS = {
    "scope": ("ขอบเขต km", "ขอบเขตการจัดการความรู้"),
    "goal": ("เป้าหมายของการจัดการความรู้", "เป้าหมายการจัดการความรู้", "เป้าหมาย km"),
    "success_factor": ("ปัจจัยแห่งความสำเร็จ",),
    "vision": ("การกำหนด knowledge vision", "knowledge vision", "วิสัยทัศน์ความรู้"),
    "factor": ("เป้าหมาย (ปัจจัย)",),
}
_PARTIES = {"staff": ("พนักงาน", "บุคลากร", "ข้าราชการ", "เจ้าหน้าที่"), "executives": ("ผู้บริหาร",), "policy": ("นโยบาย",)}
_Point = tuple[str, str, str]  # heading, text and cell of a point


def read_scope(sheet: Sheet, table: Table, found: Collected) -> int:
    """The scopes with what each party has of them; the party stands in the heading or in the row below it."""
    columns = [column for name, column in sorted(table.columns.items()) if name.startswith("benefit")]
    below = next((row for row in table.rows if not sheet.text(row, table.columns["scope"])), None)
    parties = _parties(sheet, [row for row in (below, table.header) if row is not None], columns)
    before = len(found.aims)
    for row in table.rows:
        text, reason = sheet.text(row, table.columns["scope"]), closing(sheet, row)
        if row == below or reason or not text:
            sheet.ignore_row(row, reason or HEADING)
            continue
        told = {parties[column]: sheet.text(row, column) for column in columns if column in parties}
        found.aims.append(AimDraft("scope", _text(text), sheet.address(row, table.columns["scope"]), told))
        for column in sheet.cells(row):
            sheet.take(row, column, "scope")
    for row in table.head:
        sheet.ignore_row(row, worded("reader_left.table_title"))
    return len(found.aims) - before


def _parties(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> dict[int, str]:
    """Whose benefit each column tells, by its own words; without any in the order of the form."""
    found: dict[int, str] = {}
    for column in columns:
        for row in rows:
            party = _party(match_key(sheet.text(row, column)))
            if party and party not in found.values():
                found.setdefault(column, party)
    return found or dict(zip(columns, BENEFITS, strict=False))


def _party(key: str) -> str | None:
    """The party that a heading names first."""
    places = {
        name: min(place for word in words if (place := key.find(match_key(word))) >= 0)
        for name, words in _PARTIES.items()
        if any(match_key(word) in key for word in words)
    }
    return min(places, key=lambda name: places[name]) if places else None


def read_aims(sheet: Sheet, found: Collected) -> int:
    """The numbered points below each heading of a page of scope, goals and factors."""
    points = _points(sheet, _AIMS)
    found.aims += [AimDraft(kind, text, cell) for kind, text, cell in points]
    return len(points)


def read_swot(sheet: Sheet, found: Collected) -> int:
    """The points below strengths, weaknesses, opportunities and threats; success factors beside them are aims."""
    points = _points(sheet, _SWOT, ("success_factor",))
    own = [point for point in points if point[0] != "success_factor"]
    found.aims += [AimDraft(kind, text, cell) for kind, text, cell in points if kind == "success_factor"]
    if own:
        texts: dict[str, list[str]] = {}
        for kind, text, _ in own:
            texts.setdefault(kind, []).append(text)
        found.swots.append(SwotDraft({kind: "\n".join(lines) for kind, lines in texts.items()}, own[0][2]))
    return len(points)


AIM_READERS: dict[str, Callable[[Sheet, Collected], int]] = {
    "scope": read_aims,
    "swot": read_swot,
    "ways": read_ways,
}


def _points(sheet: Sheet, headings: Mapping[str, Sequence[str]], unnumbered: tuple[str, ...] = ()) -> list[_Point]:
    """The points of a page under the headings known; lines without a number only under those ``unnumbered``."""
    found: list[_Point] = []
    kind, opening = "", {name: tuple(map(match_key, words)) for name, words in headings.items()}
    for row in sheet.rows:
        for column, text in sheet.cells(row).items():
            key, point = match_key(text), _POINT.match(text)
            opened = next((name for name, begins in opening.items() if key.startswith(begins)), None)
            if opened and not point:
                kind = opened
                sheet.usage.ignore(sheet.name, row, column, HEADING)
            elif kind and (point or kind in unnumbered):
                found.append((kind, _text(text), sheet.address(row, column)))
                sheet.take(row, column, kind)
            else:
                sheet.usage.ignore(sheet.name, row, column, BESIDE)
    return found


def _text(text: str) -> str:
    """A point without its number."""
    found = _POINT.match(text)
    return (found["text"] if found else text).strip()
