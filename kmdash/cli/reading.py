"""``read FILE…``: what files say, as JSON."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from kmdash.cli.output import print_json, printable, reason
from kmdash.domain.problem import UnreadableFile
from kmdash.domain.wording import told
from kmdash.domain.words import say
from kmdash.ingest.as_json import reading_json
from kmdash.ingest.read import read_file


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``read`` to the command line."""
    command = commands.add_parser("read", help=say("command.read.about"), description=say("command.read.about"))
    command.add_argument("files", nargs="+", metavar="FILE", type=Path)
    command.add_argument("--out", type=Path, metavar="DIR", help=say("command.read.out"))
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print or write one JSON a file; 0 when every file could be read, 1 when one could not."""
    code = 0
    used: set[str] = set()
    for path in arguments.files:
        found = read_one(path)
        code = 1 if "error" in found else code
        if arguments.out:
            _write(found, arguments.out, path.name, used)
        else:
            print_json(found)
    return code


def read_one(path: Path) -> dict[str, Any]:
    """The reading of one file as JSON values; ``{"file", "error"}`` where it could not be read, told on stderr."""
    try:
        return reading_json(read_file(path.read_bytes(), path.name))
    except UnreadableFile as error:
        code, message = error.code, told(error.message)
    except OSError as error:
        code, message = "damaged", say("command.cannot_open", file=path.name, why=reason(error))
    print(message, file=sys.stderr)
    return {"file": path.name, "error": {"code": code, "message": message}}


def _write(found: dict[str, Any], folder: Path, name: str, used: set[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    target, count = name, 1
    while target in used:
        count += 1
        target = f"{name}-{count}"
    used.add(target)
    text = json.dumps(printable(found), ensure_ascii=False, indent=1, allow_nan=False)
    (folder / f"{target}.json").write_text(text, encoding="utf-8")
