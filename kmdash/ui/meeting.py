"""Meeting mode: the agenda from page to page, writing down what the meeting resolves, and closing the meeting."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import streamlit as st

from kmdash.domain.fiscal import shown_date
from kmdash.domain.frames import records
from kmdash.domain.names import plan_labels, plan_names
from kmdash.domain.viewpoint import today
from kmdash.domain.words import say
from kmdash.store import Held, Resolved, Store
from kmdash.ui import frame
from kmdash.ui.asking_by import by_field, day_field, save, send
from kmdash.ui.choice import SHARED
from kmdash.ui.menu import AGENDA, MenuItem
from kmdash.ui.pieces import note
from kmdash.ui.session import View
from kmdash.ui.text import md

_YEAR = timedelta(days=366)


def agenda(view: View, store: Store, place: int | None) -> None:
    """The bar of the meeting: the page before, all pages, the page after; what is resolved; the end of the meeting."""
    with st.container(key="agenda", horizontal=True):
        if place is not None:
            _link("agenda_before", say("agenda.before"), place - 1)
            with st.popover(_numbered(place), key="agenda_pages"):
                for number, item in enumerate(AGENDA):
                    _page_link(_numbered(number), item)
            _link("agenda_after", say("agenda.after"), place + 1)
            _resolution(view, store, AGENDA[place])
        _closing(view, store)
    frame.arrow_keys()


def not_on_the_agenda() -> None:
    """What stands in the place of a page of the secretary."""
    st.title(say("agenda.none"), anchor=False)
    note(say("agenda.leave"))
    _page_link(_numbered(0), AGENDA[0])


def _numbered(place: int) -> str:
    return say("agenda.page", place=place + 1, count=len(AGENDA), page=say(f"menu.{AGENDA[place].name}"))


def _link(key: str, label: str, place: int) -> None:
    inside = 0 <= place < len(AGENDA)
    with st.container(key=key if inside else f"{key}_none", width="content"):
        if inside:
            _page_link(label, AGENDA[place], say(f"menu.{AGENDA[place].name}"))
        else:
            st.page_link(AGENDA[0].file, label=md(label), disabled=True)


def _page_link(label: str, item: MenuItem, tip: str | None = None) -> None:
    """A link that keeps every filter, also one that was changed just now."""
    names = {*st.query_params, *SHARED, "lang", "meet"}
    link = {name: st.session_state.get(name, st.query_params.get(name, "")) for name in sorted(names)}
    kept = {name: value for name, value in link.items() if value}
    st.page_link(item.file, label=md(label), help=tip, query_params=kept)


def _resolution(view: View, store: Store, item: MenuItem) -> None:
    version = view.everything.version
    with (
        st.popover(say("resolution.open"), key=f"resolution_panel_{version}"),
        st.form(f"resolution_{version}_{item.name}", border=False),
    ):
        subjects = _subjects(view, item)
        about = st.selectbox(
            say("resolution.about"),
            list(subjects),
            format_func=lambda key: subjects.get(key, key),
            accept_new_options=True,
            key=f"resolution_about_{item.name}",
        )
        text = st.text_area(say("resolution.text"), key="resolution_text")
        units = sorted(view.all_years.plans["unit"].dropna().unique())
        unit = st.selectbox(
            say("resolution.unit"), units, index=None, accept_new_options=True, placeholder="–", key="resolution_unit"
        )
        due = st.selectbox(
            say("resolution.due"),
            _due_days(view),
            index=None,
            format_func=shown_date,
            placeholder="–",
            key="resolution_due",
        )
        by = by_field("resolution_by", "stretch")
        if send("resolution_send", view, "resolution.send"):
            kind, row_id, subject = subject_of(str(about or ""), subjects)
            resolved = Resolved(
                office=view.office,
                fiscal_year=view.fiscal_year,
                about_kind=kind,
                about_id=row_id,
                about=subject,
                text=text.strip(),
                unit=unit,
                due=due,
                by=by,
                resolved_on=today(),
            )
            save(
                lambda: store.record_resolution(resolved, actor=by),
                ready=bool(resolved.text and resolved.about and by),
                told="resolution.stored",
                missing="resolution.missing",
            )


def subject_of(chosen: str, subjects: Mapping[str, str]) -> tuple[str, str | None, str]:
    """Kind, id and words of what a resolution is about: one of the list (``kind:id``), else as it was typed.

    >>> subject_of("plan:P1", {"plan:P1": "แผนที่ 1"}), subject_of(" งบ: ปีหน้า ", {})
    (('plan', 'P1', 'แผนที่ 1'), ('free', None, 'งบ: ปีหน้า'))
    """
    if chosen not in subjects:
        return "free", None, chosen.strip()
    kind, _, row_id = chosen.partition(":")
    return kind, row_id, subjects[chosen]


def _closing(view: View, store: Store) -> None:
    version = view.everything.version
    with (
        st.popover(say("meeting.close"), key=f"meeting_panel_{version}"),
        st.form(f"meeting_{version}", border=False),
    ):
        number = len(view.register.meetings) + 1
        name = st.text_input(
            say("meeting.name"),
            value=say("meeting.usual_name", number=number, year=view.fiscal_year),
            key=f"meeting_name_{number}",
        )
        day = day_field("meeting_day", view, "meeting.day", usual=today(), width="stretch")
        by = by_field("meeting_by", "stretch")
        note(say("meeting.shown", version=version or "–", day=shown_date(view.as_of)))
        if send("meeting_send", view, "meeting.send"):
            held = Held(view.office, view.fiscal_year, name.strip(), day, version or 0, view.as_of, by)
            save(
                lambda: store.mark_meeting(held, actor=by),
                ready=bool(held.name and by and version),
                told="meeting.stored",
                missing="meeting.missing",
            )


def _subjects(view: View, item: MenuItem) -> dict[str, str]:
    """What a resolution may be about, by kind and id: the page at hand first, the others, plans, activities, KPIs."""
    plans = plan_names(view.register.plans)
    pages = {f"page:{page.name}": say("resolution.page", page=say(f"menu.{page.name}")) for page in (item, *AGENDA)}
    listed = {f"plan:{plan}": label for plan, label in plan_labels(view.register.plans).items()}
    for row in records(view.register.activities):
        listed[f"activity:{row['activity_id']}"] = _told("resolution.activity", plans, row, row["no"], row["text"])
    for row in records(view.register.kpis):
        listed[f"kpi:{row['kpi_id']}"] = _told("resolution.kpi", plans, row, row["name"])
    return pages | listed


def _told(key: str, plans: dict[str, str], row: dict[str, Any], *parts: str | None) -> str:
    return say(key, plan=plans.get(row["plan_id"], ""), text=" ".join(filter(None, parts)))


def _due_days(view: View) -> list[date]:
    """The days of a year from the day shown, and of a year from today."""
    starts = (view.as_of, today())
    return sorted({start + timedelta(days=number) for start in starts for number in range(1, _YEAR.days)})
