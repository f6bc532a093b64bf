"""Targets in words: operator, number and unit, and whether a result meets them (rules.md, section 3)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kmdash.domain.scale import exact

Words = Mapping[str, tuple[str, ...]]

PERCENT = "ร้อยละ"
PERCENTS = (PERCENT, "%")  # a KPI's unit where its results are parts of a hundred
_BEFORE = {
    ">=": ("ไม่น้อยกว่า", "ไม่ต่ำกว่า", "อย่างน้อย", "ตั้งแต่", "≥", ">="),
    "<=": ("ไม่เกินกว่า", "ไม่เกิน", "ไม่มากกว่า", "ไม่สูงกว่า", "อย่างมาก", "≤", "<="),
    ">": ("มากกว่า", "เกินกว่า", "เกิน", "สูงกว่า", ">"),
    "<": ("น้อยกว่า", "ต่ำกว่า", "<"),
    "=": ("เท่ากับ", "="),
}
_AFTER = {">=": ("ขึ้นไป", "เป็นอย่างน้อย"), "<=": ("ลงมา", "เป็นอย่างมาก")}
_WORDS = [word for words in (*_BEFORE.values(), *_AFTER.values()) for word in words]
_JOINING = ("หรือ", "และ", "ถึง", "–", "-")


def _either(groups: Words) -> str:
    words = sorted((word for words in groups.values() for word in words), key=len, reverse=True)
    return "|".join(map(re.escape, words))


_TARGET = re.compile(
    r"(?:เป้าหมาย\s*:?\s*|จำนวน\s*)?"
    rf"(?P<before>{_either(_BEFORE)})?\s*(?:จำนวน\s*)?(?P<percent>ร้อยละ)?\s*"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*"
    rf"(?P<unit>[^\d]{{0,40}}?)\s*(?P<after>{_either(_AFTER)})?"
)


@dataclass(frozen=True)
class Target:
    """What is to be reached: ``operator`` is >=, <=, >, < or =; ``unit`` is "" where none is named."""

    operator: str
    number: Fraction
    unit: str

    def met(self, result: Fraction) -> bool:
        """Whether a result meets it."""
        return {
            ">=": result >= self.number,
            "<=": result <= self.number,
            ">": result > self.number,
            "<": result < self.number,
            "=": result == self.number,
        }[self.operator]

    def share_reached(self, result: Fraction) -> Fraction | None:
        """The part of the target that a result is, 1 being the whole; None where no part can be told.

        Where more is better it is result ÷ target and may exceed 1; where less is better it is 1 when met, else
        target ÷ result. An exact target has no parts.
        """
        if self.operator in (">=", ">"):
            return result / self.number if self.number > 0 and result >= 0 else None
        if self.operator in ("<=", "<"):
            if self.met(result):
                return Fraction(1)
            return self.number / result if result > 0 and self.number >= 0 else None
        return None


def parse_target(text: str, direction: str | None = "up") -> Target | None:
    """A target's words; None where they do not say one number for certain.

    A number without an operator is the least to be reached, or the most where less is better (``direction``
    is ``down``).

    >>> parse_target("ไม่น้อยกว่าร้อยละ ๘๐"), parse_target("๒ องค์ความรู้").operator, parse_target("80 - 90")
    (Target(operator='>=', number=Fraction(80, 1), unit='ร้อยละ'), '>=', None)
    """
    found = _TARGET.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    before, after = _operator(_BEFORE, found["before"]), _operator(_AFTER, found["after"])
    unit = found["unit"].strip()
    if (before and after and before != after) or any(word in unit for word in (*_WORDS, *_JOINING)):
        return None
    if unit.startswith("%"):
        unit = unit.removeprefix("%").strip()
        percent = True
    else:
        percent = found["percent"] is not None
    operator = before or after or ("<=" if direction == "down" else ">=")
    return Target(operator, exact(found["number"].replace(",", "")), f"{PERCENT} {unit}".strip() if percent else unit)


def _operator(groups: Words, word: str | None) -> str | None:
    return next((operator for operator, words in groups.items() if word in words), None)
