"""In a real browser: an unknown form is mapped by hand once, its sister file is read without a question."""

import re
from io import BytesIO

import openpyxl
import pytest
from browsing import settled
from playwright.sync_api import Page, TimeoutError, expect

from kmdash.domain.words import say

pytestmark = pytest.mark.browser

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIELDS = {"A": "no", "B": "text", "C": "period", "D": "owner", "E": "target"}


def workbook(name: str, lead: list[str], tasks: list[str], period: str) -> dict:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for line in lead:
        sheet.append([line])
    sheet.append(["ข้อใหญ่", "ภารกิจย่อย", "ห้วงทำงาน", "ผู้ขับเคลื่อน", "สิ่งที่คาดหวัง"])
    for number, task in enumerate(tasks, start=1):
        sheet.append([f"{number}.1", task, period, "กองแผนงาน", f"{number} ครั้ง"])
    file = BytesIO()
    book.save(file)
    return {"name": f"{name}.xlsx", "mimeType": XLSX, "buffer": file.getvalue()}


OFFICE = "แผนการจัดการความรู้ของกรมตัวอย่าง ประจำปีงบประมาณ พ.ศ. "
FIRST = workbook("ปีก่อน", [OFFICE + "๒๕๖๒"], ["สำรวจความรู้ที่มี", "จัดอบรมผู้ปฏิบัติ", "ทำคลังความรู้"], "ต.ค. - ธ.ค. 61")
SISTER = workbook(
    "ปีนี้", [OFFICE + "๒๕๖๓", "ฉบับปรับปรุง", "ตามมติคณะทำงาน"], ["ทบทวนความรู้ที่มี", "อบรมเพิ่มเติม"], "ต.ค. - ธ.ค. 62"
)


def choose(page: Page, label: str, option: str) -> None:
    """Choose an option by typing it; the panel that runs anew after a choice may close the list, then once more."""
    box = page.get_by_test_id("stSelectbox").filter(has_text=re.compile(f"^{label} · ")).get_by_role("combobox")
    for patience in (3_000, 6_000, 12_000, 60_000):
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        box.click()
        box.fill(option)
        try:
            page.get_by_role("option", name=option, exact=True).wait_for(timeout=patience)
            box.press("Enter")
            expect(box).to_have_value(option, timeout=patience)
            return
        except (TimeoutError, AssertionError):
            continue
    expect(box).to_have_value(option)


def test_an_unknown_form_is_mapped_once_and_its_sister_is_read_without_a_question(fresh_server, page):
    page.goto(fresh_server.at("/upload"))
    settled(page, say("title.upload.start"))
    page.locator("input[type=file]").set_input_files([FIRST])
    settled(page, say("title.upload.unknown"))
    for column, field in FIELDS.items():
        choose(page, column, say(f"field.{field}"))
    page.get_by_text(say("stage_rule.number"), exact=True).click()
    expect(page.get_by_role("button", name=say("mapping.read"))).to_be_enabled()
    page.get_by_role("button", name=say("mapping.read")).click()
    settled(page, re.compile("^อ่านได้"))
    page.get_by_role("button", name=say("confirm.button")).click()
    settled(page, say("title.upload.stored", number=1))

    page.locator("input[type=file]").set_input_files([SISTER])
    settled(page, re.compile("^อ่านได้"))
    expect(page.get_by_text(say("mapping.applied", file=SISTER["name"]))).to_be_visible()
    expect(page.get_by_role("button", name=say("question.send"))).to_have_count(0)
    expect(page.get_by_role("button", name=say("mapping.read"))).to_have_count(0)
