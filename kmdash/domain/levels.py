"""The five-level scale for many KPIs at once, equal to decimal arithmetic at the fourth place.

Numbers of at most six decimals below a hundred million are whole numbers of millionths, and their scores are
reckoned in 64-bit integers; a row with any other number goes the exact way of ``domain.scale``.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from kmdash.domain.columns import THRESHOLDS
from kmdash.domain.scale import DECIMALS, FLOORS, TOP_LEVEL, rounded, score

MILLIONTHS = 1e6
LARGEST = 1e14  # in millionths: twice the difference of two such numbers, times UNIT, is within 64 bits
UNIT = 10**DECIMALS
BLOCK = 4096  # rows whose numbers stay in the processor's cache

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Scores:
    """What a set of results scores, an entry a row.

    ``score`` is unrounded, the nearest float to the exact one; ``units`` are its ten-thousandths, half up
    (24000 is 2.4000), and ``level`` its whole part. All are 0 where ``scored`` is false: a number is missing,
    or the thresholds are ``mixed``.
    """

    score: Floats
    units: Ints
    level: Ints
    scored: Flags
    mixed: Flags


def scores(kpis: pd.DataFrame, floor: str = "1") -> Scores:
    """Score the results of a frame's rows among their five thresholds (rules.md, section 3).

    Parameters
    ----------
    kpis : DataFrame, one row a KPI
        ``threshold_1`` … ``threshold_5`` and ``actual``, numbers in the KPI's own unit; gaps are missing.
    floor : {"1", "0", "extrapolate"}
        What a result short of the first threshold scores.

    Raises
    ------
    ValueError
        If ``floor`` is none of ``scale.FLOORS``.
    """
    numbers = np.empty((len(THRESHOLDS) + 1, len(kpis)))
    for place, name in enumerate((*THRESHOLDS, "actual")):
        numbers[place] = np.asarray(kpis[name].array, np.float64)
    return scores_of(numbers, floor)


def scores_of(numbers: Floats, floor: str = "1") -> Scores:
    """The same of an array of shape (6, rows): the five thresholds, then the results; NaN is a gap.

    >>> found = scores_of(np.array([[65.0], [70], [75], [80], [85], [72]]))
    >>> found.units.tolist(), found.level.tolist()
    ([24000], [2])
    """
    if floor not in FLOORS:
        raise ValueError(f"floor must be one of {FLOORS}, not {floor!r}")
    rows = numbers.shape[1]
    ints, flags = np.zeros((2, rows), np.int64), np.zeros((2, rows), np.bool_)
    found = Scores(np.zeros(rows), ints[0], ints[1], flags[0], flags[1])
    for start in range(0, rows, BLOCK):
        _score_block(found, slice(start, start + BLOCK), numbers, floor)
    return found


def _score_block(found: Scores, rows: slice, numbers: Floats, floor: str) -> None:
    """Enter what the rows of one block score."""
    block = numbers[:, rows]
    scaled = np.rint(block * MILLIONTHS)
    fits = ((scaled / MILLIONTHS == block) & (np.abs(scaled) < LARGEST)).all(axis=0)
    whole = np.where(fits, scaled, 0).astype(np.int64)
    whole *= np.where(whole[TOP_LEVEL - 1] < whole[0], -1, 1)
    marks, actual = whole[:TOP_LEVEL], whole[TOP_LEVEL]
    mixed = (marks[1:] < marks[:-1]).any(axis=0)
    scored = fits & ~mixed
    score, units, level = _placed(marks, actual, floor)
    found.score[rows] = score * scored
    found.units[rows] = units * scored
    found.level[rows] = level * scored
    found.scored[rows] = scored
    found.mixed[rows] = mixed
    if not fits.all():
        _add_exact(found, numbers, rows.start + np.flatnonzero(~fits), floor)


def _placed(marks: Ints, actual: Ints, floor: str) -> tuple[Floats, Ints, Ints]:
    """Score, units and level where thresholds rise: level + (r − low) ÷ (high − low)."""
    level = (marks <= actual).sum(axis=0)
    row = np.arange(len(actual))
    high = marks[np.minimum(level, TOP_LEVEL - 1), row]
    low = marks[np.maximum(level - 1, 0), row]
    width = np.maximum(high - low, 1)
    part = (actual - low) * (level < TOP_LEVEL)
    below = level == 0
    if floor == "extrapolate":
        part[below] = np.where(marks[1] > marks[0], np.maximum(actual - 2 * marks[0] + marks[1], 0), 0)[below]
        width[below] = np.maximum(marks[1] - marks[0], 1)[below]
    else:
        part[below] = int(floor) * width[below]
    # one division of whole numbers below 2**53 is rounded once: the nearest float to the exact score
    score = (level * width + part) / width
    units = level * UNIT + (2 * UNIT * part + width) // (2 * width)
    if floor == "1":
        level[below] = 1
    return score, units, level


def _add_exact(found: Scores, numbers: Floats, rows: Ints, floor: str) -> None:
    """Enter the rows whose numbers are finite but no whole millionths."""
    for row in rows[np.isfinite(numbers[:, rows]).all(axis=0)]:
        *levels, actual = numbers[:, row].tolist()
        try:
            exact = score(levels, actual, floor)
        except ValueError:
            found.mixed[row] = True
            continue
        found.score[row] = float(exact.score)
        found.units[row] = int(rounded(exact.score).scaleb(DECIMALS))
        found.level[row] = exact.level
        found.scored[row] = True
