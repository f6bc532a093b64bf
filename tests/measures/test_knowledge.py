"""The knowledge needed: which plan works on it, how far each piece has come, what is kept of what is demanded."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.frames import records
from kmdash.domain.knowledge import unit_key
from kmdash.domain.register import from_records
from kmdash.measures.knowledge import inventory, knowledge
from kmdash.measures.network import network
from kmdash.measures.repository import findings, holdings, shelves

OF = {"office": "จังหวัดตัวอย่าง", "fiscal_year": 2564}
DAY = date(2021, 6, 30)
DISTRICTS = [9, 4, 5, 5, 3, 4, 3, 5, 5, 3, 3]


def register(**rows):
    return from_records(
        {name: [{**OF, **row} if _owned(name) else row for row in found] for name, found in rows.items()}
    )


def _owned(name):
    return name != "activities"


def a_line(**given):
    return {"knowledge_id": "F1", "issue": "๑. ชุมชนพึ่งตนเอง", "knowledge": "กฎหมาย\nแผนชุมชน", **given}


def a_record(title="เรื่อง", **given):
    return {"record_id": title, "title": title, **given}


def a_plan(**given):
    return {"plan_id": "P1", "title": "แผน", "issue": "๑. ชุมชนพึ่งตนเอง ๒. ทุนชุมชน", **given}


def states(**rows):
    return [row["state"] for row in records(inventory(register(**rows), DAY))]


def test_a_piece_is_needed_planned_captured_published_in_turn():
    lines = {"knowledge": [a_line()]}
    assert states(**lines) == ["needed", "needed"]
    assert states(**lines, plans=[a_plan()]) == ["planned", "planned"]
    written = a_record(needed="แผน ชุมชน")
    assert states(**lines, knowledge_records=[written]) == ["needed", "captured"]
    assert states(**lines, knowledge_records=[written | {"channel": "เว็บไซต์"}]) == ["needed", "published"]


@pytest.mark.parametrize(
    ("line", "plans", "links", "found"),
    [
        (a_line(plan_id="P1"), [a_plan()], [], ("P1", "own")),
        (a_line(), [a_plan()], [], ("P1", "issue")),
        (a_line(), [a_plan(), a_plan(plan_id="P2")], [], (None, None)),
        (a_line(issue="ประเด็นอื่น"), [a_plan()], [], (None, None)),
        (a_line(issue=None), [a_plan()], [], (None, None)),
        (a_line(), [a_plan(), a_plan(plan_id="P2")], [("F1", "๑. ชุมชนพึ่งตนเอง", "P2")], ("P2", "answered")),
        (a_line(issue="เปลี่ยนแล้ว"), [a_plan()], [("F1", "๑. ชุมชนพึ่งตนเอง", "P1")], (None, None)),
    ],
)
def test_the_plan_of_a_line_is_told_and_never_guessed(line, plans, links, found):
    told = [dict(zip(("knowledge_id", "issue", "plan_id"), link, strict=True)) for link in links]
    (row,) = records(knowledge(register(knowledge=[line], plans=plans, knowledge_links=told), DAY))
    assert (row["plan_id"], row["link"]) == found


def test_the_category_that_heads_a_line_is_no_piece_and_the_rest_of_the_world_neither():
    line = a_line(knowledge="องค์ความรู้หมวดระเบียบ เช่น\nกฎหมาย\nฯลฯ")
    (row,) = records(inventory(register(knowledge=[line]), DAY))
    assert (row["category"], row["item"], row["item_no"]) == ("ระเบียบ", "กฎหมาย", 1)


def test_a_record_of_another_unit_does_not_answer_a_unit_s_own_line():
    lines = [a_line(unit="กองคลัง", knowledge="กฎหมาย"), a_line(knowledge_id="F2", unit="กองช่าง", knowledge="กฎหมาย")]
    assert states(knowledge=lines, knowledge_records=[a_record(needed="กฎหมาย", unit="กองช่าง")]) == [
        "needed",
        "captured",
    ]


def targets(**given):
    return [
        {
            "target_id": f"T{place}",
            "unit": f"อ.{place}",
            "measure": "จำนวนองค์ความรู้",
            "target": target,
            "counter": "เรื่อง",
            "unit_kind": "อำเภอ",
            **given,
        }
        for place, target in enumerate(DISTRICTS)
    ]


def test_a_unit_s_records_stand_against_its_target_by_category():
    asked = [{"unit": "บ้านโพธิ์", "measure": "จำนวนองค์ความรู้", "target": 4}]
    kept = [
        a_record("ก", unit="สำนักงานพัฒนาชุมชนอำเภอบ้านโพธิ์", category="กฎหมาย"),
        a_record("ข", unit="อำเภอบ้านโพธิ์", published_on=DAY),
        a_record("ค", unit="บางคล้า"),
    ]
    first, second = records(holdings(register(targets=asked, knowledge_records=kept)))
    assert (first["captured"], first["published"], first["missing"]) == (2, 1, 2)
    assert first["categories"] == "กฎหมาย 1\nไม่ระบุหมวด 1"
    assert (second["unit"], second["target"], second["missing"]) == ("บางคล้า", None, None)


def test_what_counts_no_knowledge_is_no_target_of_the_store():
    assert holdings(register(targets=targets(measure="กลุ่มเป้าหมาย"))).empty
    assert holdings(register(targets=targets()))["target"].sum() == 49


def test_empty_categories_are_listed_and_a_category_form_1_does_not_know_needs_nothing_known():
    found = records(
        shelves(
            register(
                knowledge_categories=[{"name": "(๑) กฎหมาย"}, {"name": "งานนโยบาย"}],
                knowledge=[a_line(knowledge="หมวดกฎหมาย เช่น\nระเบียบพัสดุ")],
                knowledge_records=[a_record(category="กฎหมาย"), a_record("ข")],
            )
        )
    )
    assert [(row["needed"], row["captured"], row["listed"]) for row in found] == [
        (1, 1, True),
        (None, 0, True),
        (None, 1, False),
    ]


def an_activity(target, *, group=None, indicator="จำนวนองค์ความรู้", no="1"):
    cells = '{"target": "แผน!E9", "target_group": "แผน!F9"}'
    owner = {"activity_id": f"P1/{no}", "plan_id": "P1", "no": no, "text": "กิจกรรม", "source_cell": "แผน!B9"}
    return {**owner, "indicator": indicator, "target": target, "target_group": group, "value_cells": cells}


def told(activities, asked=()):
    return records(findings(register(plans=[a_plan()], activities=activities, targets=asked)))


def test_the_units_sum_to_49_where_the_plan_says_48():
    group = "๑) สำนักงานจังหวัด ๑๒ คน\n๒) สำนักงานอำเภอ ๔๘ คน"
    (found,) = told([an_activity("๖๐ คน", group=group)], targets(measure="กลุ่มเป้าหมาย", counter="คน"))
    assert (found["kind"], found["printed"], found["expected"]) == ("target_sum", 48, 49)
    assert found["source_cell"] == "แผน!F9"
    assert "49 คน" in found["told"] and "48 คน" in found["told"]


@pytest.mark.parametrize(
    "group", ["สำนักงานอำเภอ ๔๙ คน", "สำนักงานอำเภอ ๓ คน", "สำนักงานอำเภอ ๔๘ เรื่อง", "อำเภอละ ๑ คน", None]
)
def test_a_sum_that_agrees_or_that_no_figure_is_near_to_is_no_finding(group):
    assert told([an_activity("๖๐ คน", group=group)], targets(measure="กลุ่มเป้าหมาย", counter="คน")) == []


def test_968_among_targets_of_60_with_one_indicator_is_unusual_and_the_60_are_not():
    typed = ["๖๐ องค์ความรู้", "จำนวน ๙๖๘ องค์ความรู้", "๖๐ องค์ความรู้"]
    found = told([an_activity(text, no=str(place)) for place, text in enumerate(typed)])
    assert [(row["kind"], row["printed"], row["expected"], row["source_cell"]) for row in found] == [
        ("target_outlier", 968, 60, "แผน!E9")
    ]


def test_two_targets_or_targets_of_different_indicators_are_not_compared():
    assert told([an_activity("๖๐ คน"), an_activity("๙๖๘ คน", no="2")]) == []
    assert told([an_activity(f"{n} คน", indicator=f"ตัวชี้วัด {n}", no=str(n)) for n in (60, 60, 968)]) == []


@given(st.lists(st.integers(1, 1000), min_size=3, max_size=8))
def test_the_usual_target_itself_is_never_unusual(numbers):
    found = told([an_activity(f"{n} คน", no=str(place)) for place, n in enumerate(numbers)])
    assert len(found) < len(numbers)
    assert all(row["printed"] != row["expected"] for row in found)


def of_network(**rows):
    return records(network(register(**rows)))


def test_who_has_no_tick_is_unknown_and_not_untrained():
    ticks = [True, False, None, None]
    (row,) = of_network(network=[{"member_id": str(n), "unit": "กองคลัง", "trained": t} for n, t in enumerate(ticks)])
    assert (row["members"], row["trained"], row["untrained"], row["unknown"]) == (4, 1, 1, 2)
    assert (row["demanded"], row["missing"]) == (None, None)


def test_one_member_of_each_district_is_demanded_where_the_plan_says_so():
    activity = an_activity("๑๒ คน", group="บุคลากรอำเภอ (อำเภอละ ๑ คน)", indicator="เครือข่ายนักจัดการความรู้")
    asked = [
        {"unit": name, "measure": "กลุ่มเป้าหมาย", "unit_kind": "อำเภอ", "target": 3} for name in ("บ้านโพธิ์", "บางคล้า")
    ]
    member = {"member_id": "N1", "unit": "สำนักงานพัฒนาชุมชนอำเภอบ้านโพธิ์"}
    first, second = of_network(network=[member], targets=asked, plans=[a_plan()], activities=[activity])
    assert (first["unit"], first["members"], first["demanded"], first["missing"]) == (member["unit"], 1, 1, 0)
    assert (second["unit"], second["members"], second["demanded"], second["missing"]) == ("บางคล้า", 0, 1, 1)
    assert second["demand_cell"] == "แผน!B9"


def test_a_unit_s_own_target_of_the_network_counts_before_the_plan_s():
    asked = [{"unit": "กองคลัง", "measure": "สมาชิกเครือข่าย", "target": 2, "source_cell": "เป้า!C4"}]
    (row,) = of_network(network=[{"member_id": "1", "unit": "กองคลัง"}], targets=asked)
    assert (row["demanded"], row["missing"], row["demand_cell"]) == (2, 1, "เป้า!C4")


@given(st.lists(st.sampled_from([True, False, None]), max_size=12), st.lists(st.sampled_from("กขค"), max_size=12))
def test_every_member_is_counted_once(ticks, units):
    members = [
        {"member_id": str(n), "unit": unit, "trained": tick}
        for n, (tick, unit) in enumerate(zip(ticks, units, strict=False))
    ]
    rows = of_network(network=members)
    assert sum(row["members"] for row in rows) == len(members)
    assert all(row["trained"] + row["untrained"] + row["unknown"] == row["members"] for row in rows)


def test_nothing_in_nothing_out():
    for frame in (inventory(register(), DAY), holdings(register()), shelves(register()), findings(register())):
        assert frame.empty
    assert network(register()).empty
    assert unit_key(None) == ""
