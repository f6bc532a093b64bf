"""What every journey in the browser does: open a page by the menu, wait until it is done, take a download."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from kmdash.domain.words import say
from kmdash.ui.menu import MENU

# Every panel that is open is filled, every chart that is shown fills its place, nothing waits for a run; for ten
# frames nothing moves and the page keeps its height.
DRAWN = """() => document.querySelector('[data-stale="true"]') === null
  && [...document.querySelectorAll('details[open] [data-testid="stExpanderDetails"]')]
    .every(panel => panel.querySelector('[data-testid="stElementContainer"]') !== null)
  && [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
  .filter(chart => chart.checkVisibility()).every(chart => {
    const svg = chart.querySelector('.main-svg');
    return svg && Math.abs(svg.getBoundingClientRect().width - chart.getBoundingClientRect().width) < 2;
  })"""
STILL = """() => {
  const height = document.querySelector('[data-testid="stMain"]').scrollHeight;
  const moving = document.querySelector('details[style*="hidden"]') !== null
    || document.getAnimations().some(one => one.effect.getComputedTiming().endTime !== Infinity);
  const before = window.still ?? {};
  window.still = {height, frames: !moving && before.height === height ? before.frames + 1 : 0};
  return window.still.frames >= 10;
}"""


def to(page: Page, name: str) -> None:
    """Open a page by the menu, through its section's list where it stands in one."""
    item = next(item for item in MENU if item.name == name)
    if item.section != "meeting":
        page.get_by_test_id("stTopNavSection").filter(has_text=say(f"section.{item.section}")).click()
    role = "link" if item.section == "meeting" else "menuitem"
    page.get_by_role(role, name=say(f"menu.{name}"), exact=True).first.click()


def settled(page: Page, title: str | re.Pattern[str]) -> None:
    """Wait until the page shows its finding and runs no more."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    expect(page.locator(".st-key-sized")).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


def drawn(page: Page) -> None:
    """Wait until every chart that is shown has its size and the page stands still."""
    settled(page, re.compile(".+"))
    page.wait_for_function(DRAWN)
    page.evaluate("delete window.still")
    page.wait_for_function(STILL)


def rows_of(page: Page, button: str) -> tuple[str, bytes]:
    """The name and bytes of a download; taken once nothing moves away from the click."""
    drawn(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).first.click()
    download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes()
