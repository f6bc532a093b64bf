"""``export form1|form2|sar|ballots|report|progress-form``: the office's own forms, of one office and fiscal year."""

import argparse
from collections.abc import Sequence
from typing import Any

from kmdash.cli.filters import UnknownChoice, filtered
from kmdash.cli.settings import settings_of
from kmdash.domain.fiscal import fiscal_year_of
from kmdash.domain.register import Register
from kmdash.domain.viewpoint import day_of, fiscal_years_of, offices_of, today
from kmdash.domain.words import in_digits, say
from kmdash.measures.briefing import briefing
from kmdash.reports.forms import offered, unit_form

UNIT_FORM = "progress-form"
NAMES = {"form1": "form1", "form2": "form2", "sar": "sar", "ballots": "ballots", "report": "progress-report"}
NAMES |= {UNIT_FORM: UNIT_FORM}
FORMATS = dict.fromkeys(NAMES, "xlsx")


def written(arguments: argparse.Namespace) -> bytes:
    """The form asked for, in the digits asked for; the progress form has a sheet for each ``--unit``, or for all.

    Raises
    ------
    UnknownChoice
        As ``filters.filtered``; and if several offices or years are left, if stages or states are asked for (a form
        holds whole plans), or if the register has nothing for the form.
    ValueError, StoreError
        As ``filters.filtered``.
    """
    if arguments.stage or arguments.status:
        raise UnknownChoice(say("command.export.whole"))
    register = _register(arguments)
    _only_one("office", offices_of(register))
    _only_one("fiscal-year", fiscal_years_of(register))
    name = NAMES[arguments.what]
    missing = offered.lacking(register).get(name)
    if missing:
        raise UnknownChoice(missing)
    with in_digits(arguments.digits):
        return _made(name, register, arguments)


def _register(arguments: argparse.Namespace) -> Register:
    """What the filters leave; for the progress form also the plans of other units, which may name one as owner."""
    register = filtered(arguments)
    if arguments.what == UNIT_FORM and arguments.unit:
        return filtered(argparse.Namespace(**{**vars(arguments), "unit": []}))
    return register


def _only_one(name: str, found: Sequence[Any]) -> None:
    if len(found) > 1:
        raise UnknownChoice(say("command.export.one", name=name, choices=", ".join(map(str, found))))


def _made(name: str, register: Register, arguments: argparse.Namespace) -> bytes:
    if name == UNIT_FORM:
        return unit_form.workbook(register, arguments.unit, digits=arguments.digits)
    year = next(iter(fiscal_years_of(register)), fiscal_year_of(today()))
    day, given = arguments.as_of or day_of(register, year, today())[0], settings_of(arguments)
    forms = offered.writers(
        register, lambda: briefing(register, year, day, given), as_of=day, over_vote=given.over_vote
    )
    return forms[name](arguments.digits)
