"""The wall calendar: one A3 page, every due item told or counted."""

import subprocess
from datetime import date

import pytest

from kmdash.domain.about import About
from kmdash.domain.register import from_records
from kmdash.measures.calendar import calendar, load
from kmdash.reports import wall_calendar as sheet

JUNE_15 = date(2019, 6, 15)
ABOUT = About("ปฏิทิน ปีงบประมาณ พ.ศ. 2562", ("กรม ก", "ข้อมูล ณ 15 มิ.ย. 2562", "ฉบับที่ 3"), JUNE_15, 3)
MARCH = {"start": date(2019, 3, 1), "end": date(2019, 3, 31), "period_kind": "point"}


def made(activities, events=(), plans=1):
    rows = [
        {"plan_id": f"P{n}", "office": "กรม ก", "fiscal_year": 2562, "no": str(n), "title": "แผน"}
        for n in range(plans)
    ]
    listed = [{"activity_id": f"A{n}", "plan_id": "P0", "no": str(n), **row} for n, row in enumerate(activities)]
    register = from_records({"plans": rows, "activities": listed, "events": events})
    months = calendar(register, 2562, JUNE_15)
    return sheet.wall_calendar(months, load(months, 2562), register.plans, 2562, ABOUT)


def told(data, tmp_path):
    (tmp_path / "wall.pdf").write_bytes(data)
    facts = subprocess.run(["pdfinfo", tmp_path / "wall.pdf"], capture_output=True, check=True, text=True).stdout
    words = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "wall.pdf", "-"], capture_output=True, check=True, text=True
    )
    return facts, "".join(words.stdout.split())


@pytest.mark.office
@pytest.mark.parametrize("count", [0, 1, 12, 400])
def test_however_much_is_due_it_is_one_a3_page(count, tmp_path):
    long = MARCH | {"text": "จัดประชุมแลกเปลี่ยนเรียนรู้และตอบคำถามเรื่องที่นี่ " * 20}
    steps = [{"event_id": f"E{n}", "office": "กรม ก", "fiscal_year": 2562, **long} for n in range(count // 2)]
    facts, _ = told(made([long] * count, steps, plans=max(1, count // 4)), tmp_path)
    assert "Pages:           1" in facts
    assert "(A3)" in facts


@pytest.mark.office
def test_the_page_tells_items_load_day_and_version(tmp_path):
    step = {"event_id": "E1", "office": "กรม ก", "fiscal_year": 2562, "no": "7", "text": "มอบรางวัล", **MARCH}
    _, text = told(made([MARCH | {"text": "จัดตลาดนัด"}], [step]), tmp_path)
    for words in ("0·0จัดตลาดนัด", "7มอบรางวัล", "ดำเนินการ1·ครบกำหนด1", "ฉบับที่3", "มีนาคม2562"):
        assert words.replace("ำ", "") in text.replace("ำ", ""), words


def test_what_does_not_fit_is_counted():
    rows = [
        {"layer": "plan", "plan_id": "P0", "no": str(n), "text": "งาน", "days": None, "state": "done"}
        for n in range(30)
    ]
    field = sheet._field(rows, {"P0": "1"}, 9.0, 10)
    assert len(field["items"]) == 9
    assert "".join(field["more"]) == "อีก 21 รายการ"


def test_the_committees_steps_keep_their_lines_beside_many_activities():
    rows = [{"layer": "plan", "plan_id": "P0", "no": "1", "text": "งาน", "days": None, "state": "active"}] * 30
    rows += [{"layer": "committee", "plan_id": None, "no": "1", "text": "ประชุม", "days": "8", "state": "active"}] * 2
    field = sheet._field(rows, {"P0": "1"}, 9.0, 10)
    assert [item["mark"] for item in field["steps"]] == ["committee"] * 2
    assert len(field["items"]) + len(field["steps"]) + 1 == 10


def test_letters_are_the_largest_in_which_all_is_told_and_the_rows_fill_the_height():
    few = sheet._shape([[2] * 12] * len(sheet.SIZES), 690)
    many = sheet._shape([[200] * 12] * len(sheet.SIZES), 690)
    assert few[0] == sheet.SIZES[0] and many[0] == sheet.SIZES[-1]
    assert sum(few[1]) == pytest.approx(690) and sum(many[1]) == pytest.approx(690)
