"""The board of the follow-up: what to ask for, to follow and to remind of, and what is as loud as late."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.ui import columns
from kmdash.ui.pieces import STATE_GLYPHS
from kmdash.ui.tables import grid, headed

WIDTHS = {"text": 335, "reason": 285}  # so that the source cell stays on a laptop's screen
SHOWN = ("overdue", "active", "upcoming", "unclear", "no_date")


def board(warnings: pd.DataFrame) -> None:
    """A table a state that has activities, the latest first; the items with a flag; the committee's open steps."""
    of_plans = warnings[warnings["plan_id"].notna()]
    for state in SHOWN:
        found = of_plans[of_plans["state"] == state].sort_values("due", kind="stable", na_position="last")
        if len(found):
            words = {"glyph": STATE_GLYPHS[state], "state": say(f"state.{state}"), "count": len(found)}
            _table(found, columns.BOARD, state, say("frames.board.state", **words))
    loud = warnings[["no_owner", "owner_names_nobody", "never_reported", "stale"]].any(axis=1)
    flagged = warnings[loud | warnings["finding"].notna()]
    if len(flagged):
        _table(flagged, columns.FLAGGED, "flagged", say("frames.board.flagged", count=len(flagged)))
    steps = warnings[warnings["plan_id"].isna() & warnings["state"].isin(SHOWN)]
    if len(steps):
        _table(steps, columns.STEPS, "committee", say("frames.board.committee", count=len(steps)))


def _table(found: pd.DataFrame, shown: Mapping[str, str], name: str, title: str) -> None:
    st.subheader(title, anchor=False)
    widths = WIDTHS if "reason" in shown else None
    grid(headed(found, shown), f"board_{name}", title, marks("item", found), widths)
