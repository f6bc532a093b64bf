"""How far a round of warnings looks ahead: the coming day, week or month, or the week of this Monday."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of
from kmdash.domain.months import days_of
from kmdash.domain.relative import Term

CADENCES = ("weekly", "daily", "monthly", "monday")
MEASURES = ("overdue", "active", "upcoming")  # the three measures, the most urgent first
_AHEAD = ("upcoming", "not_yet")
_LATER = 6  # days from a Monday to the Sunday


def window(cadence: str, as_of: date) -> tuple[date, date]:
    """The first and last day a round of warnings is about.

    Daily, weekly and monthly look one day, seven days and one month ahead from ``as_of``; ``monday`` is the week,
    Monday to Sunday, that ``as_of`` lies in.

    >>> [day.isoformat() for day in window("monday", date(2018, 6, 6))]
    ['2018-06-04', '2018-06-10']
    """
    if cadence not in CADENCES:
        raise ValueError(f"cadence must be one of {CADENCES}, not {cadence!r}")
    if cadence == "monday":
        first = as_of - timedelta(days=as_of.weekday())
        return first, first + timedelta(days=_LATER)
    ahead = {"daily": Term(days=1), "weekly": Term(days=7), "monthly": Term(months=1)}
    return as_of, ahead[cadence].end(as_of)


def of_round(warnings: pd.DataFrame, as_of: date, cadence: str) -> pd.DataFrame:
    """The items a round of warnings names, each with the ``measure`` that is taken.

    All that is overdue on ``as_of`` is asked for; of what runs, that which is due or began within the window is
    followed; of what has not begun, that which starts (or is due) within it is reminded of. What waits for a date
    or an answer, is done or cancelled is in no round.

    Parameters
    ----------
    warnings : DataFrame, one row an item (``results.WARNINGS``) as of that day

    Returns
    -------
    DataFrame
        The rows in question with ``measure`` (of ``MEASURES``), by measure, then day due.
    """
    first, last = (np.datetime64(day, "D") for day in window(cadence, as_of))
    due, start = days_of(warnings["due"]), days_of(warnings["start"])
    ahead = is_one_of(warnings["state"], *_AHEAD)
    until = warnings["days"].to_numpy(np.int64, na_value=0)
    opens = np.where(ahead, np.datetime64(as_of, "D") + until, start)
    inside = ((due >= first) & (due <= last)) | ((opens >= first) & (opens <= last))
    places = {"overdue": is_one_of(warnings["state"], "overdue")}
    places["active"] = is_one_of(warnings["state"], "active") & inside
    places["upcoming"] = ahead & inside
    named = [warnings[where].assign(measure=name) for name, where in places.items()]
    return pd.concat([rows.sort_values("due", kind="stable") for rows in named], ignore_index=True)
