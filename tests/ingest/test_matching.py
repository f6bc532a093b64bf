"""A plan read again: activities keep their ids through renumbering, moving and small rewording; doubts are asked."""

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_sheets import OFFICE, UNIT, read

from kmdash.domain.reading import Part
from kmdash.ingest.matching import NEW, against

HEAD = ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]
TEXTS = [
    "จัดประชุมคณะทำงานเพื่อกำหนดองค์ความรู้ที่จำเป็น",
    "สำรวจผู้เชี่ยวชาญภายในหน่วยงานทุกแห่ง",
    "อบรมการเขียนคู่มือปฏิบัติงานแบบย่อ",
    "รวบรวมคู่มือเข้าคลังความรู้กลางของกรม",
    "ตรวจทานเนื้อหาโดยผู้ทรงคุณวุฒิ",
    "เผยแพร่ทางเว็บไซต์และสื่อสังคม",
    "ทดสอบความเข้าใจก่อนและหลังเรียน",
]


def plan(texts, numbers=None, title="แผนการจัดการความรู้ที่ ๑"):
    numbers = numbers or [f"{place}.1" for place in range(1, len(texts) + 1)]
    rows = [[no, text, "ม.ค. 62", "กจ."] for no, text in zip(numbers, texts, strict=True)]
    return [OFFICE, [title], UNIT, HEAD, *rows]


def known(reading):
    return {name: reading.rows(name) for name in ("plans", "activities", "kpis")}


def ids(reading):
    return {row["text"]: row["activity_id"] for row in reading.rows("activities")}


@pytest.fixture(scope="module")
def first():
    return read(plan(TEXTS))


def doubts(reading):
    return [problem for problem in reading.problems if problem.code == "match_doubtful"]


def test_the_same_file_again_changes_nothing(first):
    again = against(read(plan(TEXTS)), known(first))
    assert ids(again) == ids(first)
    assert [part.scope for part in again.parts] == [part.scope for part in first.parts]
    assert doubts(again) == []
    assert against(again, known(first)).parts == again.parts


def test_an_inserted_row_renumbers_the_others_and_they_stay_who_they_were(first):
    texts = [*TEXTS[:2], "งานใหม่ที่ไม่เหมือนใครเลย", *TEXTS[2:]]
    again = against(read(plan(texts)), known(first))
    assert {text: ids(again)[text] for text in TEXTS} == ids(first)
    assert ids(again)["งานใหม่ที่ไม่เหมือนใครเลย"] not in ids(first).values()
    assert doubts(again) == []


@given(order=st.permutations(range(len(TEXTS))), letter=st.integers(0, 20))
@settings(max_examples=15, deadline=None)
def test_order_numbers_and_a_letter_do_not_matter(first, order, letter):
    moved = [TEXTS[place][:letter] + TEXTS[place][letter + 1 :] for place in order]
    again = against(read(plan(moved)), known(first))
    found = [row["activity_id"] for row in again.rows("activities")]
    before = [row["activity_id"] for row in first.rows("activities")]
    assert found == [before[place] for place in order]
    assert len(set(found)) == len(found)


def test_a_doubtful_one_is_asked_and_new_until_it_is_decided(first):
    texts = ["จัดประชุมเพื่อทบทวนองค์ความรู้ที่ต้องใช้ของหน่วยงาน", *TEXTS[1:]]
    new = read(plan(texts, numbers=[f"9.{place}" for place in range(1, 8)]))
    again = against(new, known(first))
    [doubt] = doubts(again)
    assert doubt.choices[-1] == NEW
    assert ids(again)[texts[0]] not in ids(first).values()
    decided = against(new, known(first), {doubt.cell: ids(first)[TEXTS[0]]})
    assert ids(decided)[texts[0]] == ids(first)[TEXTS[0]]
    assert doubts(decided) == []
    apart = against(new, known(first), {doubt.cell: ""})
    assert doubts(apart) == []
    assert ids(apart)[texts[0]] not in ids(first).values()


def test_plans_are_told_apart_by_what_they_are_not_by_their_place():
    other = [text + " ของสำนักงานเลขานุการ" for text in reversed(TEXTS)]
    both = read(plan(TEXTS, title="แผนการจัดการความรู้ เรื่องพัสดุ"), plan(other, title="แผนการจัดการความรู้ เรื่องการเงิน"))
    swapped = read(plan(other, title="แผนการจัดการความรู้ เรื่องการเงิน"), plan(TEXTS, title="แผนการจัดการความรู้ เรื่องพัสดุ"))
    again = against(swapped, known(both))
    titles = {row["plan_id"]: row["title"] for row in both.rows("plans")}
    assert {row["plan_id"]: row["title"] for row in again.rows("plans")} == titles
    assert ids(again) == ids(both)
    assert len({part.scope for part in again.parts}) == len(again.parts)


def test_a_plan_that_is_another_one_never_takes_the_place_of_the_known(first):
    other = read(plan([f"เรื่องอื่นที่ {n} ซึ่งไม่ตรงกับของเดิม" for n in range(3)], title="แผนสารสนเทศภูมิศาสตร์"))
    again = against(other, known(first))
    assert {row["plan_id"] for row in again.rows("plans")}.isdisjoint({row["plan_id"] for row in first.rows("plans")})


def test_nothing_given_is_changed(first):
    before = deepcopy(first)
    against(first, known(read(plan(TEXTS[::-1]))))
    assert first == before


def test_a_plan_of_another_unit_under_the_same_title_is_another_plan():
    one, other = (
        [OFFICE, ["แผนการจัดการความรู้ (KM Action Plan)"], [unit], HEAD, ["1", f"งานของ{unit}", "ม.ค. 62", "กจ."]]
        for unit in ("กองคลัง", "กองช่าง")
    )
    before = read(one)
    again = against(read(other), known(before))
    assert again.rows("plans")[0]["plan_id"] != before.rows("plans")[0]["plan_id"]
    assert again.parts[0].scope != before.parts[0].scope


REPORT = ["ที่", "กิจกรรม", "ดำเนินการแล้ว", "อยู่ระหว่างดำเนินการ", "ยังไม่ดำเนินการ", "หมายเหตุ"]


def test_a_report_on_a_known_plan_is_progress_and_leaves_the_plan_alone(first):
    rows = [
        ["1.1", TEXTS[0], "✓", "", "", "ครบ"],
        ["2.1", TEXTS[1], "", "✓", "", ""],
        ["9", "งานที่ไม่มีในแผน", "", "", "✓", ""],
    ]
    head = [OFFICE, ["แผนการจัดการความรู้ที่ ๑"], UNIT, ["ข้อมูล ณ วันที่ 30 มิถุนายน 2562"], REPORT]
    again = against(read([*head, *rows]), known(first))
    [part] = again.parts
    assert (part.kind, again.kinds) == ("progress", ["progress"])
    assert [(row["activity_id"], row["status"], f"{row['reported_on']}") for row in part.records["progress"]] == [
        (ids(first)[TEXTS[0]], "done", "2019-06-30"),
        (ids(first)[TEXTS[1]], "in_progress", "2019-06-30"),
    ]
    [unmatched] = [problem for problem in again.problems if problem.code == "progress_unmatched"]
    assert unmatched.cell == "แผ่น 1!B8"
    decided = against(read([*head, *rows]), known(first), {unmatched.cell: ids(first)[TEXTS[2]]})
    assert len(decided.parts[0].records["progress"]) == 3


def test_a_report_nobody_knows_the_plan_of_stays_a_plan_without_periods():
    reading = read([OFFICE, ["แผนการจัดการความรู้ที่ ๑"], UNIT, REPORT, ["1", "ประชุม", "✓", "", "", ""]])
    assert against(reading, {"plans": [], "activities": [], "kpis": []}).parts[0].kind == "plan"


def test_results_of_a_plan_that_takes_a_known_key_take_it_too(first):
    again = deepcopy(first)
    again.parts[0].key = "9"
    plan, new = again.rows("plans")[0]["plan_id"], "2562-2cb4fd-9"
    for name in ("plans", "activities"):
        for row in again.rows(name):
            row["plan_id"] = new
    result = {"kpi_id": f"{new}/K1", "plan_id": new, "actual": 1.0}
    again.parts.append(Part("results", "9", "กรมตัวอย่าง", 2562, {"results": [result]}))
    found = against(again, known(first))
    assert [part.key for part in found.parts] == [first.parts[0].key] * 2
    assert found.rows("results")[0]["plan_id"] == plan
