"""The command line: ``python -m kmdash COMMAND``."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from kmdash.domain.words import LANGUAGES, say, set_language

COMMANDS = {
    "serve": "kmdash.serve",
    "read": "kmdash.cli.reading",
    "import": "kmdash.cli.importing",
    "show": "kmdash.cli.show",
    "export": "kmdash.cli.export",
    "score": "kmdash.cli.scoring",
    "period": "kmdash.cli.period",
    "check": "kmdash.cli.checking",
}


def parser(asked: str | None = None) -> argparse.ArgumentParser:
    """The commands and their options; each command sets ``run``, a function of its parsed arguments.

    Where ``asked`` is a command's name, only that one is loaded: reading a file needs no charts.
    """
    top = argparse.ArgumentParser(prog="python -m kmdash", description=say("command.about"))
    commands = top.add_subparsers(title=say("command.commands"), required=True, metavar="COMMAND")
    for name in [asked] if asked in COMMANDS else COMMANDS:
        import_module(COMMANDS[name]).add_command(commands)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 wrong usage."""
    if os.environ.get("KMDASH_LANG") in LANGUAGES:
        set_language(os.environ["KMDASH_LANG"])
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = parser(next(iter(words), None)).parse_args(words)
    return int(arguments.run(arguments))


if __name__ == "__main__":
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)
