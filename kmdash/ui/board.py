"""The board of the follow-up: what to ask for, to follow and to remind of, and what is as loud as late."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.ui import columns
from kmdash.ui.pieces import STATE_GLYPHS
from kmdash.ui.tables import grid, headed

WIDTHS = {"text": 335, "reason": 285, "reply": 240}  # so that the source cell stays on a laptop's screen
SHOWN = ("overdue", "active", "upcoming", "unclear", "no_date")


def board(warnings: pd.DataFrame) -> None:
    """A table a state that has activities, the latest first; the items with a flag; the committee's open steps.

    A duty of a unit stands among the activities.

    Once anything was sent or answered, it stands beside each item.
    """
    asked = warnings["plan_id"].notna() | warnings["unit"].notna()
    of_plans = warnings[asked]
    told = receipts(warnings)
    for state in SHOWN:
        found = of_plans[of_plans["state"] == state].sort_values("due", kind="stable", na_position="last")
        if len(found):
            words = {"glyph": STATE_GLYPHS[state], "state": say(f"state.{state}"), "count": len(found)}
            _table(found, {**columns.BOARD, **told}, state, say("frames.board.state", **words))
    loud = warnings[["no_owner", "owner_names_nobody", "never_reported", "stale"]].any(axis=1)
    flagged = warnings[loud | warnings["finding"].notna()]
    if len(flagged):
        _table(flagged, columns.FLAGGED, "flagged", say("frames.board.flagged", count=len(flagged)))
    steps = warnings[~asked & warnings["state"].isin(SHOWN)]
    if len(steps):
        _table(steps, {**columns.STEPS, **told}, "committee", say("frames.board.committee", count=len(steps)))


def receipts(warnings: pd.DataFrame) -> Mapping[str, str]:
    """The columns that tell what was sent and answered; none as long as nothing was."""
    return columns.TOLD if (warnings["sent"] > 0).any() or warnings["reply"].notna().any() else {}


def _table(found: pd.DataFrame, shown: Mapping[str, str], name: str, title: str) -> None:
    st.subheader(title, anchor=False)
    widths = {column: width for column, width in WIDTHS.items() if column in shown}
    grid(headed(found, shown), f"board_{name}", title, marks("item", found), widths)
