"""Levels that are told as counts of one thing: "๑ - ๒ กลุ่มภารกิจ", "๕ ช่องทางขึ้นไป", "มากกว่า ๓" (rules.md, section 3)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kmdash.domain.comparisons import AFTER, BEFORE, WORDS, either, is_a_date, operator_of

_NUMBER = r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?![\d.])"
_BEFORE = rf"(?P<before>{either(BEFORE)})?\s*(?:จำนวน\s*)?(?P<percent>ร้อยละ)?\s*"
_THING = r"\s*(?P<thing>[^\d\s(]*)"
_SPAN = re.compile(rf"{_BEFORE}{_NUMBER}\s*%?\s*(?:-|–|—|ถึง)\s*(?:ร้อยละ)?\s*{_NUMBER}{_THING}")
_ONE = re.compile(rf"{_BEFORE}{_NUMBER}{_THING}")
_ANY = re.compile(rf"{_BEFORE}\d[\d,]*(?:\.\d+)?{_THING}")
_AFTER = re.compile(either(AFTER))


@dataclass(frozen=True)
class CountRange:
    """The counts of one level, both ends included; ``high`` None is without end.

    ``without`` is an end that does not itself belong: more than 60 per cent is no whole number of anything.
    """

    low: int
    high: int | None
    without: int | None = None

    def holds(self, count: float) -> bool:
        """Whether a count lies within."""
        return self.low <= count and (self.high is None or count <= self.high) and count != self.without

    def is_inside(self, other: "CountRange") -> bool:
        """Whether every count of this range, and not the other way round, is one of the other's."""
        if self == other or self.low < other.low or (self.low == other.low == other.without != self.without):
            return False
        if other.high is None:
            return True
        if self.high is None or self.high > other.high:
            return False
        return not (self.high == other.high == other.without != self.without)

    def meets(self, other: "CountRange") -> bool:
        """Whether the ranges have counts in common."""
        low = max(self.low, other.low)
        highs = [found.high for found in (self, other) if found.high is not None]
        high = min(highs, default=None)
        return high is None or low < high or (low == high and self.holds(low) and other.holds(low))


def count_range(text: str) -> CountRange | None:
    """The counts that a level's text asks for; None where it does not say exactly one range of whole numbers.

    >>> count_range("๑ - ๒ กลุ่มภารกิจ") == CountRange(1, 2), count_range("๕ ช่องทางขึ้นไป") == CountRange(5, None)
    (True, True)
    >>> count_range("มากกว่า ๓") == CountRange(4, None), count_range("มากกว่าร้อยละ ๓") == CountRange(3, None, without=3)
    (True, True)
    >>> count_range("ครบทุกกลุ่ม"), count_range("๒ กลุ่ม ๓ เรื่อง"), count_range("ไม่เกิน 5 ขึ้นไป")
    (None, None, None)
    """
    found = _read(text)
    return found[0] if found else None


def comparison(text: str) -> str | None:
    """How a level's text compares with its one number: >=, <=, >, <, =, or "" where no word says; None if not clear.

    >>> comparison("ตั้งแต่ ๒ ช่องทางขึ้นไป"), comparison("มี ๓.๕ เรื่อง"), comparison("มากกว่าปีก่อน ๒ กลุ่ม")
    ('>=', '', None)
    """
    found = _ANY.search(text)
    return _operator(found, text) if found else None


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*", text)


def _read(text: str) -> tuple[CountRange, str] | None:
    """The range and the thing counted."""
    numbers = len(_numbers(text))
    found = _SPAN.search(text) if numbers == 2 else _ONE.search(text) if numbers == 1 else None
    operator = None if found is None else _operator(found, text)
    if found is None or operator is None or (numbers == 2 and _AFTER.search(text)):
        return None
    thing = _AFTER.sub("", found["thing"])
    parts = found["percent"] is not None or thing.startswith("%")
    first = _whole(found[3])
    span = _from_to(operator, first, _whole(found[4]), parts) if numbers == 2 else _beyond(operator, first, parts)
    return (span, thing) if span else None


def _operator(found: re.Match[str], text: str) -> str | None:
    """What the words say of the number: "" where there are none, None where they are not clear."""
    rest = text[: found.start()] + text[found.end("thing") :]
    after = _AFTER.findall(found["thing"] + rest)
    if (
        len(after) > 1
        or is_a_date(found["before"], found["thing"])
        or any(word in _AFTER.sub("", rest) for word in WORDS)
    ):
        return None
    try:
        return operator_of(found["before"], *after or [None]) or ""
    except ValueError:
        return None


def _from_to(operator: str, low: int, high: int, parts: bool) -> CountRange | None:
    """From one number to another, as "ตั้งแต่" may say; "มากกว่า" leaves the first out."""
    if operator not in ("", ">=", ">") or low > high or (operator == ">" and low == high):
        return None
    if operator == ">":
        return CountRange(low, high, low) if parts else CountRange(low + 1, high)
    return CountRange(low, high)


def _beyond(operator: str, number: int, parts: bool) -> CountRange | None:
    """From a number on, or up to it; parts of a hundred are no whole numbers, so that more than 60 is not 61."""
    if operator == ">":
        return CountRange(number, None, number) if parts else CountRange(number + 1, None)
    if operator == "<":
        below = CountRange(0, number, number) if parts else CountRange(0, number - 1)
        return below if number else None
    high = {">=": None, "<=": number}.get(operator, number)
    return CountRange(0 if operator == "<=" else number, high)


def _whole(text: str) -> int:
    return int(text.replace(",", ""))


@dataclass(frozen=True)
class Rubric:
    """The count ranges of levels 1 to 5; None where a level's text gives none."""

    ranges: tuple[CountRange | None, ...]

    def levels_of(self, count: float) -> list[int]:
        """The levels (from 1) that a count is of: one where the ranges are sound.

        Of a level whose range lies inside that of a lower one ("๒ เรื่องขึ้นไป", "๓ เรื่องขึ้นไป"), the higher counts.
        """
        held = [(level, found) for level, found in enumerate(self.ranges, start=1) if found and found.holds(count)]
        return [
            level
            for place, (level, found) in enumerate(held)
            if not any(higher.is_inside(found) for _, higher in held[place + 1 :])
        ]

    def is_short(self, count: float) -> bool:
        """Whether a count is on the worse side of level 1 and of every other level that is known."""
        known = [found for found in self.ranges if found]
        first = self.ranges[0]
        if first is None or len(known) == 1:
            return False
        others = [found for found in known if found is not first]
        if (count < first.low or count == first.low == first.without) and all(first.low <= one.low for one in others):
            return True
        if first.high is None or count < first.high or first.holds(count):
            return False
        return all(one.high is not None and one.high <= first.high for one in others)

    @property
    def overlaps(self) -> list[tuple[int, int]]:
        """The pairs of levels whose ranges have counts in common, and the higher is not inside the lower."""
        known = [(level, found) for level, found in enumerate(self.ranges, start=1) if found]
        return [
            (one, other)
            for place, (one, first) in enumerate(known)
            for other, second in known[place + 1 :]
            if first.meets(second) and not second.is_inside(first)
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
