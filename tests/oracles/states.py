"""The state of one item: the plain form of ``kmdash.domain.states``."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kmdash.domain.fiscal import MONTHS_ENGLISH, fiscal_year_span, month_end, thai_date
from kmdash.domain.period import PeriodKind, Precision
from kmdash.domain.words import language, say

WITHIN = 30
STATES = ("cancelled", "done", "done_late", "unclear", "no_date", "overdue", "active", "upcoming", "not_yet")
DONE = ("done", "done_late")


@dataclass(frozen=True)
class Item:
    """What decides an item's state: its period, and what was last reported of it."""

    start: date | None = None
    end: date | None = None
    kind: str | None = None
    precision: str | None = None
    period_text: str | None = None
    occurrences: tuple[date, ...] = ()
    recurs_every: str | None = None
    fiscal_year: int | None = None
    status: str | None = None
    reported: bool = False
    reported_on: date | None = None
    done_date: date | None = None
    done_date_reported: bool = False
    postponed_to: date | None = None
    note: str | None = None


@dataclass(frozen=True)
class State:
    """A state with its reasons."""

    code: str
    due: date | None
    days: int | None
    due_soon: bool
    reason: str


def state(item: Item, as_of: date, within: int = WITHIN) -> State:
    """The one state of an item on a day; ``within`` is the number of days that count as soon."""
    due = due_on(item, as_of)
    if item.status == "cancelled":
        return State("cancelled", due, None, False, _sentence(item, "cancelled"))
    if item.status == "done":
        return _done(item, due)
    if due is None:
        code = "unclear" if _is_unclear(item) else "no_date"
        return State(code, None, None, False, _sentence(item, _why_no_due(item), text=item.period_text))
    if as_of > due:
        days = (as_of - due).days
        return State("overdue", due, days, False, _sentence(item, "overdue", due=shown_date(due), days=days))
    opens = _opens(item, due)
    if opens is None or opens <= as_of:
        days = (due - as_of).days
        return State("active", due, days, days <= within, _sentence(item, "active", due=shown_date(due), days=days))
    days = (opens - as_of).days
    code = "upcoming" if days <= within else "not_yet"
    return State(code, due, days, False, _sentence(item, code, start=shown_date(opens), days=days))


def due_on(item: Item, as_of: date) -> date | None:
    """The last day of an item as seen on a day; None where there is none, or it waits for an answer."""
    if item.postponed_to:
        return item.postponed_to
    if item.kind == PeriodKind.RECURRING:
        dues = _dues(item)
        return next((end for end in dues if end >= as_of), dues[-1] if dues else None)
    return planned_due(item)


def planned_due(item: Item) -> date | None:
    """The last day of an item as first planned, before it was postponed; of a recurring one, its last month's."""
    if item.kind == PeriodKind.RECURRING:
        return max(_dues(item), default=None)
    if item.kind == PeriodKind.RELATIVE or (item.kind == PeriodKind.UNCLEAR and not (item.start and item.end)):
        return None
    if item.kind == PeriodKind.ALL_YEAR and item.end is None and item.fiscal_year:
        return fiscal_year_span(item.fiscal_year)[1]
    return item.end


def group_state(codes: Iterable[str]) -> str:
    """The state of several items together: none, planned, in_progress, done or late; cancelled ones do not count.

    >>> group_state(["done", "overdue"]), group_state(["done", "not_yet"]), group_state(["cancelled"])
    ('late', 'in_progress', 'none')
    """
    counted = [code for code in codes if code != "cancelled"]
    if not counted:
        return "none"
    if all(code in DONE for code in counted):
        return "done"
    if "overdue" in counted:
        return "late"
    return "in_progress" if any(code in (*DONE, "active") for code in counted) else "planned"


def shown_date(day: date) -> str:
    """A day in BE, its month in the language now set."""
    return thai_date(day) if language() == "th" else f"{day.day} {MONTHS_ENGLISH[day.month - 1]} {day.year + 543}"


def _dues(item: Item) -> list[date]:
    """The day each occurrence is due: itself where a day is named, else the end of its month, quarter or half year."""
    if item.precision == Precision.DAY:
        return list(item.occurrences)
    months = months_covered(item.precision, item.recurs_every)
    return [month_end(_month(day, months - 1)) for day in item.occurrences]


def months_covered(precision: str | None, recurs_every: str | None) -> int:
    """How many months an occurrence covers."""
    return {"quarter": 3, "half_year": 6}.get(recurs_every or "", 1) if precision == Precision.QUARTER else 1


def _month(day: date, later: int) -> date:
    """The first day of the month so many months later (or earlier)."""
    number = day.year * 12 + day.month - 1 + later
    return date(number // 12, number % 12 + 1, 1)


def _opens(item: Item, due: date) -> date | None:
    if item.kind == PeriodKind.RECURRING and not item.postponed_to:
        if item.precision == Precision.DAY:
            return due
        return _month(due, 1 - months_covered(item.precision, item.recurs_every))
    start = item.start
    if start is None and item.fiscal_year:
        start = fiscal_year_span(item.fiscal_year)[0]  # "ภายใน" is open from the first day of its year
    return min(start, due) if start else None


def _done(item: Item, due: date | None) -> State:
    finished = item.done_date
    if finished is None:
        return State("done", due, None, False, _sentence(item, "done"))
    reported = item.done_date_reported
    if due is None or finished <= due:
        reason = _sentence(item, "done_reported" if reported else "done_on", day=shown_date(finished))
        return State("done", due, None, False, reason)
    days = (finished - due).days
    key = "done_late_reported" if reported else "done_late"
    return State(
        "done_late", due, days, False, _sentence(item, key, day=shown_date(finished), due=shown_date(due), days=days)
    )


def _is_unclear(item: Item) -> bool:
    return item.kind == PeriodKind.UNCLEAR and bool(item.period_text)


def _why_no_due(item: Item) -> str:
    if _is_unclear(item):
        return "unclear"
    if item.kind == PeriodKind.RELATIVE:
        return "relative"
    return "no_end" if item.period_text else "no_period"


def _sentence(item: Item, key: str, **values: object) -> str:
    """The reason, then what else must be known to judge it."""
    parts = [say(f"measure.reason.{key}", **values)]
    original = planned_due(item)
    if item.postponed_to and original:
        parts.append(say("measure.reason.postponed", original=shown_date(original)))
    if item.status == "postponed" and not item.postponed_to:
        parts.append(say("measure.reason.postponed_without_day"))
    if key == "cancelled" and item.note:
        parts.append(item.note)
    if key == "overdue" and not item.reported:
        parts.append(say("measure.reason.no_report"))
    if item.status is not None and item.reported_on is None:
        parts.append(say("measure.reason.undated"))
    return " · ".join(parts)
