"""The journey of a Monday: the warning centre, one district, its text copied, its answer recorded and looked up."""

import re
from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from browsing import drawn, rows_of, settled, to
from conftest import ROOT, AppServer
from playwright.sync_api import Page, expect

from kmdash.domain.words import say
from kmdash.ingest.read import read_file
from kmdash.store import open_store

pytestmark = pytest.mark.browser

DISTRICT = "อำเภอเถิน"
REASON = "ขอส่งพร้อมกันวันศุกร์ รอพัฒนากรลงพื้นที่"


@pytest.fixture
def province(fresh_server: AppServer) -> Iterator[AppServer]:
    """A fresh app whose store holds the duties of a province's districts."""
    file = ROOT / "sample_data" / "duties" / "lampang-2561.xlsx"
    store = open_store(fresh_server.database)
    store.write(read_file(file.read_bytes(), file.name).parts, actor="เลขานุการ", kind="import")
    store.close()
    yield fresh_server


def pick(page: Page, key: str, name: str | re.Pattern[str]) -> None:
    """Choose from the list of a field."""
    page.locator(f".st-key-{key}").get_by_role("combobox").click()
    page.get_by_role("option", name=name).click()


def view(page: Page, name: str) -> None:
    """Change to another view of the warning centre."""
    page.locator(".st-key-pick_centre").get_by_role("radio", name=say(f"centre.{name}")).click()


def test_a_monday_from_the_board_to_the_history(province, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(province.at("/warnings?as_of=2018-06-11"))
    title = re.compile("^ต้องทวงถาม 3 กิจกรรม ล่าช้าที่สุด 3 วัน")
    settled(page, title)

    view(page, "send")
    monday = say("cadence.monday")
    page.locator(".st-key-pick_cadence").get_by_role("radio", name=monday).click()
    pick(page, "pick_receiver", re.compile(DISTRICT))
    text = page.get_by_test_id("stCode")
    expect(text).to_contain_text(f"{DISTRICT} (1 เรื่อง)")
    expect(text).not_to_contain_text("อำเภองาว")
    expect(text).to_contain_text("ข้อมูล ณ 11 มิ.ย. 2561 (ฉบับที่ 1)")
    settled(page, title)
    page.get_by_role("button", name="Copy to clipboard").click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n")[0] == f"ศูนย์เตือน ตาม ทวงถาม · {monday}"
    assert "1) 3 ส่งบันทึกองค์ความรู้รายบุคคล พร้อมไฟล์ (.doc)\n   ครบกำหนด 8 มิ.ย. 2561 ล่าช้า 3 วัน" in copied

    name, data = rows_of(page, say("centre.download"))
    assert (name, data.decode()) == ("kmdash-warnings-monday-2018-06-11.txt", copied + "\n")
    page.get_by_text(say("centre.list"), exact=True).click()
    _, data = rows_of(page, say("table.xlsx"))
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    assert sheet.max_row == 2 and DISTRICT in [cell.value for cell in sheet[2]]

    page.get_by_text(say("centre.sent.open"), exact=True).click()
    drawn(page)
    page.get_by_role("button", name=say("centre.sent.send")).click()
    expect(page.get_by_text(say("centre.sent.stored", number=2))).to_be_visible()
    settled(page, title)

    view(page, "answers")
    pick(page, "reply_item", re.compile(DISTRICT))
    page.get_by_label(say("answers.reply.reason")).fill(REASON)
    page.get_by_role("button", name=say("answers.reply.send")).click()
    expect(page.get_by_text(say("answers.stored", number=3))).to_be_visible()
    settled(page, title)
    expect(page.locator(".st-key-table_receipts")).to_contain_text(say("receipt.answered", reason=REASON))
    expect(page.locator(".st-key-table_history_notices")).to_contain_text(DISTRICT)
    expect(page.locator(".st-key-table_history_replies")).to_contain_text(REASON)

    to(page, "history")
    settled(page, re.compile("^เก็บข้อมูลไว้ 3 ฉบับ"))
    expect(page.locator(".st-key-table_versions")).to_contain_text(say("version.reply"))
    expect(page.locator(".st-key-table_history_replies")).to_contain_text(REASON)
