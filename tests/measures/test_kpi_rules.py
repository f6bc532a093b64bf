"""Each kind of KPI in a register: its rule, its explanation as data, its doubts, its rounds."""

import json
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.register import from_records
from kmdash.domain.scale import FLOORS, rounded
from kmdash.measures.attainment import attainment, if_result, totals
from kmdash.measures.chain import chain
from kmdash.measures.rollup import rollup
from kmdash.measures.units import units
from kmdash.measures.vote import tally
from kmdash.measures.warnings import warnings

RISING = (65, 70, 75, 80, 85)
STEPS = "วางแผน\nเก็บ\nกรอง\nเผยแพร่\nใช้"
GROUPS = "1-2 กลุ่ม\n3-4 กลุ่ม\n5-6 กลุ่ม\n7-8 กลุ่ม\nมากกว่า 8 กลุ่ม"


def kpi(number=1, levels=None, plan="P1", **more):
    thresholds = dict(zip(THRESHOLDS, levels, strict=False)) if levels else {}
    return {"kpi_id": f"K{number}", "plan_id": plan, "position": number, "name": f"ตัวที่ {number}", **thresholds, **more}


def result(actual, number=1, **more):
    return {"kpi_id": f"K{number}", "plan_id": "P1", "actual": actual, "source_cell": f"ผล!F{number}", **more}


def register(kpis, results=(), rounds=(), plans=({},)):
    known = [
        {"plan_id": f"P{n}", "office": "กรม ก", "fiscal_year": 2562, "title": f"แผน {n}", "unit": "กอง ก", **plan}
        for n, plan in enumerate(plans, 1)
    ]
    return from_records({"plans": known, "kpis": kpis, "results": results, "rounds": rounds})


def one(a_kpi, *results, **settings):
    return attainment(register([a_kpi], results), **settings).iloc[0]


def recomputed(explained):
    """The four decimals that an explanation gives by itself, in plain decimal arithmetic; None where it has none."""
    told = json.loads(explained)
    if told.get("reason"):
        return None
    number = {name: Decimal(value) for name, value in told["numbers"].items()}
    i = int(number.get("i", 0))
    if told["rule"] == "threshold":
        value = {"full": lambda: Decimal(5), "floor": lambda: number["floor"]}.get(
            told["case"], lambda: i + part(number, i)
        )()
        value = max(Decimal(0), value)
    elif told["rule"] == "milestone":
        value = Decimal(max(n for n in range(6) if set(range(1, n + 1)) <= set(told["steps"]))) or number["floor"]
    elif told["rule"] == "rubric":
        count, without = float(told["result"]), told.get("without") or [None] * 5
        among = [
            n
            for n, span in enumerate(told["ranges"], 1)
            if span
            and span[0] <= count <= (span[1] if span[1] is not None else float("inf"))
            and count != without[n - 1]
        ]
        value = Decimal(max(among)) if among else number["floor"]
    else:
        low, high = number.get(f"p_{i}"), number.get(f"p_{i + 1}")
        value = (
            {"full": Decimal(100), "short": Decimal(0)}.get(told["case"])
            if low is None
            else low + (high - low) * part(number, i)
        )
    return value.quantize(Decimal("0.0001"), ROUND_HALF_UP)


def part(number, i):
    """How far a result lies on the way from one mark to the next."""
    return (number["r"] - number[f"x_{i}"]) / (number[f"x_{i + 1}"] - number[f"x_{i}"])


hundredths = st.integers(-20_000, 20_000).map(lambda number: number / 100)


@given(st.lists(hundredths, min_size=5, max_size=5).map(sorted), st.booleans(), hundredths, st.sampled_from(FLOORS))
def test_the_score_can_be_recomputed_from_the_explanation_alone(levels, falls, actual, floor):
    row = one(kpi(levels=levels[::-1] if falls else levels), result(actual), floor=floor)
    assert recomputed(row["explained"]) == rounded(row["score"]) == Decimal(json.loads(row["explained"])["score"])


@pytest.mark.parametrize("floor", FLOORS)
@pytest.mark.parametrize("steps", ["1,2,3", "2,3", "1,2,4"])
def test_a_milestone_score_can_be_recomputed_from_the_explanation(steps, floor):
    row = one(kpi(scale="milestone", level_texts=STEPS), result(None, steps=steps), floor=floor)
    assert recomputed(row["explained"]) == rounded(row["score"])


def test_level_n_of_a_milestone_kpi_needs_steps_1_to_n_and_a_step_over_a_gap_is_a_finding():
    row = one(kpi(scale="milestone", level_texts=STEPS), result(None, steps="1,2,4"))
    assert (row["score"], row["level"], row["next_level"], row["steps"]) == (2, 2, 3, "1,2,4")
    assert row["doubt"] == "ผล!F1: ขั้นที่ 4 ทำแล้วแต่ข้ามขั้นก่อนหน้า จึงยังไม่นับ"
    assert json.loads(row["explained"])["over_gap"] == [4]


def test_the_number_alone_of_a_milestone_kpi_is_the_highest_of_an_unbroken_row_of_steps():
    row = one(kpi(scale="milestone", level_texts=STEPS), result(3))
    assert (row["score"], row["steps"]) == (3, "1,2,3")
    assert pd.isna(row["doubt"])


@pytest.mark.parametrize("actual", [2.5, 6, -1])
def test_what_is_no_number_of_steps_has_no_score(actual):
    row = one(kpi(scale="milestone", level_texts=STEPS), result(actual))
    assert pd.isna(row["score"]) and (row["reason"], row["doubt"] is None) == ("unclear_result", False)


def test_no_step_reached_scores_the_floor():
    scored = [one(kpi(scale="milestone"), result(0), floor=floor)["score"] for floor in FLOORS]
    assert scored == [1, 0, 0]


def test_a_count_falls_into_one_level_of_a_rubric():
    found = [one(kpi(level_texts=GROUPS), result(actual)) for actual in (0, 2, 3, 8, 20)]
    assert [row["score"] for row in found] == [1, 1, 2, 4, 5]
    assert [recomputed(row["explained"]) for row in found] == [rounded(row["score"]) for row in found]
    assert (found[2]["gap_to_next"], found[2]["next_level"]) == (2, 3)


def test_a_count_in_a_gap_or_in_two_levels_has_no_score_and_a_finding():
    texts = "1-2 กลุ่ม\n2-3 กลุ่ม\n5-6 กลุ่ม\n7-8 กลุ่ม\nมากกว่า 8 กลุ่ม"
    gap, both = (one(kpi(level_texts=texts, source_cell="แผน!B9"), result(actual)) for actual in (4, 2))
    assert pd.isna(gap["score"]) and pd.isna(both["score"])
    assert "แผน!B9: จำนวน 4 ถึง 4 ไม่อยู่ในระดับใด" in gap["doubt"] and "ผล!F1" in gap["doubt"]
    assert "ช่วงของระดับ 1 กับ 2 ซ้อนกัน" in both["doubt"]


def test_a_50_75_100_kpi_has_points_of_its_own_and_no_score():
    row = one(kpi(levels=(60, 80, 90), scale="50/75/100"), result(70))
    assert (row["points"], row["reason"], row["scale"]) == (62.5, "points", "50/75/100")
    assert pd.isna(row["score"])
    assert recomputed(row["explained"]) == Decimal("62.5000")


def test_totals_never_mix_scales():
    kpis = [
        kpi(1, levels=RISING, weight=60),
        kpi(2, levels=RISING, weight=40),
        kpi(3, levels=(60, 80, 90), scale="50/75/100", weight=30),
        kpi(4, target="2 เรื่อง", weight=10),
    ]
    results = [result(72), result(85, 2), result(70, 3), result(2, 4)]
    found = totals(attainment(register(kpis, results)))
    assert str(rounded(found["scored_so_far"])) == "3.4400"
    assert (found["weight_sum"], found["points"], found["points_share"]) == (100, 62.5, 1)
    assert (found["targets"], found["targets_met"]) == (1, 1)


def test_a_target_is_met_or_not_and_never_scored_1_to_5():
    row = one(kpi(target="ไม่น้อยกว่าร้อยละ ๘๐", unit="ร้อยละ"), result(60))
    assert (row["target_operator"], row["target_value"], row["target_unit"]) == (">=", 80, "ร้อยละ")
    assert (row["met"], row["share_reached"], row["reason"]) == (False, 0.75, "target")
    assert pd.isna(row["score"]) and pd.isna(row["level"])
    assert "ร้อยละ 75 ของเป้าหมาย" in row["explanation"]


def test_a_target_without_a_result_is_neither_met_nor_missed():
    row = one(kpi(target="2 เรื่อง"))
    assert pd.isna(row["met"]) and row["reason"] == "no_thresholds"


def test_a_target_in_another_unit_than_the_kpi_is_to_be_checked():
    assert "หน่วยของเป้าหมาย" in one(kpi(target="ร้อยละ 80", unit="คน"), result(60))["doubt"]


@pytest.mark.parametrize(
    ("a_kpi", "a_result", "told"),
    [
        (kpi(levels=RISING, unit="ร้อยละ"), result(120), "ผล!F1: ผลร้อยละ 120 อยู่นอกช่วง 0 ถึง 100"),
        (kpi(levels=RISING, unit="ร้อยละ"), result(-1), "ผล!F1: ผลร้อยละ -1 อยู่นอกช่วง 0 ถึง 100"),
        (kpi(levels=RISING, unit="ร้อยละ"), result(0.85), "ผล!F1: โปรดตรวจว่าผล 0.85 หมายถึงร้อยละ 85"),
        (kpi(levels=RISING, weight=-5, source_cell="แผน!H4"), result(72), "แผน!H4: น้ำหนัก -5 เป็นไปไม่ได้"),
        (kpi(levels=RISING, weight=120, source_cell="แผน!H4"), result(72), "แผน!H4: น้ำหนัก 120 เป็นไปไม่ได้"),
        (kpi(levels=(65, 60, 75, 80, 85), source_cell="แผน!C4"), result(72), "แผน!C4: เกณฑ์ 65/60/75/80/85"),
    ],
)
def test_what_cannot_be_is_marked_with_its_cell(a_kpi, a_result, told):
    assert one(a_kpi, a_result)["doubt"].startswith(told)


def test_an_impossible_weight_leaves_the_total_and_the_rest_stands():
    kpis = [kpi(1, levels=RISING, weight=60), kpi(2, levels=RISING, weight=-40)]
    frame = attainment(register(kpis, [result(72), result(85, 2)]))
    found = totals(frame)
    assert (str(rounded(found["scored_so_far"])), found["doubts"]) == ("2.4000", 1)
    assert frame["score"].tolist() == [2.4, 5]


def test_the_gap_is_told_in_persons_where_their_number_is_known():
    rising = one(kpi(levels=RISING, unit="ร้อยละ"), result(66.67, persons=30))
    falling = one(kpi(levels=(30, 25, 20, 15, 10), unit="ร้อยละ"), result(22, persons=50))
    assert (rising["gap_persons"], falling["gap_persons"]) == (1, 1)
    assert pd.isna(one(kpi(levels=RISING, unit="ร้อยละ"), result(72))["gap_persons"])
    assert pd.isna(one(kpi(levels=RISING, unit="วัน"), result(72, persons=30))["gap_persons"])


def a_round(months, number, weight=None, cancelled=None):
    return {"kpi_id": f"K{number}", "plan_id": "P1", "round": months, "weight": weight, "cancelled": cancelled}


def test_a_round_has_weights_of_its_own_and_a_cancelled_kpi_leaves_its_total():
    kpis = [kpi(n, levels=RISING, weight=weight) for n, weight in enumerate((50, 30, 20), 1)]
    rounds = [a_round(6, 1, 60), a_round(6, 2, 40), a_round(6, 3, 0), a_round(9, 3, 20, True)]
    full = register(kpis, [result(72), result(85, 2)], rounds)
    shown = {months: totals(attainment(full, round=months)) for months in (None, 6, 9)}
    assert [str(rounded(found["scored_so_far"])) for found in shown.values()] == ["3.3750", "3.4400", "3.3750"]
    assert [str(rounded(found["if_missing_floor"])) for found in shown.values()] == ["2.9000", "3.4400", "3.3750"]
    assert [found["cancelled"] for found in shown.values()] == [0, 0, 1]
    row = attainment(full, round=9).iloc[2]
    assert (row["reason"], row["round"], pd.isna(row["weighted"])) == ("cancelled", 9, True)


def test_what_would_be_changes_one_kpi_and_nothing_that_is_stored():
    full = register([kpi(1, levels=RISING, weight=60), kpi(2, levels=RISING, weight=40)], [result(72), result(64, 2)])
    before = full.results.copy()
    supposed = if_result(full, "K2", 85, as_of=date(2019, 6, 1))
    assert supposed["score"].tolist() == [2.4, 5]
    assert str(rounded(totals(supposed)["scored_so_far"])) == "3.4400"
    pd.testing.assert_frame_equal(full.results, before)


def of_levels(frame):
    return {(row["level"], row["name"] if pd.notna(row["name"]) else None): row for _, row in frame.iterrows()}


def test_the_roll_up_weighs_kpis_and_never_averages_averages():
    plans = ({}, {"unit": "กอง ข"}, {"unit": "กอง ข"})
    kpis = [
        kpi(1, levels=RISING, weight=80),
        kpi(2, levels=RISING, weight=10, plan="P2"),
        kpi(3, levels=RISING, weight=5, plan="P2"),
        kpi(4, levels=RISING, weight=5, plan="P3"),
    ]
    found = of_levels(rollup(attainment(register(kpis, [result(72), result(85, 2), result(90, 3)], plans=plans))))
    office = found["office", "กรม ก"]
    assert office["score"] == pytest.approx((80 * 2.4 + 15 * 5) / 95)
    assert (office["reported"], office["not_reported"], office["kpis"]) == (0.95, 1, 4)
    assert (office["lowest"], office["highest"]) == (2.4, 5)
    assert office["sd"] == pytest.approx(1.2256517)
    assert found["unit", "กอง ข"]["reported"] == pytest.approx(15 / 20)
    assert pd.isna(found["plan", "แผน 3"]["score"]) and found["plan", "แผน 3"]["not_reported"] == 1
    assert found["province", None]["kpis"] == 4


def test_offices_of_one_province_are_summed_up_over_their_kpis():
    plans = ({"office": "อบจ. จังหวัดลำปาง"}, {"office": "เทศบาลเมือง จ.ลำปาง"})
    kpis = [kpi(1, levels=RISING, weight=90), kpi(2, levels=RISING, weight=10, plan="P2")]
    found = of_levels(rollup(attainment(register(kpis, [result(72), result(85, 2)], plans=plans))))
    assert found["province", "ลำปาง"]["score"] == pytest.approx(0.9 * 2.4 + 0.1 * 5)


def test_nothing_rolls_up_to_nothing():
    assert rollup(attainment(from_records({}))).empty


@pytest.mark.parametrize("third", [None, -50, 0])
def test_unit_and_chain_give_the_score_of_the_roll_up_whatever_the_weights(third):
    """rules.md §3: no weights, equal; an impossible weight is marked and counts nothing."""
    kpis = [kpi(n, levels=RISING, weight=weight) for n, weight in enumerate((60, 40, third), 1)]
    for results in ([result(72), result(85, 2)], [result(72), result(85, 2), result(90, 3)]):
        full = register(kpis, results)
        scores, told = attainment(full), warnings(full, date(2019, 6, 15))
        expected = float(totals(scores)["scored_so_far"])
        assert units(full, told, scores)["score"].tolist() == [expected]
        assert chain(full, tally(full), told, scores)["score"].tolist() == [expected]
        assert rollup(scores)["score"].tolist() == [expected] * 4


PARTS = "\n".join(f"มากกว่าร้อยละ {number}" for number in (50, 60, 70, 80, 90))
DAYS = "\n".join(f"ไม่เกิน {number} วัน" for number in (10, 8, 6, 4, 2))


@pytest.mark.parametrize(
    ("texts", "actual", "score"),
    [(PARTS, 50, 1), (PARTS, 60, 1), (PARTS, 60.5, 2), (PARTS, 95, 5), (DAYS, 11, 1), (DAYS, 8, 2), (DAYS, 1, 5)],
)
def test_a_result_is_judged_by_the_words_of_its_levels(texts, actual, score):
    row = one(kpi(level_texts=texts, unit="ร้อยละ" if texts == PARTS else "วัน"), result(actual, persons=30))
    assert (row["score"], pd.isna(row["doubt"])) == (score, True)
    assert recomputed(row["explained"]) == rounded(row["score"])


def test_the_gap_to_the_next_limit_is_what_must_fall_away():
    row = one(kpi(level_texts=DAYS), result(8))
    assert (row["gap_to_next"], row["next_level"], row["direction"]) == (2, 3, "down")


def test_the_gap_in_persons_is_told_of_ranges_too():
    texts = "ร้อยละ 50-59\nร้อยละ 60-69\nร้อยละ 70-79\nร้อยละ 80-89\nร้อยละ 90 ขึ้นไป"
    row = one(kpi(level_texts=texts, unit="ร้อยละ"), result(65, persons=100))
    assert (row["score"], row["gap_persons"]) == (2, 5)


@given(st.lists(hundredths, min_size=3, max_size=3).map(sorted), st.booleans(), hundredths)
def test_points_can_be_recomputed_from_the_explanation_alone(marks, falls, actual):
    row = one(kpi(levels=marks[::-1] if falls else marks, scale="50/75/100"), result(actual))
    assert recomputed(row["explained"]) == rounded(row["points"]) == Decimal(json.loads(row["explained"])["points"])


def test_the_floor_that_a_result_scored_stands_in_the_explanation_as_a_number():
    """rules.md §3: every score explains itself; "extrapolate" is no number where there is no interval."""
    flat = one(kpi(levels=(65, 65, 75, 80, 85)), result(60), floor="extrapolate")
    steps = one(kpi(scale="milestone"), result(0), floor="extrapolate")
    short = one(kpi(level_texts=GROUPS), result(0), floor="extrapolate")
    assert [json.loads(row["explained"])["numbers"]["floor"] for row in (flat, steps, short)] == ["0", 0, 0]


@pytest.mark.parametrize(
    ("a_kpi", "actual"),
    [
        (kpi(target="ไม่น้อยกว่าร้อยละ 80"), 0.85),
        (kpi(target="80", unit="ร้อยละ"), 0.85),
        (kpi(levels=(60, 80, 90), scale="50/75/100"), 0.85),
        (kpi(level_texts=PARTS, unit="ร้อยละ"), 1),
    ],
)
def test_a_value_of_at_most_1_against_more_is_a_finding_whatever_judges_it(a_kpi, actual):
    """rules.md §3: otherwise a value ≤ 1 against thresholds > 1 is a finding."""
    assert f"ผล!F1: โปรดตรวจว่าผล {actual} หมายถึงร้อยละ" in one(a_kpi, result(actual))["doubt"]


def test_one_of_two_things_is_no_percentage_in_doubt():
    assert pd.isna(one(kpi(target="2 เรื่อง"), result(1))["doubt"])
    assert pd.isna(one(kpi(level_texts=GROUPS), result(1))["doubt"])


@pytest.mark.parametrize("unit", ["ร้อยละของบุคลากร", "เปอร์เซ็นต์", "% ของหน่วยงาน"])
def test_a_percentage_by_any_name_lies_between_0_and_100(unit):
    assert one(kpi(levels=RISING, unit=unit), result(140))["doubt"] == "ผล!F1: ผลร้อยละ 140 อยู่นอกช่วง 0 ถึง 100"
    assert one(kpi(levels=RISING, unit=unit), result(72, persons=100))["gap_persons"] == 3


@pytest.mark.parametrize(
    "a_kpi", [kpi(levels=(1, 2, 3, 4, 5)), kpi(level_texts=GROUPS), kpi(target="2 เรื่อง"), kpi(level_texts=DAYS)]
)
def test_less_than_nothing_is_marked_where_nothing_it_is_judged_by_is(a_kpi):
    assert one(a_kpi, result(-3))["doubt"].startswith("ผล!F1: ผล -3 ติดลบ")


def test_a_loss_may_be_the_result_where_thresholds_are_losses_too():
    assert pd.isna(one(kpi(levels=(-5, 0, 5, 10, 15)), result(-3))["doubt"])


def test_thresholds_that_are_all_equal_say_nothing_of_the_direction_and_are_marked():
    """rules.md §3: the direction comes from the thresholds, never a guess."""
    row = one(kpi(levels=(5, 5, 5, 5, 5), source_cell="แผน!C4"), result(4))
    assert row["doubt"].startswith("แผน!C4: เกณฑ์ทั้งห้าระดับเท่ากัน")


def test_a_kpi_once_cancelled_stays_so_in_later_rounds_until_that_is_taken_back():
    kpis = [kpi(n, levels=RISING, weight=50) for n in (1, 2)]
    rounds = [a_round(6, 2, cancelled=True), a_round(9, 2, 30), a_round(12, 2, 40, False)]
    full = register(kpis, [result(72)], rounds)
    found = {months: totals(attainment(full, round=months)) for months in (6, 9, 12)}
    assert [told["cancelled"] for told in found.values()] == [1, 1, 0]
    assert [told["no_result"] for told in found.values()] == [0, 0, 1]
