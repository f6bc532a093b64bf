"""The same activity in each fiscal year: its own time, state, checklist and result; nothing from another year."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.frames import records
from kmdash.domain.learning import AIM_KINDS
from kmdash.domain.register import from_records
from kmdash.measures.by_year import by_year
from kmdash.measures.lessons import areas, notes

OF = {"office": "อบจ. ตัวอย่าง", "fiscal_year": 2567}
PLAN = {**OF, "plan_id": "P", "no": "4", "title": "KM Action Plan"}
TOPIC = {"activity_id": "P/1", "plan_id": "P", "position": 1, "no": "1", "text": "งานบุคคล", "period_kind": "recurring"}
TOPIC |= {"precision": "month", "recurs_every": "fiscal_year", "recurs_month": 4}
TOPIC |= {"occurrences": "2024-04-01;2025-04-01;2026-04-01", "checklist": "\n".join("กขคงจฉ")}
TODAY = date(2026, 3, 15)


def told(year, **more):
    return {**OF, "year_id": f"Y{year}", "plan_id": "P", "activity_id": "P/1", "of_year": year, **more}


def years(activities=(TOPIC,), plans=(PLAN,), **frames):
    register = from_records({"plans": plans, "activities": activities, **frames})
    return records(by_year(register, lambda _: TODAY))


def test_a_topic_of_april_has_a_turn_in_each_of_three_years():
    rows = years(activity_years=[told(2567, status="done", ticked="1,2,3,4,5,6", result="ร้อยละ 86")])
    assert [(row["of_year"], row["due"], row["state"], row["ticked"]) for row in rows] == [
        (2567, date(2024, 4, 30), "done", 6),
        (2568, date(2025, 4, 30), "overdue", 0),
        (2569, date(2026, 4, 30), "upcoming", 0),
    ]
    assert [(row["told"], row["result"], row["steps"]) for row in rows] == [
        (True, "ร้อยละ 86", 6),
        (False, None, 6),
        (False, None, 6),
    ]


def test_a_progress_report_counts_for_the_year_it_tells_of():
    report = {"activity_id": "P/1", "plan_id": "P", "status": "done", "done_on": date(2025, 4, 20), "note": "ครบ"}
    assert [row["state"] for row in years(progress=[report])] == ["overdue", "done", "upcoming"]


def test_what_runs_over_three_years_is_cut_at_each_and_a_year_alone_is_left_out():
    long = {**TOPIC, "period_kind": "range", "occurrences": None, "checklist": None}
    long |= {"start": date(2023, 10, 1), "end": date(2026, 9, 30)}
    rows = years([long])
    assert [(row["start"], row["due"], row["state"]) for row in rows] == [
        (date(2023, 10, 1), date(2024, 9, 30), "overdue"),
        (date(2024, 10, 1), date(2025, 9, 30), "overdue"),
        (date(2025, 10, 1), date(2026, 9, 30), "active"),
    ]
    assert rows[0]["steps"] is None and rows[0]["ticked"] is None
    assert years([{**long, "end": date(2024, 9, 30)}]) == []


def test_the_same_words_in_two_years_plans_are_the_same_activity():
    later = {**PLAN, "plan_id": "Q", "fiscal_year": 2568}
    once = {**TOPIC, "period_kind": "range", "occurrences": None, "start": date(2024, 4, 1), "end": date(2024, 4, 30)}
    again = {**once, "activity_id": "Q/1", "plan_id": "Q", "start": date(2025, 4, 1), "end": date(2025, 4, 30)}
    assert [(row["activity_id"], row["of_year"]) for row in years([once, again], [PLAN, later])] == [
        ("P/1", 2567),
        ("Q/1", 2568),
    ]


@given(st.sets(st.integers(1, 9)))
def test_never_more_is_ticked_than_there_are_steps(places):
    rows = years(activity_years=[told(2567, ticked=",".join(map(str, sorted(places))) or None)])
    assert rows[0]["ticked"] == len({place for place in places if place <= 6})


def test_notes_stand_with_their_activity_and_those_of_later_days_are_not_seen():
    aars = [
        {**OF, "aar_id": "A1", "plan_id": "P", "activity_id": None, "of_year": 2567, "intended": "ก"},
        {**OF, "aar_id": "A2", "plan_id": "P", "activity_id": "P/1", "of_year": 2567, "happened": "ข"},
        {**OF, "aar_id": "A3", "plan_id": "P", "activity_id": "P/1", "told_on": date(2025, 1, 1), "happened": "ค"},
        {**OF, "aar_id": "A4", "plan_id": "ไม่มี", "activity_id": None, "happened": "ง"},
    ]
    swots = [{**OF, "swot_id": "S1", "strengths": "ก"}]
    register = from_records({"plans": [PLAN], "activities": [TOPIC], "aars": aars, "swots": swots})
    rows = records(notes(register, date(2024, 9, 30)))
    assert [(row["note_id"], row["name"]) for row in rows] == [
        ("A2", "1 งานบุคคล"),
        ("A1", "KM Action Plan"),
        ("S1", None),
    ]


def test_areas_follow_the_titles_and_the_secretary_and_no_stage():
    plans = [
        {**PLAN, "plan_id": "KS", "title": "การแลกเปลี่ยนเรียนรู้ (Knowledge Sharing)"},
        {**PLAN, "plan_id": "X", "title": "แผนจัดการความรู้"},
        PLAN,
    ]
    activities = [{**TOPIC, "activity_id": f"{plan}/1", "plan_id": plan, "stage": 6} for plan in ("KS", "X", "P")]
    said = [{**OF, "area_id": "1", "plan_id": "P", "area": "KA"}]
    aims = [{**OF, "aim_id": "1", "position": 1, "kind": kind, "text": kind} for kind in AIM_KINDS]
    kept = [{**OF, "record_id": "R", "title": "คู่มือ", "channel": "เว็บไซต์"}]
    frames = {"plans": plans, "activities": activities, "area_plans": said, "aims": aims, "knowledge_records": kept}
    rows = records(areas(from_records(frames)))
    assert [(row["area"], row["kind"], row["known"]) for row in rows] == [
        ("KV", "aim", "office"),
        ("KV", "aim", "office"),
        ("KS", "point", "office"),
        ("KS", "activity", "title"),
        ("KA", "point", "office"),
        ("KA", "activity", "answered"),
        ("KA", "record", "kept"),
        ("KA", "channel", "kept"),
        (None, "plan", None),
    ]


def test_several_activities_of_the_same_words_keep_a_line_each():
    plans = [{**PLAN, "plan_id": key, "unit": unit} for key, unit in (("P", "สำนัก ก"), ("Q", "สำนัก ข"))]
    plans += [{**plans[1], "plan_id": "R", "fiscal_year": 2570}]
    same = {"activity_id": "Q/1", "plan_id": "Q"}
    later = {"activity_id": "R/1", "plan_id": "R", "occurrences": "2027-04-01"}
    rows = years((TOPIC, {**TOPIC, **same}, {**TOPIC, **later}), plans)
    lines = {}
    for row in rows:
        lines.setdefault(row["key"], []).append((row["activity_id"], row["of_year"]))
    assert list(lines.values()) == [
        [("P/1", 2567), ("P/1", 2568), ("P/1", 2569)],
        [("Q/1", 2567), ("Q/1", 2568), ("Q/1", 2569), ("R/1", 2570)],
    ]
