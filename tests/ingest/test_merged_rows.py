"""Cells merged over rows hold for every activity they span; nothing is lost into the activity above."""

from small_sheets import OFFICE, UNIT, read

HEAD = ["ที่", "กิจกรรม", "ระยะเวลา", "เป้าหมาย", "ผู้รับผิดชอบ"]


def column(reading, name):
    return [row.get(name) for row in reading.rows("activities")]


def starts(reading):
    return [f"{row.get('start') or ''}"[:7] for row in reading.rows("activities")]


def test_a_period_owner_and_target_merged_over_rows_belong_to_each_of_them():
    rows = [
        OFFICE,
        UNIT,
        HEAD,
        ["1", "อบรม ก", "ต.ค. 61", "10 คน", "กค."],
        ["2", "อบรม ข"],
        ["3", "อบรม ค", "", "20 คน"],
    ]
    reading = read(rows, merged=["C4:C6", "D4:D5", "E4:E6"])
    assert starts(reading) == ["2018-10"] * 3
    assert column(reading, "owners") == ["กค."] * 3
    assert column(reading, "target") == ["10 คน", "10 คน", "20 คน"]
    assert column(reading, "no") == ["1", "2", "3"]


def test_a_number_merged_over_the_rows_of_a_stage_numbers_no_activity():
    head = ["ที่", "ขั้นตอน", "กิจกรรม", "ระยะเวลา", "ผู้รับผิดชอบ", "เป้าหมาย"]
    rows = [OFFICE, UNIT, head, ["1", "การบ่งชี้ความรู้", "ประชุม", "ต.ค. 61", "กค.", "1 ครั้ง"]]
    rows += [["", "", "สำรวจ", "พ.ย. 61", "กค."], ["", "", "สรุปผลสำรวจ", "", "", "1 เล่ม"]]
    rows += [["2", "การสร้างและแสวงหาความรู้", "อบรม", "ธ.ค. 61", "กช."], ["", "", "ดูงาน"]]
    reading = read(rows, merged=["A4:A6", "B4:B6", "D5:D6", "E5:E6", "A7:A8", "B7:B8", "D7:D8", "E7:E8"])
    assert column(reading, "text") == ["ประชุม", "สำรวจ", "สรุปผลสำรวจ", "อบรม", "ดูงาน"]
    assert starts(reading) == ["2018-10", "2018-11", "2018-11", "2018-12", "2018-12"]
    assert column(reading, "stage") == [1, 1, 1, 2, 2]
    assert "row_joined" not in {problem.code for problem in reading.problems}


def test_a_number_and_a_period_merged_over_the_same_rows_are_of_one_activity():
    rows = [OFFICE, UNIT, HEAD, ["1", "จัดทำคู่มือ", "ต.ค. 61", "1 เล่ม", "กค."], ["", "- รวบรวมเนื้อหา"]]
    reading = read([*rows, ["2", "อบรม", "พ.ย. 61", "1", "กค."]], merged=["A4:A5", "C4:C5", "D4:D5", "E4:E5"])
    assert column(reading, "text") == ["จัดทำคู่มือ\n- รวบรวมเนื้อหา", "อบรม"]
    assert "row_joined" in {problem.code for problem in reading.problems}


def test_a_status_ticked_in_a_cell_merged_over_rows_is_that_of_each():
    rows = [
        OFFICE,
        UNIT,
        ["ที่", "กิจกรรม", "ระยะเวลา", "สถานะ", "", "ผู้รับผิดชอบ"],
        ["", "", "", "ดำเนินการแล้ว", "ยังไม่ดำเนินการ", ""],
        ["1", "ประชุม", "ม.ค. 62", "✓", "", "กจ."],
        ["2", "อบรม", "ก.พ. 62", "", "", "กจ."],
    ]
    reading = read(rows, merged=["A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "D5:D6"])
    assert column(reading, "status") == ["done", "done"]
