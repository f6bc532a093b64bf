"""``show WHAT``: a page's result frame."""

import argparse
from collections.abc import Callable
from datetime import date

import pandas as pd

from kmdash.cli.filters import UnknownChoice, add_filters, filtered, told
from kmdash.cli.output import print_frame
from kmdash.domain.fiscal import fiscal_year_of
from kmdash.domain.register import Register, selected
from kmdash.domain.scale import FLOORS
from kmdash.domain.viewpoint import day_of, fiscal_years_of, today
from kmdash.domain.words import say
from kmdash.measures.attainment import attainment
from kmdash.measures.briefing import chain_of
from kmdash.measures.calendar import calendar
from kmdash.measures.coverage import coverage
from kmdash.measures.knowledge import knowledge
from kmdash.measures.progress import progress
from kmdash.measures.units import units
from kmdash.measures.vote import tally
from kmdash.measures.warnings import warnings
from kmdash.store import StoreError

Measure = Callable[[Register, int, date, str], pd.DataFrame]

FRAMES: dict[str, Measure] = {
    "coverage": lambda register, year, day, floor: coverage(register, day),
    "attainment": lambda register, year, day, floor: attainment(register, as_of=day, floor=floor),
    "calendar": lambda register, year, day, floor: calendar(register, year, day),
    "vote": lambda register, year, day, floor: tally(register),
    "progress": lambda register, year, day, floor: progress(register, year, day),
    "warnings": lambda register, year, day, floor: warnings(register, day),
    "knowledge": lambda register, year, day, floor: knowledge(register, day),
    "units": lambda register, year, day, floor: units(
        register, warnings(register, day), attainment(register, as_of=day, floor=floor), floor=floor
    ),
    "chain": lambda register, year, day, floor: chain_of(register, day, floor=floor),
}


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``show`` to the command line."""
    command = commands.add_parser("show", help=say("command.show.about"), description=say("command.show.about"))
    command.add_argument("what", choices=FRAMES, metavar="|".join(FRAMES))
    command.add_argument("--json", action="store_true", help=say("command.json"))
    command.add_argument("--floor", choices=FLOORS, default="1", help=say("command.score.floor"))
    add_filters(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the frame; 2 when a filter names what the store does not know."""
    try:
        data = chosen_frame(arguments.what, filtered(arguments), arguments)
    except (UnknownChoice, StoreError, ValueError) as error:
        return told(error)
    print_frame(data, arguments.json)
    return 0


def days_of(register: Register, arguments: argparse.Namespace) -> dict[int, date]:
    """The fiscal years (BE) of the register, each with the day it is judged on: the one asked for, or its own."""
    years = fiscal_years_of(register) or [fiscal_year_of(arguments.as_of or today())]
    return {
        year: arguments.as_of or day_of(selected(register, fiscal_year=[year]), year, today())[0] for year in years
    }


def chosen_frame(what: str, register: Register, arguments: argparse.Namespace) -> pd.DataFrame:
    """A page's frame over all fiscal years of the register, each on its own day, the states chosen."""
    frames = [
        FRAMES[what](selected(register, fiscal_year=[year]), year, day, arguments.floor)
        for year, day in days_of(register, arguments).items()
    ]
    filled = [data for data in frames if not data.empty] or frames[:1]
    data = pd.concat(filled, ignore_index=True)
    return data[data["state"].isin(arguments.status)] if arguments.status and "state" in data else data
