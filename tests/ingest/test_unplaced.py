"""A table of KPIs beside several plans: asked once to which it belongs, withheld until then, that plan's after."""

import pytest
from small_sheets import OFFICE, read

from kmdash.domain.problem import Severity, awaits_answer
from kmdash.domain.reading import from_plain, to_plain
from kmdash.ingest.answers import answer_patch
from kmdash.ingest.matching import against
from kmdash.ingest.owning import with_office

HEAD = ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]
ROWS = [["1", "ประชุม", "ม.ค. 62", "กจ."], ["2", "อบรม", "ก.พ. 62", "กจ."]]
ASKED = ["ไม่มี", "มีแต่ไม่ใช้", "ใช้ ๑ เรื่อง", "ใช้ ๒ - ๓ เรื่อง", "ใช้ครบ"]
RUBRIC = [["ตัวชี้วัด องค์ความรู้ใหม่"], *[[f"ระดับ {n}", ASKED[n - 1]] for n in range(1, 6)]]
LEVELS = ["ตัวชี้วัด", *(f"ระดับ {n}" for n in range(1, 6)), "ผลการดำเนินงาน"]
TABLE = [LEVELS, ["ร้อยละผู้ผ่าน", 60, 65, 70, 75, 80, 72.5], ["ร้อยละผู้พอใจ", 50, 60, 70, 80, 90, 88]]
NOTHING = {"plans": [], "activities": [], "kpis": []}
FIRST, SECOND = "1 แผนการจัดการความรู้กองหนึ่ง", "2 แผนการจัดการความรู้กองสอง"


def plans():
    titles = ("แผนการจัดการความรู้กองหนึ่ง", "แผนการจัดการความรู้กองสอง")
    return [[*([OFFICE] if at == 0 else []), [title], HEAD, *ROWS] for at, title in enumerate(titles)]


def known(reading):
    return {name: reading.rows(name) for name in NOTHING}


def question(reading):
    [found] = [row for row in reading.rows("problems") if row["code"] == "kpi_without_plan"]
    return found


def of(reading):
    return {row["name"]: (row["kpi_id"], row["plan_id"]) for row in reading.rows("kpis")}


def test_the_plans_of_the_file_are_offered_once_a_table_and_none_is_chosen():
    reading = read(*plans(), RUBRIC, TABLE)
    asked = [problem for problem in reading.problems if problem.code == "kpi_without_plan"]
    assert [(problem.severity, problem.cell) for problem in asked] == [
        (Severity.QUESTION, "แผ่น 3!A1"),
        (Severity.QUESTION, "แผ่น 4!A2"),
    ]
    assert {(problem.choices, problem.proposal) for problem in asked} == {((FIRST, SECOND), None)}


def test_a_plan_on_the_sheet_of_the_table_is_offered_first_then_one_whose_head_names_a_kpi():
    first, second = plans()
    assert question(read(first, [*second, [], *RUBRIC]))["choices"].split("\n") == [SECOND, FIRST]
    named = [["แผนที่สาม"], ["ตัวชี้วัด : ระดับความสำเร็จ"], HEAD, *ROWS]
    others = [["แผนที่สี่"], ["ตัวชี้วัด : ร้อยละความสำเร็จ"], HEAD, *ROWS]
    offered = question(read(first, named, others, RUBRIC))["choices"].split("\n")
    assert [text.partition(" ")[2] for text in offered] == ["แผนที่สาม", "แผนที่สี่", "แผนการจัดการความรู้กองหนึ่ง"]


def test_until_it_is_answered_neither_kpi_nor_result_is_in_the_register_and_the_cells_are_used():
    reading = against(read(*plans(), TABLE), NOTHING)
    assert (reading.rows("kpis"), reading.rows("results")) == ([], [])
    assert awaits_answer({**question(reading), "answer": None})
    assert "แผ่น 3!A2:A3" in {block.range for block in reading.account.used_by}
    assert "kpi" in reading.kinds


def test_the_answer_makes_them_the_chosen_plans_kpis_with_their_results():
    reading = against(read(*plans(), TABLE), NOTHING, {"แผ่น 3!A2": SECOND})
    plan = reading.rows("plans")[1]["plan_id"]
    assert of(reading) == {"ร้อยละผู้ผ่าน": (f"{plan}/K1", plan), "ร้อยละผู้พอใจ": (f"{plan}/K2", plan)}
    assert [row["position"] for row in reading.rows("kpis")] == [1, 2]
    assert [(row["kpi_id"], row["actual"]) for row in reading.rows("results")] == [
        (f"{plan}/K1", 72.5),
        (f"{plan}/K2", 88),
    ]
    assert question(reading)["answer"] == SECOND
    assert reading.unplaced == []


def test_the_plans_own_kpis_come_first_and_a_rubric_keeps_its_words():
    first, second = plans()
    own = [second[0], LEVELS[:6], ["ร้อยละอื่น", 60, 65, 70, 75, 80], *second[1:]]
    reading = against(read(first, own, RUBRIC), NOTHING, {"แผ่น 3!A1": SECOND})
    kpis = reading.rows("kpis")
    assert [row["name"] for row in kpis] == ["ร้อยละอื่น", "องค์ความรู้ใหม่"]
    assert kpis[1]["kpi_id"].endswith("/K2")
    assert kpis[1]["level_texts"].split("\n") == ASKED


def test_a_file_read_again_gives_known_kpis_to_their_plan_without_asking_twice():
    before = against(read(*plans(), TABLE), NOTHING, {"แผ่น 3!A2": SECOND})
    again = against(read(*plans(), TABLE), known(before))
    assert (of(again), again.parts) == (of(before), before.parts)
    assert question(again)["answer"] == SECOND


@pytest.mark.parametrize("changed", ["ร้อยละเรื่องใหม่", "ร้อยละผู้ลาออก"])
def test_a_table_of_which_a_kpi_is_not_known_is_asked_anew(changed):
    before = against(read(*plans(), TABLE), NOTHING, {"แผ่น 3!A2": SECOND})
    again = against(read(*plans(), [*TABLE[:2], [changed, *TABLE[2][1:]]]), known(before))
    assert again.rows("kpis") == []
    assert question(again).get("answer") is None


def test_what_else_is_asked_of_its_kpis_waits_for_the_plan():
    unclear = [LEVELS, ["ร้อยละผู้ผ่าน", 60, 65, "ดี", 75, 80, ""]]
    fresh = read(*plans(), unclear)
    codes = {row["code"] for row in against(fresh, NOTHING).rows("problems")}
    assert "kpi_levels_unclear" not in codes
    joined = against(fresh, NOTHING, {"แผ่น 3!A2": FIRST})
    [asked] = [row for row in joined.rows("problems") if row["code"] == "kpi_levels_unclear"]
    [told] = [problem for problem in joined.problems if problem.code == "kpi_levels_unclear"]
    assert asked["row_id"] == told.row_id == joined.rows("kpis")[0]["kpi_id"]
    assert asked["problem_id"].startswith(asked["row_id"])


def test_an_office_that_is_told_later_is_the_tables_too():
    reading = with_office(read(*plans(), TABLE), "กรมอื่น", 2562)
    assert from_plain(to_plain(reading)) == reading
    joined = against(reading, NOTHING, {"แผ่น 3!A2": FIRST})
    assert {row["plan_id"] for row in joined.rows("kpis")} == {joined.rows("plans")[0]["plan_id"]}


def test_what_is_stored_already_is_answered_by_the_file_anew():
    with pytest.raises(ValueError, match="ก่อนยืนยัน"):
        answer_patch(question(read(*plans(), TABLE)), FIRST, 2562)
