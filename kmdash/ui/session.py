"""What a visit stands on: the store, the register at a version, the view the filters chose.

The only place that caches: the store by its address, a register by its version, what a page made of it by
version and filters. Versions never change, so nothing here grows old.
"""

import os
from collections.abc import Callable, Hashable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Any, TypeVar

import pandas as pd
import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from kmdash.domain.narrowing import Narrowing
from kmdash.domain.reading import Reading
from kmdash.domain.register import Register
from kmdash.domain.settings import Settings
from kmdash.domain.words import digits, language, set_digits, set_language
from kmdash.store import Store, open_store

LAPTOP, LARGE = 1270, 1820
T = TypeVar("T")


@dataclass(frozen=True)
class Tools:
    """What the pieces of the pages may use of the other floors; the frame hands it in."""

    read_file: Callable[..., Reading]
    look_at: Callable[[bytes, str], list[Any]]
    with_aliases: Callable[[Reading, list[dict[str, Any]]], Reading]
    matched: Callable[..., Reading]
    kept_apart: Callable[..., Reading]
    annotated: Callable[[bytes, str, Reading], bytes]
    with_office: Callable[..., Reading]
    answer_patch: Callable[[Mapping[str, Any], str, int | None], dict[str, Any]]
    number: Callable[[str], float | None]
    template: Callable[..., bytes]
    xlsx: Callable[..., bytes]
    csv: Callable[[pd.DataFrame], bytes]
    chain: Callable[[Register, date, Settings], pd.DataFrame]
    excerpt: Callable[[bytes, str, str], Any]
    entries: Callable[[Register, date, Settings], pd.DataFrame]
    record: Callable[[Mapping[str, Any]], bytes]


@dataclass(frozen=True)
class View:
    """What the reader looks at: the register as filtered, and how it was chosen.

    ``everything`` is the whole register of the version, ``register`` the part the filters leave,
    ``all_years`` the same without the choice of a year.
    ``whole`` is ``register`` before stages and states were chosen (``only``; ``part`` names them).
    ``narrowed`` names the plan, unit, stage and state chosen. ``theme`` is the browser's palette, light or dark.
    ``as_of`` is the day for due, late and progress; ``as_of_why`` is chosen, today, year_end or constructed.
    ``unknown`` are the shared filters and settings of the link (name: value) that name nothing there is.
    """

    tools: Tools
    everything: Register
    whole: Register
    register: Register
    all_years: Register
    office: str | None
    fiscal_year: int
    as_of: date
    as_of_why: str
    newest: bool
    narrowed: str
    part: str
    only: Narrowing
    theme: str
    meeting: bool
    plan: str
    unit: str
    unknown: Mapping[str, str]
    settings: Settings

    @property
    def content_key(self) -> tuple[Hashable, ...]:
        """What tells what this view says from any other's: store, version, filters, day, settings and language."""
        where = (setting("KMDASH_DB"), self.everything.version, self.office, self.fiscal_year, self.plan, self.unit)
        return (*where, self.only, self.as_of, self.settings, language(), digits())

    @property
    def key(self) -> tuple[Hashable, ...]:
        """What tells this view from any other, by its look too."""
        return (*self.content_key, self.theme, self.width)

    @property
    def shows_nothing(self) -> bool:
        """Whether there is no plan, or none of the activities chosen."""
        return self.register.plans.empty or (bool(self.only) and self.register.activities.empty)

    @property
    def shows_no_stage(self) -> bool:
        """Whether there is no plan, or no activity in the states chosen; a stage without any is a finding."""
        return self.register.plans.empty or (bool(self.only.states) and self.register.activities.empty)

    @property
    def width(self) -> int:
        """The pixels a chart over the full width gets: a laptop's, or in meeting mode a large screen's."""
        return LARGE if self.meeting else LAPTOP


_view: ContextVar[View] = ContextVar("view")


def use(view: View) -> None:
    """Set what this run of the script looks at."""
    _view.set(view)


def current() -> View:
    """What this run of the script looks at."""
    return _view.get()


def apart(draw: Callable[..., T]) -> Callable[..., T]:
    """What draws a piece that may run again alone (a fragment, a dialog), with what this run looks at and its words.

    Such a rerun is a thread of its own, which knows neither view nor language nor digits.
    """
    view, spoken, shape = current(), language(), digits()

    @wraps(draw)
    def own(*given: Any) -> T:
        use(view)
        set_language(spoken)
        set_digits(shape)
        return draw(*given)

    return own


def setting(name: str) -> str | None:
    """A setting from the environment, or else from ``.streamlit/secrets.toml``."""
    if name in os.environ:
        return os.environ[name]
    try:
        return st.secrets.get(name)
    except StreamlitSecretNotFoundError:
        return None


@st.cache_resource(show_spinner=False, max_entries=4)
def _store(url: str | None) -> Store:
    return open_store(url)


def store() -> Store:
    """The store of this installation, opened once."""
    return _store(setting("KMDASH_DB"))


@st.cache_resource(show_spinner=False, max_entries=8)
def _register(url: str | None, version: int) -> Register:
    return _store(url).register(version)


def register(version: int) -> Register:
    """The register at a version. Its frames are shallow copies: what a page does to them stays with it."""
    stored = _register(setting("KMDASH_DB"), version)
    copies = {name: frame.copy(deep=False) for name, frame in stored.frames.items()}
    return Register(copies, stored.version, stored.stored_at)


@st.cache_resource(show_spinner=False, max_entries=256)
def _remembered(key: tuple[Hashable, ...], _make: Callable[[], Any]) -> Any:
    return _make()


def remembered(make: Callable[[], T], name: str, *about: Hashable) -> T:
    """What ``make`` gives for the current view, made once for all who look at the same; it must not be changed.

    ``name`` and ``about`` tell it from the view's other results.
    """
    return _remembered((name, *about, *current().key), make)


def kept(make: Callable[[], T], *key: Hashable) -> T:
    """What ``make`` gives, made once for all that ask for the same ``key``, before there is a view."""
    return _remembered((setting("KMDASH_DB"), *key), make)


@st.cache_resource(show_spinner=False)
def workers() -> ThreadPoolExecutor:
    """The thread that builds files beside the pages, one after the other for all visits."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="building")


def theme() -> str:
    """Which palette the reader's browser shows: ``light`` or ``dark``."""
    return "dark" if st.context.theme.type == "dark" else "light"
