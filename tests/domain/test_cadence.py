"""Rounds of warnings: which days they look at, and which items they name."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kmdash.domain.cadence import CADENCES, MEASURES, of_round, window
from kmdash.domain.register import from_records
from kmdash.measures.warnings import warnings
from tests.oracles.registers import DAYS, registers

WEDNESDAY = date(2018, 6, 6)


@pytest.mark.parametrize(
    ("cadence", "first", "last"),
    [
        ("daily", date(2018, 6, 6), date(2018, 6, 7)),
        ("weekly", date(2018, 6, 6), date(2018, 6, 13)),
        ("monthly", date(2018, 6, 6), date(2018, 7, 6)),
        ("monday", date(2018, 6, 4), date(2018, 6, 10)),
    ],
)
def test_a_round_looks_from_its_day_as_far_as_its_name_says(cadence, first, last):
    assert window(cadence, WEDNESDAY) == (first, last)


def test_no_other_cadence_is_known():
    with pytest.raises(ValueError, match="hourly"):
        window("hourly", WEDNESDAY)


@given(DAYS)
def test_the_week_of_a_day_begins_on_a_monday_and_holds_the_day(day):
    first, last = window("monday", day)
    assert first.weekday() == 0 and first <= day <= last and last - first == timedelta(days=6)


def due_on(*days):
    """The warnings of steps that each run from the first of June to a day."""
    rows = [
        {
            "event_id": f"E{place}",
            "office": "ก",
            "fiscal_year": 2561,
            "start": start,
            "end": end,
            "period_kind": "range",
        }
        for place, (start, end) in enumerate(days)
    ]
    return warnings(from_records({"events": rows}), WEDNESDAY)


def test_overdue_is_asked_for_due_is_followed_and_what_starts_is_reminded_of():
    may, june = date(2018, 5, 1), date(2018, 6, 1)
    found = due_on(
        (june, date(2018, 6, 8)),
        (may, date(2018, 5, 31)),
        (date(2018, 6, 9), date(2018, 9, 1)),
        (may, date(2018, 8, 1)),
        (date(2018, 7, 20), date(2018, 9, 1)),
    )
    named = of_round(found, WEDNESDAY, "weekly")
    assert list(zip(named["item_id"], named["measure"], strict=True)) == [
        ("E1", "overdue"),
        ("E0", "active"),
        ("E2", "upcoming"),
    ]
    assert of_round(found, WEDNESDAY, "daily")["item_id"].tolist() == ["E1"]


def test_what_began_this_monday_is_in_the_round_of_this_monday():
    found = due_on((date(2018, 6, 4), date(2018, 8, 1)), (date(2018, 6, 3), date(2018, 8, 1)))
    assert of_round(found, WEDNESDAY, "monday")["item_id"].tolist() == ["E0"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(registers(), DAYS, st.sampled_from(CADENCES))
def test_a_round_names_every_overdue_item_and_none_twice(register, as_of, cadence):
    found = warnings(register, as_of)
    named = of_round(found, as_of, cadence)
    assert named["item_id"].is_unique
    assert set(found.loc[found["state"] == "overdue", "item_id"]) <= set(named["item_id"])
    assert set(named["measure"]) <= set(MEASURES)
    assert not named["state"].isin(["done", "done_late", "cancelled", "unclear", "no_date"]).any()


def test_a_reply_and_a_warning_stand_beside_the_state_and_do_not_change_it():
    step = {"event_id": "E", "office": "ก", "fiscal_year": 2561, "end": date(2018, 6, 1), "period_kind": "deadline"}
    notice = {"notice_id": "N", "items": "E\nX", "office": "ก", "fiscal_year": 2561}
    days = (date(2018, 6, 2), date(2018, 6, 4), date(2018, 6, 20))
    reply = {"reply_id": "R", "item_id": "E", "state": "answered", "reason": "รอข้อมูล", "replied_on": date(2018, 6, 3)}
    register = from_records(
        {"events": [step], "notices": [{**notice, "sent_on": day} for day in days], "replies": [reply]}
    )
    row = warnings(register, WEDNESDAY).iloc[0]
    assert (row["state"], row["sent"], row["unanswered"]) == ("overdue", 2, 1)
    assert (row["reply"], row["last_sent"].date()) == ("ตอบแล้ว: รอข้อมูล", date(2018, 6, 4))
    before = warnings(register, date(2018, 6, 2)).iloc[0]
    assert (before["sent"], before["unanswered"], pd.isna(before["reply"])) == (1, 1, True)
