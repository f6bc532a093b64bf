"""The pieces of the knowledge page: its finding, what does not agree, what is needed, kept, and lacks."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.knowledge import STATES
from kmdash.domain.marks import mark, marks
from kmdash.domain.scale import plain
from kmdash.domain.words import say
from kmdash.ui import columns, filters
from kmdash.ui.narrow import Group, Line
from kmdash.ui.pieces import note
from kmdash.ui.session import View
from kmdash.ui.tables import XLSX, downloads, grid, headed, table
from kmdash.ui.text import md

GLYPHS = {"published": "✓", "captured": "▶", "planned": "○", "needed": "×"}
NAMED = 6  # units or categories named in a sentence


def title(pieces: pd.DataFrame, kept: pd.DataFrame, written: int) -> str:
    """How much of what is needed is written down, and how many records there are of those demanded."""
    parts = []
    if len(pieces):
        parts.append(say("title.knowledge.needed", needed=len(pieces), captured=int((pieces["captured"] > 0).sum())))
    target = kept["target"].sum()
    if target:
        parts.append(say("title.knowledge.target", captured=int(kept["captured"].sum()), target=plain(float(target))))
    elif written:
        parts.append(say("title.knowledge.kept", captured=written))
    unplanned = int((pieces["state"] == "needed").sum())
    if unplanned:
        parts.append(say("title.knowledge.unplanned", count=unplanned))
    return " — ".join(parts)


def findings(found: pd.DataFrame) -> None:
    """Figures that do not agree, each with its cell, and their table."""
    for row in records(found):
        note(f"▲ {row['told']}")


def lines(pieces: pd.DataFrame) -> list[Group]:
    """A group a line of Form 1: how many pieces are written down; each with its state unfolds."""
    groups: dict[str, list[dict]] = {}
    for row in records(pieces):
        groups.setdefault(row["knowledge_id"], []).append(row)
    return [
        Group(
            rows[0]["critical_process"] or rows[0]["issue"] or rows[0]["plan"] or "–",
            f"{sum(row['captured'] > 0 for row in rows)}/{len(rows)}",
            rows[0]["category"] or "",
            tuple(Line(f"{GLYPHS[row['state']]} {row['item']}", mark("line", row)) for row in rows),
        )
        for rows in groups.values()
    ]


def units(kept: pd.DataFrame) -> list[Group]:
    """A group a unit: its records against its target."""
    return [
        Group(
            row["unit"] or say("know.no_unit"),
            str(row["captured"]) if row["target"] is None else f"{row['captured']}/{plain(row['target'])}",
            say("know.lacks", missing=plain(row["missing"])) if row["missing"] else "",
            tuple(Line(name) for name in (row["categories"] or "").split("\n") if name),
            mark("holder", row),
        )
        for row in records(kept)
    ]


def needed(pieces: pd.DataFrame) -> None:
    """The pieces of knowledge needed, all of them or those in one state, as the link says."""
    there = [state for state in STATES if (pieces["state"] == state).any()]
    choices = {"": say("know.all", count=len(pieces))}
    for state in there:
        count = int((pieces["state"] == state).sum())
        choices[state] = f"{GLYPHS[state]} {say(f'knowledge_state.{state}')} {count}"
    chosen = filters.segments("have", say("know.which"), choices)
    shown = pieces[pieces["state"] == chosen] if chosen else pieces
    told = say("know.inventory")
    table(headed(shown, columns.INVENTORY), "inventory", told, opened=True, marks=marks("line", shown))


def lacking(kept: pd.DataFrame, found: pd.DataFrame) -> None:
    """The units that sent nothing, those that lack some, and the categories nothing is kept under."""
    silent = _names(kept[(kept["captured"] == 0) & kept["target"].notna()], "unit")
    if silent:
        note(say("know.silent", count=len(silent), names=listed(silent)))
    empty = _names(found[(found["captured"] == 0) & found["category"].notna()], "category")
    if empty:
        note(say("know.empty_shelves", count=len(empty), names=listed(empty)))


def shelves(found: pd.DataFrame) -> None:
    """The records by category."""
    if len(found):
        told = say("know.shelves")
        st.subheader(told, anchor=False)
        grid(headed(found, columns.SHELVES), "shelves", told, marks("shelf", found))


def kept(view: View) -> None:
    """The records, and one of them as a form to print."""
    found = view.register.knowledge_records.sort_values(["unit", "title"], kind="stable", ignore_index=True)
    if found.empty:
        return
    told = say("know.records", count=len(found))
    st.subheader(told, anchor=False)
    shown = headed(found, columns.RECORDS)
    grid(shown, "records", told, marks("record", found), {"record_title": 330, "needed": 240})
    downloads(shown, "records", told)
    if not view.meeting:
        _print(view, found)


def _print(view: View, found: pd.DataFrame) -> None:
    rows = {row["record_id"]: row for row in records(found)}
    names = {key: _record_name(row) for key, row in rows.items()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            say("record.which"), list(rows), format_func=lambda key: names.get(key, key), key="print_record", width=520
        )
        if chosen:
            st.download_button(
                say("record.print"),
                lambda: view.tools.record(rows[chosen]),
                file_name=f"kmdash-{chosen}.xlsx",
                mime=XLSX,
                on_click="ignore",
                key="print_send",
            )


def _record_name(row: dict) -> str:
    return " · ".join(filter(None, [row["title"] or row["record_id"], row["unit"]]))


def _names(data: pd.DataFrame, column: str) -> list[str]:
    return [str(name) for name in data[column].dropna()]


def listed(names: Sequence[str]) -> str:
    """The first names of a list, and how many more there are."""
    more = [say("know.more", count=len(names) - NAMED)] if len(names) > NAMED else []
    return ", ".join([*names[:NAMED], *more])


def question(row: dict) -> str:
    """A line of Form 1 as it is asked about."""
    return md(" · ".join(filter(None, [row["unit"], row["issue"] or row["critical_process"] or row["item"]])))
