"""Tables of many files: what a later file updates, adds and takes away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmdash.domain.columns import INPUT_FRAMES, ROW_ID
from kmdash.domain.merging import TABLES, clash, merged
from kmdash.domain.reading import Part

APRIL, MAY = date(2018, 4, 1), date(2018, 5, 1)


def table(kind, file, *rows, key="1", problems=()):
    """A table as a reader gives it: rows numbered in their order."""
    blank = dict.fromkeys(INPUT_FRAMES[kind])
    numbered = [
        {**blank, ROW_ID[kind]: f"{kind[0]}{place}", "position": place, "source_file": file, **row}
        for place, row in enumerate(rows, start=1)
    ]
    told = [{**dict.fromkeys(INPUT_FRAMES["problems"]), "source_file": file, **row} for row in problems]
    return Part(kind, key, "จังหวัด", 2561, {kind: numbered, "problems": told})


def stored(*tables):
    """What is held after the tables were imported one after the other."""
    held = {}
    for part in tables:
        held |= {piece.key: piece for piece in merged(part, list(held.values()))}
    return list(held.values())


def sent(held):
    rows = [row for part in held for row in part.records["submissions"]]
    return {(row["unit"], row["month"]): row["told"] for row in rows}


def reports(month, **told):
    return [{"unit": unit, "month": month, "told": word} for unit, word in told.items()]


def test_the_next_months_reports_stand_beside_the_last_ones():
    held = stored(
        table("submissions", "เม.ย.xlsx", *reports(APRIL, เถิน="late", งาว="sent")),
        table("submissions", "พ.ค.xlsx", *reports(MAY, เถิน="sent", งาว="missing")),
    )
    assert sent(held) == {
        ("เถิน", APRIL): "late",
        ("งาว", APRIL): "sent",
        ("เถิน", MAY): "sent",
        ("งาว", MAY): "missing",
    }
    ids = [row["submission_id"] for row in held[0].records["submissions"]]
    assert len(set(ids)) == 4


def test_months_in_files_of_one_name_are_both_kept():
    april, may = (table("submissions", "ส่ง.xlsx", *reports(month, เถิน="sent")) for month in (APRIL, MAY))
    assert len(sent(stored(april, may))) == 2


def test_a_row_that_comes_again_is_updated_under_its_id_and_the_others_stay():
    april = table("submissions", "เม.ย.xlsx", *reports(APRIL, เถิน="late", งาว="sent"))
    [before] = stored(april)
    [after] = stored(april, table("submissions", "แก้.xlsx", *reports(APRIL, งาว="late")))
    assert sent([after]) == {("เถิน", APRIL): "late", ("งาว", APRIL): "late"}
    assert {row["submission_id"] for row in after.records["submissions"]} == {
        row["submission_id"] for row in before.records["submissions"]
    }


def test_what_the_same_file_brings_no_more_is_gone_and_another_files_rows_are_not():
    held = stored(
        table("submissions", "ก.xlsx", *reports(APRIL, เถิน="sent", งาว="sent")),
        table("submissions", "ข.xlsx", *reports(APRIL, แจ้ห่ม="sent")),
        table("submissions", "ก.xlsx", *reports(APRIL, เถิน="sent")),
    )
    assert set(sent(held)) == {("เถิน", APRIL), ("แจ้ห่ม", APRIL)}


def test_files_of_one_name_from_different_units_are_both_kept():
    lists = [table("network", "เครือข่าย.xlsx", {"unit": unit, "role": "ผู้แทน"}) for unit in ("บ้านโพธิ์", "บางคล้า")]
    [held] = stored(*lists)
    assert [row["unit"] for row in held.records["network"]] == ["บ้านโพธิ์", "บางคล้า"]


def test_the_list_of_a_unit_takes_the_place_of_its_earlier_one():
    one = table("network", "ก.xlsx", {"unit": "เถิน", "role": "ก"}, {"unit": "เถิน", "role": "ข"}, {"unit": "งาว"})
    two = table("network", "ข.xlsx", {"unit": "เถิน", "role": "ข"}, {"unit": "เถิน", "role": "ค"})
    [before], [after] = stored(one), stored(one, two)
    ids = {(row["unit"], row["role"]): row["member_id"] for row in before.records["network"]}
    now = {(row["unit"], row["role"]): row["member_id"] for row in after.records["network"]}
    assert set(now) == {("งาว", None), ("เถิน", "ข"), ("เถิน", "ค")}
    assert now["เถิน", "ข"] == ids["เถิน", "ข"], "a member that is in both lists is the same"
    assert now["เถิน", "ค"] not in ids.values(), "another member is not taken for the one that is gone"


def test_two_series_of_the_same_weeks_stand_beside_each_other():
    week = {"unit": "เถิน", "period_no": 1}
    budget = table("series", "ก.xlsx", {"name": "เบิกจ่าย", "actual": 1.0, **week})
    ebmn = table("series", "ข.xlsx", {"name": "จัดเก็บ", "actual": 2.0, **week})
    [held] = stored(budget, ebmn)
    assert [row["actual"] for row in held.records["series"]] == [1.0, 2.0]


def test_the_same_again_gives_what_is_stored_even_under_another_name():
    april = table("submissions", "เม.ย.xlsx", *reports(APRIL, เถิน="late", งาว="sent"))
    may = table("submissions", "พ.ค.xlsx", *reports(MAY, เถิน="sent"))
    [held] = stored(april, may)
    copy = table("submissions", "ชื่ออื่น.xlsx", *reports(APRIL, เถิน="late", งาว="sent"))
    for again in (april, may, copy):
        assert merged(again, [held]) == [held]


def test_tables_stored_under_keys_of_their_own_are_found_again():
    held = [
        table("knowledge", "ก.xlsx", {"unit": "กอง ก", "issue": "๑"}),
        table("knowledge", "ข.xlsx", {"unit": "กอง ข", "issue": "๑", "knowledge_id": "F1.1.2"}, key="1.2"),
    ]
    again = table("knowledge", "ข.xlsx", {"unit": "กอง ข", "issue": "๑", "knowledge_id": "F1"})
    assert merged(again, held) == [held[1]]
    new = table("knowledge", "ข2.xlsx", {"unit": "กอง ข", "issue": "๒"})
    [part] = merged(new, held)
    assert part.key == "1.2" and [row["issue"] for row in part.records["knowledge"]] == ["๒"]


def test_findings_of_another_file_stay_and_no_two_have_one_id():
    told = {"problem_id": "x#office_missing@แผ่น!A1", "code": "office_missing"}
    april = table("submissions", "เม.ย.xlsx", *reports(APRIL, เถิน="sent"), problems=[told])
    may = table("submissions", "พ.ค.xlsx", *reports(MAY, เถิน="sent"), problems=[told])
    [held] = stored(april, may)
    problems = held.records["problems"]
    assert [row["source_file"] for row in problems] == ["พ.ค.xlsx", "เม.ย.xlsx"]
    assert len({row["problem_id"] for row in problems}) == 2
    assert merged(april, [held]) == [held]


def test_only_rows_of_the_same_thing_clash_in_files_chosen_together():
    april = table("submissions", "ก.xlsx", *reports(APRIL, เถิน="sent"))
    assert not clash(april, table("submissions", "ข.xlsx", *reports(MAY, เถิน="sent")))
    assert clash(april, table("submissions", "ข.xlsx", *reports(APRIL, เถิน="late", งาว="sent")))
    assert clash(Part("plan", "1", "ก", 2561, {}), Part("plan", "1", "ก", 2561, {}))


UNITS = ("เถิน", "งาว", "แจ้ห่ม")
SPANS = {
    "submissions": [{"month": month, "report": report} for month in (APRIL, MAY) for report in (None, "ก")],
    "series": [{"name": name, "period_no": week} for name in ("เบิกจ่าย", "จัดเก็บ") for week in (1, 2)],
    "targets": [{"measure": measure} for measure in ("องค์ความรู้", "ครัวเรือน")],
    "network": [{}],
    "knowledge": [{"plan_id": plan} for plan in (None, "2561-x-1")],
}


@st.composite
def disjoint(draw):
    """Files of one kind of table, no two of which have a row about the same; maybe of one name."""
    kind = draw(st.sampled_from(sorted(TABLES)))
    keys = draw(st.permutations([{"unit": unit, **span} for unit in UNITS for span in SPANS[kind]]))
    cuts = sorted(draw(st.lists(st.integers(1, len(keys)), max_size=3)))
    pieces = [keys[start:end] for start, end in zip([0, *cuts], [*cuts, len(keys)], strict=True)]
    return [table(kind, f"{place}.xlsx", *rows) for place, rows in enumerate(pieces) if rows]


@given(disjoint(), st.randoms(use_true_random=False))
def test_disjoint_tables_give_the_same_register_in_any_order(tables, random):
    other = list(tables)
    random.shuffle(other)
    [one], [two] = stored(*tables), stored(*other)
    assert one == two
    rows = one.records[one.kind]
    assert len({row[ROW_ID[one.kind]] for row in rows}) == len(rows) == sum(len(t.records[t.kind]) for t in tables)


@pytest.mark.parametrize("kind", sorted(TABLES))
def test_what_was_given_is_left_as_it_was(kind):
    one, two = table(kind, "ก.xlsx", {"unit": "ก"}), table(kind, "ข.xlsx", {"unit": "ก"})
    held = stored(one)
    merged(two, held)
    assert (two, held) == (table(kind, "ข.xlsx", {"unit": "ก"}), stored(one))
