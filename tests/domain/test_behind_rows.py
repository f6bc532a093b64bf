"""What stands behind the rows of the tables that are made of other rows of the register."""

from collections import Counter
from functools import cache

import pytest

from kmdash.domain.behind_rows import named_so, of_proposed, of_rows, scored_for
from kmdash.domain.frames import records
from kmdash.domain.marks import mark, recorded
from kmdash.domain.register import from_parts, from_records
from kmdash.ingest.read import read_file
from kmdash.measures.attainment import attainment
from kmdash.measures.rollup import rollup
from kmdash.ui.samples import sample_files
from kmdash.ui.units_book import units_of


@cache
def register():
    files = [path for path in sample_files() if path.stem.endswith("2562")]
    return from_parts([part for path in files for part in read_file(path.read_bytes(), path.name).parts])


@pytest.mark.parametrize("level", ["plan", "unit", "office", "province"])
def test_a_group_of_the_roll_up_leads_to_its_kpis(level):
    found = attainment(register())
    groups = [row for row in records(rollup(found)) if row["level"] == level]
    own = [scored_for(mark("scores", row), found) for row in groups]
    assert sum(map(len, own)) == len(found)
    assert all(len(kpis) >= row["kpis"] for kpis, row in zip(own, groups, strict=True))


def test_a_test_leads_to_every_row_of_marks_with_its_cell():
    rows = [
        {"test_id": "T", "plan_id": "P", "person": "01", "pre": 8, "post": 15, "full": 20, "source_cell": "S!B2"},
        {"test_id": "T", "plan_id": "P", "pre": 9.5, "pre_count": 30, "source_cell": "S!B3"},
        {"test_id": "T", "plan_id": "Q", "person": "01"},
    ]
    found = of_rows(("test", "P", "T"), from_records({"tests": rows})) or []
    assert [(item.name, item.state, item.sources[0].cell) for item in found] == [
        ("T · 01", "ก่อน 8 หลัง 15 (เต็ม 20)", "S!B2"),
        ("T · กลุ่ม 30 คนก่อน – คนหลัง", "ก่อน 9.5 หลัง – (เต็ม –)", "S!B3"),
    ]


def test_a_name_of_a_unit_leads_to_every_place_it_is_counted_at():
    office = register().plans["office"].iloc[0]
    counts = units_of(register(), office)
    assert counts == Counter({name: len(list(named_so(register(), name))) for name in counts})


@pytest.mark.parametrize("frame", ["duties", "submissions", "plans", "events"])
def test_a_recorded_row_leads_to_itself(frame):
    rows = register().frames[frame]
    [item] = of_rows(recorded(frame, rows)[0], register()) or []
    assert (item.sources[0].frame, item.sources[0].cell) == (frame, rows["source_cell"].iloc[0])


def test_what_changed_leads_to_its_row_and_its_reports_also_where_it_is_gone():
    activity = register().progress["activity_id"].iloc[0]
    [item] = of_rows(("changed", "finished", activity), register()) or []
    assert {source.frame for source in item.sources} == {"activities", "progress"}
    gone = of_rows(("changed", "activity_removed", activity), from_records({}), register())
    assert gone and gone[0].name == item.name
    assert of_rows(("changed", "finished", "x"), register()) == []


def test_a_form_that_changed_leads_to_its_rows():
    assert len(of_rows(("changed", "other_data", "plans"), register()) or []) == len(register().plans)


def test_a_unit_leads_to_its_plans_with_their_years():
    plan = records(register().plans)[0]
    found = of_rows(("sender", plan["unit"]), register()) or []
    assert [item.state for item in found] == ["ปีงบประมาณ 2562"]


def test_a_candidate_not_counted_yet_leads_to_its_cell():
    [first, *_] = of_proposed(register().candidates)
    assert first.sources[0].cell == register().candidates["source_cell"].iloc[0]


def test_a_mark_of_another_kind_is_not_answered():
    assert of_rows(("item", "x"), register()) is None
