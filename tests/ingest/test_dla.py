"""The DLA workbook of fiscal year 2562, read as it stands, against its truth cell by cell."""

import json

import openpyxl
import pytest

from kmdash.ingest.as_json import reading_json
from kmdash.ingest.read import read_file


@pytest.fixture(scope="module")
def truth(shared):
    return json.loads((shared / "seeds" / "truth" / "dla-2562.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reading(shared):
    path = shared / "seeds" / "forms" / "dla-2562.xlsx"
    return reading_json(read_file(path.read_bytes(), path.name))


@pytest.fixture(scope="module")
def activities(reading):
    return {activity["cell"]: activity for plan in reading["plans"] for activity in plan["activities"]}


def asked(reading, cell):
    return [p for p in reading["problems"] if p["cell"] == cell and p["severity"] in ("question", "warning")]


def test_the_five_plans_have_their_activities(reading):
    assert [len(plan["activities"]) for plan in reading["plans"]] == [8, 8, 8, 9, 9]
    assert {plan["fiscal_year_be"] for plan in reading["plans"]} == {2562}
    assert {plan["process"] for plan in reading["plans"]} == {"KM"}


def test_every_activity_is_what_its_row_says(truth, activities):
    expected = [activity for plan in truth["plans"] for activity in plan["activities"]]
    assert len(activities) == len(expected) == 42
    for wanted in expected:
        found = activities[wanted["cell"]]
        for name in ("no", "stage", "component", "text", "period_text", "start", "end", "target", "owners", "status"):
            assert found[name] == wanted[name], (wanted["cell"], name)
        truly = {("target_group" if name == "group" else name): cell for name, cell in wanted["cells"].items()}
        assert truly.items() <= found["cells"].items()


def test_unreadable_months_are_asked_and_the_readable_end_is_kept(reading, activities):
    for cell, period, end in (("B15", "C15", None), ("B17", "C17", "2019-08"), ("B40", "C40", "2019-08")):
        question = [p for p in asked(reading, f"แผนที่ ๔-๕!{period}") if p["code"] == "ambiguous_month"]
        assert [p["severity"] for p in question] == ["question"]
        assert question[0]["proposal"].startswith("มิ.ย.")
        found = activities[f"แผนที่ ๔-๕!{cell}"]
        assert (found["start"], found["end"], found["period_kind"]) == (None, end, "unclear")


def test_thresholds_stand_by_their_place_and_a_wrong_label_is_asked(reading):
    levels = [[kpi["levels"] for kpi in plan["kpis"]] for plan in reading["plans"]]
    assert levels == [[[65, 70, 75, 80, 85]], [[50, 55, 60, 65, 70]], [[60, 65, 70, 75, 80]], [None], [None]]
    assert [p["code"] for p in asked(reading, "แผนที่ ๒!G10")] == ["kpi_level_label"]


def test_plans_without_a_head_take_their_name_from_form_1_and_ask_for_their_unit(reading):
    titles = [(plan["title"], plan["unit"]) for plan in reading["plans"][3:]]
    assert titles == [("แผนการจัดการความรู้ที่ ๔", None), ("แผนการจัดการความรู้ที่ ๕", None)]
    for cell, unit in (("แผนที่ ๔-๕!A1", "กพร.สธ."), ("แผนที่ ๔-๕!A21", "กม.")):
        codes = {p["code"]: p["proposal"] for p in asked(reading, cell)}
        assert codes == {"plan_header_missing": None, "plan_unit_missing": unit}


def test_the_tally_is_the_committees(truth, reading):
    ballot = reading["ballot"]
    assert [[row["candidate"], row["votes"]] for row in ballot["tally"]] == truth["ballot"]["tally"]
    assert [row["cell"] for row in ballot["tally"]] == truth["ballot"]["cells"]
    assert (ballot["voters"], ballot["limit"]) == (16, 5)


def test_the_committees_calendar_keeps_what_is_printed_and_marks_the_step_out_of_order(truth, reading):
    assert len(reading["calendar"]) == 9
    for found, wanted in zip(reading["calendar"], truth["calendar"], strict=True):
        for name in ("cell", "step", "period_text", "start", "end"):
            assert found[name] == wanted[name]
    assert [p["code"] for p in reading["problems"] if p["cell"] == "ปฏิทินการดำเนินงาน!B4"] == ["out_of_order"]


def test_form_1_is_read_in_both_its_layouts(truth, reading):
    assert [row["cell"] for row in reading["form1_rows"]] == [row["cell"] for row in truth["form1"]]
    for found, wanted in zip(reading["form1_rows"], truth["form1"], strict=True):
        assert (found["issue"], found["kpi"]) == (wanted["issue"], wanted["kpi"])


def test_every_demanded_flag_is_there(truth, reading):
    flagged = {problem["cell"] for problem in reading["problems"]}
    assert {must["cell"] for must in truth["must_flag"]} <= flagged


def test_every_filled_cell_is_used_or_listed(shared, reading):
    book = openpyxl.load_workbook(shared / "seeds" / "forms" / "dla-2562.xlsx")
    filled = sum(cell.value is not None for sheet in book for row in sheet.iter_rows() for cell in row)
    account = reading["account"]
    assert account["used"] + sum(item["cells"] for item in account["ignored"]) == account["filled"] == filled
    assert all(item["reason"] for item in account["ignored"])


@pytest.mark.parametrize("name", ["dla-plan1-utf8bom.csv", "dla-plan1-cp874.csv", "dla-plan1-utf16.csv"])
def test_the_three_csv_encodings_give_the_same_plan(shared, truth, name):
    path = shared / "seeds" / "csv" / name
    found = reading_json(read_file(path.read_bytes(), name))
    plan = truth["plans"][0]
    assert [kpi["levels"] for kpi in found["plans"][0]["kpis"]] == [[65, 70, 75, 80, 85]]
    for given, wanted in zip(found["plans"][0]["activities"], plan["activities"], strict=True):
        assert given["cell"] == "CSV!" + wanted["cell"].rpartition("!")[2]
        for key in ("no", "stage", "text", "start", "end", "target", "owners"):
            assert given[key] == wanted[key], (given["cell"], key)
    assert [p["code"] for p in found["problems"] if p["severity"] == "question"] == ["office_missing"]
