"""Items spread over the months of a fiscal year, and the load of each month."""

from datetime import date

from kmdash.domain.register import from_records
from kmdash.domain.results import CALENDAR
from kmdash.domain.summaries import LOAD
from kmdash.measures.calendar import calendar, load

JUNE_15 = date(2019, 6, 15)
DEC_JAN = {
    "start": date(2018, 12, 1),
    "end": date(2019, 1, 31),
    "period_kind": "range",
    "period_text": "ธ.ค. ๖๑ - ม.ค. ๖๒",
}
WHOLE = {"start": date(2018, 10, 1), "end": date(2019, 9, 30), "period_kind": "all_year", "period_text": "ตลอดปี"}


def months(period, fiscal_year=2562, **more):
    return spread([period], fiscal_year, **more)["month"].dt.strftime("%Y-%m").tolist()


def spread(periods, fiscal_year=2562, events=(), progress=()):
    plan = {"plan_id": "P1", "office": "กรม ก", "fiscal_year": 2562, "title": "แผนที่ ๑"}
    activities = [{"activity_id": f"A{n}", "plan_id": "P1", "stage": 1, **period} for n, period in enumerate(periods)]
    frames = {"plans": [plan], "activities": activities, "events": events, "progress": progress}
    return calendar(from_records(frames), fiscal_year, JUNE_15)


def test_a_period_touches_each_of_its_months_once():
    found = spread([DEC_JAN])
    assert found["month"].dt.strftime("%Y-%m").tolist() == ["2018-12", "2019-01"]
    assert found["starts"].tolist() == [True, False]
    assert found["due"].tolist() == [False, True]
    assert found["state"].tolist() == ["overdue", "overdue"]


def test_a_period_of_days_touches_its_month():
    assert months({"start": date(2019, 3, 4), "end": date(2019, 3, 8), "period_kind": "range"}) == ["2019-03"]


def test_a_deadline_touches_only_the_month_it_is_due_and_starts_nowhere():
    found = spread([{"end": date(2019, 2, 8), "period_kind": "deadline", "period_text": "ภายในวันที่ ๘ ก.พ. ๖๒"}])
    assert found["month"].dt.strftime("%Y-%m").tolist() == ["2019-02"]
    assert (found.iloc[0]["starts"], found.iloc[0]["due"]) == (False, True)


def test_a_deadline_in_the_next_fiscal_year_does_not_vanish():
    deadline = {"end": date(2019, 10, 31), "period_kind": "deadline", "period_text": "ภายในเดือน ต.ค. ๖๒"}
    assert months(deadline) == ["2019-10"]
    assert months(deadline, 2563) == ["2019-10"]


def test_a_period_over_several_years_is_drawn_in_each_and_keeps_its_due_month():
    three = {"start": date(2018, 10, 1), "end": date(2021, 9, 30), "period_kind": "range"}
    assert len(months(three, 2563)) == 12
    assert months(three, 2562)[-1] == "2021-09" and len(months(three, 2562)) == 13


def test_a_period_of_another_year_is_not_drawn():
    assert months(DEC_JAN, 2563) == []


def test_a_recurring_item_is_due_in_each_month_it_occurs():
    found = spread(
        [{"period_kind": "recurring", "occurrences": "2018-12-01;2019-04-01", "period_text": "ธ.ค. และ เม.ย."}]
    )
    assert found["month"].dt.strftime("%Y-%m").tolist() == ["2018-12", "2019-04"]
    assert found["starts"].all() and found["due"].all()


def test_what_recurs_by_quarter_runs_through_it_and_is_due_in_its_last_month():
    quarters = {"period_kind": "recurring", "precision": "quarter", "recurs_every": "quarter"}
    found = spread([{**quarters, "occurrences": "2018-10-01;2019-01-01", "period_text": "รายไตรมาส"}])
    assert found["month"].dt.month.tolist() == [10, 11, 12, 1, 2, 3]
    assert found["starts"].tolist() == [True, False, False] * 2
    assert found["due"].tolist() == [False, False, True] * 2


def test_what_waits_for_confirmation_or_has_no_date_is_in_no_month():
    unclear = {"end": date(2019, 8, 31), "period_kind": "unclear", "period_text": "มี.ย. - ส.ค. ๖๒"}
    assert months(unclear) == []
    assert months({"period_kind": "relative", "period_text": "ภายใน ๑๕ วัน นับแต่"}) == []


def test_a_postponed_item_runs_to_its_new_day():
    told = [
        {
            "activity_id": "A0",
            "status": "postponed",
            "reported_on": date(2019, 1, 10),
            "postponed_to": date(2019, 3, 31),
        }
    ]
    found = spread([DEC_JAN], progress=told)
    assert found["month"].dt.strftime("%Y-%m").tolist() == ["2018-12", "2019-01", "2019-02", "2019-03"]
    assert found["due"].tolist() == [False, False, False, True]


def test_the_committee_s_steps_are_a_layer_of_their_own():
    step = {"event_id": "E1", "office": "กรม ก", "fiscal_year": 2562, "no": "1", "text": "ประชุม"}
    found = spread(
        [DEC_JAN], events=[{**step, "start": date(2019, 3, 23), "end": date(2019, 3, 23), "period_kind": "point"}]
    )
    assert found["layer"].tolist() == ["plan", "plan", "committee"]
    assert load(found, 2562, layer="committee")["due"].sum() == 1
    assert load(found, 2562)["due"].sum() == 1


def test_the_load_counts_what_runs_starts_and_is_due_and_no_bands():
    found = spread([DEC_JAN, DEC_JAN | {"end": date(2018, 12, 31)}, WHOLE])
    assert found["band"].sum() == 12
    counted = load(found, 2562)
    assert counted["month"].dt.month.tolist() == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert counted["active"].tolist() == [0, 0, 2, 1] + [0] * 8
    assert counted["starts"].tolist() == [0, 0, 2, 0] + [0] * 8
    assert counted["due"].tolist() == [0, 0, 1, 1] + [0] * 8


def test_a_cancelled_item_is_drawn_and_not_counted():
    found = spread([DEC_JAN | {"status": "cancelled"}])
    assert found["state"].unique().tolist() == ["cancelled"]
    assert load(found, 2562)["active"].sum() == 0


def test_a_band_without_dates_of_its_own_covers_the_year_of_its_plan():
    assert len(months({"period_kind": "all_year", "period_text": "ตลอดปี"})) == 12


def test_nothing_in_gives_no_calendar_with_the_same_columns():
    empty = calendar(from_records({}), 2562, JUNE_15)
    assert empty.empty and list(empty) == list(CALENDAR)
    assert load(empty, 2562).empty and list(load(empty, 2562)) == list(LOAD)
