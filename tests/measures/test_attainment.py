"""KPIs scored from a register, and their totals."""

from datetime import date

import pandas as pd
import pytest

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.register import from_records
from kmdash.domain.results import ATTAINMENT
from kmdash.domain.scale import rounded
from kmdash.measures.attainment import attainment, totals

LEVELS = (65, 70, 75, 80, 85)


def a_kpi(kpi_id="K1", levels=LEVELS, **more):
    thresholds = dict(zip(THRESHOLDS, levels, strict=True)) if levels else {}
    return {"kpi_id": kpi_id, "plan_id": "P1", "position": 1, "unit": "ร้อยละ", **thresholds, **more}


def a_register(kpis, results=()):
    plan = {"plan_id": "P1", "office": "กรม ก", "fiscal_year": 2562, "title": "แผนที่ ๑", "unit": "กอง ก"}
    return from_records({"plans": [plan], "kpis": kpis, "results": results})


def a_result(actual, day=None, kpi_id="K1", **more):
    return {"kpi_id": kpi_id, "plan_id": "P1", "actual": actual, "reported_on": day, **more}


def test_a_kpi_is_scored_with_level_gap_and_explanation():
    row = attainment(a_register([a_kpi(name="เข้าใจ")], [a_result(72, constructed=True)])).iloc[0]
    assert (row["level"], row["score"], row["gap_to_next"], row["next_level"]) == (2, 2.4, 3, 3)
    assert (row["plan"], row["unit"], row["kpi_unit"], row["direction"]) == ("แผนที่ ๑", "กอง ก", "ร้อยละ", "up")
    assert "= 2.4000" in row["explanation"]
    assert row["constructed"] and pd.isna(row["reason"])


def test_a_kpi_without_a_result_has_no_score_and_says_why():
    row = attainment(a_register([a_kpi()])).iloc[0]
    assert row["reason"] == "no_result"
    assert row[["score", "level", "weighted", "gap_to_next", "actual"]].isna().all()
    assert "ยังไม่มีรายงานผล" in row["explanation"]


def test_zero_is_a_result():
    assert attainment(a_register([a_kpi()], [a_result(0)])).iloc[0]["score"] == 1


def test_a_kpi_without_five_thresholds_is_listed_with_its_result():
    row = attainment(a_register([a_kpi(levels=None, threshold_1=75)], [a_result(80)])).iloc[0]
    assert (row["reason"], row["actual"]) == ("no_thresholds", 80)
    assert pd.isna(row["score"]) and "80" in row["explanation"]


def test_thresholds_of_mixed_order_are_never_scored_by_a_guess():
    row = attainment(a_register([a_kpi(levels=(65, 60, 75, 80, 85))], [a_result(72)])).iloc[0]
    assert row["reason"] == "no_thresholds" and pd.isna(row["score"])
    assert "65/60/75/80/85" in row["explanation"]


def test_the_direction_comes_from_the_thresholds():
    row = attainment(a_register([a_kpi(levels=(30, 25, 20, 15, 10), direction="up")], [a_result(22)])).iloc[0]
    assert (row["direction"], row["score"], row["gap_to_next"]) == ("down", 2.6, 2)


def test_the_latest_result_on_or_before_the_day_counts():
    results = [
        a_result(80, date(2019, 7, 1)),
        a_result(70, date(2019, 5, 1)),
        a_result(90),
        a_result(None, date(2019, 6, 1)),
    ]
    register = a_register([a_kpi()], results)
    seen = {day: attainment(register, as_of=day).iloc[0]["actual"] for day in (date(2019, 4, 1), date(2019, 6, 15))}
    assert list(seen.values()) == [90, 70]
    assert attainment(register).iloc[0]["actual"] == 80


def test_of_results_of_one_day_the_last_row_wins():
    day = date(2019, 5, 1)
    assert attainment(a_register([a_kpi()], [a_result(70, day), a_result(72, day)])).iloc[0]["actual"] == 72


def test_the_floor_is_a_setting():
    register = a_register([a_kpi()], [a_result(62)])
    found = {floor: attainment(register, floor=floor).iloc[0] for floor in ("1", "0", "extrapolate")}
    assert [(row["score"], row["level"]) for row in found.values()] == [(1, 1), (0, 0), (0.4, 0)]


def weighted_register(*weights):
    kpis = [a_kpi(f"K{number}", weight=weight, position=number) for number, weight in enumerate(weights, 1)]
    return a_register(kpis, [a_result(72), a_result(85, kpi_id="K2")])


def test_the_total_of_the_rule_is_3_4400():
    frame = attainment(weighted_register(60, 40))
    found = totals(frame)
    assert str(rounded(found["scored_so_far"])) == "3.4400"
    assert (found["weights"], found["weight_sum"], found["share_of_weight"]) == ("given", 100, 1)
    assert frame["weighted"].tolist() == pytest.approx([1.44, 2.0])


def test_missing_is_not_zero_two_totals_stand_side_by_side():
    found = totals(attainment(weighted_register(50, 30, 20)))
    assert str(rounded(found["scored_so_far"])) == "3.3750"  # (50 × 2.4 + 30 × 5) ÷ 80
    assert str(rounded(found["if_missing_floor"])) == "2.9000"  # (50 × 2.4 + 30 × 5 + 20 × 1) ÷ 100
    assert found["share_of_weight"] == pytest.approx(0.8)
    assert (found["kpis"], found["scored"], found["no_result"], found["no_thresholds"]) == (3, 2, 1, 0)


def test_the_floor_of_the_missing_follows_the_setting():
    register = weighted_register(50, 30, 20)
    assert str(rounded(totals(attainment(register, floor="0"), floor="0")["if_missing_floor"])) == "2.7000"


@pytest.mark.parametrize(("weights", "kind"), [((None, None), "equal"), ((60, None), "incomplete")])
def test_without_every_weight_all_count_equal_and_it_is_said(weights, kind):
    found = totals(attainment(weighted_register(*weights)))
    assert (str(rounded(found["scored_so_far"])), found["weights"]) == ("3.7000", kind)


def test_weights_are_normalised_and_a_weight_of_zero_is_shown_but_not_counted():
    frame = attainment(weighted_register(30, 0))
    assert str(rounded(totals(frame)["scored_so_far"])) == "2.4000"
    assert (frame.iloc[1]["score"], frame.iloc[1]["weighted"]) == (5, 0)


def test_the_total_is_made_of_unrounded_scores():
    kpis = [a_kpi(kpi_id, levels=(0, 1, 2, 3, 4)) for kpi_id in ("K1", "K2")]
    results = [a_result(0.00005, kpi_id="K1"), a_result(0.00004, kpi_id="K2")]
    frame = attainment(a_register(kpis, results))
    assert [str(rounded(value)) for value in frame["score"]] == ["1.0001", "1.0000"]
    assert str(rounded(totals(frame)["scored_so_far"])) == "1.0000"  # of the rounded scores it would be 1.0001


def test_nothing_in_gives_nothing_out_with_the_same_columns():
    empty = attainment(from_records({}))
    assert empty.empty and list(empty) == list(ATTAINMENT)
    assert totals(empty)["scored_so_far"] is None and totals(empty)["share_of_weight"] is None


def test_the_register_is_left_as_it_was():
    register = weighted_register(60, 40)
    before = {name: data.copy() for name, data in register.frames.items()}
    attainment(register)
    for name, data in register.frames.items():
        pd.testing.assert_frame_equal(data, before[name])
