import json
from pathlib import Path

import pytest

from kmdash.ingest.normalise.owners import is_unit, split_owners

TRUTH = Path(__file__).resolve().parents[3] / ".." / "shared" / "seeds" / "truth"


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("กยผ.", ["กยผ."]),
        ("สำนักปลัดเทศบาล/ กองทุกกอง", ["สำนักปลัดเทศบาล", "กองทุกกอง"]),
        ("หัวหน้าส่วนราชการแต่ละสำนัก/กอง", ["หัวหน้าส่วนราชการแต่ละสำนัก/กอง"]),
        ("บุคลากรทุกสำนัก/กอง", ["บุคลากรทุกสำนัก/กอง"]),
        ("กองยุทธศาสตร์ และ งบประมาณ", ["กองยุทธศาสตร์ และ งบประมาณ"]),
        ("ฝ่ายส่งเสริมและพัฒนาบุคลากร", ["ฝ่ายส่งเสริมและพัฒนาบุคลากร"]),
        ("กองพัสดุและทรัพย์สิน", ["กองพัสดุและทรัพย์สิน"]),
        ("กองคลัง และ กองช่าง", ["กองคลัง", "กองช่าง"]),
        ("กองคลังและกองช่าง", ["กองคลัง", "กองช่าง"]),
        ("กยผ. และ กพร.สธ.", ["กยผ.", "กพร.สธ."]),
        ("กองคลัง, กองช่าง, กองการศึกษา", ["กองคลัง", "กองช่าง", "กองการศึกษา"]),
        ("๑. กองคลัง\n๒. กองช่าง", ["กองคลัง", "กองช่าง"]),
        ("1) กองคลัง 2) กองช่าง", ["กองคลัง", "กองช่าง"]),
        ("- กองคลัง\n- กองช่าง", ["กองคลัง", "กองช่าง"]),
        ("กองคลัง\nกองช่าง", ["กองคลัง", "กองช่าง"]),
        ("ส่วนแผน\nพัฒนาท้องถิ่น", ["ส่วนแผน พัฒนาท้องถิ่น"]),
        ("กองการเจ้าหน้าที่ (ฝ่ายแผน, ฝ่ายพัฒนา)", ["กองการเจ้าหน้าที่ (ฝ่ายแผน, ฝ่ายพัฒนา)"]),
        ("๒. กองช่าง", ["๒. กองช่าง"]),
        ("", []),
    ],
)
def test_owners_are_separated_only_where_the_text_is_clear(text, owners):
    assert split_owners(text) == owners


@pytest.mark.parametrize("text", ["กอง", "สำนัก กอง", "งบประมาณ", "หัวหน้ากองคลัง", ""])
def test_what_does_not_begin_as_a_named_unit_is_none(text):
    assert not is_unit(text)


@pytest.mark.parametrize(
    "name", ["ban-waen-2569", "chachoengsao-2564", "dla-2562", "lampang-2561", "samut-songkhram-2567"]
)
def test_the_owners_of_the_public_documents_are_as_a_person_reads_them(name):
    if not TRUTH.exists():
        pytest.skip("../shared is not here")
    truth = json.loads((TRUTH / f"{name}.json").read_text(encoding="utf-8"))
    rows = [row for plan in truth["plans"] for row in plan["activities"]]
    assert [split_owners(row.get("owner_text") or "") for row in rows] == [row["owners"] for row in rows]
