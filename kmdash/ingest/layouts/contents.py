"""What the cells of a column hold, for columns whose heading does not say it."""

import re
from collections.abc import Callable, Iterable

from kmdash.domain.identity import match_key
from kmdash.domain.period import PeriodKind
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.numbers import is_blank_mark, number
from kmdash.ingest.normalise.owners import is_unit
from kmdash.ingest.normalise.periods import parse_period
from kmdash.ingest.normalise.stages import stage_names
from kmdash.ingest.normalise.status import status_of

MARKS = frozenset(
    map(match_key, ("✓", "✔", "☑", "√", "/", "x", "X", "P", "ü", "●", "⚫", "1", "๑", "เลือก", "*", "v", "×", "ใช่"))
)
_CROSSES = frozenset(map(match_key, ("x", "×", "✗", "✘", "☒")))
_CHOSEN = frozenset(map(match_key, ("✅", "⬤", "true", "yes")))
_NOT_CHOSEN = frozenset(map(match_key, ("0", "false", "no", "ไม่เลือก", "ไม่ใช่", "ไม่", "☐", "□")))
_VARIATION = "\ufe0f"  # asks for the coloured form of the letter before it
ENOUGH = 0.6
LONGEST_LOOKED_AT = 120
LONGEST_STATUS = 25
_QUANTITY = re.compile(r"(?:[^\d\s]+\s*)?\d[\d,.]*(?:\s*[^\d\s]+)?")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}\s*(?:น\.|-|–)")
_ITEM = re.compile(r"[-•*☐☑✓□■(\[]|[0-9๐-๙]+[.)]")


def is_mark(text: str) -> bool:
    """Whether a text is a tick: ✓, /, x, P, 1 …

    >>> is_mark("✓"), is_mark("๑"), is_mark("ประชุม")
    (True, True, False)
    """
    return match_key(text) in MARKS or text.strip() in "✓✔☑√/●×*"


def is_cross(text: str) -> bool:
    """Whether a mark is a cross, which beside ticks may mean the opposite."""
    return match_key(text.replace(_VARIATION, "")) in _CROSSES


def vote_mark(text: str) -> bool | None:
    """What a cell of a ballot says: chosen, not chosen (also where it is blank), or None where it is no mark.

    >>> vote_mark("✓"), vote_mark(""), vote_mark("๐"), vote_mark("True"), vote_mark("อาจจะ")
    (True, False, False, True, None)
    """
    shown = text.replace(_VARIATION, "")
    key = match_key(shown)
    if is_blank_mark(shown) or key in _NOT_CHOSEN:
        return False
    return True if is_mark(shown) or key in _CHOSEN or key in _CROSSES else None


def _is_period(text: str) -> bool:
    if len(text) > LONGEST_LOOKED_AT:
        return False
    period = parse_period(text)
    return period.kind != PeriodKind.UNCLEAR or bool(period.start or period.end)


def _is_list(text: str) -> bool:
    """Whether a text is a list of several lines."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(_ITEM.match(line) for line in lines[:2])


HOLDS: dict[str, Callable[[str], bool]] = {
    "period": _is_period,
    "mark": is_mark,
    "vote": lambda text: vote_mark(text) is not None,
    "number": lambda text: number(text) is not None,
    "percent": lambda text: number(text) is not None,
    "status": lambda text: status_of(text) is not None,
    "unit": is_unit,
    "stage": lambda text: bool(stage_names(text)),
    "checklist": _is_list,
    "quantity": lambda text: len(text) < LONGEST_STATUS and bool(_QUANTITY.fullmatch(arabic(text).strip())),
    "clock": lambda text: bool(_CLOCK.search(arabic(text))),
    "note": lambda text: len(text) > LONGEST_STATUS,
    "text": lambda text: True,
}


def share(texts: Iterable[str], holds: str) -> float:
    """The share of the filled texts (blank marks left out) that hold what ``holds`` names; 0 where none is filled."""
    filled = [text for text in texts if text and not is_blank_mark(text)]
    return sum(map(HOLDS[holds], filled)) / len(filled) if filled else 0.0
