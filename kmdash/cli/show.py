"""``show WHAT``: a page's result frame."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from kmdash.cli.filters import UnknownChoice, add_filters, filtered, only, told
from kmdash.cli.output import print_frame
from kmdash.cli.settings import add_settings, settings_of
from kmdash.domain.fiscal import fiscal_year_of
from kmdash.domain.narrowing import Narrowing, narrowed
from kmdash.domain.register import Register, selected
from kmdash.domain.settings import Settings
from kmdash.domain.viewpoint import day_of, fiscal_years_of, today
from kmdash.domain.words import say
from kmdash.measures.attainment import attainment
from kmdash.measures.briefing import chain_of
from kmdash.measures.by_year import by_year
from kmdash.measures.calendar import calendar
from kmdash.measures.committee import committee
from kmdash.measures.coverage import coverage
from kmdash.measures.evidence import checklist, proved
from kmdash.measures.goals import goals
from kmdash.measures.knowledge import inventory, knowledge
from kmdash.measures.lessons import areas, notes
from kmdash.measures.network import network
from kmdash.measures.progress import progress
from kmdash.measures.repository import findings, holdings, shelves
from kmdash.measures.submissions import monthly, submitted, yearly
from kmdash.measures.targets import periods, targets_met
from kmdash.measures.units import units
from kmdash.measures.vote import tally
from kmdash.measures.warnings import warnings
from kmdash.store import StoreError


@dataclass(frozen=True)
class Asked:
    """One fiscal year of the register, on the day it is judged: all of it, and with the activities chosen."""

    whole: Register
    register: Register
    year: int
    day: date
    given: Settings
    only: Narrowing

    def day_of(self, year: int) -> date:
        """The day on which a fiscal year is looked at: of the one asked for its own, of another today."""
        return self.day if year == self.year else today()

    @property
    def scores(self) -> pd.DataFrame:
        """Of the KPIs, by the settings given."""
        return attainment(self.register, as_of=self.day, floor=self.given.floor, round=self.given.round)

    @property
    def items(self) -> pd.DataFrame:
        """The items with their states."""
        return warnings(self.register, self.day, within=self.given.within)


FRAMES: dict[str, Callable[[Asked], pd.DataFrame]] = {
    "coverage": lambda asked: coverage(asked.whole, asked.day, within=asked.given.within, only=asked.only),
    "attainment": lambda asked: asked.scores,
    "calendar": lambda asked: calendar(asked.register, asked.year, asked.day, within=asked.given.within),
    "vote": lambda asked: tally(asked.register, over_vote=asked.given.over_vote),
    "progress": lambda asked: progress(asked.register, asked.year, asked.day),
    "warnings": lambda asked: asked.items,
    "knowledge": lambda asked: knowledge(asked.register, asked.day),
    "units": lambda asked: units(asked.register, asked.items, asked.scores, floor=asked.given.floor),
    "chain": lambda asked: chain_of(asked.register, asked.day, asked.given),
    "inventory": lambda asked: inventory(asked.register, asked.day),
    "repository": lambda asked: holdings(asked.register),
    "categories": lambda asked: shelves(asked.register),
    "findings": lambda asked: findings(asked.register),
    "network": lambda asked: network(asked.register),
    "submissions": lambda asked: _awards(asked),
    "targets": lambda asked: targets_met(periods(asked.register.series, asked.day), asked.register.targets),
    "evidence": lambda asked: checklist(asked.register, asked.day, within=asked.given.within),
    "evidence-levels": lambda asked: proved(checklist(asked.register, asked.day, within=asked.given.within)),
    "learning": lambda asked: notes(asked.register, asked.day),
    "years": lambda asked: by_year(asked.register, asked.day_of, within=asked.given.within),
    "goals": lambda asked: goals(asked.register, asked.day, within=asked.given.within),
    "aims": lambda asked: asked.register.aims,
    "areas": lambda asked: areas(asked.register),
    "committee": lambda asked: committee(asked.register, asked.day, within=asked.given.within),
}


def _awards(asked: Asked) -> pd.DataFrame:
    """Each unit's months, then its year (no month), scored and ranked."""
    found, late = submitted(asked.register.submissions, asked.day), asked.given.late_points
    months = monthly(found, late_points=late)
    return pd.concat([months, yearly(found, months, late_points=late)], ignore_index=True)


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
    """A page's frame over all fiscal years of the register, each on its own day, of the activities chosen."""
    frames, chosen, given = [], only(arguments), settings_of(arguments)
    for year, day in days_of(register, arguments).items():
        whole = selected(register, fiscal_year=[year])
        asked = Asked(whole, narrowed(whole, chosen, day, given.within), year, day, given, chosen)
        frames.append(FRAMES[what](asked))
    filled = [data for data in frames if not data.empty] or frames[:1]
    return pd.concat(filled, ignore_index=True)
