"""Registers of one vote, from ballots by hand."""

from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import frame
from kmdash.domain.register import Register, from_records

EMPTY = from_records({})
DLA = [11, 10, 9, 8, 8, 7, 7, 7, 5, 3, 2, 2, 1, 0, 0, 0]
DLA_UNITS = [f"กอง {number}" for number in range(1, 17)]


def ballots_of(votes, voters=DLA_UNITS):
    """Ballots whose tally is ``votes``, all of one length: each candidate's votes go round the voters."""
    given = {voter: [] for voter in voters}
    turn = 0
    for number, count in enumerate(votes, 1):
        for _ in range(count):
            given[voters[turn % len(voters)]].append(f"C{number}")
            turn += 1
    return given


def moved(given, taken, to):
    """The ballots with one vote moved from a candidate to another, of the first voter where that can be."""
    voter = next(voter for voter, chosen in given.items() if taken in chosen and to not in chosen)
    return {**given, voter: [to if name == taken else name for name in given[voter]]}


def rows_of(given, candidates, limit, seats, decisions=()):
    """The rows of a vote "B" by frame; an empty ballot abstains."""
    ballot = {"ballot_id": "B", "office": "กรม ก", "fiscal_year": 2562, "title": "ผลโหวต", "voters": len(given)}
    ballot |= {"ballot_limit": limit, "seats": seats}
    listed = [
        {"candidate_id": f"C{n}", "ballot_id": "B", "position": n, "process": f"งานที่ {n}", "unit": f"กอง {n}"}
        for n in range(1, candidates + 1)
    ]
    marks = [
        {"ballot_id": "B", "voter": voter, "candidate_id": name, "source_cell": f"บัตร!A{row}"}
        for row, (voter, chosen) in enumerate(given.items(), 2)
        for name in chosen or [None]
    ]
    return {"ballots": [ballot], "candidates": listed, "marks": marks, "decisions": list(decisions)}


def a_vote(given, candidates=16, limit=5, seats=5, decisions=()):
    """A register of that vote alone."""
    rows = rows_of(given, candidates, limit, seats, decisions)
    return Register({**EMPTY.frames, **{name: frame(INPUT_FRAMES[name], own) for name, own in rows.items()}})
