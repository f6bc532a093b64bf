"""The last steps of an import: what it would change, what must be accepted, and the confirming itself."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from kmdash.domain.changes import changes
from kmdash.domain.merging import TABLES, clash
from kmdash.domain.reading import Part
from kmdash.domain.register import Register
from kmdash.domain.words import catalogue, say
from kmdash.store import Store, StoreError
from kmdash.ui import columns, mapping, uploads
from kmdash.ui.asking_by import by_field
from kmdash.ui.menu import file_of
from kmdash.ui.pieces import Tile, note, tiles
from kmdash.ui.questions import count
from kmdash.ui.tables import grid, headed
from kmdash.ui.text import md
from kmdash.ui.uploads import Upload

DONE = "imported"
Stored = tuple[str, int | None, str]  # a file, the version it became (None: nothing differed), why it is not stored


def shared_scopes(chosen: Sequence[Upload]) -> str | None:
    """The names of two files that bring the same: a piece of the register, rows of a table; None if all differ."""
    seen: list[tuple[Part, str]] = []
    for upload in chosen:
        for part in upload.parts:
            other = next((name for before, name in seen if clash(before, part)), None)
            if other is not None:
                return f"{other}, {upload.name}"
        seen += [(part, upload.name) for part in upload.parts]
    return None


def preview(store: Store, chosen: Sequence[Upload]) -> Register:
    """The data as they would be after the import."""
    parts = [part for upload in chosen for part in upload.parts]
    return store.preview(parts, answers=[answer for upload in chosen for answer in upload.answers.values()])


def difference(newest: Register, imported: Register) -> pd.DataFrame:
    """What the import would change in the data, value by value (``columns.CHANGES``); findings are no data."""
    found = changes(newest, imported)
    return found[found["frame"] != "problems"]


def rows(difference: pd.DataFrame, change: str) -> int:
    """How many rows are added, removed or changed."""
    found = difference[difference["change"] == change]
    return int(found.groupby(["frame", "key"]).ngroups)


def tell_kept(chosen: Sequence[Upload], difference: pd.DataFrame, newest: Register) -> None:
    """Of each table the files add to or update, how many rows stay as they are stored."""
    for kind in TABLES:
        owners = {part.scope[:2] for upload in chosen for part in upload.parts if part.kind == kind}
        data = newest.frames[kind]
        stored = sum(owner in owners for owner in zip(data["office"], data["fiscal_year"], strict=True))
        touched = difference[(difference["frame"] == kind) & (difference["change"] != "added")]
        kept = stored - touched["key"].nunique()
        if kept:
            note(say("next_file.kept", count=kept, table=say(f"frame.{kind}")))


def show_difference(difference: pd.DataFrame, names: Mapping[str, str]) -> None:
    """The counts of the rows, then every value: what goes, what changes, what comes; ``names`` of the plans."""
    if difference.empty:
        note(say("confirm.same"))
        return
    marks = {"added": "done", "changed": "due", "removed": "late"}
    tiles(
        Tile(say(f"change.{kind}"), f"{rows(difference, kind):,}", say("confirm.rows"), "", mark)
        for kind, mark in marks.items()
    )
    order = difference["change"].map({"removed": 0, "changed": 1, "added": 2})
    told = difference.assign(order=order).sort_values("order", kind="stable")
    known = catalogue()
    words = {name: say(f"frame.{name}") for name in told["frame"].unique() if f"frame.{name}" in known}
    fields = {name: say(f"column.{name}") for name in told["column"].dropna().unique() if f"column.{name}" in known}
    told = told.assign(frame=told["frame"].replace(words), column=told["column"].replace(fields))
    keys = {key: _key(key, names) for key in told["key"].unique()}
    told = told.assign(key=told["key"].map(keys))
    grid(headed(told, columns.CHANGES), "difference", say("confirm.difference"))


def _key(key: str, names: Mapping[str, str]) -> str:
    """A row's id with the plan's name in the place of the plan's id."""
    plan, slash, row = key.partition("/")
    return f"{names[plan]}{' · ' if slash else ''}{row}" if plan in names else key


def confirm(store: Store, chosen: Sequence[Upload], difference: pd.DataFrame, left_out: Sequence[Upload] = ()) -> None:
    """What has to be accepted, who confirms and why, and the button that stores all files but those ``left_out``."""
    errors = sum(count(upload.problems, "error") for upload in chosen)
    removed = rows(difference, "removed")
    accepted = not errors or st.checkbox(say("confirm.accept_errors", count=errors), key="accept_errors")
    agreed = not removed or st.checkbox(say("confirm.accept_removed", count=removed), key="accept_removed")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        actor = by_field("actor")
        reason = st.text_input(say("confirm.reason"), key="reason", width=360)
        ready = accepted and agreed and bool(actor)
        if st.button(say("confirm.button"), type="primary", disabled=not ready, key="confirm"):
            stored = _store_all(store, chosen, actor, reason.strip())
            told = [(upload.name, None, upload.refused or say(_why_left_out(upload))) for upload in left_out]
            st.session_state[DONE] = [*stored, *told]
            uploads.forget()
            st.rerun()


def _why_left_out(upload: Upload) -> str:
    return "confirm.printed" if upload.reading and upload.reading.is_printed else "confirm.unknown"


def last_version() -> int | None:
    """The version the last import of this visit became; None where there was none, or nothing differed."""
    numbers = [number for _, number, _ in st.session_state.get(DONE, []) if number]
    return max(numbers, default=None)


def told_done() -> None:
    """What the last import did, until other files are chosen, with the ways on from here."""
    for name, number, why in st.session_state.get(DONE, []):
        if why:
            st.error(md(say("confirm.left_out", file=name, why=why)))
            continue
        st.success(
            md(say("confirm.stored", file=name, number=number) if number else say("confirm.same_file", file=name))
        )
    if st.session_state.get(DONE):
        with st.container(horizontal=True):
            for page in ("overview", "coverage", "attainment", "calendar", "vote", "history"):
                st.page_link(file_of(page), label=say(f"menu.{page}"))


def _store_all(store: Store, chosen: Sequence[Upload], actor: str, reason: str) -> list[Stored]:
    """Each file as a version of its own; one that is refused does not keep the others back."""
    stored: list[Stored] = []
    for upload in chosen:
        if upload.reading is None:
            continue
        try:
            version = store.write(
                [*upload.reading.parts, *mapping.kept_part(upload, store)],
                actor=actor,
                kind="import",
                reason=reason,
                source=(upload.name, upload.data),
                answers=list(upload.answers.values()),
            )
        except StoreError as error:
            stored.append((upload.name, None, str(error)))
            continue
        stored.append((upload.name, version.number if version else None, ""))
    return stored
