"""Whether the lines above a page's table are the title of the plan before printed again."""

import difflib
import re
from collections.abc import Sequence

from kmdash.ingest.records.head import plan_number
from kmdash.ingest.records.plan_rows import key_of

SAME_TITLE = 0.75  # how alike the title of a page is to that of the page before
SAME_NAME = 0.6  # how alike two names of a unit or subject are that were meant to be one
_CONTINUED = re.compile(r"[(\[\s]ต่อ\s*[)\]]?$")
_NAMES = re.compile(
    r"(?:^|ของ|[\s:(])(?:กอง|สำนักงาน|สำนัก|กลุ่มงาน|กลุ่ม|ฝ่าย|งาน|ศูนย์|คณะ|กรม|ส่วน|สถาบัน|โรงเรียน|วิทยาลัย|โรงพยาบาล|เทศบาล"
    r"|องค์การบริหารส่วน|จังหวัด|อำเภอ|ตำบล|เรื่อง)\s*(\S{2,})"
)


def same_title(known: Sequence[str], printed: Sequence[str], *, restarts: bool) -> bool:
    """Whether the ``printed`` lines are the ``known`` ones again: every line has one much like it.

    Lines with another plan number, unit or subject are another plan's. A line that ends in "ต่อ" goes on with
    the plan above even where its title is shortened. Where the numbers start again below (``restarts``)
    only the very same lines are the same title.
    """
    lines = [line for line in printed if key_of(line)]
    if not lines or not known or any(_other(line, known) for line in lines):
        return False
    if any(map(is_continued, lines)):
        return True
    return all(any(_alike(line, other, restarts) for other in known) for line in lines)


def is_continued(line: str) -> bool:
    """Whether a title says that it goes on.

    >>> is_continued("แผนการจัดการความรู้ (ต่อ)"), is_continued("การติดต่อ")
    (True, False)
    """
    return bool(_CONTINUED.search(line.strip()))


def _alike(line: str, other: str, exactly: bool) -> bool:
    one, two = key_of(line), key_of(other)
    if one == two or exactly:
        return one == two
    return difflib.SequenceMatcher(None, one, two, autojunk=False).ratio() >= SAME_TITLE


def _other(line: str, known: Sequence[str]) -> bool:
    """Whether a line names another plan's number, unit or subject than the line it is most like."""
    key = key_of(line)
    nearest = max(known, key=lambda text: difflib.SequenceMatcher(None, key_of(text), key, autojunk=False).ratio())
    numbers = {plan_number(text) for text in (line, nearest)} - {None}
    return len(numbers) > 1 or _differ(_NAMES.findall(line), _NAMES.findall(nearest))


def _differ(names: Sequence[str], others: Sequence[str]) -> bool:
    return bool(names and others) and any(
        all(difflib.SequenceMatcher(None, name, other, autojunk=False).ratio() < SAME_NAME for other in others)
        for name in names
    )
