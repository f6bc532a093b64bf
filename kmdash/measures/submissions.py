"""Who sent which report on time, late or not at all; the score of each unit and month, ranks and winners."""

from datetime import date

import numpy as np
import pandas as pd

from kmdash.domain.codes import is_one_of
from kmdash.domain.followed_results import AWARDS, SUBMITTED
from kmdash.domain.frames import conform
from kmdash.domain.months import NAT, column_of, days_of, last_days
from kmdash.domain.settings import LATE_POINTS
from kmdash.domain.vote_ranks import ranks

_COUNTED = ("on_time", "sent", "late", "missing")
_GROUP = ["office", "fiscal_year", "unit"]
_FULL = 100
RULE, FORM, MIXED = "rule", "form", "mixed"


def submitted(submissions: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The state of every submission on a day.

    What is due without a day of its own is due on the last day of its month. Received by then is ``on_time``, after
    it ``late``; received, or ticked, where no day says when is ``sent`` and counts as on time; not received when the
    day has passed is ``missing``, before that ``not_due``. A day of receiving goes before a tick or word; one after
    ``as_of`` is not known yet. What the form scores itself is ``scored``; without a month it is ``no_month``.

    Returns
    -------
    DataFrame, same rows and index (``followed_results.SUBMITTED``)
        ``days_late`` is <NA> for what is neither late nor missing, or late by word only.
    """
    today = np.datetime64(as_of, "D")
    month, due, received = (days_of(submissions[name]) for name in ("month", "due", "received"))
    received = np.where(received > today, NAT, received)
    due_day = np.where(np.isnat(due), np.where(np.isnat(month), NAT, last_days(month)), due)
    begun, came = month <= today, ~np.isnat(received)
    told = {word: is_one_of(submissions["told"], word) & begun for word in ("sent", "on_time", "late", "missing")}
    conditions = {
        "no_month": np.isnat(month),
        "scored": submissions["score"].notna().to_numpy() & begun,
        "on_time": came & ~np.isnat(due) & (received <= due),
        "late": (came & ~np.isnat(due)) | told["late"],
        "sent": came & ~told["on_time"] | told["sent"],
        "told": told["on_time"],
        "missing": told["missing"] | (due_day < today),
    }
    words = np.array([*conditions, "not_due"], dtype=object)
    state = words[np.select(list(conditions.values()), list(range(len(conditions))), len(conditions))]
    state = np.where(state == "told", "on_time", state)
    until = np.where(came, received, today)
    behind = is_one_of(pd.Series(state), "late", "missing") & (until > due_day) & (came | (state == "missing"))
    days = pd.Series((until - due_day).astype(np.int64), index=submissions.index, dtype="Int64").where(behind)
    return conform(SUBMITTED, submissions.assign(state=state, due_day=column_of(due_day), days_late=days))


def monthly(found: pd.DataFrame, *, late_points: int = LATE_POINTS) -> pd.DataFrame:
    """Sum up every unit and month, score and rank them.

    By the rule a unit's score is, of what was due in the month, the share sent on time; a late one counts
    ``late_points`` of a hundred, a missing one nothing; what is not due yet does not count. Where the form scores a
    month itself, the score is that (the mean, where it scores several reports), for every unit of that month.
    Ranks are shared by equal scores (1, 2, 2, 4); the winners are all who share the first, with more than nothing.

    Parameters
    ----------
    found : DataFrame
        Of ``submitted``.

    Returns
    -------
    DataFrame, one row a unit and month, by office, month, rank, then source order (``followed_results.AWARDS``)
    """
    counts = _summed(found[found["state"] != "no_month"], [*_GROUP, "month"])
    own = counts["given"].notna()
    of_form = own.groupby([counts[name] for name in ("office", "fiscal_year", "month")], dropna=False).transform("any")
    counts["basis"] = np.where(of_form, FORM, RULE)
    counts["score"] = counts["given"].where(of_form, _by_rule(counts, late_points))
    return _ranked(counts, ["office", "fiscal_year", "month"])


def yearly(found: pd.DataFrame, months: pd.DataFrame, *, late_points: int = LATE_POINTS) -> pd.DataFrame:
    """Sum up every unit's year: by the rule over all that was due; by the form the mean of its monthly scores.

    Where some months go by the rule and others by the form, there is no score of the year: two scales make no sum.

    Returns
    -------
    DataFrame, one row a unit, by office, year, rank, then source order (``followed_results.AWARDS``)
        ``month`` is <NA>.
    """
    counts = _summed(found[found["state"] != "no_month"], _GROUP)
    bases = months.groupby(["office", "fiscal_year"], dropna=False)["basis"].agg(
        lambda each: "+".join(sorted({*each}))
    )
    keys = pd.MultiIndex.from_frame(counts[["office", "fiscal_year"]])
    basis = pd.Series(bases.reindex(keys).to_numpy(object), index=counts.index).replace(f"{FORM}+{RULE}", MIXED)
    means = months.groupby(_GROUP, dropna=False)["score"].mean()
    of_form = pd.Series(means.reindex(pd.MultiIndex.from_frame(counts[_GROUP])).array, index=counts.index)
    counts["basis"] = basis
    by_rule = _by_rule(counts, late_points).where(basis == RULE)
    counts["score"] = by_rule.where(basis != FORM, of_form.astype("Float64"))
    return _ranked(counts.assign(month=pd.Series(NAT, index=counts.index)), ["office", "fiscal_year"])


def _summed(found: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """One row a group, in source order: the counts of its states, its given score and its first cell."""
    asked = found.assign(**{state: found["state"] == state for state in (*_COUNTED, "not_due")})
    asked["score"] = asked["score"].where(asked["state"] == "scored")
    asked["made_up"] = found["constructed"].fillna(False).astype(bool)
    groups = asked.groupby(keys, sort=False, dropna=False)
    sums = groups.agg(
        on_time=("on_time", "sum"),
        unsure=("sent", "sum"),
        late=("late", "sum"),
        missing=("missing", "sum"),
        not_due=("not_due", "sum"),
        given=("score", "mean"),
        constructed=("made_up", "any"),
        source_cell=("source_cell", "first"),
    ).reset_index()
    sums["on_time"] = sums["on_time"] + sums["unsure"]
    sums["given"] = sums["given"].astype("Float64")
    return sums.assign(due=sums["on_time"] + sums["late"] + sums["missing"])


def _by_rule(counts: pd.DataFrame, late_points: int) -> pd.Series:
    """One division of whole numbers, so that equal shares are equal scores."""
    points = (counts["on_time"] * _FULL + counts["late"] * late_points).astype("Float64")
    return (points / counts["due"].where(counts["due"] > 0).astype("Float64")).astype("Float64")


def _ranked(counts: pd.DataFrame, within: list[str]) -> pd.DataFrame:
    counts = counts.sort_values(within, kind="stable").reset_index(drop=True)
    group = counts.groupby(within, sort=False, dropna=False).ngroup().to_numpy(np.int64)
    score = counts["score"].to_numpy(float, na_value=np.nan)
    places = np.full(len(counts), -1, dtype=np.int64)
    known = ~np.isnan(score)
    places[known] = np.unique(score[known], return_inverse=True)[1]
    found = ranks(group, places, np.full(group.max(initial=-1) + 1, -1))
    counts = counts.iloc[found.order].reset_index(drop=True)
    rank, tied = (pd.Series(values, dtype="Int64").where(values >= 0) for values in (found.rank, found.tied))
    winner = (rank == 1).fillna(False) & (counts["score"] > 0).fillna(False)
    return conform(AWARDS, counts.assign(rank=rank, tied=tied, winner=winner))
