"""How firm a vote's result is, in sentences and two tables."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.marks import Mark, mark
from kmdash.domain.vote_decisions import lines
from kmdash.domain.words import say
from kmdash.ui.pieces import note
from kmdash.ui.tables import downloads, grid

Names = Mapping[str, str]
_SETS = ("gone", "joined", "tied")


def firmness(firm: Any, names: Names) -> None:
    """What would change the result: ballots, one voter left out; and whose choices were chosen."""
    if firm.margin is None and not firm.ballots:
        return
    st.header(say("firm.title"), anchor=False)
    if firm.margin == 0:
        note(say("firm.tied"))
    elif firm.to_tie is not None:
        note(say("firm.ballots", tie=firm.to_tie, change=firm.to_change, margin=firm.margin))
    elif firm.margin is not None:
        note(say("firm.margin", margin=firm.margin))
    if firm.ballots is None:
        return
    count = len(firm.left_out)
    note(
        say("firm.left_some", count=count, ballots=firm.ballots)
        if count
        else say("firm.left_none", ballots=firm.ballots)
    )
    if count:
        rows = [(row["voter"], *_sets(row, names)) for row in records(firm.left_out)]
        shown = pd.DataFrame(rows, columns=[say("firm.voter"), *_set_names()])
        grid(shown, "left_out", say("firm.left_table"), _about(firm.left_out, names))
        downloads(shown, "left_out", say("firm.left_table"))
    note(say("firm.represented", count=len(firm.represented), ballots=firm.ballots))
    if firm.unrepresented:
        note(say("firm.unrepresented", names=", ".join(firm.unrepresented)))


def other_rules(found: pd.DataFrame, names: Names) -> None:
    """What another number of choices or of seats would give, against the vote as it is."""
    if found.empty:
        return
    st.subheader(say("firm.what_if"), anchor=False)
    own = {row["rule"]: _sets(row, names) for row in records(found) if row["current"]}
    rows = []
    for row in records(found):
        sets = _sets(row, names)
        rule = say(f"firm.{row['rule']}", value=row["value"])
        effect = say("firm.same" if sets == own[row["rule"]] else "firm.differs")
        rows.append(
            (say("firm.current", rule=rule) if row["current"] else rule, row["chosen"], effect, *sets),
        )
    columns = [say("firm.rule"), say("firm.count"), say("firm.effect"), *_set_names()]
    shown = pd.DataFrame(rows, columns=columns)
    grid(shown, "what_if", say("firm.what_if"), _about(found, names))
    st.caption(say("firm.limit_note"))
    downloads(shown, "what_if", say("firm.what_if"))


def _about(rows: pd.DataFrame, names: Names) -> list[Mark]:
    """The candidates a row is about; where the result stays the same all of the vote."""
    own = ([name for key in _SETS for name in lines(row[key])] for row in records(rows))
    return [mark("candidates", {"candidates": "\n".join(ids or names)}) for ids in own]


def _set_names() -> list[str]:
    return [say("firm.gone"), say("firm.joined"), say("firm.level")]


def _sets(row: Mapping[str, Any], names: Names) -> list[str]:
    return [", ".join(names.get(name, name) for name in lines(row[key])) for key in _SETS]
