"""Five-level KPI tables as offices draw them: which column is which level, levels told in one cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_sheets import OFFICE, UNIT, read

PLAN = [["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"], ["1", "ประชุม", "ม.ค. 62", "กจ."], ["2", "อบรม", "ก.พ. 62", "กจ."]]
VALUES = {1: "50", 2: "60", 3: "70", 4: "80", 5: "90"}


def thresholds(row):
    return [row.get(f"threshold_{level}") for level in range(1, 6)]


def told(reading, code):
    return [problem for problem in reading.problems if problem.code == code]


def in_heading(order, *kpis):
    """A KPI table whose own heading names the levels, in this order."""
    return [OFFICE, UNIT, ["ตัวชี้วัด", *[f"ระดับ {level}" for level in order], "น้ำหนัก"], *kpis, *PLAN]


def in_second_row(labels, *kpis):
    """A KPI table with the level labels in the row under its heading."""
    return [OFFICE, UNIT, ["ตัวชี้วัด", "เกณฑ์การให้คะแนน"], ["", *labels], *kpis, *PLAN]


@pytest.mark.parametrize("order", [(1, 2, 3, 4, 5), (5, 4, 3, 2, 1), (3, 1, 2, 5, 4)])
@pytest.mark.parametrize("layout", [in_heading, in_second_row])
def test_a_threshold_belongs_to_the_level_its_label_prints(layout, order):
    reading = read(layout(order, ["ร้อยละผู้ผ่านการอบรม", *[VALUES[level] for level in order]]))
    (kpi,) = reading.rows("kpis")
    assert thresholds(kpi) == [50, 60, 70, 80, 90]
    assert kpi["direction"] == "up"
    assert told(reading, "kpi_level_label") == []


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(1, 6)))
def test_every_order_of_the_labels_gives_the_same_thresholds(order):
    labels = [f"ระดับ {level}" for level in order]
    (kpi,) = read(in_second_row(labels, ["ร้อยละผู้ผ่าน", *[VALUES[level] for level in order]])).rows("kpis")
    assert thresholds(kpi) == [50, 60, 70, 80, 90]


def test_a_kpi_of_which_less_is_better_falls_from_level_1_to_5():
    order = (5, 4, 3, 2, 1)
    reading = read(in_heading(order, ["ระยะเวลาตอบ (วัน)", "3", "6", "9", "12", "15"]))
    (kpi,) = reading.rows("kpis")
    assert (thresholds(kpi), kpi["direction"]) == ([15, 12, 9, 6, 3], "down")


def test_level_texts_follow_their_labels_too():
    texts = ["90 ขึ้นไป", "80-89", "70-79", "60-69", "ต่ำกว่า 60"]
    (kpi,) = read(in_heading((5, 4, 3, 2, 1), ["ความพึงพอใจ", *texts])).rows("kpis")
    assert kpi["level_texts"].split("\n") == texts[::-1]


def test_a_label_out_of_place_is_asked_once_a_table_and_told_beside_the_others():
    kpis = [[f"ร้อยละ {name}", "50", "60", "70", "80", "90"] for name in ("ก", "ข", "ค")]
    reading = read(in_second_row(["1", "2", "3", "5", "5"], *kpis))
    found = told(reading, "kpi_level_label")
    assert [(str(problem.severity), problem.cell) for problem in found] == [
        ("question", "แผ่น 1!E4"),
        ("warning", "แผ่น 1!B6"),
        ("warning", "แผ่น 1!B7"),
    ]
    assert [thresholds(kpi) for kpi in reading.rows("kpis")] == [[50, 60, 70, 80, 90]] * 3


def test_falling_labels_with_a_slip_are_read_falling_and_asked():
    reading = read(in_second_row(["5", "4", "4", "2", "1"], ["ร้อยละ ก", "90", "80", "70", "60", "50"]))
    (kpi,), (asked,) = reading.rows("kpis"), told(reading, "kpi_level_label")
    assert thresholds(kpi) == [50, 60, 70, 80, 90]
    assert (asked.cell, asked.proposal) == ("แผ่น 1!D4", "50/60/70/80/90")


def test_labels_without_an_order_give_no_thresholds_until_answered():
    reading = read(in_second_row(["2", "2", "9", "8", "7"], ["ร้อยละ ก", "50", "60", "70", "80", "90"]))
    (kpi,), (asked,) = reading.rows("kpis"), told(reading, "kpi_level_label")
    assert thresholds(kpi) == [None] * 5
    assert (str(asked.severity), asked.proposal) == ("question", None)


def test_columns_under_another_heading_are_no_levels():
    rows = [
        OFFICE,
        UNIT,
        ["ตัวชี้วัด", "เกณฑ์การให้คะแนน", "", "", "", "", "ข้อมูลพื้นฐาน", ""],
        ["", "5", "4", "3", "2", "1", "2560", "2561"],
        ["ร้อยละ ก", "90", "80", "70", "60", "50", "40", "45"],
        *PLAN,
    ]
    reading = read(rows, merged=["B3:F3", "G3:H3"])
    assert thresholds(reading.rows("kpis")[0]) == [50, 60, 70, 80, 90]
    assert [problem.cell for problem in told(reading, "column_unknown")] == ["แผ่น 1!G3"]


def test_thresholds_whose_kpi_is_not_named_are_told():
    kpi = ["ร้อยละ ก", "50", "60", "70", "80", "90"]
    reading = read(in_second_row(["1", "2", "3", "4", "5"], kpi, ["", "10", "20", "30", "40", "50"]))
    assert len(reading.rows("kpis")) == 1
    assert [problem.cell for problem in told(reading, "kpi_without_name")] == ["แผ่น 1!B6"]


IN_ONE_CELL = [OFFICE, UNIT, ["ตัวชี้วัด", "เกณฑ์การให้คะแนน"]]
STEPS = ["มีคำสั่ง", "มีแผน", "มีร่าง", "มีคู่มือ", "เผยแพร่"]


def in_one_cell(text):
    reading = read([*IN_ONE_CELL, ["ความสำเร็จ", text], *PLAN])
    return reading.rows("kpis")[0], [problem.code for problem in reading.problems if problem.severity == "question"]


@pytest.mark.parametrize("form", ["{} = {}", "{} : {}", "ระดับ {} : {}", "ระดับที่ {} {}"])
@pytest.mark.parametrize("order", [(1, 2, 3, 4, 5), (5, 4, 3, 2, 1)])
def test_levels_told_in_one_cell_are_read_in_their_order(form, order):
    kpi, asked = in_one_cell("\n".join(form.format(level, STEPS[level - 1]) for level in order))
    assert (kpi["level_texts"].split("\n"), asked) == (STEPS, [])


def test_five_rising_numbers_in_one_cell_are_the_thresholds():
    kpi, asked = in_one_cell("๖๕/๗๐/๗๕/๘๐/๘๕")
    assert (thresholds(kpi), asked) == ([65, 70, 75, 80, 85], [])


@pytest.mark.parametrize("text", ["1, 2, 3, 4, 5", "90/80/70/60/50", "1 = ก\n2 = ข\n3 = ค\n5 = ง", "65/70/75/80"])
def test_a_cell_that_may_mean_something_else_is_asked(text):
    kpi, asked = in_one_cell(text)
    assert (thresholds(kpi), kpi.get("level_texts"), asked) == ([None] * 5, None, ["kpi_levels_unclear"])


def test_a_row_a_level_may_run_from_5_down_to_1():
    rows = [["ตัวชี้วัด : ความสำเร็จ"], ["ระดับ", "เกณฑ์"], *[[f"ระดับ {n}", STEPS[n - 1]] for n in range(5, 0, -1)]]
    reading = read([OFFICE, UNIT, *PLAN], rows)
    assert reading.rows("kpis")[0]["level_texts"].split("\n") == STEPS


AGREEMENT = [
    ["คำรับรองการปฏิบัติราชการ กรมตัวอย่าง ปีงบประมาณ พ.ศ. ๒๕๖๒"],
    ["ตัวชี้วัด", "น้ำหนัก", "เกณฑ์การให้คะแนน", "", "", "", "", "ผลการดำเนินงาน"],
    ["", "", "1", "2", "3", "4", "5"],
    ["ร้อยละผู้ผ่าน", 60, 60, 65, 70, 75, 80, 72.5],
    ["ระดับความสำเร็จ", 40, *STEPS, "ระดับ 3"],
]


def test_a_file_with_a_kpi_table_only_is_a_plan_without_activities():
    reading = read(AGREEMENT)
    assert [row["title"] for row in reading.rows("plans")] == AGREEMENT[0]
    assert thresholds(reading.rows("kpis")[0]) == [60, 65, 70, 75, 80]
    assert [row["actual"] for row in reading.rows("results")] == [72.5, 3]
    assert {problem.code for problem in reading.problems} & {"kpi_without_plan", "nothing_found"} == set()


STACK_HEAD = ["ตัวชี้วัดที่", "ตัวชี้วัด", "น้ำหนัก", "ระดับคะแนน", "เกณฑ์การให้คะแนน"]


def stacked(*kpis, order=(1, 2, 3, 4, 5)):
    """A KPI table with a row a level; each KPI its name, its weight and what levels 1 to 5 ask."""
    rows = [OFFICE, UNIT, STACK_HEAD]
    for number, (name, weight, asked) in enumerate(kpis, start=1):
        first = [f"{number}", name, weight]
        rows += [[*(first if row == 0 else [""] * 3), f"{n}", asked[n - 1]] for row, n in enumerate(order)]
    return [*rows, *PLAN]


@pytest.mark.parametrize("order", [(1, 2, 3, 4, 5), (5, 4, 3, 2, 1)])
def test_levels_may_stand_a_row_each_under_their_kpi(order):
    shares = [f"ร้อยละ {share}" for share in (60, 70, 80, 90, 100)]
    steps = ["มีคำสั่ง", "มีแผน", "ทำตามแผน", "เผยแพร่", "สรุปผล"]
    reading = read(stacked(("ร้อยละของหน่วยงาน", "60", shares), ("ความสำเร็จ", "40", steps), order=order))
    share, step = reading.rows("kpis")
    assert (share["name"], share["weight"], thresholds(share)) == ("ร้อยละของหน่วยงาน", 60, [60, 70, 80, 90, 100])
    assert (step["name"], step["weight"], step["level_texts"].split("\n")) == ("ความสำเร็จ", 40, steps)
    assert {problem.code for problem in reading.problems if problem.severity != "info"} == {"stages_not_given"}


def in_form_1(criteria):
    head = ["ประเด็นยุทธศาสตร์", "ตัวชี้วัด", "เกณฑ์การวัด", "น้ำหนัก", "องค์ความรู้ที่จำเป็น"]
    reading = read([OFFICE, head, ["๑. ชุมชนเข้มแข็ง", "ผลการอบรม", "\n".join(criteria), "๑๐๐", "การสอนงาน"]])
    return reading, reading.rows("kpis")[0]


@pytest.mark.parametrize("label", ["ระดับ {n} = ", "{n} คะแนน : ", "ระดับที่ {n} "])
def test_criteria_that_are_nothing_but_quantities_are_thresholds_and_no_steps(label):
    criteria = [f"{label.format(n=n)}ร้อยละ {55 + 5 * n}" for n in range(1, 6)]
    reading, kpi = in_form_1(criteria)
    assert thresholds(kpi) == [60, 65, 70, 75, 80]
    assert kpi["scale"] is None
    assert told(reading, "kpi_levels_unclear") == []


def test_criteria_that_are_ranges_stay_ranges_and_no_steps():
    asked = ["ต่ำกว่าร้อยละ ๕๐", "ร้อยละ ๕๐-๕๙", "ร้อยละ ๖๐-๖๙", "ร้อยละ ๗๐-๗๙", "ร้อยละ ๘๐ ขึ้นไป"]
    _, kpi = in_form_1([f"ระดับ {n} = {text}" for n, text in enumerate(asked, start=1)])
    assert (kpi["scale"], thresholds(kpi)) == (None, [None] * 5)
    assert kpi["level_texts"].split("\n") == asked


@pytest.mark.parametrize("last", ["มากกว่า 5 เรื่อง", "เกิน 5 เรื่อง", "> 5 เรื่อง"])
def test_a_level_that_begins_beyond_a_number_has_no_threshold(last):
    texts = ["1 เรื่อง", "2 เรื่อง", "3 เรื่อง", "4 เรื่อง", last]
    (kpi,) = read(in_heading((1, 2, 3, 4, 5), ["องค์ความรู้ที่เผยแพร่", *texts])).rows("kpis")
    assert thresholds(kpi) == [None] * 5
    assert kpi["level_texts"].split("\n") == texts


def test_measures_that_are_neither_thresholds_nor_ranges_are_asked():
    texts = ["ร้อยละ 60.5", "ร้อยละ 70.5", "ร้อยละ 80.5", "ร้อยละ 85.5", "มากกว่าร้อยละ 90.5"]
    reading = read(in_heading((1, 2, 3, 4, 5), ["ผู้ผ่านการอบรม", *texts]))
    assert thresholds(reading.rows("kpis")[0]) == [None] * 5
    assert [problem.severity for problem in told(reading, "kpi_levels_unclear")] == ["question"]


def test_a_line_of_another_label_under_the_kpi_is_no_kpi():
    rows = [
        ["แผนการจัดการความรู้ (KM Action Plan) ปี ๒๕๖๒"],
        ["ตัวชี้วัด (KPI) : ระดับความสำเร็จ"],
        ["เป้าหมายของตัวชี้วัด : ระดับ 5"],
    ]
    reading = read([*rows, ["แหล่งงบประมาณ : ข้อบัญญัติ"], *PLAN])
    (kpi,) = reading.rows("kpis")
    assert (kpi["name"], kpi["target"]) == ("ระดับความสำเร็จ", "ระดับ 5")


@pytest.mark.parametrize(
    ("text", "numbers", "levels"),
    [
        ("มากกว่า {} เรื่อง", (1, 2, 3, 4, 5), None),
        ("มากกว่าร้อยละ {}", (50, 60, 70, 80, 90), None),
        ("น้อยกว่า {} วัน", (10, 8, 6, 4, 2), None),
        ("ไม่เกิน {} วัน", (2, 4, 6, 8, 10), None),
        ("อย่างน้อย {} เรื่อง", (10, 8, 6, 4, 2), None),
        ("{} เรื่อง", (1, 2, 3, 4, 5), (1, 2, 3, 4, 5)),
        ("ร้อยละ {} ขึ้นไป", (50, 60, 70, 80, 90), (50, 60, 70, 80, 90)),
        ("ไม่เกิน {} วัน", (10, 8, 6, 4, 2), (10, 8, 6, 4, 2)),
    ],
)
def test_only_words_that_mean_at_least_or_at_most_make_a_threshold(text, numbers, levels):
    """ "มากกว่า ๓" is no threshold of 3: the texts are kept, and judged as ranges."""
    texts = [text.format(number) for number in numbers]
    (kpi,) = read(in_heading((1, 2, 3, 4, 5), ["จำนวน", *texts])).rows("kpis")
    assert thresholds(kpi) == ([None] * 5 if levels is None else list(levels))
    assert kpi["level_texts"].split("\n") == texts


@pytest.mark.parametrize(
    ("weight", "code"),
    [
        ("มาก", "weight_unreadable"),
        ("-20", "weight_impossible"),
        ("130", "weight_impossible"),
        ("-", None),
        ("0", None),
    ],
)
def test_what_is_no_weight_is_told_at_its_cell(weight, code):
    kpis = [["ร้อยละ ก", *VALUES.values(), weight], ["ร้อยละ ข", *VALUES.values(), "100"]]
    found = told(read(in_heading((1, 2, 3, 4, 5), *kpis)), code) if code else []
    assert [(problem.cell, str(problem.severity)) for problem in found] == ([("แผ่น 1!G4", "warning")] if code else [])
