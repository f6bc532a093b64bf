"""What was sent, answered and dated on the page: versions like any other."""

from dataclasses import replace
from datetime import date

import pytest

from kmdash.store import Happened, Replied, Sent, notice_parts, occasion_parts, reply_parts

DAY = date(2018, 6, 4)
SENT = Sent("สพจ. ก", 2561, "line", DAY, {"อำเภอ ก": ["A", "B"], None: ["C"]}, DAY, 1, "เตือน", "เลขานุการ")
REPLIED = Replied("สพจ. ก", 2561, "A", "ส่งรายงาน", "อำเภอ ก", "answered", "รอข้อมูลจากตำบล", "เลขานุการ", DAY)
HAPPENED = Happened("สพจ. ก", 2561, "A", "ส่งรายงาน", "กลับจากการอบรม", DAY, None, "เลขานุการ")


def test_what_was_sent_is_one_version_with_a_record_for_each_unit(store):
    version = store.write(notice_parts(SENT), actor="เลขานุการ", kind="notice", reason="LINE")
    assert (version.number, version.kind) == (1, "notice")
    rows = store.register().notices
    assert sorted(zip(rows["unit"].fillna("–"), rows["items"], strict=True)) == [("อำเภอ ก", "A\nB"), ("–", "C")]
    assert rows["notice_id"].is_unique and store.check()["ok"]


def test_the_same_sent_twice_is_one_record(store):
    store.write(notice_parts(SENT), actor="ก", kind="notice")
    assert store.write(notice_parts(replace(SENT, text="เตือนซ้ำ", by="ข")), actor="ข", kind="notice") is not None
    assert len(store.register().notices) == 2
    assert store.write(notice_parts(replace(SENT, text="เตือนซ้ำ", by="ข")), actor="ข", kind="notice") is None


def test_sent_on_another_day_or_by_another_channel_is_another_record(store):
    for sent in (SENT, replace(SENT, channel="phone"), replace(SENT, sent_on=date(2018, 6, 11))):
        store.write(notice_parts(sent), actor="ก", kind="notice")
    assert len(store.register().notices) == 6


def test_a_reply_is_kept_and_can_be_taken_back_and_given_again(store):
    version = store.write(reply_parts(REPLIED), actor="ก", kind="reply", reason=REPLIED.reason)
    assert store.register().replies["reason"].tolist() == ["รอข้อมูลจากตำบล"]
    store.undo(version.number, actor="ก")
    assert store.register().replies.empty
    store.write(reply_parts(REPLIED), actor="ก", kind="reply")
    assert len(store.register().replies) == 1


def test_an_event_told_again_as_done_takes_the_place_of_the_first(store):
    store.write(occasion_parts(HAPPENED), actor="ก", kind="occasion")
    store.write(occasion_parts(replace(HAPPENED, done_on=date(2018, 6, 10))), actor="ก", kind="occasion")
    (row,) = store.register().occasions.to_dict("records")
    assert row["done_on"].date() == date(2018, 6, 10)


@pytest.mark.parametrize(
    ("make", "wrong"),
    [
        (notice_parts, replace(SENT, channel="fax")),
        (notice_parts, replace(SENT, items={})),
        (notice_parts, replace(SENT, by="")),
        (reply_parts, replace(REPLIED, reason=None)),
        (reply_parts, replace(REPLIED, state="ignored")),
        (occasion_parts, replace(HAPPENED, done_on=date(2018, 6, 1))),
        (occasion_parts, replace(HAPPENED, by="")),
    ],
)
def test_what_lacks_a_part_is_refused(make, wrong):
    with pytest.raises(ValueError):
        make(wrong)


def test_a_store_of_before_opens_and_has_none_of_them(store, plan):
    store.write([plan()], actor="ก", kind="import")
    register = store.register()
    assert register.notices.empty and register.replies.empty and register.occasions.empty
