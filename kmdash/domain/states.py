"""The state of every item (an activity, a committee step) on a day: exactly one of nine.

Source: rules.md, section 5. Precedence: cancelled, done, unclear, no date, overdue, active, upcoming, not yet.
"""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_filled, is_one_of
from kmdash.domain.columns import Columns
from kmdash.domain.months import NAT, column_of, days_of, first_days, last_days, month_numbers, year_ends, year_starts
from kmdash.domain.occurrences import months_of, occurrences_of
from kmdash.domain.period import PeriodKind, Precision
from kmdash.domain.reasons import Judged, reasons

WITHIN = 30
STATES = ("cancelled", "done", "done_late", "unclear", "no_date", "overdue", "active", "upcoming", "not_yet")
DONE = ("done", "done_late")

STATE: Columns = {
    "state": "str",
    "due": "date",  # the day that counts: the new one of a postponed item, of a recurring one the next
    "days": "int",  # late for overdue and done_late, until due for active, until the start for upcoming and not_yet
    "due_soon": "bool",
    "reason": "str",
    "planned_due": "date",  # as first planned, before it was postponed
}


def states(items: pd.DataFrame, as_of: date, within: int = WITHIN) -> pd.DataFrame:
    """The one state of every item on a day; ``within`` is the number of days that count as soon.

    Parameters
    ----------
    items : DataFrame, one row an item
        Its period (``start``, ``end``, ``period_kind``, ``precision``, ``period_text``, ``occurrences``,
        ``recurs_every``), the ``fiscal_year`` (BE) of its plan, and what was last told of it (``reports.LATEST``).

    Returns
    -------
    DataFrame, same rows and index (``STATE``)
        ``days`` is <NA> where a state has none; so is ``due`` where no day is certain.
    """
    today = np.datetime64(as_of, "D")
    postponed, finished = days_of(items["postponed_to"]), days_of(items["done_date"])
    planned, upcoming = _planned_due(items, today)
    due = np.where(np.isnat(postponed), upcoming, postponed)
    opens = _opens(items, due, np.isnat(postponed))
    state = _states(items, today, within, due, opens)
    ahead = is_one_of(state, "upcoming", "not_yet")
    counted = [is_one_of(state, "overdue"), is_one_of(state, "done_late"), is_one_of(state, "active"), ahead]
    lengths = [today - due, finished - due, due - today, opens - today]
    days = np.select(counted, [length.astype(np.int64) for length in lengths], -1)
    told = Judged(items, state, due, opens, finished, planned, days)
    found = {
        "state": state,
        "due": column_of(due),
        "days": pd.Series(days, index=items.index, dtype="Int64").where(days >= 0),
        "due_soon": pd.array(counted[2] & (days <= within), dtype="boolean"),
        "reason": reasons(told),
        "planned_due": column_of(planned),
    }
    return pd.DataFrame(found, index=items.index)


def group_states(
    counted: np.ndarray, done: np.ndarray, overdue: np.ndarray, active: np.ndarray
) -> pd.api.extensions.ExtensionArray:
    """The state of groups of items, each told by its counts: none, planned, in_progress, done or late.

    ``counted`` leaves the cancelled items out.

    >>> both = np.array([2, 2, 0])
    >>> list(group_states(both, np.array([1, 1, 0]), np.array([1, 0, 0]), np.array([0, 0, 0])))
    ['late', 'in_progress', 'none']
    """
    words = ("none", "done", "late", "in_progress", "planned")
    conditions = [counted == 0, done == counted, overdue > 0, (done > 0) | (active > 0)]
    return pd.array(words, dtype="str").take(np.select(conditions, [0, 1, 2, 3], 4))


def _states(items: pd.DataFrame, today: np.datetime64, within: int, due: np.ndarray, opens: np.ndarray) -> pd.Series:
    """The state of every item: the first of the conditions that holds, else not yet."""
    waiting = is_one_of(items["period_kind"], PeriodKind.UNCLEAR) & is_filled(items["period_text"])
    done = is_one_of(items["status"], "done")
    conditions = {
        "cancelled": is_one_of(items["status"], "cancelled"),
        "done_late": done & (days_of(items["done_date"]) > due),
        "done": done,
        "unclear": np.isnat(due) & waiting,
        "no_date": np.isnat(due),
        "overdue": today > due,
        "active": np.isnat(opens) | (opens <= today),
        "upcoming": opens <= today + np.timedelta64(within, "D"),
    }
    place = np.select(list(conditions.values()), list(range(len(conditions))), len(conditions))
    return pd.Series(pd.array([*conditions, "not_yet"], dtype="str").take(place), index=items.index)


def _planned_due(items: pd.DataFrame, today: np.datetime64) -> tuple[np.ndarray, np.ndarray]:
    """The last day of every item as first planned, and as it is seen today: of a recurring one its next."""
    start, end, kind = days_of(items["start"]), days_of(items["end"]), items["period_kind"]
    whole_year = is_one_of(kind, PeriodKind.ALL_YEAR) & np.isnat(end)
    planned = np.where(whole_year, year_ends(items["fiscal_year"]), end)
    half_known = is_one_of(kind, PeriodKind.UNCLEAR) & (np.isnat(start) | np.isnat(end))
    planned = np.where(half_known | is_one_of(kind, PeriodKind.RELATIVE), NAT, planned)
    recurring = is_one_of(kind, PeriodKind.RECURRING)
    found = occurrences_of(items["occurrences"].where(recurring))
    exact = is_one_of(items["precision"], Precision.DAY)[found.items]
    closing = first_days(month_numbers(found.days) + months_of(items)[found.items] - 1)
    dues = np.where(exact, found.days, last_days(closing))
    last = found.last(dues, len(items))
    following = found.first(np.where(dues >= today, dues, NAT), len(items))
    following = np.where(np.isnat(following), last, following)
    return np.where(recurring, last, planned), np.where(recurring, following, planned)


def _opens(items: pd.DataFrame, due: np.ndarray, in_time: np.ndarray) -> np.ndarray:
    """The day every item begins; "ภายใน" is open from the first day of its year. NaT where none is known."""
    start = days_of(items["start"])
    start = np.where(np.isnat(start), year_starts(items["fiscal_year"]), start)
    opens = np.minimum(start, due)
    recurring = is_one_of(items["period_kind"], PeriodKind.RECURRING) & in_time
    exact = is_one_of(items["precision"], Precision.DAY)
    before = np.where(np.isnat(due), 0, months_of(items) - 1)
    months = np.where(exact, due, first_days(month_numbers(due) - before))
    return np.where(recurring, months, np.where(np.isnat(start), NAT, opens))
