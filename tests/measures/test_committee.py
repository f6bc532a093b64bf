"""The committee: steps done as of a day, steps out of order, roles typed over those of a file."""

from datetime import date

from kmdash.domain.frames import records
from kmdash.domain.register import from_records
from kmdash.measures.committee import committee

OF = {"office": "กรมตัวอย่าง", "fiscal_year": 2562}
DATED = {"precision": "day", "period_kind": "point"}


def step(place, day):
    named = {"event_id": f"E{place}", "position": place, "no": str(place), "text": f"ขั้น {place}"}
    return {**OF, **DATED, **named, "period_text": f"{day}", "start": day, "end": day}


EVENTS = [step(1, date(2019, 3, 23)), step(2, date(2019, 2, 8)), step(3, date(2019, 3, 1))]


def steps(as_of, done_on=date(2019, 3, 1)):
    done = {**OF, "step_id": "x", "event_id": "E2", "done_on": done_on, "note": "ครบ", "by": "เลขา"}
    rows = records(committee(from_records({"events": EVENTS, "steps_done": [done]}), as_of))
    return {row["no"]: row for row in rows}


def test_a_step_is_done_from_its_day_on():
    before, after = steps(date(2019, 2, 20)), steps(date(2019, 4, 1))
    assert (before["2"]["state"], after["2"]["state"]) == ("overdue", "done_late")
    assert (before["2"]["done_on"], after["2"]["done_on"]) == (None, date(2019, 3, 1))


def test_a_step_dated_after_the_one_that_follows_names_it():
    found = steps(date(2019, 4, 1))
    assert [found[no]["finding_no"] for no in "123"] == ["2", None, None]


def test_a_role_typed_stands_in_the_place_of_the_files():
    rows = [{**OF, "duty_id": str(place), "role": role} for place, role in enumerate(("หัวหน้า", "คณะทำงาน"))]
    typed = {**OF, "duty_id": "t", "role": "หัว หน้า", "holders": "ปลัด"}
    found = records(committee(from_records({"duties": [*rows, typed]}), date(2019, 4, 1)))
    assert [(row["no"], row["name"], row["holders"]) for row in found] == [
        ("1", "หัว หน้า", "ปลัด"),
        ("2", "คณะทำงาน", None),
    ]


def test_summaries_follow_their_plans_after_the_whole_offices():
    plans = [{**OF, "plan_id": name, "title": f"แผน {name}"} for name in ("P1", "P2")]
    rows = [{**OF, "summary_id": str(plan), "plan_id": plan, "progress": "ก"} for plan in ("P2", None, "P1", "P9")]
    found = records(committee(from_records({"plans": plans, "summaries": rows}), date(2019, 4, 1)))
    assert [(row["plan_id"], row["name"]) for row in found] == [(None, None), ("P1", "แผน P1"), ("P2", "แผน P2")]


def test_nothing_known_gives_no_rows():
    assert committee(from_records({}), date(2019, 4, 1)).empty
