"""Small pieces of HTML; every value in them is escaped."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from kmdash.domain.marks import Mark
from kmdash.domain.words import say
from kmdash.ui.marked import attribute, button, clickable
from kmdash.ui.text import escaped, in_words

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
    """A number with its name, its unit and a line below; ``mark`` is done, late, due or nothing.

    ``behind`` is the mark (``domain.pointed``) of the items it counts; "" where there are none to show.
    """

    name: str
    value: str
    unit: str = ""
    below: str = ""
    mark: str = ""
    behind: str = ""


def folded(label: str, key: str, draw: Callable[[], None], *, opened: bool = False) -> None:
    """A panel that opens; what is in it is built only while it is open."""
    with st.expander(label, expanded=opened, key=key, on_change="rerun") as panel:
        if panel.open:
            draw()


def tiles(found: Iterable[Tile]) -> None:
    """The tiles in a row; those with something behind them can be clicked."""
    shown = list(found)
    html = f'<ul class="km-tiles" role="list">{"".join(map(_tile, shown))}</ul>'
    if any(tile.behind for tile in shown):
        clickable(html, "tiles")
    else:
        st.html(html)


def _tile(tile: Tile) -> str:
    name = button((tile.behind,), tile.name) if tile.behind else in_words(tile.name)
    chosen = attribute((tile.behind,)) if tile.behind else ""
    return (
        f'<li class="km-tile {escaped(tile.mark)}" {chosen}><span>{name}</span>'
        f"<b>{escaped(tile.value)} <small>{escaped(tile.unit)}</small></b><span>{in_words(tile.below)}</span></li>"
    )


def steps(names: Sequence[str], now: int) -> None:
    """The steps of a piece of work; ``now`` (from 1) is the one at hand."""
    items = "".join(
        f'<li class="{"past" if number < now else "now" if number == now else ""}"'
        f"{' aria-current=step' if number == now else ''}>"
        f"{'✓ ' if number < now else ''}{escaped(f'{number} {name}')}</li>"
        for number, name in enumerate(names, start=1)
    )
    st.html(f'<ol class="km-steps">{items}</ol>')


def note(text: str) -> None:
    """A paragraph of plain text."""
    st.html(f'<p class="km-note">{in_words(text)}</p>')


def square(state: str, text: str, title: str, mark: Mark | None = None) -> str:
    """A stage of a plan as a small square with its sign; where it has a ``mark`` it can be clicked."""
    chosen = attribute(mark) if mark else ""
    return f'<span {chosen} class="km-sq {escaped(state)}" title="{escaped(title)}">{escaped(text)}</span>'


def legend(states: Iterable[str]) -> None:
    """What the squares mean: state and word."""
    words = {state: say("state.unclear" if state == "unclear" else f"legend.{state}") for state in states}
    items = "".join(
        f'<span class="item">{square(state, GLYPHS[state], word)}{escaped(word)}</span>'
        for state, word in words.items()
    )
    st.html(f'<p class="km-legend" role="note" aria-label="{escaped(say("legend.label"))}">{items}</p>')
