"""Rows that look like the heading of a table of no known form: what stands below is no part of the table above."""

import re
from collections.abc import Callable
from functools import lru_cache

from kmdash.domain.identity import match_key
from kmdash.ingest.layouts.known import FORMS
from kmdash.ingest.sheet import Sheet

FEWEST = 3
NAMED = 2  # cells that are a known heading, and little more than it
MOSTLY = 0.6  # share of a heading's letters that its known word has
LONGEST = 60
_VALUE = re.compile(r"[\d๐-๙.,/%\s-]+|[-–✓✔/xX]")


def is_untaken(sheet: Sheet, row: int) -> bool:
    """Whether a row heads a table: three short texts or more, two of them known headings, rows filled below.

    It stands at the top, below a blank row or below a line of one or two texts.
    """
    texts = sheet.cells(row)
    if (
        len(texts) < FEWEST
        or len(sheet.cells(row - 1)) >= FEWEST
        or any(len(text) > LONGEST or _VALUE.fullmatch(text) for text in texts.values())
    ):
        return False
    if sum(map(is_named, texts.values())) < NAMED:
        return False
    below = set(sheet.cells(row + 1)) | set(sheet.cells(row + 2))
    return len(below & set(texts)) > 1


@lru_cache(maxsize=10_000)
def is_named(text: str) -> bool:
    """Whether a text is the heading of some form's column and little else.

    >>> is_named("ลำดับที่"), is_named("จำนวนเงิน"), is_named("กิจกรรมเสียงตามสาย")
    (True, True, False)
    """
    key = match_key(text.partition("(")[0])
    longest = max((heading.length(key) for form in FORMS for heading in form.columns), default=0)
    return bool(key) and longest >= MOSTLY * len(key)


def rows_of(sheet: Sheet, row: int, is_heading: Callable[[int], bool]) -> list[int]:
    """The rows of the table that a row heads: it and the filled ones below, up to a blank row or another heading."""
    rows = [row]
    while sheet.cells(rows[-1] + 1) and not is_heading(rows[-1] + 1):
        rows.append(rows[-1] + 1)
    return rows
