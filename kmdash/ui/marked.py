"""What can be clicked to see what stands behind it: marks in our own HTML, and the mark last chosen."""

import json
from pathlib import Path

import streamlit as st

from kmdash.domain.marks import Mark
from kmdash.ui import filters
from kmdash.ui.text import escaped, in_words

SCRIPT, LABELS = (Path(__file__).with_name(name) for name in ("marks.js", "labels.js"))
CHOSEN = "chosen_mark"
ITEM = "item"  # in the link: the activity or step whose dialog is open
OPENED, SHOWN = "behind_opened", "behind_shown"  # the source looked at, and how many items are spelt out


def choose(mark: Mark) -> None:
    """Remember, in a widget's callback, which mark was chosen; the run that follows shows what is behind it."""
    for name in (OPENED, SHOWN):
        st.session_state.pop(name, None)
    st.session_state[CHOSEN] = tuple(mark)


def chosen() -> Mark | None:
    """The mark that led to this run, once: the next run has none."""
    return st.session_state.pop(CHOSEN, None)


def is_chosen(kind: str) -> bool:
    """Whether a mark of this kind led to this run and was not asked for yet."""
    return (st.session_state.get(CHOSEN) or ("",))[0] == kind


def linked() -> Mark | None:
    """The item the link names, until its dialog is closed; to be asked once a run."""
    item = filters.linked(ITEM)
    return (ITEM, item) if item else None


def forget() -> None:
    """Take the item out of the link, in a widget's callback."""
    st.session_state[ITEM] = ""


def attribute(mark: Mark) -> str:
    """The attribute that makes an element of ``clickable`` HTML a mark."""
    return f'data-mark="{escaped(json.dumps(mark))}"'


def button(mark: Mark, text: str) -> str:
    """A button within clickable HTML, for those who use the keyboard."""
    label = f'aria-label="{escaped(text)}"'  # a reader would pause between the words
    return f'<button type="button" class="km-open" {attribute(mark)} {label}>{in_words(text)}</button>'


def clickable(html: str, name: str) -> None:
    """Show HTML of ours whose elements with a mark can be clicked; every value in it is escaped."""
    _listen("km_marked", SCRIPT, f"marked_{name}", html)


def labels(name: str) -> None:
    """Let the labels beside the chart of this container be clicked, those that carry a mark."""
    _listen("km_labels", LABELS, f"labels_{name}", None)


def _listen(component: str, script: Path, key: str, data: str | None) -> None:
    def tell() -> None:
        choose(tuple(json.loads(st.session_state[key].mark)))

    listener = st.components.v2.component(component, js=script.read_text(encoding="utf-8"), isolate_styles=False)
    listener(key=key, data=data, on_mark_change=tell)
