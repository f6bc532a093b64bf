"""What a filled template means, and what is told when it cannot."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain import template
from kmdash.ingest.account import Usage
from kmdash.ingest.grid import Cell, Grid
from kmdash.ingest.sheet import Sheet
from kmdash.ingest.template import is_template, read_template

OWNER = {"office": "สำนักงานตัวอย่าง", "fiscal_year": 2562}
PLAN = {"no": "1", "title": "แผน ก", "unit": "กอง ก"}
ACTIVITY = {"plan": "1", "no": "1.1", "stage": "1 การบ่งชี้ความรู้", "text": "ประชุม", "period_text": "ต.ค. ๖๑"}
KPI = {"plan": "1", "kpi_no": 1, "name": "ร้อยละ"} | {f"threshold_{n}": 60 + 5 * n for n in range(1, 6)}


def grid_of(sheet, rows, facts=None, columns=None, name=None):
    """A sheet of the template as a grid: facts in column A and B, headings in row 10, rows below."""
    columns = columns or sheet.columns
    cells = {}
    labels = {fact.field: fact.heading for fact in (*template.OFFICE_FACTS, *sheet.facts)}
    for row, (field, value) in enumerate((facts or {}).items(), start=1):
        cells[row, 1], cells[row, 3] = Cell(labels[field]), Cell(value)
    for place, column in enumerate(columns, start=1):
        cells[10, place] = Cell(column.heading)
        for row, values in enumerate(rows, start=11):
            value = values.get(column.field)
            if value is not None:
                cells[row, place] = value if isinstance(value, Cell) else Cell(value)
    return Grid(name or sheet.name, cells)


def read(*grids):
    usage = Usage(grids)
    parts, problems, *_ = read_template([Sheet(grid, usage) for grid in grids], "t.xlsx")
    rows = {}
    for part in parts:
        for frame, records in part.records.items():
            rows.setdefault(frame, []).extend(records)
    return rows, problems, usage.account()


def read_plan(*, plans=(PLAN,), activities=(), kpis=(), results=(), progress=(), rounds=(), tests=()):
    return read(
        grid_of(template.PLANS, plans, OWNER),
        grid_of(template.ACTIVITIES, activities),
        grid_of(template.KPIS, kpis),
        grid_of(template.RESULTS, results),
        grid_of(template.PROGRESS, progress),
        grid_of(template.ROUNDS, rounds),
        grid_of(template.TESTS, tests),
    )


def told(problems):
    return [(problem.code, str(problem.severity), problem.cell) for problem in problems]


def address(sheet, field, row=11):
    place = next(n for n, column in enumerate(sheet.columns, start=1) if column.field == field)
    return f"{sheet.name}!{'ABCDEFGHIJKLMN'[place - 1]}{row}"


def test_a_form_of_an_office_is_not_taken_for_the_template():
    headings = ("ที่", "กิจกรรม", "ระยะเวลา", "ตัวชี้วัด", "เป้าหมาย", "ผู้รับผิดชอบ")
    grid = Grid("แผน", {(1, n): Cell(text) for n, text in enumerate(headings, start=1)})
    assert not is_template([Sheet(grid, Usage([grid]))])


def test_a_table_is_known_by_its_headings_on_a_sheet_of_another_name_with_columns_moved():
    columns = (template.MARKER, *reversed(template.PLANS.columns[1:]))
    rows, problems, _ = read(grid_of(template.PLANS, [PLAN], OWNER, columns, name="Sheet1"))
    assert problems == []
    assert (rows["plans"][0]["no"], rows["plans"][0]["title"]) == ("1", "แผน ก")


def test_every_value_names_its_cell_and_file():
    rows, _, _ = read_plan(activities=[ACTIVITY])
    (activity,) = rows["activities"]
    assert activity["source_cell"] == address(template.ACTIVITIES, "text")
    assert activity["period_cell"] == address(template.ACTIVITIES, "period_text")
    assert activity["source_file"] == "t.xlsx"


def test_used_and_ignored_cells_are_all_filled_cells():
    example = {"marker": "ตัวอย่าง", **ACTIVITY, "plan": "7"}
    rows, problems, account = read_plan(activities=[example, ACTIVITY], kpis=[KPI])
    assert (len(rows["activities"]), problems) == (1, [])
    assert account.used + sum(item.cells for item in account.ignored) == account.filled
    assert "แถวตัวอย่างของแบบฟอร์ม" in {item.reason for item in account.ignored}


@pytest.mark.parametrize(
    ("typed", "process", "stage", "component"),
    [
        ("3 การจัดความรู้ให้เป็นระบบ", None, 3, None),
        ("การจัดการความรู้ให้เป็นระบบ", None, 3, None),
        ("๕", None, 5, None),
        (2, None, 2, None),
        ("การเรียนรู้", None, 7, None),
        ("การเรียนรู้", "การบริหารการเปลี่ยนแปลง", None, 4),
        ("7 การเรียนรู้", "การบริหารการเปลี่ยนแปลง", 7, None),
        ("การสื่อสาร", None, None, 2),
    ],
)
def test_a_stage_is_read_by_name_then_by_number(typed, process, stage, component):
    rows, problems, _ = read_plan(plans=[{**PLAN, "process": process}], activities=[{**ACTIVITY, "stage": typed}])
    assert problems == []
    assert (rows["activities"][0]["stage"], rows["activities"][0]["component"]) == (stage, component)


def test_a_stage_number_that_contradicts_its_name_gives_way_and_is_told():
    rows, problems, _ = read_plan(activities=[{**ACTIVITY, "stage": "5 การบ่งชี้ความรู้"}])
    assert rows["activities"][0]["stage"] == 1
    assert told(problems) == [("stage_number_differs", "warning", address(template.ACTIVITIES, "stage"))]


@pytest.mark.parametrize(
    ("field", "typed", "code", "severity"),
    [
        ("plan", "9", "plan_unknown", "error"),
        ("plan", None, "plan_missing", "error"),
        ("stage", "ขั้นเตรียมการ", "stage_unknown", "question"),
        ("period_text", "มี.ย. ๖๒", "ambiguous_month", "question"),
        ("period_text", "31 ก.พ. 62", "impossible_date", "question"),
        ("percent", 140, "percent_out_of_range", "error"),
        ("percent", "ครึ่งหนึ่ง", "unreadable_number", "error"),
        ("percent", 0.5, "fraction_suspected", "warning"),
        ("status_text", "ใกล้เสร็จ", "status_unknown", "question"),
        ("no", None, "number_missing", "warning"),
        ("text", None, "text_missing", "warning"),
        ("owner", "นายตัวอย่าง นามสมมุติ", "person_hidden", "info"),
    ],
)
def test_a_fault_in_an_activity_is_told_with_its_cell(field, typed, code, severity):
    _, problems, account = read_plan(activities=[{**ACTIVITY, field: typed}])
    assert told(problems) == [(code, severity, address(template.ACTIVITIES, field))]
    assert account.used + sum(item.cells for item in account.ignored) == account.filled


def test_a_question_about_a_period_can_be_answered_in_its_row():
    rows, (problem,), _ = read_plan(activities=[{**ACTIVITY, "period_text": "มี.ย. ๖๒"}])
    assert (problem.frame, problem.row_id, problem.field) == (
        "activities",
        rows["activities"][0]["activity_id"],
        "period",
    )
    assert problem.choices
    assert rows["activities"][0]["start"] is None


def test_activities_that_share_a_number_are_kept_apart_and_told():
    rows, problems, _ = read_plan(activities=[ACTIVITY, ACTIVITY, ACTIVITY])
    assert [row["activity_id"].rpartition("/")[2] for row in rows["activities"]] == ["1.1", "1.1-2", "1.1-3"]
    assert [problem.code for problem in problems] == ["activity_number_twice"] * 2


def test_a_real_date_in_a_period_is_read_as_its_day():
    rows, problems, _ = read_plan(activities=[{**ACTIVITY, "period_text": Cell(datetime(2019, 1, 15), "d/m/yyyy")}])
    assert problems == []
    (activity,) = rows["activities"]
    assert (activity["start"], activity["precision"]) == (date(2019, 1, 15), "day")
    assert activity["period_text"] == "15 ม.ค. 2562"


def test_a_real_date_that_shows_no_day_stands_for_its_month():
    rows, problems, _ = read_plan(activities=[{**ACTIVITY, "period_text": Cell(datetime(2019, 1, 1), "mmm yy")}])
    assert problems == []
    (activity,) = rows["activities"]
    assert (activity["end"], activity["period_text"]) == (date(2019, 1, 31), "ม.ค. 2562")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"threshold_3": 60}, "kpi_levels_mixed"),
        ({"threshold_5": None}, "kpi_levels_unclear"),
        ({f"threshold_{n}": None for n in range(1, 6)}, "kpi_levels_missing"),
        ({"direction": "ยิ่งน้อยยิ่งดี"}, "direction_differs"),
        ({"direction": "ขึ้น"}, "direction_unknown"),
        ({"weight": -1}, "weight_negative"),
        ({"weight": 101}, "weight_too_large"),
        ({"scale": "แบบใหม่"}, "scale_unknown"),
        ({"scale": "50/75/100"}, "kpi_marks_unclear"),
        ({"level_texts": "หนึ่ง\nสอง"}, "level_texts_count"),
    ],
)
def test_a_fault_in_a_kpi_is_told(changes, code):
    _, problems, _ = read_plan(kpis=[{**KPI, **changes}])
    assert [problem.code for problem in problems] == [code]


def test_thresholds_of_mixed_order_are_not_stored():
    rows, _, _ = read_plan(kpis=[{**KPI, "threshold_3": 60}])
    assert {rows["kpis"][0][f"threshold_{n}"] for n in range(1, 6)} == {None}


def test_falling_thresholds_mean_that_less_is_better():
    rows, problems, _ = read_plan(kpis=[{**KPI, **{f"threshold_{n}": 30 - n for n in range(1, 6)}}])
    assert (rows["kpis"][0]["direction"], problems) == ("down", [])


def test_a_percent_format_means_the_number_shown():
    rows, problems, _ = read_plan(kpis=[KPI], results=[{"plan": "1", "kpi_no": 1, "actual": Cell(0.824, "0.0%")}])
    assert (rows["results"][0]["actual"], problems) == (82.4, [])


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"actual": 0}, []),
        ({"actual": "๘๒.๕"}, []),
        ({"kpi_no": 7}, ["kpi_unknown"]),
        ({"kpi_no": None}, ["kpi_unknown"]),
        ({"plan": "8"}, ["plan_unknown"]),
        ({"actual": "ดีมาก"}, ["unreadable_number"]),
        ({"actual": 0.82}, ["fraction_suspected"]),
        ({"constructed": "อาจจะ"}, ["flag_unknown"]),
        ({"reads_as": "ชื่ออื่น"}, ["name_differs"]),
        ({"steps": "ครบ"}, ["steps_unclear"]),
        ({"steps": "๑-๓", "persons": 40}, []),
        ({"actual": Cell(None, formula="=A1+1")}, ["formula_without_value"]),
        ({"actual": Cell("#REF!", error=True)}, ["formula_without_value"]),
    ],
)
def test_results_are_checked_against_the_kpis_of_the_file(changes, codes):
    result = {"plan": "1", "kpi_no": 1, "actual": 80, "reported_on": "15 มิ.ย. 2562", **changes}
    _, problems, account = read_plan(kpis=[KPI], results=[result])
    assert [problem.code for problem in problems] == codes
    assert account.used + sum(item.cells for item in account.ignored) == account.filled


def test_a_percentage_beyond_a_hundred_is_stored_and_marked():
    percent = {**KPI, "unit": "ร้อยละ"}
    rows, problems, _ = read_plan(kpis=[percent], results=[{"plan": "1", "kpi_no": 1, "actual": 120}])
    assert (rows["results"][0]["actual"], told(problems)) == (
        120,
        [("percent_beyond_range", "warning", address(template.RESULTS, "actual"))],
    )


def test_a_kpi_of_steps_needs_no_thresholds_and_one_of_50_75_100_has_three():
    bare = {"plan": "1", "name": "คู่มือ"}
    marks = {"threshold_1": 60, "threshold_2": 80, "threshold_3": 90, "scale": "50/75/100"}
    rows, problems, _ = read_plan(
        kpis=[{**bare, "kpi_no": 1, "scale": "ขั้นความสำเร็จ"}, {**bare, "kpi_no": 2, **marks}],
        results=[{"plan": "1", "kpi_no": 1, "steps": "๔, ๑-๒"}],
    )
    assert problems == []
    assert [kpi["scale"] for kpi in rows["kpis"]] == ["milestone", "50/75/100"]
    assert (rows["kpis"][1]["threshold_3"], rows["results"][0]["steps"]) == (90, "1,2,4")


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"cancelled": "ใช่", "weight": None}, []),
        ({"round": 7}, ["round_unknown"]),
        ({"kpi_no": 9}, ["kpi_unknown"]),
        ({"weight": -5}, ["weight_impossible"]),
        ({"weight": 120}, ["weight_impossible"]),
    ],
)
def test_the_weights_of_a_round_are_checked(changes, codes):
    _, problems, account = read_plan(
        kpis=[KPI], rounds=[{"plan": "1", "kpi_no": 1, "round": 6, "weight": 60, **changes}]
    )
    assert [problem.code for problem in problems] == codes
    assert account.used + sum(item.cells for item in account.ignored) == account.filled


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"person": None, "pre_count": 30, "post_count": 28}, []),
        ({"post": 25}, ["mark_beyond_range"]),
        ({"pre": -1}, ["mark_beyond_range"]),
        ({"test_id": None}, ["test_unnamed"]),
    ],
)
def test_the_marks_of_a_test_are_checked(changes, codes):
    marks = {"plan": "1", "test_id": "ชุด ก", "person": "A01", "pre": 8, "post": 15, "full": 20, "mark": 12, **changes}
    _, problems, account = read_plan(kpis=[KPI], tests=[marks])
    assert [problem.code for problem in problems] == codes
    assert account.used + sum(item.cells for item in account.ignored) == account.filled


def test_a_row_that_reports_nothing_is_no_report():
    rows, problems, account = read_plan(kpis=[KPI], results=[{"plan": "1", "kpi_no": 1, "reads_as": "ร้อยละ"}])
    assert (rows.get("results"), problems) == (None, [])
    assert "แถวนี้ยังไม่ได้รายงาน" in {item.reason for item in account.ignored}


def test_the_day_above_the_table_serves_the_rows_without_their_own():
    rows = [
        {"plan": "1", "activity_no": "1.1", "status_text": "ดำเนินการแล้ว"},
        {"plan": "1", "activity_no": "1.2", "status_text": "ดำเนินการแล้ว", "reported_on": "1 พ.ค. 62"},
    ]
    found, problems, _ = read(grid_of(template.PROGRESS, rows, {**OWNER, "as_of": "15 มิ.ย. 2562"}))
    assert problems == []
    assert [row["reported_on"] for row in found["progress"]] == [date(2019, 6, 15), date(2019, 5, 1)]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"done_on": "กลางเดือน"}, ["unreadable_date"]),
        ({"done_on": "ส.ค. 62"}, ["unreadable_date"]),
        ({"postponed_to": "ส.ค. 62"}, []),
        ({"percent": 40}, ["status_percent_differs"]),
        ({"activity_no": "4.4"}, ["activity_unknown"]),
    ],
)
def test_progress_is_checked_against_the_activities_of_the_file(changes, codes):
    report = {"plan": "1", "activity_no": "1.1", "status_text": "ดำเนินการแล้ว", **changes}
    _, problems, _ = read_plan(activities=[ACTIVITY], progress=[report])
    assert [problem.code for problem in problems] == codes


def test_two_reports_of_one_day_are_told():
    report = {"plan": "1", "activity_no": "1.1", "status_text": "ดำเนินการแล้ว", "reported_on": "15 มิ.ย. 2562"}
    rows, problems, _ = read_plan(activities=[ACTIVITY], progress=[report, report])
    assert len(rows["progress"]) == 2
    assert [problem.code for problem in problems] == ["reported_twice"]


def vote(marks, candidates=({"process": "งาน 1", "unit": "กอง ก"}, {"process": "งาน 2"})):
    rule = {**OWNER, "title": "โหวต", "voters": 3, "ballot_limit": 2, "seats": 1}
    return read(grid_of(template.CANDIDATES, candidates, rule), grid_of(template.MARKS, marks))


def test_marks_name_candidates_by_number_unit_or_process_and_a_blank_ballot_abstains():
    marks = [{"voter": "ก", "choice_1": 2, "choice_2": "กอง ก"}, {"voter": "ข", "choice_1": "งาน 2"}, {"voter": "ค"}]
    rows, problems, _ = vote(marks)
    assert problems == []
    chosen = [(row["voter"], (row["candidate_id"] or "").rpartition("/")[2]) for row in rows["marks"]]
    assert chosen == [("ก", "2"), ("ก", "1"), ("ข", "2"), ("ค", "")]


@pytest.mark.parametrize(
    ("marks", "code", "kept"),
    [
        ([{"voter": "ก", "choice_1": 9}], "candidate_unknown", 1),
        ([{"voter": "ก", "choice_1": 1}, {"voter": "ก", "choice_1": 2}], "voter_twice", 1),
        ([{"choice_1": 1}], "voter_missing", 0),
    ],
)
def test_a_fault_on_a_ballot_is_told(marks, code, kept):
    rows, problems, _ = vote(marks)
    assert [problem.code for problem in problems] == [code]
    assert len(rows["marks"]) == kept


def test_votes_already_counted_give_way_to_the_ballots():
    rows, problems, _ = vote([{"voter": "ก", "choice_1": 1}], [{"process": "งาน 1", "votes": 5}])
    assert [problem.code for problem in problems] == ["votes_and_marks"]
    assert rows["candidates"][0]["votes"] is None


def test_a_rule_of_the_vote_that_is_missing_is_asked():
    rows, problems, _ = read(grid_of(template.CANDIDATES, [{"process": "งาน 1", "votes": 3}], OWNER))
    asked = {(problem.code, problem.field) for problem in problems}
    assert asked == {
        ("voters_missing", "voters"),
        ("ballot_limit_missing", "ballot_limit"),
        ("seats_missing", "seats"),
    }
    assert rows["ballots"][0]["seats"] is None


def test_a_step_dated_after_the_step_that_follows_is_marked():
    steps = [
        {"no": "1", "text": "ก", "period_text": "๒๓ มี.ค. ๖๒"},
        {"no": "2", "text": "ข", "period_text": "๘ ก.พ. ๖๒"},
    ]
    rows, problems, _ = read(grid_of(template.EVENTS, steps, OWNER))
    assert [row["start"] for row in rows["events"]] == [date(2019, 3, 23), date(2019, 2, 8)]
    assert "out_of_order" in {problem.code for problem in problems}


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"fiscal_year": 2562}, "office_missing"),
        ({"office": "ก"}, "fiscal_year_unclear"),
        ({"office": "ก", "fiscal_year": 2019}, "fiscal_year_unclear"),
    ],
)
def test_an_office_or_year_that_is_missing_is_asked(facts, code):
    _, problems, _ = read(grid_of(template.PLANS, [PLAN], facts))
    assert [(problem.code, str(problem.severity)) for problem in problems] == [(code, "question")]


def test_two_offices_in_one_file_are_asked():
    one, other = ({"office": name, "fiscal_year": 2562} for name in ("กรม ก", "กรม ข"))
    _, problems, _ = read(grid_of(template.PLANS, [PLAN], one), grid_of(template.EVENTS, [], other))
    assert [(problem.code, problem.choices) for problem in problems] == [("office_unclear", ("กรม ก", "กรม ข"))]


def test_an_unknown_column_a_missing_one_and_a_foreign_sheet_are_told():
    columns = (*template.PLANS.columns[:2], *template.PLANS.columns[3:], template.Column("extra", "งบประมาณ"))
    plan_sheet = grid_of(template.PLANS, [{**PLAN, "extra": 500}], OWNER, columns)
    _, problems, account = read(plan_sheet, Grid("อื่น", {(2, 2): Cell("ข้อความ")}))
    assert sorted(problem.code for problem in problems) == [
        "column_missing",
        "column_unknown",
        "plan_header_missing",
        "sheet_left_out",
    ]
    assert any("งบประมาณ" in item.reason for item in account.ignored)


def test_merged_plan_numbers_serve_every_row_they_cover():
    sheet = grid_of(template.ACTIVITIES, [ACTIVITY, {**ACTIVITY, "plan": None, "no": "1.2"}])
    sheet.merged.append((11, 2, 12, 2))
    rows, problems, _ = read(grid_of(template.PLANS, [PLAN], OWNER), sheet)
    assert (len(rows["activities"]), problems) == (2, [])


CELLS = st.none() | st.integers(-5, 200) | st.sampled_from(["1", "1.1", "-", "๖๕", "ต.ค. ๖๑", "ก", "ใช่", "ตัวอย่าง"])


@settings(max_examples=40)
@given(st.data())
def test_whatever_is_typed_every_cell_is_accounted_for_and_every_row_kept_or_told(data):
    grids = []
    for sheet in template.SHEETS:
        rows = data.draw(st.lists(st.fixed_dictionaries({c.field: CELLS for c in sheet.columns}), max_size=3))
        grids.append(grid_of(sheet, rows, OWNER if sheet is template.PLANS else None))
    _, problems, account = read(*grids)
    assert account.used + sum(item.cells for item in account.ignored) == account.filled
    silent = {item.range for item in account.ignored if item.reason.startswith("ยังนำไปใช้ไม่ได้")}
    assert not silent or any(str(problem.severity) == "error" for problem in problems)


@pytest.mark.parametrize(
    ("weights", "row"),
    [
        ([("1", 60), ("1", 40)], None),
        ([("1", 60), ("2", 40)], None),
        ([("1", 60), ("1", 30)], 12),
        ([("1", 100), ("2", 50)], 12),
        ([("1", None), ("1", 30)], None),
    ],
)
def test_weights_that_sum_to_100_neither_in_their_plan_nor_in_all_are_told_at_the_last(weights, row):
    """rules.md §3: weights that do not sum to 100: normalised, with a finding."""
    kpis = [{**KPI, "plan": no, "kpi_no": n, "weight": weight} for n, (no, weight) in enumerate(weights, 1)]
    _, problems, _ = read_plan(plans=[PLAN, {**PLAN, "no": "2", "title": "แผน ข"}], kpis=kpis)
    expected = [] if row is None else [("weights_sum", "warning", address(template.KPIS, "weight", row))]
    assert told(problems) == expected
