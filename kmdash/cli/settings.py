"""The settings of the measures, as ``show`` and ``export`` take them."""

import argparse

from kmdash.domain.scale import FLOORS
from kmdash.domain.settings import LATE_POINTS, Settings
from kmdash.domain.states import WITHIN
from kmdash.domain.vote_count import OVER_VOTES
from kmdash.domain.weights import ROUNDS
from kmdash.domain.words import say


def add_settings(command: argparse.ArgumentParser) -> None:
    """Add the settings to a command; each has its default."""
    command.add_argument("--floor", choices=FLOORS, default=FLOORS[0], help=say("command.score.floor"))
    command.add_argument("--round", type=int, choices=ROUNDS, help=say("command.setting.round"))
    command.add_argument(
        "--over-vote", choices=OVER_VOTES, default=OVER_VOTES[0], help=say("command.setting.over_vote")
    )
    command.add_argument(
        "--late-points",
        type=int,
        choices=range(101),
        default=LATE_POINTS,
        metavar="0-100",
        help=say("command.setting.late_points"),
    )
    command.add_argument("--within", type=_days, default=WITHIN, metavar="DAYS", help=say("command.setting.within"))


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings given."""
    return Settings(
        floor=arguments.floor,
        round=arguments.round,
        over_vote=arguments.over_vote,
        within=arguments.within,
        late_points=arguments.late_points,
    )


def _days(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(say("command.setting.no_days", text=text))
    return int(text)
