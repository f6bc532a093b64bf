"""What stands behind the mark that was clicked: a dialog with its items, and the cell each of them came from.

A page ends with ``behind.show(view)`` and hands in what it measured under settings of its own; charts and tables
remember by themselves which mark was chosen. A link can name an item, too (``?item=``).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from kmdash.domain import words
from kmdash.domain.behind import Item, of_activities, of_candidates, of_kpis, of_plans, of_questions
from kmdash.domain.behind_knowledge import of_knowledge
from kmdash.domain.behind_rows import of_proposed, of_rows, scored_for
from kmdash.domain.fiscal import shown_month
from kmdash.domain.frames import records
from kmdash.domain.items import items
from kmdash.domain.marks import COMMITTEE, Mark
from kmdash.domain.names import named, plan_labels, plan_names
from kmdash.domain.pointed import pointed
from kmdash.domain.problem import awaits_answer
from kmdash.domain.register import selected
from kmdash.domain.stages import CHANGE, COMPONENTS, STAGES
from kmdash.domain.words import say
from kmdash.store import Store
from kmdash.ui import marked, origin, session
from kmdash.ui.pieces import STATE_GLYPHS, note
from kmdash.ui.session import View, remembered
from kmdash.ui.text import escaped, in_words, md

AT_ONCE = 12  # items spelt out before more are asked for
_GLYPHS = {**STATE_GLYPHS, "none": "○", "chosen": "✓", "others": "–", "tied": "◆", "open": "?"}
_KPI_MARKS = ("kpi", "score", "scores", "plan")
_VOTE_MARKS = ("candidate", "candidates", "chain", "decide")
_NAMES_ITSELF = ("unit", "holder", "members", "shelf", "met", "sender")
_NAMED = ("done", "overdue", "due", "score", "decide")


def show(
    view: View,
    *,
    kpis: pd.DataFrame | None = None,
    candidates: pd.DataFrame | None = None,
    months: pd.DataFrame | None = None,
    others: Mapping[str, Callable[[Mark], list[Item]]] | None = None,
) -> None:
    """Open the dialog of the mark that led to this run, else of the item the link names; nothing where neither is.

    Parameters
    ----------
    kpis, candidates, months : DataFrame
        ``results.ATTAINMENT``, ``results.TALLY`` and ``results.CALENDAR`` as the page shows them.
    others : the items behind marks of the page's own kinds, by kind
    """
    clicked, linked = marked.chosen(), marked.linked()
    mark = clicked or linked
    if mark is None:
        return
    own = (others or {}).get(mark[0])
    found = own(mark) if own else items_of(mark, view, kpis, candidates, months)
    _dialog(mark, view, found, linked=linked is not None)


def show_clicked(view: View, kind: str) -> None:
    """Open the dialog of a mark of this kind that led to this run of a piece that runs again without its page."""
    if marked.is_chosen(kind) and (mark := marked.chosen()):
        _dialog(mark, view, items_of(mark, view))


def _dialog(mark: Mark, view: View, found: list[Item], *, linked: bool = False) -> None:
    title = _title(mark, view) or say("behind.title")
    store = session.store()
    apart = session.apart(lambda: _body(view, store, found))
    st.dialog(md(title), width="large", on_dismiss=marked.forget if linked else "ignore")(apart)()


def items_of(
    mark: Mark,
    view: View,
    kpis: pd.DataFrame | None = None,
    candidates: pd.DataFrame | None = None,
    months: pd.DataFrame | None = None,
) -> list[Item]:
    """What stands behind a mark, as the page it was chosen on shows it."""
    kept = of_knowledge(mark, view.register)
    if kept is not None:
        return kept
    rows = of_rows(mark, selected(view.everything, office=[view.office] if view.office else []))
    if rows is not None:
        return rows
    register, day, kind = view.all_years, view.as_of, mark[0]
    names = plan_names(register.plans)
    found: list[Item] = []
    if kind == "decide":
        own = {
            None,
            *view.register.plans["plan_id"],
            *view.register.activities["activity_id"],
            *view.register.kpis["kpi_id"],
        }
        asked = [row for row in records(view.register.problems) if awaits_answer(row)]
        found += of_questions(
            row for row in asked if row["frame"] not in ("plans", "activities", "kpis") or row["row_id"] in own
        )
    else:
        state = remembered(lambda: named(items(register, day, view.settings.within), names), "behind_items")
        behind = pointed(mark, state, register.plans, view.fiscal_year, day, months)
        found += of_activities(behind, register, day)
    if kpis is not None and kind in _KPI_MARKS:
        found += of_kpis(named(_scored(mark, kpis), names), register, day)
    if candidates is not None and kind in _VOTE_MARKS:
        tied = candidates["tied_at_cut"].fillna(False) & candidates["selected"].isna()
        chosen = tied if kind == "decide" else candidates["candidate_id"].isin(mark[1].split("\n"))
        found = of_candidates(candidates[chosen], register) + found
    elif kind == "chain":
        proposed = view.everything.candidates
        found = of_proposed(proposed[proposed["candidate_id"] == mark[1]]) + found
    if kind == "stage" and not found:
        found += of_plans(register.plans[register.plans["plan_id"] == mark[1]], say("behind.gap_why"))
    return found


def _scored(mark: Mark, kpis: pd.DataFrame) -> pd.DataFrame:
    """The KPIs a mark is about."""
    kind = mark[0]
    if kind == "scores":
        return scored_for(mark, kpis)
    return kpis if kind == "score" else kpis[kpis[f"{kind}_id"] == mark[1]]


def _title(mark: Mark, view: View) -> str:
    """What was clicked, in words; "" where the item says it itself."""
    kind, *ids = mark
    plans = view.all_years.plans
    labels = plan_labels(plans)
    if kind in _NAMED:
        return say(f"tile.{kind}")
    if kind == "stage" and ids[1]:
        change = plans.loc[plans["plan_id"] == ids[0], "process"].eq(CHANGE).any()
        name = _stage(CHANGE if change else "", ids[1])
        return say("behind.stage", plan=labels.get(ids[0], ids[0]), number=ids[1], name=name)
    if kind == "stages" and ids[1]:
        return say("behind.stage", plan=say("filter.all_plans"), number=ids[1], name=_stage(*ids))
    if kind in ("stage", "plan"):
        return labels.get(ids[0], ids[0])
    if kind in _NAMES_ITSELF:
        return ids[0]
    if kind == "scores":
        return ids[1] or say(f"rollup_level.{ids[0]}")
    if kind == "year":
        return say("behind.year", year=ids[0])
    if kind in ("load", "owned"):
        month = shown_month(date.fromisoformat(ids[1]))
        return say("behind.load", name=ids[0] or say(f"behind.no_{kind}"), month=month)
    if kind == "month":
        whose = say("layer.committee") if ids[0] == COMMITTEE else labels.get(ids[0], say("filter.all_plans"))
        return say("behind.month", name=whose, month=shown_month(date.fromisoformat(ids[1])))
    if kind in ("until", "grown"):
        return say(f"behind.{kind}", month=shown_month(date.fromisoformat(ids[-1])))
    return ""


def _stage(process: str, number: str) -> str:
    stage = (COMPONENTS if process == CHANGE else STAGES)[int(number) - 1]
    return stage.thai if words.language() == "th" else stage.english


def _body(view: View, store: Store, found: Sequence[Item]) -> None:
    """The items, each with its sources; below an item the source that was asked for.

    What was clicked stays where it is, so the keyboard's focus does, too.
    """
    st.html(f'<style>[data-testid="stDialog"] {{ color-scheme: {view.theme}; }}</style>')
    if not found:
        note(say("behind.nothing"))
    if len(found) > 1:
        st.caption(say("behind.count", count=len(found)))
    shown = st.session_state.get(marked.SHOWN, AT_ONCE)
    for place, item in enumerate(found[:shown]):
        st.html(_card(item))
        with st.container(horizontal=True, gap="small", key=f"behind_sources_{place}"):
            for which, source in enumerate(item.sources):
                where = f" · {source.cell}" if source.cell else ""
                st.button(
                    md(f"{source.told}{where}"),
                    key=f"behind_{place}_{which}",
                    icon=":material/table_view:",
                    on_click=_open,
                    args=(place, which),
                )
        opened = st.session_state.get(marked.OPENED)
        if opened and opened[0] == place:
            with st.container(key="behind_origin"):
                origin.show(view, store, item.sources[opened[1]])
    if len(found) > shown:
        st.button(say("behind.more", count=len(found) - shown), key="behind_more", on_click=_more, args=(len(found),))


def _card(item: Item) -> str:
    facts = "".join(
        f"<div><dt>{escaped(say(f'behind.{key}'))}</dt><dd>{in_words(text)}</dd></div>" for key, text in item.facts
    )
    why = f'<p class="why">{in_words(item.why)}</p>' if item.why else ""
    return (
        f'<article class="km-item {escaped(item.mark)}"><p><b>{in_words(item.name)}</b></p>'
        f'<p class="state">{_GLYPHS.get(item.mark, "")} {in_words(item.state)}</p>{why}<dl>{facts}</dl></article>'
    )


def _open(place: int, which: int) -> None:
    """Show a source, or no more where it is shown already."""
    shown = st.session_state.get(marked.OPENED) == (place, which)
    st.session_state[marked.OPENED] = None if shown else (place, which)


def _more(count: int) -> None:
    st.session_state[marked.SHOWN] = count
