"""The map of the year and the bars of the activities."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.frames import frame
from kmdash.domain.results import CALENDAR, WARNINGS
from kmdash.plots import months
from kmdash.plots.calendar import year_map
from kmdash.plots.gantt import gantt, span_of

AS_OF = date(2019, 6, 15)
DAYS = st.dates(date(2016, 1, 1), date(2022, 12, 31))


def a_month(month, **given):
    row = {"plan_id": "P1", "plan": "แผนที่ 1", "item_id": "A1", "layer": "plan", "text": "ประชุม", "state": "active"}
    return {**row, "month": month, "starts": False, "due": False, "band": False, **given}


def an_item(**given):
    row = {"plan_id": "P1", "plan": "แผนที่ 1", "item_id": "A1", "no": "1.1", "text": "ประชุม", "state": "not_yet"}
    row |= {"start": date(2019, 2, 1), "end": date(2019, 3, 31), "period_kind": "range"}
    return {**row, "due": given.get("end", row["end"]), **given}


def map_texts(*rows):
    figure = year_map(frame(CALENDAR, rows), fiscal_year=2562, as_of=AS_OF, theme="light", width=1270)
    return [annotation.text for annotation in figure.layout.annotations]


def gantt_of(*rows, as_of=AS_OF, **given):
    return gantt(frame(WARNINGS, rows), 2562, as_of, theme="light", width=1270, **given)


def gantt_texts(*rows, **given):
    return [annotation.text for annotation in gantt_of(*rows, **given).layout.annotations]


def test_months_run_from_october_to_september_under_their_buddhist_years():
    found = map_texts(a_month(date(2019, 2, 1)))
    names = [text.removeprefix("<b>").removesuffix("</b>") for text in found[:14]]
    assert names[:2] == ["พ.ศ. 2561", "พ.ศ. 2562"]
    assert (names[2], names[-1]) == ("ต.ค.", "ก.ย.")
    assert "<b>มิ.ย.</b>" in found, "the month of the data"


def test_activities_are_counted_by_month_and_summed_below():
    june = date(2019, 6, 1)
    found = map_texts(
        a_month(june), a_month(june, item_id="A2"), a_month(june, item_id="B", plan_id="P2", plan="แผนที่ 2")
    )
    assert "2" in found
    assert "<b>3</b>" in found


def test_whole_year_and_cancelled_items_do_not_count():
    june = date(2019, 6, 1)
    found = map_texts(
        a_month(june), a_month(june, item_id="B", band=True), a_month(june, item_id="C", state="cancelled")
    )
    assert "<b>1</b>" in found
    assert any("ตลอดปี 1" in text for text in found)


def test_the_committees_steps_are_a_layer_of_their_own():
    step = a_month(date(2019, 3, 1), layer="committee", plan_id=None, plan=None, item_id="E")
    found = map_texts(a_month(date(2019, 2, 1)), step)
    assert "■ 1" in found
    assert found.count("<b>1</b>") == 1, "the plans' sum of February alone"


def test_an_item_outside_the_year_is_told():
    found = map_texts(a_month(date(2019, 9, 1)), a_month(date(2019, 10, 1), item_id="B"))
    assert "อยู่นอกปีงบประมาณ พ.ศ. 2562 อีก 1 รายการ" in found


def test_the_axis_has_a_month_a_unit():
    assert months.position(date(2019, 1, 16), 2562) == pytest.approx(3 + 15 / 31)
    assert months.end_position(date(2019, 1, 31), 2562) == 4


@pytest.mark.parametrize(
    ("item", "ends", "before", "after"),
    [
        ({}, (4, 6), False, False),
        ({"start": date(2018, 8, 1), "end": date(2018, 11, 30)}, (0, 2), True, False),
        ({"start": date(2019, 9, 1), "end": date(2020, 9, 30)}, (11, 12), False, True),
        ({"start": date(2017, 10, 1), "end": date(2020, 9, 30)}, (0, 12), True, True),
        ({"start": date(2019, 10, 1), "end": date(2019, 10, 31)}, None, False, True),
        ({"start": None, "end": date(2018, 9, 30)}, None, True, False),
        ({"start": None, "end": None, "period_kind": "all_year"}, (0, 12), False, False),
        ({"start": None, "end": None, "period_kind": "unclear"}, None, False, False),
        ({"start": None, "end": None, "period_kind": "recurring", "due": date(2019, 6, 30)}, (8, 9), False, False),
    ],
)
def test_an_item_is_drawn_over_its_period_and_cut_at_the_years_ends(item, ends, before, after):
    span = span_of(an_item(**item), 2562)
    assert span.ends == (pytest.approx(ends) if ends else None)
    assert (span.before, span.after) == (before, after)


def test_a_deadline_is_a_short_mark_at_its_end():
    left, right = span_of(an_item(start=None, end=date(2019, 2, 28), period_kind="deadline"), 2562).ends
    assert right == 5
    assert 0 < right - left < 0.2


@given(st.none() | DAYS, st.none() | DAYS, st.none() | DAYS)
def test_a_bar_never_leaves_the_year_and_is_never_too_short_to_see(start, end, due):
    ends = span_of(an_item(start=start, end=end, due=due), 2562).ends
    assert ends is None or (0 <= ends[0] < ends[1] <= 12 + 1e-9 and ends[1] - ends[0] > 0.1)


def test_an_unclear_item_is_listed_with_its_words_and_never_dropped():
    found = gantt_texts(an_item(start=None, end=None, state="unclear", period_kind="unclear", period_text="มี.ย. ๖๒"))
    assert any(text == "<b>? รอยืนยันกำหนดเวลา (“มี.ย. ๖๒”)</b>" for text in found)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ({"state": "overdue", "days": 15}, "<b>▲ ทวงถาม (ช้า 15 วัน)</b>"),
        ({"state": "active", "due_soon": True, "days": 3}, "<b>◆ ใกล้ครบกำหนด (เหลือ 3 วัน)</b>"),
        ({"state": "active", "due_soon": False}, "▶"),
        ({"state": "upcoming", "days": 16}, "→ เตือน (เริ่มใน 16 วัน)"),
        ({"state": "done"}, "✓"),
        ({"state": "not_yet"}, "○"),
        ({"state": "cancelled"}, "× ยกเลิก"),
        ({"state": "no_date", "start": None, "end": None}, "– ไม่มีกำหนด"),
    ],
)
def test_a_status_is_a_glyph_and_words_where_something_is_to_be_done(item, words):
    assert words in gantt_texts(an_item(**item))


def test_the_committees_steps_come_last_under_their_heading_and_without_a_status():
    step = an_item(
        plan_id=None,
        plan=None,
        item_id="E",
        state="overdue",
        days=99,
        period_text="๒๓ มี.ค. ๖๒",
        text="๑. ประชุม",
        no="1",
    )
    found = gantt_texts(step, an_item())
    assert found.index("<b>ขั้นตอนของคณะทำงาน</b>") > found.index("<b>1.1</b>")
    assert "๒๓ มี.ค. ๖๒" in found
    assert not any("ทวงถาม" in text for text in found)
    assert found.count("ประชุม") == 2, "the step's number stands once, beside its text"


def test_the_line_of_the_day_is_drawn_only_within_the_year():
    dotted = lambda figure: [shape for shape in figure.layout.shapes if shape.line.dash == "dot"]  # noqa: E731
    assert len(dotted(gantt_of(an_item()))) == 1
    assert dotted(gantt_of(an_item(), as_of=date(2021, 1, 1))) == []
    assert "<b>ข้อมูล ณ 1 ม.ค. 2564</b>" in gantt_texts(an_item(), as_of=date(2021, 1, 1))


def test_too_many_bars_are_not_drawn_but_told():
    rows = [an_item(item_id=f"A{n}") for n in range(501)]
    [text] = gantt_texts(*rows)
    assert "501" in text.replace("<br>", "")


@given(DAYS)
def test_the_end_of_a_day_is_the_beginning_of_the_next(day):
    following = day + timedelta(days=1)
    assert months.end_position(day, 2562) == pytest.approx(months.position(following, 2562))
