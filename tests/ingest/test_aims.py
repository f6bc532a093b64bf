"""Scopes with their benefits, goals and factors, SWOT: read from the office's own table and pages."""

from collections import Counter

from kmdash.domain.reading import from_plain
from kmdash.ingest.read import read_here
from tests.ingest.small_sheets import read

OFFICE = ["ชื่อส่วนราชการ : กรมตัวอย่าง ปีงบประมาณ พ.ศ. ๒๕๖๙"]


def kinds(reading):
    return [(row["kind"], row["text"]) for row in reading.rows("aims")]


def test_a_scope_says_what_each_party_has_of_it_whatever_the_order_of_the_columns():
    head = ["ขอบเขต KM", "ประโยชน์ที่เกิดแก่ผู้บริหาร", "ประโยชน์ที่พนักงานได้รับ"]
    reading = read([OFFICE, head, ["๑. พัฒนางาน", "งานดี", "เก่งขึ้น"]])
    (row,) = reading.rows("aims")
    assert (row["kind"], row["text"], row["staff"], row["executives"], row.get("policy")) == (
        *("scope", "พัฒนางาน", "เก่งขึ้น", "งานดี"),
        None,
    )
    assert reading.kinds == ["aims"]


def test_a_page_of_scope_goals_and_factors_gives_its_numbered_points():
    lines = ["ขอบเขต KM", "๑. งาน", "เป้าหมายของการจัดการความรู้", "๑. คน", "ปัจจัยแห่งความสำเร็จ", "เพื่อให้สำเร็จ", "๑) ผู้บริหาร"]
    reading = read([OFFICE, *([line] for line in lines)])
    assert kinds(reading) == [("scope", "งาน"), ("goal", "คน"), ("success_factor", "ผู้บริหาร")]
    assert {item.reason for item in reading.account.ignored} >= {"หัวข้อของรายการ", "ข้อความประกอบหัวข้อ"}


def test_a_swot_is_the_offices_and_its_success_factors_are_aims():
    lines = ["จุดแข็ง", "๑. บุคลากร", "- เครื่องมือ", "จุดอ่อน", "๑. เวลา", "ปัจจัยแห่งความสำเร็จ", "ความร่วมมือ"]
    reading = read([OFFICE, *([line] for line in lines)])
    (row,) = reading.rows("swots")
    told = [row.get(name) for name in ("strengths", "weaknesses", "threats", "plan_id")]
    assert told == ["บุคลากร\nเครื่องมือ", "เวลา", None, None]
    assert kinds(reading) == [("success_factor", "ความร่วมมือ")]
    account = reading.account
    assert account.used + sum(item.cells for item in account.ignored) == account.filled


def accounted(reading):
    return reading.account.used + sum(item.cells for item in reading.account.ignored) == reading.account.filled


def test_a_page_of_sharing_and_assets_gives_each_line_under_its_point():
    lines = ["การจัดการ Knowledge Sharing : KS", "กิจกรรม/โครงการ", "๑. การเรียนรู้", "- จากงาน", "- จากการอ่าน", "ของกอง"]
    lines += ["๒. รางวัล", "- ให้แก่ผู้สมควร ได้แก่", "- ผู้ถ่ายทอด", "- ผู้คิดค้น", "๓. AAR", "Knowledge Asset (KA)"]
    reading = read([OFFICE, *([line] for line in [*lines, "ชุมชนความรู้", "- ฐานข้อมูล", "๒. เผยแพร่"])])
    assert kinds(reading) == [
        ("sharing", "การเรียนรู้: จากงาน"),
        ("sharing", "การเรียนรู้: จากการอ่าน ของกอง"),
        ("sharing", "รางวัล: ให้แก่ผู้สมควร ได้แก่ · ผู้ถ่ายทอด · ผู้คิดค้น"),
        ("sharing", "AAR"),
        ("asset", "ชุมชนความรู้: ฐานข้อมูล"),
        ("asset", "เผยแพร่"),
    ]
    assert [row["source_cell"] for row in reading.rows("aims")][:2] == ["แผ่น 1!A5", "แผ่น 1!A6"]
    assert accounted(reading)


def test_the_published_page_of_sharing_and_assets_is_read_with_no_cell_left_but_its_headings(shared):
    path = shared / "seeds" / "forms" / "samut-songkhram-2567.xlsx"
    reading = from_plain(read_here(path.read_bytes(), path.name, {}))
    found = Counter(row["kind"] for row in reading.rows("aims"))
    assert (found["sharing"], found["asset"]) == (15, 7)
    left = [item for item in reading.account.ignored if item.range.startswith("KS และ KA!")]
    assert {item.reason for item in left} == {"หัวข้อของรายการ"}
    assert accounted(reading)
