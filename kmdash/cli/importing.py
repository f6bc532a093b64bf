"""``import FILE…``: the same as uploading and confirming."""

import argparse
import sys
from pathlib import Path

from kmdash.cli.output import buddhist_year, print_frame, reason
from kmdash.domain.changes import changes
from kmdash.domain.frames import records
from kmdash.domain.problem import Severity, UnreadableFile
from kmdash.domain.shape import shapes_of
from kmdash.domain.wording import told
from kmdash.domain.words import say
from kmdash.ingest.aliasing import with_aliases
from kmdash.ingest.matching import against
from kmdash.ingest.owning import with_office
from kmdash.ingest.read import read_file
from kmdash.store import Store, StoreError, open_store


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``import`` to the command line."""
    command = commands.add_parser("import", help=say("command.import.about"), description=say("command.import.about"))
    command.add_argument("files", nargs="+", metavar="FILE", type=Path)
    command.add_argument("--db", metavar="URL", help=say("command.db"))
    command.add_argument("--by", metavar="NAME", default="", help=say("command.import.by"))
    command.add_argument("--note", metavar="TEXT", default="", help=say("command.import.note"))
    command.add_argument("--office", metavar="NAME", help=say("command.import.office"))
    command.add_argument("--fiscal-year", type=buddhist_year, metavar="BE", help=say("command.fiscal_year"))
    command.add_argument("--accept-errors", action="store_true", help=say("command.import.accept_errors"))
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Import file by file; 0 stored or unchanged, 1 when one was refused (the others are imported)."""
    try:
        store = open_store(arguments.db)
        return max([import_one(store, path, arguments) for path in arguments.files])
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1


def import_one(store: Store, path: Path, arguments: argparse.Namespace) -> int:
    """Import one file and print its version and what changed."""
    try:
        data = path.read_bytes()
        reading = read_file(data, path.name, shapes_of(records(store.register().shapes)))
    except UnreadableFile as error:
        return _refused(told(error.message))
    except OSError as error:
        return _refused(say("command.cannot_open", file=path.name, why=reason(error)))
    errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
    for problem in reading.problems:
        if problem.severity in (Severity.ERROR, Severity.QUESTION):
            word = say(f"severity.{problem.severity}")
            print(f"{problem.cell}\t{word}: {told(problem.message)} ({told(problem.remedy)})", file=sys.stderr)
    if reading.is_printed:
        print(say("command.import.printed", file=path.name))
        return 0
    if not reading.parts:
        return _refused(say("command.import.nothing", file=path.name))
    if errors and not arguments.accept_errors:
        return _refused(say("command.import.errors", file=path.name, count=len(errors)))
    if arguments.office or arguments.fiscal_year:
        reading = with_office(reading, arguments.office, arguments.fiscal_year)
    before = store.register()
    rows = {name: records(before.frames[name]) for name in ("plans", "activities", "kpis", "progress")}
    reading = against(with_aliases(reading, records(before.aliases)), rows)
    version = store.write(
        reading.parts, actor=arguments.by, kind="import", reason=arguments.note, source=(path.name, data)
    )
    if version is None:
        print(say("command.import.unchanged", file=path.name))
        return 0
    print(say("command.import.stored", file=path.name, version=version.number))
    difference = changes(before, store.register())
    print_frame(difference[difference["frame"] != "problems"], as_json=False)
    return 0


def _refused(message: str) -> int:
    print(message, file=sys.stderr)
    return 1
