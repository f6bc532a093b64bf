"""What every form that stores has in common: who records it, for which day, the button, and storing with a word."""

from collections.abc import Callable
from datetime import date
from typing import Literal

import pandas as pd
import streamlit as st

from kmdash.domain.fiscal import fiscal_year_span, shown_date
from kmdash.domain.viewpoint import today
from kmdash.domain.words import say
from kmdash.store import StoreError, Version
from kmdash.ui.session import View
from kmdash.ui.text import md

Width = int | Literal["stretch"]


def by_field(key: str, width: Width = 240) -> str:
    """Who records it, by position; kept for the visit."""
    value = say("confirm.secretary")
    return st.text_input(say("confirm.actor"), value=value, key=key, persist_state="session", width=width).strip()


def days_around(fiscal_year: int) -> list[date]:
    """The days a thing may have happened on for a fiscal year (BE), in order: from the year before, and today."""
    first, last = fiscal_year_span(fiscal_year - 1)[0], fiscal_year_span(fiscal_year)[1]
    return sorted({*(day.date() for day in pd.date_range(first, last)), today()})


def day_field(
    key: str, view: View, label: str = "column.told_on", *, usual: date | None = None, width: Width = 200
) -> date:
    """The day it is recorded for, by default the one that is looked at: what is told of a later day is not seen.

    ``label`` is a key of the words.
    """
    usual = usual or view.as_of
    days = sorted({*days_around(view.fiscal_year), usual})
    return st.selectbox(say(label), days, index=days.index(usual), format_func=shown_date, key=key, width=width)


def send(key: str, view: View, label: str = "committee.send") -> bool:
    """The button that stores; nothing can be added to an older version, or to no data at all."""
    old = not view.newest or view.everything.version is None
    sent = st.form_submit_button(say(label), type="primary", key=key, disabled=old)
    if old:
        st.caption(say("result.old_version"))
    return sent


def save(
    write: Callable[[], Version | None],
    *,
    ready: bool = True,
    told: str = "committee.stored",
    missing: str = "committee.missing",
) -> None:
    """Store what ``write`` does and say which version it became, or that something is missing, or why it cannot be.

    ``told`` and ``missing`` are keys of the words; the version's ``number`` is known to ``told``.
    """
    if not ready:
        st.error(say(missing))
        return
    try:
        version = write()
    except (StoreError, ValueError) as error:
        st.error(md(error))
        return
    st.toast(say(told, number=version.number) if version else say("decide.same"))
    st.rerun()
