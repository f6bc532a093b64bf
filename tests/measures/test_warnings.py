"""Every activity and committee step with its state, from a register."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from kmdash.domain.register import from_records
from kmdash.domain.results import WARNINGS
from kmdash.domain.states import STATES
from kmdash.measures.warnings import warnings
from tests.oracles.registers import DAYS, registers

JUNE_15 = date(2019, 6, 15)
MARCH = {"start": date(2019, 3, 1), "end": date(2019, 3, 31), "period_kind": "point", "period_text": "มี.ค. ๖๒"}
JULY = {"start": date(2019, 7, 1), "end": date(2019, 7, 31), "period_kind": "point", "period_text": "ก.ค. ๖๒"}


def a_register(period=MARCH, progress=(), status=None, title="แผนที่ ๑", **more):
    return from_records(
        {
            "plans": [
                {"plan_id": "P1", "office": "กรม ก", "fiscal_year": 2562, "title": title, "no": "1", "unit": "กอง ก"}
            ],
            "activities": [
                {"activity_id": "A1", "plan_id": "P1", "stage": 3, "status": status, "owner": "กยผ.", **period, **more}
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


def row(as_of=JUNE_15, **more):
    return warnings(a_register(**more), as_of).iloc[0]


def flags(**more):
    found = row(**more)
    return [name for name in ("no_owner", "owner_names_nobody", "never_reported", "stale") if found[name]]


def test_no_owner_and_an_owner_that_names_nobody_are_flags_while_the_item_is_open():
    """rules.md §5: also shown as loudly as late."""
    seen = {"status": "in_progress"}
    assert flags(owner=None, **seen) == ["no_owner"]
    assert flags(owner="ทุกกอง", owners="ทุกกอง", **seen) == ["owner_names_nobody"]
    assert flags(owner="กองคลังและทุกกอง", owners="กองคลัง\nทุกกอง", **seen) == []
    assert flags(owner=None, status="done") == []


@pytest.mark.parametrize(("told", "stale"), [(date(2019, 4, 15), True), (date(2019, 4, 16), False)])
def test_what_was_reported_long_ago_is_stale(told, stale):
    report = {"status": "in_progress", "reported_on": told}
    assert flags(progress=[report]) == (["stale"] if stale else [])
    assert flags(progress=[report | {"status": "done"}]) == []
    assert flags(period=JULY, progress=[report]) == []


def test_the_number_of_days_after_which_a_report_is_old_is_a_setting():
    register = a_register(progress=[{"status": "in_progress", "reported_on": date(2019, 6, 1)}])
    assert warnings(register, JUNE_15, stale_after=10)["stale"].tolist() == [True, False]


@pytest.mark.parametrize(
    ("report", "words"),
    [
        ({"status": "done", "percent": 80}, ["สถานะว่าเสร็จ แต่ร้อยละยังไม่ถึง 100"]),
        ({"status": "in_progress", "percent": 100}, ["ร้อยละ 100 แต่สถานะยังไม่เสร็จ"]),
        ({"status": "done", "percent": 100}, []),
        ({"status": "in_progress", "percent": 80}, []),
        ({"status": "cancelled", "percent": 100}, []),
        ({"status": "done", "done_on": date(2019, 2, 28)}, ["เสร็จก่อนเดือนที่เริ่มตามแผน"]),
        ({"status": "done", "done_on": date(2019, 3, 1)}, []),
        (
            {"status": "done", "percent": 50, "done_on": date(2019, 2, 1)},
            ["สถานะว่าเสร็จ แต่ร้อยละยังไม่ถึง 100", "เสร็จก่อนเดือนที่เริ่มตามแผน"],
        ),
    ],
)
def test_a_status_against_its_share_and_a_completion_before_the_start_are_findings(report, words):
    """rules.md §5: status text against % is a finding; done before its start month: accepted, with a finding."""
    found = row(progress=[report])
    assert (found["finding"] if words else pd.isna(found["finding"])) == (" · ".join(words) or True)
    assert (found["state"] in ("done", "done_late")) == (report["status"] == "done")


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(registers(), DAYS)
def test_every_item_has_exactly_one_state_on_every_day(register, as_of):
    found = warnings(register, as_of)
    assert len(found) == len(register.activities) + len(register.events)
    assert found["state"].isin(STATES).all() and found["reason"].notna().all()
    assert found[["never_reported", "no_owner", "owner_names_nobody", "stale", "due_soon"]].notna().all(axis=None)
