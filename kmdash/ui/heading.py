"""The head of a page: its finding, and under it what is shown, of whom, as of when, from which version."""

from collections.abc import Iterable

import streamlit as st

from kmdash.domain.about import About
from kmdash.domain.fiscal import fiscal_year_span, shown_date
from kmdash.domain.viewpoint import moment
from kmdash.domain.words import digits, language, say
from kmdash.ui.pieces import note
from kmdash.ui.session import View, current
from kmdash.ui.settings import NAMES
from kmdash.ui.text import escaped, in_words, md

_LONGEST = 60  # characters of a link's value that are repeated on the page


def heading(finding: str, about: str = "", facts: Iterable[str] = (), *, constructed: bool = False) -> None:
    """The page's one h1, its subtitle with the badge of constructed data, and what the link asked for in vain."""
    st.title(md(of_part(finding)), anchor=False)
    line = " · ".join(in_words(part) for part in (about, *facts) if part)
    badge = f' <span class="km-badge">{escaped(say("heading.constructed"))}</span>' if constructed else ""
    if line or badge:
        st.html(f'<p class="km-sub">{line}{badge}</p>')
    in_vain = unknown(current())
    if in_vain:
        note(" · ".join(in_vain))


def of_part(finding: str) -> str:
    """A finding as it is told: of which stages and states, where only those are looked at."""
    part = current().part
    return say("narrow.finding", part=part, finding=finding) if part else finding


def unknown(view: View) -> list[str]:
    """Which values of the link name nothing there is, and what is shown instead; none while nothing is stored."""
    if view.everything.version is None:
        return []
    instead = {"office": view.office, "fy": view.fiscal_year, "as_of": shown_date(view.as_of)}
    instead |= {"lang": say(f"language.{language()}"), "digits": say(f"digits.{digits()}")}
    first, _ = fiscal_year_span(view.fiscal_year)
    return [
        say("link.setting", setting=say(f"{name}.label"), value=value[:_LONGEST])
        if name in NAMES
        else say(f"link.{name}", value=value[:_LONGEST], instead=instead.get(name, ""), example=first.isoformat())
        for name, value in view.unknown.items()
    ]


def facts(view: View) -> list[str]:
    """Whose data it is, of which year, narrowed to what, as of which day, from which version."""
    return [*whose(view), *stamp(view)]


def whose(view: View) -> list[str]:
    """Whose data it is, of which year, narrowed to what; nothing while nothing is stored."""
    if view.everything.version is None:
        return []
    return [
        *([view.office] if view.office else []),
        say("heading.fiscal_year", year=view.fiscal_year),
        *([view.narrowed] if view.narrowed else []),
    ]


def stamp(view: View) -> list[str]:
    """As of which day the data is, and from which version; nothing while nothing is stored."""
    version = view.everything.version
    if version is None:
        return []
    stored = view.everything.stored_at
    return [
        say("heading.as_of", day=shown_date(view.as_of), why=say(f"as_of.{view.as_of_why}")),
        say(
            "heading.version" if view.newest else "heading.old_version",
            number=version,
            moment=moment(stored) if stored is not None else "–",
        ),
    ]


def about(view: View, title: str) -> About:
    """What a document of this view says of itself."""
    stored = view.everything.stored_at
    made = stored.to_pydatetime() if stored is not None else None
    return About(title, tuple(facts(view)), view.as_of, view.everything.version, made)


def constructed(view: View) -> bool:
    """Whether progress or results in view were constructed for demonstration."""
    frames = (view.register.progress, view.register.results)
    return any(bool(frame["constructed"].fillna(False).any()) for frame in frames)
