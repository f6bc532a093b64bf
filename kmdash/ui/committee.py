"""The committee on its page: steps with what is done, roles and duties, and the forms that record them."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.identity import numbered
from kmdash.domain.marks import Mark, recorded
from kmdash.domain.names import plan_labels
from kmdash.domain.viewpoint import today
from kmdash.domain.words import numerals, say
from kmdash.store import RoleEntry, StepEntry, Store, SummaryEntry
from kmdash.ui import columns
from kmdash.ui.asking_by import by_field, days_around, save, send
from kmdash.ui.pieces import note
from kmdash.ui.session import View
from kmdash.ui.tables import downloads, grid, headed, table
from kmdash.ui.text import in_words

_DONE = ("done", "done_late")
_ROWS = 110  # pixels of a text of the summary
SUMMED_UP = ("progress", "factors", "obstacles", "remedies")


def title(found: pd.DataFrame) -> str:
    """How many of the committee's steps are done, which waits longest past its day, or else which is next.

    Without steps how many roles there are.
    """
    steps = found[found["kind"] == "step"]
    roles = int((found["kind"] == "role").sum())
    if steps.empty:
        return say("title.committee.roles", roles=roles) if roles else say("title.committee.none")
    done, dated = steps["state"].isin(_DONE), steps[steps["due"].notna()].sort_values("due", kind="stable")
    head = say("title.committee.steps", done=int(done.sum()), steps=len(steps))
    late = records(dated[dated["state"] == "overdue"])
    if late:
        return say("title.committee.late", head=head, late=len(late), **_named(late[0]))
    ahead = records(dated[~dated["state"].isin([*_DONE, "cancelled"])])
    return say("title.committee.next", head=head, **_named(ahead[0])) if ahead else head


def _named(row: dict[str, Any]) -> dict[str, str]:
    step = say("committee.step_no", no=row["no"]) if row["no"] else row["text"] or "–"
    return {"step": step, "day": shown_date(row["due"])}


def steps(view: View, store: Store, found: pd.DataFrame) -> None:
    """The calendar's steps with their state, those out of order told, and the form that marks one as done."""
    rows = found[found["kind"] == "step"].reset_index(drop=True)
    if rows.empty:
        return
    st.header(say("committee.calendar"), anchor=False)
    for row in records(rows[rows["finding_no"].notna()]):
        told = {
            "no": row["no"] or "–",
            "period": row["period_text"],
            "next": row["finding_no"],
            "when": row["finding"],
        }
        note(say("committee.out_of_order", **told))
    marks: list[Mark] = [("item", row["row_id"]) for row in records(rows)]
    name = say("committee.calendar")
    shown = headed(rows, columns.COMMITTEE_STEPS)
    grid(shown, "committee_steps", name, marks, {"step_text": 420})
    downloads(shown, "committee_steps", name)
    if not view.meeting:
        _step_form(view, store, records(rows))


def roles(view: View, store: Store, found: pd.DataFrame) -> None:
    """The roles with their positions and duties, and the form that adds or changes one."""
    rows = found[found["kind"] == "role"].reset_index(drop=True)
    st.header(say("committee.roles"), anchor=False)
    if rows.empty:
        note(say("committee.no_roles"))
    else:
        st.html(f'<div class="km-roles">{"".join(_card(row) for row in records(rows))}</div>')
        shown = headed(rows.assign(role=rows["name"]), columns.DUTIES)
        told = recorded("duties", rows.assign(duty_id=rows["row_id"]))
        table(shown, "duties", say("committee.roles"), marks=told)
    if not view.meeting:
        _role_form(view, store, rows)


def summaries(view: View, store: Store, found: pd.DataFrame) -> None:
    """The secretary's summaries as a table with its downloads, and the form that writes one."""
    rows = found[found["kind"] == "summary"].reset_index(drop=True)
    st.header(say("committee.summary"), anchor=False)
    labels = {"": say("committee.whole"), **plan_labels(view.register.plans)}
    if rows.empty:
        note(say("committee.no_summary"))
    else:
        named = rows.assign(plan=[labels.get(row["plan_id"] or "", row["name"] or "") for row in records(rows)])
        shown, name = headed(named, columns.SUMMARIES), say("committee.summary")
        st.html("".join(_told(row, labels) for row in records(rows)))
        told = recorded("summaries", rows.assign(summary_id=rows["row_id"]))
        table(shown, "summaries", name, marks=told, widths=dict.fromkeys(SUMMED_UP, 260))
    if not view.meeting:
        _summary_form(view, store, labels, {row["plan_id"] or "": row for row in records(rows)})


def _card(row: dict[str, Any]) -> str:
    duties = "".join(f"<li>{in_words(line)}</li>" for line in (row["duties"] or "").split("\n") if line)
    holders = "<br>".join(in_words(line) for line in (row["holders"] or "").split("\n"))
    return (
        f'<article class="km-item"><p><b>{in_words(row["name"] or "–")}</b></p><p class="state">{holders}</p>'
        f"<ol>{duties}</ol></article>"
    )


def _told(row: dict[str, Any], labels: dict[str, str]) -> str:
    texts = "".join(
        f"<div><dt>{in_words(say(f'column.{name}'))}</dt><dd>{_lines(row[name])}</dd></div>"
        for name in SUMMED_UP
        if row[name]
    )
    day = f" · {in_words(shown_date(row['written_on']))}" if row["written_on"] else ""
    by = in_words(row["by"] or "–")
    name = in_words(labels.get(row["plan_id"] or "", row["name"] or ""))
    head = f'<p><b>{name}</b></p><p class="state">{by}{day}</p>'
    return f'<article class="km-item km-sum">{head}<dl>{texts}</dl></article>'


def _lines(text: str) -> str:
    return "<br>".join(in_words(line) for line in text.split("\n"))


def _step_form(view: View, store: Store, rows: list[dict[str, Any]]) -> None:
    names = {row["row_id"]: numerals(numbered(row["no"], row["text"])) for row in rows}
    undone = [row["row_id"] for row in rows if row["state"] not in _DONE]
    version = view.everything.version
    with st.expander(say("committee.mark"), key="step_panel"), st.form(f"step_{version}", border=False):
        step = st.selectbox(
            say("committee.step"),
            [*undone, *(key for key in names if key not in undone)],
            format_func=lambda key: names.get(key, key),
            key="step_which",
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            days: list[date | None] = [None, *sorted({*days_around(view.fiscal_year + 1), view.as_of})]
            day = st.selectbox(
                say("committee.done_on"),
                days,
                index=days.index(view.as_of),
                format_func=lambda day: shown_date(day) if day else say("committee.not_done"),
                key="step_day",
                width=220,
            )
            text = st.text_input(say("committee.note"), key="step_note", width=360)
            by = by_field("step_by")
        if send("step_send", view):
            entry = StepEntry(view.office, view.fiscal_year, str(step), day, text, by)
            save(lambda: store.record_entry(entry, actor=by), ready=bool(by and step))


def _role_form(view: View, store: Store, rows: pd.DataFrame) -> None:
    known = {row["name"]: row for row in records(rows) if row["name"]}
    version = view.everything.version
    with st.expander(say("committee.enter_role"), key="role_panel"):
        role = st.selectbox(
            say("column.role"), list(known), index=None, accept_new_options=True, placeholder="–", key="role_which"
        )
        row = known.get(role or "", {})
        with st.form(f"role_{version}_{role}", border=False):
            holders = st.text_area(say("committee.holders"), row.get("holders") or "", key=f"role_holders_{role}")
            duties = st.text_area(say("committee.duties"), row.get("duties") or "", key=f"role_duties_{role}")
            st.caption(say("committee.no_persons"))
            by = by_field("role_by")
            if send("role_send", view):
                entry = RoleEntry(view.office, view.fiscal_year, role or "", holders, duties)
                save(lambda: store.record_entry(entry, actor=by), ready=bool(role and by and (holders or duties)))


def _summary_form(view: View, store: Store, labels: dict[str, str], known: dict[str, Any]) -> None:
    version = view.everything.version
    labels = {key: numerals(label) for key, label in labels.items()}
    with st.expander(say("committee.write"), key="summary_panel"):
        plan = st.selectbox(
            say("committee.of"),
            list(labels),
            format_func=lambda key: labels.get(key, key),
            key="summary_plan",
        )
        row = known.get(plan, {})
        with st.form(f"summary_{version}_{plan}", border=False):
            texts = {
                name: st.text_area(
                    say(f"column.{name}"), row.get(name) or "", height=_ROWS, key=f"summary_{name}_{plan}_{version}"
                )
                for name in SUMMED_UP
            }
            by = by_field("summary_by")
            if send("summary_send", view):
                entry = SummaryEntry(view.office, view.fiscal_year, plan or None, **texts, by=by, written_on=today())
                save(lambda: store.record_entry(entry, actor=by), ready=bool(by and any(texts.values())))
