"""Counting stages, spreading activities over months, and the last report of each activity as of a day."""

from collections.abc import Iterator

import pandas as pd

from benchmarks.national import AS_OF, activities, progress
from benchmarks.race import Line
from kmdash.domain.codes import coded, crossed, last_rows, taken, whole
from kmdash.domain.months import column_of, first_days, month_numbers, spread
from kmdash.domain.reports import known_rows
from kmdash.domain.stage_grid import WIDTH


def lines(scale: float) -> Iterator[Line]:
    """One line each, on the activities and reports of all offices; the two sides are asserted equal first."""
    plans, reports = activities(scale), progress(scale)
    _assert_equal(plans, reports)
    yield Line("stage coverage", "groupby.size.unstack", lambda: stages(plans), lambda: plain_stages(plans), 0.25)
    yield Line("calendar", "list + explode", lambda: months(plans), lambda: plain_months(plans), 0.2)
    yield Line(
        "progress as of a date",
        "sort_values + drop_duplicates",
        lambda: last_told(reports),
        lambda: plain_last_told(reports),
        0.2,
    )


def stages(plans: pd.DataFrame) -> pd.DataFrame:
    """How many activities each plan has in each stage."""
    codes, known = coded(plans["plan_id"])
    counts = crossed(codes, whole(plans["stage"]), (len(known), WIDTH))
    return pd.DataFrame(counts[:, 1:], index=known)


def plain_stages(plans: pd.DataFrame) -> pd.DataFrame:
    """The same by pandas."""
    return plans.groupby(["plan_id", "stage"], observed=True).size().unstack(fill_value=0)  # noqa: PD010


def months(plans: pd.DataFrame) -> pd.DataFrame:
    """A row an activity and month it touches."""
    first, last = month_numbers(plans["start"].to_numpy()), month_numbers(plans["end"].to_numpy())
    place, month = spread(first, last)
    return pd.DataFrame({"activity_id": plans["activity_id"].array[place], "month": column_of(first_days(month))})


def plain_months(plans: pd.DataFrame) -> pd.DataFrame:
    """The same with a list of months an activity, exploded."""
    first = plans["start"].dt.year * 12 + plans["start"].dt.month - 1
    last = plans["end"].dt.year * 12 + plans["end"].dt.month - 1
    listed = [list(range(start, end + 1)) for start, end in zip(first, last, strict=True)]
    return pd.DataFrame({"activity_id": plans["activity_id"], "month": listed}).explode("month", ignore_index=True)


def last_told(reports: pd.DataFrame) -> pd.Categorical:
    """The status last told of each activity by the day, missing where none was."""
    codes, known = coded(reports["activity_id"])
    rows = known_rows(reports["reported_on"].to_numpy(), AS_OF.item().date())
    return taken(reports["status"], last_rows(codes, rows, len(known)))


def plain_last_told(reports: pd.DataFrame) -> pd.DataFrame:
    """The same by sorting and keeping the last."""
    known = reports[reports["reported_on"] <= pd.Timestamp(AS_OF)]
    return known.sort_values(["activity_id", "reported_on"], kind="stable").drop_duplicates("activity_id", keep="last")


def _assert_equal(plans: pd.DataFrame, reports: pd.DataFrame) -> None:
    assert (stages(plans).to_numpy() == plain_stages(plans).to_numpy()).all()
    ours, theirs = months(plans), plain_months(plans)
    numbers = ours["month"].dt.year * 12 + ours["month"].dt.month - 1
    assert (ours["activity_id"] == theirs["activity_id"]).all() and (numbers == theirs["month"]).all()
    told = pd.Series(last_told(reports), index=reports["activity_id"].cat.categories).dropna()
    assert told.to_dict() == plain_last_told(reports).set_index("activity_id")["status"].to_dict()
