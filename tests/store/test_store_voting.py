"""Votes typed on the page: opened, ballots entered one by one, closed, and the committee's decision on a tie."""

from dataclasses import replace
from datetime import date

import pytest

from kmdash.domain.reading import Part
from kmdash.measures.vote import tally, vote_summary
from kmdash.store import Decided, NewVote, StoreError, open_store

UNITS = ["กอง ก", "กอง ข", "กอง ค"]
VOTE = NewVote("กรม ก", 2562, "คัดเลือกกระบวนงาน", ["งานหนึ่ง", "งานสอง", "งานสาม"], UNITS, limit=2, seats=1)
TODAY = date(2019, 6, 15)


@pytest.fixture
def store(tmp_path):
    opened = open_store(str(tmp_path / "kmdash.db"))
    yield opened
    opened.close()


@pytest.fixture
def vote(store):
    return store.open_vote(VOTE, actor="เลขานุการ")


def decided(summary, chosen, kind="chair"):
    return Decided(
        kind=kind,
        chosen=chosen,
        tied=summary.tied_at_cut,
        seats_left=summary.seats_left,
        counted=summary.counted,
        by="ประธานคณะทำงาน",
        reason="เสียงชี้ขาด",
        decided_on=TODAY,
    )


def test_ballots_are_entered_one_by_one_each_as_a_version(store, vote):
    store.record_marks(vote, "กอง ก", [f"{vote}/1", f"{vote}/2"], actor="ก")
    store.record_marks(vote, "กอง ข", [f"{vote}/1"], actor="ก")
    store.record_marks(vote, "กอง ค", [], actor="ก")
    assert store.versions()["kind"].tolist() == ["ballot", "marks", "marks", "marks"]
    found = vote_summary(store.register(), vote)
    assert (found.total, found.voted, found.abstained, found.limit, found.seats) == (3, 3, 1, 2, 1)
    assert tally(store.register())["votes"].tolist() == [2, 1, 0]
    assert set(store.register().marks["source_cell"]) == {"หน้าจอ"}
    assert store.check()["ok"]


def test_a_vote_with_typed_ballots_is_open_until_it_is_closed(store, vote):
    store.record_marks(vote, "กอง ก", [f"{vote}/1", f"{vote}/2"], actor="ก")
    summary = vote_summary(store.register(), vote)
    assert summary.undecided and summary.open
    store.close_vote(vote, summary.counted, by="เลขานุการ", closed_on=TODAY, actor="ก")
    assert not vote_summary(store.register(), vote).open


def test_a_ballot_entered_again_takes_the_place_of_the_first_and_the_same_changes_nothing(store, vote):
    store.record_marks(vote, "กอง ก", [f"{vote}/1"], actor="ก")
    store.record_marks(vote, "กอง ก", [f"{vote}/2"], actor="ก")
    assert store.record_marks(vote, "กอง ก", [f"{vote}/2"], actor="ก") is None
    assert store.register().marks["candidate_id"].tolist() == [f"{vote}/2"]


@pytest.mark.parametrize(
    ("voter", "chosen", "told"), [("กอง ง", [], "voter"), ("กอง ก", "123", "limit"), ("กอง ก", "9", "candidates")]
)
def test_a_ballot_that_cannot_be_is_refused(store, vote, voter, chosen, told):
    with pytest.raises(ValueError, match=told):
        store.record_marks(vote, voter, [f"{vote}/{number}" for number in chosen], actor="ก")
    assert store.newest() == 1


def test_a_closed_vote_takes_no_ballot_and_tells_when_its_votes_differ(store, vote):
    store.record_marks(vote, "กอง ก", [f"{vote}/1"], actor="ก")
    count = vote_summary(store.register(), vote).counted
    store.close_vote(vote, count, by="เลขานุการ", closed_on=TODAY, actor="ก")
    with pytest.raises(StoreError, match="ปิดการลงคะแนน"):
        store.record_marks(vote, "กอง ข", [], actor="ก")
    with pytest.raises(StoreError, match="ปิดการลงคะแนน"):
        store.close_vote(vote, count, by="เลขานุการ", closed_on=TODAY, actor="ก")
    found = vote_summary(store.register(), vote)
    assert (found.closing.by, found.closing.closed_on, found.findings) == ("เลขานุการ", TODAY, ())
    store.undo(2, actor="ก")
    assert "ไม่ตรงกับที่บันทึกไว้เมื่อปิด" in vote_summary(store.register(), vote).findings[-1]


def test_another_vote_never_gets_an_id_that_was_used(store, vote):
    store.undo(1, actor="ก")
    assert store.open_vote(VOTE, actor="ก") != vote


def test_a_vote_without_candidates_or_with_a_voter_twice_is_refused(store):
    for wrong in (replace(VOTE, candidates=[]), replace(VOTE, voters=["กอง ก", "กอง ก"]), replace(VOTE, seats=0)):
        with pytest.raises(ValueError, match=r"candidates|voters|seats"):
            store.open_vote(wrong, actor="ก")


def test_a_decision_on_a_tie_is_followed_until_the_votes_change(store, vote):
    store.record_marks(vote, "กอง ก", [f"{vote}/1"], actor="ก")
    store.record_marks(vote, "กอง ข", [f"{vote}/2"], actor="ก")
    tied = vote_summary(store.register(), vote)
    assert (tied.undecided, tied.seats_left, tied.tied_at_cut) == (True, 1, (f"{vote}/1", f"{vote}/2"))
    store.record_decision(vote, decided(tied, [f"{vote}/2"]), actor="เลขานุการ")
    assert tally(store.register())["selected"].tolist() == [False, True, False]
    found = vote_summary(store.register(), vote)
    assert (found.undecided, found.decision.by, found.decision.void) == (False, "ประธานคณะทำงาน", None)
    assert store.versions()["reason"].tolist()[-1] == "เสียงชี้ขาด"
    store.record_marks(vote, "กอง ค", [f"{vote}/3"], actor="ก")
    assert tally(store.register())["selected"].isna().all()
    assert "กลุ่มที่คะแนนเสมอ" in vote_summary(store.register(), vote).decision.void


@pytest.mark.parametrize(
    ("kind", "chosen", "told"),
    [
        ("chair", "", "1 กระบวนงานพอดี"),
        ("run_off", "12", "1 กระบวนงานพอดี"),
        ("take_all", "1", "ครบทั้ง 2"),
        ("take_none", "1", "ไม่เลือกกระบวนงานใด"),
        ("chair", "3", "เสมอกันที่เส้นตัด"),
        ("coin", "1", "วิธีตัดสิน"),
    ],
)
def test_a_decision_that_does_not_fit_is_refused_in_words(store, vote, kind, chosen, told):
    """rules.md 6: chair's casting vote, run-off, take all, take none, with who, why and when."""
    store.record_marks(vote, "กอง ก", [f"{vote}/1"], actor="ก")
    store.record_marks(vote, "กอง ข", [f"{vote}/2"], actor="ก")
    tied = vote_summary(store.register(), vote)
    with pytest.raises(ValueError, match=told):
        store.record_decision(vote, decided(tied, [f"{vote}/{number}" for number in chosen], kind), actor="ก")


def test_a_voter_whose_ballot_came_in_a_file_is_not_entered_again(store):
    ballot = {"ballot_id": "B", "office": "กรม ก", "fiscal_year": 2562, "ballot_limit": 2, "seats": 1}
    candidates = [{"candidate_id": f"B/{number}", "ballot_id": "B", "position": number} for number in (1, 2)]
    marks = [{"ballot_id": "B", "voter": "กอง ก", "candidate_id": "B/1"}]
    rows = {"ballots": [ballot], "candidates": candidates, "marks": marks}
    store.write([Part("ballot", "1", "กรม ก", 2562, rows)], actor="ก", kind="import")
    store.record_marks("B", "กอง ข", ["B/2"], actor="ก")
    with pytest.raises(StoreError, match="มาจากไฟล์"):
        store.record_marks("B", "กอง ก", ["B/2"], actor="ก")
    assert tally(store.register())["votes"].tolist() == [1, 1]
