"""Numbers as they are typed: Thai digits, thousands commas, percent; what is missing is not zero."""

import math
import re
from decimal import Decimal

from kmdash.domain.identity import match_key
from kmdash.domain.words import arabic
from kmdash.ingest.normalise.text import clean

_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?<=\d)")
_MINUS = re.compile("^[\u2010-\u2015\u2212]")
_LITERAL_IN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DASHES = re.compile("[-\u2010-\u2015\u2212_…]+")
_NO_VALUE = {"", "n/a", "na", "#n/a", "none", "null", "nil"}
_NOT_YET = ("อยู่ระหว่าง", "อยู่ในระหว่าง", "ระหว่างดำเนินการ", "ยังไม่มีข้อมูล", "ไม่มีข้อมูล", "รอผล", "รอข้อมูล")


def number(value: object, number_format: str = "General") -> float | None:
    """The number a cell shows, in the unit shown; None where it holds none.

    Parameters
    ----------
    value : what the cell holds
        A number, or text. A text is a number when it is nothing but one: Thai or Arabic digits, thousands
        commas, a decimal point, a sign, a percent sign ("๘๕%" is 85).
    number_format : str
        The cell's format code. A percent format means that a number of 0.85 is shown, and read, as 85; it
        does not touch text.

    Returns
    -------
    float or None
        None for nothing, a truth value, a missing mark ("-", "N/A", "อยู่ระหว่าง…") and for text that has
        more than a number. 0 stays 0.

    >>> number("๑,๒๓๔.๕"), number(0.285, "0.0%"), number("-"), number(0)
    (1234.5, 28.5, None, 0.0)
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        if not math.isfinite(value):
            return None
        shown = Decimal(repr(value)) * 100 if _is_percent(number_format) else value
        return float(shown)
    return _typed(value) if isinstance(value, str) else None


def is_blank_mark(text: str) -> bool:
    """Whether a text stands for nothing: blank, "-", "N/A".

    >>> is_blank_mark(" – "), is_blank_mark("0")
    (True, False)
    """
    key = match_key(clean(text))
    return key in _NO_VALUE or bool(_DASHES.fullmatch(key))


def is_missing_mark(text: str) -> bool:
    """Whether a text says that there is no value (yet): a blank mark or "อยู่ระหว่าง…".

    >>> is_missing_mark("อยู่ระหว่างประเมิน"), is_missing_mark("๐")
    (True, False)
    """
    return is_blank_mark(text) or clean(text).startswith(_NOT_YET)


def without_literals(number_format: str) -> str:
    """A number format's code without what it prints as it stands: quoted text, escapes, colours, locales.

    >>> without_literals('[$-D07041E]d mmm bbbb" น."')
    'd mmm bbbb'
    """
    return _LITERAL_IN_FORMAT.sub("", number_format)


def _typed(text: str) -> float | None:
    shown = _MINUS.sub("-", arabic(clean(text))).removesuffix("%").rstrip()
    if not _NUMBER.fullmatch(shown):
        return None
    found = float(shown.replace(",", ""))
    return found if math.isfinite(found) else None


def _is_percent(number_format: str) -> bool:
    return "%" in without_literals(number_format)
