"""The settings of ``show``: round, over-votes, days ahead; and the stage as a filter."""

import json
from datetime import date

import pytest

from kmdash.__main__ import main
from kmdash.domain.reading import Part
from kmdash.store import open_store
from tests.measures.votes_by_hand import rows_of

LEVELS = {f"threshold_{level}": 60 + 5 * level for level in range(1, 6)}
PLAN = {"plan_id": "P1", "no": "1", "title": "แผน", "unit": "กอง ก", "office": "กรม ก", "fiscal_year": 2562}
MAY = {"start": date(2019, 5, 1), "end": date(2019, 5, 31), "period_kind": "point", "period_text": "พ.ค. 62"}


@pytest.fixture
def shown(tmp_path, monkeypatch, capsys):
    """Stores the frames of one plan, then shows what is asked."""
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{tmp_path / 'kmdash.db'}")

    def of(records, *words):
        store = open_store()
        store.write([Part("plan", "1", "กรม ก", 2562, {"plans": [PLAN], **records})], actor="ก", kind="import")
        store.close()
        assert main(["show", *words, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return of


def test_the_weights_are_those_of_the_round_asked_for(shown):
    kpis = [{"kpi_id": f"P1/K{n}", "plan_id": "P1", "position": n, "weight": 50, **LEVELS} for n in (1, 2)]
    results = [{"kpi_id": f"P1/K{n}", "plan_id": "P1", "actual": actual} for n, actual in ((1, 72), (2, 85))]
    rounds = [{"kpi_id": f"P1/K{n}", "plan_id": "P1", "round": 6, "weight": w} for n, w in ((1, 60), (2, 40))]
    records = {"kpis": kpis, "results": results, "rounds": rounds}
    assert [row["weight"] for row in shown(records, "attainment")] == [50, 50]
    assert [row["weight"] for row in shown(records, "attainment", "--round", "6")] == [60, 40]
    assert [row["score"] for row in shown(records, "units", "--round", "6")] == [3.44]
    assert [row["score"] for row in shown(records, "chain", "--round", "6")] == [3.44]


def test_of_a_ballot_beyond_the_limit_the_first_choices_count_where_the_rule_says_so(shown):
    records = rows_of({"ก": ["C1", "C2", "C3"], "ข": ["C3"]}, 3, 2, 1)
    votes = {
        rule: [row["votes"] for row in shown(records, "vote", "--over-vote", rule)] for rule in ("invalid", "first")
    }
    assert votes == {"invalid": [1, 0, 0], "first": [1, 1, 1]}


@pytest.mark.parametrize(("days", "state"), [(15, "not_yet"), (16, "upcoming")])
def test_the_number_of_days_that_count_as_soon_is_a_setting(shown, days, state):
    records = {"activities": [{"activity_id": "P1/1", "plan_id": "P1", "position": 1, **MAY}]}
    (row,) = shown(records, "warnings", "--as-of", "2019-04-15", "--within", str(days))
    assert row["state"] == state


def test_a_number_of_days_that_is_none_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["show", "warnings", "--within", "-3"])
    assert "-3" in capsys.readouterr().err


def test_a_stage_chosen_shows_its_own_row_and_never_calls_the_others_empty(shown):
    """rules.md §4: only a stage without activities is "ไม่มีกิจกรรม"."""
    activities = [{"activity_id": f"P1/{n}", "plan_id": "P1", "position": n, "stage": n, **MAY} for n in range(1, 8)]
    found = shown({"activities": activities}, "coverage", "--stage", "2", "--stage", "5")
    assert [(row["stage"], row["planned"]) for row in found] == [(2, 1), (5, 1)]


def test_a_stage_is_no_component_of_change_management(shown):
    change = {"plans": [{**PLAN, "process": "change"}], "activities": []}
    assert shown(change, "coverage", "--stage", "2") == []


def test_a_result_that_is_no_number_is_refused_in_words(capsys):
    assert main(["score", "--levels", "65,70,75,80,85", "--result", "1/0"]) == 2
    assert "result" in capsys.readouterr().err
