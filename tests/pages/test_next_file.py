"""The next month's file of a table: it adds its rows, and what the same file lacks is removed only when agreed to."""

from io import BytesIO

import openpyxl

from kmdash.domain.words import say
from kmdash.ingest.read import read_file
from kmdash.store import open_store

PAGE = "secretary/upload.py"
OFFICE = "สำนักงานพัฒนาชุมชนจังหวัดลำปาง"


def reports(month, *units):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([f"ทะเบียนการส่งรายงาน ปีงบประมาณ พ.ศ. ๒๕๖๑ {OFFICE}"])
    sheet.append(["ส่วนราชการ", OFFICE])
    sheet.append(["อำเภอ", "รายงาน", "เดือน", "ผลการส่ง"])
    for unit in units:
        sheet.append([unit, "สัมมาชีพ", month, "ตรงเวลา"])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def boxes(app):
    return {box.key for box in app.checkbox}


def test_the_next_month_is_added_and_a_row_left_out_is_removed_only_when_agreed_to(visit, tmp_path):
    store = open_store(str(tmp_path / "kmdash.db"))
    april = read_file(reports("เม.ย. 61", "เถิน", "งาว"), "เมษายน.xlsx")
    assert {part.office for part in april.parts} == {OFFICE}
    store.write(april.parts, actor="ก", kind="import")
    app = visit(PAGE).file_uploader(key="files_0").upload("พฤษภาคม.xlsx", reports("พ.ค. 61", "เถิน")).run()
    assert not app.exception and "accept_removed" not in boxes(app)
    kept = say("next_file.kept", count=2, table=say("frame.submissions"))
    assert any(kept in html.value for html in app.get("html"))
    app = app.button(key="confirm").click().run()
    assert len(store.register().submissions) == 3
    less = reports("เม.ย. 61", "เถิน")
    app = app.file_uploader(key="files_1").upload("เมษายน.xlsx", less).run()
    assert "accept_removed" in boxes(app)
    assert app.button(key="confirm").disabled
    store.close()
