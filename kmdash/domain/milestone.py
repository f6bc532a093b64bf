"""Milestone KPIs: level n needs the steps 1 … n, in whole levels (rules.md, section 3)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEVELS = 5
_ITEM = re.compile(r"(\d+)(?:-(\d+))?")
_DASH = re.compile(r"\s*[-–]\s*")


@dataclass(frozen=True)
class Milestone:
    """The level reached, and the steps ``over_gap``: above one that was not reached, so that they do not count."""

    level: int
    over_gap: tuple[int, ...]


def milestone(steps: Iterable[int]) -> Milestone:
    """The level that the steps reached give, 0 to 5.

    >>> milestone([1, 2, 4])
    Milestone(level=2, over_gap=(4,))
    """
    reached = set(steps)
    level = next(number for number in range(LEVELS + 1) if number + 1 not in reached)
    return Milestone(level, tuple(sorted(step for step in reached if step > level)))


def steps_of(text: str, last_step: int = LEVELS) -> tuple[int, ...] | None:
    """The steps a text lists, in either digits, singly or as ranges; None where it is no list of the steps there are.

    >>> steps_of("๑-๓, 5"), steps_of("1,2,6"), steps_of("เกือบครบ")
    ((1, 2, 3, 5), None, None)
    """
    found: set[int] = set()
    for item in re.split(r"[,;\s]+", _DASH.sub("-", text.strip())):
        whole = _ITEM.fullmatch(item)
        if whole is None:
            return None
        first, last = int(whole[1]), int(whole[2] or whole[1])
        if not 1 <= first <= last <= last_step:
            return None
        found |= set(range(first, last + 1))
    return tuple(sorted(found))
