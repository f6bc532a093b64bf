"""``export WHAT``: a page's table, the meeting book or the blank form as a file."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from kmdash.cli.book import FORMATS as BOOK_FORMATS
from kmdash.cli.book import add_book, book
from kmdash.cli.filters import UnknownChoice, add_filters, filtered, told
from kmdash.cli.noticing import add_notices, notice
from kmdash.cli.output import reason
from kmdash.cli.settings import add_settings
from kmdash.cli.show import FRAMES, chosen_frame, days_of
from kmdash.domain.register import Register
from kmdash.domain.words import say
from kmdash.reports import tables, template
from kmdash.store import StoreError

TEMPLATE, BOOK = "template", "book"
TABLE_FORMATS = ("xlsx", "csv")
FORMATS = (*TABLE_FORMATS, "txt", *BOOK_FORMATS)


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``export`` to the command line."""
    command = commands.add_parser("export", help=say("command.export.about"), description=say("command.export.about"))
    names = (*FRAMES, BOOK, TEMPLATE)
    command.add_argument("what", choices=names, metavar="|".join(names))
    command.add_argument("--format", choices=FORMATS, required=True)
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    add_notices(command)
    add_book(command)
    add_settings(command)
    add_filters(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file; 2 when a filter or format does not fit, with the choices."""
    try:
        if arguments.what == TEMPLATE:
            if arguments.format != "xlsx":
                raise _no_format(arguments.format, ("xlsx",))
            data = template.workbook()
        elif arguments.what == BOOK:
            if arguments.format not in BOOK_FORMATS:
                raise _no_format(arguments.format, list(BOOK_FORMATS))
            data = book(filtered(arguments), arguments)
        elif arguments.format == "txt" and arguments.what == "warnings":
            data = notice(arguments)
        elif arguments.format not in TABLE_FORMATS:
            raise _no_format(arguments.format, TABLE_FORMATS)
        else:
            register = filtered(arguments)
            frame = chosen_frame(arguments.what, register, arguments)
            data = tables.csv(frame) if arguments.format == "csv" else _workbook(frame, arguments, register)
        arguments.out.write_bytes(data)
    except (UnknownChoice, StoreError, ValueError) as error:
        return told(error)
    except OSError as error:
        print(say("command.cannot_write", file=arguments.out, why=reason(error)), file=sys.stderr)
        return 1
    return 0


def _no_format(asked: str, choices: Sequence[str]) -> UnknownChoice:
    return UnknownChoice(say("command.filter.unknown", name="format", value=asked, choices=", ".join(choices)))


def _workbook(frame: pd.DataFrame, arguments: argparse.Namespace, register: Register) -> bytes:
    """The frame with, on a sheet of its own, the version, the day of each fiscal year and the filters."""
    days = [
        say("command.export.as_of", year=year, day=day.isoformat())
        for year, day in days_of(register, arguments).items()
    ]
    names = ("office", "fiscal_year", "plan", "unit", "stage", "status")
    chosen = [f"{name}: {', '.join(map(str, getattr(arguments, name)))}" for name in names if getattr(arguments, name)]
    version = say("command.export.version", number=register.version or "-")
    return tables.xlsx(frame, title=arguments.what, facts=[version, *days, *chosen])
