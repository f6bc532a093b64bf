"""Owners that name nobody: "ทุกกอง", "ผู้เกี่ยวข้อง"."""

import re

_NOBODY = re.compile(r"ทุก(?!ข์)|แต่ละ|เกี่ยวข้อง|^(?:บุคลากร|เจ้าหน้าที่|all\b|everyone)", re.IGNORECASE)


def names_nobody(owner: str) -> bool:
    """Whether an owner, one of a cell's, is everyone and so nobody who could be asked.

    >>> [names_nobody(owner) for owner in ("ทุกกอง", "หน่วยงานที่เกี่ยวข้อง", "กองทุกข์ร้อน", "กองคลัง")]
    [True, True, False, False]
    """
    return bool(_NOBODY.search(owner.strip()))
