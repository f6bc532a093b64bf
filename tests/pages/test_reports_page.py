"""The page of reports: the book is built beside the page and offered; each form is what the register gives."""

import io

import openpyxl
import pytest
import streamlit as st
from pptx import Presentation

from kmdash.domain.words import say
from kmdash.ui import building

REPORTS = "secretary/reports.py"
PATIENCE = 120  # seconds


def built(app, name):
    """The job of a page once its work is over."""
    job = app.session_state[f"job_{name}"]
    job.made.exception(PATIENCE)
    return job


def test_without_data_the_page_says_what_to_do(visit):
    app = visit(REPORTS)
    assert app.title[0].value == say("empty.reports.title")


@pytest.mark.parametrize(("kind", "start"), [("pptx", b"PK"), ("pdf", b"%PDF")])
def test_the_book_is_built_beside_the_page_and_offered(with_samples, kind, start):
    app = with_samples(REPORTS)
    assert not app.exception
    app.radio(key="book_kind").set_value(kind).run()
    app.button(key="build_book").click().run()
    job = built(app, "book")
    assert job.made.result().startswith(start)
    assert job.done == job.total > 5
    offered = app.run().get("download_button")
    assert any(button.proto.label.startswith("ดาวน์โหลด kmdash-book-2562") for button in offered)


def test_only_the_chapters_chosen_are_in_the_book(with_samples):
    app = with_samples(REPORTS)
    app.multiselect(key="book_chapters").set_value(["vote"]).run()
    app.button(key="build_book").click().run()
    show = Presentation(io.BytesIO(built(app, "book").made.result()))
    titles = [slide.shapes.title.text_frame.text for slide in show.slides]
    assert len(titles) > 1 and all("ผู้ผ่านลำดับที่ 5" in title for title in titles[1:])


def test_a_file_of_other_choices_is_not_offered(with_samples):
    app = with_samples(REPORTS)
    app.multiselect(key="book_chapters").set_value(["vote"]).run()
    app.button(key="build_book").click().run()
    built(app, "book")
    app.multiselect(key="book_chapters").set_value(["agenda"]).run()
    assert "job_book" not in app.session_state
    assert app.button(key="build_book")


def test_work_that_is_stopped_ends_at_its_next_step():
    job = building.Job("about")
    job.step(1, 3)
    job.stop.set()
    with pytest.raises(building.Stopped):
        job.step(2, 3)
    assert (job.done, job.total) == (1, 3)


@pytest.fixture
def offered(monkeypatch):
    """What the buttons of a page download, by the buttons' keys."""
    found = {}
    monkeypatch.setattr(st, "download_button", lambda label, data, *, key, **_: found.update({key: data}))
    return found


FORMS = ("form1", "form2", "sar", "ballots", "progress-report", "progress-form")


def test_every_form_that_the_register_fills_is_made_on_the_click_in_the_digits_now_set(with_samples, offered):
    app = with_samples(REPORTS, digits="th")
    assert not app.exception
    assert {key for key in offered if key.startswith("form_")} == {f"form_{name}" for name in FORMS}
    starts = {"sar": "สรุปผลตัวชี้วัด", "ballots": "ใบนับคะแนน ๑", "progress-report": "รายงานความก้าวหน้า"}
    for name, start in starts.items():
        book = openpyxl.load_workbook(io.BytesIO(offered[f"form_{name}"]()))
        assert book.sheetnames[0] == start
        assert any("๒๕๖๒" in str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)


def test_a_form_that_the_register_has_nothing_for_says_so_instead(with_samples, offered):
    app = with_samples(REPORTS, office="เทศบาลตำบลบ้านแหวน (ตัวอย่าง)")
    assert "form_ballots" not in offered and "form_form2" in offered
    assert any(say("reports.lacking.ballots") in html.value for html in app.get("html"))
