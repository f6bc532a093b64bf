"""Each heading is the finding of its frame."""

from datetime import date

import pandas as pd
import pytest

from kmdash.domain import results, titles
from kmdash.domain.fiscal import fiscal_months
from kmdash.domain.frames import frame
from kmdash.domain.stages import STAGES
from kmdash.domain.summaries import LOAD
from kmdash.domain.words import set_language

NAMES = {"p1": "แผนที่ 1", "p2": "แผนที่ 2", "p3": "แผนที่ 3"}


@pytest.fixture(autouse=True)
def in_thai():
    set_language("th")


def covered(states: dict[str, list[str]]) -> pd.DataFrame:
    return frame(
        results.COVERAGE,
        [
            {"plan_id": plan, "process": "KM", "stage": stage.number, "stage_name": stage.thai, "state": state}
            for plan, found in states.items()
            for stage, state in zip(STAGES, found, strict=True)
        ],
    )


def kpis(*rows: dict) -> pd.DataFrame:
    return frame(results.ATTAINMENT, rows)


def scored(plan: str, score: float) -> dict:
    return {"plan_id": plan, "score": score, "level": int(score)}


def ballot(votes: list[int], selected: list[bool | None], tied_at_cut: bool = False) -> pd.DataFrame:
    ranks = [1 + sum(other > count for other in votes) for count in votes]
    return frame(
        results.TALLY,
        [
            {"votes": count, "rank": rank, "selected": chosen, "tied_at_cut": tied_at_cut and chosen is None}
            for count, rank, chosen in zip(votes, ranks, selected, strict=True)
        ],
    )


def test_overview_tells_what_is_overdue_in_how_many_plans():
    told = titles.overview(21, 42, {"p1": 1, "p2": 4}, 5)
    assert told == "เสร็จแล้ว 21 จาก 42 กิจกรรม — ต้องทวงถาม 5 กิจกรรม ใน 2 จาก 5 แผน"


def test_overview_says_when_nothing_is_overdue():
    assert titles.overview(21, 42, {}, 5) == "เสร็จแล้ว 21 จาก 42 กิจกรรม — ไม่มีกิจกรรมที่ต้องทวงถาม"


def test_overview_names_what_is_due_this_month_where_nothing_is_overdue():
    assert titles.overview(0, 96, {}, 5, 96) == "เสร็จแล้ว 0 จาก 96 กิจกรรม — ครบกำหนดเดือนนี้อีก 96 กิจกรรม"


def test_overview_says_no_more_when_all_is_done():
    assert titles.overview(42, 42, {}, 5) == "เสร็จแล้ว 42 จาก 42 กิจกรรม"


def test_overview_of_no_activities_says_so():
    assert titles.overview(0, 0, {}, 0) == "ยังไม่มีกิจกรรมในปีงบประมาณนี้"


def test_coverage_names_the_one_gap_and_praises_the_others():
    gaps = covered({"p1": ["done"] * 7, "p3": ["planned"] * 6 + ["none"]})
    assert titles.coverage(gaps, NAMES) == "แผนที่ 3 ขาดขั้นตอนที่ 7 (การเรียนรู้) — แผนอื่นครบทุกขั้นตอน"


def test_coverage_does_not_praise_others_where_there_are_none():
    assert titles.coverage(covered({"p3": ["planned"] * 6 + ["none"]}), NAMES) == "แผนที่ 3 ขาดขั้นตอนที่ 7 (การเรียนรู้)"


def test_coverage_names_up_to_three_gaps():
    told = titles.coverage(covered({"p1": ["none"] + ["done"] * 6, "p2": ["none"] + ["done"] * 6}), NAMES)
    assert told == "แผนที่ 1 ขาดขั้นตอนที่ 1 (การบ่งชี้ความรู้) และ แผนที่ 2 ขาดขั้นตอนที่ 1 (การบ่งชี้ความรู้)"


def test_coverage_counts_many_gaps():
    assert titles.coverage(covered({"p1": ["none"] * 7, "p2": ["done"] * 7}), NAMES) == "ขาด 7 ขั้นตอน ใน 1 จาก 2 แผน"


@pytest.mark.parametrize(
    ("states", "tail"),
    [
        (["done"] * 5 + ["planned"] * 2, " แต่ยังไม่มีแผนใดทำขั้นตอนที่ 6 และ 7 เสร็จ"),
        (["planned"] * 7, " แต่ยังไม่มีขั้นตอนใดเสร็จครบ"),
        (["done"] * 7, " และเสร็จครบแล้ว"),
    ],
)
def test_coverage_without_gaps_tells_what_is_not_done(states, tail):
    told = titles.coverage(covered({"p1": states, "p2": states}), NAMES)
    assert told == "ทั้ง 2 แผนมีกิจกรรมครบทุกขั้นตอน" + tail


def test_coverage_of_one_plan_says_which_of_its_stages_are_not_done():
    told = titles.coverage(covered({"p2": ["done"] * 5 + ["planned"] * 2}), NAMES)
    assert told == "แผนที่ 2 มีกิจกรรมครบทุกขั้นตอน แต่ยังทำขั้นตอนที่ 6 และ 7 ไม่เสร็จ"


def test_coverage_of_one_plan_calls_it_by_name():
    assert titles.coverage(covered({"p2": ["done"] * 7}), NAMES) == "แผนที่ 2 มีกิจกรรมครบทุกขั้นตอน และเสร็จครบแล้ว"


def test_coverage_of_plans_without_stages_says_so():
    unstaged = frame(results.COVERAGE, [{"plan_id": "p1", "state": "none"}])
    assert titles.coverage(unstaged, NAMES) == "ทั้ง 1 แผนไม่ได้จำแนกขั้นตอน"


def test_coverage_of_nothing_says_so():
    assert titles.coverage(frame(results.COVERAGE), NAMES) == "ยังไม่มีแผนให้ดูความครอบคลุมขั้นตอน"


def test_attainment_names_the_best_and_why_others_have_no_score():
    told = titles.attainment(
        kpis(scored("p1", 4.48), scored("p2", 3.3), {"reason": "no_result"}, {"reason": "no_thresholds"}), NAMES
    )
    assert told == "แผนที่ 1 ได้คะแนนสูงสุด 4.4800 — ยังคิดคะแนนไม่ได้ 2 ตัวชี้วัด (รอผล 1 รอเกณฑ์ 1)"


def test_attainment_names_all_that_share_the_best_score():
    told = titles.attainment(kpis(scored("p1", 5.0), scored("p2", 5.0)), NAMES)
    assert told == "แผนที่ 1 และ แผนที่ 2 ได้คะแนนสูงสุดเท่ากัน 5.0000 — มีคะแนนครบทุกตัวชี้วัด"


def test_attainment_counts_those_that_share_the_best_score_where_their_names_would_fill_the_title():
    long = dict.fromkeys(NAMES, "ส่งเสริมให้บุคลากรได้รับการพัฒนาความรู้ความสามารถ")
    told = titles.attainment(kpis(*[scored(plan, 4.48) for plan in NAMES]), long | {"p1": "แผนที่ 1"})
    assert told == "3 แผน ได้คะแนนสูงสุดเท่ากัน 4.4800 — มีคะแนนครบทุกตัวชี้วัด"


def test_attainment_of_one_kpi_tells_its_level():
    assert titles.attainment(kpis(scored("p1", 2.4)), NAMES) == "แผนที่ 1 ได้คะแนน 2.4000 (ระดับ 2)"


def test_attainment_without_scores_tells_why():
    told = titles.attainment(kpis({"reason": "no_result"}, {"reason": "no_result"}), NAMES)
    assert told == "ยังคิดคะแนนไม่ได้ทั้ง 2 ตัวชี้วัด (รอผล 2)"


def test_attainment_of_no_kpis_says_so():
    assert titles.attainment(kpis(), NAMES) == "ยังไม่มีตัวชี้วัด"


def months_of(spread: dict[str, list[int]]) -> pd.DataFrame:
    year = fiscal_months(2562)
    rows = [
        {"plan_id": plan, "item_id": f"{plan}/{count}", "layer": "plan", "month": year[month], "band": False}
        for plan, months in spread.items()
        for count, month in enumerate(months)
    ]
    return frame(results.CALENDAR, [{**row, "state": "not_yet"} for row in rows])


def load_of(*active: int) -> pd.DataFrame:
    counts = [*active, *[0] * (12 - len(active))]
    pairs = zip(fiscal_months(2562), counts, strict=True)
    return frame(LOAD, [{"month": month, "active": count} for month, count in pairs])


def test_calendar_names_the_busiest_months_and_the_squeezed_plan():
    found = months_of({"p1": [0, 1, 2, 3], "p3": [9, 9, 10]})
    told = titles.calendar(found, load_of(0, 3, 1, 3), 0, NAMES)
    assert told == "พ.ย. 2561 และ ม.ค. 2562 งานหนาแน่นที่สุด เดือนละ 3 กิจกรรม — แผนที่ 3 กระจุกใน 2 เดือน"


def test_calendar_tells_how_many_plans_are_squeezed_as_the_one_it_names():
    found = months_of({"p1": [0, 1, 2, 3], "p2": [4, 4, 5], "p3": [9, 9, 10]})
    told = titles.calendar(found, load_of(1), 0, NAMES)
    assert told.endswith("— แผนที่ 2 และอีก 1 แผน กระจุกใน 2 เดือน")


def test_calendar_tells_how_many_dates_are_to_be_confirmed():
    told = titles.calendar(months_of({"p1": [0, 1, 2]}), load_of(2, 1), 3, NAMES)
    assert told == "ต.ค. 2561 งานหนาแน่นที่สุด 2 กิจกรรม — รอยืนยันกำหนดเวลา 3 กิจกรรม"


def test_calendar_without_months_says_so():
    assert titles.calendar(months_of({}), frame(LOAD), 0, NAMES) == "ไม่มีกิจกรรมที่ระบุเดือนในปีงบประมาณนี้"


def test_vote_tells_the_margin_at_the_cut():
    votes = [11, 10, 9, 8, 8, 7, 7, 7]
    told = titles.vote(ballot(votes, [True] * 5 + [False] * 3), 5)
    assert told == "ผู้ผ่านลำดับที่ 5 (8 เสียง) ห่างอันดับ 6 อยู่ 1 เสียง — ไม่มีคะแนนเสมอที่เส้นตัด"


def test_vote_with_a_tie_at_the_cut_asks_for_a_decision():
    told = titles.vote(ballot([9, 7, 7, 1], [True, None, None, False], tied_at_cut=True), 2)
    assert told == "คะแนนเสมอกันที่เส้นตัด 2 กระบวนงาน (7 เสียง) — คณะกรรมการต้องมีมติ"


def test_vote_with_a_decided_tie_says_that_it_is_decided():
    decided = ballot([9, 7, 7, 1], [True, False, True, False])
    told = titles.vote(decided.assign(tied_at_cut=[False, True, True, False]), 2)
    assert told == "คะแนนเสมอกันที่เส้นตัด 2 กระบวนงาน (7 เสียง) — มีมติแล้ว เลือกรวม 2 กระบวนงาน"


def test_vote_that_lacks_votes_of_a_candidate_says_so():
    known = ballot([9, 7], [None, None])
    told = titles.vote(frame(results.TALLY, [*known.to_dict("records"), {"candidate_id": "C3"}]), 1)
    assert told == "ยังไม่มีคะแนนของ 1 กระบวนงาน — ยังคัดเลือกไม่ได้"


def test_vote_without_a_cut_says_so():
    assert titles.vote(ballot([3, 2], [True, True]), 5) == "มี 2 กระบวนงาน ไม่เกินจำนวนที่เลือก 5"


def test_vote_without_known_seats_says_so():
    told = titles.vote(ballot([3, 2], [None, None]), None)
    assert told == "จัดอันดับ 2 กระบวนงาน — ยังไม่ทราบจำนวนที่ต้องเลือก"


def test_vote_of_nothing_says_so():
    assert titles.vote(frame(results.TALLY), 5) == "ยังไม่มีผลคะแนนให้จัดอันดับ"


def curve_of(planned: list[int], actual: list[int | None]) -> pd.DataFrame:
    rows = zip(fiscal_months(2562), planned, actual, strict=False)
    return frame(
        results.PROGRESS_CURVE, [{"month": month, "planned": due, "actual": done} for month, due, done in rows]
    )


@pytest.mark.parametrize(
    ("planned", "actual", "as_of", "told"),
    [
        ([2, 4, 6, 8], [2, 3, 5, None], date(2019, 1, 1), "ช้ากว่าแผน 1 กิจกรรม ตั้งแต่เดือน พ.ย. 2561"),
        ([2, 4, 6, 8], [1, 4, 5, None], date(2019, 1, 1), "ช้ากว่าแผน 1 กิจกรรม ตั้งแต่เดือน ธ.ค. 2561"),
        ([2, 4, 6, 8], [1, 1, 1, None], date(2019, 1, 1), "ช้ากว่าแผน 5 กิจกรรม ตั้งแต่เดือน ต.ค. 2561"),
        ([2, 4, 6, 8], [2, 4, 6, None], date(2019, 1, 1), "เสร็จตามแผน"),
        ([2, 4, 6, 8], [2, 4, 5, None], date(2018, 12, 31), "เสร็จตามแผน"),
        ([2, 4, 6, 8], [2, 4, 8, None], date(2019, 1, 1), "เสร็จเร็วกว่าแผน 2 กิจกรรม"),
        ([2, 4], [0, None], date(2018, 10, 9), "ยังไม่สิ้นเดือนแรก จึงยังเทียบกับแผนไม่ได้"),
        ([0, 0], [0, 0], date(2018, 12, 1), "ยังไม่มีกิจกรรมที่ระบุกำหนดเวลา"),
    ],
)
def test_the_curve_tells_by_how_much_and_since_when_it_lags_at_the_last_month_closed(planned, actual, as_of, told):
    assert titles.curve(curve_of(planned, actual), as_of) == told


def test_upload_counts_what_was_read_and_what_is_to_be_checked():
    assert titles.upload(397, 3, 0) == "อ่านได้ 394 จาก 397 เซลล์ — มี 3 จุดให้ตรวจก่อนนำเข้า"
    assert titles.upload(1397, 0, 0) == "อ่านได้ครบ 1,397 เซลล์ — ไม่มีจุดที่ต้องตรวจ"
    assert titles.upload(0, 0, 2).startswith("เปิดอ่านไม่ได้ 2 ไฟล์")
    assert titles.upload(0, 0, 0) == "นำเข้าแผนจากไฟล์ของหน่วยงาน"
    assert titles.upload(0, 0, 0, stored=3) == "นำเข้าแล้ว เป็นฉบับที่ 3"


def test_upload_does_not_count_what_was_not_recognised_as_read():
    assert titles.upload(48, 0, 0, unknown=4) == "อ่านได้ 44 จาก 48 เซลล์ — ไม่มีจุดที่ต้องตรวจ"
    assert titles.upload(48, 3, 0, unknown=4) == "อ่านได้ 41 จาก 48 เซลล์ — มี 3 จุดให้ตรวจก่อนนำเข้า"
    assert titles.upload(4, 0, 1, unknown=4).startswith("ไม่มีข้อมูลให้นำเข้าในไฟล์")


def test_history_tells_how_many_versions_and_since_when():
    day = date(2019, 6, 15).isoformat()
    assert titles.history(3, day) == "เก็บข้อมูลไว้ 3 ฉบับ — ล่าสุดเมื่อ 2019-06-15"
    assert titles.history(0, "") == "ยังไม่มีข้อมูลที่เก็บไว้"


def items(*rows: dict) -> pd.DataFrame:
    return frame(results.WARNINGS, [{"plan_id": "p1", "never_reported": False} | row for row in rows])


def test_reminders_tell_what_is_overdue_and_what_was_never_reported():
    late, silent = {"state": "overdue", "days": 75}, {"state": "active", "never_reported": True}
    assert titles.warnings(items()) == "ไม่มีกิจกรรมที่ต้องทวงถาม"
    assert titles.warnings(items(late, late | {"days": 3})) == "ต้องทวงถาม 2 กิจกรรม ล่าช้าที่สุด 75 วัน"
    assert titles.warnings(items(silent)) == "ไม่มีกิจกรรมที่ต้องทวงถาม — ไม่เคยรายงาน 1 กิจกรรม"
    assert titles.warnings(items(late, silent)).endswith("ล่าช้าที่สุด 75 วัน — ไม่เคยรายงาน 1 กิจกรรม")


def test_reminders_do_not_count_the_steps_of_the_committee():
    assert titles.warnings(items({"state": "overdue", "days": 9, "plan_id": None})) == "ไม่มีกิจกรรมที่ต้องทวงถาม"


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([], "0 กิจกรรม"),
        ([{"state": "done"}, {"state": "done"}], "2 กิจกรรม"),
        ([{"state": "done"}, {"state": "done", "plan_id": None}], "1 กิจกรรม และ 1 ขั้นตอนของคณะทำงาน"),
        ([{"state": "done", "plan_id": None}], "1 ขั้นตอนของคณะทำงาน"),
        ([{"state": "active", "never_reported": True}], "1 กิจกรรม — ไม่เคยรายงาน 1 กิจกรรม"),
    ],
)
def test_reminders_narrowed_to_another_state_count_its_items(rows, title):
    assert titles.warnings(items(*rows), ("done",)) == title


def test_reminders_narrowed_to_what_is_overdue_tell_how_late():
    assert titles.warnings(items({"state": "overdue", "days": 9}), ("overdue",)).endswith("ล่าช้าที่สุด 9 วัน")


def test_changes_name_the_four_most_telling_kinds_and_count_the_others():
    kinds = pd.Series(["resolved", "late", "late", "reported", "finished", "moved", "moved"])
    assert titles.changes(kinds[:0]) == "ไม่มีการเปลี่ยนแปลง"
    assert titles.changes(kinds[1:3]) == "ต้องทวงถามเพิ่ม 2 กิจกรรม"
    assert titles.changes(kinds) == (
        "รายงานผลใหม่ 1 ตัวชี้วัด · เสร็จเพิ่ม 1 กิจกรรม · ต้องทวงถามเพิ่ม 2 กิจกรรม · เลื่อนกำหนด 2 กิจกรรม · อื่น ๆ 1 รายการ"
    )


def test_units_tell_how_many_names_the_book_decides():
    assert titles.units(14, 0) == "พบชื่อหน่วยงาน 14 ชื่อ — ยังไม่มีชื่อใดในสมุดชื่อ"
    assert titles.units(14, 2) == "พบชื่อหน่วยงาน 14 ชื่อ — สมุดชื่อตัดสินไว้แล้ว 2 ชื่อ"


def test_coverage_of_a_chosen_stage_names_the_plans_that_lack_it():
    found = covered({"p1": ["planned"] * 7, "p2": ["none"] * 7})[lambda every: every["stage"] == 7]
    found[["planned", "cancelled"]] = [[3, 0], [0, 0]]
    assert titles.coverage_part(found, NAMES) == "แผนที่ 2 ยังไม่มีกิจกรรม (1 จาก 2 แผน)"
    assert titles.coverage_part(found[:1], NAMES) == "3 กิจกรรม ใน 1 ช่องขั้นตอน ของ 1 แผน"


def test_coverage_of_a_chosen_stage_that_many_plans_lack_counts_them():
    found = covered({f"p{number}": ["none"] * 7 for number in range(5)})[lambda every: every["stage"] == 7]
    assert titles.coverage_part(found.assign(planned=0, cancelled=0), NAMES) == "5 จาก 5 แผนยังไม่มีกิจกรรม"


def test_coverage_says_no_more_where_every_stage_is_done_in_some_plan():
    one, other = ["done"] * 4 + ["planned"] * 3, ["planned"] * 4 + ["done"] * 3
    assert titles.coverage(covered({"p1": one, "p2": other}), NAMES) == "ทั้ง 2 แผนมีกิจกรรมครบทุกขั้นตอน"


def test_attainment_of_counts_and_targets_alone_has_no_level_to_tell():
    told = titles.attainment(kpis({"plan_id": "p1", "reason": "target"}, {"plan_id": "p1", "reason": "points"}), NAMES)
    assert told == "ตัวชี้วัดทั้ง 2 ตัวไม่คิดเป็นคะแนน 1–5"
