"""Time limits counted from an event: the last day, and the state of an item whose event has a date."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.items import items
from kmdash.domain.register import from_records, selected
from kmdash.domain.relative import Term, term_of
from kmdash.domain.states import STATES

RETURN = date(2026, 1, 10)
TEXT = "ภายใน ๑๕ วัน นับแต่วันที่กลับจากการอบรม"
DAYS = st.dates(date(2025, 10, 1), date(2026, 12, 31))


def a_duty(*occasions, text=TEXT, **more):
    """A register with one duty of the committee, and the events it is counted from."""
    duty = {"event_id": "D1", "office": "ทต. ก", "fiscal_year": 2569, "text": "รายงานผลการอบรม", **more}
    return from_records(
        {
            "events": [{**duty, "period_text": text, "period_kind": "relative", "unit": "กองคลัง"}],
            "occasions": [
                {"occasion_id": f"O{place}", "item_id": "D1", "office": "ทต. ก", "fiscal_year": 2569, **row}
                for place, row in enumerate(occasions)
            ],
        }
    )


def the_state(register, as_of):
    return items(register, as_of).iloc[0]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (TEXT, Term(days=15)),
        ("ภายใน 15 (สิบห้า) วันนับจากวันที่เดินทางกลับ", Term(days=15)),
        ("หลังจบการอบรม 2 สัปดาห์", Term(days=14)),
        ("ภายใน ๓ เดือน นับแต่เสร็จสิ้น", Term(months=3)),
        ("ภายใน 1 ปี นับแต่วันที่ประกาศ", Term(months=12)),
        ("ภายใน 15 วันทำการ นับแต่วันที่กลับ", None),
        ("เมื่อได้รับแจ้ง", None),
        (None, None),
    ],
)
def test_the_length_of_the_time_is_what_the_words_name(text, term):
    assert term_of(text) == term


def test_the_day_of_the_event_is_not_counted():
    assert Term(days=15).end(RETURN) == date(2026, 1, 25)
    assert Term(months=1).end(date(2026, 1, 31)) == date(2026, 2, 28)


@given(DAYS, st.integers(0, 400))
def test_the_last_day_lies_as_many_days_after_the_event_as_the_words_say(event, days):
    assert Term(days=days).end(event) - event == timedelta(days=days)


def test_without_the_day_of_its_event_an_item_waits_for_it():
    row = the_state(a_duty(), date(2026, 2, 1))
    assert (row["state"], pd.isna(row["due"])) == ("no_date", True)
    assert row["reason"].startswith("รอวันที่เริ่มนับ")


@pytest.mark.parametrize(
    ("as_of", "state", "days"),
    [
        (date(2026, 1, 5), "upcoming", 6),
        (date(2026, 1, 25), "active", 0),
        (date(2026, 1, 26), "overdue", 1),
    ],
)
def test_with_the_day_of_its_event_an_item_is_judged_like_any_other(as_of, state, days):
    row = the_state(a_duty({"happened_on": RETURN}), as_of)
    assert (row["state"], row["days"], row["due"].date()) == (state, days, date(2026, 1, 25))


def test_what_is_done_in_time_is_done_and_later_it_is_done_late():
    in_time = a_duty({"happened_on": RETURN, "done_on": date(2026, 1, 20)})
    late = a_duty({"happened_on": RETURN, "done_on": date(2026, 1, 30)})
    assert the_state(in_time, date(2026, 2, 1))["state"] == "done"
    assert the_state(in_time, date(2026, 1, 19))["state"] == "active"
    assert tuple(the_state(late, date(2026, 2, 1))[["state", "days"]]) == ("done_late", 5)


def test_of_several_events_the_first_that_is_still_open_counts():
    first = {"happened_on": RETURN, "done_on": date(2026, 1, 20)}
    register = a_duty(first, {"happened_on": date(2026, 3, 1)}, {"happened_on": date(2026, 2, 1)})
    assert the_state(register, date(2026, 3, 5))["due"].date() == date(2026, 2, 16)


def test_an_event_after_an_activity_was_told_as_done_opens_it_again():
    register = from_records(
        {
            "plans": [{"plan_id": "P1", "office": "ทต. ก", "fiscal_year": 2569}],
            "activities": [
                {
                    "activity_id": "A1",
                    "plan_id": "P1",
                    "period_text": TEXT,
                    "period_kind": "relative",
                    "text": "รายงาน",
                }
            ],
            "progress": [
                {
                    "activity_id": "A1",
                    "plan_id": "P1",
                    "status": "done",
                    "done_on": date(2026, 1, 5),
                    "reported_on": date(2026, 1, 5),
                }
            ],
            "occasions": [{"occasion_id": "O", "item_id": "A1", "happened_on": RETURN}],
        }
    )
    assert the_state(register, date(2026, 1, 12))["state"] == "active"


def test_an_event_says_nothing_of_an_item_that_has_a_date_of_its_own_or_names_no_length():
    dated = a_duty({"happened_on": RETURN})
    dated.events["period_kind"] = pd.array(["point"], dtype="str")
    assert the_state(dated, RETURN)["state"] == "no_date"
    assert the_state(a_duty({"happened_on": RETURN}, text="เมื่อได้รับแจ้ง"), RETURN)["state"] == "no_date"


@given(st.lists(st.fixed_dictionaries({"happened_on": DAYS, "done_on": st.none() | DAYS}), max_size=3), DAYS)
def test_whatever_happened_an_item_has_exactly_one_state_on_every_day(occasions, as_of):
    row = the_state(a_duty(*occasions), as_of)
    assert row["state"] in STATES
    assert (row["state"] == "no_date") == (not occasions)


def test_a_duty_of_another_unit_is_left_out_where_units_are_named():
    register = a_duty()
    assert len(selected(register, unit=["กองคลัง"]).events) == 1
    assert selected(register, unit=["กองช่าง"]).events.empty
