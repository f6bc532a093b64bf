"""Duties of a committee's order that name a time: items with a period, each of the role that has it."""

import pytest

from kmdash.domain.reading import from_plain
from kmdash.ingest.as_json import reading_json
from kmdash.ingest.read import read_here
from tests.ingest.small_sheets import OFFICE, read

ORDER = ["คณะกรรมการจัดการความรู้", "๑. หัวหน้าคณะกรรมการ ได้แก่ ปลัดเทศบาล", "มีหน้าที่ ดังนี้"]


def an_order(*lines):
    return read([OFFICE], [line.split("|") if line else [] for line in (*ORDER, *lines)])


def times(reading):
    return [(row["unit"], row["text"], row["period_text"], row["period_kind"]) for row in reading.rows("events")]


@pytest.mark.parametrize(
    ("duty", "text", "period", "kind"),
    [
        ("ส่งรายงาน ภายใน ๓๐ วัน นับจากวันสิ้นปี", "ส่งรายงาน", "ภายใน ๓๐ วัน นับจากวันสิ้นปี", "relative"),
        ("รายงานผลต่อนายก อย่างน้อยปีละ ๑ ครั้ง", "รายงานผลต่อนายก", "อย่างน้อยปีละ ๑ ครั้ง", "recurring"),
        ("ประชุมติดตามทุกเดือน", "ประชุมติดตาม", "ทุกเดือน", "recurring"),
        ("จัดทำแผน ภายในวันที่ ๑๕ มกราคม ๒๕๖๒ เสนอ", "จัดทำแผน เสนอ", "ภายในวันที่ ๑๕ มกราคม ๒๕๖๒", "deadline"),
    ],
)
def test_a_duty_that_names_a_time_is_an_item_of_its_role(duty, text, period, kind):
    reading = an_order(duty, "ประสานงาน")
    assert times(reading) == [("หัวหน้าคณะกรรมการ", text, period, kind)]
    assert reading.rows("duties")[0]["duties"].split("\n") == [duty, "ประสานงาน"]
    assert [row["source_cell"] for row in reading.rows("events")] == ["แผ่น 2!A4"]


def test_a_duty_without_a_time_is_no_item():
    assert times(an_order("ติดตามผลทุกกิจกรรม", "รายงานความคืบหน้า")) == []


def test_times_of_duties_stand_beside_the_calendar_and_do_not_take_its_place():
    reading = an_order("ประชุมติดตามทุกเดือน")
    assert [(part.kind, part.key) for part in reading.parts if "events" in part.records] == [("calendar", "duties")]
    published = reading_json(reading)
    assert (published["calendar"], len(published["deadlines"])) == ([], 1)


def test_a_further_committee_named_in_running_text_has_its_members_and_its_duties_of_one_sentence():
    members = ["๑|ปลัดเทศบาล|ประธานกรรมการ", "๒|ผู้อำนวยการกองคลัง|กรรมการ"]
    sentence = "ให้คณะกรรมการที่แต่งตั้ง มีหน้าที่กำหนดแนวทาง และดำเนินการติดตาม และรายงานผล ปีละ ๑ ครั้ง"
    reading = an_order("จัดทำแผน", "", "เพื่อการติดตาม ให้มีคณะกรรมการติดตามผล ประกอบด้วย", *members, sentence)
    row = reading.rows("duties")[1]
    assert (row["role"], row["holders"].split("\n"), row["duties"].split("\n")) == (
        "คณะกรรมการติดตามผล",
        ["ปลัดเทศบาล (ประธานกรรมการ)", "ผู้อำนวยการกองคลัง (กรรมการ)"],
        ["กำหนดแนวทาง", "ดำเนินการติดตาม", "รายงานผล ปีละ ๑ ครั้ง"],
    )
    assert times(reading) == [("คณะกรรมการติดตามผล", "รายงานผล", "ปีละ ๑ ครั้ง", "recurring")]


def test_what_a_rule_lays_on_somebody_is_a_duty_of_his_and_a_heading_is_left_out():
    rules = ["๑. กำหนดให้ผู้เข้ารับการพัฒนา ทำรายงาน", "๒. กำหนดให้ผู้บังคับบัญชาทำหน้าที่ติดตาม"]
    rules += ["๓. กำหนดให้ผู้เข้ารับการพัฒนา เก็บเอกสาร"]
    reading = an_order("จัดทำแผน", "", "แนวทางการติดตาม", *rules)
    assert {row["role"]: row["duties"] for row in reading.rows("duties")} == {
        "หัวหน้าคณะกรรมการ": "จัดทำแผน",
        "ผู้เข้ารับการพัฒนา": "ทำรายงาน\nเก็บเอกสาร",
        "ผู้บังคับบัญชา": "ติดตาม",
    }
    left = {item.range: item.reason for item in reading.account.ignored}
    assert "แผ่น 2!A6" in left
    assert reading.account.used + sum(item.cells for item in reading.account.ignored) == reading.account.filled


def test_the_published_committees_give_seven_members_and_the_two_times_of_the_follow_up(shared):
    path = shared / "seeds" / "forms" / "ban-waen-2569.xlsx"
    reading = from_plain(read_here(path.read_bytes(), path.name, {}))
    assert [len(row["duties"].split("\n")) for row in reading.rows("duties")] == [4, 4, 6, 6, 2, 1, 3]
    assert len(reading.rows("duties")[-1]["holders"].split("\n")) == 7
    assert [(row["source_cell"], row["period_kind"]) for row in reading.rows("events")] == [
        ("คณะกรรมการ!A37", "relative"),
        ("คณะกรรมการ!A49", "recurring"),
    ]
