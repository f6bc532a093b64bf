"""``show vote --json``: ranks, who is chosen, who ties at the cut line."""

import json
from datetime import date

import pytest

from kmdash.__main__ import main
from kmdash.domain.reading import Part
from kmdash.measures.vote import vote_summary
from kmdash.store import Decided, open_store
from tests.measures.votes_by_hand import DLA, ballots_of, moved, rows_of


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("KMDASH_DB", f"sqlite:///{tmp_path / 'kmdash.db'}")
    opened = open_store()
    yield opened
    opened.close()


def shown(store, capsys, given):
    store.write([Part("ballot", "1", "กรม ก", 2562, rows_of(given, 16, 5, 5))], actor="ก", kind="import")
    return again(capsys)


def again(capsys):
    assert main(["show", "vote", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_vote_of_2562_comes_with_rank_and_who_is_chosen(store, capsys):
    rows = shown(store, capsys, ballots_of(DLA))
    assert [row["rank"] for row in rows] == [1, 2, 3, 4, 4, 6, 6, 6, 9, 10, 11, 11, 13, 14, 14, 14]
    assert [row["selected"] for row in rows] == [True] * 5 + [False] * 11
    assert not any(row["tied_at_cut"] for row in rows)


def test_a_tie_at_the_cut_is_null_until_the_decision_is_recorded(store, capsys):
    rows = shown(store, capsys, moved(ballots_of(DLA), "C9", "C6"))
    tied = [row["candidate_id"] for row in rows if row["tied_at_cut"]]
    assert tied == ["C4", "C5", "C6"]
    assert [row["selected"] for row in rows] == [True] * 3 + [None] * 3 + [False] * 10
    summary = vote_summary(store.register(), "B")
    made = Decided("run_off", ["C5", "C6"], tied, 2, summary.counted, "คณะทำงาน", "ลงคะแนนใหม่", date(2018, 11, 1))
    store.record_decision("B", made, actor="ก")
    assert [row["selected"] for row in again(capsys)] == [True] * 3 + [False, True, True] + [False] * 10
