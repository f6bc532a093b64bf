"""The warning centre on the page: its views, the text to send, what is recorded and shown of it."""

from datetime import date

import pytest

from kmdash.domain.words import say
from kmdash.store import Happened, Replied, Sent, notice_parts, occasion_parts, open_store, reply_parts
from kmdash.ui.samples import sample_files
from tests.domain.test_occasions import TEXT

PAGE = "follow_up/warnings.py"
NEWEST = len(sample_files())  # versions of the store: one a file
OFFICE = "กรมส่งเสริมการปกครองท้องถิ่น (ตัวอย่าง)"
DAY = date(2019, 6, 10)


def shown(app, column):
    """The tables on the page that have a column of this heading."""
    return [frame.value for frame in app.dataframe if say(f"column.{column}") in frame.value]


def text_of(app):
    (code,) = app.code
    return code.value


def an_activity(unit):
    """The id of an overdue activity of a plan of the sample."""
    register = open_store().register()
    plan = register.plans.loc[register.plans["unit"] == unit, "plan_id"].iloc[0]
    rows = register.activities[register.activities["plan_id"] == plan]
    return rows.loc[rows["no"] == "4.1", "activity_id"].iloc[0]


def test_the_units_stand_in_one_table_and_each_has_its_own(with_samples):
    app = with_samples(PAGE, centre="units")
    assert not app.exception and not app.error
    (receivers,) = shown(app, "item_count")
    assert receivers[say("column.unit")].tolist()[:2] == [say("notice.no_unit"), "สล."]
    assert receivers[say("column.overdue")].sum() == 12
    headings = [heading.value for heading in app.subheader]
    assert any(heading.startswith("สล\\.") for heading in headings)
    assert len(shown(app, "reason")) == len(headings)


def test_the_text_of_a_round_stands_on_the_page_as_it_is_sent(with_samples):
    app = with_samples(PAGE, centre="send", cadence="monthly", receiver="สล.")
    assert not app.exception
    lines = text_of(app).split("\n")
    assert "สล. (5 เรื่อง)" in lines and not any("กยผ." in line for line in lines)
    assert f"ข้อมูล ณ 15 มิ.ย. 2562 (ฉบับที่ {NEWEST})" in lines
    letter = text_of(with_samples(PAGE, centre="send", form="letter", digits="th", receiver="สล."))
    assert "เรียน  หัวหน้าหน่วยงาน สล." in letter and "๑๕ มิถุนายน ๒๕๖๒" in letter


@pytest.mark.parametrize("link", [{"cadence": "hourly"}, {"receiver": "กองไม่มี"}, {"form": "fax"}, {"centre": "x"}])
def test_a_link_with_an_unknown_choice_shows_the_usual_one(with_samples, link):
    app = with_samples(PAGE, **{"centre": "send", **link})
    assert not app.exception and not app.error
    if link != {"centre": "x"}:
        assert "ศูนย์เตือน ตาม ทวงถาม · รายสัปดาห์" in text_of(app)


def test_what_is_to_be_checked_first_is_said_above_the_text(with_samples):
    app = with_samples(PAGE, centre="send")
    assert any(say("centre.check", count=1, days=60) in html.value for html in app.get("html"))


def test_that_it_was_sent_is_recorded_for_each_unit_and_stands_beside_its_items(with_samples):
    app = with_samples(PAGE, centre="send", receiver="สล.")
    text = text_of(app)
    app.selectbox(key="sent_channel_line").select("phone")
    app.button(key="sent_send").click().run()
    assert not app.exception and not app.error
    (row,) = open_store().register().notices.to_dict("records")
    assert (row["unit"], row["channel"], row["shown_version"]) == ("สล.", "phone", NEWEST)
    assert (row["sent_on"].date(), row["as_of"].date()) == (date(2019, 6, 15), date(2019, 6, 15))
    assert row["text"] == text + "\n"
    (history,) = shown(with_samples_again(app, "answers"), "sent_on")
    assert history[say("column.channel")].tolist() == [say("channel.phone")]


def with_samples_again(app, view):
    """The same visit with another view of the centre."""
    app.session_state["centre"] = view
    return app.run()


def test_an_answer_is_recorded_with_its_reason_and_does_not_change_the_state(with_samples):
    app = with_samples(PAGE, centre="answers")
    item = an_activity("สล.")
    app.selectbox(key="reply_item").select(item)
    app.text_input(key="reply_reason").input("รอข้อมูลจากสำนัก/กอง")
    app.button(key="reply_send").click().run()
    assert not app.exception and not app.error
    (row,) = open_store().register().replies.to_dict("records")
    assert (row["item_id"], row["state"], row["unit"]) == (item, "answered", "สล.")
    app = with_samples_again(app, "board")
    overdue = shown(app, "reply")[0]
    told = overdue[overdue[say("column.reply")].notna()]
    assert told[say("column.reply")].tolist() == [say("receipt.answered", reason="รอข้อมูลจากสำนัก/กอง")]
    assert "ต้องทวงถาม 5" in app.title[0].value


def test_an_answer_without_a_reason_or_an_item_is_asked_for(with_samples):
    app = with_samples(PAGE, centre="answers")
    app.button(key="reply_send").click().run()
    assert app.error[0].value == say("answers.reply.missing")
    app.selectbox(key="reply_item").select(an_activity("สล."))
    app.button(key="reply_send").click().run()
    assert app.error[0].value == say("answers.reply.missing")
    app.radio(key="reply_state").set_value("acknowledged")
    app.button(key="reply_send").click().run()
    assert not app.error and open_store().register().replies["state"].tolist() == ["acknowledged"]


def a_duty():
    """Give the sample's office a duty that is counted from an event, due of the unit กยผ."""
    store = open_store()
    part = next(part for part in store.parts() if part.kind == "calendar" and part.fiscal_year == 2562)
    duty = {**part.records["events"][0], "event_id": "DUTY", "text": "รายงานผลการอบรม", "no": "10", "unit": "กยผ."}
    duty |= {"period_text": TEXT, "period_kind": "relative", "start": None, "end": None, "precision": None}
    part.records["events"].append(duty)
    store.write([part], actor="ก", kind="import")
    store.close()


def test_the_day_of_an_event_is_entered_and_then_closed(with_samples):
    with_samples(PAGE)
    a_duty()
    app = with_samples(PAGE, centre="answers")
    app.selectbox(key="occasion_item").select("new:DUTY")
    app.text_input(key="occasion_text").input("กลับจากการอบรมพัสดุ")
    app.selectbox(key="occasion_day").select(date(2019, 6, 12))
    app.button(key="occasion_send").click().run()
    assert not app.exception and not app.error
    (row,) = open_store().register().occasions.to_dict("records")
    assert (row["item_id"], row["happened_on"].date(), row["text"]) == ("DUTY", date(2019, 6, 12), "กลับจากการอบรมพัสดุ")
    (history,) = shown(app, "happened_on")
    assert history[say("column.last_day")].tolist() == ["27 มิ.ย. 2562"]
    app.selectbox(key="occasion_item").select(row["occasion_id"])
    app.selectbox(key="occasion_day").select(date(2019, 6, 14))
    app.button(key="occasion_send").click().run()
    assert not app.exception and not app.error
    assert open_store().register().occasions["done_on"].dt.date.tolist() == [date(2019, 6, 14)]


def test_in_a_meeting_only_the_boards_are_shown(with_samples):
    app = with_samples(PAGE, meet="1", centre="send")
    assert not app.exception and not app.code
    assert [button.key for button in app.button if button.key and "sent" in button.key] == []


def test_an_older_version_takes_no_record(with_samples):
    app = with_samples(PAGE, centre="answers", version=str(NEWEST - 1))
    assert app.button(key="reply_send").disabled
    assert app.caption and say("result.old_version") in [caption.value for caption in app.caption]


def test_the_history_page_lists_what_was_sent_answered_and_dated(with_samples):
    with_samples(PAGE)
    store, item = open_store(), an_activity("สล.")
    sent = Sent(OFFICE, 2562, "line", DAY, {"สล.": [item]}, DAY, 4, "เตือน", "เลขานุการ")
    replied = Replied(OFFICE, 2562, item, "4.1", "สล.", "answered", "<b>รอ</b>", "เลขานุการ", DAY)
    happened = Happened(OFFICE, 2562, item, "4.1", "กลับ", DAY, None, "เลขานุการ")
    for parts, kind in (
        (notice_parts(sent), "notice"),
        (reply_parts(replied), "reply"),
        (occasion_parts(happened), "occasion"),
    ):
        store.write(parts, actor="ก", kind=kind, reason=kind)
    store.close()
    app = with_samples("secretary/history.py")
    assert not app.exception
    (versions,) = shown(app, "number")
    kinds = versions[say("column.kind")].tolist()[:3]
    assert kinds == [say("version.occasion"), say("version.reply"), say("version.notice")]
    assert shown(app, "reply_state")[0][say("column.reason")].tolist() == ["<b>รอ</b>"]
    assert shown(app, "sent_on") and shown(app, "happened_on")
