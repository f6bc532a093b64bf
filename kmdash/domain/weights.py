"""What KPIs weigh in a total: as given, or equal where not every one has a weight (rules.md, section 3)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from kmdash.domain.points import SCALE as POINTS_SCALE
from kmdash.domain.scale import exact, score, weighted_mean

HEAVIEST = 100
ROUNDS = (6, 9, 12)  # months of the fiscal year after which KPIs are judged
UNSCORED_SCALES = (POINTS_SCALE, "target")

Row = Mapping[str, Any]


def is_possible(weight: float | None) -> bool:
    """Whether a weight can be one: missing, or from 0 to 100."""
    return weight is None or 0 <= weight <= HEAVIEST


def weights_of(rows: Sequence[Row]) -> tuple[list[Fraction], str]:
    """The weights of KPIs, and how they came about: ``given``, ``equal`` (none has one) or ``incomplete``.

    Where some lack one, all count equal. An impossible weight counts nothing, and the others stay as given.
    """
    given = [row["weight"] for row in rows if row["weight"] is not None]
    if rows and len(given) == len(rows):
        return [exact(weight) if is_possible(weight) else Fraction(0) for weight in given], "given"
    return [Fraction(1)] * len(rows), "incomplete" if given else "equal"


def counted(rows: Sequence[Row]) -> list[Row]:
    """The KPIs of a total on five levels: neither cancelled, nor on another scale, nor judged by a target alone."""
    return [row for row in rows if row["reason"] != "cancelled" and row["scale"] not in UNSCORED_SCALES]


def mean_so_far(
    values: Sequence[Fraction | None], weights: Sequence[Fraction]
) -> tuple[Fraction | None, Fraction | None]:
    """The mean of the values there are by their weight, and the share of the weight they have."""
    there = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    whole = sum(weights, Fraction(0))
    mean = weighted_mean(*zip(*there, strict=True)) if there else None
    return mean, sum((weight for _, weight in there), Fraction(0)) / whole if whole else None


def score_so_far(rows: Sequence[Row], floor: str) -> Fraction | None:
    """The weighted mean of the scored KPIs among those of a total (``counted``); None where none is scored.

    What is not scored yet has a say in what weighs how much: where it lacks a weight, all count equal.
    """
    among = counted(rows)
    return mean_so_far([exact_score(row, floor) for row in among], weights_of(among)[0])[0]


def exact_score(row: Row, floor: str) -> Fraction | None:
    """The unrounded score of a row of ``results.ATTAINMENT`` as a fraction, from what stands in the row."""
    if row["score"] is None:
        return None
    if row["scale"] == "threshold":
        return score([row[f"threshold_{level}"] for level in range(1, 6)], row["actual"], floor).score
    return exact(row["score"])
