"""``show WHAT``: a page's result frame."""

import argparse
from collections.abc import Callable
from datetime import date

import pandas as pd

from kmdash.cli.filters import UnknownChoice, add_filters, filtered, told
from kmdash.cli.output import print_frame
from kmdash.cli.settings import add_settings, settings_of
from kmdash.domain.fiscal import fiscal_year_of
from kmdash.domain.register import Register, selected
from kmdash.domain.settings import Settings
from kmdash.domain.stages import CHANGE
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

Measure = Callable[[Register, int, date, Settings], pd.DataFrame]

FRAMES: dict[str, Measure] = {
    "coverage": lambda register, year, day, given: coverage(register, day, within=given.within),
    "attainment": lambda register, year, day, given: _scores(register, day, given),
    "calendar": lambda register, year, day, given: calendar(register, year, day, within=given.within),
    "vote": lambda register, year, day, given: tally(register, over_vote=given.over_vote),
    "progress": lambda register, year, day, given: progress(register, year, day),
    "warnings": lambda register, year, day, given: warnings(register, day, within=given.within),
    "knowledge": lambda register, year, day, given: knowledge(register, day),
    "units": lambda register, year, day, given: units(
        register, warnings(register, day), _scores(register, day, given), floor=given.floor
    ),
    "chain": lambda register, year, day, given: chain_of(register, day, given),
}
OF_STAGES = ("coverage",)  # has a row a stage: a stage chosen chooses rows, and each counts all that is in it


def add_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add ``show`` to the command line."""
    command = commands.add_parser("show", help=say("command.show.about"), description=say("command.show.about"))
    command.add_argument("what", choices=FRAMES, metavar="|".join(FRAMES))
    command.add_argument("--json", action="store_true", help=say("command.json"))
    add_settings(command)
    add_filters(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the frame; 2 when a filter names what the store does not know."""
    try:
        data = chosen_frame(arguments.what, filtered(arguments, by_stage=arguments.what not in OF_STAGES), arguments)
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
    given = settings_of(arguments)
    frames = [
        FRAMES[what](selected(register, fiscal_year=[year]), year, day, given)
        for year, day in days_of(register, arguments).items()
    ]
    filled = [data for data in frames if not data.empty] or frames[:1]
    data = pd.concat(filled, ignore_index=True)
    if what in OF_STAGES and arguments.stage:
        data = data[data["stage"].isin(arguments.stage) & (data["process"] != CHANGE)]
    return data[data["state"].isin(arguments.status)] if arguments.status and "state" in data else data


def _scores(register: Register, day: date, given: Settings) -> pd.DataFrame:
    return attainment(register, as_of=day, floor=given.floor, round=given.round)
