"""In a real browser: filters that stay, links that open the same page, the search, parts that run alone."""

import re
from pathlib import Path

import pytest
from browsing import settled, to
from playwright.sync_api import Page, expect
from stores import fill_sample

from kmdash.domain.words import say

pytestmark = pytest.mark.browser

PLAN_3 = "2562-2454b3-3"


def opened(server, page: Page) -> None:
    page.goto(server.url)
    settled(page, re.compile("^เสร็จแล้ว"))


def choose(page: Page, name: str, option: str) -> None:
    box = page.get_by_test_id("stSelectbox").filter(has_text=say(f"filter.{name}"))
    box.get_by_role("combobox").first.click()
    page.get_by_role("option", name=re.compile(option)).click()
    expect(page).to_have_url(re.compile(f"[?&]{name}="))


def test_filters_stay_over_pages_reload_and_back_and_a_link_opens_the_same(sample_server, page, new_page):
    opened(sample_server, page)
    to(page, "coverage")
    settled(page, re.compile("ครบทุกขั้นตอน"))
    page.locator(".st-key-filterbar button").first.click()
    choose(page, "stage", "^ขั้นตอนที่ 6 ")
    settled(page, re.compile("^ขั้นตอนที่ 6 .*: 5 กิจกรรม"))
    choose(page, "status", "ทวงถาม$")
    narrowed = re.compile("^ขั้นตอนที่ 6 .* · ▲ ทวงถาม: 2 กิจกรรม")
    settled(page, narrowed)
    page.get_by_role("button", name=say("share.open")).click()
    link = page.get_by_test_id("stCode")
    expect(link).to_contain_text("as_of=2019-06-15")
    address = link.inner_text().replace("\n", "").strip()
    assert "fy=2562" in address and "stage=6" in address and "status=overdue" in address
    page.keyboard.press("Escape")

    to(page, "warnings")
    settled(page, re.compile("^ขั้นตอนที่ 6 .*ต้องทวงถาม 2 กิจกรรม"))
    expect(page).to_have_url(re.compile("warnings.*stage=6"))
    page.reload()
    settled(page, re.compile("^ขั้นตอนที่ 6 .*ต้องทวงถาม 2 กิจกรรม"))
    page.go_back()
    settled(page, narrowed)

    other = new_page()
    other.goto(address)
    settled(other, narrowed)


def test_the_search_leads_from_any_page_to_what_was_found_with_its_filters(sample_server, page):
    opened(sample_server, page)
    page.goto(sample_server.at("/vote?stage=6"))
    settled(page, re.compile("^ผู้ผ่าน"))
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog", name=say("find.title"))
    expect(dialog).to_contain_text("พิมพ์คำค้น")
    words = dialog.locator("input")
    words.press_sequentially("ไม่มีคำนี้")
    expect(dialog).to_contain_text("ไม่พบ “ไม่มีคำนี้”")
    words.fill("ถ่ายทอดองค์ความรู้")
    found = dialog.get_by_role("link").first
    expect(found).to_contain_text("แผนที่ 3")
    expect(dialog).to_contain_text("แผน!B8")
    found.click()
    settled(page, re.compile("^แผนที่ 3 มีกิจกรรมครบทุกขั้นตอน"))
    expect(page).to_have_url(re.compile(f"/coverage.*plan={PLAN_3}"))


def test_a_hit_of_an_activity_opens_it_until_its_dialog_is_closed(sample_server, page):
    opened(sample_server, page)
    page.keyboard.press("Control+k")
    page.get_by_role("dialog", name=say("find.title")).locator("input").fill("ทดสอบความรู้และสอบถามความพึงพอใจ")
    page.get_by_role("link", name=re.compile("ทดสอบความรู้")).first.click()
    settled(page, re.compile(".+"))
    dialog = page.get_by_role("dialog", name=say("behind.title"))
    expect(dialog).to_contain_text("ทดสอบความรู้และสอบถามความพึงพอใจ")
    dialog.get_by_role("button", name=re.compile(say("behind.from_plan"))).click()
    expect(dialog.locator(".km-excerpt")).to_be_visible()
    expect(page).to_have_url(re.compile("[?&]item="))
    page.keyboard.press("Escape")
    expect(page).not_to_have_url(re.compile("[?&]item="))
    expect(dialog).to_have_count(0)


def test_a_control_of_a_part_does_not_run_its_page(start_app, tmp_path, page):
    fill_sample(f"sqlite:///{(tmp_path / 'kmdash.db').as_posix()}")
    with start_app(tmp_path, (str(Path(__file__).with_name("counting.py")),)) as server:
        page.goto(server.at("/calendar"))
        settled(page, re.compile("งานหนาแน่นที่สุด"))
        before = server.log.read_text(encoding="utf-8").count("page calendar runs")
        page.get_by_role("button", name=say("calendar.months")).or_(
            page.get_by_role("radio", name=say("calendar.months"))
        ).first.click()
        expect(page.locator(".km-months")).to_be_visible()
        expect(page).to_have_url(re.compile("view=months"))
        page.keyboard.press("Control+k")
        expect(page.get_by_role("dialog")).to_contain_text("พิมพ์คำค้น")
        assert before >= 1
        assert server.log.read_text(encoding="utf-8").count("page calendar runs") == before
        page.reload()
        expect(page.locator(".km-months")).to_be_visible()
        page.close()
