"""A secretary's day in a real browser: from the first click to the downloaded table."""

import csv
import re
from io import BytesIO, StringIO

import openpyxl
import pytest
from browsing import rows_of, settled, to
from playwright.sync_api import Page, expect
from stores import fill_sample

from kmdash.domain.words import say
from kmdash.ui.menu import MENU

pytestmark = pytest.mark.browser

SHOWN = {"overview": "wide-curve", "coverage": "wide-coverage", "attainment": "wide-attainment", "vote": "wide-vote"}


def open_panel(page: Page) -> None:
    """Open the table's panel; until the table is drawn, what stands below it moves away from a click."""
    page.locator("summary").filter(has_text=say("table.open")).last.click()
    expect(page.locator("[class*=st-key-panel_]").last.locator("canvas").first).to_be_visible()


def test_sample_data_in_one_click_fills_every_page(fresh_server, page):
    page.goto(fresh_server.url)
    settled(page, say("empty.overview.title"))
    page.get_by_role("button", name=say("sample.button")).click()
    settled(page, re.compile("^เสร็จแล้ว 21 จาก 42 กิจกรรม"))
    assert page.evaluate("document.documentElement.lang") == "th"
    for item in MENU:
        to(page, item.name)
        expect(page).to_have_url(re.compile("/$" if item.default else f"/{item.name}"))
        settled(page, re.compile(".+"))
        expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
        if item.name in SHOWN:
            expect(page.locator(f".st-key-{SHOWN[item.name]} .main-svg").first).to_be_visible()


def test_the_office_workbook_from_upload_to_the_downloaded_table(fresh_server, page, shared):
    page.goto(fresh_server.at("/upload"))
    settled(page, say("title.upload.start"))
    page.locator("input[type=file]").set_input_files(shared / "seeds" / "forms" / "dla-2562.xlsx")
    settled(page, re.compile("^อ่านได้ .* เซลล์"))

    question = page.get_by_test_id("stForm").filter(has_text="ม.ย. - ส.ค. ๖๒").filter(has_text="แผนที่ ๔-๕!C40")
    question.get_by_text("มิ.ย. - ส.ค. ๖๒", exact=True).click()
    question.get_by_role("button", name=say("question.send")).click()
    expect(question).to_have_count(0)
    page.get_by_role("button", name=say("confirm.button")).click()
    settled(page, say("title.upload.stored", number=1))

    to(page, "coverage")
    settled(page, re.compile("^ทั้ง 5 แผนมีกิจกรรมครบทุกขั้นตอน"))
    expect(page.locator(".st-key-wide-coverage")).to_contain_text("0/9")

    to(page, "attainment")
    settled(page, re.compile("^ยังคิดคะแนนไม่ได้ทั้ง 5 ตัวชี้วัด"))
    for threshold in ("65", "70", "75", "80", "85"):
        expect(page.locator(".st-key-wide-attainment")).to_contain_text(threshold)

    to(page, "calendar")
    settled(page, re.compile("งานหนาแน่นที่สุด"))
    expect(page.get_by_text(say("calendar.unclear", count=2))).to_be_visible()

    to(page, "vote")
    settled(page, re.compile("^ผู้ผ่านลำดับที่ 5 \\(8 เสียง\\) ห่างอันดับ 6 อยู่ 1 เสียง"))
    open_panel(page)
    name, data = rows_of(page, say("table.xlsx"))
    assert name == "kmdash-vote-2562.xlsx"
    from_xlsx = list(openpyxl.load_workbook(BytesIO(data)).worksheets[0].iter_rows(values_only=True))
    place = from_xlsx[0].index(say("column.votes"))
    assert [row[place] for row in from_xlsx[1:]] == [11, 10, 9, 8, 8, 7, 7, 7, 5, 3, 2, 2, 1, 0, 0, 0]

    _, text = rows_of(page, say("table.csv"))
    assert text.startswith(b"\xef\xbb\xbf")
    from_csv = list(csv.reader(StringIO(text.decode("utf-8-sig"))))
    assert [[_same(value) for value in row] for row in from_csv] == [
        [_same(value) for value in row] for row in from_xlsx
    ]


def _same(value: object) -> object:
    """A cell of either file: numbers as numbers, a gap as nothing."""
    try:
        return float(str(value))
    except ValueError:
        return None if value in (None, "") else value


def test_the_downloaded_table_is_the_filtered_one(sample_server, page):
    page.goto(sample_server.url)
    settled(page, re.compile("^เสร็จแล้ว"))
    to(page, "coverage")
    settled(page, re.compile("ครบทุกขั้นตอน"))
    page.locator(".st-key-filterbar button").first.click()
    page.get_by_test_id("stSelectbox").filter(has_text=say("filter.plan")).get_by_role("combobox").click()
    page.get_by_role("option", name=re.compile("^แผนที่ 2")).click()
    expect(page).to_have_url(re.compile("plan=2562-"))
    settled(page, re.compile("^แผนที่ 2 มีกิจกรรมครบทุกขั้นตอน"))
    page.keyboard.press("Escape")
    open_panel(page)
    _, text = rows_of(page, say("table.csv"))
    rows = list(csv.DictReader(StringIO(text.decode("utf-8-sig"))))
    assert [row[say("column.plan")] for row in rows] == ["แผนที่ 2"] * 7
    page.go_back()
    settled(page, re.compile("^ทั้ง 5 แผน"))


def test_a_deep_link_with_filters_is_the_very_first_request(fresh_server, page):
    fill_sample(fresh_server.database)
    page.goto(fresh_server.at("/warnings?lang=en&unit=กยผ.&stage=6&as_of=2019-06-15"))
    settled(page, re.compile("^Stage 6 .*1 activit"))
    expect(page.get_by_role("link", name="Overview", exact=True)).to_be_visible()
    expect(page.get_by_test_id("stHtml").filter(has_text="กยผ.").first).to_be_visible()


def test_four_browsers_at_once_open_the_fresh_app(fresh_server, new_page):
    pages = [new_page() for _ in range(4)]
    for page in pages:
        page.goto(fresh_server.url, wait_until="commit")
    for page in pages:
        settled(page, say("empty.overview.title"))


def test_a_file_of_the_wrong_type_is_one_sentence(fresh_server, page):
    page.goto(fresh_server.at("/upload"))
    settled(page, say("title.upload.start"))
    picture = {"name": "ภาพถ่าย.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n" + bytes(200)}
    page.locator("input[type=file]").set_input_files([picture])
    settled(page, re.compile("^เปิดอ่านไม่ได้ 1 ไฟล์"))
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(1)
    expect(page.get_by_test_id("stAlertContentError")).to_contain_text("ภาพถ่าย.png")


def test_a_file_over_the_limit_is_one_sentence_beside_its_name(fresh_server, page, tmp_path):
    large = tmp_path / "ไฟล์ใหญ่.xlsx"
    large.write_bytes(b"PK\x03\x04" + bytes(20 * 1024 * 1024))
    page.goto(fresh_server.at("/upload"))
    settled(page, say("title.upload.start"))
    page.locator("input[type=file]").set_input_files(large)
    chip = page.get_by_test_id("stFileChip").filter(has_text="ไฟล์ใหญ่.xlsx")
    expect(chip).to_have_attribute("aria-invalid", "true")
    told = chip.evaluate("chip => getComputedStyle(chip, '::after').content")
    assert told == f'"{say("upload.too_large", largest=20)}"'
    chip.hover()
    tooltip = page.get_by_test_id("stTooltipErrorContent")
    expect(tooltip).to_be_attached()
    expect(tooltip).to_be_hidden()
