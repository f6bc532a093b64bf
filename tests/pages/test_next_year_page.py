"""The page of the turn of the year."""

from io import BytesIO

import streamlit as st
from openpyxl import load_workbook

from kmdash.domain.words import say

PAGE = "secretary/next_year.py"


def test_the_page_proposes_and_names_who_has_not_sent(with_samples, monkeypatch):
    made = {}
    monkeypatch.setattr(st, "download_button", lambda label, data, *, key, **_: made.update({key: data}))
    app = with_samples(PAGE)
    assert not app.exception and not app.error
    assert app.title[0].value == "ปี 2563 เสนอให้ต่อ 21 กิจกรรม — ส่งแผนแล้ว 0 จาก 5 หน่วยงาน"
    assert [
        html
        for html in app.get("html")
        if say("next_year.missing", units="กยผ. · สล. · กพส. · กพร.สธ. · กม.") in html.value
    ]
    assert len(app.dataframe[0].value) == 21
    book = load_workbook(BytesIO(made["draft"]()))
    assert str(book["แผน"]["C3"].value) == "2563"


def test_without_a_plan_the_page_says_what_to_do(visit):
    app = visit(PAGE)
    assert not app.exception
    assert app.title[0].value == say("empty.next_year.title")
