"""The board of the follow-up: what to ask for, to follow and to remind of, and what is as loud as late."""

import pandas as pd
import streamlit as st

from kmdash.domain.words import say
from kmdash.ui import columns
from kmdash.ui.pieces import STATE_GLYPHS
from kmdash.ui.tables import grid, headed

SHOWN = ("overdue", "active", "upcoming", "unclear", "no_date")


def board(warnings: pd.DataFrame) -> None:
    """A table a state that has items, the latest first; then the items with a flag."""
    for state in SHOWN:
        found = warnings[warnings["state"] == state].sort_values("due", kind="stable", na_position="last")
        if len(found):
            words = {"glyph": STATE_GLYPHS[state], "state": say(f"state.{state}"), "count": len(found)}
            _table(found, state, say("frames.board.state", **words))
    marks = warnings[["no_owner", "owner_names_nobody", "never_reported", "stale"]].any(axis=1)
    flagged = warnings[marks | warnings["finding"].notna()]
    if len(flagged):
        _table(flagged, "flagged", say("frames.board.flagged", count=len(flagged)))


def _table(found: pd.DataFrame, name: str, title: str) -> None:
    st.subheader(title, anchor=False)
    grid(headed(found, columns.WARNINGS), f"board_{name}", title)
