"""What a reader takes along from the calendar page: a file for calendar programs, and a page for the wall."""

import re

import pytest
from browsing import rows_of, settled
from icalendar import Calendar

from kmdash.domain.words import say

pytestmark = pytest.mark.browser


def test_the_calendar_page_gives_a_file_for_calendars_and_a_page_for_the_wall(sample_server, page):
    page.goto(sample_server.at("/calendar?fy=2562"))
    settled(page, re.compile("งานหนาแน่นที่สุด"))
    name, data = rows_of(page, say("ics.download"))
    events = Calendar.from_ical(data).walk("VEVENT")
    assert name == "kmdash-calendar-2562.ics" and len(events) > 20
    assert all(event["DTSTART"].dt.year in (2018, 2019) for event in events)
    name, data = rows_of(page, say("wall.download"))
    assert name == "kmdash-wall-calendar-2562.pdf" and data.startswith(b"%PDF")
