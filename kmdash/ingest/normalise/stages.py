"""Which stage of the KM process, or component of change management, a text names."""

import difflib
import re

from kmdash.domain.identity import match_key
from kmdash.domain.stages import CHANGE, COMPONENTS, KM, STAGES
from kmdash.ingest.normalise.text import arabic

_NUMBERED = re.compile(r"^(?:ขั้นตอนที่|ขั้นที่|ลำดับที่|ลำดับ|องค์ประกอบที่)?\s*(\d+)?\s*[.):]?\s*(.*)$", re.DOTALL)
_ACTIVITY_NUMBER = re.compile(r"([1-9])\.\d+")
CLOSE = 0.88


def stage_names(text: str) -> list[tuple[str, int]]:
    """The (process, number) pairs a section's text names; several when the name stands in both processes.

    The name decides, not the number printed before it; a name that differs by a letter or two still counts.

    >>> stage_names("ขั้นตอนที่ ๑ การบ่งชี้ความรู้")
    [('KM', 1)]
    >>> stage_names("การเรียนรู้")
    [('KM', 7), ('change', 4)]
    >>> stage_names("จัดประชุม"), stage_names("1. Knowledge identification")
    ([], [('KM', 1)])
    """
    found = _NUMBERED.match(arabic(text).strip())
    key = match_key(found[2]) if found else ""
    if not key:
        return []
    named = [
        (process, stage.number, name)
        for process, stages in ((KM, STAGES), (CHANGE, COMPONENTS))
        for stage in stages
        for name in map(match_key, (stage.thai, stage.english, *stage.spellings))
    ]
    exact = [(process, number) for process, number, name in named if name == key]
    return exact or [
        (process, number)
        for process, number, name in named
        if len(name) > 8 and difflib.SequenceMatcher(None, name, key, autojunk=False).ratio() >= CLOSE
    ]


def stage_number_of(no: str) -> int | None:
    """The stage an activity's number names: the n of n.m, for n up to 7.

    >>> stage_number_of("3.2"), stage_number_of("12"), stage_number_of("8.1")
    (3, None, None)
    """
    found = _ACTIVITY_NUMBER.fullmatch(no)
    return int(found[1]) if found and int(found[1]) <= len(STAGES) else None
