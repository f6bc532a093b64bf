"""The texts of a round of warnings: every item once, by unit, with the day and version they stand on."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kmdash.domain.cadence import CADENCES, of_round
from kmdash.domain.register import from_records
from kmdash.domain.words import set_digits, set_language
from kmdash.measures.warnings import warnings
from kmdash.reports.notices import FORMS, Round, text_of
from tests.oracles.registers import DAYS, fill

MONDAY = date(2018, 6, 11)
ABOUT = Round("สพจ. ลำปาง (ตัวอย่าง)", 2561, MONDAY, 3, "weekly")
JUNE_8 = {"end": date(2018, 6, 8), "period_kind": "deadline", "precision": "day"}
SOON = {"start": date(2018, 6, 1), "end": date(2018, 6, 15), "period_kind": "range", "precision": "day"}
STARTS = {"start": date(2018, 6, 14), "end": date(2018, 7, 31), "period_kind": "range", "precision": "day"}


@pytest.fixture(autouse=True)
def in_thai():
    yield
    set_language("th")
    set_digits("arabic")


def steps(*rows, notices=(), replies=()):
    events = [
        {"event_id": f"E{place}", "office": "สพจ.", "fiscal_year": 2561, "no": str(place + 1), **row}
        for place, row in enumerate(rows)
    ]
    return from_records({"events": events, "notices": notices, "replies": replies})


SENDING = steps(
    {"text": "ส่งบันทึกองค์ความรู้รายบุคคล", "unit": "อำเภอเถิน", **JUNE_8},
    {"text": "รายงานผลเบิกจ่าย", "unit": "อำเภองาว", **SOON},
    {"text": "สอบทานข้อมูล จปฐ.", "unit": "อำเภองาว", **STARTS},
    {"text": "ประชุมประจำเดือน", **JUNE_8},
    notices=[{"notice_id": "N", "items": "E0", "sent_on": date(2018, 6, 9)}],
    replies=[
        {"reply_id": "R", "item_id": "E3", "state": "answered", "reason": "เลื่อนประชุม", "replied_on": date(2018, 6, 10)}
    ],
)


def told(form, register=SENDING, about=ABOUT, unit=None):
    named = of_round(warnings(register, about.as_of), about.as_of, about.cadence)
    return text_of(named if unit is None else named[named["unit"] == unit], about, form)


def test_the_text_for_line_is_short_lines_by_unit():
    lines = told("line").split("\n")
    assert lines[:4] == [
        "ศูนย์เตือน ตาม ทวงถาม · รายสัปดาห์",
        "สพจ. ลำปาง (ตัวอย่าง)",
        "ช่วง 11 มิ.ย. 2561 – 18 มิ.ย. 2561",
        "ข้อมูล ณ 11 มิ.ย. 2561 (ฉบับที่ 3)",
    ]
    assert [line for line in lines if line.endswith("เรื่อง)")] == [
        "อำเภองาว (2 เรื่อง)",
        "อำเภอเถิน (1 เรื่อง)",
        "คณะทำงาน (1 เรื่อง)",
    ]
    at = lines.index("1) 1 ส่งบันทึกองค์ความรู้รายบุคคล")
    assert lines[at - 1] == "▲ ทวงถาม (เลยกำหนดแล้ว) 1 เรื่อง"
    assert lines[at + 1 : at + 3] == [
        "   ครบกำหนด 8 มิ.ย. 2561 ล่าช้า 3 วัน",
        "   แจ้งแล้ว 1 ครั้ง ยังไม่ได้รับคำตอบ (ล่าสุด 9 มิ.ย. 2561)",
    ]
    assert "   ตอบแล้ว: เลื่อนประชุม" in lines


def test_the_letter_names_subject_receiver_day_and_version():
    text = told("letter", unit="อำเภอเถิน")
    assert "เรื่อง  ติดตามการดำเนินงานตามแผนการจัดการความรู้ ประจำปีงบประมาณ พ.ศ. 2561" in text
    assert "เรียน  หัวหน้าหน่วยงาน อำเภอเถิน" in text
    assert "ข้อมูล ณ วันที่ 11 มิถุนายน 2561 (ฉบับข้อมูลที่ 3)" in text
    assert "ทวงถาม 1 เรื่อง ต้องติดตาม 0 เรื่อง" in text and "อำเภองาว" not in text


def test_a_letter_to_several_units_is_addressed_to_those_listed():
    text = told("letter")
    assert "เรียน  หัวหน้าหน่วยงานตามรายการข้างล่าง" in text
    assert text.index("หน่วยงาน อำเภองาว") < text.index("หน่วยงาน อำเภอเถิน")


def test_the_text_is_in_the_digits_and_language_now_set():
    set_digits("th")
    assert "ข้อมูล ณ ๑๑ มิ.ย. ๒๕๖๑ (ฉบับที่ ๓)" in told("line")
    set_digits("arabic")
    set_language("en")
    assert "As of 11 Jun 2561 (version 3)" in told("line")
    assert "by the data as of 11 June 2561" in told("letter")


@pytest.mark.parametrize("form", FORMS)
def test_a_round_without_items_says_so(form):
    text = told(form, steps())
    assert "ไม่มีเรื่อง" in text or "ไม่พบเรื่อง" in text
    assert "2561" in text


def test_signs_that_are_not_seen_and_line_breaks_of_a_text_do_not_reach_it():
    text = told("line", steps({"text": "ส่ง\u202eงาน\r\nด่วน\x00 <b>", "unit": "ก", **JUNE_8}))
    assert "1) 1 ส่งงาน ด่วน <b>\n" in text


def test_no_other_form_is_known():
    with pytest.raises(ValueError, match="fax"):
        told("fax")


items = st.lists(
    st.builds(
        lambda start, length, unit: {"start": start, "end": max(start, length), "period_kind": "range", "unit": unit},
        DAYS,
        DAYS,
        st.sampled_from(["กอง ก", "กอง ข", None]),
    ),
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(items, DAYS, st.sampled_from(CADENCES), st.sampled_from(FORMS))
def test_the_text_names_each_item_of_the_round_exactly_once(rows, as_of, cadence, form):
    events = [{"event_id": f"E{n}", "text": f"เรื่อง<{n}>", "fiscal_year": 2562, **row} for n, row in enumerate(rows)]
    found = warnings(fill({"events": events}), as_of)
    named = of_round(found, as_of, cadence)
    text = text_of(named, Round("กรม", 2562, as_of, 1, cadence), form)
    inside = set(named["text"])
    assert all(text.count(row["text"]) == (row["text"] in inside) for row in events)
