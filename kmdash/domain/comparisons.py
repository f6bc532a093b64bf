"""Words that compare with a number: before it ("ไม่น้อยกว่า ๓") or after it ("๓ เรื่องขึ้นไป")."""

import re
from collections.abc import Mapping

from kmdash.domain.fiscal import MONTHS_FULL, MONTHS_SHORT

WITHIN = "ภายใน"
Words = Mapping[str, tuple[str, ...]]

BEFORE: Words = {
    ">=": ("มากกว่าหรือเท่ากับ", "ไม่น้อยกว่า", "ไม่ต่ำกว่า", "อย่างน้อย", "ตั้งแต่", "≥", ">=", "=>"),
    "<=": (
        *("น้อยกว่าหรือเท่ากับ", "ไม่เกินกว่า", "ไม่เกิน", "ไม่มากกว่า", "ไม่สูงกว่า", "อย่างมาก", WITHIN),
        *("≤", "<=", "=<"),
    ),
    ">": ("มากกว่า", "เกินกว่า", "เกิน", "สูงกว่า", ">"),
    "<": ("น้อยกว่า", "ต่ำกว่า", "ไม่ถึง", "<"),
    "=": ("เท่ากับ", "="),
}
AFTER: Words = {">=": ("ขึ้นไป", "เป็นอย่างน้อย"), "<=": ("ลงมา", "เป็นอย่างมาก")}
WORDS = tuple(word for words in (*BEFORE.values(), *AFTER.values()) for word in words)


def either(groups: Words) -> str:
    """A pattern of any of the words, the longer first."""
    return "|".join(
        map(re.escape, sorted((word for words in groups.values() for word in words), key=len, reverse=True))
    )


def operator_of(before: str | None, after: str | None) -> str | None:
    """What the words around a number say: >=, <=, >, < or =; None where there are none.

    Raises
    ------
    ValueError
        If the words before and after contradict each other.

    >>> operator_of("ไม่เกิน", None), operator_of(None, "ขึ้นไป"), operator_of(None, None)
    ('<=', '>=', None)
    """
    found = {_meant(BEFORE, before), _meant(AFTER, after)} - {None}
    if len(found) > 1:
        raise ValueError(f"before and after contradict each other: {before!r}, {after!r}")
    return next(iter(found), None)


def is_a_date(before: str | None, thing: str) -> bool:
    """Whether a number after "ภายใน" is a day or a year, not a length of time.

    >>> is_a_date("ภายใน", "ก.ย."), is_a_date("ภายใน", ""), is_a_date("ภายใน", "วัน")
    (True, True, False)
    """
    return before == WITHIN and (not thing or thing.startswith((*MONTHS_FULL, *MONTHS_SHORT)))


def _meant(groups: Words, word: str | None) -> str | None:
    return next((operator for operator, words in groups.items() if word in words), None)
