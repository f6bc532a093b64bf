"""Filters that live in the link: chosen from lists with Thai labels, kept as short plain values.

A list of Streamlit writes its label into the link. So each filter has a hidden text field that is bound to
the link (``?fy=2562``), and the list on the screen writes into that field. Back, reload and a copied link
follow. A value that is not among the choices counts as none.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

import streamlit as st

from kmdash.domain.words import numerals


def linked(name: str) -> str:
    """The value of a filter in the link, "" if none; to be asked once a run."""
    with st.container(key=f"carrier-{name}", height=1, border=False):
        return st.text_input(name, key=name, bind="query-params")


def select(
    name: str, label: str, choices: Mapping[str, str], value: str, *, width: int | Literal["stretch"] = "stretch"
) -> None:
    """A list of ``choices`` (value in the link: label on the screen) that shows ``value`` and writes the link."""
    st.session_state[f"pick_{name}"] = value
    labels = _labels(choices)
    st.selectbox(
        label,
        list(choices),
        format_func=lambda choice: labels.get(choice, choice),
        key=f"pick_{name}",
        on_change=_write,
        args=(name,),
        width=width,
    )


def number(name: str, label: str, value: int, span: tuple[int, int]) -> None:
    """A field for a whole number between two ends that shows ``value`` and writes the link."""
    st.session_state[f"pick_{name}"] = value
    st.number_input(label, *span, key=f"pick_{name}", on_change=_write, args=(name,), width=240)


def segments(name: str, label: str, choices: Mapping[str, str], *, hidden: bool = True) -> str:
    """A choice of a page, as buttons side by side, in the link under ``name``; the first choice is the default."""
    value = linked(name)
    shown = value if value in choices else next(iter(choices))
    switch(name, label, choices, shown, hidden=hidden)
    return shown


def switch(name: str, label: str, choices: Mapping[str, str], value: str, *, hidden: bool = True) -> None:
    """Buttons side by side that show ``value`` and write the link."""
    st.session_state[f"pick_{name}"] = value
    labels = _labels(choices)
    st.segmented_control(
        label,
        list(choices),
        format_func=lambda choice: labels.get(choice, choice),
        key=f"pick_{name}",
        required=True,
        on_change=_write,
        args=(name,),
        label_visibility="collapsed" if hidden else "visible",
    )


def clear_button(label: str, names: Iterable[str], *, key: str = "clear_filters") -> None:
    """A button that takes the filters of these names out of the link."""
    st.button(label, key=key, on_click=_clear, args=(tuple(names),))


def set_button(label: str, name: str, value: str, *, key: str, tip: str | None = None) -> None:
    """A button that writes ``value`` into the link under ``name``."""
    st.button(label, key=key, help=tip, on_click=_set, args=(name, value))


def _labels(choices: Mapping[str, str]) -> dict[str, str]:
    """The labels in the digits now set: made at once, because Streamlit asks for them later and elsewhere."""
    return {value: numerals(label) for value, label in choices.items()}


def _write(name: str) -> None:
    st.session_state[name] = str(st.session_state[f"pick_{name}"])


def _set(name: str, value: str) -> None:
    st.session_state[name] = value


def _clear(names: tuple[str, ...]) -> None:
    for name in names:
        st.session_state[name] = ""
