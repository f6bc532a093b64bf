"""Levels that are told as counts of one thing: "๑ - ๒ กลุ่มภารกิจ", "๕ ช่องทางขึ้นไป", "มากกว่า ๓" (rules.md, section 3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.])"
_SHARE = "ร้อยละ"
_SPAN = re.compile(rf"{_NUMBER}\s*(?:-|–|—|ถึง)\s*{_NUMBER}\s*([^\d\s(]*)")
_ONE = re.compile(
    rf"(?P<words>ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|ตั้งแต่|ไม่มากกว่า|ไม่เกิน|มากกว่า|เกินกว่า|เกิน|น้อยกว่า|ต่ำกว่า|≥|≤|>|<)?"
    rf"\s*(?:{_SHARE})?\s*{_NUMBER}\s*(?P<thing>[^\d\s(]*)"
)
_LEAST = ("ไม่น้อยกว่า", "ไม่ต่ำกว่า", "อย่างน้อย", "ตั้งแต่", "≥")
_MOST = ("ไม่มากกว่า", "ไม่เกิน", "≤")
_MORE, _LESS = ("มากกว่า", "เกินกว่า", "เกิน", ">"), ("น้อยกว่า", "ต่ำกว่า", "<")
_UPWARDS = "ขึ้นไป"


@dataclass(frozen=True)
class CountRange:
    """The counts of one level, both ends included; ``high`` None is without end."""

    low: int
    high: int | None

    def holds(self, count: float) -> bool:
        """Whether a count lies within."""
        return self.low <= count and (self.high is None or count <= self.high)


def count_range(text: str) -> CountRange | None:
    """The counts that a level's text asks for; None where it does not say exactly one range of whole numbers.

    >>> count_range("๑ - ๒ กลุ่มภารกิจ"), count_range("๕ ช่องทางขึ้นไป"), count_range("มากกว่า ๓")
    (CountRange(low=1, high=2), CountRange(low=5, high=None), CountRange(low=4, high=None))
    >>> count_range("ครบทุกกลุ่ม"), count_range("๒ กลุ่ม ๓ เรื่อง"), count_range("ไม่เกิน 5 ขึ้นไป")
    (None, None, None)
    """
    found = _read(text)
    return found[0] if found else None


def _read(text: str) -> tuple[CountRange, str] | None:
    """The range and the thing counted."""
    numbers = re.findall(r"\d+(?:[.,]\d+)*", text)
    span = _SPAN.search(text)
    if span and len(numbers) == 2:
        low, high = _whole(span[1]), _whole(span[2])
        return (CountRange(low, high), span[3]) if low <= high else None
    one = _ONE.search(text)
    if not one or len(numbers) != 1:
        return None
    words, number = one["words"], _whole(one[2])
    thing = one["thing"].removesuffix(_UPWARDS)
    if _UPWARDS in text or words in _LEAST:
        return (CountRange(number, None), thing) if words in (None, *_LEAST) else None
    if words in _MORE:
        return CountRange(number + 1, None), thing
    if words in _MOST:
        return CountRange(0, number), thing
    if words in _LESS:
        return (CountRange(0, number - 1), thing) if number else None
    return CountRange(number, number), thing


def _whole(text: str) -> int:
    return int(text.replace(",", ""))


@dataclass(frozen=True)
class Rubric:
    """The count ranges of levels 1 to 5; None where a level's text gives none."""

    ranges: tuple[CountRange | None, ...]

    def levels_of(self, count: float) -> list[int]:
        """The levels (from 1) whose range holds a count: one where the ranges are sound."""
        return [level for level, found in enumerate(self.ranges, start=1) if found and found.holds(count)]

    def is_short(self, count: float) -> bool:
        """Whether a count is on the worse side of level 1 and of every other level that is known."""
        known = [found for found in self.ranges if found]
        first = self.ranges[0]
        if first is None or len(known) == 1:
            return False
        if all(first.low < other.low for other in known if other is not first):
            return count < first.low
        return first.high is not None and count > first.high and all(first.low > other.low for other in known[1:])

    @property
    def overlaps(self) -> list[tuple[int, int]]:
        """The pairs of levels whose ranges have counts in common."""
        known = [(level, found) for level, found in enumerate(self.ranges, start=1) if found]
        return [
            (one, other)
            for place, (one, first) in enumerate(known)
            for other, second in known[place + 1 :]
            if (second.high is None or first.low <= second.high) and (first.high is None or second.low <= first.high)
        ]

    @property
    def gaps(self) -> list[tuple[int, int]]:
        """The spans of counts (first, last) between the ranges that belong to no level."""
        known = sorted((found for found in self.ranges if found), key=lambda found: found.low)
        found, end = [], None
        for one in known:
            if end is not None and one.low > end + 1:
                found.append((end + 1, one.low - 1))
            if one.high is None:
                break
            end = one.high if end is None else max(end, one.high)
        return found


def rubric(texts: Sequence[str]) -> Rubric | None:
    """The ranges of five level texts; None unless at least two count one thing and all that count do.

    >>> rubric(["ไม่มี", "๑ - ๒ กลุ่ม", "๓ - ๔ กลุ่ม", "๕ - ๖ กลุ่ม", "ครบทุกกลุ่ม"]).levels_of(4)
    [3]
    """
    found = [_read(text) for text in texts]
    things = [one[1] for one in found if one]
    if len(texts) != 5 or len(things) < 2:
        return None
    shortest = min(things, key=len)
    if not all(thing.startswith(shortest) for thing in things):
        return None
    return Rubric(tuple(one[0] if one else None for one in found))
