"""The steps that evidence is asked for: those of a KPI's levels and of an activity's checklist."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kmdash.domain.level_texts import split_levels
from kmdash.domain.milestone import LEVELS, steps_of
from kmdash.domain.words import arabic

TICK = "✓ "
MOST_STEPS = 20  # of a checklist
_BULLET = re.compile(r"^\s*(?:[-–•*]|\(?[\d๐-๙]{1,2}[.)])\s*")
_STEP = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
_LINK = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
_FILE = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")


@dataclass(frozen=True)
class Step:
    """A step: its number ("2", or "1.2" where its level has several), its level or place, and what is to be done."""

    number: str
    level: int
    text: str
    ticked: bool = False


def steps_of_kpi(kpi: Mapping[str, Any]) -> list[Step]:
    """The steps of a milestone KPI, level by level; none of a KPI on another scale.

    A level whose text is a list has a step a line.

    >>> [step.number for step in steps_of_kpi({"scale": "milestone", "level_texts": "- ก ↵ - ข\\nค"})]
    ['1.1', '1.2', '2', '3', '4', '5']
    """
    if kpi["scale"] != "milestone":
        return []
    texts = split_levels(kpi["level_texts"])[:LEVELS]
    found = []
    for level, text in enumerate([*texts, *[""] * (LEVELS - len(texts))], start=1):
        lines = _lines(text)
        several = len(lines) > 1
        found += [Step(f"{level}.{no}" if several else str(level), level, line) for no, line in enumerate(lines, 1)]
    return found


def steps_of_activity(activity: Mapping[str, Any]) -> list[Step]:
    """The steps of an activity's checklist; one without a checklist has none.

    >>> steps_of_activity({"checklist": "✓ วางแผน\\nเสนอ"})[0]
    Step(number='1', level=1, text='วางแผน', ticked=True)
    """
    lines = [line.strip() for line in (activity["checklist"] or "").split("\n") if line.strip()]
    return [
        Step(str(place), place, line.removeprefix(TICK).strip(), line.startswith(TICK))
        for place, line in enumerate(lines, start=1)
    ]


def step_number(text: str) -> str | None:
    """A step's number as typed, in Arabic digits; None where it is none.

    >>> step_number("ขั้นที่ ๑.๒"), step_number("2"), step_number("ทั้งหมด")
    ('1.2', '2', None)
    """
    found = _STEP.search(arabic(text))
    return found[0] if found else None


def covers(step: str | None, number: str) -> bool:
    """Whether evidence told of ``step`` is evidence of the step of that number: what is told of a level is of each.

    >>> covers("1", "1.2"), covers("1.1", "1.2"), covers(None, "3")
    (True, False, True)
    """
    return step is None or number == step or number.startswith(f"{step}.")


def reached_levels(result: Mapping[str, Any]) -> set[int]:
    """The levels that a result of a milestone KPI tells as reached; without a list all up to its number."""
    if result["steps"] is not None:
        return set(steps_of(result["steps"]) or ())
    actual = result["actual"]
    return set() if actual is None else set(range(1, min(LEVELS, max(0, int(actual))) + 1))


def kind_of(text: str) -> str:
    """What a line of evidence is: ``link``, ``file`` or ``text``.

    >>> kind_of("https://km.example/1"), kind_of("คำสั่ง 12-2561.pdf"), kind_of("แฟ้ม KM เล่ม 1")
    ('link', 'file', 'text')
    """
    line = text.strip()
    return "link" if _LINK.match(line) else "file" if _FILE.search(line) else "text"


def _lines(text: str) -> list[str]:
    """The items of a level's text; one without a sign of a list in front goes on with the item before it."""
    items: list[str] = []
    for line in filter(None, (line.strip() for line in text.split("\n"))):
        if items and not _BULLET.match(line):
            items[-1] = f"{items[-1]} {line}"
        else:
            items.append(_BULLET.sub("", line))
    return items or [""]
