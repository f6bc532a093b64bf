"""The camera of a chart in a real browser: its picture has the finding, the as-of line and the app's font."""

import re
from io import BytesIO
from itertools import accumulate
from math import ceil
from pathlib import Path

import pytest
from browsing import DRAWN, settled, to
from conftest import ROOT
from PIL import Image, ImageChops, ImageColor, ImageStat
from playwright.sync_api import Locator, Page, expect

from kmdash.domain.words import say
from kmdash.plots.palette import DARK
from kmdash.typeset.wrap import text_width
from kmdash.ui.text import pieces

pytestmark = pytest.mark.browser

MARKET = "office=สำนักงานพัฒนาชุมชนจังหวัดฉะเชิงเทรา (ตัวอย่าง)&fy=2564"
THREE_YEARS = "office=องค์การบริหารส่วนจังหวัดสมุทรสงคราม (ตัวอย่าง)&fy=2567"
CHARTS = {  # a page by its name: its charts and the names of their pictures
    "overview": {"curve": "kmdash-curve"},
    "coverage": {"coverage": "kmdash-coverage"},
    "attainment": {"attainment": "kmdash-kpi"},
    "calendar": {"year": "kmdash-calendar", "gantt": "kmdash-gantt"},
    "progress": {"progress": "kmdash-progress"},
    "vote": {"vote": "kmdash-vote"},
    "ballots": {"ballots": "kmdash-vote"},
    "warnings": {"warnings": "kmdash-warnings"},
    "evidence": {"evidence": "kmdash-evidence"},
    "targets": {"targets": "kmdash-targets"},
    "submissions": {"award": "kmdash-submissions"},
}
OF_OTHERS = {  # what the office of most charts has not
    f"learning?{THREE_YEARS}": {"by_year": "kmdash-years"},
    f"knowledge?{MARKET}": {"inventory": "kmdash-knowledge", "repository": "kmdash-repository"},
    "network": {"network": "kmdash-network"},
}
ODD = ["<b>&amp;</b> ", "]]> ", "\1=1+1"]
SCALE, EDGE = 2, 20  # of a picture; pixels around its chart
KEPT = """(() => {
  const original = URL.createObjectURL;
  URL.createObjectURL = (file) => {
    if (file.type === "image/svg+xml") window.composed = file.text();
    return original.call(URL, file);
  };
})()"""
HEADING = """async () => {
  const drawing = new DOMParser().parseFromString(await window.composed, "image/svg+xml").documentElement;
  return [...drawing.querySelectorAll(":scope > g > text")].map(line => ({
    pieces: [...line.children].map(piece => piece.textContent),
    title: line.firstElementChild.getAttribute("font-weight") === "700"}));
}"""


@pytest.fixture
def page(new_page) -> Page:
    """An empty page that keeps what a picture is composed of."""
    page = new_page()
    page.add_init_script(KEPT)
    return page


def chart_of(page: Page, name: str) -> Locator:
    """The chart of this name, once it is drawn."""
    chart = page.locator(f".st-key-wide-{name} .js-plotly-plot")
    chart.wait_for()
    settled(page, re.compile(".+"))
    page.wait_for_function(DRAWN)
    return chart


def picture_of(chart: Locator) -> tuple[str, Image.Image]:
    """The name and the picture that the camera of a chart gives."""
    chart.hover(position={"x": 4, "y": 4})
    with chart.page.expect_download() as waiting:
        chart.locator(".modebar-btn").click()
    download = waiting.value
    return download.suggested_filename, Image.open(BytesIO(Path(download.path()).read_bytes())).convert("RGB")


def ink(picture: Image.Image, top: int, bottom: int) -> tuple[int, int, int, int] | None:
    """The bounds of what differs from the ground between two heights of a picture."""
    part = picture.crop((0, top, picture.width, bottom))
    return ImageChops.difference(part, Image.new("RGB", part.size, picture.getpixel((0, 0)))).getbbox()


def finding_width(picture: Image.Image) -> int:
    """How wide the first line of a picture is."""
    left, _, right, _ = ink(picture, 0, SCALE * (EDGE + 32))
    return right - left


def lines_of(page: Page) -> tuple[list[list[str]], list[list[str]]]:
    """The lines of the finding and of the subtitle in the last picture, each in its pieces."""
    lines = page.evaluate(HEADING)
    return tuple([line["pieces"] for line in lines if line["title"] is title] for title in (True, False))


def joined(lines: list[list[str]]) -> str:
    """The text of lines without its blanks."""
    return without_blanks("".join("".join(line) for line in lines))


def without_blanks(text: str) -> str:
    """A text without its blanks: a line that ends has none, or one."""
    return "".join(text.split())


def faults_of(chart: Locator, file: str) -> list[str]:
    """What is wrong with the picture of a chart."""
    page = chart.page
    width, height = chart.locator(".main-svg").first.evaluate(
        "one => [one.width, one.height].map(l => l.baseVal.value)"
    )
    found, picture = picture_of(chart)
    head = picture.height - round(SCALE * (height + EDGE))
    heading, drawing = ink(picture, 0, head), ink(picture, head, picture.height)
    told = chart.locator("xpath=ancestor::*[@role='figure']").get_attribute("aria-label")
    subtitle = page.locator(".km-sub").inner_text()
    right = {
        "name": found == f"{file}.png",
        "width": picture.width == SCALE * ceil(width + 2 * EDGE),
        "room for the heading": head > SCALE * 3 * EDGE,
        "heading": heading is not None and heading[2] > picture.width / 3,
        "drawing": drawing is not None and drawing[3] - drawing[1] > 0.8 * SCALE * height,
        "texts": [joined(lines) for lines in lines_of(page)] == [without_blanks(told), without_blanks(subtitle)],
    }
    return [name for name, holds in right.items() if not holds]


def test_every_chart_gives_a_picture_under_its_heading(sample_server, page):
    wrong = {}
    page.goto(sample_server.url)
    for item, charts in CHARTS.items():
        if item != "overview":
            to(page, item)
        for name, file in charts.items():
            if name == "gantt":
                page.get_by_role("radio", name=say("calendar.plan")).click()
            wrong[name] = faults_of(chart_of(page, name), file)
    for address, charts in OF_OTHERS.items():
        if "?" in address:
            page.goto(sample_server.at(f"/{address}"))
        else:
            to(page, address)
        wrong |= {name: faults_of(chart_of(page, name), file) for name, file in charts.items()}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_a_picture_shows_the_chart_of_the_screen_in_the_font_of_the_app(sample_server, page):
    page.goto(sample_server.at("/coverage"))
    chart = chart_of(page, "coverage")
    page.mouse.move(0, 0)
    screen = Image.open(BytesIO(chart.screenshot())).convert("L")
    _, picture = picture_of(chart)
    left, top = SCALE * EDGE, picture.height - SCALE * (screen.height + EDGE)
    own = picture.crop((left, top, left + SCALE * screen.width, top + SCALE * screen.height))
    apart = ImageChops.difference(own.convert("L").resize(screen.size), screen)
    assert ImageStat.Stat(apart).mean[0] < 2
    finding = page.get_by_role("heading", level=1).inner_text()
    bold, regular = (SCALE * text_width(finding, 25, bold=weight) for weight in (True, False))
    assert bold > 1.03 * regular
    assert finding_width(picture) == pytest.approx(bold, rel=0.01)
    page.route("**/Sarabun_700Bold.ttf", lambda route: route.fulfill(path=ROOT / "static/Sarabun_400Regular.ttf"))
    assert finding_width(picture_of(chart)[1]) == pytest.approx(regular, rel=0.01)
    page.locator(".st-key-wide-coverage").evaluate("(place, odd) => { place.pictured.finding = odd; }", ODD)
    picture_of(chart)
    assert joined(lines_of(page)[0]) == without_blanks("".join(ODD).replace("\1", ""))


def test_a_touched_camera_in_a_meeting_pictures_the_part_that_is_looked_at(sample_server, new_page):
    page = new_page(1920, 1080, color_scheme="dark")
    page.add_init_script(KEPT)
    page.context.new_cdp_session(page).send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    page.goto(sample_server.at("/?meet=1&digits=th&stage=3"))
    chart = chart_of(page, "curve")
    camera = page.get_by_role("button", name=say("plots.camera"))
    expect(chart.locator(".modebar-group")).to_have_css("opacity", "1")
    box, drawing = camera.bounding_box(), chart.locator(".main-svg").first.bounding_box()
    assert box["y"] + box["height"] <= drawing["y"] + 1
    with page.expect_download() as waiting:
        camera.press("Enter")
    picture = Image.open(waiting.value.path()).convert("RGB")
    assert picture.getpixel((0, 0)) == ImageColor.getrgb(DARK.bg)
    finding, subtitle = lines_of(page)
    told = chart.locator("xpath=ancestor::*[@role='figure']").get_attribute("aria-label")
    ends = [*accumulate(len("".join(line)) for line in finding)]
    assert len(ends) > 1
    assert set(ends) <= set(accumulate(map(len, pieces(told))))
    assert "".join(finding[0]).endswith(": ")
    assert not re.search("[0-9]", told + joined(subtitle))
    for fact in ("กรมส่งเสริมการปกครองท้องถิ่น", "ขั้นตอนที่๓", "ณ๑๕มิ.ย.๒๕๖๒", "ฉบับที่๑"):
        assert fact in joined(subtitle)
