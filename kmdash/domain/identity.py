"""Ids of the register's rows, the same for the same thing in every file and on every machine."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from kmdash.domain.words import arabic

_LEADING_NUMBER = re.compile(r"\s*([๐-๙0-9]+(?:\.[๐-๙0-9]+)*)[.)]\s+")
_IGNORED = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00a0.]+")


def match_key(text: str) -> str:
    """A text reduced to what must agree for two spellings to be the same: no blanks, dots or invisible marks.

    For comparing only, never for showing (it takes ำ apart).

    >>> match_key("กพร. สธ.") == match_key("กพร.สธ")
    True
    """
    return arabic(_IGNORED.sub("", unicodedata.normalize("NFKC", text))).casefold()


def office_code(office: str | None) -> str:
    """A short code of an office's name, for ids."""
    return hashlib.sha256(match_key(office or "").encode()).hexdigest()[:6]


def activity_label(no: str | None, text: str) -> str:
    """An activity as a reader is asked about it: its number and its text on one line."""
    return " ".join(filter(None, (no, " ".join(text.split()))))


def unnumbered(no: str | None, text: str | None) -> str:
    """A text without its number at the front, where that stands beside it anyway.

    >>> unnumbered("1", "๑. จัดประชุม"), unnumbered("1", "๑๕ วันแรก")
    ('จัดประชุม', '๑๕ วันแรก')
    """
    found = _LEADING_NUMBER.match(text or "")
    own = found is not None and arabic(found[1]) == no
    return (text or "")[found.end() :] if found and own else text or ""


def numbered(no: str | None, text: str | None) -> str:
    """A text with its number in front, once."""
    return " ".join(part for part in (no, unnumbered(no, text)) if part)


def plan_labels(plans: Sequence[Mapping[str, Any]]) -> list[str]:
    """The plans of a file as a reader is asked about them: number and title, else their cell; no two are alike.

    >>> plans = [{"no": no, "title": "แผน", "source_cell": f"A{at}"} for at, no in enumerate("122")]
    >>> plan_labels([*plans, {"no": "4", "title": "๔. แผน", "source_cell": "A9"}])
    ['1 แผน', '2 แผน (A1)', '2 แผน (A2)', '๔. แผน']
    """
    labels = []
    for plan in plans:
        no, title = plan.get("no"), plan.get("title") or plan["source_cell"]
        labels.append(activity_label(None if no and match_key(title).startswith(match_key(no)) else no, title))
    return [
        f"{label} ({plan['source_cell']})" if labels.count(label) > 1 else label
        for label, plan in zip(labels, plans, strict=True)
    ]


def choice_named(text: str, choices: Sequence[str]) -> str | None:
    """The choice a reader means: the one written so, else the only one that holds the text; None where none does.

    >>> choice_named("๒", ["1 แผนหนึ่ง", "2 แผนสอง"]), choice_named("แผน", ["1 แผนหนึ่ง", "2 แผนสอง"])
    ('2 แผนสอง', None)
    """
    if text in choices:
        return text
    found = [choice for choice in choices if match_key(text) in match_key(choice)]
    return found[0] if len(found) == 1 else None


def plan_id(office: str | None, fiscal_year: int | None, key: str) -> str:
    """The id of a plan: fiscal year (BE), office and the plan's own key (its number).

    >>> plan_id("กรมส่งเสริมการปกครองท้องถิ่น", 2562, "1").endswith("-1")
    True
    """
    return f"{fiscal_year or 0}-{office_code(office)}-{key}"
