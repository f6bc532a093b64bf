"""A chart on the page, and what stands in its place where the screen is too narrow for it."""

from typing import Any

import streamlit as st

from kmdash.domain.words import say
from kmdash.ui.text import escaped


def half(width: int) -> int:
    """The width of a chart beside the overview's table, of the full width."""
    return width * 2 // 5


def chart(figure: Any, name: str, told: str, config: dict[str, Any]) -> None:
    """Show a Plotly figure as it is, over the full width; ``told`` says it in words to who cannot see it."""
    with st.container(key=f"wide-{name}"):
        st.plotly_chart(figure, theme=None, width="stretch", key=f"chart_{name}", config=config, alt=told)
    with st.container(key=f"narrow-{name}"):
        st.html(f'<p class="km-note">{escaped(say("chart.narrow"))}</p>')
