"""The pages of the app, once: file, title and address. The frame and the tests read them here."""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from kmdash.domain.words import say


@dataclass(frozen=True)
class MenuItem:
    """A page; its address is its file's name, but the default page lives at ``/``.

    ``narrowed_by`` names the shared filters that change what it shows; under the others it stays as it is.
    """

    file: str
    default: bool = False
    narrowed_by: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its ending: the address, and the key of its title."""
        return Path(self.file).stem

    @property
    def section(self) -> str:
        """The folder of the file: ``meeting``, ``follow_up`` or ``secretary``."""
        return Path(self.file).parent.name


_OF_UNITS, _OF_PLANS, _OF_ITEMS = ("unit",), ("plan", "unit"), ("plan", "unit", "stage", "status")

MENU = (
    MenuItem("pages/meeting/overview.py", default=True, narrowed_by=_OF_ITEMS),
    MenuItem("pages/meeting/changes.py", narrowed_by=_OF_PLANS),
    MenuItem("pages/meeting/coverage.py", narrowed_by=_OF_ITEMS),
    MenuItem("pages/meeting/attainment.py", narrowed_by=_OF_PLANS),
    MenuItem("pages/meeting/calendar.py", narrowed_by=_OF_ITEMS),
    MenuItem("pages/meeting/progress.py", narrowed_by=_OF_ITEMS),
    MenuItem("pages/meeting/vote.py"),
    MenuItem("pages/meeting/ballots.py"),
    MenuItem("pages/follow_up/warnings.py", narrowed_by=_OF_ITEMS),
    MenuItem("pages/follow_up/knowledge.py", narrowed_by=_OF_UNITS),
    MenuItem("pages/follow_up/network.py", narrowed_by=_OF_UNITS),
    MenuItem("pages/follow_up/submissions.py", narrowed_by=_OF_UNITS),
    MenuItem("pages/follow_up/targets.py", narrowed_by=_OF_UNITS),
    MenuItem("pages/follow_up/evidence.py", narrowed_by=_OF_PLANS),
    MenuItem("pages/follow_up/learning.py", narrowed_by=_OF_PLANS),
    MenuItem("pages/follow_up/goals.py", narrowed_by=_OF_PLANS),
    MenuItem("pages/secretary/upload.py"),
    MenuItem("pages/secretary/committee.py", narrowed_by=_OF_PLANS),
    MenuItem("pages/secretary/units.py"),
    MenuItem("pages/secretary/next_year.py", narrowed_by=_OF_PLANS),
    MenuItem("pages/secretary/reports.py", narrowed_by=_OF_ITEMS),
    MenuItem("pages/secretary/history.py"),
)


# The pages as a meeting goes through them: first what changed since the last one.
AGENDA = tuple(sorted((item for item in MENU if item.section != "secretary"), key=lambda item: item.name != "changes"))


def menu(*, hidden: bool = False) -> StreamlitPage:
    """Show the menu (unless ``hidden``) and return the page that was asked for.

    The pages of a meeting stand side by side, those of the other sections in a list each.
    """
    sections: dict[str, list[StreamlitPage]] = {}
    for item in MENU:
        name = "" if item.section == "meeting" else say(f"section.{item.section}")
        title = say(f"menu.{item.name}")
        sections.setdefault(name, []).append(st.Page(item.file, title=title, url_path=item.name, default=item.default))
    return st.navigation(sections, position="hidden" if hidden else "top")


def file_of(name: str) -> str:
    """The file of a page by its name, for links.

    >>> file_of("upload")
    'pages/secretary/upload.py'
    """
    return next(item.file for item in MENU if item.name == name)


def place_in_agenda(page: StreamlitPage) -> int | None:
    """The place of a page in the agenda, from 0; None for a page that no meeting goes through."""
    return next((place for place, item in enumerate(AGENDA) if _is(page, item)), None)


def address_of(name: str) -> str:
    """The address of a page by its name, from any other page.

    >>> address_of("overview"), address_of("vote")
    ('./', 'vote')
    """
    return next("./" if item.default else item.name for item in MENU if item.name == name)


def walks_chain(page: StreamlitPage) -> bool:
    """Whether a page shows the plans or the vote, in the meeting or to follow up, and so leads along the chain."""
    return _item(page).section in ("meeting", "follow_up")


def narrowed_by(page: StreamlitPage) -> tuple[str, ...]:
    """The shared filters that change what a page shows."""
    return _item(page).narrowed_by


def _item(page: StreamlitPage) -> MenuItem:
    return next(item for item in MENU if _is(page, item))


def _is(page: StreamlitPage, item: MenuItem) -> bool:
    return page.url_path in ("" if item.default else item.name, item.name)
