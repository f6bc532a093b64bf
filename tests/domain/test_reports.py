"""The last word on an activity: which report counts on which day."""

from datetime import date
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.columns import ACTIVITIES, PROGRESS
from kmdash.domain.frames import frame, records
from kmdash.domain.register import from_records
from kmdash.domain.reports import LATEST, latest_reports
from tests.oracles import reports as oracle

JUNE_15 = date(2019, 6, 15)


def latest(*reports, as_of=JUNE_15, status=None):
    register = from_records(
        {
            "activities": [{"activity_id": "A", "status": status}],
            "progress": [{"activity_id": "A", **row} for row in reports],
        }
    )
    found = records(latest_reports(register.activities, register.progress, as_of))[0]
    return SimpleNamespace(**found) if found["reported"] else None


def test_nothing_told_is_nothing_known():
    assert latest() is None


def test_the_newest_report_on_or_before_the_day_counts():
    reports = [
        {"status": "done", "reported_on": date(2019, 6, 16)},
        {"status": "in_progress", "reported_on": date(2019, 6, 15)},
        {"status": "not_started", "reported_on": date(2019, 5, 1)},
    ]
    assert latest(*reports).status == "in_progress"
    assert latest(*reports, as_of=date(2019, 6, 16)).status == "done"
    assert latest(*reports, as_of=date(2019, 4, 30)) is None


def test_of_one_day_the_last_row_wins():
    day = date(2019, 5, 1)
    assert (
        latest({"status": "in_progress", "reported_on": day}, {"status": "done", "reported_on": day}).status == "done"
    )


def test_a_report_without_a_date_counts_on_every_day_and_is_older_than_a_dated_one():
    undated = {"status": "in_progress"}
    assert latest(undated, as_of=date(2000, 1, 1)).status == "in_progress"
    assert latest({"status": "done", "reported_on": date(2019, 5, 1)}, undated).status == "done"


def test_a_completion_told_without_a_report_date_is_not_known_before_its_own_day():
    told = {"status": "done", "done_on": date(2019, 6, 1)}
    assert latest(told, as_of=date(2019, 5, 31)) is None
    assert latest(told).done_date == date(2019, 6, 1)


def test_the_plan_s_own_status_stands_until_something_is_reported():
    assert latest(status="in_progress").status == "in_progress"
    assert latest({"status": "done", "reported_on": date(2019, 5, 1)}, status="in_progress").status == "done"


def test_a_report_without_a_status_leaves_the_status_as_it_was():
    told = latest(
        {"status": "done", "reported_on": date(2019, 5, 1)}, {"percent": 100, "reported_on": date(2019, 6, 1)}
    )
    assert (told.status, told.reported_on) == ("done", date(2019, 6, 1))


def test_a_completion_reported_month_after_month_counts_from_its_first_report():
    told = latest(
        {"status": "done", "reported_on": date(2019, 4, 5)}, {"status": "done", "reported_on": date(2019, 5, 5)}
    )
    assert (told.done_date, told.done_date_reported) == (date(2019, 4, 5), True)


def test_a_completion_that_is_taken_back_is_forgotten():
    told = latest(
        {"status": "done", "reported_on": date(2019, 4, 5), "done_on": date(2019, 4, 1)},
        {"status": "in_progress", "reported_on": date(2019, 5, 5)},
    )
    assert (told.status, told.done_date) == ("in_progress", None)


def test_a_new_day_stays_until_another_is_told():
    told = latest(
        {"status": "postponed", "reported_on": date(2019, 4, 5), "postponed_to": date(2019, 8, 31)},
        {"status": "in_progress", "reported_on": date(2019, 5, 5)},
    )
    assert told.postponed_to == date(2019, 8, 31)


def test_a_share_told_before_the_status_that_now_stands_is_not_its_own():
    one, two = date(2019, 4, 5), date(2019, 5, 5)
    first = {"status": "in_progress", "percent": 60, "reported_on": one}
    assert latest(first, {"status": "done", "reported_on": two}).percent is None
    assert latest(first, {"percent": 80, "reported_on": two}).percent == 80


day = st.none() | st.dates(date(2019, 5, 1), date(2019, 5, 6))
word = st.none() | st.sampled_from(["done", "in_progress", "postponed", "cancelled"])
report = st.fixed_dictionaries(
    {
        "activity_id": st.sampled_from(["A", "B", "C", "ไม่มี"]),
        "status": word,
        "status_text": st.none() | st.just("ทำแล้ว"),
        "percent": st.none() | st.sampled_from([0.0, 60.0, 100.0]),
        "reported_on": day,
        "done_on": day,
        "postponed_to": day,
        "note": st.none() | st.sampled_from(["ก", "ข"]),
    }
)
plan_row = st.fixed_dictionaries({"status": word, "status_text": st.none() | st.just("ตามแผน"), "reported_on": day})


@given(st.lists(plan_row, max_size=3), st.lists(report, max_size=10), st.dates(date(2019, 4, 30), date(2019, 5, 7)))
def test_all_reports_folded_at_once_give_what_folding_one_after_the_other_gives(rows, reports, as_of):
    activities = [{"activity_id": name, **row} for name, row in zip("ABC", rows, strict=False)]
    frames = frame(ACTIVITIES, activities), frame(PROGRESS, reports)
    expected = oracle.latest_reports(*frames, as_of)
    found = records(latest_reports(*frames, as_of))
    for activity, row in zip(activities, found, strict=True):
        assert row == {name: getattr(expected.get(activity["activity_id"], oracle.Latest()), name) for name in LATEST}
