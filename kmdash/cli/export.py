"""``export WHAT``: a page's table or the blank form as a file."""

import argparse
from pathlib import Path

from kmdash.cli.filters import UnknownChoice, add_filters, filtered, told
from kmdash.cli.show import FRAMES, chosen_frame
from kmdash.domain.scale import FLOORS
from kmdash.domain.words import say
from kmdash.reports import tables, template
from kmdash.store import StoreError

TEMPLATE = "template"
FORMATS = ("xlsx", "csv")


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``export`` to the command line."""
    command = commands.add_parser("export", help=say("command.export.about"), description=say("command.export.about"))
    names = (*FRAMES, TEMPLATE)
    command.add_argument("what", choices=names, metavar="|".join(names))
    command.add_argument("--format", choices=FORMATS, required=True)
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.add_argument("--floor", choices=FLOORS, default="1", help=say("command.score.floor"))
    add_filters(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file; 2 when a filter or format does not fit, with the choices."""
    try:
        if arguments.what == TEMPLATE:
            if arguments.format != "xlsx":
                raise UnknownChoice(
                    say("command.filter.unknown", name="format", value=arguments.format, choices="xlsx")
                )
            data = template.workbook()
        else:
            frame = chosen_frame(arguments.what, filtered(arguments), arguments)
            data = tables.csv(frame) if arguments.format == "csv" else tables.xlsx(frame, title=arguments.what)
    except (UnknownChoice, StoreError) as error:
        return told(error)
    arguments.out.write_bytes(data)
    return 0
