"""The search on every page: a field to type in, and what was found as links that set the filters."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.names import named, plan_names
from kmdash.domain.register import selected
from kmdash.domain.searching import Index, find, index_of
from kmdash.domain.viewpoint import day_of, fiscal_years_of, today
from kmdash.domain.words import language, say
from kmdash.ui import session
from kmdash.ui.frame import guarded, part
from kmdash.ui.marked import ITEM
from kmdash.ui.menu import address_of
from kmdash.ui.pieces import STATE_GLYPHS, note
from kmdash.ui.session import View
from kmdash.ui.text import escaped, in_words

SHOWN = 12
_NARROWING = ("plan", "unit", "stage", "status", "ballot", "as_of", ITEM)  # of the present page, not of what was found
PAGES = {  # where each kind of entry is shown
    "plan": "coverage",
    "unit": "overview",
    "kpi": "attainment",
    "activity": "warnings",
    "step": "warnings",
    "candidate": "vote",
}
FOCUS = "<script>setTimeout(() => document.querySelector('.st-key-find_words input')?.focus(), 150)</script>"
Row = Mapping[str, Any]


def control(view: View) -> None:
    """The button that opens the search; it runs again alone."""
    part("search", lambda: _button(view))


def _button(view: View) -> None:
    if st.button(say("find.open"), key="find_open", icon=":material/search:", shortcut="Ctrl+K"):
        st.dialog(say("find.title"), width="large")(session.apart(lambda: guarded("search", lambda: _search(view))))()


def _search(view: View) -> None:
    query = st.text_input(
        say("find.label"),
        key="find_words",
        type="search",
        live=True,
        placeholder=say("find.example"),
        label_visibility="collapsed",
    )
    st.html(FOCUS, unsafe_allow_javascript=True)
    office = view.office or say("find.no_office")
    if not (query or "").strip():
        note(say("find.start", office=office))
        return
    hits = find(index(view), query or "", SHOWN)
    if not hits.total:
        note(say("find.none", words=query, office=office))
        return
    note(say("find.first" if hits.total > SHOWN else "find.all", total=hits.total, shown=SHOWN))
    kept = {name: value for name, value in st.query_params.to_dict().items() if name not in _NARROWING}
    found = "".join(_hit(view, row, kept) for row in records(hits.best))
    st.html(f'<ul class="km-hits" role="list">{found}</ul>')


def index(view: View) -> Index:
    """What can be found: everything of the office, the year in view first, each year as of its own day."""
    key = (view.everything.version, view.office, view.fiscal_year, view.as_of, view.settings, language())
    return session.kept(lambda: index_of(_entries(view)), "index", *key)


def _entries(view: View) -> pd.DataFrame:
    own = selected(view.everything, office=[view.office] if view.office else [])
    years = sorted(fiscal_years_of(own), key=lambda year: (year != view.fiscal_year, -year))
    names = plan_names(own.plans)
    parts = []
    for year in years or [view.fiscal_year]:
        of_year = selected(own, fiscal_year=[year])
        day = view.as_of if year == view.fiscal_year else day_of(of_year, year, today())[0]
        parts.append(named(view.tools.entries(of_year, day, view.settings), names))
    return pd.concat(parts, ignore_index=True)


def _hit(view: View, row: Row, kept: dict[str, str]) -> str:
    kind, number = row["kind"], f"{row['no']} " if row["no"] and row["kind"] != "plan" else ""
    name = f"{row['plan']} · {row['name']}" if kind == "plan" and row["plan"] != row["name"] else row["name"]
    state = f"{STATE_GLYPHS[row['state']]} {say('state.' + row['state'])}" if row["state"] else ""
    where = [
        say(f"find.{kind}"),
        row["plan"] if kind in ("kpi", "activity") else "",
        row["unit"] if kind != "unit" else "",
        say("filter.year", year=row["fiscal_year"]) if row["fiscal_year"] != view.fiscal_year else "",
        state,
        row["told"],
        say("find.cell", cell=row["source_cell"]) if row["source_cell"] else "",
    ]
    link = f"{address_of(PAGES[kind])}?{urlencode(kept | _filters(view, row))}"
    told = in_words(" · ".join(filter(None, where)))
    return f'<li><a href="{escaped(link)}" target="_self">{in_words(number + name)}</a><span>{told}</span></li>'


def _filters(view: View, row: Row) -> dict[str, str]:
    """The filters under which the page shows the entry, an item in its dialog; the day stays while the year does."""
    kind, here = row["kind"], row["fiscal_year"] == view.fiscal_year
    asked = {
        "office": row["office"],
        "fy": row["fiscal_year"],
        "as_of": view.as_of if here and view.as_of_why == "chosen" else None,
        "plan": row["plan_id"] if kind in ("plan", "kpi", "activity") else None,
        "unit": row["unit"] if kind == "unit" else None,
        ITEM: row["item_id"],
        "ballot": row["ballot_id"],
    }
    return {name: str(value) for name, value in asked.items() if value}
