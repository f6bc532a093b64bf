"""Which stage of the KM process, or component of change management, a text names."""

import difflib
import re

from kmdash.domain.identity import match_key
from kmdash.domain.stages import CHANGE, KM, STAGES, of_process
from kmdash.domain.words import arabic

_NUMBERED = re.compile(r"^[(\[]?\s*(ขั้นตอนที่|ขั้นที่|ลำดับที่|ลำดับ|องค์ประกอบที่)?\s*(\d+)?\s*[.):\]]*\s*(.*)$", re.DOTALL)
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_PROCESS_OF_WORD = {"ขั้นตอนที่": KM, "ขั้นที่": KM, "องค์ประกอบที่": CHANGE}
_LEAD = match_key("การ")
SHORTEST = 6  # letters of a name cut short that counts where its number agrees
_ACTIVITY_NUMBER = re.compile(r"([1-9])\.\d+")
CLOSE = 0.88
_SPELT = [
    ((process, stage.number), match_key(name))
    for process in (KM, CHANGE)
    for stage in of_process(process)
    for name in (stage.thai, stage.english, *stage.spellings)
]


def stage_names(text: str) -> list[tuple[str, int]]:
    """The (process, number) pairs a section's text names; several when the name stands in both processes.

    The name decides, not the number printed before it; a name that differs by a letter or two still counts, and
    one cut short where its number is the name's own. What stands in brackets after the name does not count.
    Without a name, "ขั้นที่ n" and "องค์ประกอบที่ n" say it by number.

    >>> stage_names("ขั้นตอนที่ ๑ การบ่งชี้ความรู้"), stage_names("(๓) การจัดความรู้"), stage_names("ขั้นที่ ๒")
    ([('KM', 1)], [('KM', 3)], [('KM', 2)])
    >>> stage_names("การเรียนรู้")
    [('KM', 7), ('change', 4)]
    >>> stage_names("จัดประชุม"), stage_names("1. Knowledge identification (KI)"), stage_names("๒")
    ([], [('KM', 1)], [])
    """
    found = _NUMBERED.match(arabic(text).strip())
    if not found:
        return []
    word, number, name = found.groups()
    key, short = match_key(name), match_key(_BRACKETS.sub("", name))
    if not key:
        return stage_of_number(_PROCESS_OF_WORD.get(word or ""), number)
    exact = [pair for pair, spelt in _SPELT if spelt in (key, short)]
    if exact:
        return exact
    close = [
        pair for pair, spelt in _SPELT if len(spelt) > 8 and max(_alike(spelt, key), _alike(spelt, short)) >= CLOSE
    ]
    return list(dict.fromkeys(close)) or _cut_short(short.removeprefix(_LEAD), number)


def stage_of_number(process: str | None, number: str | None) -> list[tuple[str, int]]:
    """The stage of a process by its number alone; nothing where there is no such stage.

    >>> stage_of_number("KM", "7"), stage_of_number("change", "7"), stage_of_number(None, "1")
    ([('KM', 7)], [], [])
    """
    if process is None or number is None or int(number) not in {stage.number for stage in of_process(process)}:
        return []
    return [(process, int(number))]


def _cut_short(key: str, number: str | None) -> list[tuple[str, int]]:
    if number is None or len(key) < SHORTEST:
        return []
    begun = [pair for pair, spelt in _SPELT if spelt.removeprefix(_LEAD).startswith(key) and pair[1] == int(number)]
    return list(dict.fromkeys(begun))


def _alike(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def stage_number_of(no: str) -> int | None:
    """The stage an activity's number names: the n of n.m, for n up to 7.

    >>> stage_number_of("3.2"), stage_number_of("12"), stage_number_of("8.1")
    (3, None, None)
    """
    found = _ACTIVITY_NUMBER.fullmatch(no)
    return int(found[1]) if found and int(found[1]) <= len(STAGES) else None
