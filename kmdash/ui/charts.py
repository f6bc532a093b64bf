"""A chart on the page, and what stands in its place where the screen is too narrow for it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from kmdash.domain.words import say
from kmdash.ui.heading import of_part
from kmdash.ui.marked import choose, labels
from kmdash.ui.narrow import Group, listing
from kmdash.ui.pieces import note
from kmdash.ui.text import pieces

CAMERA = Path(__file__).with_name("picture.js")


def half(width: int) -> int:
    """The width of a chart beside the overview's table, of the full width."""
    return width * 2 // 5


def chart(figure: Any, name: str, told: str, config: dict[str, Any], groups: Sequence[Group] = ()) -> None:
    """Show a Plotly figure as it is, over the full width; ``told`` says it in words to who cannot see it.

    A click on a cell, bar or label with a mark chooses it; the chart then gets a key of its own, so that nothing in it
    stays selected. ``groups`` (``ui.narrow``) are the same as a list, shown instead on a screen too narrow for
    the figure.
    """
    count = f"{name}_chosen"
    key = f"chart_{name}_{st.session_state.get(count, 0)}"

    def tell() -> None:
        points = st.session_state[key].selection.points
        mark = next((point["customdata"] for point in points if point.get("customdata")), None)
        if mark:
            choose(tuple(mark))
            st.session_state[count] = st.session_state.get(count, 0) + 1

    with st.container(key=f"wide-{name}"):
        st.plotly_chart(
            figure,
            theme=None,
            width="stretch",
            key=key,
            config=config,
            alt=of_part(told),
            on_select=tell,
            selection_mode="points",
        )
        labels(name)
        camera(name, told, config["toImageButtonOptions"])
    with st.container(key=f"narrow-{name}"):
        if groups:
            listing(groups, name)
        else:
            note(say("chart.narrow"))


def camera(name: str, told: str, options: dict[str, Any]) -> None:
    """Let the camera of the chart of this container save it under what ``told`` says and the page's subtitle.

    ``options``: the ``toImageButtonOptions`` of the chart's ``config``, whose file name and scale the picture has.
    """
    takes = st.components.v2.component("km_camera", js=CAMERA.read_text(encoding="utf-8"), isolate_styles=False)
    picture = {"finding": pieces(of_part(told)), "name": options["filename"], "scale": options["scale"]}
    takes(key=f"camera_{name}", data=picture)
