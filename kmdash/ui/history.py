"""The versions of the store: who, when, why; one is taken back; a copy of everything is downloaded."""

import pandas as pd
import streamlit as st

from kmdash.domain.viewpoint import moment
from kmdash.domain.words import say
from kmdash.store import Store, StoreError
from kmdash.ui.asking_by import by_field
from kmdash.ui.choice import version_labels
from kmdash.ui.tables import downloads, grid
from kmdash.ui.text import md

_COLUMNS = ("number", "stored_at", "actor", "kind", "file", "reason", "pieces", "undone_by")


def newest(versions: pd.DataFrame) -> str:
    """When the newest version was stored."""
    return moment(versions["stored_at"].max())


def versions_table(versions: pd.DataFrame) -> None:
    """Every version, the newest first."""
    rows = versions.sort_values("number", ascending=False)
    rows = rows.assign(
        stored_at=rows["stored_at"].map(moment).astype("str"),
        kind=rows["kind"].map(lambda kind: say(f"version.{kind}")).astype("str"),
    )
    shown = rows[list(_COLUMNS)].rename(columns=lambda name: say(f"column.{name}"))
    shown = shown.reset_index(drop=True)
    grid(shown, "versions", say("history.versions"))
    downloads(shown, "versions", say("history.versions"))


def take_back(store: Store, versions: pd.DataFrame) -> None:
    """Choose a version that stands and take it back, after one more click."""
    standing = versions[versions["undone_by"].isna()]
    labels = version_labels(standing)
    if not labels:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            say("history.which"),
            list(labels),
            format_func=lambda number: labels.get(number, number),
            key="undo_which",
            width=460,
        )
        with st.popover(say("history.undo"), key="undo_panel"):
            st.write(say("history.sure", version=md(labels[chosen])))
            actor = by_field("actor", "stretch")
            if st.button(say("history.undo_sure"), type="primary", key="undo", disabled=not actor):
                _undo(store, int(chosen), actor)


def copy_button(store: Store) -> None:
    """Download a complete copy of the store, made and checked on the click."""
    st.download_button(
        say("history.copy"),
        store.copy,
        file_name="kmdash-copy.db",
        mime="application/vnd.sqlite3",
        on_click="ignore",
        key="copy",
    )


def _undo(store: Store, number: int, actor: str) -> None:
    try:
        version = store.undo(number, actor=actor)
    except StoreError as error:
        st.error(md(error))
        return
    st.toast(say("history.undone", number=number, version=version.number))
    st.rerun()
