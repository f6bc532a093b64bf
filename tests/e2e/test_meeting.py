"""A meeting in a real browser: large text everywhere, pages by the keyboard, a resolution, the end of the meeting."""

import re

import pytest
from browsing import settled, to
from playwright.sync_api import Page, expect
from stores import fill_sample

from kmdash.domain.words import say
from kmdash.ui.menu import AGENDA

pytestmark = pytest.mark.browser
SMALLEST = 18  # pixels a text may have on a large screen
ANY = re.compile(".+")

# Every visible text of the page with its size; of the tables, which are painted, the size they are painted with.
SMALL_TEXTS = """(smallest) => {
  const found = [];
  const seen = (node) => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim(), node = walk.currentNode.parentElement;
    if (!text || !seen(node) || node.closest("canvas, style, script, [class*=st-key-carrier-], .modebar")) continue;
    const box = node.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (size < smallest) found.push([text.slice(0, 40), size, node.tagName]);
  }
  for (const field of document.querySelectorAll("input:not([type=hidden]), textarea")) {
    const box = field.getBoundingClientRect();
    if (!seen(field) || field.closest("[class*=st-key-carrier-]") || box.width < 20) continue;
    const size = parseFloat(getComputedStyle(field).fontSize);
    if (size < smallest) found.push([field.value, size, field.tagName]);
  }
  for (const table of document.querySelectorAll("[data-testid=stDataFrame]")) {
    for (const node of table.querySelectorAll("*")) {
      const style = getComputedStyle(node);
      for (const name of ["--gdg-base-font-style", "--gdg-header-font-style"]) {
        const size = /([\\d.]+)px/.exec(style.getPropertyValue(name));
        if (size && parseFloat(size[1]) < smallest) { found.push([name, parseFloat(size[1]), "TABLE"]); break; }
      }
    }
  }
  for (const plot of document.querySelectorAll(".js-plotly-plot")) {
    const size = plot._fullLayout.hoverlabel.font.size;
    if (size < smallest) found.push(["hover", size, "PLOT"]);
  }
  return found;
}"""


def opened(page: Page, place: int) -> None:
    """Wait until the page of this place of the agenda is there, its link still that of a meeting."""
    item = AGENDA[place]
    expect(page).to_have_url(re.compile(("/" if item.default else f"/{item.name}") + r"\?.*meet=1"))
    name = say("agenda.page", place=place + 1, count=len(AGENDA), page=say(f"menu.{item.name}"))
    expect(page.locator(".st-key-agenda")).to_contain_text(name)
    settled(page, ANY)


def test_a_meeting_from_the_first_page_to_the_record(fresh_server, new_page):
    page = new_page(1920, 1080)
    fill_sample(fresh_server.database)
    page.goto(fresh_server.url)
    settled(page, re.compile("^เสร็จแล้ว"))
    page.get_by_role("button", name=say("meet.enter"), exact=True).click()
    opened(page, 1)
    page.keyboard.press("ArrowLeft")
    opened(page, 0)
    page.keyboard.press("ArrowLeft")
    for place in range(1, len(AGENDA)):
        page.keyboard.press("ArrowRight")
        opened(page, place)
        expect(page.get_by_role("button", name=say("table.xlsx"))).to_have_count(0)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    opened(page, len(AGENDA) - 2)
    assert page.url.count("meet=1") == 1
    page.go_back()
    opened(page, len(AGENDA) - 1)
    page.go_forward()
    opened(page, len(AGENDA) - 2)

    page.get_by_role("button", name=say("resolution.open"), exact=True).click()
    words = page.get_by_label(say("resolution.text"), exact=True)
    words.fill("เร่งรัดกิจกรรมที่ค้าง")
    words.press("ArrowLeft")
    opened(page, len(AGENDA) - 2)
    page.get_by_role("button", name=say("resolution.send"), exact=True).click()
    expect(page.get_by_test_id("stToast")).to_contain_text(say("resolution.stored", number=2))
    opened(page, len(AGENDA) - 2)

    page.get_by_role("button", name=say("meeting.close"), exact=True).click()
    page.get_by_role("button", name=say("meeting.send"), exact=True).click()
    expect(page.get_by_test_id("stToast").last).to_contain_text(say("meeting.stored", number=3))

    page.goto(fresh_server.at("/changes?meet=1"))
    settled(page, say("title.changes.none"))
    expect(page.get_by_text(say("changes.resolutions", count=1), exact=True)).to_be_visible()
    expect(page.locator(".st-key-table_resolutions")).to_contain_text("เร่งรัดกิจกรรมที่ค้าง")
    page.get_by_role("button", name=say("meet.leave"), exact=True).click()
    to(page, "history")
    settled(page, re.compile("3"))
    versions = page.locator(".st-key-table_versions")
    expect(versions).to_contain_text(say("version.resolution"))
    expect(versions).to_contain_text(say("version.meeting"))


def test_a_table_keeps_its_arrow_keys(sample_server, new_page):
    page = new_page(1920, 1080)
    page.goto(sample_server.at("/changes?meet=1"))
    opened(page, 0)
    table = page.locator(".st-key-table_since .dvn-scroller")
    table.click(position={"x": 60, "y": 90})
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    opened(page, 0)
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("ArrowRight")
    opened(page, 1)


def test_no_text_of_a_meeting_is_smaller_than_eighteen_pixels(sample_server, new_page):
    page = new_page(1920, 1080)
    small = {}
    for place, item in enumerate(AGENDA):
        for view in ("year", "plan", "months") if item.name == "calendar" else ("",):
            address = ("/" if item.default else f"/{item.name}") + f"?meet=1&view={view}"
            page.goto(sample_server.at(address))
            opened(page, place)
            small[address] = page.evaluate(SMALL_TEXTS, SMALLEST)
    assert {address: found for address, found in small.items() if found} == {}


def test_a_search_or_a_dialog_opened_in_a_meeting_leaves_every_text_large(sample_server, new_page):
    page = new_page(1920, 1080)
    dialog = page.get_by_role("dialog")
    page.goto(sample_server.at("/vote?meet=1"))
    settled(page, ANY)
    page.get_by_role("button", name=say("find.open")).click()
    dialog.get_by_role("searchbox").fill("ความรู้")
    expect(dialog.locator(".km-hits a").first).to_be_visible()
    assert page.evaluate(SMALL_TEXTS, SMALLEST) == []
    page.goto(sample_server.at("/calendar?meet=1&view=months"))
    settled(page, ANY)
    page.locator(".km-month li[data-mark]").first.click()
    expect(dialog.locator(".km-item").first).to_be_visible()
    assert page.evaluate(SMALL_TEXTS, SMALLEST) == []
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert page.evaluate(SMALL_TEXTS, SMALLEST) == []
