"""The head of a page: its finding, and under it what is shown, of whom, as of when, from which version."""

from collections.abc import Iterable

import streamlit as st

from kmdash.domain.fiscal import thai_date
from kmdash.domain.words import say
from kmdash.ui.choice import moment
from kmdash.ui.session import View
from kmdash.ui.text import escaped, md


def heading(finding: str, about: str = "", facts: Iterable[str] = (), *, constructed: bool = False) -> None:
    """The page's one h1, its subtitle, and the badge of data constructed for demonstration."""
    st.title(md(finding), anchor=False)
    line = " · ".join(escaped(part) for part in (about, *facts) if part)
    badge = f' <span class="km-badge">{escaped(say("heading.constructed"))}</span>' if constructed else ""
    if line or badge:
        st.html(f'<p class="km-sub">{line}{badge}</p>')


def facts(view: View, *, day: bool = True) -> list[str]:
    """Whose data it is, of which year, narrowed to what, as of which ``day`` (if it matters), from which version."""
    version = view.everything.version
    if version is None:
        return []
    key = "heading.version" if view.newest else "heading.old_version"
    stored = view.everything.stored_at
    return [
        *([view.office] if view.office else []),
        say("heading.fiscal_year", year=view.fiscal_year),
        *([view.narrowed] if view.narrowed else []),
        *([say("heading.as_of", day=thai_date(view.as_of), why=say(f"as_of.{view.as_of_why}"))] if day else []),
        say(key, number=version, moment=moment(stored) if stored is not None else "–"),
    ]


def constructed(view: View) -> bool:
    """Whether progress or results in view were constructed for demonstration."""
    frames = (view.register.progress, view.register.results)
    return any(bool(frame["constructed"].fillna(False).any()) for frame in frames)
