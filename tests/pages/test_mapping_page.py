"""A form nobody knows: mapped by hand once, remembered for the office, applied to its sister, forgotten on demand."""

from io import BytesIO

import openpyxl

from kmdash.domain.words import say
from kmdash.store import open_store

PAGE = "secretary/upload.py"
HEADINGS = ["ข้อใหญ่", "ภารกิจย่อย", "ห้วงทำงาน", "ผู้ขับเคลื่อน", "สิ่งที่คาดหวัง"]
OFFICE = ["แผนการจัดการความรู้ของกรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๒"]


def workbook(rows, sheet="Sheet1", lead=()):
    book = openpyxl.Workbook()
    book.active.title = sheet
    for row in (OFFICE, *lead, HEADINGS, *rows):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


FIRST = workbook([["1.1", "สำรวจความรู้", "ต.ค. 61", "กจ.", "1 ครั้ง"], ["2.1", "จัดอบรม", "ม.ค. 62", "กค.", "2 ครั้ง"]])
SISTER = workbook([["1.1", "ทบทวนความรู้", "พ.ย. 61", "กจ.", "1 ครั้ง"]], sheet="ปีนี้", lead=[["กลุ่มงานหนึ่ง"], ["ฉบับแก้ไข"]])


def given(app, name, data):
    return app.file_uploader(key="files_0").upload(name, data).run()


def chosen(app, key):
    return next(box for box in app.selectbox if box.key.startswith(key))


def mapped(app):
    for heading, field in (
        ("B · ", "text"),
        ("C · ", "period"),
        ("D · ", "owner"),
        ("E · ", "target"),
        ("A · ", "no"),
    ):
        box = next(box for box in app.selectbox if box.label.startswith(heading))
        app = box.set_value(field).run()
    app = next(radio for radio in app.radio if radio.key.startswith("map_stages")).set_value("number").run()
    return next(button for button in app.button if button.key.startswith("map_read")).click().run()


def test_an_unknown_form_says_what_is_missing_until_it_is_mapped(visit):
    app = given(visit(PAGE), "ไม่รู้จัก.xlsx", FIRST)
    assert not app.exception
    button = next(button for button in app.button if button.key.startswith("map_read"))
    assert button.disabled
    app = mapped(app)
    assert not app.exception
    assert "เซลล์" in app.title[0].value


def test_a_mapping_is_remembered_for_the_office_and_read_without_a_question(visit):
    app = mapped(given(visit(PAGE), "ไม่รู้จัก.xlsx", FIRST))
    app = app.button(key="confirm").click().run()
    assert app.title[0].value == say("title.upload.stored", number=1)
    rows = open_store().register().activities
    assert list(rows["text"]) == ["สำรวจความรู้", "จัดอบรม"]
    assert list(rows["stage"]) == [1, 2]
    sister = given(visit(PAGE), "ฉบับใหม่.xlsx", SISTER)
    assert not sister.exception
    assert any(say("mapping.applied", file="ฉบับใหม่.xlsx") in box.value.replace("\\", "") for box in sister.info)
    assert not [button for button in sister.button if button.key.startswith("send_")]


def test_a_mapping_can_be_forgotten(visit):
    app = mapped(given(visit(PAGE), "ไม่รู้จัก.xlsx", FIRST))
    app.button(key="confirm").click().run()
    app = visit(PAGE)
    app.button(key="forget_0").click().run()
    assert open_store().register().shapes.empty


def test_a_column_chosen_twice_is_told(visit):
    app = given(visit(PAGE), "ไม่รู้จัก.xlsx", FIRST)
    for heading in ("B · ", "C · "):
        app = next(box for box in app.selectbox if box.label.startswith(heading)).set_value("text").run()
    told = say("mapping.twice", fields=say("field.text"))
    assert any(told in html.value for html in [*app.get("html"), *app.markdown, *app.caption])
    assert next(button for button in app.button if button.key.startswith("map_read")).disabled
