"""What is known of every item beside its state: how often it was warned of, and what was answered."""

from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.frames import conform, frame, records
from kmdash.domain.notices import ANSWERED
from kmdash.domain.register import Register
from kmdash.domain.results import RECEIPTS
from kmdash.domain.words import say

Row = dict[str, Any]


def receipts(item_ids: pd.Series, register: Register, as_of: date) -> pd.DataFrame:
    """The receipts of items as known on a day; none of them changes an item's state.

    What was sent and said on the day or before counts; a warning is unanswered until a reply of its day or later.

    Returns
    -------
    DataFrame, the rows and index of ``item_ids`` (``results.RECEIPTS``)
        ``sent`` and ``unanswered`` are 0 where nothing was sent; the rest is missing where there is none.
    """
    if register.notices.empty and register.replies.empty:
        return conform(RECEIPTS, pd.DataFrame({"sent": 0, "unanswered": 0}, index=item_ids.index))
    sent = _warned(register.notices, as_of)
    replied: dict[str, list[Row]] = {}
    for row in records(register.replies):
        if row["replied_on"] is not None and row["replied_on"] <= as_of:
            replied.setdefault(row["item_id"], []).append(row)
    rows = [_receipt(sent.get(item, []), replied.get(item, [])) for item in item_ids]
    return frame(RECEIPTS, rows).set_axis(item_ids.index)


def _warned(notices: pd.DataFrame, as_of: date) -> dict[str, list[date]]:
    """The days on which each item was warned of, the first first."""
    found: dict[str, list[date]] = {}
    for row in records(notices):
        if row["sent_on"] is not None and row["sent_on"] <= as_of:
            for item in (row["items"] or "").split("\n"):
                found.setdefault(item, []).append(row["sent_on"])
    return {item: sorted(days) for item, days in found.items()}


def _receipt(sent: list[date], replies: list[Row]) -> Row:
    last = max(replies, key=lambda row: (row["replied_on"], row["state"] == ANSWERED), default=None)
    waiting = sum(last is None or day > last["replied_on"] for day in sent)
    told = {"sent": len(sent), "unanswered": waiting, "last_sent": sent[-1] if sent else None}
    if last is None:
        return told
    return {**told, "reply_state": last["state"], "replied_on": last["replied_on"], "reply": _words(last)}


def _words(reply: Row) -> str:
    if reply["state"] == ANSWERED:
        return say("receipt.answered", reason=reply["reason"])
    return say("receipt.acknowledged_why", reason=reply["reason"]) if reply["reason"] else say("receipt.acknowledged")
