"""The pieces of the learning page: its finding, reviews and SWOT, and what belongs to KV, KS and KA."""

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.learning import AREAS
from kmdash.domain.marks import Mark, mark, marks
from kmdash.domain.words import say
from kmdash.ui import columns_learning as columns
from kmdash.ui.narrow import Group, Line
from kmdash.ui.pieces import STATE_GLYPHS, note
from kmdash.ui.tables import downloads, grid, headed, table
from kmdash.ui.text import in_words

MOST = 8  # things of an area spelt out
_FRAMES = {  # where each thing of an area is recorded
    "aim": "aims",
    "point": "aims",
    "activity": "activities",
    "record": "knowledge_records",
    "channel": "knowledge_records",
    "plan": "plans",
}


def title(found: pd.DataFrame, years: pd.DataFrame) -> str:
    """How many reviews and SWOT there are, and how many of the turns of recurring activities are done."""
    aars, swots = (int((found["kind"] == kind).sum()) for kind in ("aar", "swot"))
    noted = aars or swots
    head = say("title.lessons.notes", aars=aars, swots=swots) if noted else say("title.lessons.nothing")
    if years.empty:
        return head
    done = int((years["state"] == "done").sum())
    return say("title.lessons.years", head=head, done=done, turns=len(years), activities=years["key"].nunique())


def lines(years: pd.DataFrame) -> list[Group]:
    """A group an activity: each year with its state unfolds."""
    groups: dict[str, list[dict]] = {}
    for row in records(years):
        groups.setdefault(row["key"], []).append(row)
    return [
        Group(
            rows[0]["name"],
            f"{sum(row['state'] == 'done' for row in rows)}/{len(rows)}",
            rows[0]["owner"] or "",
            tuple(Line(_turn(row), mark("in_year", row)) for row in rows),
        )
        for rows in groups.values()
    ]


def _turn(row: dict) -> str:
    state = say(f"state.{row['state']}")
    return f"{STATE_GLYPHS[row['state']]} {row['of_year']} {state}"


def notes(found: pd.DataFrame) -> None:
    """The reviews and the SWOT notes, a table each with its downloads."""
    for kind, shown in (("aar", columns.AARS), ("swot", columns.SWOTS)):
        rows = found[found["kind"] == kind].reset_index(drop=True)
        name = say(f"lessons.{kind}s", count=len(rows))
        st.header(name, anchor=False)
        if rows.empty:
            note(say(f"lessons.no_{kind}"))
            continue
        data = headed(rows.assign(name=rows["name"].fillna(say("lessons.office"))), shown)
        grid(data, f"{kind}s", name, marks("note", rows), dict.fromkeys(shown.values(), 240))
        downloads(data, f"{kind}s", name)


def areas(found: pd.DataFrame) -> None:
    """What belongs to KV, KS and KA side by side, the plans of which it is not known, and all of it as a table."""
    st.header(say("lessons.areas"), anchor=False)
    rows = records(found)
    st.html(f'<div class="km-roles">{"".join(_card(area, rows) for area in AREAS)}</div>')
    open_ = [row["name"] for row in rows if row["area"] is None]
    if open_:
        note(say("lessons.no_area", count=len(open_), names=" · ".join(open_[:MOST])))
    own: list[Mark] = [("recorded", _FRAMES[row["kind"]], row["row_id"]) for row in rows]
    table(headed(found, columns.AREA_ROWS), "areas", say("lessons.areas"), marks=own)


def _card(area: str, rows: list[dict]) -> str:
    own = [row for row in rows if row["area"] == area]
    items = "".join(
        f"<li>{in_words(row['name'] or '–')} <small>({in_words(_kind(row))})</small></li>" for row in own[:MOST]
    )
    more = f"<li>{in_words(say('know.more', count=len(own) - MOST))}</li>" if len(own) > MOST else ""
    empty = "" if own else f'<p class="state">{in_words(say("lessons.nothing_in_area"))}</p>'
    head = f"<p><b>{in_words(say(f'area.{area}'))}</b></p>"
    return f'<article class="km-item">{head}{empty}<ul>{items}{more}</ul></article>'


def _kind(row: dict) -> str:
    return say(f"area_kind.{row['kind']}")
