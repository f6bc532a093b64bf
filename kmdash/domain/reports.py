"""What was last reported of each activity on a day, from its progress reports and the plan's own status column."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import coded, first_rows, is_filled, is_one_of, last_rows, taken
from kmdash.domain.columns import Columns
from kmdash.domain.frames import conform
from kmdash.domain.months import NAT, column_of, days_of
from kmdash.domain.words import say

LATEST: Columns = {  # one row an activity
    "reported": "bool",  # whether there was any word on it
    "status": "str",
    "status_text": "str",
    "reported_on": "date",
    "done_date": "date",  # the day it was completed; where no report names it, the day it was first reported done
    "done_date_reported": "bool",  # whether it is the latter
    "postponed_to": "date",
    "note": "str",
    "percent": "float",  # told with the status or since
}
_TOLD = ("status", "status_text", "percent", "reported_on", "done_on", "postponed_to", "note")


def latest_reports(activities: pd.DataFrame, progress: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The last word on every activity as known on a day.

    A report counts from its own day on; one without a date counts on every day (not before the completion
    it tells of) and is older than every dated one, and so is the plan's own status. Of one day, the last row
    wins. A report without a status leaves the status as it was; a later status that is not done takes a
    completion back.

    Parameters
    ----------
    activities, progress : DataFrame
        ``columns.ACTIVITIES`` and ``columns.PROGRESS``.

    Returns
    -------
    DataFrame, the rows and index of ``activities`` (``LATEST``)
        All missing, ``reported`` false, where nothing was told.
    """
    own, known = coded(activities["activity_id"])
    count = len(known)
    codes, told, day = _in_order(progress, known)
    rows = known_rows(day, as_of)
    rows = rows[codes[rows] >= 0]
    typed = np.flatnonzero(is_filled(activities["status"]) | is_filled(activities["status_text"]))
    codes = np.concatenate([own[typed], codes[rows]])
    told = pd.concat([_told(activities).iloc[typed], told.iloc[rows]], ignore_index=True)
    return _folded(codes, told, count).iloc[own].set_axis(activities.index)


def known_rows(days: np.ndarray, as_of: date) -> np.ndarray:
    """The rows of reports that count on a day: those of that day or before, and those without a date (NaT)."""
    last = np.datetime64(as_of, "D").astype(days.dtype).astype(np.int64)
    return np.flatnonzero(days.view(np.int64) <= last)  # the number of NaT is below every day's


def _in_order(progress: pd.DataFrame, known: pd.Index) -> tuple[np.ndarray, pd.DataFrame, np.ndarray]:
    """Code, words and day of each report, so that those of one activity follow each other in time."""
    reported, distinct = coded(progress["activity_id"])
    codes = np.append(known.get_indexer(distinct), -1)[reported]
    told_on, done_on = (progress[name].to_numpy("datetime64[s]") for name in ("reported_on", "done_on"))
    day = np.where(np.isnat(told_on), done_on, told_on)
    told = _told(progress)
    number = day.view(np.int64)  # below every other where the day is missing
    steps = np.diff(codes)
    if ((steps < 0) | ((steps == 0) & (number[1:] < number[:-1]))).any():
        order = np.lexsort((number, codes))
        codes, told, day = codes[order], told.iloc[order], day[order]
    return codes, told, day


def _told(rows: pd.DataFrame) -> pd.DataFrame:
    return conform(dict.fromkeys(_TOLD, "str") | _KINDS, rows)


_KINDS: Columns = {"percent": "float", "reported_on": "date", "done_on": "date", "postponed_to": "date"}


def _folded(codes: np.ndarray, told: pd.DataFrame, count: int) -> pd.DataFrame:
    """The last word of each code, from rows in the order they were told."""

    def last(where: np.ndarray) -> np.ndarray:
        return last_rows(codes, np.flatnonzero(where), count)

    has_status = told["status"].notna().to_numpy()
    done = is_one_of(told["status"], "done")
    status_row = last(has_status)
    status = taken(told["status"], status_row)
    since_undone = np.arange(len(told)) > np.append(last(has_status & ~done), -1)[codes]
    done_row = last(done & since_undone & told["done_on"].notna().to_numpy())
    told_row = first_rows(codes, np.flatnonzero(done & since_undone & told["reported_on"].notna().to_numpy()), count)
    percent_row = last(told["percent"].notna().to_numpy())
    named, first_told = days_of(told["done_on"]), days_of(told["reported_on"])
    found = {
        "reported": last(np.ones(len(told), dtype=bool)) >= 0,
        "status": status,
        "status_text": _worded(taken(told["status_text"], status_row), status),
        "reported_on": taken(told["reported_on"], last(told["reported_on"].notna().to_numpy())),
        "done_date": column_of(np.where(done_row >= 0, _at(named, done_row), _at(first_told, told_row))),
        "done_date_reported": (done_row < 0) & (told_row >= 0),
        "postponed_to": taken(told["postponed_to"], last(told["postponed_to"].notna().to_numpy())),
        "note": taken(told["note"], last(is_filled(told["note"]))),
        "percent": taken(told["percent"], np.where(percent_row >= status_row, percent_row, -1)),
    }
    return conform(LATEST, pd.DataFrame(found, index=range(count)))


def _at(days: np.ndarray, rows: np.ndarray) -> np.ndarray:
    return np.append(days, NAT)[rows]


def _worded(texts: pd.api.extensions.ExtensionArray, status: pd.api.extensions.ExtensionArray) -> pd.Series:
    """The words typed for a status, else its own."""
    typed, codes = pd.Series(texts), pd.Series(status)
    words = {code: say(f"measure.status.{code}") for code in codes.dropna().unique()}
    return typed.where(is_filled(typed), codes.map(words).astype("str"))
