"""A tie at the cut line on the page: the tied set, the committee's decision, and the form that records it."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from kmdash.domain.fiscal import shown_date
from kmdash.domain.viewpoint import today
from kmdash.domain.vote_decisions import KINDS, misfit
from kmdash.domain.words import say
from kmdash.store import Decided, Store
from kmdash.ui.asking_by import by_field, day_field, save
from kmdash.ui.pieces import note
from kmdash.ui.session import View
from kmdash.ui.text import md


def decision(view: View, store: Store, summary: Any, names: Mapping[str, str]) -> None:
    """What ties and what was decided, and a form for the decision; nothing where no tie is or was at the cut."""
    if not (summary.tied_at_cut or summary.decision):
        return
    st.header(say("decide.title"), anchor=False)
    if summary.undecided:
        tied = ", ".join(names[name] for name in summary.tied_at_cut)
        note(say("decide.tied", count=len(summary.tied_at_cut), seats=summary.seats_left, names=tied))
    if summary.decision:
        _recorded(summary.decision, names)
    if summary.open:
        note(say("decide.still_open"))
    elif summary.tied_at_cut:
        _form(view, store, summary, names)


def _recorded(decided: Any, names: Mapping[str, str]) -> None:
    taken = ", ".join(names.get(name, name) for name in decided.chosen) or say("decide.nobody")
    day = shown_date(decided.decided_on) if decided.decided_on else "–"
    kind = say(f"decide.{decided.kind}")
    note(say("decide.recorded", kind=kind, names=taken, by=decided.by, day=day, reason=decided.reason))
    if decided.void:
        st.warning(md(say("decide.void", why=decided.void)))


def _form(view: View, store: Store, summary: Any, names: Mapping[str, str]) -> None:
    with (
        st.expander(say("decide.open"), expanded=summary.undecided, key="decide_panel"),
        st.form("decide"),
    ):
        kind = st.radio(say("decide.kind"), KINDS, format_func=lambda kind: say(f"decide.{kind}"), key="decide_kind")
        st.markdown(md(say("decide.chosen")))
        chosen = [
            name
            for place, name in enumerate(summary.tied_at_cut)
            if st.checkbox(md(names[name]), key=f"decide_take_{place}")
        ]
        with st.container(horizontal=True):
            by = st.text_input(say("decide.by"), key="decide_by", width=260)
            reason = st.text_input(say("decide.reason"), key="decide_reason", width=360)
            day = day_field("decide_day", view, "decide.day", usual=today(), width=220)
            actor = by_field("actor", 220)
        sent = st.form_submit_button(say("decide.send"), key="decide_send", disabled=not view.newest)
    if not view.newest:
        st.caption(say("result.old_version"))
    if sent:
        tied, seats = summary.tied_at_cut, summary.seats_left
        made = Decided(kind, chosen, tied, seats, summary.counted, by.strip(), reason.strip(), day)
        _save(store, summary.ballot_id, made, actor)


def _save(store: Store, ballot_id: str, made: Decided, actor: str) -> None:
    wrong = misfit(made.kind, made.chosen, made.tied, made.seats_left)
    if wrong:
        st.error(md(wrong))
        return
    save(
        lambda: store.record_decision(ballot_id, made, actor=actor or "–"),
        ready=bool(made.by and made.reason),
        told="decide.stored",
        missing="decide.missing",
    )
