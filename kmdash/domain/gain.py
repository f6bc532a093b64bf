"""What a test before and one after show: by the same persons where codes tell them, else by the groups' means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kmdash.domain.scale import exact

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Gain:
    """Means in the test's own marks; what cannot be told is None.

    ``pairing`` is ``persons`` (only those who took both) or ``groups``. ``gain`` is post − pre, ``normalised`` its
    part of what there was to gain: (post − pre) ÷ (full − pre). ``passing`` is the part of those tested after
    who reached the mark. ``n_pre`` and ``n_post`` are all who took it, ``n_pairs`` those compared as persons.
    """

    pairing: str
    n_pre: int
    n_post: int
    n_pairs: int | None
    pre: Fraction | None
    post: Fraction | None
    gain: Fraction | None
    normalised: Fraction | None
    passing: Fraction | None


def gain_of(rows: Sequence[Row]) -> Gain:
    """The gain of one test from its rows: a person each (``person``, ``pre``, ``post``), or the means of a group.

    Persons are compared with themselves where any code has both marks; a row that is a group's mean counts by
    ``pre_count`` and ``post_count`` and makes the comparison one of groups. A missing mark is not zero.
    ``full`` and ``mark`` are those that all rows name (None: several, or none).
    """
    pairs = [row for row in rows if row["person"] is not None and row["pre"] is not None and row["post"] is not None]
    grouped = not pairs or any(row["person"] is None for row in rows)
    compared = rows if grouped else pairs
    pre = _mean([(row["pre"], _number(row, "pre")) for row in compared])
    post = _mean([(row["post"], _number(row, "post")) for row in compared])
    full = _only(rows, "full")
    gain = None if pre is None or post is None else post - pre
    room = None if pre is None or full is None else full - pre
    return Gain(
        pairing="groups" if grouped else "persons",
        n_pre=sum(_number(row, "pre") for row in rows if row["pre"] is not None),
        n_post=sum(_number(row, "post") for row in rows if row["post"] is not None),
        n_pairs=None if grouped else len(pairs),
        pre=pre,
        post=post,
        gain=gain,
        normalised=None if gain is None or not room or room < 0 else gain / room,
        passing=_passing(rows),
    )


def _mean(counted: Sequence[tuple[float | None, int]]) -> Fraction | None:
    there = [(exact(value), count) for value, count in counted if value is not None]
    whole = sum(count for _, count in there)
    return sum((value * count for value, count in there), Fraction(0)) / whole if whole else None


def _number(row: Row, name: str) -> int:
    """How many persons a row's mark is of: one, unless it is the mean of a group."""
    count = row[f"{name}_count"]
    return 1 if count is None else int(count)


def _only(rows: Sequence[Row], name: str) -> Fraction | None:
    """The one number that rows name; None where they name several, or none."""
    found = {row[name] for row in rows if row[name] is not None}
    return exact(found.pop()) if len(found) == 1 else None


def _passing(rows: Sequence[Row]) -> Fraction | None:
    """Of the persons tested after; a group's mean does not tell who passed."""
    mark = _only(rows, "mark")
    tested = [row["post"] for row in rows if row["post"] is not None]
    means = any(_number(row, "post") != 1 for row in rows)
    if mark is None or not tested or means:
        return None
    return Fraction(sum(exact(post) >= mark for post in tested), len(tested))


def doubtful(rows: Sequence[Row]) -> list[tuple[str | None, str]]:
    """What cannot be, each with its cell and a code.

    Marks below 0 or above the full one, a person twice, a mean of nobody, another full mark or mark to pass than in
    the rows before.
    """
    found: list[tuple[str | None, str]] = []
    seen: set[str] = set()
    for row in rows:
        marks = [row[name] for name in ("pre", "post", "mark") if row[name] is not None]
        if any(row[name] is not None and _number(row, name) < 1 for name in ("pre", "post")):
            found.append((row["source_cell"], "nobody"))
        for name in ("full", "mark"):
            first = next((one[name] for one in rows if one[name] is not None), None)
            if row[name] not in (None, first):
                found.append((row["source_cell"], f"{name}_differs"))
        if any(mark < 0 or (row["full"] is not None and mark > row["full"]) for mark in marks):
            found.append((row["source_cell"], "range"))
        if row["person"] in seen:
            found.append((row["source_cell"], "twice"))
        if row["person"] is not None:
            seen.add(row["person"])
    return found
