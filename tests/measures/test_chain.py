"""The chain is kept: candidate → chosen process → plan → activities → KPI result (rules.md, section 6)."""

from datetime import date

import pytest

from kmdash.domain.frames import records
from kmdash.domain.register import from_records
from kmdash.measures.attainment import attainment
from kmdash.measures.chain import chain
from kmdash.measures.vote import tally
from kmdash.measures.warnings import warnings

OF = {"office": "กรมตัวอย่าง", "fiscal_year": 2562}
LEVELS = {f"threshold_{level}": 60 + 5 * level for level in range(1, 6)}


def of(plans=(), candidates=(), activities=(), kpis=(), results=()):
    register = from_records(
        {
            "plans": [{**OF, **plan} for plan in plans],
            "ballots": [{**OF, "ballot_id": "B", "voters": 3, "ballot_limit": 2, "seats": 1}],
            "candidates": [{"ballot_id": "B", "position": at, **row} for at, row in enumerate(candidates, start=1)],
            "activities": activities,
            "kpis": kpis,
            "results": results,
        }
    )
    found = chain(register, tally(register), warnings(register, date(2019, 6, 15)), attainment(register))
    return records(found)


CANDIDATE = {"candidate_id": "B/1", "unit": "กอง ก", "process": "การทำแผน", "votes": 3}
PLAN = {"plan_id": "P1", "no": "1", "title": "แผน", "unit": "กอง ก", "critical_process": "การทำแผน"}


def test_a_candidate_leads_to_its_plan_its_activities_and_its_result():
    activities = [
        {"activity_id": "A1", "plan_id": "P1", "text": "ก", "status": "done"},
        {"activity_id": "A2", "plan_id": "P1", "text": "ข", "status": "cancelled"},
        {"activity_id": "A3", "plan_id": "P1", "text": "ค", "end": date(2019, 1, 31), "period_kind": "deadline"},
    ]
    kpis = [{"kpi_id": "K", "plan_id": "P1", "name": "ร้อยละ", **LEVELS}]
    (row,) = of([PLAN], [CANDIDATE], activities, kpis, [{"kpi_id": "K", "plan_id": "P1", "actual": 72}])
    assert (row["candidate_id"], row["selected"], row["link"], row["plan_id"]) == ("B/1", True, "same_words", "P1")
    assert (row["activities"], row["done"], row["overdue"]) == (2, 1, 1)
    assert (row["kpis"], row["scored"], row["score"]) == (1, 1, pytest.approx(2.4))


def test_a_candidate_that_was_not_chosen_has_no_plan_and_no_zero_in_its_place():
    rows = of([PLAN], [CANDIDATE, {"candidate_id": "B/2", "unit": "กอง ข", "process": "การอื่น", "votes": 1}])
    assert [row["plan_id"] for row in rows] == ["P1", None]
    assert (rows[1]["activities"], rows[1]["score"], rows[1]["link"]) == (None, None, None)


def test_the_chain_is_walked_from_a_plan_that_no_vote_chose_as_well():
    rows = of([PLAN, {"plan_id": "P2", "title": "แผนเดิม"}], [CANDIDATE])
    assert [(row["candidate_id"], row["plan_id"]) for row in rows] == [("B/1", "P1"), (None, "P2")]
    assert rows[1]["process"] == "แผนเดิม"


@pytest.mark.parametrize(
    ("plan", "link"),
    [
        ({"critical_process": "การ ทำแผน"}, "same_words"),
        ({"critical_process": None, "title": "การทำแผน"}, "same_words"),
        ({"critical_process": "การจัดทำแผน"}, "likely"),
        ({"critical_process": "การจัดทำแผน", "unit": "กอง ข"}, None),
        ({"critical_process": "งานอื่นทั้งหมด"}, None),
        ({"fiscal_year": 2563}, None),
    ],
)
def test_a_plan_is_found_by_its_words_or_by_its_unit_and_like_words(plan, link):
    assert of([{**PLAN, **plan}], [CANDIDATE])[0]["link"] == link


def test_where_two_plans_fit_equally_well_none_is_taken():
    rows = of([PLAN, {**PLAN, "plan_id": "P2"}], [CANDIDATE])
    assert [(row["candidate_id"], row["plan_id"]) for row in rows] == [("B/1", None), (None, "P1"), (None, "P2")]


def test_without_votes_and_plans_there_is_an_empty_chain():
    assert of() == []
