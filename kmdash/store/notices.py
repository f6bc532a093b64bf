"""What is kept of warnings, as parts: that they were sent, what was answered, on which day a time limit began.

Each record is a part of its own, to be written as any other; its key tells its content, so that the same twice is
one record.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from kmdash.domain.identity import office_code
from kmdash.domain.notices import CHANNELS, REPLY_STATES
from kmdash.domain.reading import Part
from kmdash.store.values import part_of, typed_row
from kmdash.store.voting import SCREEN


@dataclass(frozen=True)
class Sent:
    """Warnings sent on one day by one channel: ``items`` are the ids told to each unit (None: of no unit)."""

    office: str | None
    fiscal_year: int  # BE
    channel: str  # domain.notices.CHANNELS
    sent_on: date
    items: Mapping[str | None, Sequence[str]]
    as_of: date
    shown_version: int
    text: str
    by: str


@dataclass(frozen=True)
class Replied:
    """What a unit said to an item: that it took note, or an answer with its reason."""

    office: str | None
    fiscal_year: int  # BE
    item_id: str
    about: str
    unit: str | None
    state: str  # domain.notices.REPLY_STATES
    reason: str | None
    by: str
    replied_on: date


@dataclass(frozen=True)
class Happened:
    """An event from which an item's days are counted; ``done_on`` once what it asks for is done."""

    office: str | None
    fiscal_year: int  # BE
    item_id: str
    about: str
    text: str
    happened_on: date
    done_on: date | None
    by: str


def notice_parts(sent: Sent) -> list[Part]:
    """The records of what was sent, one a unit.

    Raises
    ------
    ValueError
        If nothing was sent, nobody is named who did, or the channel is none there is.
    """
    if not (sent.items and all(sent.items.values()) and sent.text and sent.by):
        raise ValueError("items, text and by must be given")
    if sent.channel not in CHANNELS:
        raise ValueError(f"channel must be one of {CHANNELS}, not {sent.channel!r}")
    given = {name: value for name, value in vars(sent).items() if name != "items"}
    told = [{**given, "unit": unit, "items": "\n".join(items)} for unit, items in sent.items.items()]
    names = ("unit", "channel", "sent_on", "items")
    return [_part("notice", "notices", "N", sent.sent_on, row, names) for row in told]


def reply_parts(replied: Replied) -> list[Part]:
    """The record of a reply.

    Raises
    ------
    ValueError
        If it names nobody or no item, is of a kind there is not, or answers without a reason.
    """
    if not (replied.item_id and replied.by) or replied.state not in REPLY_STATES:
        raise ValueError(f"item_id, by and a state of {REPLY_STATES} must be given, not {replied.state!r}")
    if replied.state == REPLY_STATES[0] and not replied.reason:
        raise ValueError("an answer must have its reason")
    names = ("item_id", "state", "reason", "replied_on", "by")
    return [_part("reply", "replies", "R", replied.replied_on, asdict(replied), names)]


def occasion_parts(happened: Happened) -> list[Part]:
    """The record of an event; told again with the day on which it was done, it takes the place of the first.

    Raises
    ------
    ValueError
        If it names nobody or no item, or was done before it happened.
    """
    if not (happened.item_id and happened.by):
        raise ValueError("item_id and by must be given")
    if happened.done_on is not None and happened.done_on < happened.happened_on:
        raise ValueError(f"done_on must not lie before {happened.happened_on}: {happened.done_on}")
    names = ("item_id", "text", "happened_on")
    return [_part("occasion", "occasions", "O", happened.happened_on, asdict(happened), names)]


def _part(kind: str, frame: str, letter: str, day: date, given: dict[str, Any], names: Sequence[str]) -> Part:
    """A part with the row; ``names`` are the columns that tell it from any other, ``day`` puts it in order."""
    code = hashlib.sha256("\x1f".join(str(given[name]) for name in names).encode()).hexdigest()[:10]
    office, year = given["office"], given["fiscal_year"]
    row = typed_row(frame, {**given, "source_cell": SCREEN})
    row[f"{kind}_id"] = f"{year}-{office_code(office)}-{letter}{code}"
    return part_of((office or "", year, kind, f"{day.isoformat()}-{code}"), {frame: [row]})
