"""The office's own forms given out by the app and uploaded again on its page: nothing differs, nothing is lost."""

import io

import openpyxl
import pytest
import streamlit as st
from openpyxl.styles import PatternFill

from kmdash.domain.changes import changes
from kmdash.domain.words import say
from kmdash.store import open_store
from kmdash.ui.text import md

REPORTS, UPLOAD = "secretary/reports.py", "secretary/upload.py"
REPORTED = {"สถานะ": "ดำเนินการแล้ว", "ความก้าวหน้า (ร้อยละ)": 100, "วันที่รายงาน": "30 มิ.ย. 2562", "ปัญหา/อุปสรรค": "รอ\nงบ"}


@pytest.fixture
def given_out(with_samples, monkeypatch):
    """A function that gives the file of a form as the page of reports offers it."""
    made = {}

    def form(name, **link):
        with monkeypatch.context() as patch:
            patch.setattr(st, "download_button", lambda label, data, *, key, **_: made.update({key: data}))
            with_samples(REPORTS, **link)
        return made[f"form_{name}"]()

    return form


def uploaded(visit, data):
    app = visit(UPLOAD)
    return app.file_uploader(key="files_0").upload("form.xlsx", data).run()


def told(app, text):
    return any(text in html.value for html in app.get("html"))


def stored(tmp_path):
    """The newest version's number and register of the app's store."""
    store = open_store(str(tmp_path / "kmdash.db"), create=False)
    try:
        return store.newest(), store.register()
    finally:
        store.close()


def differing(before, after):
    found = changes(before, after)
    return found[found["frame"] != "problems"]


@pytest.mark.parametrize(("name", "digits"), [("form2", "th"), ("form1", "arabic")])
def test_a_form_uploaded_again_differs_in_nothing_before_and_after_it_is_confirmed(
    with_samples, given_out, tmp_path, name, digits
):
    newest, before = stored(tmp_path)
    app = uploaded(with_samples, given_out(name, digits=digits))
    assert not app.exception
    assert told(app, say("confirm.same"))
    assert "accept_removed" not in {box.key for box in app.checkbox}
    app = app.button(key="confirm").click().run()
    assert not app.exception
    number, after = stored(tmp_path)
    assert number > newest, "the file is another one, so a version is stored that differs in no value"
    assert differing(before, after).values.tolist() == []


def test_a_form_for_paper_uploaded_again_is_told_and_cannot_be_stored(with_samples, given_out, tmp_path):
    newest, _ = stored(tmp_path)
    app = uploaded(with_samples, given_out("ballots"))
    assert not app.exception and not app.error
    assert [info.value for info in app.info] == [md(say("upload.printed", file="form.xlsx"))]
    assert "confirm" not in {button.key for button in app.button}
    assert stored(tmp_path)[0] == newest


def test_a_form_for_paper_beside_another_file_is_left_out_with_its_reason(with_samples, given_out, tmp_path):
    _, before = stored(tmp_path)
    files = [("cards.xlsx", given_out("sar"), ""), ("form1.xlsx", given_out("form1"), "")]
    app = with_samples(UPLOAD)
    app = app.file_uploader(key="files_0").set_value(files).run()
    app = app.button(key="confirm").click().run()
    assert not app.exception
    assert [error.value for error in app.error] == [
        md(say("confirm.left_out", file="cards.xlsx", why=say("confirm.printed")))
    ]
    assert differing(before, stored(tmp_path)[1]).values.tolist() == []


def test_a_units_form_is_read_back_exactly_with_rows_and_columns_moved_and_recoloured(
    with_samples, given_out, tmp_path
):
    _, before = stored(tmp_path)
    app = uploaded(with_samples, filled_in_and_moved(given_out("progress-form")))
    assert not app.exception
    app.button(key="confirm").click().run()
    _, after = stored(tmp_path)
    found = differing(before, after)
    assert set(zip(found["frame"], found["change"], strict=True)) == {("progress", "added")}
    assert found["key"].unique().tolist() == ["2562-2454b3-1/1.1 2019-06-30"]
    values = dict(zip(found["column"], found["after"], strict=True))
    assert {name: values[name] for name in ("status", "percent", "note")} == {
        "status": "done",
        "percent": "100",
        "note": REPORTED["ปัญหา/อุปสรรค"],
    }


def filled_in_and_moved(data):
    """The first sheet of a progress form with its first row filled in, its rows and columns the other way round."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    header = next(row[0].row for row in sheet.iter_rows() if "กิจกรรม" in [cell.value for cell in row])
    places = {cell.value: cell.column for cell in sheet[header]}
    for heading, value in REPORTED.items():
        sheet.cell(header + 1, places[heading]).value = value
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=header)]
    rows = [row[::-1] for row in (rows[0], *rows[:0:-1])]
    for line, row in zip(sheet.iter_rows(min_row=header), rows, strict=True):
        for cell, value in zip(line, row, strict=True):
            cell.value = value
            cell.fill = PatternFill("solid", fgColor="FFFFC000")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
