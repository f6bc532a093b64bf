"""What can be pointed at on a page: a cell, bar or row by its kind and the ids that tell it from its neighbours."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.columns import ROW_ID
from kmdash.domain.frames import records

Mark = tuple[str, ...]

COMMITTEE = "committee"  # in the place of a plan's id: the committee's own steps
EVERY = "every"  # all plans together, as they are counted
SHOWN_LAYERS = "layers"  # plans and committee together, but for what runs the whole year

# the columns of a result frame whose values make up the mark of its row
KEYS: dict[str, tuple[str, ...]] = {
    "stage": ("plan_id", "stage"),
    "stages": ("process", "stage"),
    "plan": ("plan_id",),
    "unit": ("unit",),
    "item": ("item_id",),
    "items": ("items",),
    "until": ("month",),
    "grown": ("process", "month"),
    "year": ("fiscal_year", "process"),
    "load": ("name", "month"),
    "owned": ("name", "month"),
    "kpi": ("kpi_id",),
    "scores": ("level", "name", "plan_id"),
    "test": ("plan_id", "test_id"),
    "candidate": ("candidate_id",),
    "candidates": ("candidates",),
    "chain": ("candidate_id", "plan_id"),
    "line": ("knowledge_id",),
    "holder": ("unit",),
    "members": ("unit",),
    "shelf": ("category",),
    "record": ("record_id",),
    "award": ("unit", "month"),
    "submission": ("submission_id",),
    "target": ("name", "kind", "unit"),
    "period": ("series_id",),
    "changed": ("kind", "item_id"),
    "met": ("name",),
    "sender": ("unit",),
    "proof": ("about_id", "step"),
    "proofs": ("about_id",),
    "in_year": ("activity_id", "of_year"),
    "note": ("note_id",),
    "goal": ("plan_id",),
}


def mark(kind: str, row: Mapping[str, Any]) -> Mark:
    """The mark of a row of a result frame; what is missing is "".

    >>> mark("stage", {"plan_id": "P1", "stage": 3})
    ('stage', 'P1', '3')
    """
    return (kind, *(_text(row[name]) for name in KEYS[kind]))


def marks(kind: str, data: pd.DataFrame) -> list[Mark]:
    """The marks of all rows of a result frame, in their order."""
    return [mark(kind, row) for row in records(data[list(KEYS[kind])])]


def recorded(frame: str, data: pd.DataFrame) -> list[Mark]:
    """The marks of the rows of an input frame, each for itself."""
    return [("recorded", frame, row_id) for row_id in data[ROW_ID[frame]]]


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
