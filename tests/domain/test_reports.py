"""The last word on an activity: which report counts on which day."""

from datetime import date

from kmdash.domain.register import from_records
from kmdash.domain.reports import latest_reports

JUNE_15 = date(2019, 6, 15)


def latest(*reports, as_of=JUNE_15, status=None):
    register = from_records(
        {
            "activities": [{"activity_id": "A", "status": status}],
            "progress": [{"activity_id": "A", **row} for row in reports],
        }
    )
    return latest_reports(register.activities, register.progress, as_of).get("A")


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
