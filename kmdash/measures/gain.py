"""What was learnt: tests before and after, plan by plan."""

from typing import Any

import pandas as pd

from kmdash.domain.frames import frame, records
from kmdash.domain.gain import doubtful, gain_of
from kmdash.domain.register import Register
from kmdash.domain.summaries import GAINS
from kmdash.domain.words import say


def gains(register: Register) -> pd.DataFrame:
    """The gain of every test of the register's plans (``domain.gain``; rules.md, section 3).

    Returns
    -------
    DataFrame, one row a plan and test, in the order of the rows (``summaries.GAINS``)
        Means in the test's own marks; ``normalised_gain`` and ``share_passing`` from 0 to 1 (a loss is negative).
        What cannot be told is <NA>, never zero. ``doubt`` names marks that cannot be, with their cells.
    """
    groups: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in records(register.tests):
        groups.setdefault((row["plan_id"], row["test_id"]), []).append(row)
    return frame(GAINS, [_row(plan, test, rows) for (plan, test), rows in groups.items()])


def _row(plan: str, test: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    found = gain_of(rows)
    numbers = {
        "pre": found.pre,
        "post": found.post,
        "gain": found.gain,
        "normalised_gain": found.normalised,
        "share_passing": found.passing,
    }
    doubts = [
        say("kpi.doubt.at", cell=cell or say("kpi.gain.row"), text=say(f"kpi.gain.{code}"))
        for cell, code in doubtful(rows)
    ]
    return {
        "plan_id": plan,
        "test_id": test,
        "pairing": found.pairing,
        "n_pre": found.n_pre,
        "n_post": found.n_post,
        "n_pairs": found.n_pairs,
        **{name: None if value is None else float(value) for name, value in numbers.items()},
        "doubt": " · ".join(doubts) or None,
        "source_cell": rows[0]["source_cell"],
    }
