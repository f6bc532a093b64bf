"""``export warnings --format txt``: a round of warnings as a text to send."""

import argparse
import sys

import pandas as pd

from kmdash.cli.filters import UnknownChoice, filtered, only
from kmdash.cli.settings import settings_of
from kmdash.domain.cadence import CADENCES, of_round
from kmdash.domain.fiscal import fiscal_year_of
from kmdash.domain.narrowing import narrowed
from kmdash.domain.register import Register, selected
from kmdash.domain.viewpoint import day_of, fiscal_years_of, offices_of, today
from kmdash.domain.words import DIGITS, in_digits, say
from kmdash.measures.warnings import warnings
from kmdash.reports.notices import FORMS, Round, text_of


def add_notices(command: argparse.ArgumentParser) -> None:
    """Add to a command what a text of warnings can be: for LINE or a letter, of which cadence, in which digits."""
    forms = command.add_mutually_exclusive_group()
    command.set_defaults(form=FORMS[0])
    for form in FORMS:
        told = say(f"centre.form.{form}")
        forms.add_argument(f"--{form}", dest="form", action="store_const", const=form, help=told)
    command.add_argument("--cadence", choices=CADENCES, default=CADENCES[0], help=say("cadence.label"))
    command.add_argument("--digits", choices=DIGITS, default=DIGITS[0], help=say("filter.digits"))


def notice(arguments: argparse.Namespace) -> bytes:
    """The text, UTF-8, of one office and fiscal year; what is to be checked before it is sent goes to stderr.

    Without ``--fiscal-year`` it is that of ``--as-of`` where the register knows it, else the newest.

    Raises
    ------
    UnknownChoice
        If a filter names what the register does not know, or several offices or fiscal years are left.
    ValueError, StoreError
        As ``filters.filtered``.
    """
    register = filtered(arguments)
    offices, years = offices_of(register), years_meant(register, arguments)
    for name, found in (("office", offices), ("fiscal-year", years)):
        if len(found) > 1:
            raise UnknownChoice(say("command.notice.several", name=name, choices=", ".join(map(str, found))))
    year = years[0]
    whole, given = selected(register, fiscal_year=[year]), settings_of(arguments)
    day = arguments.as_of or day_of(whole, year, today())[0]
    part = narrowed(whole, only(arguments), day, given.within)
    found = _short(warnings(part, day, within=given.within, stale_after=given.stale_after), part)
    if arguments.unit:
        found = found[found["unit"].isin(arguments.unit)]
    named = of_round(found, day, arguments.cadence)
    doubtful = int((named["stale"].fillna(False) | named["never_reported"].fillna(False)).sum())
    if doubtful:
        print(say("centre.check", count=doubtful, days=given.stale_after), file=sys.stderr)
    about = Round(offices[0] if offices else None, year, day, register.version, arguments.cadence)
    with in_digits(arguments.digits):
        return text_of(named, about, arguments.form).encode("utf-8", "replace")


def years_meant(register: Register, arguments: argparse.Namespace) -> list[int]:
    """The fiscal years asked for; of several the register knows, where none is, the one meant."""
    known = fiscal_years_of(register)
    asked = fiscal_year_of(arguments.as_of) if arguments.as_of else None
    if arguments.fiscal_year:
        return known
    return [asked] if asked is not None and asked in known else known[:1] or [fiscal_year_of(today())]


def _short(found: pd.DataFrame, register: Register) -> pd.DataFrame:
    """The items with their plans called by number, where a plan has one."""
    pairs = zip(register.plans["plan_id"], register.plans["no"], strict=True)
    names = {plan: say("plan.no", no=no) for plan, no in pairs if pd.notna(no)}
    return found.assign(plan=found["plan_id"].map(names).astype("str").fillna(found["plan"]))
