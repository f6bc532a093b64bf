"""Planned and actual by month."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.fiscal import month_end
from kmdash.domain.frames import frame
from kmdash.domain.register import Register, from_records
from kmdash.domain.results import PROGRESS_CURVE
from kmdash.measures.progress import pace, progress

JUNE_15 = date(2019, 6, 15)
EMPTY = from_records({})


def fill(rows):
    """A register of these rows alone; the frames without rows are shared by all tests of this file."""
    return Register({**EMPTY.frames, **{name: frame(INPUT_FRAMES[name], own) for name, own in rows.items()}})


def a_register(months, reports=(), **more):
    activities = []
    for number, first in enumerate(months):
        period = {"start": first, "end": month_end(first), "period_kind": "point", "period_text": "เดือน", **more}
        activities.append({"activity_id": f"A{number}", "plan_id": "P1", **period})
    plan = {"plan_id": "P1", "office": "กรม ก", "fiscal_year": 2562}
    told = [{"activity_id": f"A{number}", **report} for number, report in reports]
    return fill({"plans": [plan], "activities": activities, "progress": told})


FOUR = [date(2018, 12, 1), date(2019, 3, 1), date(2019, 5, 1), date(2019, 8, 1)]


def test_planned_and_actual_add_up_month_by_month():
    reports = [
        (0, {"status": "done", "done_on": date(2018, 12, 20), "reported_on": date(2019, 1, 5)}),
        (1, {"status": "done", "reported_on": date(2019, 4, 5)}),
    ]
    found = progress(a_register(FOUR, reports), 2562, JUNE_15)
    assert found["planned"].tolist() == [0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4]
    assert found["actual"].tolist()[:9] == [0, 0, 1, 1, 1, 1, 2, 2, 2]
    assert found["actual"].iloc[9:].isna().all()


def test_the_forecast_begins_at_the_point_and_keeps_the_pace():
    reports = [
        (0, {"status": "done", "done_on": date(2018, 12, 20)}),
        (1, {"status": "done", "done_on": date(2019, 3, 9)}),
    ]
    found = progress(a_register(FOUR, reports), 2562, JUNE_15)["forecast"]
    assert found.iloc[:8].isna().all()
    assert found.iloc[8:].tolist() == pytest.approx([2, 2, 2 + 2 / 3, 2 + 2 / 3])


def test_the_pace_tells_the_numbers_the_forecast_is_made_of():
    reports = [
        (0, {"status": "done", "done_on": date(2018, 12, 20)}),
        (1, {"status": "done", "done_on": date(2019, 3, 9)}),
    ]
    found = pace(a_register(FOUR, reports), 2562, JUNE_15)
    assert (found.done, found.kept, found.due, found.later, found.undated) == (2, 2, 3, 1, 0)
    assert found.forecast == pytest.approx(2 + 1 * 2 / 3)


@given(st.lists(st.tuples(st.sampled_from(FOUR), st.booleans(), st.dates(date(2018, 10, 1), date(2019, 9, 30)))))
@settings(max_examples=25)
def test_the_pace_gives_the_forecast_of_the_years_end(given):
    reports = [(at, {"status": "done", "done_on": day}) for at, (_, done, day) in enumerate(given) if done]
    register = a_register([first for first, _, _ in given], reports)
    curve, found = progress(register, 2562, JUNE_15), pace(register, 2562, JUNE_15)
    told = curve["forecast"].iloc[-1] if len(curve) else pd.NA
    assert (found.forecast is None and pd.isna(told)) or found.forecast == pytest.approx(told)


def test_there_is_no_forecast_while_nothing_was_due():
    assert progress(a_register(FOUR), 2562, date(2018, 11, 15))["forecast"].isna().all()


def test_what_was_done_on_an_unknown_day_counts_at_the_point_only():
    found = progress(a_register(FOUR, [(0, {"status": "done"})]), 2562, JUNE_15)
    assert found["actual"].tolist()[:9] == [0] * 8 + [1]


def test_after_the_year_the_unknown_days_count_in_its_last_month():
    found = progress(a_register(FOUR, [(0, {"status": "done"})]), 2562, date(2019, 12, 1))
    assert found["actual"].tolist() == [0] * 11 + [1]


def test_before_the_year_nothing_is_actual():
    assert progress(a_register(FOUR), 2562, date(2018, 9, 1))[["actual", "forecast"]].isna().all(axis=None)


def test_postponing_does_not_move_the_plan_and_cancelling_leaves_it():
    reports = [
        (0, {"status": "postponed", "postponed_to": date(2019, 8, 31)}),
        (1, {"status": "cancelled"}),
    ]
    found = progress(a_register(FOUR, reports), 2562, JUNE_15)
    assert found["planned"].tolist() == [0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3]


def test_an_activity_without_a_certain_due_date_is_not_planned():
    assert progress(a_register(FOUR[:1], start=None, period_kind="unclear"), 2562, JUNE_15)["planned"].eq(0).all()


def test_plans_of_another_year_are_not_counted():
    assert progress(a_register(FOUR), 2563, JUNE_15).empty


def test_nothing_in_gives_no_curve_with_the_same_columns():
    empty = progress(from_records({}), 2562, JUNE_15)
    assert empty.empty and list(empty) == list(PROGRESS_CURVE)


month = st.dates(date(2018, 10, 1), date(2019, 9, 30)).map(lambda day: day.replace(day=1))
reports = st.none() | st.fixed_dictionaries(
    {"status": st.just("done"), "done_on": st.none() | st.dates(date(2018, 10, 1), JUNE_15)}
)


@settings(max_examples=25)  # each example builds a register
@given(st.lists(st.tuples(month, reports), min_size=1, max_size=6), st.dates(date(2018, 10, 1), date(2019, 9, 30)))
def test_the_curves_never_fall_and_never_exceed_the_activities(drawn, as_of):
    told = [(number, report) for number, (_, report) in enumerate(drawn) if report]
    found = progress(a_register([first for first, _ in drawn], told), 2562, as_of)
    for name in ("planned", "actual", "forecast"):
        values = found[name].dropna().tolist()
        assert values == sorted(values)
        assert all(0 <= value <= len(drawn) for value in values)
    assert found["actual"].notna().sum() == found["month"].le(pd.Timestamp(as_of)).sum()
