"""Votes counted, ranked, and ties left to the committee."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import frame
from kmdash.domain.register import Register, from_records
from kmdash.domain.results import TALLY
from kmdash.measures.vote import tally, vote_summary

SEED = [11, 10, 9, 8, 8, 7, 7, 7, 5, 3, 2, 2, 1, 0, 0, 0]
EMPTY = from_records({})


def fill(rows):
    """A register of these rows alone; the frames without rows are shared by all tests of this file."""
    return Register({**EMPTY.frames, **{name: frame(INPUT_FRAMES[name], own) for name, own in rows.items()}})


def a_register(votes, marks=(), voters=16, limit=5, seats=5):
    ballot = {"ballot_id": "B", "office": "กรม ก", "fiscal_year": 2562, "title": "ผลโหวต"}
    ballot |= {"voters": voters, "ballot_limit": limit, "seats": seats}
    candidates = [
        {
            "candidate_id": f"C{number}",
            "ballot_id": "B",
            "position": number,
            "votes": count,
            "source_cell": f"โหวต!C{number}",
        }
        for number, count in enumerate(votes, 1)
    ]
    cells = [{"ballot_id": "B", "source_cell": f"บัตร!A{row}"} for row in range(1, len(marks) + 1)]
    rows = [
        {**cell, "voter": voter, "candidate_id": chosen} for cell, (voter, chosen) in zip(cells, marks, strict=True)
    ]
    return fill({"ballots": [ballot], "candidates": candidates, "marks": rows})


def test_the_vote_of_2562_ranks_and_chooses_as_published():
    found = tally(a_register(SEED))
    assert found["rank"].tolist() == [1, 2, 3, 4, 4, 6, 6, 6, 9, 10, 11, 11, 13, 14, 14, 14]
    assert found.loc[found["selected"], "candidate_id"].tolist() == ["C1", "C2", "C3", "C4", "C5"]
    assert not found["tied_at_cut"].any()
    assert found["share"].iloc[0] == pytest.approx(11 / 80)
    assert found["tied"].tolist() == [1, 1, 1, 2, 2, 3, 3, 3, 1, 1, 2, 2, 1, 3, 3, 3]


def test_the_vote_of_2562_used_all_its_votes_and_has_no_tie_at_the_cut():
    found = vote_summary(a_register(SEED), "B")
    assert (found.total, found.voters, found.limit, found.used_share) == (80, 16, 5, 1)
    assert (found.cut_votes, found.margin, found.tied_at_cut) == (8, 1, ())
    assert found.tied_sets == (("C4", "C5"), ("C6", "C7", "C8"), ("C11", "C12"), ("C14", "C15", "C16"))
    assert (found.findings, found.rejected, found.voted, found.abstained) == ((), (), None, None)


def test_a_tie_at_the_cut_line_is_never_broken():
    votes = [11, 10, 9, 8, 8, 8, 7, 7, 5, 3, 2, 1, 1, 0, 0, 0]
    found = tally(a_register(votes))
    assert found["rank"].tolist()[3:6] == [4, 4, 4]
    assert found["selected"].tolist()[:3] == [True, True, True]
    assert found["selected"].isna().tolist() == [False] * 3 + [True] * 3 + [False] * 10
    assert found["tied_at_cut"].tolist() == [False] * 3 + [True] * 3 + [False] * 10
    assert not found["selected"].iloc[6:].any()
    assert vote_summary(a_register(votes), "B").tied_at_cut == ("C4", "C5", "C6")
    assert vote_summary(a_register(votes), "B").margin == 0


def test_candidates_of_one_rank_stand_in_source_order():
    assert tally(a_register([3, 5, 3, 5], seats=2))["candidate_id"].tolist() == ["C2", "C4", "C1", "C3"]


def test_more_votes_than_the_voters_have_is_a_finding():
    found = vote_summary(a_register([16] * 5 + [1]), "B")
    assert len(found.findings) == 1 and "81" in found.findings[0] and "80" in found.findings[0]
    assert vote_summary(a_register([16] * 5), "B").findings == ()


def test_a_candidate_with_more_votes_than_voters_is_a_finding_though_the_total_fits():
    """rules.md §6: the same candidate twice on a ballot counts once."""
    (found,) = vote_summary(a_register([17, 16, 3]), "B").findings
    assert "C1" in found and "17" in found and "16" in found


def test_a_candidate_without_votes_is_not_ranked_and_nothing_is_chosen_yet():
    found = tally(a_register([5, None, 0], seats=1))
    assert found["candidate_id"].tolist() == ["C1", "C3", "C2"]
    assert found["rank"].tolist()[:2] == [1, 2] and pd.isna(found["rank"].iloc[2])
    assert found["selected"].isna().all()
    assert len(vote_summary(a_register([5, None, 0], seats=1), "B").findings) == 1


def test_while_votes_are_missing_no_tie_is_put_to_the_committee():
    register = a_register([5, 5, None], seats=1)
    assert not tally(register)["tied_at_cut"].any()
    assert not vote_summary(register, "B").undecided


def test_without_a_number_of_seats_nothing_is_chosen():
    assert tally(a_register([5, 4], seats=None))["selected"].isna().all()
    assert vote_summary(a_register([5, 4], seats=None), "B").cut_votes is None


def test_enough_seats_choose_everybody():
    assert tally(a_register([5, 4], seats=2))["selected"].all()
    assert vote_summary(a_register([5, 4], seats=2), "B").margin is None


def ballots(limit=2, **chosen):
    """A register of three candidates in which each voter gave the choices named."""
    marks = [(voter, candidate) for voter, given_ in chosen.items() for candidate in given_]
    return a_register([None, None, None], marks, voters=4, limit=limit, seats=1)


def counts(register):
    return tally(register).set_index("candidate_id")["votes"].to_dict()


def test_votes_are_counted_from_the_marks():
    assert counts(ballots(ก=["C1", "C2"], ข=["C1"], ค=["C3"])) == {"C1": 2, "C2": 1, "C3": 1}


def test_a_ballot_over_the_limit_is_invalid_as_a_whole():
    register = ballots(ก=["C1", "C2", "C3"], ข=["C1"])
    assert counts(register) == {"C1": 1, "C2": 0, "C3": 0}
    (rejected,) = vote_summary(register, "B").rejected
    assert (rejected.voter, rejected.code, rejected.source_cell) == ("ก", "over_vote", "บัตร!A1")
    assert "3" in rejected.reason and "2" in rejected.reason


def test_an_unknown_candidate_is_not_counted_and_told():
    register = ballots(ก=["C9", "C1"])
    assert counts(register) == {"C1": 1, "C2": 0, "C3": 0}
    assert [found.code for found in vote_summary(register, "B").rejected] == ["unknown_candidate"]


def test_the_same_candidate_twice_on_a_ballot_counts_once_and_is_told():
    register = ballots(ก=["C1", "C1", "C2"])
    assert counts(register) == {"C1": 1, "C2": 1, "C3": 0}
    (rejected,) = vote_summary(register, "B").rejected
    assert (rejected.code, rejected.source_cell) == ("same_candidate", "บัตร!A2")


def test_a_blank_ballot_abstains_and_is_part_of_the_turnout():
    found = vote_summary(ballots(ก=["C1"], ข=[None]), "B")
    assert (found.voted, found.abstained, found.total) == (2, 1, 1)
    assert found.used_share == pytest.approx(1 / 8)


def test_a_choice_without_a_voter_is_not_counted():
    register = a_register([None], [(None, "C1"), ("ก", "C1")], voters=2, limit=1, seats=1)
    assert counts(register) == {"C1": 1}
    assert [found.code for found in vote_summary(register, "B").rejected] == ["no_voter"]


def test_more_voters_than_are_entitled_is_a_finding():
    names = {name: ["C1"] for name in "กขคงจ"}
    assert len(vote_summary(ballots(**names), "B").findings) == 1


def test_an_unknown_ballot_is_refused_by_name():
    with pytest.raises(ValueError, match="ballot_id"):
        vote_summary(a_register([1]), "X")


def test_nothing_in_gives_no_tally_with_the_same_columns():
    empty = tally(from_records({}))
    assert empty.empty and list(empty) == list(TALLY)


@settings(max_examples=25)  # each example builds a register
@given(st.lists(st.integers(0, 12), min_size=1, max_size=12), st.integers(1, 12))
def test_ranks_and_the_chosen_follow_the_counts(votes, seats):
    found = tally(a_register(votes, seats=seats))
    for _, row in found.iterrows():
        assert row["rank"] == 1 + sum(votes_ > row["votes"] for votes_ in votes)
        assert row["tied"] == votes.count(row["votes"])
    chosen, undecided = found["selected"].fillna(False).sum(), found["tied_at_cut"].sum()
    if undecided:
        assert chosen < seats < chosen + undecided
        assert len(set(found.loc[found["tied_at_cut"], "votes"])) == 1
    else:
        assert chosen == min(seats, len(votes))


@settings(max_examples=25)  # each example builds a register
@given(st.lists(st.lists(st.sampled_from(["C1", "C2", "C3"]), min_size=1, max_size=4), max_size=3))
def test_a_blank_ballot_changes_no_rank(given_ballots):
    chosen = dict(zip("กขค", given_ballots, strict=False)) | {"ง": ["C1"]}
    pd.testing.assert_frame_equal(tally(ballots(**chosen)), tally(ballots(**chosen, จ=[None])))
