"""Form 1 as a file: read back as the rows it was written from."""

import pytest
from rereading import differences, seed_parts

from kmdash.domain.identity import office_code, plan_id
from kmdash.domain.reading import Part
from kmdash.domain.register import from_parts, from_records
from kmdash.reports.forms.knowledge import workbook

OFFICE, YEAR = "กรมตัวอย่าง", 2562
CODE = f"{YEAR}-{office_code(OFFICE)}"


@pytest.mark.parametrize("name", ["dla-2562", "ban-waen-2569", "chachoengsao-2564", "lampang-2561"])
def test_an_offices_own_form_comes_back_without_a_change(shared, name):
    parts = seed_parts(shared, name)
    reading, found = differences(workbook(from_parts(parts), digits="th"), parts)
    assert found.values.tolist() == []
    assert [part.kind for part in reading.parts] == ["knowledge"]


def test_rows_of_any_text_come_back():
    texts = ["=1+1", "1. ข้อหนึ่ง", "- ขีด", "ลงชื่อ ผู้จัดทำ", "(ต่อ)", "<b>ก</b>"]
    rows = [
        {"knowledge_id": f"{CODE}-F{at}", "office": OFFICE, "fiscal_year": YEAR, "position": at, "issue": text}
        | {"knowledge": f"{text}\nอีกข้อ", "kpi": text, "weight": 2.5 * at, "unit": None if at % 2 else "กองคลัง"}
        | {"plan_id": plan_id(OFFICE, YEAR, "S2") if at == 2 else None, "objective": None if at == 3 else "ก\nข"}
        for at, text in enumerate(texts, start=1)
    ]
    part = Part("knowledge", "1", OFFICE, YEAR, {"knowledge": rows})
    _, found = differences(workbook(from_parts([part])), [part])
    assert found.values.tolist() == []


def test_a_register_without_knowledge_gives_the_empty_form():
    assert workbook(from_records({})).startswith(b"PK")
