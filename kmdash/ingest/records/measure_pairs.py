"""Which target and which result are of one thing: by what their headings count, whichever stands left."""

import re
from collections.abc import Mapping

from kmdash.domain.identity import match_key

Heads = Mapping[int, str]  # a column's heading, from the top: "การจัดเก็บ / เป้าหมาย"

_ROLE = re.compile(r"^(?:ค่า|จำนวน|กลุ่ม)?(?:เป้าหมาย|แผน|ผลลัพธ์|ผลงาน|ผล|ส่งแล้ว|ทำได้)(?:การดำเนินงาน|การปฏิบัติงาน)?")
_BRACKETS = re.compile(r"\s*\([^)]*\)")


def kind_of(heading: str) -> str:
    """What of a thing is counted, as the heading of a target or actual says it; "" where it says no more.

    >>> kind_of("เป้าหมายการจัดเก็บ"), kind_of("ผลการเบิกจ่าย (บาท)"), kind_of("เป้าหมาย"), kind_of("การบันทึก / ผล")
    ('การจัดเก็บ', 'การเบิกจ่าย', '', 'การบันทึก')
    """
    texts = (_BRACKETS.sub("", _ROLE.sub("", text.strip())).strip() for text in heading.split(" / "))
    return " / ".join(filter(None, texts))


def paired(targets: Heads, actuals: Heads) -> tuple[dict[int, int], set[int]]:
    """The result's column of each target's, and the columns of which it is not sure whether they belong together.

    They do where both headings count the same and no other does. Headings that say no more than target and result
    are pairs where there is one of each, or where they alternate. A target alone, or a result, is no doubt.

    >>> paired({3: "เป้าหมายการจัดเก็บ", 5: "เป้าหมายการบันทึก"}, {2: "ผลการจัดเก็บ", 4: "ผลการบันทึก"})
    ({3: 2, 5: 4}, set())
    >>> paired({1: "เป้าหมายการจัดเก็บ"}, {2: "ผลการบันทึก"})
    ({}, {1, 2})
    """
    pairs: dict[int, int] = {}
    keys = {column: _key(heading) for column, heading in (*targets.items(), *actuals.items())}
    for key in dict.fromkeys(keys.values()):
        pairs |= _of_key([c for c in targets if keys[c] == key], [c for c in actuals if keys[c] == key])
    alone = [[column for column in side if column not in {*pairs, *pairs.values()}] for side in (targets, actuals)]
    if len(alone[0]) == len(alone[1]) == 1:
        one, other = (keys[side[0]] for side in alone)
        if one in other or other in one:
            return pairs | {alone[0][0]: alone[1][0]}, set()
    return pairs, set(alone[0] + alone[1]) if all(alone) else set()


def _key(heading: str) -> str:
    return match_key(kind_of(heading)).removeprefix("การ")


def _of_key(targets: list[int], actuals: list[int]) -> dict[int, int]:
    """Pairs of columns that count the same: one of each, or in turn, each result beside its target."""
    if len(targets) != len(actuals):
        return {}
    pairs = dict(zip(sorted(targets), sorted(actuals), strict=True))
    left = {target < actual for target, actual in pairs.items()}
    ends = [max(pair) for pair in pairs.items()]
    begins = [min(pair) for pair in pairs.items()]
    apart = all(end < begin for end, begin in zip(ends, begins[1:], strict=False))
    return pairs if len(left) <= 1 and apart else {}
