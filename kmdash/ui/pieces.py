"""Small pieces of HTML; every value in them is escaped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from kmdash.domain.words import say
from kmdash.ui.text import escaped

GLYPHS = {"done": "✓", "in_progress": "▶", "late": "▲", "due": "◆", "planned": "○", "unclear": "?", "none": "×"}
STATE_GLYPHS = {
    "done": "✓",
    "done_late": "✓",
    "overdue": "▲",
    "active": "▶",
    "upcoming": "◆",
    "not_yet": "○",
    "no_date": "–",
    "unclear": "?",
    "cancelled": "×",
}


@dataclass(frozen=True)
class Tile:
    """A number with its name, its unit and a line below; ``mark`` is done, late, due or nothing."""

    name: str
    value: str
    unit: str = ""
    below: str = ""
    mark: str = ""


def tiles(found: Iterable[Tile]) -> None:
    """The tiles in a row."""
    items = "".join(
        f'<li class="km-tile {escaped(tile.mark)}"><span>{escaped(tile.name)}</span>'
        f"<b>{escaped(tile.value)} <small>{escaped(tile.unit)}</small></b><span>{escaped(tile.below)}</span></li>"
        for tile in found
    )
    st.html(f'<ul class="km-tiles" role="list">{items}</ul>')


def steps(names: Sequence[str], now: int) -> None:
    """The steps of a piece of work; ``now`` (from 1) is the one at hand."""
    items = "".join(
        f'<li class="{"past" if number < now else "now" if number == now else ""}"'
        f"{' aria-current=step' if number == now else ''}>{'✓ ' if number < now else ''}{number} {escaped(name)}</li>"
        for number, name in enumerate(names, start=1)
    )
    st.html(f'<ol class="km-steps">{items}</ol>')


def note(text: str) -> None:
    """A paragraph of plain text."""
    st.html(f'<p class="km-note">{escaped(text)}</p>')


def square(state: str, text: str, title: str) -> str:
    """A stage of a plan as a small square with its mark."""
    return f'<span class="km-sq {escaped(state)}" title="{escaped(title)}">{escaped(text)}</span>'


def legend(states: Iterable[str]) -> None:
    """What the squares mean: state and word."""
    words = {state: say("state.unclear" if state == "unclear" else f"legend.{state}") for state in states}
    items = "".join(
        f'<span class="item">{square(state, GLYPHS[state], word)}{escaped(word)}</span>'
        for state, word in words.items()
    )
    st.html(f'<p class="km-legend" role="note" aria-label="{escaped(say("legend.label"))}">{items}</p>')
