"""What the forms of the follow-up pages have in common: who records it, the button, and storing with a word."""

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from kmdash.domain.fiscal import shown_date
from kmdash.domain.words import say
from kmdash.store import StoreError
from kmdash.ui.session import View
from kmdash.ui.text import md
from kmdash.ui.vote_decision import days_around


def by_field(key: str) -> str:
    """Who records it, by position; kept for the visit."""
    value = say("confirm.secretary")
    return st.text_input(say("confirm.actor"), value=value, key=key, persist_state="session", width=240).strip()


def day_field(key: str, view: View) -> date:
    """The day it is recorded for, by default the one that is looked at: what is told of a later day is not seen."""
    days = sorted({*days_around(view.fiscal_year), view.as_of}, reverse=True)
    return st.selectbox(
        say("column.told_on"), days, index=days.index(view.as_of), format_func=shown_date, key=key, width=200
    )


def send(key: str, view: View) -> bool:
    """The button that stores; nothing can be added to an older version, or to no data at all."""
    old = not view.newest or view.everything.version is None
    sent = st.form_submit_button(say("committee.send"), type="primary", key=key, disabled=old)
    if old:
        st.caption(say("result.old_version"))
    return sent


def save(write: Callable[[], Any], *, ready: bool) -> None:
    """Store what ``write`` does and say so, or say that something is missing."""
    if not ready:
        st.error(say("committee.missing"))
        return
    try:
        version = write()
    except StoreError as error:
        st.error(md(error))
        return
    st.toast(say("committee.stored", number=version.number) if version else say("decide.same"))
    st.rerun()
