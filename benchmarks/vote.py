"""Counting and ranking raw ballots, against the same rules as plain pandas groupby."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from benchmarks import national
from benchmarks.race import Line
from kmdash.domain.columns import INPUT_FRAMES
from kmdash.domain.frames import conform
from kmdash.domain.register import Register, from_records
from kmdash.measures.vote import tally

SEATS = 5


def lines(scale: float) -> Iterator[Line]:
    """One line: votes and ranks of every candidate from ballots with over-votes, repeated and unknown choices."""
    register = votes(scale)
    ours = tally(register).set_index("candidate_id")[["votes", "rank"]].astype(int)
    theirs = grouped(register).set_index("candidate_id")[["votes", "rank"]].astype(int)
    pd.testing.assert_frame_equal(ours.sort_index(), theirs.sort_index())
    yield Line("tally of ballots", "pandas groupby", lambda: tally(register), lambda: grouped(register), 0.4)


def votes(scale: float) -> Register:
    """A register of one vote an office: the national marks, and the candidates they are for."""
    offices = national.offices(scale)
    ballots = np.char.add("B", np.arange(offices).astype(str))
    own = np.repeat(ballots, national.CANDIDATES)
    numbers = np.tile(np.arange(national.CANDIDATES), offices)
    ids = np.char.add(np.char.add(own, "/"), numbers.astype(str))
    found = {
        "ballots": pd.DataFrame({"ballot_id": ballots, "ballot_limit": national.CHOICES, "seats": SEATS}),
        "candidates": pd.DataFrame({"ballot_id": own, "candidate_id": ids, "position": numbers + 1}),
        "marks": national.marks(scale),
    }
    frames = {name: conform(INPUT_FRAMES[name], data) for name, data in found.items()}
    return Register({**from_records({}).frames, **frames})


def grouped(register: Register) -> pd.DataFrame:
    """The same votes and ranks by ``drop_duplicates``, ``groupby`` and ``rank``."""
    limits = register.ballots.set_index("ballot_id")["ballot_limit"]
    marks = register.marks[["ballot_id", "voter", "candidate_id"]].drop_duplicates()
    given = marks.groupby(["ballot_id", "voter"])["candidate_id"].transform("size")
    valid = marks[given <= marks["ballot_id"].map(limits)]
    counted = valid.groupby("candidate_id").size()
    found = register.candidates.copy()
    found["votes"] = found["candidate_id"].map(counted).fillna(0)
    found["rank"] = found.groupby("ballot_id")["votes"].rank(method="min", ascending=False)
    return found.sort_values(["ballot_id", "rank", "position"])
