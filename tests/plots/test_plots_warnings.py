"""The board: what is late reaches to the right of the day it is due, what is to come to the left."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.frames import frame
from kmdash.domain.results import WARNINGS
from kmdash.plots.warnings import MOST_ROWS, board

AS_OF = date(2019, 6, 15)
FIGURE = {"theme": "light", "width": 1270}


def item(state, due, days=0, soon=False, plan="p1", **more):
    row = {
        "plan_id": plan,
        "plan": "แผนที่ 1",
        "unit": "กยผ.",
        "item_id": f"{state}{due}",
        "no": "1.1",
        "text": "จัดประชุม",
    }
    return row | {"state": state, "due": due, "days": days, "due_soon": soon, "source_cell": "กิจกรรม!B2"} | more


def drawn(*rows):
    return board(frame(WARNINGS, rows), AS_OF, **FIGURE)


def texts(figure):
    return [annotation.text for annotation in figure.layout.annotations]


def test_late_items_stand_first_to_the_right_and_coming_ones_to_the_left():
    soon, late = item("active", date(2019, 6, 30), 15, soon=True), item("overdue", date(2019, 5, 31), 15)
    coming = item("upcoming", date(2019, 7, 31), 16)
    figure = drawn(soon, coming, late)
    assert [list(trace.x) for trace in figure.data[:3]] == [[15], [-15], [-46]]
    words = [text for text in texts(figure) if "วัน" in text and "ครบกำหนด" not in text]
    assert words == ["<b>▲ ช้า 15 วัน</b>", "<b>◆ เหลือ 15 วัน</b>", "→ เริ่มใน 16 วัน"]


def test_a_click_anywhere_on_a_row_opens_its_item():
    figure = drawn(item("overdue", date(2019, 5, 31), 15, item_id="A"), item("overdue", AS_OF, 0, item_id="B"))
    *marks, rows = figure.data
    assert [trace.customdata for trace in marks] == [None]
    assert [list(chosen) for chosen in rows.customdata] == [["item", "A"], ["item", "B"]]
    names = [json.loads(text.name) for text in figure.layout.annotations if text.captureevents]
    assert names == [["item", "A"]] * 2 + [["item", "B"]] * 2


def test_the_committee_s_steps_and_items_without_a_day_are_not_drawn():
    figure = drawn(item("overdue", AS_OF, plan=None, unit=None), item("unclear", None), item("done", AS_OF))
    assert "✓ ไม่มีกิจกรรมที่เกินกำหนด" in texts(figure)[0].replace("<br>", "")


def test_a_duty_of_a_unit_is_drawn_under_its_unit():
    figure = drawn(item("overdue", date(2019, 5, 31), 15, plan=None))
    assert list(figure.data[0].x) == [15]


def test_what_lies_far_off_stands_at_the_edge_and_its_words_tell_the_days():
    figure = drawn(item("overdue", date(2018, 6, 15), 365))
    assert list(figure.data[0].x) == [90] and "<b>▲ ช้า 365 วัน</b>" in texts(figure)


def test_more_items_than_a_screen_holds_are_counted_below():
    figure = drawn(*[item("overdue", date(2019, 5, 31), 15, item_id=str(n)) for n in range(MOST_ROWS + 3)])
    assert len(figure.data[0].x) == MOST_ROWS and any("อีก 3 รายการ" in text for text in texts(figure))


@given(st.text(max_size=60), st.sampled_from([400, 900, 1270, 1820]))
def test_any_text_is_shown_and_not_obeyed(text, width):
    figure = board(frame(WARNINGS, [item("overdue", AS_OF, text=text)]), AS_OF, theme="dark", width=width)
    assert "<a" not in "".join(texts(figure))
    assert figure.to_json()
