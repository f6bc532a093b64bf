"""The sample files: what they hold, that they are what the builder writes, and that faults are told."""

import importlib.util
import re
from collections import Counter

import pytest

from kmdash.domain.fiscal import thai_date
from kmdash.domain.problem import Severity, UnreadableFile
from kmdash.ingest.read import read_file

OF_DEPARTMENT = (
    *("committee-2562.xlsx", "knowledge-2562.csv", "plans-2562.xlsx", "progress-2562.xlsx"),
    *("results-2562.xlsx", "submissions-2562.xlsx"),
)
OF_PROVINCES = (
    *("km-market-2564.xlsx", "warning-center-2561.xlsx", "ban-waen-2569.xlsx"),
    *("samut-songkhram-2567.xlsx", "samut-songkhram-lessons-2567.xlsx"),
)


@pytest.fixture(scope="module")
def folder(repo):
    return repo / "sample_data"


@pytest.fixture(scope="module")
def build(folder):
    spec = importlib.util.spec_from_file_location("build_samples", folder / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def readings(folder):
    return {name: read_file((folder / name).read_bytes(), name) for name in OF_DEPARTMENT}


@pytest.fixture(scope="module")
def provinces(folder):
    return {name: read_file((folder / name).read_bytes(), name) for name in OF_PROVINCES}


def rows(readings, frame):
    return [row for reading in readings.values() for row in reading.rows(frame)]


def test_the_folder_holds_the_files_named_and_no_other(folder):
    assert tuple(sorted(path.name for path in folder.iterdir() if path.suffix in {".xlsx", ".csv"})) == tuple(
        sorted((*OF_DEPARTMENT, *OF_PROVINCES))
    )


def test_building_again_gives_the_committed_files(folder, build):
    for place, files in ((folder, build.samples()), (folder / "faulty", build.faulty())):
        for name, data in files.items():
            assert (place / name).read_bytes() == data, name


def test_every_sample_reads_without_an_error(readings, provinces):
    errors = [
        p for reading in (readings | provinces).values() for p in reading.problems if p.severity == Severity.ERROR
    ]
    assert errors == []


def test_every_cell_of_every_sample_is_accounted_for(readings, provinces):
    for reading in (readings | provinces).values():
        account = reading.account
        assert account.used + sum(item.cells for item in account.ignored) == account.filled
        assert not any("นอกตารางที่รู้จัก" in item.reason for item in account.ignored)


def test_the_plans_have_the_published_counts_and_stages(readings):
    plans = {row["plan_id"]: row["no"] for row in rows(readings, "plans")}
    activities = rows(readings, "activities")
    counts = Counter(plans[row["plan_id"]] for row in activities)
    assert counts == {"1": 8, "2": 8, "3": 8, "4": 9, "5": 9}
    assert all(str(row["stage"]) == row["no"].split(".")[0] for row in activities)
    assert {row["stage"] for row in activities} == set(range(1, 8))


def test_the_vote_is_the_published_one(readings):
    (ballot,) = rows(readings, "ballots")
    assert (ballot["voters"], ballot["ballot_limit"], ballot["seats"]) == (16, 5, 5)
    votes = [row["votes"] for row in rows(readings, "candidates")]
    assert votes == [11, 10, 9, 8, 8, 7, 7, 7, 5, 3, 2, 2, 1, 0, 0, 0]


def test_the_doubtful_months_are_asked_and_only_they(readings):
    asked = [p.found for p in readings["plans-2562.xlsx"].problems if p.field == "period" and p.severity == "question"]
    assert asked == ["มี.ย. ๖๒", "มี.ย. - ส.ค. ๖๒", "ม.ย. - ส.ค. ๖๒"]


def test_progress_and_results_are_marked_as_constructed_on_the_day_the_sample_opens(readings):
    reports = [*rows(readings, "progress"), *rows(readings, "results")]
    assert {row["constructed"] for row in reports} == {True}
    assert {thai_date(row["reported_on"]) for row in reports} == {"15 มิ.ย. 2562"}
    assert sum(row["status"] == "done" for row in rows(readings, "progress")) == 21
    assert [row["actual"] for row in rows(readings, "results")] == [82.4, 61.5, 71.0]


def test_what_is_reported_is_reported_of_activities_and_kpis_of_the_plans(readings):
    activities = {row["activity_id"] for row in rows(readings, "activities")}
    kpis = {row["kpi_id"] for row in rows(readings, "kpis")}
    assert {row["activity_id"] for row in rows(readings, "progress")} < activities
    assert {row["kpi_id"] for row in rows(readings, "results")} < kpis


def test_what_is_done_was_done_within_its_months(readings):
    activities = {row["activity_id"]: row for row in rows(readings, "activities")}
    done = [row for row in rows(readings, "progress") if row["done_on"]]
    assert all(
        activities[row["activity_id"]]["start"] <= row["done_on"] <= activities[row["activity_id"]]["end"]
        for row in done
    )


def test_each_faulty_file_gets_the_answer_its_readme_promises(folder):
    readme = (folder / "README.md").read_text(encoding="utf-8")
    promised = dict(
        re.findall(r"^\| `([\w.-]+)` \|[^|]*\| (?:file refused: |(?:\w+ ))`?(\w+)`? \|$", readme, re.MULTILINE)
    )
    files = sorted((folder / "faulty").iterdir())
    assert set(promised) == {path.name for path in files}
    for path in files:
        try:
            codes = {problem.code for problem in read_file(path.read_bytes(), path.name).problems}
        except UnreadableFile as error:
            codes = {error.code}
        assert promised[path.name] in codes, path.name


def test_the_province_has_the_published_targets_needs_and_network(provinces):
    reading = provinces["km-market-2564.xlsx"]
    targets = [row["target"] for row in reading.rows("targets") if row["counter"] == "เรื่อง"]
    assert targets == [9, 4, 5, 5, 3, 4, 3, 5, 5, 3, 3]
    assert [len(row["knowledge"].split("\n")) for row in reading.rows("knowledge")] == [9, 7, 3, 4]
    assert len(reading.rows("activities")) == len(reading.rows("network")) == 12
    assert {row["constructed"] for row in reading.rows("knowledge_records")} == {True}


def test_the_warning_centres_form_has_five_issues_of_twenty_per_cent(provinces):
    reading = provinces["warning-center-2561.xlsx"]
    assert [row["weight"] for row in reading.rows("knowledge")] == [20] * 5
    assert len(reading.rows("knowledge_records")) == 1


def test_the_municipality_has_nine_rows_of_five_divisions_and_four_goals(provinces):
    reading = provinces["ban-waen-2569.xlsx"]
    assert Counter(row["unit"] for row in reading.rows("knowledge")).most_common() == [
        ("กองสาธารณสุขและสิ่งแวดล้อม", 3),
        ("สำนักปลัดเทศบาล", 2),
        ("กองการศึกษา", 2),
        ("กองคลัง", 1),
        ("กองช่าง", 1),
    ]
    assert [row["kind"] for row in reading.rows("aims")] == ["scope"] * 3
    assert all(row["staff"] and row["executives"] and row["policy"] for row in reading.rows("aims"))
    assert [row["process"] for row in reading.rows("plans")] == ["KM", "KM", "KM", "change"]


def test_the_provincial_organisations_topics_recur_in_three_years_with_six_points(provinces):
    reading = provinces["samut-songkhram-2567.xlsx"]
    topics = [row for row in reading.rows("activities") if row["recurs_every"] == "fiscal_year"]
    assert [row["recurs_month"] for row in topics] == [4, 5, 6, 7, 8]
    assert {len(row["checklist"].split("\n")) for row in topics} == {6}
    (swot,) = reading.rows("swots")
    names = ("strengths", "weaknesses", "opportunities", "threats")
    assert [len(swot[name].split("\n")) for name in names] == [3, 4, 4, 2]
    lessons = provinces["samut-songkhram-lessons-2567.xlsx"]
    known = {row["activity_id"] for row in reading.rows("activities")}
    assert {row["activity_id"] for row in (*lessons.rows("aars"), *lessons.rows("activity_years"))} < known


def test_the_three_factors_of_five_levels_are_kpis_of_the_plan_whose_head_names_one(provinces):
    reading = provinces["samut-songkhram-2567.xlsx"]
    named = [row for row in reading.rows("kpis") if row.get("level_texts")]
    assert [len(row["level_texts"].split("\n")) for row in named] == [5, 5, 5]
    assert {row["plan_id"] for row in named} == {reading.rows("plans")[0]["plan_id"]}
    assert [named[2][f"threshold_{level}"] for level in range(1, 6)] == [1, 2, 3, 4, 5]
    assert [row.get("threshold_1") for row in named[:2]] == [None, None]
    found = {problem.code for problem in reading.problems}
    assert ("kpi_plan_inferred" in found, "kpi_without_plan" in found, reading.unplaced) == (True, False, [])
