"""The fiscal year on one A3 page for the wall: what is due each month, by plan; the committee's steps beneath."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from kmdash.domain.about import About
from kmdash.domain.fiscal import fiscal_months, shown_month
from kmdash.domain.frames import records
from kmdash.domain.identity import unnumbered
from kmdash.domain.items import PLAN_LAYER
from kmdash.domain.states import DONE
from kmdash.domain.words import numerals, say
from kmdash.reports.cells import safe
from kmdash.reports.paper import pdf, pieces
from kmdash.typeset import wrap

SIZES = (14.0, 13.0, 12.0, 11.0, 10.0, 9.0)  # of letters, in points; the largest in which all texts fit
PITCH = 1.62  # of a line, in letters' sizes
LONGEST_ITEM = 3  # lines
FEWEST_LINES = 4  # a month's field has room for
STEP_LINES = 4  # of these at most for the committee, where the plans need the others
HEAD, FOOT = 46.0, 14.0  # points of a field above and below its items
HEIGHT = 688.0  # points of the three rows of fields, where the legend of plans has no line
ROOM = 258.0  # points of a line in a field, its mark included
LEGEND_SIZE, LEGEND_LINE = 9.5, 15.0
PLANS = 12  # in the legend
COLUMNS = {6: 2, PLANS: 4}  # of the legend, for so many plans
PAGE = 1122.0  # points between the page's margins
BANDS = 8  # whole-year activities that are named
ACROSS = 4
Row = dict[str, Any]


def wall_calendar(months: pd.DataFrame, load: pd.DataFrame, plans: pd.DataFrame, year: int, about: About) -> bytes:
    """A PDF of one page, A3 across.

    Parameters
    ----------
    months : DataFrame, one row an item and month it touches (``results.CALENDAR``)
        Listed are the items due in a month; whole-year ones and those due outside the year are told below,
        cancelled ones only counted. What does not fit a month's field is counted there.
    load : DataFrame, one row a month (``summaries.LOAD``); without rows nothing runs
    plans : DataFrame (``columns.PLANS``); those with a row in ``months`` are told in the legend
    year : fiscal year (BE)
    about : its facts stand at the foot
    """
    plans = plans[plans["plan_id"].isin(months["plan_id"])]
    named = numbered(plans)
    rows = records(months)
    kept = [row for row in rows if row["state"] != "cancelled"]
    due = [row for row in kept if row["due"] and not row["band"]]
    across = next((columns for most, columns in COLUMNS.items() if len(plans) <= most), ACROSS)
    legend = _legend(plans, named, PAGE / across)
    height = HEIGHT - LEGEND_LINE * -(-len(legend) // across)
    own = [[row for row in due if row["month"] == month] for month in fiscal_months(year)]
    size, heights = _shape([[_lines(found, named, size) for found in own] for size in SIZES], height)
    fields = []
    for place, head in enumerate(_heads(year, load, about)):
        room = heights[place // ACROSS]
        most = int((room - HEAD - FOOT) / (size * PITCH))
        fields.append({**head, "height": room, **_field(own[place], named, size, most)})
    words = {name: say(f"wall.{name}") for name in ("legend", "open", "bar", "nothing")}
    words |= {"done": say("state.done"), "overdue": say("state.overdue"), "committee": say("ics.committee")}
    data = {
        "heading": pieces(about.title),
        "size": size,
        "months": fields,
        "plans": legend,
        "across": across,
        "labels": {name: pieces(text, 400) for name, text in words.items()},
        "notes": pieces(" · ".join(_notes(rows, kept, named, year)), 400),
    }
    return pdf("wall_calendar", data, title=about.title, footer=about.line)


def numbered(plans: pd.DataFrame) -> dict[str, str]:
    """Plan ids with the number each has on the wall: its own where no two are alike, else its place.

    >>> numbered(pd.DataFrame({"plan_id": ["P1", "P2"], "no": ["1", None]}))
    {'P1': '(1)', 'P2': '(2)'}
    """
    own = plans["no"]
    if own.notna().all() and own.is_unique:
        return dict(zip(plans["plan_id"], own, strict=True))
    return {plan: f"({place})" for place, plan in enumerate(plans["plan_id"], start=1)}


def _heads(year: int, load: pd.DataFrame, about: About) -> list[dict[str, Any]]:
    """The head of each month's field: its name, its load in words and against the busiest month's."""
    loads = {row["month"]: row for row in records(load)}
    most = max((row["active"] for row in loads.values()), default=0)
    heads = []
    for month in fiscal_months(year):
        running = loads.get(month, {"active": 0, "due": 0})
        now = (month.year, month.month) == (about.as_of.year, about.as_of.month)
        heads.append(
            {
                "name": pieces(shown_month(month, full=True)),
                "now": pieces(say("wall.now")) if now else [],
                "load": pieces(say("wall.load", active=running["active"], due=running["due"])),
                "share": running["active"] / most if most else 0,
            }
        )
    return heads


def _lines(rows: Sequence[Row], named: Mapping[str, str], size: float) -> int:
    """How many lines the items of a month take with all their words, as far as an item may be long."""
    return sum(len(_item(row, named, size, LONGEST_ITEM)["lines"]) for row in rows)


def _shape(needs: Sequence[Sequence[int]], height: float) -> tuple[float, list[float]]:
    """The largest size of letters in which every month has its lines, and the heights of the rows of fields.

    ``needs`` are the lines of each month in each size. Where nothing fits, the letters are smallest, and the rows
    that need least have what they need.
    """
    heights: list[float] = []
    for size, lines in zip(SIZES, needs, strict=True):
        rows = [max(FEWEST_LINES, *lines[at : at + ACROSS]) for at in range(0, len(lines), ACROSS)]
        heights = [HEAD + FOOT + count * size * PITCH for count in rows]
        spare = height - sum(heights)
        if spare >= 0:
            return size, [own + spare / len(heights) for own in heights]
    shared = dict.fromkeys(range(len(heights)), 0.0)
    for left, place in zip(range(len(heights), 0, -1), sorted(shared, key=lambda at: heights[at]), strict=True):
        shared[place] = min(heights[place], (height - sum(shared.values())) / left)
    return SIZES[-1], list(shared.values())


def _field(rows: Sequence[Row], named: Mapping[str, str], size: float, most: int) -> dict[str, Any]:
    """At most ``most`` lines of a month: the plans' items, then the committee's, and how many of each are left out."""
    ours = [row for row in rows if row["layer"] == PLAN_LAYER]
    steps = [row for row in rows if row["layer"] != PLAN_LAYER]
    kept = min(len(steps), STEP_LINES)
    items, more = _listed(ours, named, size, most - kept if _lines(rows, named, size) > most else most)
    used = sum(len(item["lines"]) for item in items) + bool(more)
    step_items, more_steps = _listed(steps, named, size, max(most - used, kept))
    return {
        "items": items,
        "more": pieces(say("wall.more", count=more)) if more else [],
        "steps": step_items,
        "more_steps": pieces(say("wall.more_steps", count=more_steps)) if more_steps else [],
    }


def _listed(rows: Sequence[Row], named: Mapping[str, str], size: float, room: int) -> tuple[list[dict[str, Any]], int]:
    """Items in at most ``room`` lines, each in as many as all can have; and how many are left out."""
    for lines in range(LONGEST_ITEM, 0, -1):
        items = [_item(row, named, size, lines) for row in rows]
        if sum(len(item["lines"]) for item in items) <= room:
            return items, 0
    kept = max(room - 1, 0)
    return items[:kept], len(rows) - kept


def _item(row: Row, named: Mapping[str, str], size: float, most: int) -> dict[str, Any]:
    ours = row["layer"] == PLAN_LAYER
    lead = numerals("·".join(filter(None, [named.get(row["plan_id"]) if ours else None, row["no"]])))
    told = " ".join(filter(None, [f"({row['days']})" if row["days"] else None, *(row["text"] or "").split()]))
    width = ROOM - 1.6 * size - wrap.text_width(lead, size, bold=True)
    state = "done" if row["state"] in DONE else "overdue" if row["state"] == "overdue" else "open"
    return {
        "mark": state if ours else "committee",
        "done": row["state"] in DONE,
        "lead": safe(lead),
        "lines": list(wrap.lines(numerals(safe(told)), width, size, max_lines=most)) or [""],
    }


def _legend(plans: pd.DataFrame, named: Mapping[str, str], room: float) -> list[dict[str, Any]]:
    """Each plan's number, unit and title on one line of ``room`` points; those beyond the last are counted on it."""
    rows = sorted(records(plans), key=lambda row: (len(named[row["plan_id"]]), named[row["plan_id"]]))
    shown = rows if len(rows) <= PLANS else rows[: PLANS - 1]
    found = []
    for row in shown:
        lead = numerals(named[row["plan_id"]])
        told = " · ".join(filter(None, [row["unit"], " ".join(unnumbered(row["no"], row["title"]).split())]))
        width = 0.97 * room - 12 - wrap.text_width(lead, LEGEND_SIZE, bold=True)
        lines = wrap.lines(numerals(safe(told)), width, LEGEND_SIZE, max_lines=1)
        found.append({"lead": safe(lead), "line": lines[0] if lines else ""})
    if len(rows) > len(shown):
        found.append({"lead": "", "line": say("wall.more_plans", count=len(rows) - len(shown))})
    return found


def _notes(rows: Sequence[Row], kept: Sequence[Row], named: Mapping[str, str], year: int) -> list[str]:
    """What no month's field tells: whole-year activities, what is due outside the year, what was cancelled."""
    bands = {row["item_id"]: row for row in kept if row["band"]}
    months = set(fiscal_months(year))
    outside = {row["item_id"] for row in kept if row["due"] and not row["band"] and row["month"] not in months}
    cancelled = {row["item_id"] for row in rows} - {row["item_id"] for row in kept}
    leads = ["·".join(filter(None, [named.get(row["plan_id"]), row["no"]])) for row in bands.values()]
    listed = ", ".join([*leads[:BANDS], *(["…"] if len(leads) > BANDS else [])])
    return [
        *([say("wall.bands", count=len(bands), items=listed)] if bands else []),
        *([say("wall.outside", count=len(outside))] if outside else []),
        *([say("wall.cancelled", count=len(cancelled))] if cancelled else []),
    ]
