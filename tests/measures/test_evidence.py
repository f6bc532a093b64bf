"""The inspector's checklist: present, told as done without evidence, missing; and the level that is proved."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.frames import records
from kmdash.domain.register import from_records
from kmdash.measures.evidence import checklist, proved

OF = {"office": "จังหวัดตัวอย่าง", "fiscal_year": 2561}
DAY = date(2018, 6, 8)
PLAN = {**OF, "plan_id": "P", "no": "1", "title": "แผน", "unit": "จังหวัด"}
TEXTS = "- คำสั่ง ↵ - แผน\nคลัง\n- คณะ ↵ - ชุดความรู้\nช่องทาง\nใช้งาน"
KPIS = [
    {"kpi_id": f"P/K{no}", "plan_id": "P", "position": no, "name": f"ระดับความสำเร็จประเด็นที่ {no}", "scale": "milestone"}
    | {"level_texts": TEXTS, "weight": 20.0}
    for no in range(1, 6)
]
FORM1 = [
    {
        **OF,
        "knowledge_id": f"F{no}",
        "position": no,
        "issue": f"{no}. ประเด็น",
        "kpi": f"ตัวชี้วัดที่ {no} ระดับความสำเร็จ ประเด็นที่ {no}",
    }
    for no in range(1, 6)
]


def told(step, about="P/K1", **more):
    number = {"evidence_id": f"E{about}{step}", "plan_id": "P", "about_kind": "kpi", "about_id": about, "step": step}
    return {**OF, **number, "evidence": "แฟ้ม", "told_on": date(2018, 6, 1), **more}


def found(evidence=(), **frames):
    register = from_records({"plans": [PLAN], "kpis": KPIS, "knowledge": FORM1, "evidence": evidence, **frames})
    return checklist(register, DAY)


def test_five_issues_of_twenty_per_cent_have_seven_steps_each():
    rows = records(found())
    assert (len(rows), {row["state"] for row in rows}) == (35, {"missing"})
    assert [row["issue"] for row in rows[::7]] == [f"{no}. ประเด็น" for no in range(1, 6)]
    assert [(row["weight"], row["steps"]) for row in records(proved(found()))] == [(20.0, 7)] * 5


def test_a_level_counts_as_proved_only_when_every_step_up_to_it_is():
    sums = records(proved(found([told("1.1"), told("1.2"), told("3"), told("2", about="P/K2")])))
    assert [row["level_proved"] for row in sums] == [1, 0, 0, 0, 0]
    assert [row["present"] for row in sums] == [4, 1, 0, 0, 0]
    assert records(proved(found([told("1"), told("2")])))[0]["level_proved"] == 2


def test_a_step_told_as_reached_without_evidence_is_told_apart():
    results = [{"kpi_id": "P/K1", "plan_id": "P", "actual": 2.0, "reported_on": date(2018, 5, 1)}]
    rows = [row for row in records(found([told("1.1")], results=results)) if row["about_id"] == "P/K1"]
    assert [row["state"] for row in rows] == [
        "present",
        "claimed",
        "claimed",
        "missing",
        "missing",
        "missing",
        "missing",
    ]
    (first, second, *_) = records(proved(found(results=results)))
    assert (first["level_told"], second["level_told"]) == (2, None)


def test_evidence_told_after_the_day_is_not_there_yet_and_one_without_a_day_is():
    assert "present" not in set(found([told("2", told_on=date(2018, 7, 1))])["state"])
    assert "present" in set(found([told("2", told_on=None)])["state"])


def test_activities_are_asked_for_the_steps_of_their_checklist_or_the_whole():
    activities = [
        {"activity_id": "P/1", "plan_id": "P", "position": 1, "no": "1", "text": "ก", "checklist": "✓ วางแผน\nเสนอ"},
        {"activity_id": "P/2", "plan_id": "P", "position": 2, "no": "2", "text": "ข", "status": "done"},
        {"activity_id": "P/3", "plan_id": "P", "position": 3, "no": "3", "text": "ค", "status": "cancelled"},
    ]
    evidence = [told("2", about="P/1", about_kind="activity", evidence="https://km.example\nแบบ.pdf", unit="กอง")]
    register = from_records({"plans": [PLAN], "activities": activities, "evidence": evidence})
    rows = records(checklist(register, DAY))
    assert [(row["name"], row["step"], row["state"]) for row in rows] == [
        ("1 ก", "1", "claimed"),
        ("1 ก", "2", "present"),
        ("2 ข", None, "claimed"),
    ]
    assert (rows[1]["kind"], rows[1]["kept_by"]) == ("link\nfile", "กอง")


def test_nothing_gives_no_rows():
    empty = checklist(from_records({}), DAY)
    assert empty.empty and proved(empty).empty


@given(st.sets(st.sampled_from(["1.1", "1.2", "1", "2", "3.1", "3.2", "4", "5"])), st.sampled_from(["2", "4", "1"]))
def test_more_evidence_never_proves_less(steps, more):
    before, after = (
        records(proved(found([told(step) for step in sorted(told_of)])))[0] for told_of in (steps, steps | {more})
    )
    assert before["level_proved"] <= after["level_proved"] and before["present"] <= after["present"]
    assert before["present"] + before["claimed"] + before["missing"] == 7
