"""Texts inside a chart: escaped, wrapped, numbers as a person reads them."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal

from kmdash.domain.words import arabic, digits, numerals, say
from kmdash.typeset import wrap

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]+")
_NUMBERED = re.compile(r"(?:แผน.*[:\s])?แผน(?:การจัดการความรู้|ปฏิบัติการ)?ที่\s*([๐-๙0-9]+)")
_MARKUP = re.compile(r"(<[^>]*>|&[#\w]+;)")
_FOUR_PLACES = Decimal("0.0001")


def safe(text: str | None) -> str:
    """A user's text as Plotly must get it: its tags and entities shown, not obeyed; a gap is empty.

    >>> safe('<a href="x">1 & 2</a>')
    '&lt;a href="x"&gt;1 &amp; 2&lt;/a&gt;'
    """
    plain = _CONTROL.sub(" ", text or "")
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(text: str | None, width: float, size: float, max_lines: int, *, bold: bool = False) -> str:
    """A user's text in lines that fit ``width`` pixels at ``size`` pixels, escaped, joined by ``<br>``."""
    plain = numerals(_CONTROL.sub(" ", text or ""))
    return "<br>".join(safe(line) for line in wrap.lines(plain, width, size, max_lines=max_lines, bold=bold))


def in_digits(text: str) -> str:
    """A finished text of a chart in the digits now set; its tags and entities stay as they are."""
    if digits() == "arabic":
        return text
    return "".join(part if _MARKUP.fullmatch(part) else numerals(part) for part in _MARKUP.split(text))


def styled(text: str, *, size: float, colour: str) -> str:
    """A piece of an annotation (already escaped) in its own size and colour."""
    return f'<span style="font-size:{size}px;color:{colour}">{text}</span>'


def number(value: float | int | None) -> str:
    """A number without needless zeros; a gap is "–".

    >>> number(82.40), number(1234), number(None)
    ('82.4', '1,234', '–')
    """
    if value is None or not math.isfinite(value):
        return "–"
    text = f"{value:,.4f}"
    return text.rstrip("0").rstrip(".")


def score(value: float) -> str:
    """A score with four decimals, half up as in decimal arithmetic.

    >>> score(2.4), score(2.00005)
    ('2.4000', '2.0001')
    """
    return str(Decimal(repr(float(value))).quantize(_FOUR_PLACES, ROUND_HALF_UP))


def percent(part: int, whole: int) -> str:
    """A share in whole per cent; of nothing it is "–".

    >>> percent(6, 8), percent(0, 0)
    ('75%', '–')
    """
    return f"{math.floor(100 * part / whole + 0.5)}%" if whole else "–"


def plan_name(plan: str | None, unit: str | None) -> str:
    """The name of a plan on a chart: its number where its title says no more than that, else its title; its unit.

    >>> plan_name("แผนการจัดการความรู้ (KM Action Plan) : แผนการจัดการความรู้ที่ ๑", "กยผ.")
    'แผนที่ 1 · กยผ.'
    """
    number = _plan_number(plan)
    name = say("plots.plan_number", number=number) if number else plan
    return " · ".join(part for part in (name, unit) if part) or say("plots.unnamed_plan")


def plan_heading(
    plan: str | None, unit: str | None, body: str | None, room: float, *, k: float, colour: str, most: int = 3
) -> str:
    """A plan's name in bold and ``body`` below it in ``colour``, at most ``most`` lines of ``room`` pixels together.

    The unit stands beside a plan's number, but below a title of its own, where it cannot be cut off.
    """
    titled = plan is not None and _plan_number(plan) is None
    first = wrapped(plan_name(plan, None if titled else unit), room, 16 * k, 2, bold=True)
    below = " · ".join(part for part in (unit if titled else None, body) if part)
    left = most - 1 - first.count("<br>")
    if not below or left < 1:
        return f"<b>{first}</b>"
    return f"<b>{first}</b><br>" + styled(wrapped(below, room, 13.5 * k, left), size=round(13.5 * k, 1), colour=colour)


def _plan_number(plan: str | None) -> str | None:
    """The number of a plan whose title says no more than that."""
    found = _NUMBERED.fullmatch(plan or "")
    return arabic(found[1]) if found else None
