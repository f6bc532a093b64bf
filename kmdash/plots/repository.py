"""How much knowledge each unit has kept, against what it is to deliver."""

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.frames import records
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots import labels
from kmdash.plots.stacks import Kind, Stack, stacks


def repository(holdings: pd.DataFrame, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """One row a unit: its records, published or not, and what lacks of its target.

    Parameters
    ----------
    holdings : DataFrame, one row a unit and measure (``domain.knowledge.HOLDINGS``)
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    kinds = [
        Kind("✓", say("knowledge_state.published"), "done", "done"),
        Kind("▶", say("knowledge_state.captured"), "doing", "outline", "/"),
        Kind("×", say("know.missing"), "late_field", "late"),
    ]
    rows = [
        Stack(
            row["unit"] or say("know.no_unit"),
            [row["published"], row["captured"] - row["published"], row["missing"] or 0],
            _beside(row["captured"], row["target"], row["missing"]),
            mark("holder", row),
            loud=bool(row["missing"]),
            cell=row["source_cell"],
        )
        for row in records(holdings)
    ]
    return stacks(rows, kinds, theme=theme, width=width, empty=say("know.nothing_kept"), note=note)


def _beside(captured: int, target: float | None, missing: float | None) -> str:
    """The count against the target; without a target the count alone."""
    if target is None:
        return say("know.untargeted", captured=captured)
    key = "know.short" if missing else "know.reached"
    return say(key, captured=captured, target=labels.number(target), missing=labels.number(missing))
