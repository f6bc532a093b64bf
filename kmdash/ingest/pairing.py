"""Which rows of a plan read again are rows that are known: by likeness of their texts, one to one."""

import difflib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from kmdash.domain.identity import match_key
from kmdash.domain.reading import Record

SURE = 0.9  # likeness of two texts that are one thing, whatever its number
SURE_BESIDE = 0.7  # … when number or stage agree, too
DOUBTFUL = 0.55
CLEARLY = 0.05  # how much better than the next best a sure match must be


def likeness(one: Any, other: Any) -> float:
    """How alike two texts are, from 0 to 1; blanks, dots and the script of digits do not count.

    >>> likeness("จัดประชุม  ๑ ครั้ง", "จัดประชุม 1 ครั้ง"), likeness(None, "ก")
    (1.0, 0.0)
    """
    if not one or not other:
        return 0.0
    first, second = match_key(str(one)), match_key(str(other))
    if first == second:
        return 1.0
    return difflib.SequenceMatcher(None, first, second, autojunk=False).ratio()


def pairs_of(
    new: Sequence[Record], old: Sequence[Record], decided: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[Record, list[Record]]]]:
    """The known id of each new activity that is surely one, and those that may be one, with the likely ones."""
    scores = [[_score(row, other) for other in old] for row in new]
    pairs: dict[str, str] = {}
    free_new, free_old = set(range(len(new))), set(range(len(old)))

    def pair(place: int, other: int) -> None:
        pairs[new[place]["activity_id"]] = old[other]["activity_id"]
        free_new.discard(place)
        free_old.discard(other)

    for place, row in enumerate(new):
        choice = decided.get(row["source_cell"])
        if choice is not None:
            free_new.discard(place)
            other = next((at for at, known in enumerate(old) if known["activity_id"] == choice), None)
            if other is not None and other in free_old:
                pair(place, other)
    by_id = {row["activity_id"]: at for at, row in enumerate(old)}
    for place in sorted(free_new):
        at = by_id.get(new[place]["activity_id"]) if has_own_id(new[place]) else None
        if at is not None and at in free_old and not _is_another(scores[place], at):
            pair(place, at)
    order = sorted(
        ((scores[place][other], place, other) for place in free_new for other in free_old),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    for score, place, other in order:
        if place in free_new and other in free_old and _is_sure(score, place, other, scores, new, old):
            pair(place, other)
    open_ = []
    for place in sorted(free_new):
        likely = sorted(
            (other for other in free_old if scores[place][other] >= DOUBTFUL), key=lambda at: -scores[place][at]
        )
        if likely:
            open_.append((new[place], [old[other] for other in likely[:3]]))
    return pairs, open_


def has_own_id(row: Record) -> bool:
    """Whether the file itself says an activity's id, as the forms do that the program wrote."""
    return "id" in json.loads(row.get("value_cells") or "{}")


def _is_another(scores: list[float], at: int) -> bool:
    """Whether a row, though it bears the id of the known one ``at``, is surely another by its text."""
    return any(score >= SURE and score > scores[at] + CLEARLY for score in scores)


def _score(row: Record, other: Record) -> float:
    """Likeness of the texts, a little more where number, stage and period agree."""
    agree = sum(
        bool(row.get(name)) and row.get(name) == other.get(name)
        for name in ("no", "stage", "component", "period_text", "owners")
    )
    return likeness(row["text"], other["text"]) + 0.01 * agree


def _is_sure(
    score: float, place: int, other: int, scores: list[list[float]], new: Sequence[Record], old: Sequence[Record]
) -> bool:
    row, known = new[place], old[other]
    beside = any(row.get(name) and row.get(name) == known.get(name) for name in ("no", "stage", "component"))
    if score < (SURE_BESIDE if beside else SURE):
        return False
    rivals = [scores[place][at] for at in range(len(old)) if at != other]
    rivals += [scores[at][other] for at in range(len(new)) if at != place]
    return score >= 1 or all(score - rival >= CLEARLY for rival in rivals)


def alike_kpis(new: Sequence[Record], old: Sequence[Record]) -> dict[str, str]:
    order = sorted(
        ((likeness(row["name"], other["name"]), row["kpi_id"], other["kpi_id"]) for row in new for other in old),
        key=lambda item: (-item[0], item[1], item[2]),
    )
    pairs: dict[str, str] = {}
    for score, mine, theirs in order:
        if score >= SURE_BESIDE and mine not in pairs and theirs not in pairs.values():
            pairs[mine] = theirs
    return pairs
