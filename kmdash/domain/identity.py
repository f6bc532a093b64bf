"""Ids of the register's rows, the same for the same thing in every file and on every machine."""

import hashlib
import re
import unicodedata

_IGNORED = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00a0.]+")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def match_key(text: str) -> str:
    """A text reduced to what must agree for two spellings to be the same: no blanks, dots or invisible marks.

    For comparing only, never for showing (it takes ำ apart).

    >>> match_key("กพร. สธ.") == match_key("กพร.สธ")
    True
    """
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).translate(_THAI_DIGITS).casefold()


def office_code(office: str | None) -> str:
    """A short code of an office's name, for ids."""
    return hashlib.sha256(match_key(office or "").encode()).hexdigest()[:6]


def activity_label(no: str | None, text: str) -> str:
    """An activity as a reader is asked about it: its number and its text on one line."""
    return " ".join(filter(None, (no, " ".join(text.split()))))


def plan_id(office: str | None, fiscal_year: int | None, key: str) -> str:
    """The id of a plan: fiscal year (BE), office and the plan's own key (its number).

    >>> plan_id("กรมส่งเสริมการปกครองท้องถิ่น", 2562, "1").endswith("-1")
    True
    """
    return f"{fiscal_year or 0}-{office_code(office)}-{key}"
