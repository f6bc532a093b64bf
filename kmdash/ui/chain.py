"""From the vote to the result and back: below every page of plans or votes, one chain at a time, each step a link."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.marks import marks
from kmdash.domain.names import named, plan_names
from kmdash.domain.narrowing import narrowed
from kmdash.domain.register import selected
from kmdash.domain.scale import rounded
from kmdash.domain.words import say
from kmdash.ui import behind, columns
from kmdash.ui.menu import file_of
from kmdash.ui.pieces import folded, note
from kmdash.ui.session import View, remembered
from kmdash.ui.tables import downloads, grid, headed
from kmdash.ui.text import md

Row = Mapping[str, Any]


def walk(view: View) -> None:
    """Choose a process or a plan and go along its chain; nothing is shown without plans or votes."""
    chain: pd.DataFrame = remembered(lambda: _of_year(view), "chain")
    rows = records(chain)
    if not rows:
        return

    def draw() -> None:
        own = next((place for place, row in enumerate(rows) if view.plan and row["plan_id"] == view.plan), 0)
        chosen = st.selectbox(
            say("chain.choose"),
            range(len(rows)),
            index=own,
            format_func=lambda place: _name(rows[place]),
            key=f"chain_of_{view.fiscal_year}_{view.plan}",
        )
        if view.part:
            st.caption(say("narrow.chain", part=view.part))
        _steps(rows[chosen])
        shown = headed(chain, columns.CHAIN)
        grid(shown, "chain", say("chain.table"), marks("chain", chain))
        downloads(shown, "chain", say("chain.table"))

    behind.show_clicked(view, "chain")

    folded(say("chain.open"), "chain_panel", draw)


def _of_year(view: View) -> pd.DataFrame:
    """The chains of all plans and votes of the view's office and year, whichever plan and unit it is narrowed to."""
    year = selected(view.everything, office=[view.office] if view.office else [], fiscal_year=[view.fiscal_year])
    part = narrowed(year, view.only, view.as_of, view.settings.within)
    return named(view.tools.chain(part, view.as_of, view.settings), plan_names(year.plans))


def _name(row: Row) -> str:
    """A chain by its process and its plan."""
    return " · ".join(filter(None, [row["process"], row["plan"]]))


def _steps(row: Row) -> None:
    """The four steps side by side, those that exist as links that keep the filters and narrow to the plan."""
    if row["link"] == "likely":
        note(say("chain.likely"))
    link = {**st.query_params.to_dict(), "plan": row["plan_id"] or ""}
    with st.container(horizontal=True, key="chain_steps"):
        for page, text in _texts(row).items():
            if text is None:
                st.markdown(md(say(f"chain.no_{page}")))
            else:
                st.page_link(
                    file_of(page), label=md(text), query_params={key: value for key, value in link.items() if value}
                )


def _vote(row: Row) -> str:
    """The candidate's place in the vote, and whether it is chosen or waits for a decision."""
    key = "undecided" if row["selected"] is None else "chosen" if row["selected"] else "not_chosen"
    return say("chain.vote", rank=row["rank"], votes=row["votes"], chosen=say(f"chain.{key}"))


def _texts(row: Row) -> dict[str, str | None]:
    """What each step says; None where the chain ends."""
    vote = _vote(row) if row["rank"] is not None else None
    if row["plan_id"] is None:
        return {"vote": vote, "coverage": None}
    score = "–" if row["score"] is None else str(rounded(row["score"]))
    return {
        "vote": vote,
        "coverage": say("chain.plan", plan=row["plan"]),
        "calendar": say("chain.activities", done=row["done"], activities=row["activities"]),
        "attainment": say("chain.kpis", kpis=row["kpis"], score=score),
    }
