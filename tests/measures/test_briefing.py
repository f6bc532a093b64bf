"""All measures of a year at once, with the units and the list of knowledge."""

from datetime import date

import pandas as pd
import pytest

from kmdash.domain.fiscal import month_end
from kmdash.domain.register import Register, from_records
from kmdash.domain.results import UNITS
from kmdash.domain.summaries import KNOWLEDGE_STATE
from kmdash.measures.attainment import attainment
from kmdash.measures.briefing import briefing
from kmdash.measures.knowledge import knowledge
from kmdash.measures.units import units
from kmdash.measures.warnings import warnings

JUNE_15 = date(2019, 6, 15)
LEVELS = {f"threshold_{number}": 60 + 5 * number for number in range(1, 6)}


def an_activity(activity_id, plan_id, month, stage=1, status=None):
    first = date(2019, month, 1)
    period = {"start": first, "end": month_end(first), "period_kind": "point", "period_text": "เดือน"}
    return {"activity_id": activity_id, "plan_id": plan_id, "stage": stage, "status": status, **period}


def a_year():
    """Two plans of one unit and one of another, a vote, a step, Form 1, questions, and a plan of another year."""
    where = {"office": "กรม ก", "fiscal_year": 2562, "process": "KM"}
    return from_records(
        {
            "plans": [
                {"plan_id": "P1", "title": "แผนที่ ๑", "unit": "กอง ก", **where},
                {"plan_id": "P2", "title": "แผนที่ ๒", "unit": "กอง ก", **where},
                {"plan_id": "P3", "title": "แผนที่ ๓", "unit": "กอง ข", **where, "process": None},
                {"plan_id": "P9", "title": "แผนเก่า", "unit": "กอง ก", **where, "fiscal_year": 2561},
            ],
            "activities": [
                an_activity("A1", "P1", 3, 1, "done"),
                an_activity("A2", "P1", 5, 2),
                an_activity("A3", "P2", 2, 1),
                an_activity("A4", "P2", 6, 2),
                an_activity("A5", "P2", 7, 2, "cancelled"),
                an_activity("A6", "P3", 6, None, "in_progress"),
                an_activity("A9", "P9", 1, 1),
            ],
            "kpis": [
                {"kpi_id": "K1", "plan_id": "P1", **LEVELS, "weight": 60},
                {"kpi_id": "K2", "plan_id": "P2", **LEVELS, "weight": 40},
                {"kpi_id": "K3", "plan_id": "P3"},
            ],
            "results": [
                {"kpi_id": "K1", "plan_id": "P1", "actual": 72, "reported_on": date(2019, 6, 1)},
                {"kpi_id": "K2", "plan_id": "P2", "actual": 85, "reported_on": date(2019, 6, 20)},
            ],
            "progress": [
                {"activity_id": "A4", "plan_id": "P2", "status": "in_progress", "reported_on": date(2019, 5, 31)}
            ],
            "events": [
                {"event_id": "E1", "office": "กรม ก", "fiscal_year": 2562, "end": JUNE_15, "period_kind": "deadline"}
            ],
            "ballots": [
                {"ballot_id": "B", "office": "กรม ก", "fiscal_year": 2562, "voters": 3, "ballot_limit": 1, "seats": 1}
            ],
            "candidates": [{"candidate_id": f"C{n}", "ballot_id": "B", "position": n, "votes": n} for n in (1, 2)],
            "knowledge": [
                {
                    "knowledge_id": "N1",
                    "plan_id": "P2",
                    "office": "กรม ก",
                    "fiscal_year": 2562,
                    "unit": "กจ.",
                    "knowledge": "ก",
                },
                {"knowledge_id": "N2", "office": "กรม ก", "fiscal_year": 2562, "unit": "กค.", "knowledge": "ข"},
            ],
            "problems": [
                {"problem_id": "Q1", "severity": "question", "frame": "activities", "row_id": "A2"},
                {
                    "problem_id": "Q2",
                    "severity": "question",
                    "frame": "activities",
                    "row_id": "A3",
                    "answer": "เม.ย. ๖๒",
                },
                {"problem_id": "Q3", "severity": "question", "frame": "activities", "row_id": "A9"},
                {"problem_id": "Q4", "severity": "warning"},
                {"problem_id": "Q5", "severity": "question"},
            ],
        }
    )


def test_a_briefing_counts_what_the_executive_must_know():
    found = briefing(a_year(), 2562, JUNE_15)
    assert (found.plans, found.activities, found.done, found.overdue, found.due_this_month) == (3, 5, 1, 2, 2)
    assert found.states["cancelled"] == 1 and sum(found.states.values()) == 6
    assert found.questions_open == 2
    assert found.freshness == date(2019, 6, 1)


def test_a_briefing_s_coverage_is_of_the_plans_that_have_stages():
    found = briefing(a_year(), 2562, JUNE_15)
    assert (found.share_planned, found.share_done) == (pytest.approx(4 / 14), pytest.approx(1 / 14))


def test_a_briefing_knows_results_only_up_to_its_day():
    early, late = (briefing(a_year(), 2562, day) for day in (JUNE_15, date(2019, 6, 30)))
    assert early.totals["scored"] == 1 and late.totals["scored"] == 2
    assert float(early.totals["scored_so_far"]) == 2.4


def test_the_plan_that_needs_help_most_has_most_that_is_late_then_the_latest():
    found = briefing(a_year(), 2562, JUNE_15).needs_help
    assert (found.plan_id, found.plan, found.overdue, found.days, found.never_reported) == ("P2", "แผนที่ ๒", 1, 107, 1)
    assert briefing(a_year(), 2562, date(2019, 1, 1)).needs_help is None


def test_the_plan_that_needs_help_most_tells_how_many_need_it_as_much():
    year = a_year()
    assert briefing(year, 2562, JUNE_15).needs_help.others == 0
    again = year.activities[year.activities["activity_id"] == "A3"].assign(activity_id="A0", plan_id="P3")
    both = Register({**year.frames, "activities": pd.concat([year.activities, again])}, None, None)
    found = briefing(both, 2562, JUNE_15).needs_help
    assert (found.plan_id, found.overdue, found.others) == ("P2", 1, 1)


def test_a_briefing_runs_every_measure_of_the_year():
    found = briefing(a_year(), 2562, JUNE_15)
    assert len(found.coverage) == 15 and len(found.coverage_summary) == 3
    assert len(found.warnings) == 7 and len(found.progress) == 12 and len(found.load) == 12
    assert found.tally["candidate_id"].tolist() == ["C2", "C1"]
    assert [vote.margin for vote in found.votes] == [1]
    assert "P9" not in set(found.warnings["plan_id"].dropna())


def test_a_briefing_of_an_empty_register_says_nothing():
    found = briefing(from_records({}), 2562, JUNE_15)
    assert (found.plans, found.activities, found.done, found.questions_open) == (0, 0, 0, 0)
    assert (found.share_planned, found.freshness, found.needs_help, found.votes) == (None, None, None, ())
    assert found.coverage.empty and found.warnings.empty and found.load.empty


def test_a_briefing_leaves_the_register_as_it_was():
    register = a_year()
    before = {name: data.copy() for name, data in register.frames.items()}
    briefing(register, 2562, JUNE_15)
    for name, data in register.frames.items():
        pd.testing.assert_frame_equal(data, before[name])


def test_units_sum_up_their_plans():
    register = a_year()
    found = units(register, warnings(register, JUNE_15), attainment(register)).set_index(["fiscal_year", "unit"])
    first = found.loc[(2562, "กอง ก")]
    assert first[["plans", "activities", "done", "late", "never_reported"]].tolist() == [2, 4, 1, 2, 2]
    assert first["score"] == pytest.approx(3.44)
    assert pd.isna(found.loc[(2562, "กอง ข"), "score"])


def test_units_of_nothing_are_nothing():
    register = from_records({})
    found = units(register, warnings(register, JUNE_15), attainment(register))
    assert found.empty and list(found) == list(UNITS)


def test_each_line_of_form_1_shows_how_its_plan_stands():
    found = knowledge(a_year(), JUNE_15)
    assert found["state"].tolist() == ["late", "none"]
    assert found.iloc[0][["plan", "unit", "activities", "done", "overdue"]].tolist() == ["แผนที่ ๒", "กจ.", 2, 0, 1]
    assert found.iloc[1][["plan_id", "activities"]].isna().all()


def test_no_form_1_gives_no_lines_with_the_same_columns():
    empty = knowledge(from_records({}), JUNE_15)
    assert empty.empty and list(empty) == list(KNOWLEDGE_STATE)
