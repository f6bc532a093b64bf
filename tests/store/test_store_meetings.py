"""Meetings and their resolutions: each a version of its own, kept, copied and taken back like any other."""

from dataclasses import replace
from datetime import date

import pytest

from kmdash.domain.changes import changes
from kmdash.domain.register import selected
from kmdash.store import Held, Resolved, UnknownVersion, open_store

DAY = date(2019, 6, 15)
RESOLVED = Resolved(
    "กรมตัวอย่าง", 2562, "plan", "2562-x-1", "แผนที่ 1", "เร่งกิจกรรมที่ค้าง", "กอง ก", date(2019, 7, 1), "เลขานุการ", DAY
)
HELD = Held("กรมตัวอย่าง", 2562, "ครั้งที่ 1/2562", DAY, 1, DAY, "เลขานุการ")


@pytest.fixture
def filled(store, plan):
    store.write([plan()], actor="ก", kind="import")
    return store


def test_a_resolution_is_one_version_with_its_words_as_the_reason(filled):
    version = filled.record_resolution(RESOLVED, actor="เลขานุการ")
    assert (version.number, version.kind, version.reason, version.actor) == (
        2,
        "resolution",
        "เร่งกิจกรรมที่ค้าง",
        "เลขานุการ",
    )
    row = filled.register().resolutions.iloc[0]
    assert (row["about_kind"], row["about_id"], row["about"]) == ("plan", "2562-x-1", "แผนที่ 1")
    assert (row["text"], row["unit"], row["due"].date(), row["by"]) == (
        "เร่งกิจกรรมที่ค้าง",
        "กอง ก",
        date(2019, 7, 1),
        "เลขานุการ",
    )
    assert filled.check()["ok"]


def test_a_due_day_a_unit_and_the_id_of_a_free_subject_may_be_missing(filled):
    free = replace(RESOLVED, about_kind="free", about_id=None, about="งบประมาณ", unit=None, due=None)
    filled.record_resolution(free, actor="ก")
    row = filled.register().resolutions.iloc[0]
    assert row[["about_id", "unit", "due"]].isna().all()


def test_a_meeting_keeps_the_version_and_the_day_it_saw(filled):
    version = filled.mark_meeting(HELD, actor="เลขานุการ")
    assert (version.kind, version.reason) == ("meeting", "ครั้งที่ 1/2562")
    row = filled.register().meetings.iloc[0]
    assert (row["shown_version"], row["as_of"].date(), row["held_on"].date()) == (1, DAY, DAY)


def test_the_same_twice_is_one_record(filled):
    for _ in range(2):
        filled.record_resolution(RESOLVED, actor="ก")
        filled.mark_meeting(HELD, actor="ก")
    assert filled.newest() == 3
    assert filled.record_resolution(RESOLVED, actor="ก") is None


def test_each_record_is_taken_back_by_itself_and_its_id_is_never_used_again(filled):
    filled.record_resolution(RESOLVED, actor="ก")
    filled.record_resolution(replace(RESOLVED, text="รายงานทุกเดือน"), actor="ก")
    filled.undo(2, actor="ก")
    assert filled.register().resolutions["text"].tolist() == ["รายงานทุกเดือน"]
    filled.record_resolution(RESOLVED, actor="ก")
    ids = filled.register().resolutions["resolution_id"]
    assert [name.rpartition("-")[2] for name in ids] == ["R2", "R3"]
    filled.mark_meeting(HELD, actor="ก")
    filled.undo(filled.newest(), actor="ก")
    assert filled.register().meetings.empty
    assert filled.check()["ok"]


def test_an_import_leaves_meetings_and_resolutions_as_they_are(filled, plan):
    filled.record_resolution(RESOLVED, actor="ก")
    filled.mark_meeting(HELD, actor="ก")
    filled.write([plan(title="แผนใหม่")], actor="ก", kind="import")
    register = filled.register()
    assert (len(register.resolutions), len(register.meetings)) == (1, 1)


def test_a_copy_holds_them(filled, tmp_path):
    filled.record_resolution(RESOLVED, actor="ก")
    filled.mark_meeting(HELD, actor="ก")
    (tmp_path / "copied.db").write_bytes(filled.copy())
    copied = open_store(str(tmp_path / "copied.db"))
    assert changes(filled.register(), copied.register()).empty
    copied.close()


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"about": ""},
        {"by": ""},
        {"about_kind": "weather"},
        {"about_id": None},
        {"about_kind": "free"},
    ],
)
def test_a_resolution_that_lacks_something_is_refused(filled, wrong):
    with pytest.raises(ValueError, match=r"must be given|about_kind"):
        filled.record_resolution(replace(RESOLVED, **wrong), actor="ก")
    assert filled.newest() == 1


def test_a_meeting_without_a_name_or_on_a_version_there_is_not_is_refused(filled):
    with pytest.raises(ValueError, match="name"):
        filled.mark_meeting(replace(HELD, name=""), actor="ก")
    with pytest.raises(UnknownVersion):
        filled.mark_meeting(replace(HELD, shown_version=9), actor="ก")
    assert filled.newest() == 1


def test_the_filters_give_those_of_one_office_and_year(filled):
    filled.record_resolution(RESOLVED, actor="ก")
    filled.record_resolution(replace(RESOLVED, office="กรมอื่น"), actor="ก")
    filled.mark_meeting(replace(HELD, fiscal_year=2563), actor="ก")
    found = selected(filled.register(), office=["กรมตัวอย่าง"], fiscal_year=[2562])
    assert (len(found.resolutions), len(found.meetings)) == (1, 0)
