"""The headings of month and quarter grids: years above them, months in brackets, plan beside result."""

import pytest
from small_sheets import OFFICE, UNIT, read

from kmdash.ingest.layouts.month_columns import month_span

MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]


def months(reading):
    return [(f"{row.get('start') or ''}"[:7], f"{row.get('end') or ''}"[:7]) for row in reading.rows("activities")]


def codes(reading):
    return {problem.code for problem in reading.problems if problem.severity != "info"}


def under_years(first, second, *above):
    """A grid of twelve months, a year standing over the first three and one over the others."""
    rows = [*above, ["ที่", "กิจกรรม", first, "", "", second, *[""] * 8, "ผู้รับผิดชอบ"], ["", "", *MONTHS, ""]]
    rows += [["1", "ประชุม", "", "", "✓", "✓", *[""] * 8, "กค."], ["2", "อบรม", *[""] * 11, "✓", "กช."]]
    top = len(above) + 1
    return read(rows, merged=[f"C{top}:E{top}", f"F{top}:N{top}"])


@pytest.mark.parametrize("label", ["ปี {}", "พ.ศ. {}", "{}", "ปี พ.ศ. {}"])
@pytest.mark.parametrize("above", [[OFFICE], [["แผนการจัดการความรู้ กรมตัวอย่าง"]]])
def test_calendar_years_over_the_months_date_every_column(label, above):
    reading = under_years(label.format("๒๕๖๑"), label.format("๒๕๖๒"), *above, UNIT)
    assert months(reading) == [("2018-12", "2019-01"), ("2019-09", "2019-09")]
    assert not codes(reading) & {"fiscal_year_unclear", "grid_year_missing"}
    assert reading.rows("plans")[0]["fiscal_year"] == 2562


@pytest.mark.parametrize("label", ["ปีงบประมาณ ๒๕๖๒", "ปี ๒๕๖๒"])
def test_a_year_over_the_months_from_october_is_a_fiscal_year(label):
    rows = [
        ["แผนการจัดการความรู้ กรมตัวอย่าง"],
        UNIT,
        ["ที่", "กิจกรรม", label, *[""] * 11, "ผู้รับผิดชอบ"],
        ["", "", *MONTHS, ""],
    ]
    reading = read([*rows, ["1", "ประชุม", "✓", "✓", "✓", "✓", *[""] * 8, "กค."]], merged=["C3:N3"])
    assert months(reading) == [("2018-10", "2019-01")]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("ไตรมาส 1\n(ต.ค.-ธ.ค. 61)", (10, 3, 2561)),
        ("ไตรมาสที่ ๒ (ม.ค. - มี.ค.)", (1, 3, None)),
        ("ไตรมาส 1 (ต.ค. 61 - ธ.ค. 61)", (10, 3, 2561)),
        ("ต.ค.-ธ.ค. 61 (ไตรมาส 1)", (10, 3, 2561)),
        ("Q1 (Oct-Dec 2018)", (10, 3, 2561)),
        ("ไตรมาส 1/2562", (10, 3, 2561)),
        ("ไตรมาส 3 ปี 2562", (4, 3, 2562)),
        ("พ.ย. - ม.ค. 62", (11, 3, 2561)),
        ("ไตรมาส 1 (ร้อยละ)", None),
        ("ไตรมาส 1-2", None),
        ("ต.ค. - ก.ย. 62", None),
    ],
)
def test_a_quarter_may_name_its_months_or_its_year(text, span):
    assert month_span(text) == span


def test_quarters_with_their_months_in_brackets_are_columns_of_the_grid():
    names = [
        "ไตรมาส 1\n(ต.ค.-ธ.ค. 61)",
        "ไตรมาส 2\n(ม.ค.-มี.ค. 62)",
        "ไตรมาส 3\n(เม.ย.-มิ.ย. 62)",
        "ไตรมาส 4\n(ก.ค.-ก.ย. 62)",
    ]
    rows = [
        OFFICE,
        UNIT,
        ["กิจกรรม", *names, "ผู้รับผิดชอบ"],
        ["อบรม", "✓", "✓", "", "", "กค."],
        ["ดูงาน", "", "", "", "✓", "กช."],
    ]
    assert months(read(rows)) == [("2018-10", "2019-03"), ("2019-07", "2019-09")]


@pytest.mark.parametrize("plan_above", [True, False])
def test_planned_marks_are_the_period_and_results_beside_them_are_told(plan_above):
    quarters = [f"ไตรมาส {number}" for number in (1, 2, 3, 4)]
    if plan_above:
        first, second = ["แผน", "", "", "", "ผล", "", "", ""], [*quarters, *quarters]
        merged, order = ["D3:G3", "H3:K3"], lambda plan, result: [*plan, *result]
    else:
        first, second = [cell for name in quarters for cell in (name, "")], ["แผน", "ผล"] * 4
        merged = ["D3:E3", "F3:G3", "H3:I3", "J3:K3"]
        order = lambda plan, result: [cell for pair in zip(plan, result, strict=True) for cell in pair]  # noqa: E731
    rows = [OFFICE, UNIT, ["ที่", "กิจกรรม", "ผู้รับผิดชอบ", *first], ["", "", "", *second]]
    rows += [["1", "อบรม", "กค.", *order([100, "", "", ""], ["", "", "", 100])]]
    rows += [["2", "เวที", "กช.", *order(["", 50, 50, ""], ["", 40, 10, ""])]]
    reading = read(rows, merged=["A3:A4", "B3:B4", "C3:C4", *merged])
    assert months(reading) == [("2018-10", "2018-12"), ("2019-01", "2019-06")]
    assert "grid_results_left_out" in codes(reading)
    left = sum(item.cells for item in reading.account.ignored if item.reason.startswith("ผลรายเดือน"))
    assert left == 3


def test_days_in_a_start_and_an_end_column_tell_the_fiscal_year():
    rows = [["แผนการจัดการความรู้ กรมตัวอย่าง"], UNIT, ["ที่", "กิจกรรม", "เริ่ม", "สิ้นสุด", "ผู้รับผิดชอบ"]]
    reading = read([*rows, ["1", "ประชุม", "1/12/61", "31/12/61", "กค."], ["2", "อบรม", "ม.ค. 62", "ก.พ. 62", "กช."]])
    assert reading.rows("plans")[0]["fiscal_year"] == 2562


def test_rows_of_what_was_done_are_no_activities_and_are_told():
    months = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค."]
    for heading, again in (("แผน/ผล", "ประชุม"), ("แผน/ผล", ""), ("", "")):
        head = ["ที่", "กิจกรรม", heading, *months, "ผู้รับผิดชอบ"]
        done = ["", again, "ผล", "", "/", "/", "", "กจ." if again else ""]
        reading = read([OFFICE, UNIT, head, ["1", "ประชุม", "แผน", "/", "", "", "", "กจ."], done])
        (activity,) = reading.rows("activities")
        assert (f"{activity['start']}", f"{activity['end']}") == ("2018-10-01", "2018-10-31")
        [told] = [problem for problem in reading.problems if problem.code == "grid_results_left_out"]
        assert told.cell == "แผ่น 1!E5"
