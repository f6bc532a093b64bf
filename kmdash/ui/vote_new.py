"""Opening a vote on the page: what is voted on, who may vote, how many choices, how many are chosen."""

from collections import Counter

import streamlit as st

from kmdash.domain.words import say
from kmdash.store import NewVote, Store
from kmdash.ui.asking_by import by_field
from kmdash.ui.session import View
from kmdash.ui.text import md

_OPENED = "ballot_opened"  # the vote just opened, for the page to show next
_CHOICES = 5  # of a voter and of the vote, as in the vote of 2562; to be changed in the form


def new_vote(view: View, store: Store) -> None:
    """A form for a new vote; once stored, the page shows it."""
    with (
        st.expander(say("new_vote.open"), expanded=view.register.ballots.empty, key="new_vote_panel"),
        st.form("new_vote"),
    ):
        office = st.text_input(say("new_vote.office"), value=view.office or "", key="new_vote_office")
        title = st.text_input(say("new_vote.title"), key="new_vote_title")
        with st.container(horizontal=True):
            candidates = st.text_area(say("new_vote.candidates"), key="new_vote_candidates", height=180)
            voters = st.text_area(say("new_vote.voters"), key="new_vote_voters", height=180)
        with st.container(horizontal=True):
            limit = st.number_input(say("new_vote.limit"), 1, value=_CHOICES, key="new_vote_limit", width=220)
            seats = st.number_input(say("new_vote.seats"), 1, value=_CHOICES, key="new_vote_seats", width=220)
            actor = by_field("new_vote_actor", 220)
        if st.form_submit_button(say("new_vote.send"), key="new_vote_send", disabled=not view.newest):
            given = _lines(candidates), _lines(voters)
            vote = NewVote(office.strip(), view.fiscal_year, title.strip(), *given, int(limit), int(seats))
            _open(store, vote, actor)


def follow() -> None:
    """Put the vote that was just opened into the link, before the page reads which one to show."""
    if _OPENED in st.session_state:
        st.session_state["ballot"] = st.session_state.pop(_OPENED)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _open(store: Store, vote: NewVote, actor: str) -> None:
    twice = [name for given in (vote.candidates, vote.voters) for name, count in Counter(given).items() if count > 1]
    if not (vote.office and vote.candidates and vote.voters):
        st.error(say("new_vote.missing"))
    elif twice:
        st.error(md(say("new_vote.twice", names=", ".join(twice))))
    else:
        st.session_state[_OPENED] = store.open_vote(vote, actor=actor or "–")
        st.toast(say("new_vote.stored"))
        st.rerun()
