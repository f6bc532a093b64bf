"""The page of goals: the municipality's four, change management apart, its scope and the Form 1 of five divisions."""

import json
import re
from html import unescape

from kmdash.domain.words import say

WAEN = "เทศบาลตำบลบ้านแหวน (ตัวอย่าง)"
GOALS = "follow_up/goals.py"


def words(app):
    return " ".join(piece.value for piece in app.get("html"))


def test_an_empty_page_says_what_to_import(visit):
    app = visit(GOALS)
    assert not app.exception
    assert app.title[0].value == say("empty.goals.title")


def test_three_goals_of_km_and_one_of_change_management_are_told_apart(with_panels):
    app = with_panels(GOALS, office=WAEN)
    assert not app.exception
    assert app.title[0].value.replace("\\", "") == (
        "เป้าหมาย KM 3 ข้อ ครบทุกขั้นตอน 1 ข้อ — ขาดขั้นตอนที่ 1, 6, 7 — บริหารการเปลี่ยนแปลงอีก 1 ข้อ"
    )
    assert [header.value for header in app.header][:2] == [say("goals.KM"), say("goals.change")]
    shown = next(frame.value for frame in app.dataframe if say("column.covered") in frame.value)
    assert shown[say("column.lacking_stages")].fillna("").tolist() == ["6,7", "1", "", "6"]
    told = words(app)
    assert shown[say("column.unmapped")].tolist() == [0, 0, 0, 1]
    assert "แบบฟอร์มที่ 1 จาก 5 หน่วยงาน รวม 9 แถว" in told
    assert "นโยบายองค์กรแห่งการเรียนรู้" in told


def test_each_stage_of_a_goal_is_drawn_in_its_state_and_leads_to_its_activities(with_samples):
    told = " ".join(json.loads(piece.proto.json) for piece in with_samples(GOALS).get("bidi_component"))
    squares = re.findall(r'data-mark="([^"]*)" class="km-sq (\w+)"', told)
    assert {state for _, state in squares} >= {"done", "due", "unclear"}
    assert {json.loads(unescape(mark))[0] for mark, _ in squares} == {"stage"}


def test_plans_without_stages_are_counted_apart(with_samples):
    app = with_samples(GOALS, office="องค์การบริหารส่วนจังหวัดสมุทรสงคราม (ตัวอย่าง)")
    assert not app.exception
    assert next(header.value for header in app.header) == say("goals.none")
