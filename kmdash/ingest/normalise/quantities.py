"""Quantities in words: numbers with their units, and the words that say on which side of them a level begins."""

import re
from collections.abc import Sequence

from kmdash.domain.rubric import comparison
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.numbers import is_blank_mark, number

_LEAST = r"ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|ตั้งแต่|ขึ้นไป|≥|>="
_MOST = r"ไม่มากกว่า|ไม่เกินกว่า|ไม่เกิน|ลงมา|ภายใน|≤|<="
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_COUNTED = re.compile(rf"({_NUMBER})\s*([^\d\s]*)")
_QUANTITY = re.compile(
    rf"(?:{_LEAST}|{_MOST}|ไม่|มากกว่า|น้อยกว่า|ต่ำกว่า|สูงกว่า|เกินกว่า|เกิน|[<>])*\s*(?:จำนวน|ร้อยละ)?\s*{_NUMBER}"
    rf"(?:\s*(?:-|–|ถึง)\s*(?:ร้อยละ)?\s*{_NUMBER})?\s*[^\d\s]*\s*(?:ขึ้นไป|ลงมา)?"
)


def is_quantity(text: str) -> bool:
    """Whether a text is nothing but a number or a span of numbers, with its unit and its comparing words.

    >>> is_quantity("ไม่น้อยกว่าร้อยละ ๘๐"), is_quantity("๑ - ๒ กลุ่มภารกิจ"), is_quantity("มีแผน ๑ แผน")
    (True, True, False)
    """
    return bool(_QUANTITY.fullmatch(arabic(text).strip()))


def with_unit(target: str | None, unit: str | None) -> str | None:
    """A target that is nothing but a number, with the unit that stands in a column beside it.

    >>> with_unit("๑๒๐", "คน"), with_unit("80", "ร้อยละ"), with_unit("๒ ครั้ง", "ครั้ง"), with_unit("5", None)
    ('๑๒๐ คน', 'ร้อยละ 80', '๒ ครั้ง', '5')
    """
    if not target or not unit or is_blank_mark(unit) or "%" in target or number(target) is None:
        return target
    return f"{unit} {target}" if unit == "ร้อยละ" else f"{target} {unit}"


def counted_thresholds(texts: Sequence[str]) -> list[float]:
    """The five thresholds of texts that count one thing, each with its only number; empty where they are none.

    A level begins at its number: one that begins beyond it ("มากกว่า ๓", "ต่ำกว่า ๖๐") has no threshold, and neither
    have levels that rise by the most of each or fall by the least.

    >>> counted_thresholds(["๑ ครั้ง", "๒ ครั้ง", "๓ ครั้ง", "๔ ครั้ง", "ตั้งแต่ ๕ ครั้งขึ้นไป"])
    [1.0, 2.0, 3.0, 4.0, 5.0]
    >>> counted_thresholds(["๑ ครั้ง", "๒ ครั้ง", "๓ ครั้ง", "๔ ครั้ง", "มากกว่า ๕ ครั้ง"])
    []
    """
    found = [_COUNTED.findall(arabic(text)) for text in texts]
    told = [comparison(text) for text in texts]
    if any(len(numbers) != 1 for numbers in found) or None in told:
        return []
    things = [numbers[0][1] for numbers in found]
    levels = [float(numbers[0][0].replace(",", "")) for numbers in found]
    rises, falls = sorted(set(levels)) == levels, sorted(set(levels), reverse=True) == levels
    if not (rises or falls) or not set(told) <= {"", ">=" if rises else "<="}:
        return []
    return levels if all(thing.startswith(min(things, key=len)) for thing in things) else []
