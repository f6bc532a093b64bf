"""Form 1 as a table: what is a row of its own, and what goes on with the row above."""

from small_sheets import read

HEAD = [
    ["แบบสำรวจองค์ความรู้ที่จำเป็น กรมตัวอย่าง ปีงบประมาณ ๒๕๖๒"],
    ["ยุทธศาสตร์", "เป้าประสงค์", "ตัวชี้วัด", "เป้าหมาย", "องค์ความรู้ที่จำเป็น"],
]
FIRST = ["1. บริการ", "ลดขั้นตอน", "ร้อยละความพึงพอใจ", "85", "การบริการ"]


def rows_of(reading):
    return [(row["issue"], row["objective"], row["kpi"], row["target"]) for row in reading.rows("knowledge")]


def test_a_row_with_its_own_kpi_and_target_is_a_row_of_the_issue_above():
    rows = [
        *HEAD,
        FIRST,
        ["", "ระบบออนไลน์", "จำนวนระบบ", "2", "การเขียนโปรแกรม"],
        ["2. คน", "พัฒนา", "ร้อยละผ่าน", "90", "สอน"],
    ]
    for merged in (["A3:A4"], []):
        reading = read(rows, merged=merged)
        assert rows_of(reading) == [
            ("1. บริการ", "ลดขั้นตอน", "ร้อยละความพึงพอใจ", "85"),
            ("1. บริการ", "ระบบออนไลน์", "จำนวนระบบ", "2"),
            ("2. คน", "พัฒนา", "ร้อยละผ่าน", "90"),
        ]


def test_a_merged_objective_belongs_to_every_row_it_spans():
    reading = read([*HEAD, FIRST, ["", "", "จำนวนระบบ", "2", "การเขียนโปรแกรม"]], merged=["A3:A4", "B3:B4"])
    assert [row[1] for row in rows_of(reading)] == ["ลดขั้นตอน", "ลดขั้นตอน"]


def test_a_row_cut_by_a_page_break_goes_on_with_the_one_above():
    rows = [*HEAD, FIRST, *HEAD, ["", "", "จำนวนระบบ", "2", ""]]
    assert rows_of(read(rows)) == [("1. บริการ", "ลดขั้นตอน", "ร้อยละความพึงพอใจ\nจำนวนระบบ", "85\n2")]


def test_knowledge_alone_goes_on_with_the_row_above():
    reading = read([*HEAD, FIRST, ["", "", "", "", "กฎหมาย"]])
    assert [row["knowledge"] for row in reading.rows("knowledge")] == ["การบริการ\nกฎหมาย"]
