"""The bullet rows of the KPIs."""

import pytest

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.frames import frame
from kmdash.domain.results import ATTAINMENT
from kmdash.plots.attainment import attainment

FIGURE = {"theme": "light", "width": 1270}


def a_kpi(levels=(65, 70, 75, 80, 85), **given):
    row = {
        "kpi_id": "K1",
        "plan_id": "P1",
        "plan": "แผนที่ 1",
        "unit": "กยผ.",
        "name": "ร้อยละความเข้าใจ",
        "kpi_unit": "ร้อยละ",
    }
    return {**row, **dict(zip(THRESHOLDS, levels, strict=True)), **given}


def drawn(*rows):
    return attainment(frame(ATTAINMENT, rows), **FIGURE)


def texts(*rows):
    return [annotation.text for annotation in drawn(*rows).layout.annotations]


def test_the_score_has_four_decimals_half_up_and_its_level_beside_it():
    found = texts(a_kpi(actual=71.3333, score=2.26665, level=2))
    assert any(text.startswith("<b>2.2667</b>") for text in found)
    assert "<b>ระดับ 2</b>" in found
    assert "ผล 71.3333 (ร้อยละ)" in found


def test_the_raw_thresholds_stand_below_the_bands_as_given():
    found = texts(a_kpi((30, 25, 20, 15, 10), direction="down", actual=22, score=2.6, level=2))
    places = [found.index(str(level)) for level in (30, 25, 20, 15, 10)]
    assert places == sorted(places)


def test_the_gap_to_the_next_level_is_printed():
    assert "อีก 3 ถึงระดับ 3" in texts(a_kpi(actual=72, score=2.4, level=2, gap_to_next=3, next_level=3))


def test_a_kpi_without_result_waits_and_has_no_score():
    found = texts(a_kpi(reason="no_result"))
    assert "○ รอผล – ยังไม่มีรายงาน" in found
    assert not any("/ 5" in text for text in found)


def test_a_kpi_without_thresholds_says_so_with_what_was_reported():
    found = texts(a_kpi((None,) * 5, reason="no_thresholds", actual=71))
    assert "ยังไม่มีเกณฑ์ 5 ระดับในแผน – ยังคิดคะแนนไม่ได้ (ผลที่รายงาน 71)" in found
    assert "0" not in found


@pytest.mark.parametrize(
    ("levels", "actual", "below"),
    [((65, 70, 75, 80, 85), 64.9, True), ((65, 70, 75, 80, 85), 65, False), ((30, 25, 20, 15, 10), 31, True)],
)
def test_a_result_short_of_the_first_level_is_told(levels, actual, below):
    found = texts(a_kpi(levels, actual=actual, score=1.0, level=1))
    assert ("ต่ำกว่าเกณฑ์ระดับ 1" in found) is below


def test_a_made_up_result_is_starred_and_the_star_explained():
    found = texts(a_kpi(actual=72, score=2.4, level=2, constructed=True), a_kpi(actual=80, score=4, level=4))
    assert "ผล 72 (ร้อยละ)*" in found
    assert "ผล 80 (ร้อยละ)" in found
    assert "* ผลที่สร้างขึ้นเพื่อสาธิต" in found


def test_the_whole_explanation_is_under_the_pointer():
    figure = drawn(a_kpi(actual=72, score=2.4, level=2, explanation="ผล 72 อยู่ระหว่างระดับ 2 (70) กับระดับ 3 (75)"))
    assert "อยู่ระหว่างระดับ 2" in figure.data[0].hovertext[0]


def test_a_figure_that_is_to_be_checked_is_marked_and_the_mark_explained():
    figure = drawn(a_kpi(actual=120, score=5, level=5, doubt="ผล!F1: ผลร้อยละ 120 อยู่นอกช่วง 0 ถึง 100"))
    found = [annotation.text for annotation in figure.layout.annotations]
    assert "ผล 120 (ร้อยละ) ▲" in found
    assert any(text.startswith("▲ ข้อมูลที่ต้องตรวจ") for text in found)
    assert "ผล!F1" in figure.data[0].hovertext[0]


def test_steps_points_and_targets_are_told_on_their_own_scales():
    found = texts(
        a_kpi((None,) * 5, scale="milestone", steps="1,2,4", score=2, level=2),
        a_kpi((None,) * 5, scale="milestone", reason="no_result"),
        a_kpi((60, 80, 90, None, None), scale="50/75/100", reason="points", points=62.5, actual=70, explanation="ผล"),
        a_kpi((None,) * 5, scale="target", reason="target", met=True, actual=3, explanation="บรรลุ"),
    )
    assert "ทำได้ขั้นที่ 1,2,4" in found
    assert any(text.startswith("62.5000 จาก 100") for text in found)
    assert any(text.startswith("✓ บรรลุเป้าหมาย") for text in found)
