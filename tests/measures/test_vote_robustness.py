"""How firm a vote is, shown on the vote of 2562 and proved against trying everything on small votes."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.measures.vote import tally, vote_summary
from kmdash.measures.vote_robustness import robustness, what_if
from tests.measures import vote_oracle
from tests.measures.votes_by_hand import DLA, a_vote, ballots_of, moved

OFFICIAL = ["C1", "C2", "C3", "C4", "C5"]
SMALL = ["C1", "C2", "C3", "C4"]
LIMIT = 2
ALL_BALLOTS = [chosen for size in range(LIMIT + 1) for chosen in combinations(SMALL, size)]
small_votes = st.lists(st.sampled_from(ALL_BALLOTS), min_size=1, max_size=4)


def counted(ballots):
    votes = dict.fromkeys(SMALL, 0)
    for chosen in ballots:
        for name in chosen:
            votes[name] += 1
    return votes


def small(ballots, seats):
    return a_vote({f"ก{n}": list(chosen) for n, chosen in enumerate(ballots)}, len(SMALL), LIMIT, seats)


def fewest(ballots, altered):
    """The fewest ballots whose change gives what ``altered`` looks for, by trying all; None where none does."""
    for count in range(1, len(ballots) + 1):
        for places in combinations(range(len(ballots)), count):
            for others in product(ALL_BALLOTS, repeat=count):
                tried = list(ballots)
                for place, other in zip(places, others, strict=True):
                    tried[place] = other
                if altered(counted(tried)):
                    return count
    return None


@settings(max_examples=40)
@given(small_votes, st.integers(1, 3))
def test_the_ballots_needed_to_change_the_result_are_the_fewest_there_are(ballots, seats):
    _, chosen = vote_oracle.ranked(counted(ballots), seats)
    found = robustness(small(ballots, seats), "B")
    if None in chosen.values():
        assert (found.margin, found.to_tie, found.to_change) == (0, None, None)
        return
    inside, outside = ([name for name in SMALL if chosen[name] is picked] for picked in (True, False))
    not_alone = fewest(ballots, lambda votes: vote_oracle.ranked(votes, seats)[1] != chosen)
    impossible = fewest(ballots, lambda votes: max(votes[n] for n in outside) > min(votes[n] for n in inside))
    assert (found.to_tie, found.to_change) == (not_alone, impossible)


@settings(max_examples=40)
@given(small_votes, st.integers(1, 3))
def test_a_voter_is_listed_exactly_when_the_result_without_its_ballot_differs(ballots, seats):
    before = vote_oracle.ranked(counted(ballots), seats)[1]
    expected = [
        f"ก{place}"
        for place in range(len(ballots))
        if ballots[place] and vote_oracle.ranked(counted(ballots[:place] + ballots[place + 1 :]), seats)[1] != before
    ]
    assert robustness(small(ballots, seats), "B").left_out["voter"].tolist() == expected


def test_the_vote_of_2562_gives_the_official_five_and_one_ballot_would_change_it():
    """rules.md 6, seed 000: 11, 10, 9, 8, 8 | 7, 7, 7, 5, 3, 2, 2, 1, 0, 0, 0; no tie at the cut."""
    register = a_vote(ballots_of(DLA))
    found = tally(register)
    assert found["votes"].tolist() == DLA
    assert found.loc[found["selected"], "candidate_id"].tolist() == OFFICIAL
    assert not found["tied_at_cut"].any()
    firm = robustness(register, "B")
    assert (firm.margin, firm.to_tie, firm.to_change, firm.ballots) == (1, 1, 1, 16)
    assert len(firm.represented) + len(firm.unrepresented) == 16
    assert vote_summary(register, "B").rejected == ()


def test_the_voters_that_decide_the_vote_of_2562_are_those_who_chose_the_last_and_not_all_of_the_next():
    given_ = ballots_of(DLA)
    firm = robustness(a_vote(given_), "B")
    last, following = {"C4", "C5"}, {"C6", "C7", "C8"}
    deciding = [unit for unit, own in given_.items() if last & set(own) and not following <= set(own)]
    assert firm.left_out["voter"].tolist() == deciding
    assert set(firm.left_out["tied"].str.split("\n").explode()) <= last | following


def test_one_vote_moved_makes_a_tie_at_the_cut_that_nobody_breaks_until_it_is_decided():
    """rules.md 6: a tie at the cut line is never broken by the software."""
    given_ = moved(ballots_of(DLA), "C9", "C6")
    summary = vote_summary(a_vote(given_), "B")
    assert (summary.tied_at_cut, summary.seats_left, summary.undecided) == (("C4", "C5", "C6"), 2, True)
    assert tally(a_vote(given_))["selected"].isna().sum() == 3
    row = {"decision_id": "B/decision", "ballot_id": "B", "kind": "chair", "chosen": "C4\nC6", "by": "ประธาน"}
    row |= {"tied": "C4\nC5\nC6", "counted": summary.counted}
    decided = a_vote(given_, decisions=[row])
    found = tally(decided)
    assert found.loc[found["selected"], "candidate_id"].tolist() == ["C1", "C2", "C3", "C4", "C6"]
    assert found["tied_at_cut"].sum() == 3
    assert not vote_summary(decided, "B").undecided
    changed = a_vote(moved(given_, "C10", "C9"), decisions=[row])
    assert tally(changed)["selected"].isna().sum() == 3
    assert vote_summary(changed, "B").decision.void == "คะแนนที่นับได้เปลี่ยนไปจากตอนมีมติ"
    settled = a_vote(ballots_of(DLA), decisions=[row])
    assert "ไม่มีคะแนนเสมอ" in vote_summary(settled, "B").decision.void


@pytest.mark.parametrize(("kind", "chosen", "count"), [("take_all", "C4\nC5\nC6", 6), ("take_none", None, 3)])
def test_taking_all_or_none_of_the_tied_changes_how_many_are_chosen(kind, chosen, count):
    given_ = moved(ballots_of(DLA), "C9", "C6")
    row = {"decision_id": "B/decision", "ballot_id": "B", "kind": kind, "chosen": chosen, "tied": "C4\nC5\nC6"}
    row["counted"] = vote_summary(a_vote(given_), "B").counted
    found = tally(a_vote(given_, decisions=[row]))
    assert found["selected"].sum() == count and not found["selected"].isna().any()


def test_a_vote_counts_who_is_represented_by_the_chosen():
    register = a_vote({"ก": ["C1", "C2"], "ข": ["C1"], "ค": ["C3"], "ง": []}, 3, 2, 1)
    firm = robustness(register, "B")
    assert (firm.represented, firm.unrepresented) == (("ก", "ข"), ("ค",))


def test_a_finished_tally_tells_its_margin_and_that_the_rest_needs_ballots():
    register = a_vote({}, 3, 2, 1)
    votes = register.candidates.assign(votes=[5, 3, 1])
    firm = robustness(type(register)({**register.frames, "candidates": votes}), "B")
    assert (firm.margin, firm.to_tie, firm.to_change, firm.ballots) == (2, None, None, None)
    assert firm.left_out.empty


def test_another_limit_counts_the_first_marks_and_other_seats_move_the_cut():
    register = a_vote({"ก": ["C2", "C1"], "ข": ["C2", "C1"], "ค": ["C1", "C3"], "ง": ["C1", "C2", "C3"]}, 3, 2, 1)
    assert tally(register)["candidate_id"].tolist() == ["C1", "C2", "C3"]
    rows = what_if(register, "B").set_index(["rule", "value"])
    assert rows.index.tolist() == [("limit", n) for n in (1, 2, 3, 4)] + [("seats", 1), ("seats", 2)]
    assert rows["current"].tolist() == [False, True, False, False, True, False]
    assert rows.loc[("limit", 1), "tied"] == "C1\nC2"
    assert rows.loc[("limit", 3), "chosen"] == 1 and rows.loc[("limit", 3), ["gone", "joined", "tied"]].isna().all()
    assert rows.loc[("seats", 2), "joined"] == "C2"


def test_without_a_number_of_seats_nothing_is_said_of_firmness():
    register = a_vote({"ก": ["C1"]}, 2, 2, None)
    firm = robustness(register, "B")
    assert (firm.margin, firm.to_tie, firm.left_out.empty) == (None, None, True)
    assert what_if(register, "B").empty


def test_a_vote_without_any_ballot_yet_says_nothing_of_firmness():
    register = a_vote({}, 3, 2, 1)
    firm = robustness(register, "B")
    assert (firm.margin, firm.ballots, what_if(register, "B").empty) == (None, None, True)
