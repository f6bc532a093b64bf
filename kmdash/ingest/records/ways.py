"""How an office shares and keeps its knowledge: the points and lines of its page of KS and KA."""

import re

from kmdash.domain.identity import match_key
from kmdash.domain.wording import worded
from kmdash.ingest.records.collected import Collected
from kmdash.ingest.records.drafts_follow import AimDraft
from kmdash.ingest.sheet import Sheet

_AREAS = {
    kind: tuple(match_key(f"{before}{name}") for before in ("", "การจัดการ"))
    for kind, name in {"sharing": "knowledge sharing", "asset": "knowledge asset"}.items()
}
_LINE = re.compile(r"^\s*[-–•*]\s*(?P<text>\S.*)$", re.DOTALL)
_POINT = re.compile(r"^\s*\(?[0-9๐-๙]{1,2}[.)]\s*(?P<text>\S.*)$", re.DOTALL)
_TAKES_IN = ("ได้แก่", "ดังนี้", ":")


def read_ways(sheet: Sheet, found: Collected) -> int:
    """A draft a line below a point, named after its point; a point without lines is one itself.

    A line that ends in "ได้แก่" takes in the lines below it, up to the next point; a text without a mark continues
    the line above it. Without one above it names the lines that follow, and is left out where none does.
    """
    page = _Page(sheet)
    for row in sheet.rows:
        for column, text in sheet.cells(row).items():
            page.read(row, column, text)
    page.close()
    found.aims += page.drafts
    return len(page.drafts)


class _Page:
    """A page being read: its area, the point it is at with its cell, and the lines so far."""

    def __init__(self, sheet: Sheet):
        self.sheet = sheet
        self.drafts: list[AimDraft] = []
        self.kind, self.point, self.numbered = "", "", False
        self.at: tuple[int, int] | None = None  # of a point without lines so far
        self.last: AimDraft | None = None  # the line that a text may continue

    def read(self, row: int, column: int, text: str) -> None:
        """Enter a cell where it belongs."""
        key, line, point = match_key(text), _LINE.match(text), _POINT.match(text)
        opened = next((kind for kind, begins in _AREAS.items() if key.startswith(begins)), None)
        if opened:
            self.close()
            self.kind, self.point = opened, ""
            self.sheet.usage.ignore(self.sheet.name, row, column, worded("reader_left.aims_heading"))
        elif not self.kind:
            self.sheet.usage.ignore(self.sheet.name, row, column, worded("reader_left.aims_beside"))
        elif line:
            self._line(row, column, line["text"].strip())
        elif self.last and not point:
            self.last.text += f" {text.strip()}"
            self.sheet.take(row, column, self.kind)
        else:
            self.close()
            self.point, self.numbered, self.at = (point["text"] if point else text).strip(), bool(point), (row, column)

    def close(self) -> None:
        """End a point: one with a number and without lines is a way itself, a text without either a heading."""
        if self.at and self.numbered:
            self.drafts.append(AimDraft(self.kind, self.point, self.sheet.address(*self.at)))
            self.sheet.take(*self.at, self.kind)
        elif self.at:
            self.sheet.usage.ignore(self.sheet.name, *self.at, worded("reader_left.aims_heading"))
        self.at = self.last = None

    def _line(self, row: int, column: int, text: str) -> None:
        self.sheet.take(row, column, self.kind)
        if self.at:
            self.sheet.take(*self.at, self.kind)
            self.at = None
        if self.last and self.last.text.split(" · ")[0].endswith(_TAKES_IN):
            self.last.text += f" · {text}"
            return
        named = f"{self.point}: {text}" if self.point else text
        self.last = AimDraft(self.kind, named, self.sheet.address(row, column))
        self.drafts.append(self.last)
