"""The steps evidence is asked for, what evidence of one covers, and what kind of evidence a line is."""

import pytest

from kmdash.domain.steps import covers, kind_of, reached_levels, step_number, steps_of_activity, steps_of_kpi

LAMPANG = "- ทบทวนคำสั่ง ↵ - จัดทำแผน\nเก็บในคลัง\n- ตั้งคณะกลั่นกรอง ↵ - มีชุดความรู้ ↵ อย่างน้อย ๑ ชุด\nมีช่องทาง\nใช้ในงาน"


def test_the_levels_of_the_warning_centres_kpis_have_seven_steps():
    steps = steps_of_kpi({"scale": "milestone", "level_texts": LAMPANG})
    assert [step.number for step in steps] == ["1.1", "1.2", "2", "3.1", "3.2", "4", "5"]
    assert steps[4].text == "มีชุดความรู้ อย่างน้อย ๑ ชุด"


def test_a_milestone_without_texts_has_its_five_levels_and_another_scale_none():
    assert [step.level for step in steps_of_kpi({"scale": "milestone", "level_texts": None})] == [1, 2, 3, 4, 5]
    assert steps_of_kpi({"scale": None, "level_texts": LAMPANG}) == []


def test_a_checklist_keeps_its_ticks():
    steps = steps_of_activity({"checklist": "✓ วางแผน\nเสนอ\n"})
    assert [(step.number, step.text, step.ticked) for step in steps] == [("1", "วางแผน", True), ("2", "เสนอ", False)]
    assert steps_of_activity({"checklist": None}) == []


@pytest.mark.parametrize(
    ("told", "number", "covered"),
    [(None, "3", True), ("1", "1.2", True), ("1", "1", True), ("1", "10", False), ("1.1", "1", False)],
)
def test_evidence_of_a_level_is_evidence_of_its_steps(told, number, covered):
    assert covers(told, number) is covered


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://km.example.go.th/1", "link"),
        ("WWW.km.example", "link"),
        ("คำสั่ง ๑๒-๒๕๖๑.pdf", "file"),
        ("แฟ้ม KM เล่ม 1", "text"),
        ("ดู https://km.example", "text"),
        ("รุ่น 2.0", "text"),
    ],
)
def test_a_line_is_a_link_a_file_or_a_text(text, kind):
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    ("actual", "steps", "levels"),
    [
        (3.0, None, {1, 2, 3}),
        (9.0, None, {1, 2, 3, 4, 5}),
        (-1.0, None, set()),
        (None, None, set()),
        (5.0, "1,3", {1, 3}),
    ],
)
def test_a_result_tells_its_levels(actual, steps, levels):
    assert reached_levels({"actual": actual, "steps": steps}) == levels


def test_a_steps_number_is_read_in_either_digits():
    assert [step_number(text) for text in ("ขั้นที่ ๑.๒", "5", "ทั้งหมด")] == ["1.2", "5", None]
