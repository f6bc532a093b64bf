"""The text of a round of warnings, to be pasted: short lines for LINE, and an official letter."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.cadence import MEASURES, window
from kmdash.domain.fiscal import MONTHS_ENGLISH_FULL, shown_date, thai_date
from kmdash.domain.frames import records
from kmdash.domain.words import language, numerals, say

Row = dict[str, Any]
FORMS = ("line", "letter")
_GLYPHS = {"overdue": "▲", "active": "▶", "upcoming": "◆"}
_LONGEST = 90  # letters of an item's text in a line
_INDENT = "        "
_RULE = "—" * 12


@dataclass(frozen=True)
class Round:
    """What a text says of itself: whose, of which fiscal year (BE), as of when, from which version of the data."""

    office: str | None
    fiscal_year: int
    as_of: date
    version: int | None
    cadence: str  # domain.cadence.CADENCES


def text_of(named: pd.DataFrame, about: Round, form: str) -> str:
    """The text of a round in the language and digits now set: plain, every item once, by unit, then by measure.

    Parameters
    ----------
    named : DataFrame, one row an item of the round (``cadence.of_round``)
    form : ``line``, short lines with an item's text cut at 90 letters; ``letter``, the whole of it, formal
    """
    if form not in FORMS:
        raise ValueError(f"form must be one of {FORMS}, not {form!r}")
    units: dict[str | None, list[Row]] = {}
    for row in records(named):
        units.setdefault(row["unit"], []).append(row)
    ordered = dict(sorted(units.items(), key=lambda pair: (pair[0] is None, pair[0] or "")))
    lines = _line(ordered, about) if form == "line" else _letter(ordered, about)
    return numerals("\n".join(lines) + "\n")


def _line(units: dict[str | None, list[Row]], about: Round) -> list[str]:
    first, last = window(about.cadence, about.as_of)
    head = [
        say("notice.line.head", cadence=say(f"cadence.{about.cadence}")),
        *([_flat(about.office)] if about.office else []),
        say("notice.line.window", first=shown_date(first), last=shown_date(last)),
        say("notice.line.as_of", day=shown_date(about.as_of), version=about.version or "–"),
    ]
    if not units:
        return [*head, "", say("notice.nothing")]
    lines = head
    for unit, rows in units.items():
        lines += ["", _RULE, say("notice.line.unit", unit=_unit(unit), count=len(rows))]
        for measure, own in _by_measure(rows):
            lines.append(f"{_GLYPHS[measure]} {say(f'notice.{measure}', count=len(own))}")
            for number, row in enumerate(own, start=1):
                told = " · ".join(filter(None, [_plan(row), _when(row, shown_date)]))
                lines += [f"{number}) {_cut(_named(row))}", f"   {told}", *_receipt(row, "   ")]
    return [*lines, "", say("notice.line.close")]


def _letter(units: dict[str | None, list[Row]], about: Round) -> list[str]:
    counts = {name: sum(row["measure"] == name for rows in units.values() for row in rows) for name in MEASURES}
    alone = len(units) == 1 and next(iter(units)) is not None
    to = say("notice.letter.to_one", unit=_unit(next(iter(units)))) if alone else say("notice.letter.to_all")
    known = {"office": _flat(about.office or say("notice.letter.we")), "year": about.fiscal_year}
    data = {"day": _long(about.as_of), "version": about.version or "–"}
    lines = [
        say("notice.letter.number"),
        "",
        say("notice.letter.subject", year=about.fiscal_year),
        "",
        to,
        "",
    ]
    if not units:
        return [*lines, _INDENT + say("notice.letter.none", **known, **data), "", say("notice.letter.sign")]
    lines.append(_INDENT + say("notice.letter.body", **known, **data, **counts))
    for unit, rows in units.items():
        lines += ["", say("notice.letter.unit", unit=_unit(unit))]
        for measure, own in _by_measure(rows):
            lines.append(f"    {say(f'notice.{measure}', count=len(own))}")
            for number, row in enumerate(own, start=1):
                named = " · ".join(filter(None, [_named(row), _plan(row)]))
                lines.append(f"    {number}. {named} {_when(row, _long)}")
                lines += _receipt(row, "       ")
    first, last = window(about.cadence, about.as_of)
    cadence = {"cadence": say(f"cadence.{about.cadence}"), "first": _long(first), "last": _long(last)}
    note = say("notice.letter.note", **cadence, **data)
    return [*lines, "", _INDENT + say("notice.letter.close"), "", say("notice.letter.sign"), "", note]


def _by_measure(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    found = [(name, [row for row in rows if row["measure"] == name]) for name in MEASURES]
    return [(name, own) for name, own in found if own]


def _named(row: Row) -> str:
    """An item as a person calls it: number and text, on one line."""
    return " ".join(filter(None, [_flat(row["no"]), _flat(row["text"]) or _flat(row["item_id"])]))


def _plan(row: Row) -> str:
    return _flat(row["plan"]) if row["plan_id"] is not None else ""


def _when(row: Row, shown: Any) -> str:
    """The day that counts, and by how many days."""
    due = shown(row["due"])
    if row["measure"] == "upcoming":
        return say("notice.when.upcoming", due=due, days=row["days"])
    return say(f"notice.when.{row['measure']}", due=due, days=row["days"])


def _receipt(row: Row, indent: str) -> list[str]:
    """How often the unit was asked without an answer, else what it answered."""
    if row["unanswered"]:
        return [indent + say("notice.unanswered", count=row["unanswered"], day=shown_date(row["last_sent"]))]
    return [indent + _flat(row["reply"])] if row["reply"] else []


def _unit(unit: str | None) -> str:
    return _flat(unit) if unit is not None else say("notice.no_unit")


def _long(day: date) -> str:
    """A day as a letter has it, its month in full."""
    if language() == "th":
        return thai_date(day, full=True)
    return f"{day.day} {MONTHS_ENGLISH_FULL[day.month - 1]} {shown_date(day).rpartition(' ')[2]}"


def _flat(text: str | None) -> str:
    """A text on one line, without signs that are not seen."""
    kept = "".join(
        " " if letter.isspace() else letter for letter in text or "" if not _unseen(letter) or letter.isspace()
    )
    return " ".join(kept.split())


def _unseen(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs", "Cf")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
