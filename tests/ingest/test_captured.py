"""Forms filled in line by line: the individual knowledge record, the unit's record, the list of categories."""

import pytest
from small_sheets import read

from kmdash.ingest.read import read_file

HEADINGS = [
    "๑. ชื่อองค์ความรู้",
    "๒. ชื่อเจ้าของความรู้",
    "๓. หมวดองค์ความรู้ที่บ่งชี้ (ตามแนวทางการจัดการจัดการความรู้ของหน่วยงาน)",
    "๔. ที่มาและเป้าหมายของการจัดการความรู้",
    "๕. วิธีการ/ขั้นตอนการจัดการความรู้ (อธิบายพอสังเขป)",
    "๖. ผลลัพธ์ที่ได้จากการจัดการความรู้",
    "๖.๑ เทคนิคและแนวทางในการทำงาน",
    "๖.๒ ข้อพึงระวัง (ถ้ามี)",
    "๖.๓ ปัจจัยแห่งความสำเร็จ",
    "๖.๔ ปัญหาและวิธีการแก้ไข",
    "๖.๕ ผลลัพธ์จากการแก้ปัญหาและการพัฒนาเรื่องนั้น",
]
TEXTS = [
    "ตั้งราคาสินค้า",
    "อำเภอบางปะกง",
    "งานนโยบาย",
    "ราคาไม่คงที่",
    "ประชุมกลุ่ม",
    "",
    "ต้นทุน",
    "อย่าตั้งต่ำ",
    "กลุ่มเข้มแข็ง",
    "แก้ด้วยบัญชี",
    "ขายได้",
]
FIELDS = ("title", "unit", "category", "origin", "method")
FIELDS += ("techniques", "cautions", "success_factors", "solutions", "outcome")


def a_form(texts=TEXTS, headings=HEADINGS):
    return [["แบบบันทึกองค์ความรู้รายบุคคล"], *([heading, text] for heading, text in zip(headings, texts, strict=True))]


def test_each_heading_of_the_form_fills_its_field():
    reading = read(a_form())
    (row,) = reading.rows("knowledge_records")
    assert [row[name] for name in FIELDS] == [text for text in TEXTS if text]
    assert reading.kinds == ["record"]
    assert row["source_cell"].endswith("B2")


def test_texts_below_their_heading_or_behind_it_in_its_cell_are_the_same_record():
    (beside,) = read(a_form()).rows("knowledge_records")
    below = [["แบบบันทึกองค์ความรู้รายบุคคล"]]
    behind = [["แบบบันทึกองค์ความรู้รายบุคคล"]]
    for heading, text in zip(HEADINGS, TEXTS, strict=True):
        below += [[f"{heading}....."], *([[text]] if text else [])]
        behind += [[f"{heading} {text}".strip()]]
    for rows in (below, behind):
        (row,) = read(rows).rows("knowledge_records")
        assert [row[name] for name in FIELDS] == [beside[name] for name in FIELDS]


def test_numbered_lines_of_a_text_do_not_open_headings_that_stand_before_it():
    texts = [*TEXTS[:8], "๑. หน่วยงานร่วมมือ\n๒. ผู้บริหารสนับสนุน", *TEXTS[9:]]
    rows = a_form(texts)
    rows.insert(10, ["๓. หน่วยงานมีงบประมาณ"])
    (row,) = read(rows).rows("knowledge_records")
    assert row["success_factors"].endswith("๓. หน่วยงานมีงบประมาณ")
    assert row["unit"] == "อำเภอบางปะกง"


def test_the_name_of_a_person_is_not_kept_and_the_unit_is_asked():
    texts = [TEXTS[0], "นางสาวตัวอย่าง นามสมมุติ", *TEXTS[2:]]
    reading = read(a_form(texts))
    (row,) = reading.rows("knowledge_records")
    assert row["unit"] is None
    assert "ตัวอย่าง" not in str(reading.parts)
    asked = [problem for problem in reading.problems if problem.field == "unit"]
    assert [(problem.severity, problem.row_id) for problem in asked] == [("question", row["record_id"])]


@pytest.mark.parametrize(("marks", "category"), [(("", "✓ "), "หมวดระเบียบ"), (("", ""), None), (("✓ ", "/ "), None)])
def test_the_one_category_ticked_is_the_records_else_it_is_asked(marks, category):
    options = [f"{mark}{name}" for mark, name in zip(marks, ("หมวดอาชีพ", "หมวดระเบียบ"), strict=True)]
    rows = [["บันทึกชุดความรู้ระดับหน่วยงาน"], ["๑. ชื่อองค์ความรู้ ศูนย์เตือน"], ["๒. องค์ความรู้ที่บ่งชี้ (เลือกได้จำนวน ๑ หมวด)"]]
    reading = read([*rows, *([text] for text in options), ["๓. ส่วนราชการ จังหวัดลำปาง"]])
    (row,) = reading.rows("knowledge_records")
    assert (row["category"], row["unit"]) == (category, "จังหวัดลำปาง")
    asked = [problem.choices for problem in reading.problems if problem.field == "category"]
    assert asked == ([] if category else [("หมวดอาชีพ", "หมวดระเบียบ")])


def test_a_blank_form_holds_no_record():
    reading = read(a_form([""] * len(HEADINGS)))
    assert reading.rows("knowledge_records") == []
    assert "sheet_left_out" in {problem.code for problem in reading.problems}


def test_every_cell_of_a_form_is_accounted_for():
    for rows in (a_form(), a_form([""] * len(HEADINGS))):
        account = read(rows).account
        assert account.used + sum(item.cells for item in account.ignored) == account.filled


def test_the_categories_of_a_list_are_kept_in_their_order():
    rows = [["หมวดหมู่องค์ความรู้ที่จำเป็น"], ["(๑) พื้นที่ต้นแบบ"], ["(๒) งานนโยบาย"], ["หมายเหตุ ส่งได้ทั้งเอกสารและไฟล์"]]
    found = read(rows).rows("knowledge_categories")
    assert [(row["position"], row["name"]) for row in found] == [(1, "พื้นที่ต้นแบบ"), (2, "งานนโยบาย")]


def test_the_seed_s_warning_centre_is_a_record_whose_category_is_asked(shared):
    path = shared / "seeds" / "forms" / "lampang-2561.xlsx"
    reading = read_file(path.read_bytes(), path.name)
    (row,) = reading.rows("knowledge_records")
    assert row["unit"] == "สำนักงานพัฒนาชุมชนจังหวัดลำปาง"
    assert row["title"].startswith("เทคนิคการบริหารงานสู่เป้าหมายด้วยระบบแจ้งเตือน")
    assert row["solutions"].count("\n") == 2
    assert all(row[name] for name in FIELDS if name != "category")
    (asked,) = [problem for problem in reading.problems if problem.field == "category"]
    assert len(asked.choices) == 5


def test_the_seed_s_three_categories_and_the_counters_of_its_targets(shared):
    path = shared / "seeds" / "forms" / "chachoengsao-2564.xlsx"
    reading = read_file(path.read_bytes(), path.name)
    assert len(reading.rows("knowledge_categories")) == 3
    assert {(row["counter"], row["unit_kind"]) for row in reading.rows("targets")} == {
        ("คน", "อำเภอ"),
        ("เรื่อง", "อำเภอ"),
    }
