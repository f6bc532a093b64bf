"""Scoring KPIs among their five thresholds, against a plain loop over the rows in floats."""

from bisect import bisect_right
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import pandas as pd

from benchmarks import national
from benchmarks.race import Line
from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.levels import UNIT, scores

ORACLE_ROWS = 2000
FOUR_PLACES = Decimal("0.0001")


def lines(scale: float) -> Iterator[Line]:
    """Levels and scores of the national KPIs; first they must equal decimal arithmetic at the fourth place."""
    kpis = national.kpis(scale)
    _equal_to_the_oracle(kpis.head(ORACLE_ROWS))
    yield Line("KPI levels", "scalar float loop", lambda: scores(kpis), lambda: _plain(kpis), 0.10)


def _plain(kpis: pd.DataFrame) -> list[tuple[int | None, float | None]]:
    """Level and score of each row, one after the other, with the same care for gaps and mixed thresholds."""
    found: list[tuple[int | None, float | None]] = []
    for row in kpis.itertuples(index=False):
        if pd.isna(row.actual):
            found.append((None, None))
            continue
        marks, actual = [getattr(row, name) for name in THRESHOLDS], row.actual
        if any(pd.isna(mark) for mark in marks):
            found.append((None, None))
            continue
        if marks[-1] < marks[0]:
            marks, actual = [-mark for mark in marks], -actual
        if marks != sorted(marks):
            found.append((None, None))
            continue
        level = bisect_right(marks, actual)
        if level == 0:
            found.append((1, 1.0))
        elif level == len(marks):
            found.append((5, 5.0))
        else:
            low, high = marks[level - 1], marks[level]
            found.append((level, round(level + (actual - low) / (high - low), 4)))
    return found


def _equal_to_the_oracle(kpis: pd.DataFrame) -> None:
    found = scores(kpis)
    for place, row in enumerate(kpis.itertuples(index=False)):
        scored = not pd.isna(row.actual)
        if scored != found.scored[place] or (scored and _decimal(row) != Decimal(int(found.units[place])) / UNIT):
            raise AssertionError(f"the score of {row} is not that of decimal arithmetic: {found.units[place]}")


def _decimal(row: Any) -> Decimal:
    marks, actual = [Decimal(str(getattr(row, name))) for name in THRESHOLDS], Decimal(str(row.actual))
    if marks[-1] < marks[0]:
        marks, actual = [-mark for mark in marks], -actual
    value = Decimal(1 if actual < marks[0] else 5)
    for level, (low, high) in enumerate(pairwise(marks), start=1):
        if low <= actual < high:
            value = level + (actual - low) / (high - low)
    return value.quantize(FOUR_PLACES, ROUND_HALF_UP)
