"""The matrix of plans and stages."""

import pytest

from kmdash.domain.frames import frame
from kmdash.domain.results import COVERAGE
from kmdash.domain.stages import COMPONENTS, STAGES
from kmdash.plots.coverage import coverage

FIGURE = {"theme": "light", "width": 1270}


def a_stage(number, *, plan="แผนที่ 1", process="KM", **counts):
    names = COMPONENTS if process == "change" else STAGES
    row = {"plan_id": plan, "plan": plan, "unit": "กยผ.", "process": process, "stage": number}
    row |= {"stage_name": names[number - 1].thai, "planned": 1, "done": 0, "overdue": 0, "due": 0, "cancelled": 0}
    row["unclear"] = 0
    return {**row, "state": "planned", "order_break": False, **counts}


def texts(*rows, **given):
    figure = coverage(frame(COVERAGE, rows), **FIGURE | given)
    return [annotation.text for annotation in figure.layout.annotations]


def test_a_cell_says_done_and_planned():
    found = texts(a_stage(1, planned=2, done=1), a_stage(2, planned=2, done=2), a_stage(3))
    assert {"<b>1/2</b>", "<b>✓ 2/2</b>", "<b>0/1</b>"} <= set(found)


def test_a_stage_without_activity_is_a_gap_and_not_zero():
    found = texts(a_stage(1), a_stage(7, planned=0, state="none"))
    assert found.count("<b>× ขาด</b>") == 1
    assert not any("0/0" in text for text in found if "แผน" not in text and text != "<b>0/0</b>")


def test_a_stage_whose_activities_are_all_cancelled_is_no_gap():
    found = texts(a_stage(1, planned=0, cancelled=2))
    assert "× ยกเลิก 2" in found
    assert "<b>× ขาด</b>" not in found


def test_what_is_overdue_or_due_is_printed_in_words():
    found = texts(a_stage(1, overdue=2), a_stage(2, due=1))
    assert {"<b>▲ ทวงถาม 2</b>", "<b>◆ ครบกำหนด 1</b>"} <= set(found)


def test_what_waits_for_an_answer_is_printed_in_words_and_explained():
    found = texts(a_stage(1), a_stage(2, unclear=2))
    assert found.count("<b>? รอยืนยัน 2</b>") == 1
    assert "? รอยืนยัน = รอยืนยันกำหนดเวลา" in found


def test_a_matrix_in_which_nothing_waits_does_not_explain_the_mark():
    assert not any("รอยืนยัน" in text for text in texts(a_stage(1), a_stage(2, overdue=1)))


@pytest.mark.parametrize(("worse", "chip"), [("overdue", "<b>▲ ทวงถาม 1</b>"), ("due", "<b>◆ ครบกำหนด 1</b>")])
def test_what_is_overdue_or_due_is_told_before_what_waits_for_an_answer(worse, chip):
    row = a_stage(1, unclear=1, planned=2, **{worse: 1})
    found = texts(row)
    assert chip in found and not any(text.startswith("<b>? ") for text in found)
    under_pointer = coverage(frame(COVERAGE, [row]), **FIGURE).data[0].hovertext[0]
    assert "? รอยืนยัน 1" in under_pointer


def test_where_both_do_not_fit_the_numbers_stay():
    rows = [a_stage(number, overdue=2, due=1) for number in range(1, 8)]
    assert {"<b>▲ 2</b>", "<b>◆ 1</b>"} <= set(texts(*rows))


def test_a_plan_without_stages_is_one_wide_cell():
    row = a_stage(1, planned=5, done=1) | {"stage": None, "stage_name": None, "process": None}
    found = texts(row)
    assert "ไม่ได้จำแนกขั้นตอน" in found
    assert "<b>1/5</b><br>20%" in found


def test_km_and_change_plans_have_their_own_columns():
    found = texts(a_stage(4), a_stage(4, plan="แผนที่ 2", process="change"))
    assert any("กลั่นกรอง" in text for text in found)
    assert found.count("การเรียนรู้") == 1


def test_a_stage_that_starts_too_early_is_marked_and_the_mark_explained():
    found = texts(a_stage(1), a_stage(2, order_break=True))
    assert found.count("←") == 1
    assert any("← เริ่มก่อนขั้นตอนก่อนหน้า" in text for text in found)


def test_sums_stand_beside_each_plan_and_below_each_stage():
    rows = [a_stage(1, planned=3, done=2), a_stage(1, plan="แผนที่ 2", planned=4, done=4)]
    found = texts(*rows)
    assert {"<b>2/3</b><br>67%", "<b>4/4</b><br>100%", "<b>6/7</b>"} <= set(found)


def test_the_critical_process_stands_below_the_plan():
    found = texts(a_stage(1), processes={"แผนที่ 1": "การจัดทำวิสัยทัศน์"})
    assert any(text.startswith("<b>แผนที่ 1 · กยผ.</b>") and "การจัดทำวิสัยทัศน์" in text for text in found)


@pytest.mark.parametrize("count", [1, 20])
def test_the_figure_grows_with_its_plans(count):
    rows = [a_stage(number, plan=f"แผนที่ {plan}") for plan in range(count) for number in range(1, 8)]
    figure = coverage(frame(COVERAGE, rows), **FIGURE)
    assert figure.layout.height > count * 70
