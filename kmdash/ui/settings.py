"""The settings of the measures: asked for in the link, chosen on the page they matter to, printed under its table."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

import streamlit as st

from kmdash.domain.fiscal import FISCAL_MONTHS, month_name
from kmdash.domain.scale import FLOORS
from kmdash.domain.settings import Settings
from kmdash.domain.vote_count import OVER_VOTES
from kmdash.domain.words import say
from kmdash.ui import filters
from kmdash.ui.session import current

NUMBERS: Mapping[str, tuple[int, int]] = {
    "within": (1, 365),
    "stale_after": (1, 365),
    "many": (2, 99),
    "late_points": (0, 100),
}
NAMES = tuple(field.name for field in fields(Settings))


def asked(rounds: Iterable[int]) -> tuple[Settings, dict[str, str]]:
    """The settings of the link, the usual ones where it says nothing; and what it asks for in vain, by name.

    ``rounds`` are those the register knows weights of.
    """
    linked = {name: filters.linked(name) for name in NAMES}
    offered = {name: _values(name, rounds) for name in NAMES}
    found = {name: offered[name][text] for name, text in linked.items() if text in offered[name]}
    return Settings(**found), {name: text for name, text in linked.items() if text and name not in found}


def printed(settings: Settings, *names: str) -> str:
    """The line under a table: the settings of these names that decided it; of rounds only one that is chosen."""
    values = {name: getattr(settings, name) for name in names}
    told = [say(f"{name}.note", value=_word(name, value)) for name, value in values.items() if value is not None]
    return " · ".join(told)


def panel(settings: Settings, *names: str, rounds: Iterable[int] = ()) -> None:
    """The settings of these names side by side, to be changed; a round only where there are ``rounds``.

    In a meeting nothing is set: what is printed under the table still says by what is counted.
    """
    if current().meeting:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="settings_panel"):
        for name in names:
            value, label = getattr(settings, name), say(f"{name}.label")
            words = {text: _word(name, found) for text, found in _values(name, rounds).items()}
            if name in NUMBERS:
                filters.number(name, label, value, NUMBERS[name])
            elif name == "report_month":
                filters.select(name, label, words, str(value), width=240)
            elif name != "round":
                filters.switch(name, label, words, value, hidden=False)
            elif words:
                chosen = "" if value is None else str(value)
                filters.switch(name, label, {"": say("round.none"), **words}, chosen, hidden=False)


def _values(name: str, rounds: Iterable[int]) -> dict[str, Any]:
    """Every value a setting can have, by its text in the link."""
    if name in NUMBERS:
        low, high = NUMBERS[name]
        return {str(number): number for number in range(low, high + 1)}
    several: dict[str, Iterable[Any]] = {
        "floor": FLOORS,
        "over_vote": OVER_VOTES,
        "report_month": FISCAL_MONTHS,
        "round": sorted(rounds),
    }
    return {str(value): value for value in several[name]}


def _word(name: str, value: Any) -> str:
    """A value as a person reads it."""
    if name == "report_month":
        return month_name(date(2000, value, 1))
    if name == "round":
        return say("round.months", round=value)
    return str(value) if name in NUMBERS else say(f"{name}.{value}")
