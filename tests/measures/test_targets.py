"""Target against actual: sums, lag and forecast by what was reported; what is missing is no zero."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.fiscal import month_end
from kmdash.domain.frames import records
from kmdash.domain.register import from_records
from kmdash.measures.targets import periods, targets_met

DAY = date(2018, 5, 31)
OF = {"office": "จังหวัดตัวอย่าง", "fiscal_year": 2561, "name": "การเบิกจ่าย"}


def met(figures, *, as_of=DAY, numbered=False, **more):
    """How one unit stands with (target, actual) of each month from January, or of each numbered week."""
    rows = []
    for place, (target, actual) in enumerate(figures, start=1):
        when = (
            {"period_no": place}
            if numbered
            else {"start": date(2018, place, 1), "end": month_end(date(2018, place, 1))}
        )
        row = {**OF, "unit": "เมือง", "series_id": str(place), "position": place, "target": target, "actual": actual}
        rows.append({**row, **when, **more})
    register = from_records({"series": rows})
    return records(targets_met(periods(register.series, as_of), register.targets))[0]


def test_the_lag_is_what_was_planned_for_the_periods_reported_less_what_was_done():
    found = met([(10, 10), (20, 10), (30, 30), (40, None), (50, None), (60, None)])
    assert (found["target"], found["due_so_far"], found["compared"], found["actual"]) == (210, 150, 60, 50)
    assert (found["lag"], found["periods_behind"], found["not_told"]) == (10, 1, 2)
    assert found["forecast"] == pytest.approx(210 * 50 / 60)


def test_a_period_not_reported_is_no_zero():
    told, silent = met([(10, 10), (10, 5), (10, None)]), met([(10, 10), (10, None), (10, 5)])
    assert (told["lag"], told["forecast"]) == (silent["lag"], silent["forecast"]) == (5, 22.5)


def test_figures_said_to_be_sums_are_not_added():
    found = met([(10, 8), (30, 25), (60, None)], cumulative=True)
    assert (found["target"], found["actual"], found["compared"], found["lag"]) == (60, 25, 30, 5)
    assert found["forecast"] == 50


def test_weeks_that_are_only_numbered_are_reached_when_anybody_tells_of_them():
    found = met([(10, 10), (10, None), (10, 10), (10, None)], numbered=True)
    assert (found["reached"], found["not_told"], found["lag"]) == (3, 1, 0)


def test_without_any_report_there_is_neither_lag_nor_forecast():
    found = met([(10, None), (10, None)])
    assert (found["actual"], found["lag"], found["forecast"], found["met"]) == (None, None, None, None)


def test_without_targets_there_is_an_actual_and_no_more():
    found = met([(None, 5), (None, 6)])
    assert (found["actual"], found["target"], found["share"], found["lag"], found["forecast"]) == (
        11,
        None,
        None,
        None,
        None,
    )


def test_what_is_told_of_a_month_still_running_counts():
    assert met([(10, 10), (10, 4)], as_of=date(2018, 2, 10))["lag"] == 6


def test_a_target_without_periods_stands_with_its_share_and_no_lag():
    row = {"office": "ก", "fiscal_year": 2561, "unit": "เมือง", "measure": "องค์ความรู้", "target": 9.0, "actual": 6.0}
    register = from_records({"targets": [{**row, "target_id": "T1"}]})
    found = records(targets_met(periods(register.series, DAY), register.targets))[0]
    assert (found["name"], found["share"], found["met"], found["lag"]) == (
        "องค์ความรู้",
        pytest.approx(2 / 3),
        False,
        None,
    )


def test_rows_of_one_series_and_kind_stand_together():
    rows = [
        {**OF, "series_id": f"{unit}{kind}", "unit": unit, "kind": kind, "target": 1.0, "period_no": 1}
        for unit in "กข"
        for kind in ("เก็บ", "บันทึก")
    ]
    register = from_records({"series": rows})
    found = records(targets_met(periods(register.series, DAY), register.targets))
    assert [row["kind"] for row in found] == ["เก็บ", "เก็บ", "บันทึก", "บันทึก"]


FIGURES = st.lists(st.tuples(st.integers(1, 50), st.one_of(st.none(), st.integers(0, 50))), min_size=1, max_size=12)


@given(FIGURES)
def test_one_who_keeps_to_the_plan_ends_at_the_target(figures):
    kept = [(target, None if actual is None else target) for target, actual in figures]
    found = met(kept, as_of=date(2018, 12, 31))
    if found["actual"] is not None:
        assert (found["lag"], found["periods_behind"]) == (0, 0)
        assert found["forecast"] == pytest.approx(sum(target for target, _ in figures))


@given(FIGURES)
def test_sums_so_far_never_fall(figures):
    rows = [
        {**OF, "series_id": str(place), "unit": "ก", "period_no": place, "target": target, "actual": actual}
        for place, (target, actual) in enumerate(figures)
    ]
    found = records(periods(from_records({"series": rows}).series, DAY))
    for name in ("target_so_far", "actual_so_far"):
        sums = [row[name] for row in found if row[name] is not None]
        assert sums == sorted(sums)
