"""``export WHAT``: a page's table, the meeting book, a form or a calendar as a file."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd

from kmdash.cli import calendars, forms
from kmdash.cli.book import FORMATS as BOOK_FORMATS
from kmdash.cli.book import add_book, book
from kmdash.cli.filters import UnknownChoice, add_filters, filtered, told
from kmdash.cli.noticing import add_notices, notice
from kmdash.cli.output import reason
from kmdash.cli.settings import add_settings
from kmdash.cli.show import FRAMES, chosen_frame, days_of
from kmdash.domain.fiscal import shown_date
from kmdash.domain.register import Register
from kmdash.domain.words import digits, say, set_digits
from kmdash.reports import tables, template
from kmdash.store import StoreError

Arguments = argparse.Namespace
_TABLE = ("xlsx", "csv")
_NARROWED = {
    **{name: f"column.{name}" for name in ("office", "fiscal_year", "plan", "unit")},
    **{name: f"filter.{name}" for name in ("stage", "status")},
}
_FORMATS: dict[str, Sequence[str]] = {
    **dict.fromkeys(FRAMES, _TABLE),
    "warnings": (*_TABLE, "txt"),
    "book": tuple(BOOK_FORMATS),
    "template": ("xlsx",),
    **{name: (kind,) for name, kind in (forms.FORMATS | calendars.FORMATS).items()},
}
_WRITERS: dict[str, Callable[[Arguments], bytes]] = {
    "book": lambda arguments: book(filtered(arguments), arguments),
    "template": lambda _: template.workbook(),
    **dict.fromkeys(forms.FORMATS, forms.written),
    **dict.fromkeys(calendars.FORMATS, calendars.written),
}


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``export`` to the command line."""
    command = commands.add_parser("export", help=say("command.export.about"), description=say("command.export.about"))
    command.add_argument("what", choices=_FORMATS, metavar="|".join(_FORMATS))
    kinds = dict.fromkeys(kind for choices in _FORMATS.values() for kind in choices)
    command.add_argument("--format", choices=kinds, required=True)
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    add_notices(command)
    add_book(command)
    add_settings(command)
    add_filters(command)
    command.set_defaults(run=run)


def run(arguments: Arguments) -> int:
    """Write the file; 2 when a filter or format does not fit, with the choices."""
    try:
        if arguments.format not in _FORMATS[arguments.what]:
            raise _no_format(arguments.format, _FORMATS[arguments.what])
        arguments.out.write_bytes(_WRITERS.get(arguments.what, _table)(arguments))
    except (UnknownChoice, StoreError, ValueError) as error:
        return told(error)
    except OSError as error:
        print(say("command.cannot_write", file=arguments.out, why=reason(error)), file=sys.stderr)
        return 1
    return 0


def _table(arguments: Arguments) -> bytes:
    """A page's table, or what a scheduler sends of the warnings."""
    if arguments.format == "txt":
        return notice(arguments)
    register = filtered(arguments)
    frame = chosen_frame(arguments.what, register, arguments)
    return tables.csv(frame) if arguments.format == "csv" else _workbook(frame, arguments, register)


def _no_format(asked: str, choices: Sequence[str]) -> UnknownChoice:
    return UnknownChoice(say("command.filter.unknown", name="format", value=asked, choices=", ".join(choices)))


def _workbook(frame: pd.DataFrame, arguments: argparse.Namespace, register: Register) -> bytes:
    """The frame with the filters, the version and each fiscal year's day on every page, in the digits asked for."""
    before = digits()
    set_digits(arguments.digits)
    try:
        days = [
            say("command.export.as_of", year=year, day=shown_date(day))
            for year, day in days_of(register, arguments).items()
        ]
        chosen = {name: ", ".join(map(str, getattr(arguments, name))) for name in _NARROWED}
        facts = [f"{say(_NARROWED[name])}: {values}" for name, values in chosen.items() if values]
        stamp = [say("command.export.version", number=register.version or "-"), *days]
        return tables.xlsx(frame, title=arguments.what, facts=facts, stamp=stamp, digits=arguments.digits)
    finally:
        set_digits(before)
