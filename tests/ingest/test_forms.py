"""Forms read from small sheets: one fault each, columns in any order, nothing guessed."""

import ast
import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain.reading import from_plain
from kmdash.domain.stages import of_process
from kmdash.ingest.account import Usage
from kmdash.ingest.forms import read_forms
from kmdash.ingest.grid import Cell, Grid
from kmdash.ingest.read import read_here
from kmdash.ingest.sheet import Sheet

TITLE = [
    ["แผนการจัดการความรู้ของกรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"],
    ["แผนการจัดการความรู้ (KM Action Plan) : แผนการจัดการความรู้ที่ ๑"],
    ["กองแผนงาน"],
]
HEADER = ["ที่", "กิจกรรม", "ระยะเวลา", "ตัวชี้วัด", "เป้าหมาย", "ผู้รับผิดชอบ", "สถานะ", "ความก้าวหน้า"]
STAGES = [
    "การบ่งชี้ความรู้",
    "การสร้างและแสวงหาความรู้",
    "การจัดความรู้ให้เป็นระบบ",
    "การประมวลและกลั่นกรองความรู้",
    "การเข้าถึงความรู้",
    "การแบ่งปันแลกเปลี่ยนความรู้",
    "การเรียนรู้",
]
LEVELS = [["ตัวชี้วัด", "ระดับคะแนน"], ["", "๑", "๒", "๓", "๔", "๕"]]
KPI = ["ร้อยละความเข้าใจ", "๖๕", "๗๐", "๗๕", "๘๐", "๘๕"]
TALLY = [["ที่", "สำนัก/กอง", "กระบวนงานที่สำคัญ", "คะแนนโหวต"], ["๑", "กจ.", "งานหนึ่ง", "๓"], ["๒", "กค.", "งานสอง", "๑"]]
RULE = ["เลือก โดยให้คัดเลือก ๑ กระบวนงาน ผู้แทนสำนัก/กองละ ๑ คน โหวตได้คนละไม่เกิน ๒ ครั้ง ปีงบประมาณ พ.ศ. ๒๕๖๒"]


def activities(**changes):
    """A row a stage, all seven; ``changes`` maps a stage's number to cells that differ (column → text)."""
    rows = [HEADER]
    for number, name in enumerate(STAGES, start=1):
        row = [f"{number}.1", f"กิจกรรมที่ {number}", "มิ.ย. 62", "จำนวน", "1", "กจ.", "", ""]
        for column, text in changes.get(f"s{number}", {}).items():
            row[column] = text
        rows += [[f"ขั้นตอนที่ {number} {name}"], row]
    return rows


def staged(process, changes):
    """A plan whose activity column itself holds the stages' names; ``changes`` maps a number to another text."""
    names = [changes.get(stage.number, stage.thai) for stage in of_process(process)]
    rows = [[f"{place}", name, "มิ.ย. 62", "กจ."] for place, name in enumerate(names, start=1)]
    return [["ลำดับ", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"], *rows]


def ticked(marks):
    return [["ที่", "กิจกรรม", "ผู้รับผิดชอบ", "ดำเนินการแล้ว", "ยังไม่ดำเนินการ"], ["1", "ประชุม", "กจ.", *marks]]


def month_grid(mark):
    return [["ที่", "กิจกรรม", "ต.ค.", "พ.ย.", "ผู้รับผิดชอบ"], ["1", "ประชุม", mark, "", "กจ."]]


def dated(start, end):
    return [["ที่", "กิจกรรม", "วันเริ่มต้น", "วันสิ้นสุด", "ผู้รับผิดชอบ"], ["1", "ประชุม", start, end, "กจ."]]


def read(rows, name="แผน.csv"):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return from_plain(read_here(text.getvalue().encode("utf-8-sig"), name, {}))


def codes(reading):
    return {problem.code: problem for problem in reading.problems}


def test_a_plain_plan_raises_no_question():
    reading = read([*TITLE, *LEVELS, KPI, *activities()])
    assert codes(reading) == {}
    assert [row["stage"] for row in reading.rows("activities")] == [1, 2, 3, 4, 5, 6, 7]
    assert reading.rows("plans")[0]["office"] == "กรมตัวอย่าง"
    assert reading.rows("plans")[0]["unit"] == "กองแผนงาน"


FAULTS = {
    "kpi_levels_mixed": ([*TITLE, *LEVELS, [KPI[0], "65", "80", "75", "85", "90"], *activities()], "error", "CSV!B6"),
    "kpi_levels_unclear": (
        [*TITLE, *LEVELS, [KPI[0], "65", "70", "ดี", "85", "90"], *activities()],
        "question",
        "CSV!B6",
    ),
    "kpi_level_label": ([*TITLE, LEVELS[0], ["", "1", "2", "3", "5", "5"], KPI, *activities()], "question", "CSV!E5"),
    "kpi_without_plan": (
        [*(row for unit in ("กองหนึ่ง", "กองสอง") for row in ([f"แผนของ{unit}"], *activities())), *LEVELS, KPI],
        "question",
        "CSV!A35",
    ),
    "stage_number_differs": ([*TITLE, *activities(s3={0: "2.1"})], "warning", "CSV!A10"),
    "activity_number_twice": (
        [*TITLE, *activities(), ["7.1", "อีกกิจกรรม", "ก.ค. 62", "", "", "กจ."]],
        "warning",
        "CSV!A19",
    ),
    "status_unknown": ([*TITLE, *activities(s1={6: "ไปได้สวย"})], "warning", "CSV!G6"),
    "percent_unreadable": ([*TITLE, *activities(s1={7: "เกือบเสร็จ"})], "question", "CSV!H6"),
    "ambiguous_month": ([*TITLE, *activities(s5={2: "มี.ย. 62"})], "question", "CSV!C14"),
    "stages_missing": ([*TITLE, *activities()[:-2]], "warning", "CSV!A1"),
    "stages_not_given": ([*TITLE, HEADER, ["1", "ประชุม", "มิ.ย. 62", "", "", "กจ."]], "warning", "CSV!A1"),
    "activities_missing": ([*TITLE, HEADER], "warning", "CSV!A2"),
    "stage_unknown": ([*TITLE, *staged("KM", {3: "การเดินเล่น"})], "question", "CSV!B7"),
    "component_unknown": ([*TITLE, *staged("change", {3: "การเดินเล่น"})], "question", "CSV!B7"),
    "components_missing": ([*TITLE, *staged("change", {})[:-1]], "warning", "CSV!A2"),
    "process_heading_differs": ([TITLE[0], ["แผน : KM Process"], *staged("change", {})], "warning", "CSV!A2"),
    "column_unknown": ([*TITLE, [*HEADER, "พิกัด"], *[[*row, "ก"] for row in activities()[1:]]], "warning", "CSV!I4"),
    "column_by_content": (
        [*TITLE, ["ที่", "กิจกรรม", "ห้วง", "เป้าหมาย", "ผู้รับผิดชอบ"], *[row[:3] + row[4:6] for row in activities()[1:]]],
        "warning",
        "CSV!C4",
    ),
    "row_joined": ([*TITLE, *activities(), ["", "และเรื่องต่อจากแถวบน", "", "", "ต่อ"]], "warning", "CSV!B19"),
    "status_ticked_twice": ([*TITLE, *ticked(["/", "/"])], "question", "CSV!D5"),
    "grid_year_missing": ([*TITLE[1:], *month_grid("/")], "question", "CSV!C4"),
    "runs_backwards": ([*TITLE, *dated("1 มี.ค. 62", "1 ก.พ. 62")], "question", "CSV!C5"),
    "title_differs": (
        [*TITLE, *activities()[:5], TITLE[0], TITLE[1], ["กองแผนงานฯ"], *[HEADER, *activities()[5:]]],
        "warning",
        "CSV!A11",
    ),
    "fiscal_years_differ": (
        [["แผนการจัดการความรู้ ปี ๒๕๖๒ - ๒๕๖๓"], ["ปีงบประมาณ ๒๕๖๒ - ๒๕๖๔"], TITLE[2], *activities()],
        "warning",
        "CSV!A1",
    ),
    "impossible_date": ([["ประกาศ ณ วันที่ 68 มีนาคม พ.ศ. ๒๕๖๒"], *TITLE, *activities()], "warning", "CSV!A1"),
    "person_hidden": ([*TITLE, *activities(s1={5: "นายตัวอย่าง นามสมมุติ"})], "info", "CSV!F6"),
    "plan_unit_is_office": ([*TITLE[:2], *activities()], "info", "CSV!A1"),
    "plan_header_missing": ([TITLE[0], [], *activities()], None, None),
    "plan_unit_missing": (
        [
            *(row for unit in ("กองหนึ่ง", "กองสอง") for row in ([f"แผนการจัดการความรู้ของ{unit}"], [unit], *activities())),
            ["แผนการจัดการความรู้กลาง"],
            *activities(),
        ],
        "question",
        "CSV!A36",
    ),
    "fiscal_year_inferred": ([TITLE[1], TITLE[2], *activities()], "info", "CSV!A1"),
    "fiscal_year_unclear": ([TITLE[1], TITLE[2], *activities(s1={2: "มิ.ย. 60"})], "question", "CSV!A1"),
    "office_missing": ([TITLE[1], TITLE[2], *activities()], "question", "CSV!A1"),
    "office_unclear": (
        [["ชื่อส่วนราชการ : กรมหนึ่ง"], ["ชื่อส่วนราชการ : กรมสอง"], *TITLE[1:], *activities()],
        "question",
        "CSV!A1",
    ),
    "votes_unreadable": ([RULE, *TALLY, ["๓", "กม.", "งานสาม", "สาม"]], "error", "CSV!D5"),
    "too_many_votes": ([RULE, *TALLY[:2], ["๒", "กค.", "งานสอง", "๙"]], "warning", "CSV!A2"),
    "more_votes_than_voters": ([RULE, *TALLY[:2], ["๒", "กค.", "งานสอง", "๙"]], "warning", "CSV!D4"),
    "voters_inferred": ([RULE, *TALLY], "info", "CSV!A1"),
    "seats_missing": ([["ผลโหวต ปีงบประมาณ พ.ศ. ๒๕๖๒"], *TALLY], "question", "CSV!A2"),
    "ballot_limit_missing": ([["ผลโหวต ปีงบประมาณ พ.ศ. ๒๕๖๒"], *TALLY], "question", "CSV!A2"),
    "out_of_order": (
        [["ขั้นตอนการดำเนินงาน", "กำหนดการ"], ["1. หนึ่ง", "23 มี.ค. 62"], ["2. สอง", "8 ก.พ. 62"], ["3. สาม", "1 มี.ค. 62"]],
        "warning",
        "CSV!B2",
    ),
    "nothing_found": ([["รายการ", "งบประมาณ"], ["ค่าอาหาร", "100"]], "error", "CSV!A1"),
    "sheet_left_out": ([["รายการ", "งบประมาณ"], ["ค่าอาหาร", "100"]], "warning", "CSV!A1"),
}
ELSEWHERE = {
    "nothing_filled": "test_progress_form",
    "report_without_day": "test_progress_form",
    "formula_without_result": "test_findings",
    "error_cell": "test_findings",
    "hidden_cells_read": "test_findings",
    "grid_results_left_out": "test_month_columns",
    "grid_differs": "test_month_marks",
    "second_ballot": "test_ballots",
    "mark_unreadable": "test_ballots",
    "tally_total_differs": "test_ballots",
    "votes_against": "test_ballots",
    "votes_sum_differs": "test_ballots",
    "rank_differs": "test_ballots",
    "turnout_differs": "test_ballots",
    "voter_missing": "test_ballots",
    "candidate_missing": "test_ballots",
    "candidate_unknown": "test_ballots",
    "candidates_from_answers": "test_ballots",
    "choices_unclear": "test_ballots",
    "tick_unreadable": "test_status_ticks",
    "tick_in_words": "test_status_ticks",
    "target_is_date": "test_status_ticks",
    "opinion_unclear": "test_votes_apart",
    "shape_applied": "test_mapping_page",
    "table_refused": "test_registers",
    "table_not_taken": "test_several_tables",
    "row_left_out": "test_plan_rows",
    "target_without_number": "test_registers",
    "target_sum_differs": "test_registers",
    "target_unreadable": "test_registers",
    "trained_ticked_twice": "test_registers",
    "series_sum_differs": "test_followed",
    "pair_unclear": "test_followed",
    "periods_unclear": "test_followed",
    "kpi_plan_inferred": "test_registers",
    "kpi_without_name": "test_kpi_levels",
    "kpi_criteria_unclear": "test_registers",
    "weights_sum": "test_registers",
    "weight_unreadable": "test_kpi_levels",
    "weight_impossible": "test_kpi_levels",
    "form_blank": "test_registers",
    "issue_twice": "test_registers",
    "kpi_levels_fraction": "test_registers",
    "fraction_suspected": "test_registers",
    "result_unreadable": "test_registers",
    "kpi_text_differs": "test_dla",
    "kpi_levels_missing": "test_dla",
    "plan_number_twice": "below",
    "sheet_hidden": "below",
    "plan_header_missing": "test_dla",
    "text_mended": "test_text_mended",
}


@pytest.mark.parametrize("code", [code for code, fault in FAULTS.items() if fault[1]])
def test_each_fault_is_told_with_its_cell_and_what_to_do(code):
    rows, severity, cell = FAULTS[code]
    found = codes(read(rows))
    assert code in found, sorted(found)
    problem = found[code]
    assert (str(problem.severity), problem.cell) == (severity, cell)
    assert problem.message
    assert problem.remedy


def test_every_problem_code_of_the_forms_has_its_faulty_sheet(repo):
    folders = [repo / "kmdash" / "ingest" / name for name in ("records", "build")]
    paths = [path for folder in folders for path in folder.glob("*.py")] + [repo / "kmdash" / "ingest" / "read.py"]
    raised = {
        keyword.value.value
        for path in paths
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg == "code" and isinstance(keyword.value, ast.Constant)
    }
    assert len(raised) > 15
    assert raised <= set(FAULTS) | set(ELSEWHERE)


def test_a_value_that_cannot_be_stored_is_missing_and_the_rest_stays():
    reading = read([*TITLE, *LEVELS, [KPI[0], "65", "80", "75", "85", "90"], *activities()])
    kpi = reading.rows("kpis")[0]
    assert kpi.get("threshold_1") is None
    assert len(reading.rows("activities")) == 7


def test_of_two_title_lines_the_numbered_one_is_the_title_and_neither_is_the_unit():
    row = read([*TITLE, *activities()]).rows("plans")[0]
    assert (row["title"], row["no"], row["unit"]) == (TITLE[1][0], "1", "กองแผนงาน")


def test_a_line_that_names_no_unit_is_not_taken_for_one():
    reading = read([*TITLE[:2], ["เป้าหมายเพื่อความก้าวหน้าของทุกคน"], *activities()])
    assert reading.rows("plans")[0]["unit"] == "กรมตัวอย่าง"
    assert "CSV!A3" in [item.range for item in reading.account.ignored]


def test_two_plans_of_one_number_are_kept_apart_and_told():
    rows = [*activities()]
    reading = from_plain(
        read_here_grids(
            [
                Grid(
                    name,
                    {
                        (r, c): Cell(text)
                        for r, row in enumerate([*TITLE, *rows], 1)
                        for c, text in enumerate(row, 1)
                        if text
                    },
                )
                for name in ("ก", "ข")
            ]
        )
    )
    assert "plan_number_twice" in codes(reading)
    assert len({row["plan_id"] for row in reading.rows("plans")}) == 2


def test_a_hidden_sheet_is_read_and_told():
    cells = {
        (r, c): Cell(text) for r, row in enumerate([*TITLE, *activities()], 1) for c, text in enumerate(row, 1) if text
    }
    reading = from_plain(read_here_grids([Grid("ลับ", cells, hidden=True)]))
    assert "sheet_hidden" in codes(reading)
    assert len(reading.rows("activities")) == 7


def read_here_grids(grids):
    from kmdash.domain.reading import Reading, to_plain

    usage = Usage(grids)
    parts, unplaced, problems, tables = read_forms([Sheet(grid, usage) for grid in grids], "แผน.xlsx")
    return to_plain(Reading("แผน.xlsx", "0" * 64, [], parts, problems, tables, usage.account(), unplaced))


@given(order=st.permutations(range(len(HEADER))))
@settings(max_examples=25)
def test_columns_are_found_by_name_wherever_they_stand(order):
    straight = read([*TITLE, *activities()])
    rows = [[row[column] for column in order] if len(row) == len(HEADER) else row for row in activities()]
    moved = read([*TITLE, *rows])
    names = ("no", "stage", "text", "period_text", "start", "end", "indicator", "target", "owners")
    for one, other in zip(straight.rows("activities"), moved.rows("activities"), strict=True):
        assert [one[name] for name in names] == [other[name] for name in names]
    assert moved.account.used == straight.account.used


@given(rows=st.lists(st.lists(st.text(alphabet="กขค1 .ที่กิจกรรมระยะเวลา", max_size=8), max_size=5), max_size=12))
@settings(max_examples=60)
def test_any_sheet_at_all_is_accounted_for_to_the_last_cell(rows):
    grid = Grid("ก", {(r, c): Cell(text) for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1) if text})
    account = from_plain(read_here_grids([grid])).account
    assert account.used + sum(item.cells for item in account.ignored) == account.filled == len(grid.cells)
