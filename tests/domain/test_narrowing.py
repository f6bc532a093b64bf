"""Only the activities of chosen stages and states: what stays, what goes, and what is no gap."""

from datetime import date

import pytest

from kmdash.domain.items import items
from kmdash.domain.narrowing import EVERYTHING, STATE_CODES, Narrowing, narrowed, stage_label
from kmdash.domain.register import from_records
from kmdash.domain.states import STATES
from kmdash.domain.words import set_language
from kmdash.measures.coverage import coverage

JUNE_15 = date(2019, 6, 15)
OF = {"office": "กรม ก", "fiscal_year": 2562}


def a_register():
    plans = [
        {**OF, "plan_id": "P1", "title": "แผน ก", "process": "KM"},
        {**OF, "plan_id": "P2", "title": "แผน ข", "process": "change"},
    ]
    when = {"start": date(2019, 1, 1), "end": date(2019, 1, 31), "period_kind": "range"}
    activities = [
        {**when, "activity_id": "A1", "plan_id": "P1", "stage": 3, "status": "done"},
        {**when, "activity_id": "A2", "plan_id": "P1", "stage": 3},
        {**when, "activity_id": "A3", "plan_id": "P1", "stage": 7, "status": "cancelled"},
        {**when, "activity_id": "A4", "plan_id": "P2", "component": 3},
    ]
    progress = [{"activity_id": "A1", "plan_id": "P1"}, {"activity_id": "A4", "plan_id": "P2"}]
    events = [{**OF, **when, "event_id": "E1", "text": "ประชุม"}]
    return from_records({"plans": plans, "activities": activities, "progress": progress, "events": events})


def left(only):
    found = narrowed(a_register(), only, JUNE_15)
    return [*found.activities["activity_id"], *found.events["event_id"]]


def test_nothing_chosen_leaves_the_very_register():
    register = a_register()
    assert narrowed(register, EVERYTHING, JUNE_15) is register


@pytest.mark.parametrize(
    ("only", "ids"),
    [
        (Narrowing(stages=("3",)), ["A1", "A2"]),
        (Narrowing(stages=("c3",)), ["A4"]),
        (Narrowing(stages=("7", "c3")), ["A3", "A4"]),
        (Narrowing(states=("overdue",)), ["A2", "A4", "E1"]),
        (Narrowing(states=("done", "cancelled")), ["A1", "A3"]),
        (Narrowing(stages=("3",), states=("overdue",)), ["A2"]),
        (Narrowing(stages=("5",)), []),
    ],
)
def test_the_activities_and_steps_chosen_are_left(only, ids):
    assert left(only) == ids


def test_reports_follow_their_activities_and_plans_stay():
    found = narrowed(a_register(), Narrowing(stages=("3",)), JUNE_15)
    assert (found.progress["activity_id"].tolist(), found.plans["plan_id"].tolist()) == (["A1"], ["P1", "P2"])


def test_the_states_chosen_split_the_items_without_remainder():
    everything = items(a_register(), JUNE_15)["item_id"].tolist()
    assert sorted(item for state in STATE_CODES for item in left(Narrowing(states=(state,)))) == sorted(everything)
    assert sorted(STATE_CODES) == sorted(STATES)


def test_coverage_of_a_stage_keeps_its_gaps_and_leaves_the_other_stages_out():
    found = coverage(a_register(), JUNE_15, only=Narrowing(stages=("3", "5")))
    assert found[["plan_id", "stage", "planned", "state"]].to_numpy().tolist() == [
        ["P1", 3, 2, "late"],
        ["P1", 5, 0, "none"],
    ]


def test_coverage_of_a_component_is_of_the_change_plans():
    found = coverage(a_register(), JUNE_15, only=Narrowing(stages=("c3",)))
    assert found[["plan_id", "stage", "planned"]].to_numpy().tolist() == [["P2", 3, 1]]


def test_coverage_of_a_state_counts_its_activities_only_and_knows_no_gap():
    found = coverage(a_register(), JUNE_15, only=Narrowing(states=("done",)))
    assert found[["plan_id", "stage", "planned", "done", "overdue"]].to_numpy().tolist() == [["P1", 3, 1, 1, 0]]


def test_a_stage_is_named_in_the_language_set():
    set_language("en")
    try:
        assert stage_label("c2") == "Component 2 Communication"
    finally:
        set_language("th")
    assert stage_label("6") == "ขั้นตอนที่ 6 การแบ่งปันแลกเปลี่ยนความรู้"
