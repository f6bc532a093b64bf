"""The draft of next year's plan to download, and the units that have not sent theirs."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from kmdash.domain.marks import marks
from kmdash.domain.words import say
from kmdash.ui import columns
from kmdash.ui.pieces import note
from kmdash.ui.tables import XLSX, grid, headed
from kmdash.ui.uploads import Upload


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


def plans_brought(files: Sequence[Upload]) -> tuple[str, int] | None:
    """The office and the fiscal year of the plans that files bring; None where they bring none."""
    found = ((part.office, part.fiscal_year) for upload in files for part in upload.parts if part.kind == "plan")
    return next(((office, year) for office, year in found if office and year), None)


def who_sent(senders: pd.DataFrame, office: str, year: int) -> None:
    """The units that have sent a plan of a year, with the files at hand, and those that have not; of one unit nothing.

    ``senders`` is ``next_year.SENDERS`` of the year before.
    """
    found = senders[senders["office"] == office].reset_index(drop=True)
    if len(found) < 2:
        return
    title = say("next_year.came", year=year, sent=int(found["sent"].sum()), units=len(found))
    st.subheader(title, anchor=False)
    missing(found)
    grid(headed(found, columns.CAME), "came", title, marks("sender", found))


def missing(senders: pd.DataFrame) -> None:
    """The units without a plan of next year, by name; nothing where all have sent."""
    units = senders.loc[~senders["sent"], "unit"].tolist()
    if units:
        note(say("next_year.missing", units=" · ".join(units)))
