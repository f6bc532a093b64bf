"""What is typed on the knowledge page: a record, and which plan works on a line of Form 1."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.knowledge import CONTENTS, HEADINGS
from kmdash.domain.knowledge_parts import links_part, record_part, record_scope
from kmdash.domain.names import plan_labels
from kmdash.domain.words import numerals, say
from kmdash.store import Store
from kmdash.store.voting import SCREEN
from kmdash.ui.asking_by import by_field, days_around, save
from kmdash.ui.repository import question
from kmdash.ui.session import View

NEW = ""
_NUMBERS = dict(HEADINGS)
_TALL = 90
_WITH_UNITS = ("knowledge_records", "targets", "network", "plans", "knowledge")


def enter(view: View, store: Store, pieces: pd.DataFrame, found: pd.DataFrame) -> None:
    """The form of a record: a new one, or one there is, to be changed; stored as a version."""
    rows = {row["record_id"]: row for row in records(view.register.knowledge_records)}
    with st.expander(say("record.open"), key="record_panel"):
        names = {NEW: say("record.new")} | {key: numerals(row["title"] or key) for key, row in rows.items()}
        chosen = st.selectbox(
            say("record.change"),
            list(names),
            format_func=lambda key: names.get(key, key),
            key="record_chosen",
        )
        held = rows.get(chosen or NEW, {})
        choices = {
            "unit": _known(*(view.register.frames[name]["unit"] for name in _WITH_UNITS)),
            "category": _known(found["category"]),
            "needed": _known(pieces["item"]),
        }
        key = f"{chosen}_{view.everything.version}"
        with st.form(f"record_{key}", border=False):
            given = _fields(held, choices, key)
            given |= _publishing(view, held, key)
            by = by_field("record_by", 260)
            if st.form_submit_button(
                say("record.send"), type="primary", key="record_send", disabled=not view.newest or view.office is None
            ):
                _save(view, store, held, given, by)


def _fields(held: Mapping[str, Any], choices: Mapping[str, list[str]], key: str) -> dict[str, str | None]:
    given: dict[str, str | None] = {}
    st.caption(say("record.no_persons"))
    given["title"] = st.text_input(_label("title"), value=held.get("title") or "", key=f"record_title_{key}")
    with st.container(horizontal=True):
        for name in ("unit", "category", "needed"):
            options = list(dict.fromkeys([*filter(None, [held.get(name)]), *choices[name]]))
            given[name] = st.selectbox(
                _label(name),
                options,
                index=options.index(held[name]) if held.get(name) else None,
                format_func=numerals,
                accept_new_options=name != "needed",
                placeholder="–",
                key=f"record_{name}_{key}",
                width=380,
            )
    for name in CONTENTS:
        given[name] = st.text_area(_label(name), value=held.get(name) or "", height=_TALL, key=f"record_{name}_{key}")
    return given


def _publishing(view: View, held: Mapping[str, Any], key: str) -> dict[str, Any]:
    days = days_around(view.fiscal_year)
    day = held.get("published_on")
    with st.container(horizontal=True):
        channel = st.text_input(
            say("record.channel"), value=held.get("channel") or "", key=f"record_channel_{key}", width=380
        )
        on = st.selectbox(
            say("record.published_on"),
            days,
            index=days.index(day) if day in days else None,
            format_func=shown_date,
            placeholder="–",
            key=f"record_day_{key}",
            width=260,
        )
    return {"channel": channel, "published_on": on}


def _label(name: str) -> str:
    number = numerals(_NUMBERS.get(name, ""))
    return f"{number}{'' if '.' in number else '.'} {say(f'record.{name}')}" if number else say(f"record.{name}")


def _known(*columns: pd.Series) -> list[str]:
    return list(dict.fromkeys(str(name) for column in columns for name in column.dropna()))


def _save(view: View, store: Store, held: Mapping[str, Any], given: Mapping[str, Any], by: str) -> None:
    row = {name: (value.strip() or None if isinstance(value, str) else value) for name, value in given.items()}
    if not (row["title"] and row["unit"] and by):
        st.error(say("record.missing"))
        return
    part = record_part({**row, "constructed": False, "source_cell": SCREEN}, view.office, view.fiscal_year)
    before = [record_scope(dict(held))] if held else []
    _write(store, part, by, row["title"], remove=[scope for scope in before if scope != part.scope])


def links(view: View, store: Store, pieces: pd.DataFrame) -> None:
    """Each line of Form 1 that no plan is known to work on, with the plans there are; nothing is chosen beforehand."""
    plans = {plan: numerals(label) for plan, label in plan_labels(view.register.plans).items()}
    open_ = pieces[pieces["link"].isna() | (pieces["link"] == "answered")].drop_duplicates("knowledge_id")
    if not plans or open_.empty:
        return
    with (
        st.expander(say("know.link_open", count=int(open_["link"].isna().sum())), key="link_panel"),
        st.form(f"links_{view.everything.version}", border=False),
    ):
        asked = {
            row["knowledge_id"]: st.selectbox(
                question(row),
                list(plans),
                index=list(plans).index(row["plan_id"]) if row["plan_id"] in plans else None,
                format_func=lambda plan: plans.get(plan, plan),
                placeholder=say("know.link_none"),
                key=f"link_{row['knowledge_id']}",
            )
            for row in records(open_)
        }
        if st.form_submit_button(say("know.link_send"), type="primary", key="link_send", disabled=not view.newest):
            issues = {row["knowledge_id"]: row["issue"] for row in records(open_)}
            said = [
                {"knowledge_id": line, "issue": issues[line], "plan_id": plan} for line, plan in asked.items() if plan
            ]
            part = links_part(said, view.office, view.fiscal_year)
            _write(store, part, say("confirm.secretary"), say("know.link"))


def _write(store: Store, part: Any, by: str, reason: str, remove: Any = ()) -> None:
    save(lambda: store.write([part], actor=by, kind=part.kind, reason=reason, remove=remove), told="record.stored")
