"""Every activity and committee step with its state, from a register."""

from datetime import date

import pandas as pd
import pytest

from kmdash.domain.register import from_records
from kmdash.domain.results import WARNINGS
from kmdash.measures.warnings import warnings

JUNE_15 = date(2019, 6, 15)
MARCH = {"start": date(2019, 3, 1), "end": date(2019, 3, 31), "period_kind": "point", "period_text": "มี.ค. ๖๒"}
JULY = {"start": date(2019, 7, 1), "end": date(2019, 7, 31), "period_kind": "point", "period_text": "ก.ค. ๖๒"}


def a_register(period=MARCH, progress=(), status=None, title="แผนที่ ๑"):
    return from_records(
        {
            "plans": [
                {"plan_id": "P1", "office": "กรม ก", "fiscal_year": 2562, "title": title, "no": "1", "unit": "กอง ก"}
            ],
            "activities": [
                {"activity_id": "A1", "plan_id": "P1", "stage": 3, "status": status, "owner": "กยผ.", **period}
            ],
            "events": [{"event_id": "E1", "office": "กรม ก", "fiscal_year": 2562, "text": "ประชุม", **MARCH}],
            "progress": [{"activity_id": "A1", "plan_id": "P1", **row} for row in progress],
        }
    )


def test_every_activity_and_committee_step_has_one_row():
    found = warnings(a_register(), JUNE_15)
    assert found["item_id"].tolist() == ["A1", "E1"]
    assert found["state"].tolist() == ["overdue", "overdue"]
    assert found["days"].tolist() == [76, 76]
    assert found["plan_id"].isna().tolist() == [False, True]
    activity = found.iloc[0]
    assert (activity["plan"], activity["unit"], activity["stage"], activity["owner"]) == ("แผนที่ ๑", "กอง ก", 3, "กยผ.")


def test_a_committee_step_is_never_called_never_reported():
    assert warnings(a_register(), JUNE_15)["never_reported"].tolist() == [True, False]


def test_an_activity_that_has_not_begun_is_not_called_never_reported():
    assert not warnings(a_register(JULY), JUNE_15)["never_reported"].any()


@pytest.mark.parametrize(("as_of", "state"), [(date(2019, 5, 1), "overdue"), (date(2019, 5, 2), "done")])
def test_a_report_counts_from_its_own_day(as_of, state):
    report = {
        "status": "done",
        "status_text": "ดำเนินการแล้ว",
        "done_on": date(2019, 3, 20),
        "reported_on": date(2019, 5, 2),
    }
    row = warnings(a_register(progress=[report]), as_of).iloc[0]
    assert row["state"] == state
    assert pd.isna(row["status_text"]) == (state == "overdue")


def test_the_plan_s_own_status_counts_and_is_marked_as_undated():
    row = warnings(a_register(status="in_progress"), JUNE_15).iloc[0]
    assert (row["status_text"], row["never_reported"]) == ("อยู่ระหว่างดำเนินการ", False)
    assert pd.isna(row["reported_on"]) and "ไม่ทราบวันที่รายงาน" in row["reason"]


def test_a_plan_without_a_title_is_called_by_its_number():
    assert warnings(a_register(title=None), JUNE_15).iloc[0]["plan"] == "แผนที่ 1"


def test_the_setting_of_days_reaches_the_states():
    assert warnings(a_register(JULY), JUNE_15).iloc[0]["state"] == "upcoming"
    assert warnings(a_register(JULY), JUNE_15, within=10).iloc[0]["state"] == "not_yet"


def test_nothing_in_gives_no_warnings_with_the_same_columns():
    empty = warnings(from_records({}), JUNE_15)
    assert empty.empty and list(empty) == list(WARNINGS)
