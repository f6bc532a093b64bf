"""The calendar file: a calendar program reads the right days, and taking it in again changes what it has."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given

from kmdash.domain.about import About
from kmdash.domain.items import items
from kmdash.domain.register import from_records
from kmdash.reports.ics import ics, undated, undated_note
from tests.oracles.registers import registers

JUNE_15 = date(2019, 6, 15)
STORED = datetime(2026, 11, 21, 10, 30, tzinfo=UTC)
ABOUT = About("แผน KM", ("กรม ก", "ข้อมูล ณ 15 มิ.ย. 2562"), JUNE_15, 3, STORED)
NEXT = About("แผน KM", (), JUNE_15, 4, STORED + timedelta(1))
DEC_JAN = {
    "start": date(2018, 12, 1),
    "end": date(2019, 1, 31),
    "period_kind": "range",
    "period_text": "ธ.ค. ๖๑ - ม.ค. ๖๒",
}
JULY_8 = {"end": date(2019, 7, 8), "period_kind": "deadline", "precision": "day", "period_text": "ภายในวันที่ ๘ ก.ค. ๖๒"}
TWICE = {
    "period_kind": "recurring",
    "precision": "month",
    "occurrences": "2018-12-01;2019-07-01",
    "recurs_every": "month",
}


def register(*activities, events=(), progress=()):
    plan = {"plan_id": "P1", "office": "กรม ก", "fiscal_year": 2562, "no": "1", "title": "แผนที่ ๑", "unit": "กยผ."}
    rows = [{"activity_id": f"A{n}", "plan_id": "P1", "text": f"งาน {n}", **row} for n, row in enumerate(activities)]
    return from_records({"plans": [plan], "activities": rows, "events": events, "progress": progress})


def events(*activities, about=ABOUT, remind=7, **more):
    found = items(register(*activities, **more), about.as_of)
    data = ics(found, about, {"P1": "แผนที่ 1"}, remind=remind)
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def days(event):
    return event["dtstart"].dt, event["dtend"].dt


def test_a_span_is_of_whole_days_and_ends_on_the_day_after_its_last():
    (event,) = events(DEC_JAN)
    assert days(event) == (date(2018, 12, 1), date(2019, 2, 1))
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_a_deadline_is_its_day_alone_and_is_reminded_of_in_the_morning_days_before():
    (event,) = events(JULY_8)
    assert days(event) == (date(2019, 7, 8), date(2019, 7, 9))
    (alarm,) = event.walk("VALARM")
    rings = datetime(2019, 7, 9) + alarm["trigger"].dt
    assert alarm["trigger"].params["RELATED"] == "END"
    assert rings == datetime(2019, 7, 1, 9)


def test_the_title_names_plan_and_item_and_the_description_has_buddhist_dates():
    (event,) = events(DEC_JAN | {"no": "1.2"})
    assert event["summary"] == "แผนที่ 1: 1.2 งาน 0"
    assert "1 ธ.ค. 2561 – 31 ม.ค. 2562" in event["description"]
    assert event["categories"].cats == ["แผนที่ 1", "กยผ."]


def test_a_recurring_item_has_an_event_each_time_with_an_id_of_its_own():
    found = events(TWICE)
    assert [days(event) for event in found] == [
        (date(2018, 12, 1), date(2019, 1, 1)),
        (date(2019, 7, 1), date(2019, 8, 1)),
    ]
    assert len({event["uid"] for event in found}) == 2


def test_a_later_version_changes_the_same_event():
    (before,) = events(JULY_8)
    (after,) = events(
        JULY_8 | {"end": date(2019, 7, 20)}, about=About("แผน KM", (), JUNE_15, 4, STORED + timedelta(1))
    )
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (3, 4)
    assert after["last-modified"].dt - before["last-modified"].dt == timedelta(1)


def test_what_is_done_or_cancelled_says_so_and_rings_no_more():
    done, cancelled = events(JULY_8 | {"status": "done"}, JULY_8 | {"status": "cancelled"})
    assert done["summary"].startswith("✓ ")
    assert (done["status"], cancelled["status"]) == ("CONFIRMED", "CANCELLED")
    assert not done.walk("VALARM") and not cancelled.walk("VALARM")


def test_what_is_past_rings_no_more():
    (event,) = events(DEC_JAN)
    assert not event.walk("VALARM")


def test_an_unclear_item_is_left_out_and_counted_and_listed():
    unclear = {"period_kind": "unclear", "period_text": "รอยืนยัน", "text": "ประชุม"}
    found = items(register(JULY_8, unclear), JUNE_15)
    calendar = icalendar.Calendar.from_ical(ics(found, ABOUT, {}, remind=7))
    assert len(calendar.walk("VEVENT")) == 1
    assert "1 รายการที่ยังไม่มีกำหนดเวลาแน่นอน" in calendar["x-wr-caldesc"]
    assert "ประชุม" in undated_note(found, {"P1": "แผนที่ 1"})
    assert undated_note(found.iloc[:1]) == ""


def test_a_step_of_the_committee_is_the_committees():
    step = {"event_id": "E1", "office": "กรม ก", "fiscal_year": 2562, "text": "ประชุมคณะทำงาน", **JULY_8}
    (event,) = events(events=[step])
    assert event["summary"] == "คณะทำงาน: ประชุมคณะทำงาน"
    assert event["categories"].cats == ["คณะทำงาน"]


@pytest.mark.parametrize("text", ["ก;ข,ค\\ง\nจ\r\nBEGIN:VEVENT", "\x00\x07ยาว" + "กี่" * 300, "=1+1 <b>&amp;"])
def test_any_text_comes_back_and_no_line_is_longer_than_75_octets(text):
    found = items(register(JULY_8 | {"text": text, "period_text": text}), JUNE_15)
    data = ics(found, ABOUT, {"P1": "แผนที่ 1"}, remind=7)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    data.decode("utf-8")
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    told = " ".join("".join(letter for letter in text if letter not in "\x00\x07").split())
    assert event["summary"] == f"แผนที่ 1: {told}"


@given(registers())
def test_every_item_with_a_due_day_and_no_other_is_in_the_calendar_till_that_day(register):
    found = items(register, JUNE_15)
    calendar = icalendar.Calendar.from_ical(ics(found, ABOUT, {}, remind=7))
    ends = {}
    for event in calendar.walk("VEVENT"):
        assert event["dtstart"].dt < event["dtend"].dt
        ends.setdefault(event["uid"].removesuffix("@kmdash"), set()).add(event["dtend"].dt - timedelta(1))
    steady = found[found["due"].notna() & ((found["period_kind"] != "recurring") | found["postponed_to"].notna())]
    assert {row.item_id: {row.due.date()} for row in steady.itertuples()}.items() <= ends.items()
    undated_ids = set(undated(found)["item_id"])
    assert not undated_ids & {uid[: -len("-20190101")] if uid not in set(found["item_id"]) else uid for uid in ends}
