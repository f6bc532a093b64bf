"""Every page in every view: nothing fails, nothing overlaps or is cut, nothing is asked of others, all can use it.

CI walks every page on every store as a laptop shows it in light, and on the sample in every view.
``KMDASH_WALK=full`` walks every page in every view on every store; ``KMDASH_SHOTS`` names a folder that
keeps a picture of each.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browsing import drawn, settled
from conftest import PATIENCE, ColorScheme, Seen
from measuring import faults, violations
from playwright.sync_api import Browser, BrowserContext, Page, expect
from stores import fill_twenty

from kmdash.ui.menu import MENU

pytestmark = pytest.mark.browser

SIZES = ((1366, 768), (1920, 1080), (390, 844))
SCHEMES: tuple[ColorScheme, ...] = ("light", "dark")
FULL = os.environ.get("KMDASH_WALK") == "full"
YEARS = {"twenty": "?fy=2562"}  # where all its plans and their reports are
FILLED = {"empty": lambda _: None, "twenty": fill_twenty}
STORES = ("sample", *FILLED)


@pytest.fixture(scope="module")
def addresses(sample_server, start_app, tmp_path_factory) -> Iterator[Callable[[str], str]]:
    """The address of the app on a store, started when it is first asked for."""
    running = {"sample": sample_server.url}
    with ExitStack() as stack:

        def address(store: str) -> str:
            if store not in running:
                folder = tmp_path_factory.mktemp(store)
                FILLED[store](f"sqlite:///{(folder / 'kmdash.db').as_posix()}")
                running[store] = stack.enter_context(start_app(folder)).url
            return running[store]

        yield address


@pytest.fixture(scope="module")
def visitor(browser) -> Iterator[tuple[BrowserContext, Seen]]:
    """One visitor for the whole walk, whose browser keeps the app's own files, and what it noticed."""
    with browser.new_context(locale="th-TH", timezone_id="Asia/Bangkok") as context:
        context.set_default_timeout(PATIENCE * 1000)
        noticed = Seen()
        noticed.watch(context)
        yield context, noticed


@pytest.fixture
def page(visitor) -> Iterator[Page]:
    """A page of the visitor; the test fails if it had an error in its console or asked another host for anything."""
    context, noticed = visitor
    with context.new_page() as page:
        yield page
    assert (noticed.console_errors, noticed.foreign_requests) == ([], [])


@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("item", MENU, ids=lambda item: item.name)
def test_a_page_is_whole_in_every_view(addresses, page, item, store):
    everything = FULL or store == "sample"
    page.goto(addresses(store) + ("/" if item.default else f"/{item.name}") + YEARS.get(store, ""))
    settled(page, re.compile(".+"))
    for scheme in SCHEMES if everything else SCHEMES[:1]:
        page.emulate_media(color_scheme=scheme)
        for width, height in SIZES if everything else SIZES[:1]:
            page.set_viewport_size({"width": width, "height": height})
            drawn(page)
            keep(page, f"{item.name}-{store}-{width}-{scheme}")
            assert faults(page) == [], f"{scheme} {width}×{height}"
        opened(page)
        assert faults(page) == [], f"{scheme}, with its panels open"
        assert violations(page) == [], scheme


def opened(page: Page) -> None:
    """Open every panel of the page."""
    page.locator("details:not([open]) > summary").evaluate_all("found => found.forEach(summary => summary.click())")
    expect(page.locator("details:not([open])")).to_have_count(0)
    drawn(page)


def keep(page: Page, name: str) -> None:
    """Keep a picture of the page where ``KMDASH_SHOTS`` says."""
    if folder := os.environ.get("KMDASH_SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<p>one</p><p>two</p>", []),
        ("<p>one</p><p style='margin-top:-2.4em'>two</p>", ["overlap"]),
        ("<svg width=200 height=90><text x=9 y=30>one</text><text x=12 y=34>two</text></svg>", ["overlap"]),
        ("<svg width=60 height=30><text x=40 y=20>a long word</text></svg>", ["cut"]),
        ("<div style='width:40px;overflow:hidden;white-space:nowrap'>a long word</div>", ["cut"]),
        ("<div style='width:40px;overflow:auto;white-space:nowrap'>a long word</div>", []),
        ("<div style='width:3000px'>wide</div>", ["document", "main"]),
    ],
)
def test_the_measure_itself_sees_what_is_wrong(browser: Browser, body, told):
    page = browser.new_page(viewport={"width": 600, "height": 400})
    page.set_content(f"<main data-testid='stMain'>{body}</main>")
    assert [fault.split()[0].rstrip(":") for fault in faults(page)] == told
    page.close()


def test_axe_sees_a_text_without_contrast(browser: Browser):
    page = browser.new_page()
    page.set_content("<html lang=th><title>t</title><main><h1>t</h1><p style='color:#ccc'>grey</p></main></html>")
    assert [found["id"] for found in violations(page)] == ["color-contrast"]
    page.close()
