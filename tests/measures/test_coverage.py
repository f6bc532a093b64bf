"""Stages planned and done, plan by plan."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import frame
from kmdash.domain.register import Register, from_records
from kmdash.domain.results import COVERAGE
from kmdash.domain.summaries import COVERAGE_SUMMARY
from kmdash.measures.coverage import coverage, summary

JUNE_15 = date(2019, 6, 15)
EMPTY = from_records({})


def fill(rows):
    """A register of these rows alone; the frames without rows are shared by all tests of this file."""
    return Register({**EMPTY.frames, **{name: frame(INPUT_FRAMES[name], own) for name, own in rows.items()}})


def an_activity(stage, month=3, status=None, **more):
    year = 2018 if month > 9 else 2019
    first = date(year, month, 1)
    last = (pd.Timestamp(first) + pd.offsets.MonthEnd()).date()
    period = {"start": first, "end": last, "period_kind": "point", "period_text": "เดือน"}
    own = {"plan_id": "P1", "stage": stage, "status": status, **period, **more}
    return {"activity_id": f"A{stage}-{month}-{status}-{len(more)}", **own}


def a_register(activities, process="KM"):
    plan = {"plan_id": "P1", "office": "กรม ก", "fiscal_year": 2562, "title": "แผนที่ ๑", "unit": "กอง ก"}
    return fill({"plans": [{**plan, "process": process, "source_cell": "แผน!A1"}], "activities": activities})


def stage(register, number, as_of=JUNE_15):
    found = coverage(register, as_of)
    return found[found["stage"] == number].iloc[0]


def test_every_stage_of_a_plan_has_a_row_and_a_gap_is_none():
    found = coverage(a_register([an_activity(1, source_cell="แผน!B15")]), JUNE_15)
    assert found["stage"].tolist() == [1, 2, 3, 4, 5, 6, 7]
    assert found["planned"].tolist() == [1, 0, 0, 0, 0, 0, 0]
    assert found["state"].tolist() == ["late"] + ["none"] * 6
    assert found["source_cell"].tolist() == ["แผน!B15"] + ["แผน!A1"] * 6
    assert found["stage_name"].iloc[0] == "การบ่งชี้ความรู้"


def test_a_change_plan_has_six_components():
    activity = {**an_activity(None), "component": 4}
    found = coverage(a_register([activity], process="change"), JUNE_15)
    assert found["stage"].tolist() == [1, 2, 3, 4, 5, 6]
    assert found.loc[found["planned"] == 1, "stage_name"].tolist() == ["การเรียนรู้"]


def test_a_plan_without_stages_is_one_row_and_in_no_average():
    found = coverage(a_register([an_activity(None, 3), an_activity(None, 4, "done")], process=None), JUNE_15)
    row = found.iloc[0]
    assert (len(found), row["stage_name"], row["state"], row["planned"]) == (1, "ไม่ได้จำแนกขั้นตอน", "none", 2)
    total = summary(found).iloc[0]
    assert (total["activities"], total["activities_done"]) == (2, 1)
    assert total[["stages", "stages_planned", "share_planned", "missing_stages"]].isna().all()


@pytest.mark.parametrize(
    ("activities", "expected"),
    [
        ([an_activity(1, 3, "done"), an_activity(1, 4, "done")], "done"),
        ([an_activity(1, 3, "done"), an_activity(1, 4)], "late"),
        ([an_activity(1, 3, "done"), an_activity(1, 9)], "in_progress"),
        ([an_activity(1, 6)], "in_progress"),
        ([an_activity(1, 9)], "planned"),
        ([an_activity(1, 3, "cancelled")], "none"),
    ],
)
def test_a_stage_is_as_far_as_its_activities(activities, expected):
    assert stage(a_register(activities), 1)["state"] == expected


def test_cancelled_activities_leave_the_count_and_stand_beside_it():
    row = stage(a_register([an_activity(1, 3, "done"), an_activity(1, 4, "cancelled")]), 1)
    assert (row["planned"], row["done"], row["cancelled"], row["state"]) == (1, 1, 1, "done")


def test_what_is_due_in_the_month_and_not_done_is_counted():
    activities = [an_activity(1, 6), an_activity(1, 6, "done"), an_activity(1, 5), an_activity(1, 7)]
    row = stage(a_register(activities), 1)
    assert (row["due"], row["overdue"], row["done"], row["planned"]) == (1, 1, 1, 4)


def test_a_period_that_waits_for_an_answer_is_counted_beside_the_others():
    unclear = {"start": None, "end": None, "period_kind": "unclear", "period_text": "มี.ย. ๖๒"}
    waiting = [an_activity(1, 4, **unclear), an_activity(1, 4, "done", **unclear, percent=100)]
    row = stage(a_register([*waiting, an_activity(1, 4, "cancelled", **unclear), an_activity(1, 9)]), 1)
    assert (row["unclear"], row["planned"], row["done"], row["cancelled"]) == (1, 3, 1, 1)
    assert (row["due"], row["overdue"]) == (0, 0)


def test_a_stage_that_starts_before_an_earlier_one_is_marked():
    found = coverage(
        a_register([an_activity(1, 1), an_activity(2, 12), an_activity(3, 1), an_activity(4, 12)]), JUNE_15
    )
    assert found["order_break"].tolist() == [False, True, False, True, False, False, False]


def test_a_period_of_the_whole_year_says_nothing_of_order():
    whole = an_activity(7, 10, period_kind="all_year", end=date(2019, 9, 30))
    assert not coverage(a_register([an_activity(1, 1), whole]), JUNE_15)["order_break"].any()


def test_an_activity_of_no_stage_is_not_counted_in_a_plan_that_has_stages():
    assert coverage(a_register([an_activity(1), an_activity(None)]), JUNE_15)["planned"].sum() == 1


def test_the_summary_names_its_denominator_and_the_missing_stages():
    activities = [an_activity(number, 3, "done") for number in (1, 2, 4, 5)] + [an_activity(6, 3)]
    row = summary(coverage(a_register(activities), JUNE_15)).iloc[0]
    assert (row["stages"], row["stages_planned"], row["stages_done"]) == (7, 5, 4)
    assert (row["share_planned"], row["share_done"]) == (pytest.approx(5 / 7), pytest.approx(4 / 7))
    assert (row["missing_stages"], row["overdue"]) == ("3, 7", 1)


def test_a_complete_plan_misses_nothing():
    row = summary(coverage(a_register([an_activity(number) for number in range(1, 8)]), JUNE_15)).iloc[0]
    assert row["stages_planned"] == 7 and pd.isna(row["missing_stages"])


def test_nothing_in_gives_no_coverage_with_the_same_columns():
    empty = coverage(from_records({}), JUNE_15)
    assert empty.empty and list(empty) == list(COVERAGE)
    assert summary(empty).empty and list(summary(empty)) == list(COVERAGE_SUMMARY)


activities = st.builds(
    an_activity,
    st.integers(1, 7),
    st.integers(1, 12),
    st.none() | st.sampled_from(["done", "in_progress", "not_started"]),
)


@settings(max_examples=25)  # each example builds a register
@given(st.lists(activities, max_size=6), activities)
def test_planned_coverage_never_falls_by_adding_an_activity(some, another):
    fewer, more = (summary(coverage(a_register(own), JUNE_15)).iloc[0] for own in (some, [*some, another]))
    assert more["stages_planned"] >= fewer["stages_planned"]
