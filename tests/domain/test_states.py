"""Exactly one state an item and day, by the precedence of the rules."""

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.fiscal import month_end, shown_date
from kmdash.domain.frames import frame, records
from kmdash.domain.items import JUDGED
from kmdash.domain.period import PeriodKind
from kmdash.domain.states import DONE, STATES, group_states, states
from kmdash.domain.words import set_language
from tests.oracles import states as oracle
from tests.oracles.states import Item, State

MARCH = {"start": date(2019, 3, 1), "end": date(2019, 3, 31), "kind": "point", "period_text": "มี.ค. ๖๒"}
JUNE_15 = date(2019, 6, 15)
days = st.dates(date(2018, 1, 1), date(2020, 12, 31))


def judged_items(items):
    """Items as the vectorised rule takes them."""
    rows = [dict(vars(item)) for item in items]
    for row in rows:
        row["period_kind"] = row.pop("kind")
        row["occurrences"] = ";".join(day.isoformat() for day in row["occurrences"]) or None
    return frame(JUDGED, rows)


def all_states(items, day, within=30):
    """The state of every item, as the scalar rule gives it."""
    rows = records(states(judged_items(items), day, within))
    return [State(row["state"], row["due"], row["days"], row["due_soon"], row["reason"]) for row in rows]


def state(item, day, within=30):
    return all_states([item], day, within)[0]


def march(**told) -> Item:
    return Item(**{**MARCH, **told})


@pytest.mark.parametrize(
    ("day", "code", "number"),
    [
        (date(2019, 1, 29), "not_yet", 31),
        (date(2019, 1, 30), "upcoming", 30),
        (date(2019, 2, 28), "upcoming", 1),
        (date(2019, 3, 1), "active", 30),
        (date(2019, 3, 31), "active", 0),
        (date(2019, 4, 1), "overdue", 1),
    ],
)
def test_an_item_is_reminded_followed_and_asked_for_by_its_dates(day, code, number):
    found = state(march(), day)
    assert (found.code, found.days) == (code, number)


def test_the_number_of_days_that_count_as_soon_is_a_setting():
    assert state(march(), date(2019, 2, 14), within=15).code == "upcoming"
    assert state(march(), date(2019, 2, 14), within=14).code == "not_yet"
    assert state(march(), date(2019, 3, 20), within=11).due_soon
    assert not state(march(), date(2019, 3, 20), within=10).due_soon


def test_cancelled_goes_before_everything_and_tells_its_reason():
    found = state(march(kind="unclear", end=None, status="cancelled", note="งดจัดตามมติที่ประชุม"), JUNE_15)
    assert found.code == "cancelled"
    assert "งดจัดตามมติที่ประชุม" in found.reason


def test_done_goes_before_a_period_that_is_not_clear():
    assert state(march(kind="unclear", start=None, status="done"), JUNE_15).code == "done"


def test_only_the_status_makes_an_item_done():
    assert state(march(status="in_progress", done_date=date(2019, 3, 10)), JUNE_15).code == "overdue"


@pytest.mark.parametrize(("day", "code", "late"), [(31, "done", None), (40, "done_late", 9)])
def test_done_after_the_due_date_is_done_late_by_so_many_days(day, code, late):
    found = state(march(status="done", done_date=date(2019, 2, 28) + timedelta(days=day)), JUNE_15)
    assert (found.code, found.days) == (code, late)


def test_done_late_by_the_day_of_the_report_says_that_the_day_of_completion_is_not_given():
    found = state(march(status="done", done_date=date(2019, 4, 5), done_date_reported=True), JUNE_15)
    assert (found.code, found.days) == ("done_late", 5)
    assert "ไม่ได้ระบุวันที่เสร็จ" in found.reason


@pytest.mark.parametrize("missing", ["start", "end"])
def test_a_period_with_an_end_that_cannot_be_read_waits_for_confirmation(missing):
    found = state(march(kind="unclear", **{missing: None}), JUNE_15)
    assert (found.code, found.due, found.days) == ("unclear", None, None)
    assert "มี.ค. ๖๒" in found.reason


@pytest.mark.parametrize(
    "period",
    [
        {"kind": None, "period_text": None},
        {"kind": "unclear", "period_text": None},
        {"kind": "relative", "period_text": "ภายใน ๑๕ วัน นับแต่ได้รับแจ้ง"},
        {"kind": "recurring", "period_text": "ทุกเดือน"},
        {"kind": "range", "period_text": "ต.ค. ๖๑ เป็นต้นไป", "start": date(2018, 10, 1)},
    ],
)
def test_without_a_due_day_there_is_no_date(period):
    assert state(Item(**period), JUNE_15).code == "no_date"


def test_all_year_is_followed_and_not_late_before_the_thirtieth_of_september():
    whole = Item(kind="all_year", fiscal_year=2562, period_text="ตลอดปี")
    assert state(whole, date(2018, 9, 30)).code == "upcoming"
    assert state(whole, date(2018, 10, 1)).code == "active"
    assert state(whole, date(2019, 9, 30)).code == "active"
    assert state(whole, date(2019, 10, 1)).code == "overdue"


def test_a_deadline_is_open_from_the_first_day_of_its_year_and_due_at_its_end():
    deadline = Item(end=date(2019, 10, 31), kind="deadline", fiscal_year=2562, period_text="ภายในเดือน ต.ค. ๖๒")
    assert [state(deadline, day).code for day in (date(2018, 8, 1), date(2018, 9, 15))] == ["not_yet", "upcoming"]
    assert [state(deadline, day).code for day in (JUNE_15, date(2019, 11, 1))] == ["active", "overdue"]


def test_a_recurring_item_goes_by_the_month_of_its_next_occurrence():
    twice = Item(kind="recurring", occurrences=(date(2018, 12, 1), date(2019, 4, 1)), period_text="ธ.ค. และ เม.ย.")
    seen = {
        day: state(twice, day) for day in (date(2018, 12, 5), date(2019, 1, 5), date(2019, 3, 5), date(2019, 5, 1))
    }
    assert [found.code for found in seen.values()] == ["active", "not_yet", "upcoming", "overdue"]
    assert [found.due for found in seen.values()] == [date(2018, 12, 31), *[date(2019, 4, 30)] * 3]


def test_a_recurring_item_of_which_a_day_is_named_is_due_on_that_very_day():
    monthly = Item(
        kind="recurring", precision="day", occurrences=(date(2019, 5, 25), date(2019, 6, 25)), period_text="ทุกวันที่ ๒๕"
    )
    found = state(monthly, date(2019, 5, 25)), state(monthly, date(2019, 5, 26)), state(monthly, date(2019, 6, 26))
    assert [one.code for one in found] == ["active", "upcoming", "overdue"]
    assert [one.due for one in found] == [date(2019, 5, 25), date(2019, 6, 25), date(2019, 6, 25)]


@pytest.mark.parametrize(
    ("every", "starts", "day", "code", "due"),
    [
        ("quarter", (10, 1, 4, 7), date(2019, 8, 1), "active", date(2019, 9, 30)),
        ("quarter", (10, 1, 4, 7), date(2019, 10, 1), "overdue", date(2019, 9, 30)),
        ("quarter", (10, 1, 4, 7), date(2018, 11, 15), "active", date(2018, 12, 31)),
        ("half_year", (10, 4), date(2019, 5, 1), "active", date(2019, 9, 30)),
        ("half_year", (10, 4), date(2018, 9, 20), "upcoming", date(2019, 3, 31)),
    ],
)
def test_what_recurs_by_quarter_or_half_year_has_until_its_end(every, starts, day, code, due):
    """rules.md §2: a period without a day starts on its first and is due on its last day."""
    occurrences = tuple(date(2018 if month > 9 else 2019, month, 1) for month in starts)
    item = Item(kind="recurring", precision="quarter", recurs_every=every, occurrences=occurrences, period_text="ช่วง")
    found = state(item, day)
    assert (found.code, found.due) == (code, due)


def test_a_postponed_item_is_judged_by_its_new_day_and_keeps_the_first_beside_it():
    moved = march(status="postponed", reported=True, reported_on=date(2019, 3, 20), postponed_to=date(2019, 8, 31))
    found = state(moved, JUNE_15)
    assert (found.code, found.due, found.days) == ("active", date(2019, 8, 31), 77)
    assert "31 มี.ค. 2562" in found.reason
    assert state(moved, date(2019, 9, 1)).code == "overdue"


def test_a_postponed_item_without_a_new_day_is_judged_by_the_first():
    assert state(march(status="postponed"), JUNE_15).code == "overdue"


def test_a_new_day_settles_a_period_that_was_not_clear():
    assert state(march(kind="unclear", start=None, postponed_to=date(2019, 8, 31)), JUNE_15).due == date(2019, 8, 31)


def test_a_typed_late_does_not_decide():
    assert state(march(status="late"), date(2019, 3, 15)).code == "active"


def test_overdue_without_a_report_says_so_and_a_status_without_a_day_is_marked():
    assert "ไม่มีรายงาน" in state(march(), JUNE_15).reason
    told = state(march(status="in_progress", reported=True), JUNE_15)
    assert "ไม่มีรายงาน" not in told.reason
    assert "ไม่ทราบวันที่รายงาน" in told.reason


def test_days_are_written_in_the_buddhist_era_in_both_languages():
    assert shown_date(JUNE_15) == "15 มิ.ย. 2562"
    set_language("en")
    try:
        assert shown_date(JUNE_15) == "15 Jun 2562"
    finally:
        set_language("th")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ([], "none"),
        (["cancelled"], "none"),
        (["done", "done_late", "cancelled"], "done"),
        (["done", "overdue"], "late"),
        (["active", "not_yet"], "in_progress"),
        (["done", "no_date"], "in_progress"),
        (["not_yet", "upcoming"], "planned"),
        (["unclear"], "planned"),
    ],
)
def test_several_items_together_have_one_state(codes, expected):
    assert together(codes) == expected


def together(codes):
    """The state of a group by its counts."""
    counted = len(codes) - codes.count("cancelled")
    counts = (counted, sum(code in DONE for code in codes), codes.count("overdue"), codes.count("active"))
    return group_states(*(np.array([number]) for number in counts))[0]


items = st.builds(
    Item,
    start=st.none() | days,
    end=st.none() | days,
    kind=st.none() | st.sampled_from([str(kind) for kind in PeriodKind]),
    precision=st.none() | st.sampled_from(["day", "month", "quarter"]),
    period_text=st.none() | st.just("มี.ค. ๖๒"),
    occurrences=st.lists(days.map(lambda day: day.replace(day=1)), max_size=3).map(lambda found: tuple(sorted(found))),
    recurs_every=st.none() | st.sampled_from(["month", "quarter", "half_year"]),
    fiscal_year=st.none() | st.just(2562),
    status=st.none() | st.sampled_from(["done", "in_progress", "not_started", "late", "cancelled", "postponed"]),
    reported=st.booleans(),
    reported_on=st.none() | days,
    done_date=st.none() | days,
    done_date_reported=st.booleans(),
    postponed_to=st.none() | days,
    note=st.none() | st.just("งดจัด"),
)


@given(st.lists(items, max_size=8), days, st.sampled_from([0, 10, 30]))
def test_all_items_at_once_have_the_states_they_have_one_by_one(some, day, within):
    assert all_states(some, day, within) == [oracle.state(item, day, within) for item in some]


@given(st.lists(st.sampled_from(STATES), max_size=6))
def test_the_counts_of_a_group_tell_its_state(codes):
    assert together(codes) == oracle.group_state(codes)


@given(items, days)
def test_every_item_has_exactly_one_known_state_on_every_day(item, day):
    found = state(item, day)
    assert found.code in STATES
    assert found.reason
    assert (found.code == "cancelled") == (item.status == "cancelled")
    assert (found.code in ("done", "done_late")) == (item.status == "done")
    if found.code in ("overdue", "done_late"):
        assert found.days > 0
    if found.code in ("active", "upcoming", "not_yet"):
        assert found.days >= 0 and found.due >= day
    if found.code in ("unclear", "no_date"):
        assert found.due is None


@given(days, st.integers(0, 200), days)
def test_an_open_item_only_ever_moves_forward(start, length, day):
    order = ["not_yet", "upcoming", "active", "overdue"]
    item = Item(start=start, end=month_end(start + timedelta(days=length)), kind="range", period_text="ช่วง")
    now, next_day = state(item, day), state(item, day + timedelta(days=1))
    assert order.index(now.code) <= order.index(next_day.code)
