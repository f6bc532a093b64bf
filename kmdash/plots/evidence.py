"""How many steps of each weighted issue have evidence."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.frames import records
from kmdash.domain.learning import KPI
from kmdash.domain.marks import mark
from kmdash.domain.names import told_apart
from kmdash.domain.scale import plain
from kmdash.domain.words import say
from kmdash.plots.stacks import Kind, Stack, stacks

_LOOKS = {
    "present": ("✓", "done", "done"),
    "claimed": ("▲", "late_field", "late"),
    "missing": ("○", "todo", "outline"),
}


def evidence(proved: pd.DataFrame, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """One row a KPI or the activities of a plan: steps with evidence, told as done without, and neither.

    Parameters
    ----------
    proved : DataFrame (``learned_results.PROVED``)
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    kinds = [Kind(glyph, say(f"proof_state.{state}"), fill, line) for state, (glyph, fill, line) in _LOOKS.items()]
    rows = [
        Stack(
            name,
            [row[state] for state in _LOOKS],
            beside(row),
            mark("proofs", row),
            loud=row["claimed"] > 0,
            cell=row["source_cell"],
        )
        for name, row in zip(labels(proved), records(proved), strict=True)
    ]
    return stacks(rows, kinds, theme=theme, width=width, empty=say("evidence.nothing"), note=note)


def labels(proved: pd.DataFrame) -> list[str]:
    """The name of each row; before one that several things have stands its plan."""
    named = proved.assign(name=pd.Series([_label(row) for row in records(proved)], proved.index, dtype="str"))
    return [str(name) for name in told_apart(named, "about_id")["name"]]


def _label(row: dict[str, Any]) -> str:
    """The issue of a KPI with its weight, or the plan whose activities these are."""
    if row["about_kind"] != KPI:
        return say("evidence.activities", plan=row["name"])
    weight = say("evidence.weight", weight=plain(row["weight"])) if row["weight"] is not None else None
    name = row["name"] if row["level_proved"] is None else row["issue"] or row["name"]
    return " · ".join(filter(None, [name, weight]))


def beside(row: dict[str, Any]) -> str:
    """How many of the steps have evidence, and the level it reaches."""
    told = say("evidence.beside", present=row["present"], steps=row["steps"])
    if row["level_proved"] is None:
        return told
    return say("evidence.level", told=told, level=row["level_proved"])
