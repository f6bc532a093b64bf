"""What stands behind a number are exactly the items the measures counted for it."""

from datetime import date
from functools import cache

import pytest

from kmdash.domain.behind import of_activities, of_candidates, of_kpis
from kmdash.domain.frames import records
from kmdash.domain.items import items
from kmdash.domain.marks import COMMITTEE, EVERY, SHOWN_LAYERS, mark, marks
from kmdash.domain.pointed import pointed
from kmdash.domain.register import from_parts
from kmdash.ingest.read import read_file
from kmdash.measures.attainment import attainment
from kmdash.measures.briefing import briefing
from kmdash.measures.calendar import calendar, load
from kmdash.measures.coverage import coverage, summary
from kmdash.measures.growth import growth
from kmdash.measures.load import owner_load, unit_load
from kmdash.measures.progress import progress
from kmdash.measures.rollups import by_year, stage_strength
from kmdash.measures.vote import tally
from kmdash.ui.samples import sample_files

YEAR, DAY = 2562, date(2019, 6, 15)


@cache
def register():
    """The department's own year of the sample data, as the pages look at it."""
    files = [path for path in sample_files() if path.stem.endswith(str(YEAR))]
    return from_parts([part for path in files for part in read_file(path.read_bytes(), path.name).parts])


@cache
def behind(chosen, months=None):
    shown = calendar(register(), YEAR, DAY) if chosen[0] in ("month", "load", "owned") else months
    return pointed(chosen, items(register(), DAY), register().plans, YEAR, DAY, shown)


def states(found):
    return found["state"].value_counts()


def test_a_cell_of_the_matrix_leads_to_the_activities_it_counts():
    for row in records(coverage(register(), DAY)):
        found = behind(mark("stage", row))
        assert len(found) == row["planned"] + row["cancelled"]
        assert states(found).get("overdue", 0) == row["overdue"]
        assert states(found).get("unclear", 0) == row["unclear"]


def test_a_stage_of_all_plans_leads_to_the_activities_of_all_of_them():
    strength = stage_strength(coverage(register(), DAY))
    assert sum(len(behind(mark("stages", row))) for row in records(strength)) == 42


def test_the_tiles_lead_to_as_many_activities_as_they_say():
    brief = briefing(register(), YEAR, DAY)
    counts = {"done": brief.done, "overdue": brief.overdue, "due": brief.due_this_month}
    assert {name: len(behind((name,))) for name in counts} == counts


def test_a_month_leads_to_what_runs_in_it():
    sums = load(calendar(register(), YEAR, DAY), YEAR)
    for row in records(sums):
        assert len(behind(("month", EVERY, row["month"].isoformat()))) == row["active"]
    march = behind(("month", COMMITTEE, "2019-03-01"))
    assert march["plan_id"].isna().all()
    whole = behind(("month", SHOWN_LAYERS, "2019-03-01"))
    assert len(whole) == len(march) + len(behind(("month", EVERY, "2019-03-01")))


def test_a_point_of_the_curve_leads_to_what_was_planned_or_done_by_then():
    for row in records(progress(register(), YEAR, DAY)):
        found = behind(mark("until", row))
        assert len(found) >= max(row["planned"], row["actual"] or 0)
        assert (found["planned_due"] < "2019-10-01").sum() <= row["planned"] or row["month"].month != 9


def test_a_unit_a_plan_and_a_single_item_are_found():
    plans = records(register().plans)
    assert sum(len(behind(("plan", plan["plan_id"]))) for plan in plans) == 42
    assert sum(len(behind(("unit", plan["unit"]))) for plan in plans) == 42
    one = register().activities["activity_id"].iloc[5]
    assert behind(("item", one))["item_id"].tolist() == [one]
    assert len(behind(("items", "\n".join(register().activities["activity_id"][:3])))) == 3


def test_what_names_nothing_leads_to_nothing():
    assert behind(("stage", "x", "1")).empty
    assert behind(("kpi", "x")).empty


def test_marks_are_those_of_the_rows_in_their_order():
    found = progress(register(), YEAR, DAY)
    assert marks("until", found)[:2] == [("until", "2018-10-01"), ("until", "2018-11-01")]


def test_an_activity_tells_its_state_its_reason_and_every_cell_that_says_so():
    [item] = of_activities(behind(("overdue",))[:1], register(), DAY)
    assert item.state == "ทวงถาม"
    assert item.why
    assert {key for key, _ in item.facts} >= {"plan", "owner", "period", "due"}
    assert [(source.frame, source.file) for source in item.sources] == [
        ("activities", "plans-2562.xlsx"),
        ("progress", "progress-2562.xlsx"),
    ]


def test_a_report_after_the_day_is_not_told():
    [item] = of_activities(behind(("done",))[:1], register(), date(2019, 1, 1))
    assert [source.frame for source in item.sources] == ["activities"]


def test_a_kpi_tells_how_its_score_comes_about_and_where_its_result_stands():
    scored = attainment(register(), as_of=DAY)
    [first, *_] = of_kpis(scored, register(), DAY)
    assert first.state == "ระดับ 4 คะแนน 4.4800"
    assert "ระดับ 4" in first.why
    assert [source.frame for source in first.sources] == ["kpis", "results"]
    waiting = [item for item in of_kpis(scored, register(), DAY) if item.state == "ยังไม่มีคะแนน"]
    assert len(waiting) == 3
    assert all(item.why for item in waiting)


@pytest.mark.parametrize(("place", "state"), [(0, "ได้รับเลือก"), (-1, "ไม่ได้รับเลือก")])
def test_a_candidate_tells_its_votes_and_whether_it_is_chosen(place, state):
    item = of_candidates(tally(register()), register())[place]
    assert item.state == state
    assert "เสียง" in item.why
    assert item.sources[0].frame == "candidates"


@pytest.mark.parametrize(("measure", "kind"), [(unit_load, "load"), (owner_load, "owned")])
def test_a_load_of_a_month_leads_to_the_activities_that_run_in_it(measure, kind):
    rows = records(measure(calendar(register(), YEAR, DAY), YEAR))
    assert rows
    for row in rows:
        assert len(behind(mark(kind, row))) == row["active"]


def test_a_fiscal_year_leads_to_the_activities_of_its_plans():
    [row] = records(by_year(summary(coverage(register(), DAY))))
    assert len(behind(mark("year", row))) == 42
    assert behind(("year", "2563", "KM")).empty


def test_coverage_as_it_grew_leads_to_the_activities_of_the_stages_counted():
    for row in records(growth(register(), YEAR, DAY)):
        found = behind(mark("grown", row))
        stages = len(found.groupby(["plan_id", "stage"]))
        assert max(row["planned"], row["done"] or 0) <= stages <= row["planned"] + (row["done"] or 0)
