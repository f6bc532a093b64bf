"""The fiscal year as twelve cards, one a month, with what runs in it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.fiscal import fiscal_months, shown_month
from kmdash.domain.frames import records
from kmdash.domain.items import PLAN_LAYER
from kmdash.domain.marks import SHOWN_LAYERS, Mark, mark, marks
from kmdash.domain.words import say
from kmdash.ui import columns
from kmdash.ui.marked import attribute, button, clickable
from kmdash.ui.pieces import STATE_GLYPHS, note
from kmdash.ui.tables import downloads, grid, headed
from kmdash.ui.text import escaped, in_words

SHOWN = 7
STEP = "•"  # a step of the committee, of which nobody reports
Row = dict[str, Any]


def month_cards(calendar: pd.DataFrame, numbers: Mapping[str, str], fiscal_year: int, as_of: date) -> None:
    """A card a month: its items, each with the glyph of its state; the month of ``as_of`` is framed.

    Counted are the activities of the plans, as everywhere; the committee's steps are told beside them.
    An item is led by its plan's number (``numbers``: plan id → number) and its own.
    """
    rows = records(calendar[~calendar["band"]])
    months = fiscal_months(fiscal_year)
    cards = [_card(month, [row for row in rows if row["month"] == month], numbers, as_of) for month in months]
    clickable(f'<div class="km-months">{"".join(cards)}</div>', "months")
    outside = sum(row["month"] not in months for row in rows)
    bands = calendar.loc[calendar["band"], "item_id"].nunique()
    if bands:
        note(say("calendar.bands", count=bands))
    if outside:
        note(say("calendar.outside", count=outside))


def unclear_items(warnings: pd.DataFrame) -> None:
    """The items whose time is to be confirmed, each with the words that are not clear and their cell."""
    found = warnings[warnings["state"] == "unclear"]
    if len(found):
        title, shown = say("calendar.unclear", count=len(found)), headed(found, columns.UNCLEAR)
        st.subheader(title, anchor=False)
        grid(shown, "unclear", title, marks("item", found))
        downloads(shown, "unclear", title)


def _card(month: date, rows: list[Row], numbers: Mapping[str, str], as_of: date) -> str:
    now = (month.year, month.month) == (as_of.year, as_of.month)
    name = shown_month(month, full=True) + (f" · {say('calendar.this_month')}" if now else "")
    whole: Mark = ("month", SHOWN_LAYERS, month.isoformat())
    ours = [row for row in rows if row["layer"] == PLAN_LAYER]
    activities = len({row["item_id"] for row in ours if row["state"] != "cancelled"})
    committee = len({row["item_id"] for row in rows}) - len({row["item_id"] for row in ours})
    steps = f"<small>{escaped(say('calendar.steps', count=committee))}</small>" if committee else ""
    items = "".join(_item(row, numbers) for row in rows[:SHOWN])
    left = escaped(say("calendar.more", count=len(rows) - SHOWN))
    more = f"<li {attribute(whole)}>{left}</li>" if len(rows) > SHOWN else ""
    return (
        f'<section class="km-month{" now" if now else ""}">'
        f"<h3>{button(whole, name)}<span>{escaped(say('calendar.count', count=activities))}</span>{steps}</h3>"
        f"<ul>{items}{more}</ul></section>"
    )


def _item(row: Row, numbers: Mapping[str, str]) -> str:
    ours = row["layer"] == PLAN_LAYER
    who = row["plan"] if ours else say("calendar.committee")
    short = numbers.get(row["plan_id"], who) if ours else who
    glyph, state = (STATE_GLYPHS[row["state"]], say(f"state.{row['state']}")) if ours else (STEP, "")
    told = " · ".join(filter(None, [who, row["no"], row["days"], row["text"], state]))
    number = "·".join(filter(None, [short, row["no"]]))
    days = f"<small>({escaped(row['days'])})</small> " if row["days"] else ""
    return (
        f'<li class="{escaped(row["state"] if ours else "committee")}" title="{escaped(told)}" '
        f'aria-label="{escaped(told)}" {attribute(mark("item", row))}>'
        f'<i>{glyph}</i><b>{escaped(number)}</b> {days}<span class="km-cut">{in_words(row["text"] or "")}</span></li>'
    )
