"""What surrounds every page: settings, style, the language of the document, and errors told in one sentence."""

import logging
import secrets
from collections.abc import Callable
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from kmdash.domain import words
from kmdash.domain.words import say
from kmdash.ui import session
from kmdash.ui.text import in_words

ROOT = Path(__file__).resolve().parents[2]
STYLE = Path(__file__).with_name("style.css")
KEYS = Path(__file__).with_name("keys.js")
MENU_LISTS = Path(__file__).with_name("menu.js")
PRINT = Path(__file__).with_name("print.js")
USUAL, MEETING = 16, 23  # pixels: the size of a page's letters
_SIZED = "large_page"
_TELLS = "export default ({ setTriggerValue }) => setTriggerValue('sized', true)"
_log = logging.getLogger(__name__)


def settings() -> None:
    """Set up the browser's page: wide, with our own icon, no menu entries that lead elsewhere."""
    st.set_page_config(
        page_title="kmdash", page_icon=str(ROOT / "static" / "favicon.png"), layout="wide", menu_items={}
    )
    st.html(STYLE)


def meeting_size() -> None:
    """Make everything larger, for a screen seen from across the room.

    Before anything that runs again alone: Streamlit keeps styles and dialogs in one list, and a dialog opened by
    such a piece takes the place of whatever style came after the piece.
    """
    small = ".km-legend .km-sq, .km-month small { font-size: .8rem; }"
    st.html(f"<style>html {{ font-size: {MEETING}px !important; }} {small}</style>")


def tell_size() -> None:
    """Let the browser tell, once a visit, that the page is large.

    A table takes the size of its letters from the page when it appears and keeps it: there are none before
    (``sized``). After the menu: until then the browser does not know which page to ask for.
    """
    if not sized():
        tells = st.components.v2.component("km_sized", js=_TELLS)
        tells(key="sized", on_sized_change=lambda: st.session_state.update({_SIZED: True}))


def usual_size() -> None:
    """Leave the size as it is; what a meeting before this knew of it is forgotten."""
    st.session_state.pop(_SIZED, None)


def sized() -> bool:
    """Whether the browser shows the page in the size of a meeting."""
    return _SIZED in st.session_state


def arrow_keys() -> None:
    """Let ← and → go to the page before and after, unless something that uses them itself has the focus.

    A link with filters is followed with each of them once.
    """
    st.html(f"<script>{KEYS.read_text(encoding='utf-8')}</script>", unsafe_allow_javascript=True)


def document_language() -> None:
    """Tell the browser (spelling, screen readers, line breaks) its language, the lists of its menu, how it prints."""
    told = f"document.documentElement.lang='{words.language()}';"
    scripts = "".join(script.read_text(encoding="utf-8") for script in (MENU_LISTS, PRINT))
    st.html(f"<script>{told}{scripts}</script>", unsafe_allow_javascript=True)


def run(page: StreamlitPage) -> None:
    """Run a page; if it fails, the reader gets a sentence with a number, the log the rest."""
    guarded(page.url_path, page.run)


def part(name: str, draw: Callable[[], None], *, every: float | None = None) -> None:
    """Draw a piece that runs again alone, without its page, when a control in it changes; failing as a page does.

    With ``every`` (seconds) it also runs again by itself, until the page runs without.
    """
    st.fragment(session.apart(lambda: guarded(name, draw)), run_every=every)()


def guarded(name: str, draw: Callable[[], None]) -> None:
    """Draw what ``name`` stands for, or say in a sentence with a number that it cannot be shown."""
    try:
        draw()
    except Exception as error:
        tell_failure(name, error)


def tell_failure(name: str, error: BaseException | None) -> None:
    """Say in a sentence with a number that ``name`` failed; the log tells under the number why."""
    reference = secrets.token_hex(3).upper()
    _log.exception("page %r failed, reference %s", name, reference, exc_info=error)
    st.error(say("frame.failed", reference=reference))


def refuse(message: str) -> None:
    """Say why nothing can be shown, and stop."""
    st.title(say("frame.stopped"), anchor=False)
    st.html(f'<p class="km-note">{in_words(message)}</p>')
    st.stop()
