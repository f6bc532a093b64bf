"""What a reader takes along: the book, stopped and built while other pages are used, and the calendar's files."""

import re
from pathlib import Path

import pytest
from browsing import rows_of, settled, to
from icalendar import Calendar
from playwright.sync_api import Page, expect
from pptx import Presentation

from kmdash.domain.words import say

pytestmark = pytest.mark.browser

STOP, BUILD = say("build.stop"), say("reports.build")
READY = re.compile("^ดาวน์โหลด kmdash-book-2562-.*pptx")


def begin(page: Page) -> None:
    """Have the book built, and see how far it is."""
    page.get_by_role("button", name=BUILD).click()
    expect(page.get_by_role("progressbar")).to_be_visible()


def test_the_book_is_stopped_built_again_beside_another_page_and_taken(sample_server, new_page):
    page, beside = new_page(), new_page()
    beside.goto(sample_server.at("/coverage?fy=2562"))
    settled(beside, re.compile(".+"))
    page.goto(sample_server.at("/reports?fy=2562"))
    settled(page, say("reports.title", plans=5))

    begin(page)
    page.get_by_role("button", name=STOP).click()
    expect(page.get_by_role("button", name=BUILD)).to_be_visible()

    begin(page)
    to(beside, "vote")
    settled(beside, re.compile("^ผู้ผ่านลำดับที่ 5"))
    with page.expect_download() as waiting:
        page.get_by_role("button", name=READY).click()
    slides = Presentation(Path(waiting.value.path())).slides
    assert waiting.value.suggested_filename.endswith(".pptx")
    assert any(shape.has_chart for slide in slides for shape in slide.shapes)


def test_the_calendar_page_gives_a_file_for_calendars_and_a_page_for_the_wall(sample_server, page):
    page.goto(sample_server.at("/calendar?fy=2562"))
    settled(page, re.compile("งานหนาแน่นที่สุด"))
    name, data = rows_of(page, say("ics.download"))
    events = Calendar.from_ical(data).walk("VEVENT")
    assert name == "kmdash-calendar-2562.ics" and len(events) > 20
    assert all(event["DTSTART"].dt.year in (2018, 2019) for event in events)
    name, data = rows_of(page, say("wall.download"))
    assert name == "kmdash-wall-calendar-2562.pdf" and data.startswith(b"%PDF")
