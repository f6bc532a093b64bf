"""``score``: one KPI score with its explanation."""

import argparse
import sys

from kmdash.cli.output import print_json
from kmdash.domain.scale import FLOORS, rounded, score
from kmdash.domain.words import say


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``score`` to the command line."""
    command = commands.add_parser("score", help=say("command.score.about"), description=say("command.score.about"))
    command.add_argument("--levels", required=True, metavar="X1,…,X5", help=say("command.score.levels"))
    command.add_argument("--result", required=True, metavar="R", help=say("command.score.result"))
    command.add_argument("--floor", choices=FLOORS, default="1", help=say("command.score.floor"))
    command.add_argument("--json", action="store_true", help=say("command.json"))
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the score; 2 when levels or result are no numbers or the levels' order is mixed."""
    try:
        found = score(arguments.levels.split(","), arguments.result, arguments.floor)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if arguments.json:
        print_json({"score": float(rounded(found.score)), "level": found.level, "explanation": found.explanation})
    else:
        print(f"{rounded(found.score)}\t{say('command.score.level', level=found.level)}\t{found.explanation}")
    return 0
