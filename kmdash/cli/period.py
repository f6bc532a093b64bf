"""``period TEXT``: what a period's words mean."""

import argparse
from typing import Any

from kmdash.cli.output import buddhist_year, print_json
from kmdash.domain.period import printed
from kmdash.domain.words import say
from kmdash.ingest.normalise.periods import parse_period


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``period`` to the command line."""
    command = commands.add_parser("period", help=say("command.period.about"), description=say("command.period.about"))
    command.add_argument("text", metavar="TEXT")
    command.add_argument("--fiscal-year", type=buddhist_year, metavar="BE", help=say("command.fiscal_year"))
    command.add_argument("--json", action="store_true", help=say("command.json"))
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print start, end, precision, kind and the question that stands (null: none)."""
    found = parse_period(arguments.text, fiscal_year=arguments.fiscal_year)
    values: dict[str, Any] = {
        "start": printed(found.start, found.precision),
        "end": printed(found.end, found.precision),
        "precision": found.precision,
        "kind": found.kind,
        "question": found.question,
    }
    if found.occurrences:
        values["occurrences"] = [printed(day, found.precision) for day in found.occurrences]
    if arguments.json:
        print_json(values)
    else:
        print("\n".join(f"{name}\t{'' if value is None else value}" for name, value in values.items()))
    return 0
