"""Deciding in a real browser: what would be if, and a tie that waits for the committee's decision."""

import re

import pytest
from browsing import settled, to
from playwright.sync_api import Page, TimeoutError, expect

from kmdash.domain.reading import Part
from kmdash.domain.words import say
from kmdash.store import open_store
from tests.measures.votes_by_hand import DLA, ballots_of, moved, rows_of

pytestmark = pytest.mark.browser

WHY = "เสียงชี้ขาดในที่ประชุม 15 มิ.ย. 2562"


def open_panel(page: Page, key: str) -> None:
    """Open a panel of the page by its key."""
    panel = page.locator(f".st-key-{key}")
    panel.locator("summary").click()
    expect(panel.locator("details[open]")).to_be_visible()
    expect(panel.get_by_test_id("stSkeleton")).to_have_count(0)


def choose(page: Page, key: str, option: str) -> None:
    """Choose the first option with a text; a list that the page's own scrolling closed is opened once more."""
    box = page.locator(f".st-key-{key}").get_by_role("combobox")
    for patience in (3_000, 6_000, 12_000, 60_000):
        box.evaluate("box => box.scrollIntoView({block: 'center'})")
        box.press("ArrowDown")
        try:
            page.get_by_role("option").filter(has_text=option).first.click(timeout=patience)
            break
        except TimeoutError:
            continue
    expect(box).to_have_value(re.compile(re.escape(option)))


def settings_of(page: Page, name: str):
    """The field of a setting on its page."""
    return page.locator(f".st-key-pick_{name}")


def test_what_would_be_moves_score_and_totals_and_is_gone_on_the_next_visit(sample_server, page):
    page.goto(sample_server.url)
    settled(page, re.compile("^เสร็จแล้ว"))
    to(page, "attainment")
    settled(page, re.compile("^แผนที่ 1 ได้คะแนนสูงสุด 4.4800"))
    open_panel(page, "what_if_panel")
    choose(page, "what_if_kpi", "แผนที่ 2")
    panel = page.locator(".st-key-what_if_panel")
    expect(panel.locator(".km-tiles")).to_contain_text("3.3000")
    slider = panel.get_by_role("slider")
    slider.press("End")
    expect(panel.locator(".km-tiles")).to_contain_text("5.0000")
    expect(panel.locator(".km-tiles")).to_contain_text(say("plots.attainment.level", level=5))
    expect(panel.locator(".km-tiles")).to_contain_text(say("what_if.now", value="3.3000"))
    expect(panel.locator(".km-tiles")).to_contain_text("4.7400")  # (4.4800 + 5.0000) ÷ 2
    expect(panel).to_contain_text("ถึงเกณฑ์ระดับ 5 (70)")
    slider.press("Home")
    expect(panel.locator(".km-tiles")).to_contain_text("2.7400")  # (4.4800 + 1.0000) ÷ 2
    expect(panel).to_contain_text("ยังไม่ถึงเกณฑ์ระดับ 1 (50)")
    settings_of(page, "floor").get_by_text("0", exact=True).click()
    expect(page).to_have_url(re.compile("floor=0"))
    expect(panel.locator(".km-tiles")).to_contain_text("2.2400")  # (4.4800 + 0) ÷ 2
    page.reload()
    settled(page, re.compile("^แผนที่ 1 ได้คะแนนสูงสุด 4.4800"))
    expect(page.locator(".st-key-wide-attainment")).to_contain_text("3.3000")
    assert open_store(sample_server.database).newest() == 1


def test_a_tie_at_the_cut_waits_for_a_decision_that_stays_after_a_restart(tmp_path, start_app, page):
    """rules.md 6: the software lists the tied set and records the decision with who, why and when."""
    with start_app(tmp_path) as server:
        store = open_store(server.database)
        rows = rows_of(moved(ballots_of(DLA), "C9", "C6"), 16, limit=5, seats=5)
        store.write([Part("ballot", "1", "กรม ก", 2562, rows)], actor="เลขานุการ", kind="import")
        store.close()
        page.goto(server.at("/vote?fy=2562"))
        settled(page, re.compile("^คะแนนเสมอกันที่เส้นตัด 3 กระบวนงาน"))
        expect(page.locator(".st-key-wide-vote")).to_contain_text("ต้องมีมติ")
        form = page.get_by_test_id("stForm").filter(has_text=say("decide.kind"))
        form.get_by_text("งานที่ 4 · กอง 4", exact=True).click()
        form.get_by_role("button", name=say("decide.send")).click()
        expect(page.get_by_test_id("stAlertContentError")).to_contain_text("2 กระบวนงานพอดี")
        form.get_by_text("งานที่ 6 · กอง 6", exact=True).click()
        form.get_by_role("button", name=say("decide.send")).click()
        expect(page.get_by_test_id("stAlertContentError")).to_have_text(say("decide.missing"))
        form.get_by_label(say("decide.by"), exact=True).fill("ประธานคณะทำงาน")
        form.get_by_label(say("decide.reason"), exact=True).fill(WHY)
        form.get_by_role("button", name=say("decide.send")).click()
        decided(page)
        page.goto("about:blank")

    with start_app(tmp_path) as server:
        page.goto(server.at("/vote?fy=2562"))
        decided(page)
        open_panel(page, "chain_panel")
        chain = page.locator(".st-key-chain_panel")
        for number, word in ((4, "chosen"), (5, "not_chosen"), (6, "chosen")):
            choose(page, "chain_of_2562_", f"งานที่ {number}")
            expect(chain.locator(".st-key-chain_steps")).to_contain_text(
                say("chain.vote", rank=4, votes=8, chosen=say(f"chain.{word}"))
            )
        page.goto(server.at("/history"))
        settled(page, re.compile("^เก็บข้อมูลไว้ 2 ฉบับ"))
        with page.expect_download() as waiting:
            page.get_by_role("button", name=say("history.copy")).click()
        copy = open_store(f"sqlite:///{waiting.value.path().as_posix()}")
        assert copy.versions()["kind"].tolist() == ["import", "decision"]
        assert copy.register().decisions[["by", "reason"]].values.tolist() == [["ประธานคณะทำงาน", WHY]]
        copy.close()
        page.goto("about:blank")


def decided(page: Page) -> None:
    """The page tells the decision: who, why, whom; nothing waits any more."""
    settled(page, re.compile("มีมติแล้ว เลือกรวม 5 กระบวนงาน$"))
    told = page.locator(".km-note").filter(has_text="ประธานคณะทำงาน")
    for text in (say("decide.chair"), "งานที่ 4 · กอง 4, งานที่ 6 · กอง 6", WHY):
        expect(told).to_contain_text(text)
    expect(page.locator(".st-key-wide-vote")).to_contain_text("มีมติแล้ว")


def test_ballots_are_entered_within_the_limit_and_closed_with_a_record(fresh_server, page):
    page.goto(fresh_server.at("/ballots"))
    settled(page, say("empty.ballots.title"))
    for key, text in {
        "new_vote.office": "กรม ก",
        "new_vote.title": "คัดเลือกกระบวนงาน",
        "new_vote.candidates": "งานหนึ่ง\nงานสอง\nงานสาม",
        "new_vote.voters": "กอง ก\nกอง ข",
    }.items():
        page.get_by_label(say(key), exact=True).fill(text)
    for key, number in {"new_vote.limit": "2", "new_vote.seats": "1"}.items():
        page.get_by_label(say(key), exact=True).fill(number)
    page.get_by_role("button", name=say("new_vote.send"), exact=True).click()
    settled(page, say("title.ballots.open", cast=0, voters=2))

    for unit, first in (("กอง ก", True), ("กอง ข", False)):
        form = page.get_by_test_id("stForm").filter(has_text=say("ballots.marks", limit=2))
        expect(page.locator(".st-key-ballot_voter").get_by_role("combobox")).to_have_value(re.compile(unit))
        for work in ("งานหนึ่ง", "งานสอง", "งานสาม") if first else ("งานสอง",):
            form.get_by_text(work, exact=True).click()
        form.get_by_role("button", name=say("ballots.save")).click()
        if first:
            refused = say("ballots.too_many", marks=3, limit=2, over=1)
            expect(page.get_by_test_id("stAlertContentError")).to_have_text(refused)
            settled(page, say("title.ballots.open", cast=0, voters=2))
            form.get_by_text("งานสาม", exact=True).click()
            form.get_by_role("button", name=say("ballots.save")).click()
            settled(page, say("title.ballots.open", cast=1, voters=2))
            to(page, "vote")
            settled(page, say("title.vote.open", voted=1, voters=2))
            expect(page.get_by_text(say("decide.still_open"))).to_be_visible()
            to(page, "ballots")
            settled(page, say("title.ballots.open", cast=1, voters=2))
    settled(page, say("title.ballots.all_in", voters=2))
    open_panel(page, "close_panel")
    page.get_by_label(say("ballots.closed_by"), exact=True).fill("เลขานุการคณะทำงาน")
    page.get_by_role("button", name=say("ballots.close"), exact=True).click()
    settled(page, re.compile("^ปิดการลงคะแนนแล้ว"))
    expect(page.locator(".km-note").filter(has_text="เลขานุการคณะทำงาน")).to_be_visible()
    expect(page.get_by_role("button", name=say("ballots.save"))).to_have_count(0)
