"""Unit names of the office's book in a reading: applied visibly, reversible, only for its own office."""

from small_sheets import OFFICE, read

from kmdash.ingest.aliasing import with_aliases

ROWS = [
    OFFICE,
    ["แผนการจัดการความรู้"],
    ["กยผ."],
    ["ที่", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ"],
    ["1", "ประชุม", "ม.ค. 62", "กยผ., กองคลัง"],
]


def book(office="กรมตัวอย่าง"):
    return [{"office": office, "alias": "กยผ", "unit": "กองยุทธศาสตร์และแผนงาน"}]


def test_units_and_owners_take_the_books_name_and_the_text_as_typed_stays():
    reading = with_aliases(read(ROWS), book())
    assert reading.rows("plans")[0]["unit"] == "กองยุทธศาสตร์และแผนงาน"
    [activity] = reading.rows("activities")
    assert activity["owners"] == "กองยุทธศาสตร์และแผนงาน\nกองคลัง"
    assert activity["owner"] == "กยผ., กองคลัง"
    [told] = [problem for problem in reading.problems if problem.code == "unit_alias_applied"]
    assert "2 แห่ง" in told.message


def test_without_a_book_or_with_that_of_another_office_nothing_changes():
    reading = read(ROWS)
    assert with_aliases(reading, []) == reading
    assert with_aliases(reading, book("กรมอื่น")).rows("plans") == reading.rows("plans")
