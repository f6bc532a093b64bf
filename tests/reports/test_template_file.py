"""The template as a file: blank, filled, and read back as it was."""

import io
from datetime import date

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain import template
from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import frame
from kmdash.domain.identity import office_code, plan_id
from kmdash.domain.problem import Severity
from kmdash.domain.register import Register, from_parts, from_records
from kmdash.ingest.account import Usage
from kmdash.ingest.files import read_grids
from kmdash.ingest.sheet import Sheet
from kmdash.ingest.template import is_template, read_template
from kmdash.reports.template import workbook

OFFICE, YEAR = "สำนักงานตัวอย่าง", 2562
PLAN = plan_id(OFFICE, YEAR, "1")
OWNED = {"office": OFFICE, "fiscal_year": YEAR}
CODE = f"{YEAR}-{office_code(OFFICE)}"
BALLOT = f"{CODE}-B1"


def read(data):
    grids = read_grids(data, "t.xlsx")
    usage = Usage(grids)
    parts, problems, tables, kinds = read_template([Sheet(grid, usage) for grid in grids], "t.xlsx")
    return parts, problems, tables, kinds, usage.account()


def facts_of(register, name):
    """A frame without what depends on the file it came from, its rows in a fixed order."""
    data = register.frames[name]
    kept = [column for column in data.columns if not column.endswith(("_cell", "_cells", "_file"))]
    return data[kept].sort_values(kept).reset_index(drop=True)


def assert_same(one, other):
    for name in INPUT_FRAMES:
        if name != "problems":
            pd.testing.assert_frame_equal(facts_of(one, name), facts_of(other, name), obj=name)


def plan(**values):
    return {"plan_id": PLAN, **OWNED, "no": "1", "title": "แผน ก", "unit": "กอง ก", "process": "KM", **values}


def a_register(**rows):
    return from_records({"plans": [plan()], **rows})


@pytest.fixture
def full():
    """One row or more of every frame, with gaps."""
    activity = {"plan_id": PLAN, "owner": "กองคลัง", "owners": "กองคลัง"}
    dated = {"start": date(2018, 10, 1), "end": date(2018, 10, 31), "precision": "month", "period_kind": "point"}
    first, second = f"{PLAN}/1.1", f"{PLAN}/1.1-2"
    levels = {f"threshold_{level}": 60.0 + 5 * level for level in range(1, 6)}
    return a_register(
        activities=[
            {**activity, "activity_id": first, "position": 1, "no": "1.1", "stage": 1, "text": "ก\nข"}
            | {"period_text": "ต.ค. ๖๑", **dated, "status": "done", "status_text": "เสร็จแล้ว", "percent": 100.0},
            {**activity, "activity_id": second, "position": 2, "no": "1.1", "component": 4, "text": "ค"},
            {**activity, "activity_id": f"{PLAN}/3", "position": 3, "text": "ไม่มีเลขที่"},
        ],
        kpis=[
            {"kpi_id": f"{PLAN}/K1", "plan_id": PLAN, "position": 1, "name": "ร้อยละ", "direction": "up", **levels},
            {"kpi_id": f"{PLAN}/K2", "plan_id": PLAN, "position": 2, "name": "ระดับ", "direction": "down"}
            | {"level_texts": "ก\nข\nค\nง\nจ", "weight": 40.5, "target": "ครบ", "scale": "milestone"},
            {"kpi_id": f"{PLAN}/K3", "plan_id": PLAN, "position": 3, "name": "จำนวน", "direction": "up"}
            | {"scale": "50/75/100", "threshold_1": 60.0, "threshold_2": 80.0, "threshold_3": 90.0},
        ],
        results=[
            {"kpi_id": f"{PLAN}/K1", "plan_id": PLAN, "actual": 0.0, "reported_on": date(2019, 6, 15)}
            | {"constructed": True},
            {"kpi_id": f"{PLAN}/K2", "plan_id": PLAN, "note": "รอผล"},
            {
                "kpi_id": f"{PLAN}/K2",
                "plan_id": PLAN,
                "steps": "1,2,4",
                "persons": 40,
                "reported_on": date(2019, 7, 1),
            },
        ],
        rounds=[
            {"kpi_id": f"{PLAN}/K1", "plan_id": PLAN, "round": 6, "weight": 20.0, "cancelled": False},
            {"kpi_id": f"{PLAN}/K2", "plan_id": PLAN, "round": 9, "cancelled": True},
        ],
        tests=[
            {
                "test_id": "ชุด ก",
                "plan_id": PLAN,
                "person": "A01",
                "pre": 8.0,
                "post": 15.0,
                "full": 20.0,
                "mark": 12.0,
            },
            {"test_id": "ชุด ข", "plan_id": PLAN, "pre": 8.5, "pre_count": 30, "post": 12.0, "post_count": 28},
        ],
        progress=[
            {"activity_id": second, "plan_id": PLAN, "status": "postponed", "status_text": "เลื่อน"}
            | {"reported_on": date(2019, 6, 15), "postponed_to": date(2019, 8, 31), "constructed": False},
            {"activity_id": first, "plan_id": PLAN, "status": "done", "status_text": "done", "percent": 100.0},
        ],
        ballots=[{"ballot_id": BALLOT, **OWNED, "title": "โหวต", "voters": 3, "ballot_limit": 2, "seats": 1}],
        candidates=[
            {"candidate_id": f"{BALLOT}/{n}", "ballot_id": BALLOT, "position": n, "unit": unit, "process": f"งาน {n}"}
            for n, unit in ((1, "กอง ก"), (2, None))
        ],
        marks=[
            {"ballot_id": BALLOT, "voter": "กอง ก", "candidate_id": f"{BALLOT}/1"},
            {"ballot_id": BALLOT, "voter": "กอง ก", "candidate_id": f"{BALLOT}/2"},
            {"ballot_id": BALLOT, "voter": "กอง ข", "candidate_id": None},
        ],
        events=[
            {"event_id": f"{CODE}-E1", **OWNED, "position": 1, "no": "1", "text": "ประชุม", "period_text": "ต.ค. ๖๑"}
            | dated
        ],
        knowledge=[
            {
                "knowledge_id": f"{CODE}-F1",
                "plan_id": PLAN,
                **OWNED,
                "position": 1,
                "knowledge": "ก\nข",
                "weight": 20.0,
            },
            {"knowledge_id": f"{CODE}-F2", **OWNED, "position": 2, "knowledge": "ค", "unit": "กอง ข"},
        ],
    )


def test_the_blank_template_has_its_sheets_in_order_and_the_lists_hidden():
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    names = [template.GUIDE_SHEET, *(sheet.name for sheet in template.SHEETS), template.LISTS_SHEET]
    assert book.sheetnames == names
    assert book[template.LISTS_SHEET].sheet_state == "hidden"


def test_each_column_with_choices_offers_its_list():
    book = openpyxl.load_workbook(io.BytesIO(workbook()))
    for sheet in template.SHEETS:
        lists = [rule for rule in book[sheet.name].data_validations.dataValidation if rule.type == "list"]
        assert len(lists) == sum(column.choices is not None for column in sheet.columns), sheet.name


def test_the_blank_template_is_recognised_and_gives_nothing_with_every_cell_explained():
    data = workbook()
    assert is_template([Sheet(grid, Usage([grid])) for grid in read_grids(data, "t.xlsx")])
    parts, problems, tables, kinds, account = read(data)
    assert (parts, kinds) == ([], [])
    assert {problem.code for problem in problems} == {"office_missing", "fiscal_year_unclear"}
    assert [table.rows for table in tables] == [0] * len(template.SHEETS)
    assert account.used == 0
    assert {item.reason for item in account.ignored} >= {"แถวตัวอย่างของแบบฟอร์ม", "หน้าคำอธิบายของแบบฟอร์ม"}


def test_a_filled_template_reads_back_equal(full):
    parts, problems, *_ = read(workbook(full))
    assert [problem for problem in problems if problem.severity == Severity.ERROR] == []
    assert_same(from_parts(parts), full)


def test_reports_without_their_plans_read_back_equal(full):
    parts, *_ = read(workbook(full, frames={"results", "progress"}))
    again = from_parts(parts)
    for name in ("results", "progress"):
        assert not again.frames[name].empty
    assert again.plans.empty


def test_a_filled_template_has_a_part_for_each_scope(full):
    parts, *_ = read(workbook(full))
    assert [(part.kind, part.key) for part in parts] == [
        ("plan", "1"),
        ("results", "1"),
        ("progress", "1@2019-06-15"),
        ("progress", "1@-"),
        ("ballot", "1"),
        ("calendar", "1"),
        ("knowledge", "1"),
        ("rounds", "1"),
        ("tests", "1"),
    ]
    assert {(part.office, part.fiscal_year) for part in parts} == {(OFFICE, YEAR)}


def test_an_answered_period_is_written_as_its_answer(full):
    frames = dict(full.frames)
    frames["activities"] = full.activities.assign(period_text="มี.ย. ๖๒")
    answer = {"frame": "activities", "row_id": f"{PLAN}/1.1", "field": "period", "answer": "มิ.ย. ๖๒"}
    frames["problems"] = frame(INPUT_FRAMES["problems"], [answer])
    parts, *_ = read(workbook(Register(frames)))
    again = from_parts(parts).activities
    assert again["period_text"].tolist() == ["มิ.ย. ๖๒", "มี.ย. ๖๒", "มี.ย. ๖๒"]
    assert again["start"].iloc[0] == pd.Timestamp("2019-06-01")


def test_a_register_of_two_years_is_refused(full):
    later = plan(plan_id=plan_id(OFFICE, 2563, "1"), fiscal_year=2563)
    with pytest.raises(ValueError, match="register holds 2 offices or fiscal years"):
        workbook(a_register(plans=[plan(), later]))


def test_a_register_of_two_votes_is_refused():
    votes = [{"ballot_id": f"{CODE}-B{n}", **OWNED} for n in (1, 2)]
    with pytest.raises(ValueError, match="register holds 2 votes"):
        workbook(a_register(ballots=votes))


def test_a_second_paper_of_a_voter_is_not_written_as_one_ballot_with_the_first():
    ballot = [{"ballot_id": BALLOT, **OWNED, "title": "โหวต", "voters": 1, "ballot_limit": 2, "seats": 1}]
    candidates = [
        {"candidate_id": f"{BALLOT}/{n}", "ballot_id": BALLOT, "position": n, "process": str(n)} for n in (1, 2)
    ]
    first = {"ballot_id": BALLOT, "voter": "กอง ก", "candidate_id": f"{BALLOT}/1"}
    second = {**first, "candidate_id": f"{BALLOT}/2", "paper": "entered"}
    both = workbook(a_register(ballots=ballot, candidates=candidates, marks=[first, second]))
    assert both == workbook(a_register(ballots=ballot, candidates=candidates, marks=[first]))


def test_the_same_register_gives_the_same_bytes(full):
    assert workbook(full) == workbook(full)


WORDS = st.text("กขคงจฉชซ =+-@'๑1\n", min_size=1, max_size=20).map(
    lambda text: "\n".join(filter(None, (" ".join(line.split()) for line in text.split("\n")))) or "ก"
)
LEVELS = st.lists(st.integers(0, 100), min_size=5, max_size=5, unique=True).map(sorted)


@settings(max_examples=10)
@given(st.lists(st.tuples(WORDS, LEVELS, st.floats(0, 100) | st.none()), min_size=1, max_size=5))
def test_any_kpis_read_back_equal(kpis):
    rows = [
        {"kpi_id": f"{PLAN}/K{n}", "plan_id": PLAN, "position": n, "name": name, "direction": "up", "weight": weight}
        | {f"threshold_{place}": float(level) for place, level in enumerate(levels, start=1)}
        for n, (name, levels, weight) in enumerate(kpis, start=1)
    ]
    register = a_register(kpis=rows)
    parts, *_ = read(workbook(register, frames={"plans", "kpis"}))
    assert_same(from_parts(parts), register)
