"""The charts as lists, for a phone: the same rows, the same numbers, the same marks."""

import json
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from kmdash.domain.frames import frame
from kmdash.domain.results import CALENDAR, TALLY, WARNINGS
from kmdash.domain.words import set_language
from kmdash.plots.warnings import board
from kmdash.ui import narrow

DAY = date(2019, 6, 15)


@pytest.fixture(autouse=True)
def in_thai():
    set_language("th")


def item(name, **given):
    row = {
        "item_id": name,
        "plan_id": "P1",
        "plan": "แผนที่ 1",
        "unit": "กม.",
        "no": "1",
        "text": name,
        "state": "overdue",
    }
    return {**row, "due": date(2019, 5, 31), "days": 15, "due_soon": False, **given}


def test_the_list_of_the_warnings_is_the_twin_of_its_chart():
    found = frame(
        WARNINGS,
        [
            item("ช้า"),
            item("ช้ากว่า", due=date(2019, 2, 28), days=107),
            item("ใกล้", state="active", due=date(2019, 6, 30), due_soon=True),
            item("เสร็จ", state="done"),
            item("คณะทำงาน", plan_id=None, plan=None, unit=None),
            item("ของหน่วย", plan_id=None, plan=None, days=3, due=date(2019, 6, 12)),
            item("ไม่มีกำหนด", state="no_date", due=None, days=None),
        ],
    )
    figure = board(found, DAY, theme="light", width=1270)
    in_chart = {tuple(mark) for trace in figure.data for mark in (trace.customdata or ()) if mark}
    groups = narrow.board(found, DAY)
    assert {line.mark for group in groups for line in group.lines} == in_chart
    assert [group.title for group in groups] == ["▲ ทวงถาม", "◆ ใกล้ครบกำหนด"]
    assert [line.text for line in groups[0].lines] == [
        "ช้า 107 วัน · แผนที่ 1 · 1 ช้ากว่า",
        "ช้า 15 วัน · แผนที่ 1 · 1 ช้า",
        "ช้า 3 วัน · กม. · 1 ของหน่วย",
    ]


def test_a_month_in_the_list_leads_to_its_plans_and_to_the_committee_apart():
    may = {"month": date(2019, 5, 1), "band": False, "state": "active", "plan": "แผนที่ 1", "plan_id": "P1"}
    rows = [{**may, "layer": "plan", "item_id": "A"}, {**may, "layer": "committee", "item_id": "B", "plan_id": None}]
    month = narrow.year(frame(CALENDAR, rows), 2562)[7]
    assert (month.title, month.sum) == ("พฤษภาคม 2562", "1 กิจกรรม")
    assert [line.mark for line in month.lines] == [("month", "P1", "2019-05-01"), ("month", "committee", "2019-05-01")]


def test_every_row_with_a_mark_is_a_button_for_mouse_and_keyboard():
    app = AppTest.from_function(_page).run(timeout=60)
    assert not app.exception
    [shown] = [json.loads(part.proto.json) for part in app.get("bidi_component")]
    assert shown.count('<button type="button" class="km-open" data-mark=') == 2
    assert "&lt;b&gt;ก" in shown


def _page():
    from kmdash.ui.narrow import Group, Line, listing

    listing([Group("กม.", "1", "<b>ก", mark=("candidate", "c")), Group("ก", lines=(Line("ข", ("item", "i")),))], "x")


def test_a_candidate_in_the_list_has_the_mark_of_its_bar():
    rows = [{"candidate_id": "C1", "unit": "กม.", "process": "ก", "rank": 1, "votes": 3}]
    [group] = narrow.vote(frame(TALLY, rows))
    assert group.mark == ("candidate", "C1")
