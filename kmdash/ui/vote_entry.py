"""Ballots entered during the meeting: unit by unit, within the limit, until the vote is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.register import Register
from kmdash.domain.viewpoint import today
from kmdash.domain.vote_decisions import lines
from kmdash.domain.words import say
from kmdash.store import Store, StoreError
from kmdash.ui.asking_by import by_field, day_field
from kmdash.ui.pieces import note
from kmdash.ui.session import View
from kmdash.ui.tables import grid
from kmdash.ui.text import md

_NEXT = "ballot_next"  # the voter to go on with, after a ballot is saved


@dataclass(frozen=True)
class Box:
    """A ballot box: who may vote, whom each has marked (candidate ids), and whether votes are counted already."""

    voters: Sequence[str]
    cast: Mapping[str, Sequence[str]]
    counted: bool

    @property
    def missing(self) -> list[str]:
        """The voters whose ballot is not in, in order."""
        return [voter for voter in self.voters if voter not in self.cast]


def box_of(register: Register, ballot: str) -> Box:
    """The voters the vote names, else the units that propose its candidates; and the ballots that are in."""
    row = records(register.ballots[register.ballots["ballot_id"] == ballot])[0]
    candidates = register.candidates[register.candidates["ballot_id"] == ballot]
    marks = register.marks[(register.marks["ballot_id"] == ballot) & register.marks["voter"].notna()]
    cast = {voter: list(own.dropna()) for voter, own in marks.groupby("voter", sort=False)["candidate_id"]}
    named = lines(row["voter_names"]) or list(candidates["unit"].dropna())
    return Box(list(dict.fromkeys([*named, *cast])), cast, bool(candidates["votes"].notna().any()))


def title(box: Box, summary: Any, result: str) -> str:
    """How many ballots are in; the result once the vote is closed or counted."""
    if summary.closing or box.counted:
        return say("title.ballots.closed" if summary.closing else "title.ballots.counted", result=result)
    if not box.voters:
        return say("title.ballots.no_voters")
    key = "open" if box.missing else "all_in"
    return say(f"title.ballots.{key}", cast=len(box.cast), voters=len(box.voters))


def enter(store: Store, box: Box, summary: Any, names: Mapping[str, str], *, newest: bool) -> None:
    """The voter's list of candidates to tick; saved as a version, or refused with the reason."""
    if summary.limit is None:
        note(say("ballots.no_limit"))
        return
    next_one = st.session_state.pop(_NEXT, None)
    if next_one is None and "ballot_voter" not in st.session_state:
        next_one = next(iter(box.missing), None)
    if next_one is not None:
        st.session_state["ballot_voter"] = next_one
    voter = st.selectbox(
        say("ballots.voter"),
        box.voters,
        format_func=lambda voter: say("ballots.done", voter=voter) if voter in box.cast else voter,
        key="ballot_voter",
        width=460,
    )
    with st.form(f"ballot_{summary.ballot_id}_{voter}"):
        st.caption(say("ballots.marks", limit=summary.limit))
        held = box.cast.get(voter, ())
        chosen = [
            name
            for name, label in names.items()
            if st.checkbox(md(label), value=name in held, key=f"mark_{voter}_{name}")
        ]
        actor = by_field("actor", 220)
        sent = st.form_submit_button(say("ballots.save"), key="ballot_save", type="primary", disabled=not newest)
    if sent and len(chosen) > summary.limit:
        over = len(chosen) - summary.limit
        st.error(say("ballots.too_many", marks=len(chosen), limit=summary.limit, over=over))
    elif sent:
        _save(store, box, summary.ballot_id, voter, chosen, actor)


def _save(store: Store, box: Box, ballot: str, voter: str, chosen: Sequence[str], actor: str) -> None:
    try:
        version = store.record_marks(ballot, voter, chosen, actor=actor or "–")
    except StoreError as error:
        st.error(md(error))
        return
    key = "ballots.saved" if version else "ballots.unchanged"
    st.toast(md(say(key, voter=voter, number=version.number if version else "")))
    others = [name for name in box.missing if name != voter]
    st.session_state[_NEXT] = others[0] if others else voter
    st.rerun()


def close(view: View, store: Store, box: Box, summary: Any) -> None:
    """The form that closes the vote: who, and when; the count at that time is kept with it."""
    with st.expander(say("ballots.close_open"), key="close_panel"), st.form("close"):
        st.markdown(md(say("ballots.close_text", missing=", ".join(box.missing) or say("ballots.nobody"))))
        with st.container(horizontal=True):
            by = st.text_input(say("ballots.closed_by"), key="close_by", width=260)
            day = day_field("close_day", view, "ballots.closed_on", usual=today(), width=220)
        if st.form_submit_button(say("ballots.close"), key="close_send", disabled=not view.newest):
            if not by.strip():
                st.error(say("ballots.close_missing"))
                return
            try:
                version = store.close_vote(
                    summary.ballot_id, summary.counted, by=by.strip(), closed_on=day, actor=by.strip()
                )
            except StoreError as error:
                st.error(md(error))
                return
            if version:
                st.toast(say("ballots.closed", number=version.number))
            st.rerun()


def turnout(box: Box) -> None:
    """Whose ballot is in, without what is on it."""
    rows = [(voter, say("ballots.has" if voter in box.cast else "ballots.has_not")) for voter in box.voters]
    grid(pd.DataFrame(rows, columns=[say("ballots.unit"), say("ballots.received")]), "turnout", say("ballots.turnout"))
