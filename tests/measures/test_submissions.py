"""Submissions: the state of each on a day, scores by the rule or the form, shared ranks, winners."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.followed_results import AWARDS, SUBMITTED
from kmdash.domain.frames import records
from kmdash.domain.register import from_records
from kmdash.measures.submissions import monthly, submitted, yearly

MAY, DAY = date(2018, 5, 1), date(2018, 6, 15)
OF = {"office": "จังหวัดตัวอย่าง", "fiscal_year": 2561, "month": MAY}


def frame(*rows):
    listed = [{**OF, "submission_id": str(place), "position": place, **row} for place, row in enumerate(rows)]
    return from_records({"submissions": listed}).submissions


def state(as_of=DAY, **row):
    return records(submitted(frame({"unit": "ก", **row}), as_of))[0]


@pytest.mark.parametrize(
    ("row", "expected", "days"),
    [
        ({"due": date(2018, 6, 5), "received": date(2018, 6, 5)}, "on_time", None),
        ({"due": date(2018, 6, 5), "received": date(2018, 6, 9)}, "late", 4),
        ({"due": date(2018, 6, 5)}, "missing", 10),
        ({"due": date(2018, 6, 15)}, "not_due", None),
        ({"due": date(2018, 6, 5), "received": date(2018, 6, 20)}, "missing", 10),
        ({}, "missing", 15),
        ({"month": date(2018, 6, 1)}, "not_due", None),
        ({"told": "sent"}, "sent", None),
        ({"told": "on_time"}, "on_time", None),
        ({"told": "late"}, "late", None),
        ({"told": "missing", "due": date(2018, 7, 5)}, "missing", None),
        ({"received": date(2018, 5, 20)}, "sent", None),
        ({"received": date(2018, 5, 20), "told": "late"}, "late", None),
        ({"due": date(2018, 6, 5), "received": date(2018, 6, 9), "told": "on_time"}, "late", 4),
        ({"score": 9.0}, "scored", None),
        ({"month": date(2018, 8, 1), "told": "sent"}, "not_due", None),
        ({"month": None}, "no_month", None),
    ],
)
def test_a_submission_has_one_state_on_a_day(row, expected, days):
    found = state(**row)
    assert (found["state"], found["days_late"]) == (expected, days)


def test_a_unit_is_scored_by_what_was_due_and_equal_scores_share_a_rank():
    sent = {"told": "on_time"}
    rows = [{"unit": "ก", **sent}, {"unit": "ข", "told": "late"}, {"unit": "ค", **sent}, {"unit": "ง"}]
    found = records(monthly(submitted(frame(*rows), DAY)))
    assert [(row["unit"], row["score"], row["rank"], row["winner"]) for row in found] == [
        ("ก", 100.0, 1, True),
        ("ค", 100.0, 1, True),
        ("ข", 50.0, 3, False),
        ("ง", 0.0, 4, False),
    ]


def test_what_a_late_report_counts_is_a_setting():
    found = monthly(submitted(frame({"unit": "ก", "told": "late"}), DAY), late_points=80)
    assert found["score"].tolist() == [80.0]


def test_a_month_not_yet_due_is_no_zero_and_nobody_wins_it():
    rows = frame({"unit": "ก", "month": date(2018, 6, 1)}, {"unit": "ข", "month": date(2018, 6, 1)})
    found = monthly(submitted(rows, DAY))
    assert found["score"].isna().all()
    assert found["rank"].isna().all()
    assert not found["winner"].any()


def test_where_nobody_sent_anything_nobody_wins():
    assert not monthly(submitted(frame({"unit": "ก"}, {"unit": "ข"}), DAY))["winner"].any()


def test_the_years_score_is_over_all_that_was_due():
    april = {"month": date(2018, 4, 1)}
    rows = [{"unit": "ก", "told": "on_time"}, {"unit": "ก", **april}, {"unit": "ก", **april}, {"unit": "ข", **april}]
    found = submitted(frame(*rows), DAY)
    year = records(yearly(found, monthly(found)))
    assert [(row["unit"], row["due"], row["score"], row["rank"]) for row in year] == [
        ("ก", 3, pytest.approx(100 / 3), 1),
        ("ข", 1, 0.0, 2),
    ]


def test_the_forms_own_scores_are_kept_and_the_year_is_their_mean():
    april = {"score": 10.0, "month": date(2018, 4, 1)}
    rows = [{"unit": "ก", "score": 9.0}, {"unit": "ก", **april}, {"unit": "ข", "score": 8.0}]
    found = submitted(frame(*rows), DAY)
    months = monthly(found)
    assert set(months["basis"]) == {"form"}
    assert [(row["unit"], row["score"]) for row in records(yearly(found, months))] == [("ก", 9.5), ("ข", 8.0)]


def test_two_scales_make_no_score_of_the_year():
    found = submitted(
        frame({"unit": "ก", "score": 9.0}, {"unit": "ก", "told": "sent", "month": date(2018, 4, 1)}), DAY
    )
    year = yearly(found, monthly(found))
    assert (year["basis"].tolist(), year["score"].isna().all()) == (["mixed"], True)


def test_no_submissions_give_empty_frames_of_the_same_columns():
    found = submitted(from_records({}).submissions, DAY)
    months = monthly(found)
    assert (list(found), list(months), list(yearly(found, months))) == ([*SUBMITTED], [*AWARDS], [*AWARDS])
    assert len(months) == 0


DAYS = st.one_of(st.none(), st.integers(0, 200).map(lambda days: date(2018, 1, 1) + timedelta(days=days)))
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "unit": st.sampled_from("กขคง"),
            "month": st.sampled_from([date(2018, month, 1) for month in range(3, 9)]),
            "due": DAYS,
            "received": DAYS,
            "told": st.sampled_from([None, "sent", "on_time", "late", "missing"]),
        }
    ),
    min_size=1,
    max_size=12,
)


@given(ROWS, st.integers(0, 100), st.integers(0, 250).map(lambda days: date(2018, 1, 1) + timedelta(days=days)))
def test_on_time_late_and_missing_are_all_that_was_due(rows, late_points, as_of):
    found = submitted(frame(*rows), as_of)
    for sums in (months := monthly(found, late_points=late_points), yearly(found, months, late_points=late_points)):
        assert (sums["on_time"] + sums["late"] + sums["missing"] == sums["due"]).all()
        assert sums["due"].sum() + sums["not_due"].sum() == len(rows)
        scored = sums[sums["due"] > 0]
        assert scored["score"].between(0, 100).all()
        assert sums.loc[sums["due"] == 0, "score"].isna().all()


@given(ROWS, st.integers(0, 100))
def test_ranks_are_shared_as_in_a_competition(rows, late_points):
    months = records(monthly(submitted(frame(*rows), DAY), late_points=late_points))
    for month in {row["month"] for row in months}:
        own = [row for row in months if row["month"] == month and row["score"] is not None]
        for row in own:
            assert row["rank"] == 1 + sum(other["score"] > row["score"] for other in own)
            assert row["tied"] == sum(other["score"] == row["score"] for other in own)
            assert row["winner"] == (row["rank"] == 1 and row["score"] > 0)


@given(ROWS)
def test_the_order_of_the_rows_changes_no_score(rows):
    one, other = (
        {(row["unit"], row["month"]): row["score"] for row in records(monthly(submitted(frame(*some), DAY)))}
        for some in (rows, rows[::-1])
    )
    assert one == other
