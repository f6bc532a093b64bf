"""All ballots counted at once, against the rules applied one ballot at a time."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import frame
from kmdash.domain.register import Register, from_records, selected
from kmdash.domain.vote_count import BLANK, CODES, COUNTED, count
from kmdash.domain.vote_outcome import outcome
from tests.measures import vote_oracle

EMPTY = from_records({})
VOTERS = ("กอง ก", "กอง ข", "กอง ค", None)
PAPERS = (None, None, "2")


@st.composite
def a_vote(draw, name):
    """A vote by hand: its rule, its candidates, and marks with every fault there is."""
    candidates = [f"{name}/{number}" for number in range(1, draw(st.integers(1, 5)) + 1)]
    choice = st.sampled_from([*candidates, "อื่น", "A/1", None])
    marks = draw(st.lists(st.tuples(st.sampled_from(VOTERS), choice, st.sampled_from(PAPERS)), max_size=14))
    rule = {
        "limit": draw(st.sampled_from([None, 1, 2, 3])),
        "seats": draw(st.sampled_from([None, 1, 2, 3])),
        "names": draw(st.sampled_from([None, None, ("กอง ก", "กอง ข")])),
    }
    return name, rule, candidates, marks


def a_register(votes, order=None):
    ballots, candidates, marks = [], [], []
    for name, rule, ids, given_ in votes:
        names = None if rule["names"] is None else "\n".join(rule["names"])
        ballots.append(
            {"ballot_id": name, "ballot_limit": rule["limit"], "seats": rule["seats"], "voter_names": names}
        )
        candidates += [{"candidate_id": own, "ballot_id": name, "position": n} for n, own in enumerate(ids, 1)]
        marks += [{"ballot_id": name, "voter": v, "candidate_id": c, "paper": p} for v, c, p in given_]
    rows = {"ballots": ballots, "candidates": candidates, "marks": [marks[n] for n in order] if order else marks}
    return Register({**EMPTY.frames, **{name: frame(INPUT_FRAMES[name], own) for name, own in rows.items()}})


def found_in(register, over_vote="invalid"):
    """What the vectorised count gives, in the shape of the oracle, by vote."""
    got = outcome(register, over_vote)
    counted, told = got.count, {}
    ids = register.candidates["candidate_id"].array[counted.order]
    voters = register.marks["voter"].astype(object).where(register.marks["voter"].notna(), None)
    for place, name in enumerate(register.ballots["ballot_id"]):
        own = [spot for spot in range(len(ids)) if counted.ballot[spot] == place]
        by_rank = {int(spot): line for line, spot in enumerate(got.ranks.order)}
        told[name] = (
            {ids[spot]: int(counted.votes[spot]) for spot in own},
            {ids[spot]: int(got.ranks.rank[by_rank[spot]]) for spot in own},
            {ids[spot]: {1: True, 0: False, -1: None}[int(got.chosen[by_rank[spot]])] for spot in own},
            sorted(
                (
                    (CODES[state], voter)
                    for state, voter, where in zip(counted.state, voters, counted.marked, strict=True)
                    if where == place and state not in (COUNTED, BLANK)
                ),
                key=str,
            ),
        )
    return told


def with_marks(votes):
    return [vote for vote in votes if vote[3]]


@settings(max_examples=100)
@given(a_vote("A"), a_vote("B"), st.sampled_from(["invalid", "first"]))
def test_the_count_is_that_of_the_rules_applied_ballot_by_ballot(one, other, over_vote):
    votes = with_marks([one, other])
    expected = {name: vote_oracle.outcome(rule, ids, marks, over_vote) for name, rule, ids, marks in votes}
    assert found_in(a_register(votes), over_vote) == expected


@settings(max_examples=40)
@given(a_vote("A"), a_vote("B"), st.randoms(use_true_random=False))
def test_marks_of_several_votes_may_stand_in_any_order(one, other, random):
    """Within a ballot the order may decide (which paper came first), between ballots it may not."""
    votes = with_marks([one, other])
    register = a_register(votes)
    places = list(range(len(register.marks)))
    random.shuffle(places)
    where = register.marks["ballot_id"] + register.marks["voter"].fillna("-")
    order = sorted(places, key=lambda place: random.random())
    by_ballot = {key: iter([place for place in range(len(where)) if where[place] == key]) for key in set(where)}
    order = [next(by_ballot[where[place]]) for place in order]
    assert found_in(a_register(votes, order)) == found_in(register)


@settings(max_examples=40)
@given(a_vote("A"))
def test_adding_a_blank_ballot_changes_no_rank(vote):
    name, rule, ids, marks = vote
    rule = {**rule, "names": None}
    marks = [("กอง ง", ids[0], None), *marks]
    before = found_in(a_register([(name, rule, ids, marks)]))
    after = found_in(a_register([(name, rule, ids, [*marks, ("กอง จ", None, None)])]))
    assert before == after


def test_only_the_first_choices_of_a_ballot_beyond_the_limit_count_where_the_rule_says_so():
    """rules.md 6: over-vote = the whole ballot is invalid (setting: first k count)."""
    marks = [("ก", "A/3", None), ("ก", "A/1", None), ("ก", "A/3", None), ("ก", "A/2", None)]
    register = a_register([("A", {"limit": 2, "seats": 1, "names": None}, ["A/1", "A/2", "A/3"], marks)])
    votes, _, _, rejected = found_in(register, "first")["A"]
    assert votes == {"A/1": 1, "A/2": 0, "A/3": 1}
    assert rejected == [("beyond_limit", "ก"), ("same_candidate", "ก")]
    assert found_in(register)["A"][0] == {"A/1": 0, "A/2": 0, "A/3": 0}


def test_another_rule_for_over_votes_is_refused_by_name():
    with pytest.raises(ValueError, match="over_vote"):
        count(EMPTY.ballots, EMPTY.candidates, EMPTY.marks, "last")


def test_nothing_to_count_gives_nothing():
    found = outcome(EMPTY)
    assert [len(values) for values in (found.count.order, found.count.state, found.ranks.order, found.chosen)] == [
        0
    ] * 4


def test_marks_and_candidates_of_no_known_vote_are_left_out():
    register = a_register([("A", {"limit": 2, "seats": 1, "names": None}, ["A/1"], [("ก", "A/1", None)])])
    strangers = {
        name: pd.concat([data, data.assign(ballot_id="Z")])
        for name, data in register.frames.items()
        if name in ("candidates", "marks")
    }
    found = found_in(Register({**register.frames, **{n: d.reset_index(drop=True) for n, d in strangers.items()}}))
    assert found["A"][0] == {"A/1": 1}


def test_the_record_of_a_vote_follows_its_office_and_year():
    ballots = [{"ballot_id": name, "office": name, "fiscal_year": 2562} for name in ("A", "B")]
    decisions = [{"decision_id": f"{name}/closing", "ballot_id": name, "kind": "closed"} for name in ("A", "B")]
    register = from_records({"ballots": ballots, "decisions": decisions})
    assert selected(register, office=["A"]).decisions["decision_id"].tolist() == ["A/closing"]
    assert selected(register).decisions.shape == register.decisions.shape
