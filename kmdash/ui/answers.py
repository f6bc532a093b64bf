"""What units answered, on which day an event began a time limit, and the history of both and of what was sent."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.marks import marks, recorded
from kmdash.domain.notices import ANSWERED, NOTICE_FRAMES, REPLY_STATES
from kmdash.domain.register import Register
from kmdash.domain.relative import term_of
from kmdash.domain.words import say
from kmdash.store import Happened, Replied, Store, occasion_parts, reply_parts
from kmdash.ui import columns
from kmdash.ui.asking_by import by_field, day_field, save, send
from kmdash.ui.board import SHOWN, WIDTHS
from kmdash.ui.centre import labels
from kmdash.ui.pieces import note
from kmdash.ui.session import View
from kmdash.ui.tables import grid, headed, table

_NEW = "new:"


def answers(view: View, store: Store, found: pd.DataFrame) -> None:
    """The two entries, the items with a receipt, and the history."""
    still = found[found["state"].isin((*SHOWN, "not_yet"))]
    _reply_form(view, store, still)
    _occasion_form(view, store, found)
    told = found[(found["sent"] > 0) | found["reply"].notna()]
    title = say("answers.told", count=len(told))
    if len(told):
        told = told.sort_values("unanswered", ascending=False, kind="stable")
        st.subheader(title, anchor=False)
        grid(headed(told, columns.RECEIPTS), "receipts", title, marks("item", told), WIDTHS)
    if all(view.whole.frames[name].empty for name in NOTICE_FRAMES):
        note(say("answers.nothing"))
    history(view.whole)


def history(register: Register) -> None:
    """What was sent, answered and dated, the newest first."""
    sent = register.notices.assign(item_count=register.notices["items"].str.count("\n") + 1)
    sent["unit"] = sent["unit"].fillna(say("notice.no_unit"))
    dated = register.occasions.assign(last_day=_last_days(register))
    shown = {
        "notices": (sent, columns.NOTICES, "sent_on"),
        "replies": (register.replies, columns.REPLIES, "replied_on"),
        "occasions": (dated, columns.OCCASIONS, "happened_on"),
    }
    for name, (rows, heads, day) in shown.items():
        if len(rows):
            title = say(f"answers.{name}", count=len(rows))
            newest = rows.sort_values(day, ascending=False, kind="stable")
            told = recorded(name, newest)
            table(headed(newest, heads), f"history_{name}", title, opened=True, label=title, marks=told)


def _reply_form(view: View, store: Store, still: pd.DataFrame) -> None:
    names = labels(still)
    with st.container(key="reply_panel"), st.form("reply"):
        st.markdown(f"**{say('answers.reply.title')}**")
        item = _choice(say("answers.reply.item"), names, "reply_item")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            states = {state: say(f"reply_state.{state}") for state in REPLY_STATES}
            state = st.radio(
                say("answers.reply.state"),
                list(states),
                format_func=lambda name: states.get(name, name),
                horizontal=True,
                key="reply_state",
            )
            reason = st.text_input(say("answers.reply.reason"), key="reply_reason", width=420).strip()
            day = day_field("reply_day", view, "answers.reply.day", width=180)
            by = by_field("reply_by", 220)
        pressed = send("reply_send", view, "answers.reply.send")
    if not pressed:
        return
    if item is None or not by or (state == ANSWERED and not reason):
        st.error(say("answers.reply.missing"))
        return
    row = still[still["item_id"] == item].iloc[0]
    unit = None if pd.isna(row["unit"]) else row["unit"]
    replied = Replied(view.office, view.fiscal_year, item, names[item], unit, state, reason or None, by, day)
    told = say("receipt.answered", reason=reason) if state == ANSWERED else say("receipt.acknowledged")
    save(lambda: store.write(reply_parts(replied), actor=by, kind="reply", reason=told), told="answers.stored")


def _occasion_form(view: View, store: Store, found: pd.DataFrame) -> None:
    """The day of an event for each item that waits for one, and the day on which what it asks for was done."""
    counted = _counted(view.whole)
    names = {item: name for item, name in labels(found).items() if item in counted}
    still = {row["occasion_id"]: row for row in records(view.whole.occasions) if row["done_on"] is None}
    choices = {f"{_NEW}{item}": say("answers.occasion.new", item=name) for item, name in names.items()}
    choices |= {
        key: say("answers.occasion.done", item=names[row["item_id"]], text=row["text"] or "–")
        for key, row in still.items()
        if row["item_id"] in names
    }
    if not choices:
        return
    with (
        st.expander(say("answers.occasion.title", count=len(names)), key="occasion_panel"),
        st.form("occasion", border=False),
    ):
        chosen = _choice(say("answers.occasion.item"), choices, "occasion_item")
        with st.container(horizontal=True, vertical_alignment="bottom"):
            text = st.text_input(say("answers.occasion.text"), key="occasion_text", width=420).strip()
            day = day_field("occasion_day", view, "answers.occasion.day", width=180)
            by = by_field("occasion_by", 220)
        pressed = send("occasion_send", view, "answers.occasion.send")
    if not pressed:
        return
    if chosen is None or not by or (chosen.startswith(_NEW) and not text):
        st.error(say("answers.occasion.missing"))
        return
    if chosen.startswith(_NEW):
        item = chosen.removeprefix(_NEW)
        happened = Happened(view.office, view.fiscal_year, item, names[item], text, day, None, by)
    else:
        row = still[chosen]
        given = (row["item_id"], row["about"], row["text"], row["happened_on"])
        happened = Happened(view.office, view.fiscal_year, *given, day, by)
    save(
        lambda: store.write(occasion_parts(happened), actor=by, kind="occasion", reason=happened.text),
        told="answers.stored",
    )


def _choice(label: str, names: Mapping[str, str], key: str) -> str | None:
    return st.selectbox(
        label,
        list(names),
        index=None,
        placeholder=say("filter.choose"),
        format_func=lambda name: names.get(name, name),
        key=key,
    )


def _counted(register: Register) -> dict[str, str]:
    """The items whose days are counted from an event and whose words name how many, with those words."""
    pairs = ((register.activities, "activity_id"), (register.events, "event_id"))
    return {
        row[key]: row["period_text"]
        for data, key in pairs
        for row in records(data[data["period_kind"] == "relative"][[key, "period_text"]])
        if term_of(row["period_text"]) is not None
    }


def _last_days(register: Register) -> pd.api.extensions.ExtensionArray:
    """The last day of the time that each event began, missing where its item is not there any more."""
    terms = {item: term_of(text) for item, text in _counted(register).items()}
    rows = ((terms.get(row["item_id"]), row["happened_on"]) for row in records(register.occasions))
    return pd.array(
        [pd.Timestamp(term.end(day)) if term and day else pd.NaT for term, day in rows], dtype="datetime64[s]"
    )
