"""The turn of the year: what is proposed, what the draft holds, who has sent a plan."""

from datetime import date

from hypothesis import given

from kmdash.domain.frames import records
from kmdash.domain.items import items
from kmdash.domain.register import from_records
from kmdash.ingest.read import read_file
from kmdash.measures.next_year import begun, proposals, senders
from kmdash.reports.template import workbook
from tests.oracles.registers import DAYS, fill, registers

SEPTEMBER_1 = date(2019, 9, 1)


def a_plan(number, unit="กอง ก", year=2562):
    plan = {"plan_id": f"{year}-P{number}", "office": "กรม ก", "unit": unit, "fiscal_year": year, "no": str(number)}
    return plan | {"title": f"แผน {number}", "process": "KM"}


def an_activity(number, kind, text, **more):
    own = {"activity_id": f"2562-P1/1.{number}", "plan_id": "2562-P1", "no": f"1.{number}", "position": number}
    return own | {"stage": 1, "text": f"กิจกรรม {number}", "period_kind": kind, "period_text": text} | more


def a_year():
    march = {"start": date(2019, 3, 1), "end": date(2019, 3, 31)}
    rows = [
        an_activity(1, "point", "มี.ค. 62", **march),
        an_activity(2, "point", "มี.ค. 62", status="done", **march),
        an_activity(3, "point", "มี.ค. 62", status="cancelled", **march),
        an_activity(4, "recurring", "เมษายน ของปีงบประมาณ", occurrences="2019-04-01", status="done"),
        an_activity(5, "all_year", "ตลอดปี", status="done"),
        an_activity(6, "all_year", "ตลอดปี 2562", status="in_progress"),
        an_activity(7, "range", "ต.ค. 61 - ก.ย. 63", start=date(2018, 10, 1), end=date(2020, 9, 30)),
    ]
    plans = [a_plan(1), a_plan(2, "กอง ข"), a_plan(1, "กอง ข", 2563), a_plan(3, None)]
    return fill({"plans": plans, "activities": rows})


def test_what_recurs_goes_on_or_is_unfinished_is_proposed_and_nothing_else():
    found = proposals(a_year(), 2562, SEPTEMBER_1)
    assert [(row["no"], row["proposed"], row["period_text"]) for row in records(found)] == [
        ("1.1", "unfinished", None),
        ("1.4", "recurring", "เมษายน ของปีงบประมาณ"),
        ("1.5", "recurring", "ตลอดปี"),
        ("1.6", "recurring", None),
        ("1.7", "continues", "ต.ค. 61 - ก.ย. 63"),
    ]


def test_the_draft_is_a_template_of_next_year_that_reads_back_without_reports():
    register = a_year()
    draft = begun(register, proposals(register, 2562, SEPTEMBER_1), 2562)
    reading = read_file(workbook(draft), "ร่างแผน 2563.xlsx")
    rows = {part.key: part.records for part in reading.parts}
    plans = [row for own in rows.values() for row in own.get("plans", [])]
    activities = [row for own in rows.values() for row in own.get("activities", [])]
    assert [(row["fiscal_year"], row["no"], row["unit"]) for row in plans] == [
        (2563, "1", "กอง ก"),
        (2563, "2", "กอง ข"),
        (2563, "3", None),
    ]
    assert [row["no"] for row in activities] == ["1.1", "1.4", "1.5", "1.6", "1.7"]
    assert not [row for row in activities if row.get("status") or row.get("percent")]


def test_a_unit_has_sent_once_a_plan_of_next_year_names_it():
    found = records(senders(a_year(), 2562))
    assert [(row["unit"], row["plans"], row["next_plans"], row["sent"]) for row in found] == [
        ("กอง ก", 1, 0, False),
        ("กอง ข", 1, 1, True),
    ]


def test_a_unit_of_the_book_that_has_no_plan_at_all_has_not_sent():
    register = a_year()
    alias = {"alias_id": "1", "office": register.plans["office"].iloc[0], "alias": "ก.ค.", "unit": "กอง ค"}
    rows = {name: records(data) for name, data in register.frames.items()} | {"aliases": [alias]}
    assert [(row["unit"], row["sent"]) for row in records(senders(from_records(rows), 2562))] == [
        ("กอง ก", False),
        ("กอง ข", True),
        ("กอง ค", False),
    ]


def with_rows(register, **more):
    rows = {name: records(data) for name, data in register.frames.items()}
    return from_records(rows | {name: rows[name] + added for name, added in more.items()})


def a_row(frame_id, number, unit, year=2562):
    return {frame_id: f"{year}-{number}", "office": "กรม ก", "fiscal_year": year, "unit": unit}


def who(register):
    return [(row["unit"], row["plans"], row["sent"]) for row in records(senders(register, 2562))]


def test_a_unit_known_from_form_1_or_from_rows_of_its_own_is_to_send_too():
    needs = [a_row("knowledge_id", 1, "กอง ง"), a_row("knowledge_id", 2, "กอง ก"), a_row("knowledge_id", 3, None)]
    targets = [a_row("target_id", 1, "กอง จ"), a_row("target_id", 2, "กอง ฉ", 2561)]
    register = with_rows(a_year(), knowledge=needs, targets=targets)
    assert who(register) == [("กอง ก", 1, False), ("กอง ข", 1, True), ("กอง ง", 0, False), ("กอง จ", 0, False)]


def test_a_unit_without_a_plan_has_sent_once_its_form_1_of_next_year_is_there():
    needs = [a_row("knowledge_id", 1, "กอง ง"), a_row("knowledge_id", 2, "กอง จ")]
    after = [a_row("knowledge_id", number, unit, 2563) for number, unit in ((1, "กอง ง"), (2, "กอง ก"), (3, "กอง ช"))]
    register = with_rows(a_year(), knowledge=needs + after)
    assert who(register) == [("กอง ก", 1, False), ("กอง ข", 1, True), ("กอง ง", 0, True), ("กอง จ", 0, False)]


def test_a_districts_office_and_the_district_are_one_unit_to_send():
    network = [a_row("member_id", 1, "สำนักงานพัฒนาชุมชนอำเภอบ้านโพธิ์")]
    register = with_rows(a_year(), targets=[a_row("target_id", 1, "บ้านโพธิ์")], network=network)
    assert who(register)[2:] == [("บ้านโพธิ์", 0, False)]


@given(registers(), DAYS)
def test_every_activity_of_the_year_is_proposed_once_unless_it_is_done_or_cancelled(register, day):
    found = proposals(register, 2562, day)["activity_id"]
    own = items(register, day)
    own = own[(own["layer"] == "plan") & (own["fiscal_year"] == 2562)]
    assert found.is_unique and set(found) <= set(own["item_id"])
    assert set(own.loc[~own["state"].isin(["done", "done_late", "cancelled"]), "item_id"]) <= set(found)
