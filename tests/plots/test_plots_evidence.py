"""The names of the rows of evidence: each tells its KPI or plan from the others."""

from kmdash.domain.frames import frame
from kmdash.domain.learned_results import PROVED
from kmdash.plots.evidence import labels

KPI = {"about_kind": "kpi", "name": "ร้อยละผู้เข้าใจ", "steps": 1, "present": 0, "claimed": 0, "missing": 1}


def test_a_name_that_several_rows_have_is_led_by_its_plan():
    other = {"plan": "แผนที่ 2", "name": "อื่น"}
    rows = [{**KPI, "plan": "แผนที่ 1"}, {**KPI, "plan": "แผนที่ 2"}, {**KPI, **other}]
    rows = [{**row, "about_id": f"K{place}"} for place, row in enumerate(rows)]
    assert labels(frame(PROVED, rows)) == ["แผนที่ 1 · ร้อยละผู้เข้าใจ", "แผนที่ 2 · ร้อยละผู้เข้าใจ", "อื่น"]


def test_the_weight_of_an_issue_stands_behind_its_name():
    row = {**KPI, "plan": "แผนที่ 1", "issue": "ประเด็นที่ 1", "weight": 20.0, "level_proved": 2}
    assert labels(frame(PROVED, [row])) == ["ประเด็นที่ 1 · น้ำหนัก 20"]
