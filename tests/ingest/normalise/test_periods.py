import json
from datetime import date, datetime
from pathlib import Path

import pytest

from kmdash.domain.period import PeriodKind, printed
from kmdash.ingest.normalise.periods import PERIOD_FORMS, parse_period, parse_value

TRUTH = Path(__file__).resolve().parents[3] / ".." / "shared" / "seeds" / "truth"


def in_iso(period):
    return printed(period.start, period.precision), printed(period.end, period.precision)


def offered(text, **plan):
    period = parse_period(text, **plan)
    return period.question_code, period.choices


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "kind"),
    [
        ("ต.ค. ๖๑", "2018-10", "2018-10", "month", "point"),
        ("พ.ย. - ธ.ค. ๖๑", "2018-11", "2018-12", "month", "range"),
        ("ธ.ค. ๖๑ - ม.ค. ๖๒", "2018-12", "2019-01", "month", "range"),
        ("ธ.ค. - ม.ค. ๖๔", "2020-12", "2021-01", "month", "range"),
        ("ต.ค. ๒๕๖๘ - ก.ย. ๒๕๖๙", "2025-10", "2026-09", "month", "range"),
        ("ต.ค ๒๕๖๘", "2025-10", "2025-10", "month", "point"),
        ("ต.ค.๒๕๖๘", "2025-10", "2025-10", "month", "point"),
        ("ตุลาคม ๒๕๖๖ – กันยายน ๒๕๖๙", "2023-10", "2026-09", "month", "range"),
        ("กรกฎาคม- สิงหาคม ๒๕๖๔", "2021-07", "2021-08", "month", "range"),
        ("ระหว่างวันที่ ๒๓-๒๕ มีนาคม ๒๕๖๔", "2021-03-23", "2021-03-25", "day", "range"),
        ("ระหว่างวันที่ ๒๓ และ ๒๕ มีนาคม ๒๕๖๔", "2021-03-23", "2021-03-25", "day", "range"),
        ("๔ - ๘ มี.ค. ๖๒", "2019-03-04", "2019-03-08", "day", "range"),
        ("ภายในวันที่ ๘ ก.พ. ๖๒", None, "2019-02-08", "day", "deadline"),
        ("ภายในวันจันทร์ที่ ๒๖ เมษายน ๒๕๖๔", None, "2021-04-26", "day", "deadline"),
        ("ภายในเดือน ต.ค. ๖๒", None, "2019-10", "month", "deadline"),
        ("ไตรมาส ๒ - ๔ (เดือนมีนาคม - สิงหาคม ๒๕๖๔)", "2021-03", "2021-08", "month", "range"),
        ("ครึ่งปีแรก ปีงบประมาณ ๒๕๖๒", "2018-10", "2019-03", "quarter", "range"),
        ("ไตรมาสที่ ๑/๖๒", "2018-10", "2018-12", "quarter", "point"),
        ("ตค.61", "2018-10", "2018-10", "month", "point"),
        ("ต.ค.-พ.ย.61", "2018-10", "2018-11", "month", "range"),
        ("1 ต.ค. 61 - 31 ม.ค. 62", "2018-10-01", "2019-01-31", "day", "range"),
        ("10/2561", "2018-10", "2018-10", "month", "point"),
        ("1/10/62", "2019-10-01", "2019-10-01", "day", "point"),
        ("1/10/2018", "2018-10-01", "2018-10-01", "day", "point"),
        ("1.10.2561", "2018-10-01", "2018-10-01", "day", "point"),
        ("กรกฏาคม 2562", "2019-07", "2019-07", "month", "point"),
        ("พฤษจิกายน 2561", "2018-11", "2018-11", "month", "point"),
        ("กุมภาพันธุ์ 2562", "2019-02", "2019-02", "month", "point"),
        ("24 มค 50", "2007-01-24", "2007-01-24", "day", "point"),
        ("7-10 กุมภา 50", "2007-02-07", "2007-02-10", "day", "range"),
        ("31 ก.ค. - 2 ส.ค.2549", "2006-07-31", "2006-08-02", "day", "range"),
        ("31 ธ.ค. - 2 ม.ค. 62", "2018-12-31", "2019-01-02", "day", "range"),
        ("วันที่ ๑๕ เดือนกรกฎาคม พ.ศ.๒๕๕๖", "2013-07-15", "2013-07-15", "day", "point"),
        ("18 มิ.ย. 64 เวลา 09.00 - 12.00 น.", "2021-06-18", "2021-06-18", "day", "point"),
        ("วันจันทร์ที่ 4 - วันศุกร์ที่ 8 มี.ค. 62", "2019-03-04", "2019-03-08", "day", "range"),
        ("ตุลาคม ปีงบประมาณ 2562", "2018-10", "2018-10", "month", "point"),
        ("ม.ค., ก.พ. และ มี.ค. 62", "2019-01", "2019-03", "month", "range"),
        ("ต.ค./พ.ย. 61", "2018-10", "2018-11", "month", "range"),
        ("1-ต.ค.-61", "2018-10-01", "2018-10-01", "day", "point"),
        ("ตลอดปีงบประมาณ ๒๕๖๒", "2018-10", "2019-09", "year", "all_year"),
    ],
)
def test_a_period_is_read_as_the_office_types_it(text, start, end, precision, kind):
    period = parse_period(text)
    assert (*in_iso(period), period.precision, period.kind) == (start, end, precision, kind)
    assert period.question is None
    assert period.text == text


@pytest.mark.parametrize(("text", "meaning"), PERIOD_FORMS)
def test_every_published_form_is_read_without_a_question(text, meaning):
    assert meaning
    assert parse_period(text).question is None
    assert parse_period(text).kind is not PeriodKind.UNCLEAR


@pytest.mark.parametrize(
    "name", ["ban-waen-2569", "chachoengsao-2564", "dla-2562", "lampang-2561", "samut-songkhram-2567"]
)
def test_the_periods_of_the_public_documents_are_read_or_asked(name):
    if not TRUTH.exists():
        pytest.skip("../shared is not here")
    truth = json.loads((TRUTH / f"{name}.json").read_text(encoding="utf-8"))
    span = (2567, 2569) if name.startswith("samut") else None
    for plan in truth["plans"]:
        for row in plan["activities"]:
            text = row["period_text"] or ""
            period = parse_period(text, fiscal_year=plan["fiscal_year_be"], fiscal_years=span)
            assert in_iso(period) == (row["start"], row["end"]), text
            recurs = row.get("recurs")
            asked = bool(text) and not recurs and row["start"] is None and not text.startswith("ภายใน")
            assert (period.question is not None) == asked, text
            if recurs:
                assert (period.recurs_month, period.recurs_every) == (recurs["month"], recurs["every"])
                assert [printed(day, "month") for day in period.occurrences] == recurs["occurrences"]
    for row in truth["calendar"] or []:
        if not row["period_text"].startswith(tuple("๐๑๒๓๔๕๖๗๘๙")) and " " not in row["period_text"]:
            continue
        if len(row["period_text"]) < 60:
            assert in_iso(parse_period(row["period_text"])) == (row["start"], row["end"])


@pytest.mark.parametrize("text", ["", "  ", "-", "N/A", "–"])
def test_a_blank_is_no_date_and_no_question(text):
    period = parse_period(text)
    assert (period.kind, period.start, period.end, period.question) == (PeriodKind.UNCLEAR, None, None, None)


@pytest.mark.parametrize(
    ("text", "kept", "choices"),
    [
        ("มี.ย. ๖๒", (None, None), ("มิ.ย. ๖๒", "เม.ย. ๖๒", "มี.ค. ๖๒")),
        ("ม.ย. ๖๒", (None, None), ("มิ.ย. ๖๒", "เม.ย. ๖๒", "ม.ค. ๖๒")),
        ("มี.ย. - ส.ค. ๖๒", (None, "2019-08"), ("มิ.ย. - ส.ค. ๖๒", "เม.ย. - ส.ค. ๖๒", "มี.ค. - ส.ค. ๖๒")),
        ("ม.ย. - ส.ค. ๖๒", (None, "2019-08"), ("มิ.ย. - ส.ค. ๖๒", "เม.ย. - ส.ค. ๖๒", "ม.ค. - ส.ค. ๖๒")),
        ("มี.ย. - พ.ค. 62", (None, "2019-05"), ("เม.ย. - พ.ค. 62", "มี.ค. - พ.ค. 62")),
        ("พ.ค. - มี.ย. 62", ("2019-05", None), ("พ.ค. - มิ.ย. 62",)),
        ("ภายในเดือน มี.ย. 62", (None, None), tuple(f"ภายในเดือน {m} 62" for m in ("มิ.ย.", "เม.ย.", "มี.ค."))),
    ],
)
def test_a_doubtful_month_is_asked_and_the_readable_end_kept(text, kept, choices):
    period = parse_period(text, fiscal_year=2562)
    assert in_iso(period) == kept
    assert (period.kind, period.question_code, period.precision) == ("unclear", "ambiguous_month", "month")
    assert period.choices == choices


def test_the_item_before_orders_the_choices_of_a_doubtful_month_and_nothing_else():
    first = parse_period("มี.ย. ๖๒", after=date(2019, 4, 1))
    later = parse_period("มี.ย. - ก.ค. ๖๒", after=date(2019, 2, 1))
    between = parse_period("ม.ย. ๖๑ - ก.ค. ๖๑", after=date(2018, 5, 1))
    assert first.choices == ("มิ.ย. ๖๒", "เม.ย. ๖๒", "มี.ค. ๖๒")
    assert later.choices == ("มิ.ย. - ก.ค. ๖๒", "เม.ย. - ก.ค. ๖๒", "มี.ค. - ก.ค. ๖๒")
    assert between.choices[0] == "มิ.ย. ๖๑ - ก.ค. ๖๑"
    assert parse_period("มิ.ค. ๖๒", after=date(2019, 6, 1)).start is None


def test_a_later_predecessor_puts_the_months_before_it_last():
    assert parse_period("มิ.ค. 62").choices == ("มี.ค. 62", "มิ.ย. 62", "ม.ค. 62")
    assert parse_period("มิ.ค. 62", after=date(2019, 5, 1)).choices == ("มิ.ย. 62", "มี.ค. 62", "ม.ค. 62")


@pytest.mark.parametrize(
    ("text", "code", "choices"),
    [
        ("31 เม.ย. 2562", "impossible_date", ("30 เม.ย. 2562",)),
        ("29 ก.พ. 2562", "impossible_date", ("28 ก.พ. 2562",)),
        ("68 เดือน มีนาคม พ.ศ. ๒๕๖๒", "impossible_date", ()),
        ("32 ม.ค. 2562", "impossible_date", ()),
        ("12/31/2018", "impossible_date", ("31 ธ.ค. 2561",)),
        ("๒) เมษายน ๒๕๖๒", "unreadable_period", ()),
        ("0/0/0", "unreadable_period", ()),
        ("พ.ย. - ธ.ค.", "missing_year", ("พ.ย. ๒๕๖๑ - ธ.ค. ๒๕๖๑",)),
        ("1 - 5 ม.ค.", "missing_year", ("1 ม.ค. 2562 - 5 ม.ค. 2562",)),
        ("ธ.ค. - ม.ค.", "missing_year", ("ธ.ค. ๒๕๖๑ - ม.ค. ๒๕๖๒",)),
        ("ภายในวันที่ 5 พ.ย.", "missing_year", ("ภายในวันที่ 5 พ.ย. 2561",)),
        ("เมษายน - พฤษภาคม ของปีงบประมาณ", "missing_year", ("เม.ย. ๒๕๖๒ - พ.ค. ๒๕๖๒",)),
        ("ม.ค. 70", "year_far_off", ("ม.ค. 2562",)),
        ("ม.ค. 19", "year_far_off", ("ม.ค. 2562",)),
        ("ปี 2562", "ambiguous_year", ("ตลอดปีงบประมาณ 2562", "ม.ค. 2562 - ธ.ค. 2562")),
        ("ภายในปี 2562", "ambiguous_year", ("ภายในปีงบประมาณ 2562", "ภายในเดือน ธ.ค. 2562")),
        ("ตลอดปี 2563", "ambiguous_year", ("ตลอดปีงบประมาณ 2563", "ม.ค. 2563 - ธ.ค. 2563")),
        ("ปีการศึกษา 2562", "academic_year", ("พ.ค. 2562 - มี.ค. 2563", "ส.ค. 2562 - พ.ค. 2563")),
        ("ภาคเรียนที่ 1/2562", "academic_year", ("พ.ค. 2562 - ต.ค. 2562", "ส.ค. 2562 - ธ.ค. 2562")),
        ("ม.ค. และ มี.ค. 62", "several_periods", ("ม.ค. 2562 - มี.ค. 2562",)),
        ("ต.ค. - พ.ย. 61 และ ม.ค. 62", "several_periods", ("ต.ค. 2561 - ม.ค. 2562",)),
        ("28 - 3 มี.ค. 62", "period_reversed", ("28 ก.พ. 2562 - 3 มี.ค. 2562", "3 มี.ค. 2562 - 28 มี.ค. 2562")),
    ],
)
def test_what_is_not_certain_is_asked_with_readings_to_choose(text, code, choices):
    period = parse_period(text, fiscal_year=2562)
    assert (period.question_code, period.choices) == (code, choices)
    assert (period.start, period.end, period.kind) == (None, None, PeriodKind.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "kept", "code"),
    [
        ("ต.ค. 2561 - ก.ย. 2652", ("2018-10", None), "year_far_off"),
        ("1 ต.ค. 61 - 31 พ.ย. 61", ("2018-10-01", None), "impossible_date"),
        ("31 พ.ย. 61 - 5 ธ.ค. 61", (None, "2018-12-05"), "impossible_date"),
        ("ตั้งแต่ ต.ค. 61 เป็นต้นไป", ("2018-10", None), "missing_end"),
        ("ภายใน เม.ย. - พ.ค. 62", (None, "2019-05"), "deadline_range"),
        ("ภายใน เม.ย. และ พ.ค. 62", (None, "2019-05"), "deadline_range"),
    ],
)
def test_the_end_that_can_be_read_is_kept_beside_the_question(text, kept, code):
    period = parse_period(text, fiscal_year=2562)
    assert (in_iso(period), period.question_code, period.kind) == (kept, code, PeriodKind.UNCLEAR)


@pytest.mark.parametrize(
    ("text", "start", "choices"),
    [
        ("ต.ค. ๖๑ - ม.ค.", "2018-10", ("ต.ค. ๒๕๖๑ - ม.ค. ๒๕๖๒",)),
        ("ม.ค. ๖๒ - มี.ค.", "2019-01", ("ม.ค. ๒๕๖๒ - มี.ค. ๒๕๖๒",)),
        ("ต.ค.61-ม.ค", "2018-10", ("ต.ค. 2561 - ม.ค. 2562",)),
        ("ส.ค. 62 - ต.ค.", "2019-08", ("ส.ค. 2562 - ต.ค. 2562",)),
        ("1 ต.ค. 61 - 31 ม.ค.", "2018-10-01", ("1 ต.ค. 2561 - 31 ม.ค. 2562",)),
        ("25 ต.ค. 61 - 3 ต.ค.", "2018-10-25", ("25 ต.ค. 2561 - 3 ต.ค. 2562",)),
        ("ธ.ค. 61 และ ม.ค.", "2018-12", ("ธ.ค. 2561 - ม.ค. 2562",)),
        ("ตุลาคม ปีงบประมาณ 2562 - มีนาคม", "2018-10", ("ต.ค. 2561 - มี.ค. 2562",)),
        ("ไตรมาส 4/2561 - ไตรมาส 1", "2018-07", ("ไตรมาส 4/2561 - ไตรมาส 1/2562",)),
    ],
)
@pytest.mark.parametrize("plan", [{}, {"fiscal_year": 2562}])
def test_a_year_given_only_at_the_start_is_asked_for_the_end(text, start, choices, plan):
    period = parse_period(text, **plan)
    assert (in_iso(period), period.kind, period.question_code) == ((start, None), PeriodKind.UNCLEAR, "missing_year")
    assert period.choices == choices


def test_an_end_without_a_year_may_lie_in_each_later_year_of_the_plan():
    code, choices = offered("ต.ค. 66 - ก.ย.", fiscal_years=(2567, 2569))
    assert (code, choices) == ("missing_year", tuple(f"ต.ค. 2566 - ก.ย. {year}" for year in (2567, 2568, 2569)))


def test_an_end_without_a_year_is_read_where_the_words_or_the_plan_tell_it():
    assert in_iso(parse_period("ไตรมาส 1/2562 (ต.ค. 61 - ธ.ค.)")) == ("2018-10", "2018-12")
    assert in_iso(parse_period("ไตรมาส 1/2562 - 2", fiscal_year=2562)) == ("2018-10", "2019-03")
    assert parse_period("ปีงบประมาณ 2562 (ก.ย. 61 - ต.ค.)").question_code == "missing_year"


def test_what_recurs_within_a_range_that_is_not_certain_is_asked_whole():
    period = parse_period("ทุกเดือน (ต.ค. 61 - มี.ค.)", fiscal_year=2562)
    assert (in_iso(period), period.occurrences, period.choices) == ((None, None), (), ())
    assert period.question_code == "missing_year"


def test_a_range_that_runs_backwards_with_both_years_given_is_asked():
    code, choices = offered("ก.ย. ๖๒ - ต.ค. ๖๑", fiscal_year=2562)
    assert code == "period_reversed"
    assert set(choices) == {"ต.ค. ๒๕๖๑ - ก.ย. ๒๕๖๒", "ก.ย. ๒๕๖๑ - ต.ค. ๒๕๖๑", "ก.ย. ๒๕๖๒ - ต.ค. ๒๕๖๒"}
    assert choices[0] == "ต.ค. ๒๕๖๑ - ก.ย. ๒๕๖๒"


def test_a_weekday_that_is_not_the_dates_is_asked():
    period = parse_period("ภายในวันอังคารที่ ๒๖ เมษายน ๒๕๖๔", fiscal_year=2564)
    assert (period.end, period.question_code) == (None, "weekday_differs")
    assert period.choices == ("ภายในวันที่ ๒๖ เม.ย. ๒๕๖๔", "ภายในวันที่ ๒๗ เม.ย. ๒๕๖๔")


@pytest.mark.parametrize(
    "text",
    [
        "ครั้งที่ 1 ต.ค. 61",
        "ช่วงที่ 2 เม.ย. 62",
        "3 เดือน ต.ค. - ธ.ค. 61",
        "ภายในต้นเดือน มี.ค. 62",
        "ภายในสัปดาห์ที่ 2 ของเดือน มี.ค. 62",
        "สัปดาห์ที่ 2 - 3 ของเดือน มี.ค. 62",
        "ทุกวันที่ 5 และ 20 ของเดือน",
        "ทุกวันที่ 5 ม.ค. 62",
        "ทุกวัน",
        "1-10/62",
        "5 - มี.ค. 62",
        "วันจันทร์ ต.ค. 61",
        "ไตรมาส 1 (ต.ค.-ธ.ค.) 2561",
        "ทุกเดือน 5 ต.ค. 61",
        "ทุกสัปดาห์ ต.ค. 61 - ธ.ค. 61",
        "ต.ค. 61 โดยประมาณ",
        "ก่อนวันที่ 5 ก.ย. 62",
        "30 วัน",
        "ของปีงบประมาณ",
        "สิ้นปีงบประมาณ 62",
        "ไตรมาส 1/",
        "5",
        "มี.ค. 5 62",
        "มิถุนายน พ.ศ. 2019",
        "ตามความเหมาะสม",
        "9" * 5000,
    ],
)
def test_words_that_might_mislead_are_never_read_as_dates(text):
    period = parse_period(text, fiscal_year=2562)
    assert (period.start, period.end, period.occurrences) == (None, None, ())
    assert period.question_code == "unreadable_period"


def test_whole_years_quarters_and_halves_without_a_year_mean_the_plans_own():
    assert in_iso(parse_period("ตลอดปี", fiscal_year=2562)) == ("2018-10", "2019-09")
    assert in_iso(parse_period("ตลอดปี", fiscal_years=(2567, 2569))) == ("2023-10", "2026-09")
    assert in_iso(parse_period("ไตรมาส 2", fiscal_year=2562)) == ("2019-01", "2019-03")
    assert in_iso(parse_period("ครึ่งปีหลัง", fiscal_year=2562)) == ("2019-04", "2019-09")
    assert in_iso(parse_period("ไตรมาส 1 (ต.ค. - ธ.ค.)", fiscal_year=2562)) == ("2018-10", "2018-12")
    assert parse_period("ไตรมาส 2").question_code == "missing_year"
    assert parse_period("ตลอดปี").kind is PeriodKind.ALL_YEAR


def test_a_quarter_of_a_plan_over_several_years_is_asked_for_its_year():
    code, choices = offered("ไตรมาส 2", fiscal_years=(2567, 2569))
    assert (code, choices) == ("missing_year", ("ไตรมาส 2/2567", "ไตรมาส 2/2568", "ไตรมาส 2/2569"))


@pytest.mark.parametrize(
    ("text", "every", "first", "count"),
    [
        ("ทุกเดือน", "month", "2018-10-01", 12),
        ("รายไตรมาส", "quarter", "2018-10-01", 4),
        ("ทุก ๖ เดือน", "half_year", "2018-10-01", 2),
        ("ทุกเดือน (ม.ค. - มี.ค. 62)", "month", "2019-01-01", 3),
        ("ภายในวันที่ ๕ ของทุกเดือน", "month", "2018-10-05", 12),
        ("วันที่ 31 ของทุกเดือน", "month", "2018-10-31", 7),
        ("เมษายน ของ ปีงบประมาณ", "fiscal_year", "2019-04-01", 1),
        ("ทุกเดือนตุลาคม", "fiscal_year", "2018-10-01", 1),
        ("5 เมษายน ของทุกปี", "fiscal_year", "2019-04-05", 1),
    ],
)
def test_what_recurs_has_occurrences_and_no_ends_of_its_own(text, every, first, count):
    period = parse_period(text, fiscal_year=2562)
    assert (period.kind, period.start, period.end) == (PeriodKind.RECURRING, None, None)
    assert (period.recurs_every, period.occurrences[0].isoformat(), len(period.occurrences)) == (every, first, count)


def test_a_month_of_the_fiscal_year_comes_once_in_every_year_of_the_plan():
    period = parse_period("เมษายน ของปีงบประมาณ", fiscal_years=(2567, 2569))
    assert [day.isoformat() for day in period.occurrences] == ["2024-04-01", "2025-04-01", "2026-04-01"]
    assert parse_period("เมษายน ของปีงบประมาณ").occurrences == ()


@pytest.mark.parametrize("text", ["ภายใน ๑๕ วัน นับแต่กลับจากการอบรม", "ภายใน 30 วัน", "หลังเสร็จสิ้นโครงการ 15 วัน"])
def test_what_counts_from_an_event_has_no_date(text):
    period = parse_period(text, fiscal_year=2562)
    assert (period.kind, period.start, period.end, period.question) == (PeriodKind.RELATIVE, None, None, None)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ไตรมาส ๒ - ๔ (เดือนมีนาคม - สิงหาคม ๒๕๖๒)", ["quarter-contradicts"]),
        ("ไตรมาส 1 (ต.ค. - ธ.ค. 61)", []),
        ("ต.ค. 61 (ไตรมาส 1)", []),
        ("ไตรมาส 1 (ภายใน ธ.ค. 61)", []),
        ("ปีงบประมาณ 2562 (ต.ค. 62)", ["outside_fiscal_year", "year-contradicts"]),
        ("ต.ค. ๖๒", ["outside_fiscal_year"]),
        ("ภายในเดือน ต.ค. ๖๒", ["outside_fiscal_year"]),
        ("23-25 มีนาคม 2562 (3 วัน)", []),
        ("23-25 มีนาคม 2562 (4 วัน)", ["duration-differs"]),
        ("ก.ย. 62", []),
        ("สิ้นเดือน มี.ค. 62", []),
        ("แล้วเสร็จ มี.ค. 62", []),
        ("2019/3/5", []),
        ("ต้นเดือน มี.ค. 62", ["part-of-month"]),
        ("สัปดาห์ที่ 2 ของเดือน มี.ค. 62", ["part-of-month"]),
    ],
)
def test_findings_that_do_not_stop_are_noted(text, codes):
    period = parse_period(text, fiscal_year=2562)
    assert period.question is None
    assert [code for code, _ in period.notes] == codes


def test_a_whole_year_written_out_is_the_whole_year_when_the_words_say_so():
    assert parse_period("ต.ค. 61 - ก.ย. 62 (ตลอดปี)").kind is PeriodKind.ALL_YEAR
    assert parse_period("ต.ค. 61 - ก.ย. 62").kind is PeriodKind.RANGE


@pytest.mark.parametrize(
    ("value", "start", "notes"),
    [
        (date(2019, 3, 1), "2019-03-01", []),
        (datetime(2562, 3, 1, 9, 30), "2019-03-01", ["be-typed-as-ce"]),
        (date(2564, 3, 1), "2021-03-01", ["be-typed-as-ce", "outside_fiscal_year"]),
        ("1 มี.ค. 62", "2019-03-01", []),
    ],
)
def test_a_real_date_is_read_whatever_era_it_was_typed_in(value, start, notes):
    period = parse_value(value, fiscal_year=2562)
    assert (in_iso(period)[0], period.kind) == (start, PeriodKind.POINT)
    assert [code for code, _ in period.notes] == notes


def test_a_date_cell_that_shows_no_day_stands_for_its_month():
    period = parse_value(date(2019, 3, 1), number_format="[$-D07041E]mmm yy")
    assert (period.end, period.precision) == (date(2019, 3, 31), "month")
    assert parse_value(date(2019, 3, 1), number_format="[$-D07041E]d mmm yy").precision == "day"


def test_a_buddhist_leap_day_that_is_none_in_the_common_era_is_asked():
    assert parse_value(date(2564, 2, 28)).start == date(2021, 2, 28)
    assert parse_value(date(2560, 2, 29)).question_code == "impossible_date"


@pytest.mark.parametrize(
    "value", [2562, 2562.0, 43374, 43374.5, True, date(1800, 1, 1), date(9999, 1, 1), date(1962, 1, 10)]
)
def test_a_number_or_an_unlikely_date_is_asked(value):
    period = parse_value(value, fiscal_year=2562)
    assert (period.start, period.end) == (None, None)
    assert period.question


def test_nothing_in_a_cell_is_no_date():
    assert parse_value(None) == parse_period("")


def test_a_fiscal_year_in_the_wrong_era_is_our_mistake():
    with pytest.raises(ValueError, match="2019"):
        parse_period("ต.ค. 61", fiscal_year=2019)


@pytest.mark.parametrize("text", ["อย่างน้อยปีละ ๑ ครั้ง", "ทุกปีงบประมาณ"])
def test_what_comes_once_a_year_falls_due_with_each_fiscal_year_of_the_plan(text):
    period = parse_period(text, fiscal_years=(2567, 2569))
    assert [day.isoformat() for day in period.occurrences] == ["2024-09-01", "2025-09-01", "2026-09-01"]
    assert parse_period(text).occurrences == ()
