"""The pieces of the evidence page: its finding, its filters, the checklist, and the form that records evidence."""

from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.learning import ACTIVITY, KPI
from kmdash.domain.marks import marks
from kmdash.domain.scale import plain
from kmdash.domain.words import numerals, say
from kmdash.store import LearnedEntry, Store
from kmdash.ui import columns_learning as columns
from kmdash.ui import filters
from kmdash.ui.asking_by import by_field, day_field, save, send
from kmdash.ui.narrow import Group, Line
from kmdash.ui.pieces import Tile, note, tiles
from kmdash.ui.session import View
from kmdash.ui.tables import downloads, grid, headed

GLYPHS = {"present": "✓", "claimed": "▲", "missing": "○"}
NAMED = 5


def title(found: pd.DataFrame) -> str:
    """How many of the steps have evidence, and how many are told as done without."""
    present, claimed = (int((found["state"] == state).sum()) for state in ("present", "claimed"))
    head = say("title.evidence.present", present=present, steps=len(found))
    return say("title.evidence.claimed", head=head, claimed=claimed) if claimed else head


def levels(found: pd.DataFrame) -> None:
    """What the weighted issues come to by what is told and by what is proved, of KPIs with weight and levels."""
    rows = [row for row in records(found) if row["level_proved"] is not None and row["weight"]]
    whole = sum(row["weight"] for row in rows)
    if not whole:
        return
    told = [row for row in rows if row["level_told"] is not None]
    shown = [Tile(say("evidence.issues"), str(len(rows)), below=_weights(rows))]
    scored = sum(row["weight"] * row["level_told"] for row in told) / (sum(row["weight"] for row in told) or whole)
    below, full = say("evidence.told_of", told=len(told), issues=len(rows)), say("evidence.of_five")
    shown.append(Tile(say("evidence.score_told"), plain(round(scored, 2)) if told else "–", full, below))
    proved = sum(row["weight"] * row["level_proved"] for row in rows) / whole
    shown.append(Tile(say("evidence.score_proved"), plain(round(proved, 2)), full, say("evidence.all_below")))
    tiles(shown)


def _weights(rows: list[dict[str, Any]]) -> str:
    weights = {row["weight"] for row in rows}
    whole = plain(sum(row["weight"] for row in rows))
    if len(weights) == 1:
        return say("evidence.each", weight=plain(weights.pop()), count=len(rows), whole=whole)
    return say("evidence.sum", whole=whole)


def claimed(found: pd.DataFrame) -> None:
    """The steps told as done that nothing proves, by name."""
    rows = records(found[found["state"] == "claimed"])
    if rows:
        names = [" ".join(filter(None, [row["name"], row["step"]])) for row in rows[:NAMED]]
        more = [say("know.more", count=len(rows) - NAMED)] if len(rows) > NAMED else []
        note(say("evidence.unproved", count=len(rows), names=", ".join([*names, *more])))


def chosen_issue(found: pd.DataFrame) -> tuple[list[str], pd.DataFrame]:
    """The issue that the link names, none for all, and its steps; where there are several a list to choose from."""
    issues = list(dict.fromkeys(found["issue"].dropna()))
    value = filters.linked("issue")
    shown = value if value in issues else ""
    if len(issues) > 1:
        choices = {"": say("evidence.every_issue")} | {name: name for name in issues}
        filters.select("issue", say("column.issue"), choices, shown, width=620)
    return ([shown], found[found["issue"] == shown].reset_index(drop=True)) if shown else ([], found)


def groups(found: pd.DataFrame, proved: list[tuple[str, str, Any]]) -> list[Group]:
    """A group a KPI or a plan's activities: each step with its sign unfolds."""
    rows = records(found)
    return [
        Group(
            label,
            beside,
            "",
            tuple(
                Line(f"{GLYPHS[row['state']]} {_short(row)}", ("proof", row["about_id"], row["step"] or ""))
                for row in rows
                if row["about_id"] == mark[1] or (row["plan_id"] == mark[1] and row["about_kind"] == ACTIVITY)
            ),
            mark,
        )
        for label, beside, mark in proved
    ]


def _short(row: dict[str, Any]) -> str:
    if row["about_kind"] == KPI:
        return " ".join(filter(None, [row["step"], row["text"] or row["name"]]))
    step = " ".join(filter(None, [row["step"], row["text"]])) if row["step"] else ""
    return " · ".join(filter(None, [row["name"], step]))


def listed(found: pd.DataFrame) -> None:
    """The checklist, all of it or what is in one state, as the link says, with its downloads."""
    name = say("evidence.checklist")
    st.header(name, anchor=False)
    choices = {"": say("know.all", count=len(found))}
    for state, glyph in GLYPHS.items():
        count = int((found["state"] == state).sum())
        if count:
            choices[state] = f"{glyph} {say(f'proof_state.{state}')} {count}"
    chosen = filters.segments("proof", say("know.which"), choices)
    rows = (found[found["state"] == chosen] if chosen else found).reset_index(drop=True)
    shown = headed(rows, columns.CHECKLIST)
    grid(shown, "evidence", name, marks("proof", rows), {"proved_what": 260, "step_asked": 300, "evidence": 260})
    downloads(shown, "evidence", name)


def form(view: View, store: Store, found: pd.DataFrame) -> None:
    """The form that records the evidence of a step, or of the whole, and changes what there is."""
    rows = records(found)
    names = {row["about_id"]: numerals(row["name"] or row["about_id"]) for row in rows}
    with st.expander(say("evidence.enter"), key="evidence_panel"):
        about = st.selectbox(
            say("evidence.about_what"), list(names), format_func=lambda key: names.get(key, key), key="evidence_about"
        )
        own = {row["step"] or "": row for row in rows if row["about_id"] == about}
        steps = {"": say("evidence.whole")}
        steps |= {key: numerals(f"{key} {row['text'] or ''}") for key, row in own.items() if key}
        step = st.selectbox(
            say("evidence.which_step"),
            list(steps),
            index=min(1, len(steps) - 1),
            format_func=lambda key: steps.get(key, key),
            key=f"evidence_step_{about}",
        )
        first = next(iter(own.values()))
        about_it = {name: first[name] for name in ("plan_id", "about_kind", "about_id")} | {"step": step or None}
        held = next((row for row in records(view.register.evidence) if _is_about(row, about_it)), {})
        key = f"{about}_{step}_{view.everything.version}"
        with st.form(f"evidence_{key}", border=False):
            says = _fields(held, key)
            with st.container(horizontal=True, vertical_alignment="bottom"):
                day, by = day_field(f"evidence_day_{key}", view), by_field("evidence_by")
            if send("evidence_send", view):
                kept = says if says["evidence"] or says["place"] else dict.fromkeys(says)
                entry = LearnedEntry("evidence", view.office, view.fiscal_year, about_it, kept, by, day)
                said = any(kept.values()) or bool(held)
                save(lambda: store.record_entry(entry, actor=by), ready=bool(by and said))


def _fields(held: dict[str, Any], key: str) -> dict[str, str | None]:
    """What is typed of a step."""
    st.caption(say("evidence.how"))
    text = st.text_area(say("column.evidence"), held.get("evidence") or "", key=f"evidence_text_{key}")
    says: dict[str, str | None] = {"evidence": text.strip()}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in ("place", "unit"):
            typed = st.text_input(
                say(f"evidence.{name}"), held.get(name) or "", key=f"evidence_{name}_{key}", width=360
            )
            says[name] = typed.strip()
    return says


def _is_about(row: dict[str, Any], about: dict[str, Any]) -> bool:
    return (row["about_id"], row["step"]) == (about["about_id"], about["step"])
