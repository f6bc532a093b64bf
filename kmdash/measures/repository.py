"""The office's store of knowledge: records by unit and by category, and targets that do not agree."""

import json
import re
from collections import Counter
from statistics import median
from typing import Any

import pandas as pd

from kmdash.domain.counts import counter_in, counts_of, number_in
from kmdash.domain.frames import frame, records
from kmdash.domain.identity import activity_label, match_key
from kmdash.domain.knowledge import FINDINGS, HOLDINGS, SHELVES, category_name, is_published, pieces_of, unit_key
from kmdash.domain.register import Register
from kmdash.domain.scale import plain
from kmdash.domain.wording import told_of
from kmdash.domain.words import say

Row = dict[str, Any]
OF_KNOWLEDGE = "ความรู้"  # a target whose measure has this word is one of knowledge
NEAR = 0.1  # a printed total within this share of the sum is meant to be the sum
FAR = 5  # a target this many times its like, or less than this part of it, is an outlier
_NUMBERED = re.compile(r"^\s*\(?[\d.]+\)?\s*")
FEWEST = 3  # targets of one measure that can be compared


def holdings(register: Register) -> pd.DataFrame:
    """Records of each unit against what it is to deliver.

    A row a unit with a target of knowledge (a measure with the word ``OF_KNOWLEDGE``), in the order of the targets,
    then units that have records and no target. A district's office is the district (``unit_key``).

    Returns
    -------
    DataFrame (``domain.knowledge.HOLDINGS``)
        ``captured`` counts the records kept here; ``reported`` is what the table of targets itself tells, missing
        where it tells nothing. ``missing`` is by the records kept here; it is <NA> without a target.
    """
    kept: dict[tuple[Any, ...], list[Row]] = {}
    for row in records(register.knowledge_records):
        kept.setdefault((row["office"], row["fiscal_year"], unit_key(row["unit"])), []).append(row)
    asked = [row for row in records(register.targets) if OF_KNOWLEDGE in (row["measure"] or "")]
    keys = [(row["office"], row["fiscal_year"], unit_key(row["unit"])) for row in asked]
    rows = []
    for key, row in zip(keys, asked, strict=True):
        own = kept.get(key, [])
        short = None if row["target"] is None else max(row["target"] - len(own), 0.0)
        facts = {name: row[name] for name in HOLDINGS if name in row}
        rows.append(facts | _counts(own) | {"reported": row["actual"], "missing": short})
    for key, own in kept.items():
        if key not in keys:
            facts = {name: own[0][name] for name in ("office", "fiscal_year", "unit", "source_cell")}
            rows.append(facts | _counts(own))
    return frame(HOLDINGS, rows)


def shelves(register: Register) -> pd.DataFrame:
    """Records by category: those of the office's list and of Form 1, also empty ones, then others that records name.

    Returns
    -------
    DataFrame (``domain.knowledge.SHELVES``)
        The row without a category counts the records that name none. ``needed`` is <NA> for a category that Form 1
        does not know.
    """
    found: dict[tuple[Any, ...], Row] = {}

    def shelf(row: Row, name: str | None, *, listed: bool) -> Row:
        owner = {name: row[name] for name in ("office", "fiscal_year")}
        key = (*owner.values(), category_name(name))
        return found.setdefault(
            key, {**owner, "category": name, "listed": listed, "needed": None, "captured": 0, "published": 0}
        )

    for row in records(register.knowledge_categories):
        shelf(row, row["name"], listed=True)
    for row in records(register.knowledge):
        category, pieces = pieces_of(row["knowledge"])
        if category:
            own = shelf(row, category, listed=True)
            own["needed"] = (own["needed"] or 0) + len(pieces)
    for row in records(register.knowledge_records):
        own = shelf(row, row["category"], listed=False)
        own["captured"] += 1
        own["published"] += is_published(row)
    return frame(SHELVES, found.values())


def findings(register: Register) -> pd.DataFrame:
    """Figures of targets that do not agree with others.

    ``target_sum``: the sum of what the units of one kind are to deliver, against the figure a plan's text names for
    that kind of unit in the same count (the nearest one, where it lies within ``NEAR`` of the sum and is not the sum).
    ``target_total``: a total row that is not the sum. ``target_outlier``: a target of an activity that is ``FAR``
    times the median of those with the same indicator and count (``FEWEST`` or more), or as little.

    Returns
    -------
    DataFrame (``domain.knowledge.FINDINGS``), told in words.
    """
    own = {row["plan_id"]: row for row in records(register.plans)}
    activities = [
        row | {"owner_of": own[row["plan_id"]]} for row in records(register.activities) if row["plan_id"] in own
    ]
    return frame(FINDINGS, [*_sums(register, activities), *_totals(register), *_outliers(activities)])


def _counts(own: list[Row]) -> Row:
    by_category = Counter(row["category"] or say("know.no_category") for row in own)
    return {
        "captured": len(own),
        "published": sum(map(is_published, own)),
        "categories": "\n".join(f"{name} {count}" for name, count in by_category.items()) or None,
    }


def _sums(register: Register, activities: list[Row]) -> list[Row]:
    groups: dict[tuple[Any, ...], list[Row]] = {}
    for row in records(register.targets):
        if row["unit_kind"] and row["counter"] and row["target"] is not None:
            key = (row["office"], row["fiscal_year"], row["measure"], row["unit_kind"], row["counter"])
            groups.setdefault(key, []).append(row)
    found = []
    for (office, year, measure, kind, counter), rows in groups.items():
        total = sum(row["target"] for row in rows)
        named = [
            (number, activity, _cell(activity, name))
            for activity in activities
            if (activity["owner_of"]["office"], activity["owner_of"]["fiscal_year"]) == (office, year)
            for name in ("target_group", "target")
            for of, number, unit in counts_of(activity[name] or "")
            if unit == counter and of.endswith(kind)
        ]
        if any(number == total for number, *_ in named):
            continue
        near = [figure for figure in named if abs(figure[0] - total) <= NEAR * total]
        if near:
            printed, activity, cell = min(near, key=lambda figure: abs(figure[0] - total))
            told = say(
                "know.finding.target_sum",
                units=len(rows),
                kind=kind,
                measure=measure,
                total=plain(total),
                counter=counter,
                printed=plain(printed),
                cell=cell,
            )
            found.append(_finding("target_sum", activity, told, cell, printed, total))
    return found


def _totals(register: Register) -> list[Row]:
    """What was found of total rows while their file was read."""
    offices = {row["source_file"]: row for row in records(register.targets)}
    return [
        {
            **{name: offices[row["source_file"]][name] for name in ("office", "fiscal_year")},
            "kind": "target_total",
            "told": told_of(row, "message"),
            "printed": number_in(row["found"] or ""),
            "source_cell": row["source_cell"],
            "frame": "problems",
            "row_id": row["problem_id"],
        }
        for row in records(register.problems)
        if row["code"] == "target_sum_differs" and row["source_file"] in offices
    ]


def _outliers(activities: list[Row]) -> list[Row]:
    groups: dict[tuple[Any, ...], list[tuple[float, Row]]] = {}
    for row in activities:
        number = number_in(row["target"] or "")
        if number is not None and row["indicator"]:
            key = (row["plan_id"], match_key(row["indicator"]), counter_in(row["target"]))
            groups.setdefault(key, []).append((number, row))
    found = []
    for (_, _, counter), members in groups.items():
        usual = median(number for number, _ in members)
        for number, row in members if len(members) >= FEWEST and usual else ():
            if number >= FAR * usual or number * FAR <= usual:
                cell = _cell(row, "target")
                told = say(
                    "know.finding.target_outlier",
                    activity=_NUMBERED.sub("", activity_label(None, row["text"] or "")),
                    number=plain(number),
                    counter=counter,
                    usual=plain(usual),
                    cell=cell,
                )
                found.append(_finding("target_outlier", row, told, cell, number, usual))
    return found


def _cell(activity: Row, name: str) -> str | None:
    """The cell of one of an activity's values, where it is known; else of the activity."""
    return json.loads(activity["value_cells"] or "{}").get(name) or activity["source_cell"]


def _finding(kind: str, activity: Row, told: str, cell: str | None, printed: float, expected: float) -> Row:
    return {
        **{name: activity["owner_of"][name] for name in ("office", "fiscal_year")},
        "kind": kind,
        "told": told,
        "printed": printed,
        "expected": expected,
        "source_cell": cell,
        "frame": "activities",
        "row_id": activity["activity_id"],
    }
