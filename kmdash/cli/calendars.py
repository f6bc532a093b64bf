"""``export ics`` and ``export wall-calendar``: a fiscal year for calendar programs and for the wall."""

import argparse
import sys

from kmdash.cli.filters import filtered, only
from kmdash.cli.noticing import years_meant
from kmdash.cli.settings import settings_of
from kmdash.domain.about import About
from kmdash.domain.fiscal import shown_date
from kmdash.domain.items import items
from kmdash.domain.names import plan_names
from kmdash.domain.narrowing import narrowed
from kmdash.domain.register import selected
from kmdash.domain.viewpoint import day_of, moment, today
from kmdash.domain.words import in_digits, say
from kmdash.measures.calendar import calendar, load
from kmdash.reports.ics import ics, undated_note
from kmdash.reports.wall_calendar import wall_calendar

ICS = "ics"
FORMATS = {ICS: "ics", "wall-calendar": "pdf"}


def written(arguments: argparse.Namespace) -> bytes:
    """The file asked for, of one fiscal year: the newest, unless ``--fiscal-year`` or ``--as-of`` names another.

    What waits for a certain day and is in no calendar is told on stderr.

    Raises
    ------
    UnknownChoice, ValueError, StoreError
        As ``filters.filtered``.
    """
    register = filtered(arguments)
    year = max(years_meant(register, arguments))
    whole, given = selected(register, fiscal_year=[year]), settings_of(arguments)
    day, why = (arguments.as_of, "chosen") if arguments.as_of else day_of(whole, year, today())
    part = narrowed(whole, only(arguments), day, given.within)
    found, names = items(part, day, given.within), plan_names(part.plans)
    left = undated_note(found, names)
    if left:
        print(left, file=sys.stderr)
    with in_digits(arguments.digits):
        stored = register.stored_at.to_pydatetime() if register.stored_at is not None else None
        facts = (
            *sorted(set(part.plans["office"].dropna())),
            say("heading.fiscal_year", year=year),
            *(str(value) for name in ("plan", "unit", "stage", "status") for value in getattr(arguments, name)),
            say("heading.as_of", day=shown_date(day), why=say(f"as_of.{why}")),
            say("heading.version", number=register.version or "–", moment=moment(stored) if stored else "–"),
        )
        title = say("ics.name" if arguments.what == ICS else "wall.title", year=year)
        about = About(title, facts, day, register.version, stored)
        if arguments.what == ICS:
            return ics(found, about, names, remind=given.within)
        months = calendar(part, year, day, within=given.within)
        return wall_calendar(months, load(months, year), part.plans, year, about)
