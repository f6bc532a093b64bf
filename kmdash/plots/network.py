"""Who is in the network: members of each unit, trained or not, against what is demanded."""

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots import labels
from kmdash.plots.stacks import Kind, Stack, stacks


def network(units: pd.DataFrame, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """One row a unit: members trained, not trained and unknown, and how many lack.

    Parameters
    ----------
    units : DataFrame, one row a unit (``domain.knowledge.NETWORK_UNITS``)
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    kinds = [
        Kind("✓", say("net.trained"), "done", "done"),
        Kind("◆", say("net.untrained"), "due", "outline"),
        Kind("?", say("net.unknown"), "bg", "outline"),
        Kind("×", say("know.missing"), "late_field", "late"),
    ]
    rows = [
        Stack(
            row["unit"] or say("know.no_unit"),
            [row["trained"], row["untrained"], row["unknown"], row["missing"] or 0],
            _beside(row["members"], row["demanded"], row["missing"]),
            mark("members", row),
            loud=bool(row["missing"]),
            cell=row["source_cell"],
        )
        for row in records(units)
    ]
    return stacks(rows, kinds, theme=theme, width=width, empty=say("net.nobody"), note=note)


def _beside(members: int, demanded: float | None, missing: float | None) -> str:
    if demanded is None:
        return say("net.members", members=members)
    return say(
        "net.short" if missing else "net.reached",
        members=members,
        demanded=labels.number(demanded),
        missing=labels.number(missing),
    )
