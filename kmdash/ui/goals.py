"""The pieces of the page of goals: its finding, the scope of KM, and each goal with the stages it covers."""

from collections import Counter
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.behind_goals import told
from kmdash.domain.frames import records
from kmdash.domain.learning import AIM_KINDS, BENEFITS, HOW_KINDS
from kmdash.domain.marks import mark, marks, recorded
from kmdash.domain.stages import CHANGE
from kmdash.domain.words import say
from kmdash.ui import columns_learning as columns
from kmdash.ui.marked import attribute, clickable
from kmdash.ui.pieces import legend, note
from kmdash.ui.plans import STATES, stage_square
from kmdash.ui.tables import headed, table
from kmdash.ui.text import in_words


def title(found: pd.DataFrame) -> str:
    """How many goals cover every stage and which stage most of them lack, how many are change management."""
    km = found[(found["process"] != CHANGE) & found["stages"].notna()]
    change = int((found["process"] == CHANGE).sum())
    whole = int(km["lacking"].isna().sum())
    head = say("title.goals.km", goals=len(km), whole=whole) if len(km) else say("title.goals.all", goals=len(found))
    lacking = Counter(stage for stages in km["lacking"].dropna() for stage in stages.split(","))
    if lacking:
        most = max(lacking.values())
        named = ", ".join(sorted(stage for stage, count in lacking.items() if count == most))
        told = {"head": head, "stages": named}
        head = say("title.goals.lacking", **told, goals=most) if most > 1 else say("title.goals.lacking_once", **told)
    return say("title.goals.change", head=head, change=change) if change else head


def divisions(knowledge: pd.DataFrame) -> None:
    """How many divisions sent Form 1, with how many rows each."""
    counts = knowledge["unit"].dropna().value_counts(sort=False)
    if len(counts):
        names = ", ".join(f"{name} {count}" for name, count in counts.items())
        note(say("goals.divisions", units=len(counts), rows=len(knowledge), names=names))


def cards(found: pd.DataFrame, coverage: pd.DataFrame) -> None:
    """A card a goal: its stages as squares in the states of the coverage; KM first, change management apart."""
    stages: dict[str, list[dict[str, Any]]] = {}
    for row in records(coverage):
        if row["stage"] is not None:
            stages.setdefault(row["plan_id"], []).append(row)
    rows = records(found)
    groups = {
        "KM": [row for row in rows if row["process"] != CHANGE and row["stages"] is not None],
        "change": [row for row in rows if row["process"] == CHANGE and row["stages"] is not None],
        "none": [row for row in rows if row["stages"] is None],
    }
    for name, own in groups.items():
        if own:
            st.header(say(f"goals.{name}"), anchor=False)
            told = "".join(_card(row, stages.get(row["plan_id"], [])) for row in own)
            clickable(f'<div class="km-roles">{told}</div>', f"goals_{name}")
    if any(row["stages"] for row in rows):
        legend(STATES)


def _card(row: dict[str, Any], stages: list[dict[str, Any]]) -> str:
    squares = "".join(map(stage_square, stages))
    other = f'<p class="state">{in_words(say("goals.unmapped", count=row["unmapped"]))}</p>' if row["unmapped"] else ""
    measures = "".join(f"<li>{in_words(text)}</li>" for text in (row["measures"] or "").split("\n") if text)
    return (
        f'<article class="km-item" {attribute(mark("goal", row))}><p><b>{in_words(row["plan"])}</b></p>'
        f'<p>{squares}</p><p class="why">{in_words(told(row))}</p>{other if row["stages"] else ""}<ul>{measures}</ul>'
        "</article>"
    )


def listed(found: pd.DataFrame) -> None:
    """The goals as a table with its downloads."""
    name = say("goals.table")
    table(headed(found, columns.GOALS), "goals", name, marks=marks("goal", found))


def aims(found: pd.DataFrame) -> None:
    """The scope of KM with what each party has of it, then visions, goals and factors as the office tells them."""
    found = found[~found["kind"].isin(HOW_KINDS)].reset_index(drop=True)  # those stand with KV, KS and KA
    if found.empty:
        return
    st.header(say("goals.scope"), anchor=False)
    rows = records(found)
    for kind in AIM_KINDS:
        own = [row for row in rows if row["kind"] == kind]
        if own:
            st.html(f'<div class="km-roles">{"".join(map(_aim, own))}</div>')
    table(headed(found, columns.AIMS), "aims", say("goals.scope"), marks=recorded("aims", found))


def _aim(row: dict[str, Any]) -> str:
    told_of = "".join(
        f"<div><dt>{in_words(say(f'column.{name}'))}</dt><dd>{_lines(row[name])}</dd></div>"
        for name in BENEFITS
        if row[name]
    )
    kind = in_words(say(f"aim_kind.{row['kind']}"))
    head = f'<p class="state">{kind}</p><p><b>{in_words(row["text"])}</b></p>'
    return f'<article class="km-item km-sum">{head}<dl>{told_of}</dl></article>'


def _lines(text: str) -> str:
    return "<br>".join(in_words(line) for line in text.split("\n"))
