"""The command line: ``python -m kmdash COMMAND``."""

import argparse
import os
import sys
from collections.abc import Sequence

from kmdash import serve
from kmdash.cli import checking, export, importing, period, reading, scoring, show
from kmdash.domain.words import say


def parser() -> argparse.ArgumentParser:
    """The commands and their options; each command sets ``run``, a function of its parsed arguments."""
    top = argparse.ArgumentParser(prog="python -m kmdash", description=say("command.about"))
    commands = top.add_subparsers(title=say("command.commands"), required=True, metavar="COMMAND")
    for command in (serve, reading, importing, show, export, scoring, period, checking):
        command.add_command(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong usage."""
    arguments = parser().parse_args(argv)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
