"""The items of plans and committee as a calendar file (.ics): whole days, reminders before what is due.

Every item has the same UID in every version, so a calendar that takes the file in again changes what it has.
"""

from collections.abc import Mapping
from datetime import UTC, date, timedelta
from typing import Any

import pandas as pd
from icalendar import Alarm, Calendar, Event

from kmdash.domain.about import About
from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.identity import numbered
from kmdash.domain.items import PLAN_LAYER
from kmdash.domain.spans import spans
from kmdash.domain.states import DONE
from kmdash.domain.words import numerals, say
from kmdash.reports.cells import CREATED, safe

DAY = timedelta(days=1)
MORNING = timedelta(hours=9)  # reminders come at nine, not at midnight
UNDATED = ("unclear", "no_date")
_NAMED = 12  # undated items that a note lists
Row = dict[str, Any]


def ics(items: pd.DataFrame, about: About, names: Mapping[str, str], *, remind: int) -> bytes:
    """One all-day event for every activity and step with certain days; of a recurring one for each of its times.

    Parameters
    ----------
    items : DataFrame, one row an item as of the day (``items.ITEMS``)
        Those without a certain due day (``undated``) are left out; how many is told in the calendar's description.
    about : whose, of which year, as of when, from which version; the version is each event's SEQUENCE
    names : plan ids with their short names
    remind : days before the due day of what is neither done nor cancelled nor past, on which it is reminded of

    Returns
    -------
    bytes
        iCalendar (RFC 5545), UTF-8: DTEND is the day after the last, lines have at most 75 octets.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//kmdash//KM plans//TH")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    told = [*about.facts, *([note] if (note := undated_note(items)) else [])]
    for key, text in (("name", about.title), ("description", " · ".join(told))):
        calendar.add(key, safe(text))
        calendar.add({"name": "x-wr-calname", "description": "x-wr-caldesc"}[key], safe(text))
    rows, found = records(items), records(spans(items))
    times: dict[int, int] = {}
    counts = pd.Series([span["place"] for span in found], dtype="int64").value_counts()
    for span in found:
        row = rows[span["place"]]
        times[span["place"]] = times.get(span["place"], 0) + 1
        again = (times[span["place"]], int(counts[span["place"]])) if span["again"] else None
        calendar.add_component(_event(row, (span["first"], span["last"]), again, about, names, remind))
    return bytes(calendar.to_ical())


def undated(items: pd.DataFrame) -> pd.DataFrame:
    """The items that wait for a certain day and therefore are in no calendar."""
    return items[items["state"].isin(UNDATED)]


def undated_note(items: pd.DataFrame, names: Mapping[str, str] | None = None) -> str:
    """How many items are left out, and with ``names`` (plan id → short name) the first of them; "" where none is."""
    left = undated(items)
    if left.empty:
        return ""
    note = say("ics.undated", count=len(left))
    if names is None:
        return note
    listed = [_item(row, names) for row in records(left.head(_NAMED))]
    return say("ics.undated_list", note=note, items=", ".join([*listed, *(["…"] if len(left) > _NAMED else [])]))


def _event(
    row: Row,
    days: tuple[date, date],
    again: tuple[int, int] | None,
    about: About,
    names: Mapping[str, str],
    remind: int,
) -> Event:
    first, last = days
    title = _item(row, names)
    moment = (about.stored_at or CREATED.replace(tzinfo=UTC)).astimezone(UTC)
    event = Event()
    event.add("uid", safe(f"{row['item_id']}{f'-{first:%Y%m%d}' if again else ''}@kmdash"))
    event.add("dtstamp", moment)
    event.add("last-modified", moment)
    event.add("sequence", about.version or 0)
    event.add("summary", safe(say("ics.done", item=title) if row["state"] in DONE else title))
    event.add("description", safe(_description(row, days, again, about)))
    event.add("dtstart", first)
    event.add("dtend", last + DAY)
    event.add("status", "CANCELLED" if row["state"] == "cancelled" else "CONFIRMED")
    event.add("transp", "TRANSPARENT")  # nobody is busy all day for months
    event.add("categories", [safe(group) for group in _groups(row, names)])
    if row["state"] not in (*DONE, "cancelled") and last >= about.as_of:
        event.add_component(_alarm(title, remind))
    return event


def _alarm(title: str, remind: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    told = say("ics.remind", days=remind, item=title) if remind else say("ics.remind_today", item=title)
    alarm.add("description", safe(told))
    alarm.add("trigger", MORNING - (remind + 1) * DAY, parameters={"RELATED": "END"})
    return alarm


def _item(row: Row, names: Mapping[str, str]) -> str:
    """An item by its plan, its number and its text, on one line."""
    who = names.get(row["plan_id"], row["plan"]) if row["layer"] == PLAN_LAYER else say("ics.committee")
    words = numerals(" ".join(numbered(row["no"], row["text"]).split()))
    return f"{who}: {words}" if who else words


def _groups(row: Row, names: Mapping[str, str]) -> list[str]:
    """The plan and the unit of an item; of a step the committee."""
    plan = names.get(row["plan_id"], row["plan"]) if row["layer"] == PLAN_LAYER else say("ics.committee")
    return [group for group in (plan, row["unit"]) if group]


def _description(row: Row, days: tuple[date, date], again: tuple[int, int] | None, about: About) -> str:
    first, last = days
    one = say("ics.day", day=shown_date(last))
    lines = [one if first == last else say("ics.span", first=shown_date(first), last=shown_date(last))]
    if again:
        lines.append(say("ics.again", number=again[0], count=again[1]))
    if row["period_text"]:
        lines.append(say("ics.typed", text=row["period_text"]))
    if row["plan"] and row["layer"] == PLAN_LAYER:
        lines.append(say("ics.plan", plan=row["plan"]))
    if row["unit"]:
        lines.append(say("ics.unit", unit=row["unit"]))
    if row["owners"]:
        lines.append(say("ics.owners", owners=", ".join(row["owners"].split("\n"))))
    lines.append(say("ics.state", state=say(f"state.{row['state']}"), day=shown_date(about.as_of)))
    return "\n".join([*lines, *about.facts])
