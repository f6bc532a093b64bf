"""Workbooks whose plans are titled with different fiscal years."""

from small_sheets import UNIT, read

HEAD = ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"]


def plan(title, *periods):
    return [[title], UNIT, HEAD, *([f"{n}", f"งาน {n}", text, "กจ."] for n, text in enumerate(periods, 1))]


def years(reading):
    return [row["fiscal_year"] for row in reading.rows("plans")]


def asked(reading):
    return [problem.cell for problem in reading.problems if problem.field == "fiscal_year"]


def test_each_sheet_keeps_the_year_of_its_own_title():
    reading = read(
        plan("แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. 2566", "พ.ย. 65", "ทุกเดือน"),
        plan("แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. 2567", "พ.ย. 66", "ก.ย. 67"),
    )
    assert years(reading) == [2566, 2567]
    assert asked(reading) == []
    assert reading.rows("activities")[1]["occurrences"].startswith("2022-10-01")
    assert "outside_fiscal_year" not in {problem.code for problem in reading.problems}


def test_a_year_over_each_table_of_one_sheet_is_that_tables_year():
    rows = plan("แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. 2566 - 2567")
    first = [[["ปีงบประมาณ 2566"]], [HEAD, ["1", "ประชุม", "ต.ค. 65", "กจ."]]]
    second = [[["ปีงบประมาณ 2567"]], [HEAD, ["1", "ประชุม", "ต.ค. 66", "กจ."]]]
    reading = read([*rows[:2], *first[0], *first[1], *second[0], *second[1]])
    assert years(reading) == [2566, 2567]
    assert asked(reading) == []


def test_a_plan_whose_dates_all_lie_in_another_year_than_its_title_is_asked():
    reading = read(
        plan("แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. 2566", "พ.ย. 65"),
        plan("แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. 2567", "ธ.ค. 65"),
    )
    assert years(reading) == [2566, None]
    assert asked(reading) == ["แผ่น 2!A1"]


def test_a_plan_without_a_year_of_its_own_is_asked_beside_plans_of_several_years():
    reading = read(
        plan("แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. 2566", "พ.ย. 65"),
        plan("แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. 2567", "พ.ย. 66"),
        plan("แผนการจัดการความรู้เรื่องพัสดุ", "ทุกเดือน"),
    )
    assert years(reading) == [2566, 2567, None]
    assert asked(reading) == ["แผ่น 3!A1"]


def test_the_year_of_a_past_plan_named_below_the_title_does_not_part_the_file():
    rows = plan("แผนการจัดการความรู้ ปีงบประมาณ พ.ศ. 2567", "พ.ย. 66")
    reading = read([rows[0], ["ประเด็นยุทธศาสตร์ : ทบทวนแผนปี 2565"], *rows[1:]])
    assert years(reading) == [2567]
