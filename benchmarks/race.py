"""Two ways of doing the same work, timed in turn: the ratio of each pair, never an absolute time."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PAIRS = 9
LEAST_SECONDS = 0.02  # a shorter reference is repeated inside the measurement


@dataclass(frozen=True)
class Line:
    """A race: the product's way against a plain one by name, and the ratio it must stay within (None: no goal)."""

    measure: str
    reference: str
    product: Callable[[], object]
    plain: Callable[[], object]
    goal: float | None = None


def raced(line: Line, pairs: int = PAIRS) -> dict[str, Any]:
    """Run a line and tell the median, least and greatest ratio of its pairs, after one of each not counted."""
    line.product()
    line.plain()
    times = 1
    while _seconds(line.plain, times) < LEAST_SECONDS:
        times *= 2
    found = [_seconds(line.product, times) / _seconds(line.plain, times) for _ in range(pairs)]
    ratio = statistics.median(found)
    return {
        "measure": line.measure,
        "reference": line.reference,
        "ratio": round(ratio, 4),
        "min": round(min(found), 4),
        "max": round(max(found), 4),
        "n": pairs,
        "goal": line.goal,
        "passed": line.goal is None or ratio <= line.goal,
    }


def _seconds(work: Callable[[], object], times: int) -> float:
    start = time.perf_counter()
    for _ in range(times):
        work()
    return time.perf_counter() - start
