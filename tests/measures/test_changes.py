"""What a meeting is told of between two looks: in words, each thing once, nothing where nothing changed."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from kmdash.domain.changes import changes as values_changed
from kmdash.domain.columns import INPUT_FRAMES, ROW_ID, THRESHOLDS
from kmdash.domain.frames import records
from kmdash.domain.register import from_records, resolved_by
from kmdash.domain.since import KINDS, REWORDED
from kmdash.domain.states import DONE
from kmdash.domain.words import catalogue
from kmdash.measures.briefing import changes_since
from kmdash.measures.warnings import warnings
from tests.oracles.registers import DAYS, registers

MAY, JUNE = date(2019, 5, 15), date(2019, 6, 15)
MARCH = {"start": date(2019, 3, 1), "end": date(2019, 3, 31), "period_kind": "point", "precision": "month"}
many = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def plan(number=1, **more):
    own = {"plan_id": f"P{number}", "no": str(number), "title": f"แผน {number}", "unit": "กอง ก"}
    return {"office": "กรม ก", "fiscal_year": 2562, "source_cell": f"แผน!A{number}", **own, **more}


def activity(number=1, of=1, **more):
    own = {"activity_id": f"A{number}", "plan_id": f"P{of}", "no": f"{number}.1", "text": f"งาน {number}"}
    return {**own, "source_cell": f"แผน!B{number}", **MARCH, **more}


def kpi(**more):
    levels = dict(zip(THRESHOLDS, (65.0, 70.0, 75.0, 80.0, 85.0), strict=True))
    return {"kpi_id": "K1", "plan_id": "P1", "position": 1, "name": "ร้อยละผู้ผ่าน", "direction": "up", **levels, **more}


def result(actual, day=JUNE):
    return {"kpi_id": "K1", "plan_id": "P1", "actual": actual, "reported_on": day, "source_cell": "ผล!F2"}


def a_register(**frames):
    return from_records({"plans": [plan()], "activities": [activity()], "kpis": [kpi()], **frames})


def told(before, after, then=JUNE, now=JUNE):
    found = changes_since(before, then, after, now)
    return [(row["kind"], row["item_id"], row["before"], row["after"]) for row in records(found)]


def test_a_new_result_is_told_from_the_old_level_to_the_new():
    before, after = a_register(results=[result(72.0, MAY)]), a_register(results=[result(72.0, MAY), result(85.0)])
    assert told(before, after) == [("reported", "K1", "ระดับ 2 · 2.4000", "ระดับ 5 · 5.0000")]
    assert told(a_register(), before) == [("reported", "K1", "ยังไม่มีผล", "ระดับ 2 · 2.4000")]
    assert [row[0] for row in told(before, a_register())] == ["withdrawn"]


def test_other_thresholds_under_the_same_result_are_told_as_such():
    held = [result(72.0)]
    after = a_register(results=held, kpis=[kpi(threshold_5=90.0, threshold_2=72.0)])
    assert told(a_register(results=held), after)[1:] == [
        ("reworded", "K1", "70", "72"),
        ("reworded", "K1", "85", "90"),
    ]
    assert told(a_register(results=held), after)[0][0] == "rescored"


def test_an_activity_reported_done_and_one_that_is_not_done_any_more():
    done = {"activity_id": "A1", "plan_id": "P1", "status": "done", "reported_on": JUNE, "done_on": date(2019, 3, 20)}
    before, after = a_register(), a_register(progress=[done])
    assert told(before, after) == [("finished", "A1", "ทวงถาม 76 วัน", "เสร็จ")]
    assert told(after, before) == [("reopened", "A1", "เสร็จ", "ทวงถาม 76 วัน")]
    assert changes_since(before, JUNE, after, JUNE).loc[0, "source_cell"] == "แผน!B1"


def test_what_became_late_because_days_went_by_is_told():
    june = {"start": date(2019, 5, 1), "end": date(2019, 5, 31), "period_kind": "point", "precision": "month"}
    same = a_register(activities=[activity(**june)])
    assert told(same, same, then=MAY) == [("late", "A1", "ตาม", "ทวงถาม 15 วัน")]


def test_dates_that_moved_are_told_from_day_to_day():
    later = a_register(activities=[activity(end=date(2019, 7, 31))])
    assert told(a_register(), later) == [("moved", "A1", "31 มี.ค. 2562", "31 ก.ค. 2562")]
    postponed = {"activity_id": "A1", "plan_id": "P1", "status": "postponed", "postponed_to": date(2019, 8, 31)}
    after = a_register(progress=[{**postponed, "reported_on": JUNE}])
    assert told(a_register(), after) == [("moved", "A1", "31 มี.ค. 2562", "31 ส.ค. 2562")]


def test_the_next_day_of_a_recurring_activity_is_no_move():
    recurring = {"period_kind": "recurring", "period_text": "ทุกเดือน", "start": None, "end": None}
    monthly = a_register(activities=[activity(**recurring, occurrences="2019-05-01;2019-06-01;2019-07-01")])
    assert told(monthly, monthly, then=MAY) == []


def test_a_plan_that_came_is_told_by_itself_without_its_activities():
    more = a_register(plans=[plan(), plan(2)], activities=[activity(), activity(2, of=2)])
    assert told(a_register(), more) == [("plan_added", "P2", None, None)]
    assert told(more, a_register()) == [("plan_removed", "P2", None, None)]


def test_an_activity_that_came_into_a_plan_is_told():
    more = a_register(activities=[activity(), activity(2)])
    assert [row[:2] for row in told(a_register(), more)] == [("activity_added", "A2")]
    assert [row[:2] for row in told(more, a_register())] == [("activity_removed", "A2")]


def test_resolutions_and_decisions_on_a_vote_are_told():
    resolution = {"resolution_id": "R1", "about": "แผนที่ 1", "text": "เร่งรัด", "resolved_on": JUNE}
    decision = {"decision_id": "B/decision", "ballot_id": "B", "kind": "chair", "by": "ประธาน", "reason": "ชี้ขาด"}
    closing = {"decision_id": "B/closing", "ballot_id": "B", "kind": "closed", "by": "ประธาน"}
    after = a_register(resolutions=[resolution], decisions=[closing, decision], ballots=[{"ballot_id": "B"}])
    before = a_register(ballots=[{"ballot_id": "B"}])
    assert told(before, after) == [("vote_decided", "B", None, "ชี้ขาด"), ("resolved", "R1", None, "เร่งรัด")]
    assert ("resolution_withdrawn", "R1", "เร่งรัด", None) in told(after, before)


def test_the_steps_of_the_committee_are_never_called_late():
    event = {"event_id": "E1", "office": "กรม ก", "fiscal_year": 2562, "text": "ประชุม", **MARCH}
    same = a_register(events=[event])
    assert told(same, same, then=date(2019, 3, 1)) == [("late", "A1", "ตาม", "ทวงถาม 76 วัน")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_change_has_its_words(kind):
    assert f"since_kind.{kind}" in catalogue()


@many
@given(registers(), DAYS)
def test_the_same_look_twice_tells_nothing(register, day):
    assert changes_since(register, day, register, day).empty


@many
@given(registers(), registers(), DAYS, DAYS)
def test_what_comes_one_way_goes_the_other(one, other, then, now):
    there = Counter(changes_since(one, then, other, now)["kind"])
    back = Counter(changes_since(other, now, one, then)["kind"])
    for came, went in [
        ("plan_added", "plan_removed"),
        ("activity_added", "activity_removed"),
        ("finished", "reopened"),
    ]:
        assert there[came] == back[went]
    assert there["moved"] == back["moved"]


@many
@given(registers(), DAYS, DAYS)
def test_of_one_register_every_activity_newly_late_or_done_is_told_once(register, then, now):
    found = changes_since(register, then, register, now)
    states = [warnings(register, day).set_index("item_id") for day in (then, now)]
    old, new = (look.loc[look["plan_id"].isin(register.plans["plan_id"]), "state"] for look in states)
    late = set(new.index[(new == "overdue") & (old != "overdue") & ~old.isin(DONE)])
    done = set(new.index[new.isin(DONE) & ~old.isin(DONE)])
    assert set(found.loc[found["kind"] == "late", "item_id"]) == late
    assert set(found.loc[found["kind"] == "finished", "item_id"]) == done
    assert not found.duplicated(["kind", "item_id"]).any()


@pytest.mark.parametrize(
    ("frame", "one", "other", "before", "after"),
    [
        ("plans", plan(), plan(title="แผนใหม่"), "แผน 1", "แผนใหม่"),
        ("plans", plan(), plan(unit="กอง ข"), "กอง ก", "กอง ข"),
        ("activities", activity(), activity(text="งานใหม่"), "งาน 1", "งานใหม่"),
        ("activities", activity(owner="สล."), activity(), "สล.", None),
        ("kpis", kpi(), kpi(name="ร้อยละผู้เข้าร่วม"), "ร้อยละผู้ผ่าน", "ร้อยละผู้เข้าร่วม"),
        ("kpis", kpi(weight=60.0), kpi(weight=50.0), "60", "50"),
        ("kpis", kpi(), kpi(threshold_5=90.0), "85", "90"),
        ("kpis", kpi(target="5"), kpi(target="6"), "5", "6"),
        ("events", {"event_id": "E1", "text": "ประชุม"}, {"event_id": "E1", "text": "ประชุมใหญ่"}, "ประชุม", "ประชุมใหญ่"),
    ],
)
def test_a_value_that_became_another_is_told_from_old_to_new(frame, one, other, before, after):
    found = told(a_register(**{frame: [one]}), a_register(**{frame: [other]}))
    ids = {"plans": "P1", "activities": "A1", "kpis": "K1", "events": "E1"}
    assert found == [("reworded", ids[frame], before, after)]


def test_a_value_that_became_another_is_told_with_its_own_cell_and_what_it_is():
    cells = {"value_cells": '{"owner": "แผน!F9"}'}
    looks = [a_register(activities=[activity(owner=owner, **cells)]) for owner in ("สล.", "กม.")]
    row = changes_since(looks[0], JUNE, looks[1], JUNE).iloc[0]
    assert (row["text"], row["source_cell"], row["plan"]) == ("งาน 1 · ผู้รับผิดชอบ", "แผน!F9", "แผน 1")


def test_a_kpi_that_came_or_went_is_told():
    more = a_register(kpis=[kpi(), kpi(kpi_id="K2", name="ตัวใหม่")])
    assert told(a_register(), more) == [("kpi_added", "K2", None, "ตัวใหม่")]
    assert told(more, a_register()) == [("kpi_removed", "K2", "ตัวใหม่", None)]


def test_votes_that_came_went_or_were_counted_anew_are_told():
    ballot = {"ballot_id": "B", "title": "คัดเลือก"}
    votes = [{"candidate_id": "C1", "ballot_id": "B", "votes": count} for count in (3, 4)]
    few, many = (a_register(ballots=[ballot], candidates=[row]) for row in votes)
    assert told(few, many) == [("vote_changed", "B", "1 รายการที่เสนอ 3 เสียง", "1 รายการที่เสนอ 4 เสียง")]
    assert [row[0] for row in told(a_register(), few)] == ["vote_added"]
    assert [row[0] for row in told(few, a_register())] == ["vote_removed"]
    moved = a_register(ballots=[{**ballot, "source_cell": "โหวต!A9"}], candidates=votes[:1])
    assert told(few, moved) == []


def test_a_report_that_changes_no_state_is_told_as_progress():
    report = {"activity_id": "A1", "plan_id": "P1", "status": "in_progress", "percent": 30.0, "reported_on": JUNE}
    assert told(a_register(), a_register(progress=[report])) == [
        ("progressed", "A1", None, "อยู่ระหว่างดำเนินการ · ร้อยละ 30")
    ]


def test_values_of_other_forms_are_counted_together():
    line = {"knowledge_id": "N1", "plan_id": "P1", "knowledge": "กฎหมาย"}
    other = a_register(knowledge=[{**line, "knowledge": "ระเบียบ"}])
    assert told(a_register(knowledge=[line]), other) == [("other_data", "knowledge", None, "1 ค่า")]


def test_every_value_of_a_plan_activity_kpi_or_step_is_told_by_some_kind():
    """What stands beside the words of a period, a status or thresholds, and where a value stands, says no more."""
    told_else = {"position", "plan_id", "office", "fiscal_year", "direction", "owners", *INPUT_FRAMES["progress"]}
    told_else |= {name for name in INPUT_FRAMES["events"] if name.startswith(("recurs", "occur", "prec", "period_k"))}
    told_else |= {"start", "end"}
    for name, columns in REWORDED.items():
        bare = {column for column in INPUT_FRAMES[name] if not column.endswith(("_cell", "_cells", "_file"))}
        assert bare - {ROW_ID[name]} - told_else <= set(columns)


@many
@given(registers(), registers(), DAYS)
def test_nothing_is_said_to_have_changed_only_where_no_value_of_a_plan_did(one, other, day):
    rows = values_changed(one, other, ("plans", "activities", "kpis", "events"))
    told_frames = {
        (row["frame"], row["key"])
        for row in records(rows)
        if row["change"] == "changed" and row["column"] in REWORDED[row["frame"]]
    }
    found = changes_since(one, day, other, day)
    gone = set(one.plans["plan_id"]) ^ set(other.plans["plan_id"])
    assert not (found.empty and told_frames and not gone)


def test_what_was_resolved_after_a_day_is_not_known_on_that_day():
    days = {"R1": MAY, "R2": JUNE, "R3": None}
    rows = [{"resolution_id": key, "text": "เร่งรัด", "resolved_on": day} for key, day in days.items()]
    known = resolved_by(a_register(resolutions=rows), MAY)
    assert known.resolutions["resolution_id"].tolist() == ["R1", "R3"]
