"""The warning centre: its views, a round of warnings as text to send, and what was sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from kmdash.domain.cadence import CADENCES, of_round, window
from kmdash.domain.fiscal import shown_date
from kmdash.domain.marks import mark, marks
from kmdash.domain.notices import CHANNELS
from kmdash.domain.words import say
from kmdash.store import Sent, Store, notice_parts
from kmdash.ui import asking_by, columns, filters
from kmdash.ui.board import SHOWN, WIDTHS, receipts
from kmdash.ui.pieces import STATE_GLYPHS, note
from kmdash.ui.session import View
from kmdash.ui.tables import grid, headed, table
from kmdash.ui.text import md

BOARD, UNITS, SEND, ANSWERS = VIEWS = ("board", "units", "send", "answers")
_AT_ONCE = 12  # units spelt out; all of them stand in the table
_NO_UNIT = "-"


@dataclass(frozen=True)
class Chosen:
    """A round as chosen on the page: its cadence, the form of its text, and the items it names."""

    cadence: str
    form: str
    named: pd.DataFrame


def view_of(view: View) -> str:
    """Which view of the centre is shown, as the link says; in a meeting only the boards."""
    offered = (BOARD, UNITS) if view.meeting else VIEWS
    return filters.segments("centre", say("centre.view"), {name: say(f"centre.{name}") for name in offered})


def by_unit(found: pd.DataFrame, receivers: pd.DataFrame) -> None:
    """The units in one table, then a table a unit with its open items, the most urgent first.

    ``receivers`` is ``results.RECEIVERS`` of the items ``found``.
    """
    named = receivers.assign(unit=receivers["unit"].fillna(say("notice.no_unit")))
    title = say("centre.receivers", count=len(receivers))
    rows = [mark("items", {"items": "\n".join(own["item_id"])}) for own in _each(found, receivers)]
    table(headed(named, columns.RECEIVERS), "receivers", title, opened=True, label=title, marks=rows)
    still, heads = found[found["state"].isin(SHOWN)], {**columns.OF_UNIT, **receipts(found)}
    for place, (unit, own) in enumerate(zip(receivers["unit"][:_AT_ONCE], _each(still, receivers), strict=False)):
        if len(own):
            own = own.sort_values("due", kind="stable", na_position="last")
            own = own.sort_values("state", key=lambda states: states.map(SHOWN.index), kind="stable")
            counts = own["state"].value_counts()
            told = " ".join(
                f"{STATE_GLYPHS[state]} {say(f'state.{state}')} {counts[state]}" for state in SHOWN if state in counts
            )
            name = say("centre.unit", unit=say("notice.no_unit") if pd.isna(unit) else unit, told=told)
            st.subheader(md(name), anchor=False)
            grid(headed(own, heads), f"unit_{place}", name, marks("item", own), WIDTHS)
    if len(receivers) > _AT_ONCE:
        note(say("centre.more_units", count=len(receivers) - _AT_ONCE))


def _each(found: pd.DataFrame, receivers: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The items of each receiver, one after the other."""
    for unit in receivers["unit"]:
        yield found[found["unit"].isna() if pd.isna(unit) else found["unit"] == unit]


def round_of(view: View, found: pd.DataFrame, forms: tuple[str, ...]) -> Chosen:
    """The round the reader chooses: cadence, form of the text, and one unit or all; the link keeps them."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="round_choice"):
        cadences = {name: say(f"cadence.{name}") for name in CADENCES}
        cadence = filters.segments("cadence", say("cadence.label"), cadences, hidden=False)
        form = filters.segments(
            "form", say("centre.form_label"), {name: say(f"centre.form.{name}") for name in forms}, hidden=False
        )
        named = of_round(found, view.as_of, cadence)
        counts = named["unit"].fillna(_NO_UNIT).value_counts().sort_index()
        names = {unit: say("notice.no_unit") if unit == _NO_UNIT else unit for unit in counts.index}
        units = {unit: say("centre.of_unit", unit=name, count=counts[unit]) for unit, name in names.items()}
        asked = filters.linked("receiver")
        receiver = asked if asked in units else ""
        filters.select("receiver", say("centre.receiver"), {"": say("filter.all_units"), **units}, receiver, width=300)
    own = named[named["unit"].fillna(_NO_UNIT) == receiver] if receiver else named
    return Chosen(cadence, form, own.reset_index(drop=True))


def send(view: View, store: Store, chosen: Chosen, text: str) -> None:
    """The text with what to check before it is sent, its copy and downloads, and the record that it was sent."""
    first, last = window(chosen.cadence, view.as_of)
    st.subheader(
        say("centre.round", count=len(chosen.named), first=shown_date(first), last=shown_date(last)), anchor=False
    )
    named = chosen.named
    doubtful = int((named["stale"].fillna(False) | named["never_reported"].fillna(False)).sum())
    if doubtful:
        note(f"▲ {say('centre.check', count=doubtful, days=view.settings.stale_after)}")
    ignored = int((named["unanswered"] > 0).sum())
    if ignored:
        note(f"▲ {say('centre.ignored', count=ignored, most=named['unanswered'].max())}")
    with st.container(key="notice_text"):
        st.code(text, language=None, wrap_lines=True, height=420)
    st.caption(say("centre.copy"))
    st.download_button(
        say("centre.download"),
        text.encode("utf-8", "replace"),
        file_name=f"kmdash-warnings-{chosen.cadence}-{view.as_of.isoformat()}.txt",
        mime="text/plain",
        on_click="ignore",
        key="notice_txt",
    )
    title = say("centre.list")
    table(headed(named, columns.ROUND), "round", title, label=title, marks=marks("item", named))
    if len(named):
        _sent_form(view, store, chosen, text)


def _sent_form(view: View, store: Store, chosen: Chosen, text: str) -> None:
    with (
        st.expander(say("centre.sent.open"), key=f"sent_panel_{view.everything.version}"),
        st.form("sent", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        channels = {name: say(f"channel.{name}") for name in CHANNELS}
        channel = st.selectbox(
            say("centre.sent.channel"),
            list(channels),
            index=CHANNELS.index(chosen.form) if chosen.form in CHANNELS else 0,
            format_func=lambda name: channels.get(name, name),
            key=f"sent_channel_{chosen.form}",
            width=220,
        )
        day = asking_by.day_field("sent_day", view, "centre.sent.day", width=180)
        by = asking_by.by_field("sent_by", 220)
        pressed = asking_by.send("sent_send", view, "centre.sent.send")
    if pressed and by:
        units: dict[str | None, list[str]] = {}
        for unit, item in zip(chosen.named["unit"], chosen.named["item_id"], strict=True):
            units.setdefault(None if pd.isna(unit) else unit, []).append(item)
        sent = Sent(
            view.office, view.fiscal_year, channel, day, units, view.as_of, view.everything.version or 0, text, by
        )
        reason = say("centre.sent.reason", channel=channels[channel], units=len(units), items=len(chosen.named))
        asking_by.save(
            lambda: store.write(notice_parts(sent), actor=by, kind="notice", reason=reason), told="centre.sent.stored"
        )
    elif pressed:
        st.error(say("centre.missing"))


def labels(found: pd.DataFrame) -> Mapping[str, str]:
    """The items by id as a person chooses one: state, unit, plan, number and text."""
    told = {}
    for row in found.to_dict("records"):
        parts = [row["unit"], row["plan"], " ".join(str(row[name]) for name in ("no", "text") if pd.notna(row[name]))]
        told[row["item_id"]] = f"{STATE_GLYPHS[row['state']]} " + " · ".join(
            str(part) for part in parts if pd.notna(part)
        )
    return told
