"""A heading of one to three rows as one text a column: groups spread over their columns, rows below read along."""

import re
from dataclasses import dataclass
from functools import cached_property

from kmdash.domain.identity import match_key
from kmdash.domain.words import arabic
from kmdash.ingest.layouts.month_columns import is_plan_or_result, month_span
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.normalise.status import status_of
from kmdash.ingest.sheet import Sheet

DEEPEST = 3
LEVELS = 5
FEWEST_COUNTED = 3  # columns of a heading that a row of numbers counts
_OTHER_SHARES = tuple(map(match_key, ("น้ำหนัก", "ค่าน้ำหนัก", "weight", "งบ", "วงเงิน", "เป้าหมาย", "ค่าเป้าหมาย", "แผน")))
_COUNT = re.compile(r"\s*[(\[]?\s*(\d{1,2})\s*[)\].]?\s*(?:=.*)?$")


@dataclass(frozen=True)
class ColumnHead:
    """The texts over a column, from the top: ("สถานะ", "ดำเนินการแล้ว")."""

    column: int
    texts: tuple[str, ...]

    @property
    def shown(self) -> str:
        """As told to a reader."""
        return " / ".join(self.texts)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What is looked for among the headings' words: the lowest text first, then those above it."""
        return tuple(map(match_key, reversed(self.texts)))


def column_heads(sheet: Sheet, row: int) -> tuple[int, list[ColumnHead]]:
    """The last row of the heading that begins in ``row``, and the texts over each of its columns."""
    last = row
    while last - row + 1 < DEEPEST and _goes_on(sheet, row, last):
        last += 1
    columns = sorted({column for line in range(row, last + 1) for column in sheet.cells(line)})
    heads = []
    for column in columns:
        texts = [_text_over(sheet, line, column, line < last) for line in range(row, last + 1)]
        heads.append(ColumnHead(column, tuple(dict.fromkeys(text for text in texts if text))))
    return last, heads


def numbers_columns(sheet: Sheet, row: int, last: int) -> bool:
    """Whether the row below a heading (rows ``row`` to ``last``) counts its columns: (1), (2), (3) … from the first.

    A count may go on with how it is reckoned: "(5) = (3) - (4)".
    """
    below = sheet.cells(last + 1)
    first = min((column for line in range(row, last + 1) for column in sheet.cells(line)), default=0)
    counts = [_COUNT.match(arabic(text)) for text in below.values()]
    counted = [int(count[1]) for count in counts if count]
    return len(counted) >= FEWEST_COUNTED and counted == list(range(1, len(below) + 1)) and min(below) == first


def is_subheading(text: str) -> bool:
    """Whether a text is one that stands under a group heading: a month, a quarter, plan or result, a level, a status.

    >>> is_subheading("ต.ค."), is_subheading("ระดับ ๑"), is_subheading("ดำเนินการแล้ว"), is_subheading("ประชุม")
    (True, True, True, False)
    """
    dated = month_span(text) is not None or is_plan_or_result(text)
    return dated or level_of(text) is not None or status_of(text) is not None


def is_other_share(key: str) -> bool:
    """Whether a heading (its ``match_key``) makes the percents under it a share of something else than the work done.

    >>> is_other_share(match_key("น้ำหนัก")), is_other_share(match_key("ร้อยละความสำเร็จตามเป้าหมาย"))
    (True, False)
    """
    return key.startswith(_OTHER_SHARES)


def is_done(heading: str) -> bool:
    """Whether a heading of dates tells when the work was done, not when it is planned.

    >>> is_done("วันที่ดำเนินการจริง"), is_done("ระยะเวลาดำเนินการ")
    (True, False)
    """
    return "จริง" in heading


def level_of(text: str) -> int | None:
    """The level (1–5) a heading names.

    >>> level_of("ระดับ ๑"), level_of("5"), level_of("ค่าเป้าหมาย ระดับ 3"), level_of("6")
    (1, 5, 3, None)
    """
    key = match_key(arabic(text))
    if "ระดับ" in key:
        key = key[key.rindex("ระดับ") :]
    for lead in ("ระดับที่", "ระดับคะแนน", "ระดับ", "ค่าคะแนน", "คะแนน", "level"):
        key = key.removeprefix(match_key(lead))
    value = number(key)
    return int(value) if value is not None and value in range(1, LEVELS + 1) else None


def _goes_on(sheet: Sheet, row: int, last: int) -> bool:
    """Whether the row below belongs to the heading: under a group, beside a merged heading, or all subheadings."""
    below = sheet.cells(last + 1)
    if not below:
        return False
    groups = [span for span in sheet.spans(last) if span[3] > span[1] and span[2] == last]
    if any(left <= column <= right for _, left, _, right in groups for column in below):
        return True
    if any(top >= row and bottom > last for top, _, bottom, _ in sheet.spans(last)):
        return True
    return len(below) > 1 and all(map(is_subheading, below.values()))


def _text_over(sheet: Sheet, row: int, column: int, group: bool) -> str:
    """The text of a heading cell, that of the merged range it lies in, or of the group it stands under."""
    own = sheet.text(row, column)
    if own:
        return own
    for top, left, _, right in sheet.spans(row):
        if left <= column <= right:
            return sheet.text(top, left)
    if not group:
        return ""
    texts = sheet.cells(row)
    before = [other for other in texts if other < column]
    if not before or not is_subheading(sheet.text(row + 1, column)):
        return ""
    between = range(before[-1], column)
    return texts[before[-1]] if all(is_subheading(sheet.text(row + 1, place)) for place in between) else ""
