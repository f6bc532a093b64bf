"""What an answer changes, on readings made by hand."""

from datetime import date

import pytest

from kmdash.domain.identity import office_code
from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Account, Part, Reading
from kmdash.ingest.answers import answer_patch
from kmdash.ingest.owning import with_office


def question(field, frame="activities", row_id="2562-aaaaaa-1/1.1"):
    return {
        "problem_id": f"{row_id}#{field}",
        "severity": "question",
        "field": field,
        "frame": frame,
        "row_id": row_id,
        "answer": None,
    }


def reading_with(problem, frame, row, office=None, fiscal_year=2562):
    part = Part("plan", "1", office, fiscal_year, {frame: [row], "problems": [problem]})
    found = Problem("x", Severity.QUESTION, "ก!A1", "", "", "")
    return Reading("ก.xlsx", "0" * 64, ["plan"], [part], [found], [], Account(1, 1))


def test_a_period_answer_sets_the_dates_and_leaves_the_text_as_typed():
    patch = answer_patch(question("period"), "มิ.ย. ๖๒", 2562)
    assert (patch["start"], patch["end"], patch["period_kind"]) == (date(2019, 6, 1), date(2019, 6, 30), "point")
    assert "period_text" not in patch


@pytest.mark.parametrize("text", ["65/70/75/80/85", "๖๕, ๗๐, ๗๕, ๘๐, ๘๕", "65 70 75 80 85"])
def test_levels_are_taken_as_five_numbers_however_they_are_separated(text):
    patch = answer_patch(question("levels", "kpis"), text, 2562)
    assert list(patch.values()) == [65, 70, 75, 80, 85, "up"]


@pytest.mark.parametrize(
    ("text", "patch"),
    [("การบ่งชี้ความรู้", {"stage": 1}), ("๓", {"stage": 3}), ("การสื่อสาร", {"component": 2}), ("การเรียนรู้", {"stage": 7})],
)
def test_a_stage_is_answered_by_name_or_number(text, patch):
    assert answer_patch(question("stage"), text, 2562) == patch


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("period", "มี.ย. ๖๒"),
        ("period", "เร็ว ๆ นี้"),
        ("levels", "65/70/75"),
        ("levels", "65/80/75/85/90"),
        ("levels", "ดีมาก"),
        ("seats", "ห้า"),
        ("seats", "0"),
        ("status", "กำลังไปได้สวย"),
        ("unit", "   "),
        ("stage", "8"),
        ("stage", "ขั้นสุดท้าย"),
        ("office", "กรม"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_thai_reason(field, text):
    with pytest.raises(ValueError, match=r"[ก-๙]"):
        answer_patch(question(field), text, 2562)


def test_a_named_office_gives_the_rows_their_ids_and_answers_the_question():
    before = f"2562-{office_code(None)}-1"
    row = {"plan_id": before, "office": None, "fiscal_year": 2562}
    found = with_office(reading_with(question("office", None, None), "plans", row), "กรมตัวอย่าง")
    part = found.parts[0]
    assert part.scope == ("กรมตัวอย่าง", 2562, "plan", "1")
    assert part.records["plans"][0]["plan_id"] == f"2562-{office_code('กรมตัวอย่าง')}-1"
    assert part.records["plans"][0]["office"] == "กรมตัวอย่าง"
    assert part.records["problems"][0]["answer"] == "กรมตัวอย่าง"


def test_an_office_the_file_named_itself_stays():
    row = {"plan_id": "2562-aaaaaa-1", "office": "กรมเดิม", "fiscal_year": 2562}
    found = with_office(reading_with(question("unit", "plans"), "plans", row, office="กรมเดิม"), "กรมอื่น")
    assert found.parts[0].office == "กรมเดิม"
