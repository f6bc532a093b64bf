"""Targets in words: operator, number and unit, and whether a result meets them (rules.md, section 3)."""

import re
from dataclasses import dataclass
from fractions import Fraction

from kmdash.domain.comparisons import AFTER, BEFORE, WORDS, either, is_a_date, operator_of
from kmdash.domain.scale import exact

PERCENT = "ร้อยละ"
_PERCENTS = (PERCENT, "%", "เปอร์เซ็นต์", "เปอร์เซนต์", "percent")
_JOINING = ("หรือ", "และ", "ถึง", "–", "-")


_TARGET = re.compile(
    r"(?:เป้าหมาย\s*:?\s*|จำนวน\s*)?"
    rf"(?P<before>{either(BEFORE)})?\s*(?:จำนวน\s*)?(?P<percent>ร้อยละ)?\s*"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*"
    rf"(?P<unit>[^\d]{{0,40}}?)\s*(?P<after>{either(AFTER)})?"
)


def is_percent(unit: str | None) -> bool:
    """Whether a KPI's unit says that its results are parts of a hundred.

    >>> is_percent("ร้อยละของบุคลากร"), is_percent("%"), is_percent("คน"), is_percent(None)
    (True, True, False, False)
    """
    return unit is not None and unit.strip().lower().startswith(_PERCENTS)


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
    try:
        said = operator_of(found["before"], found["after"])
    except ValueError:
        return None
    unit = found["unit"].strip()
    if is_a_date(found["before"], unit) or any(word in unit for word in (*WORDS, *_JOINING)):
        return None
    if unit.startswith("%"):
        unit = unit.removeprefix("%").strip()
        percent = True
    else:
        percent = found["percent"] is not None
    operator = said or ("<=" if direction == "down" else ">=")
    return Target(operator, exact(found["number"].replace(",", "")), f"{PERCENT} {unit}".strip() if percent else unit)
