"""Who is responsible, from one cell: units and persons, separated where the text separates them."""

import re

from kmdash.domain.words import arabic
from kmdash.ingest.normalise.text import clean

UNIT_WORDS = ("สำนัก", "กอง", "กลุ่ม", "ฝ่าย", "ส่วน", "งาน", "ศูนย์", "สถาบัน", "หน่วย")
_STRONG_UNIT_WORDS = ("สำนัก", "กอง", "ฝ่าย", "กลุ่มงาน", "ศูนย์")
_ABBREVIATION = re.compile(r"(?:[ก-ฮ]{1,5}\. ?)+[ก-ฮ]{0,5}")
_NUMBERED = re.compile(r"(?:(?<=\s)|^)\(?(\d{1,2})[.)]\s*(?!\d)")
_BULLET = re.compile(r"^[-•·*▪–]\s*", re.MULTILINE)
_COMMA = re.compile(r"\s*[,;]\s*(?![^()]*\))")
_JOINTS = re.compile(r"\s*/\s*|\s*และ\s*")


def split_owners(text: str) -> list[str]:
    """The owners a cell names, in its order, each as typed; blank gives none.

    Numbered lists, bullets, lines that each begin a unit, and commas separate. A slash or "และ" separates
    only when both sides are clearly names of units (``is_unit``): "สำนักปลัดเทศบาล/ กองทุกกอง" are two,
    "หัวหน้าส่วนราชการแต่ละสำนัก/กอง" and "กองยุทธศาสตร์และงบประมาณ" are one. When unsure, one.

    >>> split_owners("๑. กองคลัง\\n๒. กองช่าง")
    ['กองคลัง', 'กองช่าง']
    >>> split_owners("สำนักปลัดเทศบาล/ กองทุกกอง"), split_owners("บุคลากรทุกสำนัก/กอง")
    (['สำนักปลัดเทศบาล', 'กองทุกกอง'], ['บุคลากรทุกสำนัก/กอง'])
    """
    shown = clean(text)
    parts = _numbered(shown) or _lines(shown)
    names = [name for part in parts for piece in _COMMA.split(part) for name in _units(piece)]
    return [name for name in map(_tidy, names) if name]


def is_unit(text: str) -> bool:
    """Whether a text clearly begins as the name of one unit: a unit word with a name after it, or an abbreviation.

    >>> is_unit("กองคลัง"), is_unit("กพร.สธ."), is_unit("กอง"), is_unit("งบประมาณ")
    (True, True, False, False)
    """
    shown = text.strip()
    if _ABBREVIATION.fullmatch(shown):
        return True
    named = next((shown.removeprefix(word) for word in UNIT_WORDS if shown.startswith(word)), "")
    return len(named.strip()) > 1 and named.strip() not in UNIT_WORDS


def _numbered(text: str) -> list[str]:
    """The items of a list numbered 1, 2, 3 … from its start; empty when it is none."""
    marks = list(_NUMBERED.finditer(arabic(text)))
    if not marks or marks[0].start() != 0 or [int(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [text[mark.end() : end].replace("\n", " ") for mark, end in zip(marks, ends, strict=True)]


def _lines(text: str) -> list[str]:
    """The lines of a text when each begins an owner, else the text as one line (a name wrapped in its cell)."""
    lines = [line for line in text.split("\n") if line]
    if all(_BULLET.match(line) for line in lines) or all(is_unit(line.rstrip(",;")) for line in lines):
        return [_BULLET.sub("", line) for line in lines]
    return [" ".join(lines)]


def _units(text: str) -> list[str]:
    """A text taken apart at each slash or "และ" that stands between two units."""
    for joint in _JOINTS.finditer(text):
        left, right = text[: joint.start()], text[joint.end() :]
        if is_unit(left) and is_unit(_JOINTS.split(right)[0]) and _separates(joint[0], left, right):
            return [left, *_units(right)]
    return [text]


def _separates(joint: str, left: str, right: str) -> bool:
    if left.endswith(UNIT_WORDS):
        return False
    if "/" in joint or right.startswith(_STRONG_UNIT_WORDS) or _ABBREVIATION.fullmatch(right.strip()):
        return True
    kind = next((word for word in UNIT_WORDS if right.startswith(word)), None)
    return joint.startswith(" ") and kind is not None and left.startswith(kind)


def _tidy(name: str) -> str:
    return name.strip(" ,;").replace("สำนัก ปลัด", "สำนักปลัด")
