"""Data of national size, made from a seed with the proportions of the real plans: 7,850 offices at scale 1."""

from functools import lru_cache

import numpy as np
import pandas as pd

OFFICES = 7850
ACTIVITIES, REPORTS, KPIS, VOTERS, CHOICES, CANDIDATES = 35, 12, 5, 16, 5, 16
YEAR_START = np.datetime64("2018-10-01", "s")
AS_OF = np.datetime64("2019-06-15", "s")
# share of the activities of the five public plans in each of the seven stages
STAGE_SHARES = (0.17, 0.21, 0.13, 0.12, 0.12, 0.15, 0.10)
# months an activity takes in them: a month, a quarter, half a year, the whole year
SPANS, SPAN_SHARES = (1, 2, 3, 6, 12), (0.42, 0.21, 0.17, 0.08, 0.12)
STATUSES = ("not_started", "in_progress", "done", "postponed", "cancelled")
STATUS_SHARES = (0.25, 0.35, 0.35, 0.03, 0.02)
DAY = np.timedelta64(86400, "s")


def offices(scale: float) -> int:
    """How many offices there are at a scale."""
    return max(1, round(OFFICES * scale))


@lru_cache
def activities(scale: float) -> pd.DataFrame:
    """``activity_id``, ``plan_id`` (dense categories), ``stage`` (1-7), ``start``, ``end``; in the plans' order."""
    draw = np.random.default_rng(1)
    plans = offices(scale)
    count = plans * ACTIVITIES
    first = draw.integers(0, 12, count)
    length = draw.choice(SPANS, count, p=SPAN_SHARES)
    last = np.minimum(first + length - 1, 11)
    months = (np.datetime64("2018-10") + np.arange(13)).astype("datetime64[s]")
    return pd.DataFrame(
        {
            "activity_id": ids("A", np.arange(count), count),
            "plan_id": ids("P", np.repeat(np.arange(plans), ACTIVITIES), plans),
            "stage": pd.array(draw.choice(np.arange(1, 8), count, p=STAGE_SHARES), dtype="Int64"),
            "start": months[first],
            "end": months[last + 1] - DAY,
        }
    )


@lru_cache
def progress(scale: float) -> pd.DataFrame:
    """``activity_id`` (categories of ``activities``), ``status``, ``reported_on``; by activity, then day."""
    draw = np.random.default_rng(2)
    known = activities(scale)["activity_id"].array
    count = len(known)
    days = np.sort(draw.integers(0, 365, (count, REPORTS)), axis=1).ravel()
    codes = np.repeat(np.arange(count), REPORTS)
    statuses = draw.choice(len(STATUSES), count * REPORTS, p=STATUS_SHARES)
    return pd.DataFrame(
        {
            "activity_id": pd.Categorical.from_codes(codes, dtype=known.dtype),
            "status": pd.Categorical.from_codes(statuses, categories=list(STATUSES)),
            "reported_on": YEAR_START + days * DAY,
        }
    )


@lru_cache
def kpis(scale: float) -> pd.DataFrame:
    """``kpi_id``, ``actual`` and ``threshold_1`` … ``threshold_5``: one in five falls, one in twenty has two equal."""
    draw = np.random.default_rng(3)
    count = offices(scale) * KPIS
    first = draw.integers(20, 70, count).astype(float)
    step = draw.choice([1.0, 2.5, 5.0, 7.5], count)
    marks = first[:, None] + step[:, None] * np.arange(5)
    equal = draw.random(count) < 0.05
    marks[equal, 1] = marks[equal, 0]
    falls = draw.random(count) < 0.2
    marks[falls] = marks[falls, ::-1]
    actual = np.round(marks[:, 2] + step * draw.normal(0, 2, count), 2)
    actual[draw.random(count) < 0.1] = np.nan
    found = pd.DataFrame({f"threshold_{level}": marks[:, level - 1] for level in range(1, 6)}, dtype="Float64")
    found.insert(0, "actual", pd.array(actual, dtype="Float64"))
    found.insert(0, "kpi_id", [f"K{number}" for number in range(count)])
    return found


@lru_cache
def marks(scale: float) -> pd.DataFrame:
    """``ballot_id``, ``voter``, ``candidate_id`` as raw strings: a few over-votes, repeated and unknown choices."""
    draw = np.random.default_rng(4)
    ballots = offices(scale)
    voters = np.repeat(np.arange(ballots * VOTERS), CHOICES)
    shares = 1 / np.arange(1, CANDIDATES + 1)
    chosen = draw.choice(CANDIDATES, len(voters), p=shares / shares.sum())
    voters = np.concatenate([voters, voters[:: 5 * CHOICES * 10]])  # one more mark for some: beyond the limit
    chosen = np.concatenate([chosen, draw.choice(CANDIDATES + 1, len(voters) - len(chosen))])
    ballot = voters // VOTERS
    return pd.DataFrame(
        {
            "ballot_id": pd.array(np.char.add("B", ballot.astype(str)), dtype="str"),
            "voter": pd.array(np.char.add("หน่วยที่ ", (voters % VOTERS).astype(str)), dtype="str"),
            "candidate_id": pd.array(
                np.char.add(np.char.add("B", ballot.astype(str)), np.char.add("/", chosen.astype(str))), dtype="str"
            ),
        }
    )


def ids(letter: str, codes: np.ndarray, count: int) -> pd.Categorical:
    """Dense codes as ids."""
    return pd.Categorical.from_codes(codes, categories=[f"{letter}{number}" for number in range(count)])
