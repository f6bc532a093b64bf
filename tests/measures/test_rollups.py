"""Coverage of many plans together, as it grew, and what it says of time left and checks."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kmdash.domain.fiscal import month_end
from kmdash.domain.frames import records
from kmdash.measures.coverage import coverage, summary
from kmdash.measures.growth import growth
from kmdash.measures.rollups import by_unit, by_year, stage_strength
from tests.oracles.registers import EMPTY, fill, registers

JUNE_15 = date(2019, 6, 15)


def a_plan(plan_id, unit="กอง ก", process="KM", fiscal_year=2562):
    return {"plan_id": plan_id, "office": "กรม ก", "unit": unit, "process": process, "fiscal_year": fiscal_year}


def an_activity(plan_id, stage, month=3, status=None, **more):
    first = date(2018 if month > 9 else 2019, month, 1)
    period = {"start": first, "end": month_end(first), "period_kind": "point", "period_text": "เดือน"}
    return {"plan_id": plan_id, "stage": stage, "status": status, **period, **more}


def a_register(plans, activities, progress=()):
    rows = [{"activity_id": f"A{number}", **row} for number, row in enumerate(activities)]
    return fill({"plans": plans, "activities": rows, "progress": progress})


def two_units():
    plans = [a_plan("P1"), a_plan("P2"), a_plan("P3", "กอง ข", "change"), a_plan("P4", "กอง ข", None)]
    activities = [
        *(an_activity("P1", stage, 3, "done") for stage in range(1, 8)),
        an_activity("P2", 1, 3, "done"),
        an_activity("P2", 2, 3),
        an_activity("P3", None, 3, component=4),
        an_activity("P4", None),
    ]
    return a_register(plans, activities)


def test_units_are_summed_over_stages_with_their_denominator_and_without_the_plans_that_have_none():
    found = records(by_unit(summary(coverage(two_units(), JUNE_15))))
    told = {(row["unit"], row["process"]): row for row in found}
    first = told["กอง ก", "KM"]
    assert (first["plans"], first["stages"], first["stages_planned"], first["stages_done"]) == (2, 14, 9, 8)
    assert (first["share_planned"], first["share_done"]) == (pytest.approx(9 / 14), pytest.approx(8 / 14))
    assert told["กอง ข", "change"]["stages"] == 6
    apart = told["กอง ข", None]
    assert (apart["plans"], apart["plans_without_stages"], apart["stages"], apart["share_done"]) == (0, 1, 0, None)


def test_fiscal_years_stand_one_after_the_other():
    old = [an_activity("P0", stage, 3, "done") for stage in (1, 2)]
    register = a_register([a_plan("P0", fiscal_year=2561), a_plan("P1")], [*old, an_activity("P1", 1)])
    found = by_year(summary(coverage(register, JUNE_15)))
    assert found["fiscal_year"].tolist() == [2561, 2562]
    assert found["stages_done"].tolist() == [2, 0]


def test_the_weakest_stage_of_the_office_comes_first_and_plans_without_stages_are_apart():
    found = stage_strength(coverage(two_units(), JUNE_15))
    km = found[found["process"] == "KM"]
    assert km["stage"].tolist() == [3, 4, 5, 6, 7, 2, 1]
    assert km["plans_planned"].tolist() == [1] * 5 + [2, 2] and km["plans_done"].tolist() == [1] * 6 + [2]
    assert set(km["plans"]) == {2}
    assert found[found["process"] == "change"]["stage"].tolist()[-1] == 4
    last = found.iloc[-1]
    assert (pd.isna(last["stage"]), last["plans"], pd.isna(last["share_planned"])) == (True, 1, True)


def test_coverage_grows_month_by_month_and_ends_at_what_is_done():
    activities = [an_activity("P1", 1, 11), an_activity("P1", 1, 1), an_activity("P1", 2, 5), an_activity("P1", 3, 8)]
    told = [
        {"activity_id": "A0", "status": "done", "done_on": date(2018, 11, 20)},
        {"activity_id": "A1", "status": "done", "done_on": date(2019, 2, 3)},
        {"activity_id": "A2", "status": "done"},
    ]
    found = growth(a_register([a_plan("P1")], activities, told), 2562, JUNE_15)
    assert found["stages"].tolist() == [7] * 12
    assert found["planned"].tolist() == [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3]
    assert found["done"].tolist()[:9] == [0, 0, 0, 0, 1, 1, 1, 1, 2]
    assert found["done"].iloc[9:].isna().all()


@pytest.mark.parametrize(
    ("month", "report_month", "expected"), [(8, 8, 0), (9, 8, 1), (9, 9, 0), (8, 7, 1), (12, 8, 0)]
)
def test_an_open_activity_due_later_than_the_report_month_leaves_no_time(month, report_month, expected):
    """rules.md 4: due later than the report month: "ไม่เหลือเวลารายงาน"."""
    register = a_register([a_plan("P1")], [an_activity("P1", 7, month)])
    found = coverage(register, JUNE_15, report_month=report_month)
    assert found["no_time_left"].sum() == expected
    assert summary(found)["stages_without_time"].sum() == expected


def test_what_is_done_or_runs_the_whole_year_is_not_without_time():
    whole = an_activity("P1", 1, 9, start=date(2018, 10, 1), period_kind="all_year")
    register = a_register([a_plan("P1")], [an_activity("P1", 7, 9, "done"), whole])
    assert coverage(register, JUNE_15)["no_time_left"].eq(0).all()


def test_a_plan_that_runs_the_whole_year_has_no_check_and_gets_months_proposed():
    """rules.md §4: a plan whose activities all run the whole year has no check during the year."""
    whole = [
        an_activity("P1", 1, period_kind="all_year", start=None, end=None),
        an_activity("P1", 2, 9, start=date(2018, 10, 1), period_kind="range"),
    ]
    found = coverage(a_register([a_plan("P1")], whole), JUNE_15)
    assert found["no_check"].all()
    assert summary(found)["check_months"].tolist() == ["2018-12;2019-03;2019-06"]
    checked = coverage(a_register([a_plan("P1")], [*whole, an_activity("P1", 3)]), JUNE_15)
    assert not checked["no_check"].any() and summary(checked)["check_months"].isna().all()


def test_nothing_in_gives_nothing():
    covered = coverage(EMPTY, JUNE_15)
    assert by_unit(summary(covered)).empty and by_year(summary(covered)).empty
    assert stage_strength(covered).empty and growth(EMPTY, 2562, JUNE_15).empty


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(registers(), st.dates(date(2018, 10, 1), date(2019, 12, 31)))
def test_the_sums_of_a_year_are_the_sums_of_its_units_and_coverage_never_shrinks(register, as_of):
    covered = summary(coverage(register, as_of))
    for name in ("plans", "plans_without_stages", "stages", "stages_planned", "stages_done"):
        assert by_year(covered)[name].sum() == by_unit(covered)[name].sum()
    for _, months in growth(register, 2562, as_of).groupby(["office", "process"], dropna=False):
        for name in ("planned", "done"):
            values = months[name].dropna().tolist()
            assert values == sorted(values) and all(value <= months["stages"].iloc[0] for value in values)
