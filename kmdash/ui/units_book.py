"""The office's unit names: how often each is met, which may be one, and the book that says so."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from kmdash.domain.aliases import Proposal, aliases_part, proposals
from kmdash.domain.frames import records
from kmdash.domain.identity import match_key
from kmdash.domain.marks import mark
from kmdash.domain.register import Register
from kmdash.domain.words import say
from kmdash.store import Store
from kmdash.ui.pieces import note
from kmdash.ui.tables import downloads, grid
from kmdash.ui.text import md

AT_ONCE = 10  # proposals shown at a time
Book = dict[str, str]


def units_of(register: Register, office: str) -> Counter[str]:
    """How often each name of a unit is met in an office's data, as it stands there."""
    plans = register.plans[register.plans["office"] == office]
    activities = register.activities[register.activities["plan_id"].isin(plans["plan_id"])]
    names = [*plans["unit"].dropna(), *(name for text in activities["owners"].dropna() for name in text.split("\n"))]
    ballots = register.ballots[register.ballots["office"] == office]
    candidates = register.candidates[register.candidates["ballot_id"].isin(ballots["ballot_id"])]
    for frame in ("knowledge", "targets", "network", "knowledge_records"):
        data = register.frames[frame]
        names.extend(data.loc[data["office"] == office, "unit"].dropna())
    return Counter([*names, *candidates["unit"].dropna()])


def book_of_office(register: Register, office: str) -> Book:
    """The book of an office: the unit each spelling means."""
    rows = register.aliases[register.aliases["office"] == office]
    return {row["alias"]: row["unit"] for row in records(rows)}


def show_units(found: Mapping[str, int], book: Book) -> None:
    """Every name met, how often, and what the book says it means."""
    known = {match_key(alias): unit for alias, unit in book.items()}
    rows = [(name, count, known.get(match_key(name), "")) for name, count in sorted(found.items())]
    shown = pd.DataFrame(rows, columns=[say("column.unit"), say("column.rows"), say("units.means")])
    grid(shown, "units", say("units.met"), [mark("met", {"name": name}) for name, _, _ in rows])
    downloads(shown, "units", say("units.met"))


def ask(store: Store, office: str, found: Mapping[str, int], book: Book) -> None:
    """Each pair of names that may be one unit, with two buttons; what is decided goes into the book."""
    asked = proposals(found, {match_key(alias): unit for alias, unit in book.items()})
    for place, proposal in enumerate(asked[:AT_ONCE]):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(_question(proposal))
            if st.button(say("units.same"), key=f"same_{place}"):
                _save(store, office, {**book, proposal.alias: proposal.unit}, proposal.alias)
            if st.button(say("units.apart"), key=f"apart_{place}"):
                _save(store, office, {**book, proposal.alias: proposal.alias}, proposal.alias)
    if len(asked) > AT_ONCE:
        note(say("units.more", count=len(asked) - AT_ONCE))


def edit(store: Store, office: str, book: Book) -> None:
    """The book itself: rows are added, changed and taken out, then saved together."""
    columns = [say("units.alias"), say("units.means")]
    edited = st.data_editor(
        pd.DataFrame(list(book.items()), columns=columns, dtype="str"),
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        key="units_book",
    )
    rows = [(str(alias).strip(), str(unit).strip()) for alias, unit in edited.dropna().itertuples(index=False)]
    new = {alias: unit for alias, unit in rows if alias and unit}
    if st.button(say("units.save"), type="primary", disabled=new == book, key="units_save"):
        _save(store, office, new, say("units.book"))


def _question(proposal: Proposal) -> str:
    return md(say(f"units.{proposal.why}", alias=proposal.alias, unit=proposal.unit))


def _save(store: Store, office: str, book: Book, reason: str) -> None:
    store.write([aliases_part(book, office)], actor=say("confirm.secretary"), kind="aliases", reason=reason)
    st.rerun()
