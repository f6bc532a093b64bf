"""The draft of next year's plan to download, and the units that have not sent theirs."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from kmdash.domain.words import say
from kmdash.ui.pieces import note
from kmdash.ui.tables import XLSX


def draft(make: Callable[[], bytes], year: int) -> None:
    """What the draft holds, and the button that makes it when it is clicked."""
    note(say("next_year.how", year=year))
    st.download_button(
        say("next_year.draft", year=year),
        make,
        file_name=say("next_year.file", year=year),
        mime=XLSX,
        on_click="ignore",
        type="primary",
        key="draft",
    )


def missing(senders: pd.DataFrame) -> None:
    """The units without a plan of next year, by name; nothing where all have sent."""
    units = senders.loc[~senders["sent"], "unit"].tolist()
    if units:
        note(say("next_year.missing", units=" · ".join(units)))
