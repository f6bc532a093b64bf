"""What is typed on the committee's page goes through the one door: kept as versions, replaced, taken back."""

from datetime import date

import pytest

from kmdash.domain.frames import records
from kmdash.store import LearnedEntry, RoleEntry, StepEntry, SummaryEntry

OF = {"office": "กรมตัวอย่าง", "fiscal_year": 2562}


def summary(text="ก้าวหน้า", plan=None):
    rest = {"factors": None, "obstacles": "", "remedies": " แก้ไข ", "by": "เลขา", "written_on": date(2019, 6, 15)}
    return SummaryEntry(**OF, plan_id=plan, progress=text, **rest)


def test_a_summary_is_kept_by_plan_and_the_later_one_stands(store):
    for entry in (summary(), summary("ของแผน", plan="P1"), summary("ใหม่")):
        store.record_entry(entry, actor="เลขา")
    rows = records(store.register().summaries)
    assert {(row["plan_id"], row["progress"], row["remedies"]) for row in rows} == {
        (None, "ใหม่", "แก้ไข"),
        ("P1", "ของแผน", "แก้ไข"),
    }
    assert records(store.register(1).summaries)[0]["progress"] == "ก้าวหน้า"
    assert store.check()["ok"]


def test_the_same_typed_again_is_no_version(store):
    assert store.record_entry(summary(), actor="เลขา").number == 1
    assert store.record_entry(summary(), actor="เลขา") is None


def test_a_step_is_marked_and_taken_back(store):
    done = StepEntry(**OF, event_id="E1", done_on=date(2019, 3, 1), note=None, by="เลขา")
    store.record_entry(done, actor="เลขา")
    assert store.register().steps_done["event_id"].tolist() == ["E1"]
    store.record_entry(StepEntry(**OF, event_id="E1", done_on=None, note=None, by="เลขา"), actor="เลขา")
    assert store.register().steps_done.empty


def test_a_role_is_one_whatever_its_blanks(store):
    for role, holders in (("หัวหน้า คณะทำงาน", "ปลัด"), ("หัวหน้าคณะทำงาน", "ผู้อำนวยการ")):
        store.record_entry(RoleEntry(**OF, role=role, holders=holders, duties=None), actor="เลขา")
    assert store.register().duties["holders"].tolist() == ["ผู้อำนวยการ"]


@pytest.mark.parametrize(
    "entry",
    [
        RoleEntry(**OF, role="", holders="ปลัด", duties=None),
        StepEntry(**OF, event_id="", done_on=date(2019, 3, 1), note=None, by="เลขา"),
        StepEntry(**OF, event_id="E1", done_on=date(2019, 3, 1), note=None, by=" "),
    ],
)
def test_what_names_nothing_or_nobody_is_refused(store, entry):
    with pytest.raises(ValueError, match="must be given"):
        store.record_entry(entry, actor="เลขา")


def learned(says, by="เลขา", frame="evidence"):
    about = {"plan_id": "P1", "about_kind": "kpi", "about_id": "P1/K1", "step": "1.2"}
    about = about if frame == "evidence" else {"plan_id": "P1", "activity_id": None, "of_year": 2562}
    return LearnedEntry(frame, **OF, about=about, says=says, by=by, told_on=date(2019, 6, 1))


def test_evidence_of_a_step_is_kept_changed_and_taken_back(store):
    for text in (" คำสั่ง.pdf ", "คำสั่ง ๑.pdf"):
        store.record_entry(learned({"evidence": text, "place": None}), actor="เลขา")
    rows = records(store.register().evidence)
    assert [(row["step"], row["evidence"]) for row in rows] == [("1.2", "คำสั่ง ๑.pdf")]
    assert store.record_entry(learned({"evidence": "คำสั่ง ๑.pdf", "place": ""}), actor="เลขา") is None
    store.record_entry(learned({"evidence": None, "place": None}), actor="เลขา")
    assert store.register().evidence.empty
    assert store.check()["ok"]


def test_a_review_is_one_of_its_activity_and_year(store):
    store.record_entry(learned({"intended": "ก", "happened": "ข"}, frame="aars"), actor="เลขา")
    (row,) = records(store.register().aars)
    assert (row["of_year"], row["intended"], row["activity_id"]) == (2562, "ก", None)


def test_evidence_that_names_nobody_is_refused(store):
    with pytest.raises(ValueError, match="must be given"):
        store.record_entry(learned({"evidence": "ก"}, by=""), actor="เลขา")
