"""``check``: the integrity of the store."""

import argparse
import sys

from kmdash.cli.output import print_json
from kmdash.domain.words import say
from kmdash.store import StoreError, open_store


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``check`` to the command line."""
    command = commands.add_parser("check", help=say("command.check.about"), description=say("command.check.about"))
    command.add_argument("--db", metavar="URL", help=say("command.db"))
    command.add_argument("--json", action="store_true", help=say("command.json"))
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what was checked; 0 whole, 1 damaged or not there, 2 when ``--db`` is no address."""
    try:
        report = open_store(arguments.db, create=False).check()
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    except StoreError as error:
        report = {"ok": False, "versions": 0, "problems": [str(error)]}
    if arguments.json:
        print_json(report)
    else:
        print(say("command.check.whole" if report["ok"] else "command.check.damaged", count=report["versions"]))
        print("\n".join(report["problems"]), end="\n" if report["problems"] else "")
    return 0 if report["ok"] else 1
