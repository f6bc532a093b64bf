"""In a real browser: from a number to what stands behind it, and to its cell in the file."""

import re

import pytest
from browsing import settled, to
from playwright.sync_api import Page, expect

from kmdash.domain.words import say

pytestmark = pytest.mark.browser


def click_on(page: Page, chart: str, across: float, down: float) -> None:
    """Click on a chart: ``across`` as a share of its plot, ``down`` in pixels from the plot's top."""
    plot = page.locator(f".st-key-wide-{chart} .nsewdrag").first
    expect(plot).to_be_visible()
    box = plot.bounding_box()
    assert box is not None
    plot.click(position={"x": box["width"] * across, "y": down})


def closed(page: Page) -> None:
    """Close the dialog and wait until nothing runs."""
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")


def test_from_a_number_to_its_cell_with_the_mouse_and_the_keyboard(sample_server, page):
    dialog = page.get_by_role("dialog")
    page.goto(sample_server.url)
    settled(page, re.compile("^เสร็จแล้ว 21 จาก 42 กิจกรรม"))

    page.locator(".km-tile.late").click()
    expect(dialog.locator(".km-item")).to_have_count(5)
    closed(page)
    page.locator(".km-tile.late button").focus()
    page.keyboard.press("Enter")
    expect(dialog.locator(".km-item")).to_have_count(5)
    closed(page)

    to(page, "coverage")
    settled(page, re.compile("^ทั้ง 5 แผน"))
    click_on(page, "coverage", 1.5 / 7, 94 + 72 * 1.5)
    item = dialog.locator(".km-item")
    expect(item).to_have_count(1)
    expect(item).to_contain_text("สอบถามและรวบรวมความรู้จากผู้เกี่ยวข้อง")
    dialog.get_by_role("button", name="กิจกรรม!E13").click()
    expect(dialog.locator(".km-excerpt td.here")).to_have_text("สอบถามและรวบรวมความรู้จากผู้เกี่ยวข้อง")
    expect(dialog).to_contain_text("plans-2562.xlsx")
    closed(page)
    click_on(page, "coverage", 1.5 / 7, 94 + 72 * 1.5)
    expect(item).to_have_count(1)
    closed(page)

    page.locator("summary").filter(has_text=say("table.open")).first.click()
    grid = page.locator(".st-key-grid_coverage canvas").first
    expect(grid).to_be_visible()
    grid.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")
    expect(dialog.get_by_role("heading", level=2).or_(dialog.locator(".km-item")).first).to_be_visible()
    closed(page)

    to(page, "attainment")
    settled(page, re.compile(r"4\.4800"))
    click_on(page, "attainment", 0.5, 40 + 48)
    expect(dialog.locator(".km-item .why")).to_contain_text("82.4")
    closed(page)
    page.locator('.st-key-wide-attainment .annotation [style*="pointer-events: all"]').nth(1).click()
    expect(dialog.locator(".km-item .why")).to_contain_text("61.5")
    closed(page)
