"""What became of the knowledge an office needs, issue by issue."""

import pandas as pd
import plotly.graph_objects as go

from kmdash.domain.frames import records
from kmdash.domain.knowledge import STATES
from kmdash.domain.marks import mark
from kmdash.domain.words import say
from kmdash.plots.stacks import Kind, Stack, stacks

_LOOKS = {
    "published": ("✓", "done", "done", ""),
    "captured": ("▶", "doing", "outline", "/"),
    "planned": ("○", "todo", "outline", ""),
    "needed": ("×", "late_field", "late", ""),
}


def inventory(inventory: pd.DataFrame, *, theme: str, width: int, note: str | None = None) -> go.Figure:
    """One row a line of Form 1: how many pieces are published, captured, planned, or have no plan.

    Parameters
    ----------
    inventory : DataFrame, one row a piece of knowledge (``domain.knowledge.INVENTORY``)
    theme : ``light`` or ``dark``
    width : pixels the page gives the chart
    note : a line printed below
    """
    lines: dict[str, list[dict]] = {}
    for row in records(inventory):
        lines.setdefault(row["knowledge_id"], []).append(row)
    kinds = [Kind(_LOOKS[state][0], say(f"knowledge_state.{state}"), *_LOOKS[state][1:]) for state in STATES]
    rows = [
        Stack(
            " · ".join(
                filter(None, [own[0]["critical_process"] or own[0]["issue"] or own[0]["plan"], own[0]["category"]])
            ),
            [sum(row["state"] == state for row in own) for state in STATES],
            say("know.beside", captured=sum(row["captured"] > 0 for row in own), needed=len(own)),
            mark("line", own[0]),
            cell=own[0]["source_cell"],
        )
        for own in lines.values()
    ]
    return stacks(rows, kinds, theme=theme, width=width, empty=say("know.nothing_needed"), note=note)
