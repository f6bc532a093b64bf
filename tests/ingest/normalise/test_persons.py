"""Names of persons are hidden; units, positions and words that begin like a title are left alone."""

import json
from pathlib import Path

import pytest

from kmdash.domain.persons import hidden
from kmdash.ingest.normalise.persons import names_person, suspected

TRUTH = Path(__file__).resolve().parents[3] / ".." / "shared" / "seeds" / "truth"


@pytest.mark.parametrize(
    "text",
    [
        "นายตัวอย่าง นามสมมุติ",
        "นางสาวตัวอย่าง สมมุติ",
        "น.ส.ตัวอย่าง",
        "ดร.ตัวอย่าง สมมุติ",
        "พ.ต.อ.ตัวอย่าง สมมุติ",
        "นพ.ตัวอย่าง สมมุติ",
        "๑. นายตัวอย่าง สมมุติ\n๒. นางตัวอย่าง สมมุติ",
        "คุณตัวอย่าง โทร. 081-234-5678",
        "Mr. Example Name",
        "นายกตัวอย่าง นามสมมุติ",
        "นายแพทย์ตัวอย่าง นามสมมุติ",
        "นส.ตัวอย่าง",
        "จ.ส.อ.ตัวอย่าง สมมุติ",
        "คุณภาพร ตัวอย่าง",
    ],
)
def test_a_person_is_hidden_and_reading_it_again_changes_nothing(text):
    shown, count = hidden(text, "กองคลัง")
    assert count >= 1
    assert "ตัวอย่าง" not in shown
    assert "Example" not in shown
    assert hidden(shown, "กองคลัง") == (shown, 0)


@pytest.mark.parametrize(
    "text",
    [
        "นายก อบต.",
        "นายกเทศมนตรี",
        "นายอำเภอเมือง",
        "นายทะเบียน",
        "นายช่างโยธา",
        "นายแพทย์สาธารณสุขจังหวัด",
        "อำเภอนางรอง",
        "งานคุณภาพ",
        "กลุ่มคุณธรรม",
        "นายก",
        "นายกองค์การบริหารส่วนตำบล",
        "นายกสมาคมนักเรียนเก่า",
        "นายแพทย์ชำนาญการ",
        "คุณภาพการศึกษา",
        "กองคลัง",
        "กพร.สธ.",
        "ผู้อำนวยการกองช่าง",
        "นพ.สสจ.",
        "สำนักปลัดเทศบาล/ กองทุกกอง",
    ],
)
def test_units_positions_and_words_are_left_alone(text):
    assert not names_person(text)
    assert hidden(text, "กองคลัง") == (text, 0)


@pytest.mark.parametrize("text", ["ตัวอย่าง นามสมมุติ", "กองคลัง / ตัวอย่าง นามสมมุติ", "อ.ตัวอย่าง", "1. ตัวอย่าง นามสมมุติ"])
def test_what_may_be_a_name_without_a_title_is_suspected_and_kept(text):
    assert suspected(text)
    assert hidden(text, "กองคลัง") == (text, 0)


@pytest.mark.parametrize(
    "text", ["กองคลัง กองช่าง", "บุคลากร ทุกคน", "ครู นักเรียน", "กองคลัง", "สล. สส.", "ปลัดเทศบาล", "ทุกกอง"]
)
def test_units_and_positions_are_not_suspected(text):
    assert not suspected(text)


@pytest.mark.skipif(not TRUTH.is_dir(), reason="../shared is not here")
def test_no_unit_of_the_public_plans_is_taken_for_a_person():
    plans = [plan for path in TRUTH.glob("*.json") for plan in json.loads(path.read_text("utf-8"))["plans"]]
    owners = {owner for plan in plans for row in plan["activities"] for owner in row["owners"] or []}
    assert owners
    assert [owner for owner in owners if names_person(owner) or suspected(owner)] == []


def test_numbers_of_telephones_and_mail_addresses_are_left_out():
    assert hidden("กองคลัง โทร. 02-123-4567 a.b@example.go.th", None)[0] == "กองคลัง"
