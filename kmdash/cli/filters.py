"""The filters of ``show`` and ``export``: which part of which version, on which day."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from kmdash.cli.output import gregorian_day
from kmdash.domain.narrowing import STAGE_CODES, STATE_CODES, Narrowing
from kmdash.domain.register import Register, from_parts, selected
from kmdash.domain.viewpoint import fiscal_years_of, offices_of, units_of
from kmdash.domain.words import say
from kmdash.store import StoreMissing, open_store


class UnknownChoice(Exception):
    """A filter names nothing the register knows; the message lists the choices."""


def add_filters(command: argparse.ArgumentParser) -> None:
    """Add the filters to a command."""
    for name in ("office", "plan", "unit"):
        command.add_argument(f"--{name}", action="append", default=[], help=say(f"command.filter.{name}"))
    command.add_argument("--fiscal-year", type=int, action="append", default=[], metavar="BE")
    command.add_argument("--stage", action="append", default=[], choices=STAGE_CODES, metavar="1-7|c1-c6")
    command.add_argument("--status", action="append", default=[], metavar="STATE", help=", ".join(STATE_CODES))
    command.add_argument("--as-of", type=gregorian_day, metavar="YYYY-MM-DD", help=say("command.filter.as_of"))
    command.add_argument("--version", metavar="N|DATE", help=say("command.filter.version"))
    command.add_argument("--db", metavar="URL", help=say("command.db"))


def filtered(arguments: argparse.Namespace) -> Register:
    """The stored register the filters choose; what is chosen of its activities tells ``only``.

    Raises
    ------
    UnknownChoice
        If a filter names what the register does not know.
    ValueError, StoreError
        If ``--db`` is no address, or the store cannot be read.
    """
    register = _at(arguments.db, arguments.version)
    plans = register.plans
    office = _known("office", arguments.office, {name: name for name in offices_of(register)})
    years = _known("fiscal-year", arguments.fiscal_year, {year: year for year in fiscal_years_of(register)})
    titles = zip(plans["plan_id"], plans["no"], plans["title"], strict=True)
    by_name = {name: plan for plan, no, title in titles for name in (plan, no, title) if isinstance(name, str)}
    plan = _known("plan", arguments.plan, by_name)
    units = units_of(selected(register, office=office, fiscal_year=years))
    unit = _known("unit", arguments.unit, {name: name for name in units})
    words = {say(f"state.{code}"): code for code in STATE_CODES}
    status = _known("status", arguments.status, words | dict.fromkeys(STATE_CODES))
    arguments.status = [asked if code is None else code for asked, code in zip(arguments.status, status, strict=True)]
    return selected(register, office=office, fiscal_year=years, plan=plan, unit=unit)


def only(arguments: argparse.Namespace) -> Narrowing:
    """The stages and states chosen, after ``filtered`` has looked at them."""
    return Narrowing(tuple(arguments.stage), tuple(arguments.status))


def _at(url: str | None, version: str | None) -> Register:
    """The stored register at a version; an empty one, and a word on stderr, where there is no store yet."""
    try:
        store = open_store(url, create=False)
    except StoreMissing as error:
        print(error, file=sys.stderr)
        return from_parts([])
    if version is None or version.isdigit():
        return store.register(int(version) if version else None)
    try:
        found = store.register(date.fromisoformat(version))
    except ValueError:
        found = from_parts([])
    if found.version is None:
        numbers = ", ".join(f"{row.number} ({row.stored_at:%Y-%m-%d})" for row in store.versions().itertuples())
        raise UnknownChoice(say("command.filter.unknown", name="version", value=version, choices=numbers))
    return found


def _known(name: str, asked: Sequence[Any], choices: dict[Any, Any]) -> list[Any]:
    for value in asked:
        if value not in choices:
            listed = ", ".join(str(choice) for choice in choices)
            raise UnknownChoice(say("command.filter.unknown", name=name, value=value, choices=listed))
    return [choices[value] for value in asked]


def told(error: Exception) -> int:
    """Print why a command cannot go on and give its exit code (2)."""
    print(error, file=sys.stderr)
    return 2
