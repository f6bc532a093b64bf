"""What is typed on the learning page: a review, a SWOT, what became of an activity in a year, the area of a plan."""

from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.identity import numbered
from kmdash.domain.learning import AAR_TEXTS, AREAS, SWOT_TEXTS
from kmdash.domain.names import plan_labels
from kmdash.domain.steps import steps_of_activity
from kmdash.domain.template import STATUSES
from kmdash.domain.words import numerals, say
from kmdash.store import LearnedEntry, Store
from kmdash.ui.asking_by import by_field, day_field, save, send
from kmdash.ui.session import View

_TALL = 90
_TEXTS = {"aars": AAR_TEXTS, "swots": SWOT_TEXTS}


def notes(view: View, store: Store) -> None:
    """The forms of a review and of a SWOT, of an activity, a plan or (SWOT) the whole office."""
    plans = {plan: numerals(label) for plan, label in plan_labels(view.register.plans).items()}
    activities = {row["activity_id"]: row for row in records(view.register.activities)}
    named = {key: numerals(_named(row)) for key, row in activities.items()}
    for frame, texts in _TEXTS.items():
        whole = {"": say("lessons.office")} if frame == "swots" else {}
        names = whole | plans | named
        with st.expander(say(f"lessons.enter_{frame}"), key=f"{frame}_panel"):
            about = _about(names, frame)
            if about is not None:
                plan = activities[about]["plan_id"] if about in activities else about or None
                row = {"plan_id": plan, "activity_id": about if about in activities else None}
                _note(view, store, frame, texts, row)


def _about(names: dict[str, str], frame: str) -> str | None:
    """The list of what a note may be of."""
    return st.selectbox(
        say("lessons.of_what"), list(names), format_func=lambda key: names.get(key, key), key=f"{frame}_about"
    )


def _note(view: View, store: Store, frame: str, texts: tuple[str, ...], about: dict[str, Any]) -> None:
    if frame == "aars":
        about = about | {"of_year": _year_of(view, "aars_year")}
    held = _held(view, frame, about)
    key = "_".join(str(value or "") for value in about.values()) + f"_{view.everything.version}"
    with st.form(f"{frame}_{key}", border=False):
        says = {
            name: st.text_area(say(f"column.{name}"), held.get(name) or "", height=_TALL, key=f"{frame}_{name}_{key}")
            for name in texts
        }
        _sent(view, store, frame, about, says, bool(held), key)


def year(view: View, store: Store, years: pd.DataFrame) -> None:
    """The form of what became of an activity in a fiscal year: state, steps of the checklist, result."""
    activities = {row["activity_id"]: row for row in records(view.register.activities)}
    recurring = [key for key in years["activity_id"].unique() if key in activities]
    keys = [*recurring, *(key for key in activities if key not in recurring)]
    if not keys:
        return
    names = {key: numerals(_named(activities[key])) for key in keys}
    with st.expander(say("lessons.enter_year"), key="year_panel"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            about = st.selectbox(
                say("lessons.activity"), keys, format_func=lambda key: names.get(key, key), key="year_about", width=620
            )
            of_year = _year_of(view, "year_year")
        it = {"plan_id": activities[about]["plan_id"], "activity_id": about, "of_year": of_year}
        held = _held(view, "activity_years", it)
        key = f"{about}_{of_year}_{view.everything.version}"
        with st.form(f"year_{key}", border=False):
            says = _year_fields(activities[about], held, key)
            _sent(view, store, "activity_years", it, says, bool(held), key)


def _year_fields(activity: dict[str, Any], held: dict[str, Any], key: str) -> dict[str, str | None]:
    words = {code: word for word, code in STATUSES.items()}
    codes = list(words)
    status = st.selectbox(
        say("lessons.status"),
        codes,
        index=codes.index(held["status"]) if held.get("status") in words else None,
        format_func=lambda code: words.get(code, code),
        placeholder="–",
        key=f"year_status_{key}",
        width=320,
    )
    steps = {step.number: numerals(f"{step.number} {step.text}") for step in steps_of_activity(activity)}
    ticked: list[str] = []
    if steps:
        before = [number for number in (held.get("ticked") or "").split(",") if number in steps]
        ticked = st.multiselect(
            say("lessons.checklist"),
            list(steps),
            default=before,
            format_func=lambda number: steps.get(number, number),
            placeholder="–",
            key=f"year_ticks_{key}",
        )
    result = st.text_area(say("column.year_result"), held.get("result") or "", height=_TALL, key=f"year_result_{key}")
    return {"status": status, "ticked": ",".join(sorted(ticked, key=int)), "result": result}


def area(view: View, store: Store) -> None:
    """The form that says to which area a plan belongs; nothing is chosen beforehand."""
    plans = {plan: numerals(label) for plan, label in plan_labels(view.register.plans).items()}
    if not plans:
        return
    with st.expander(say("lessons.enter_area"), key="area_panel"):
        plan = st.selectbox(
            say("lessons.plan"), list(plans), format_func=lambda key: plans.get(key, key), key="area_plan"
        )
        about = {"plan_id": plan}
        held = _held(view, "area_plans", about)
        key = f"{plan}_{view.everything.version}"
        with st.form(f"area_{key}", border=False):
            names = {name: say(f"area.{name}") for name in AREAS}
            chosen = st.selectbox(
                say("column.area"),
                list(names),
                index=AREAS.index(held["area"]) if held.get("area") in AREAS else None,
                format_func=lambda name: names.get(name, name),
                placeholder="–",
                key=f"area_{key}_which",
                width=420,
            )
            _sent(view, store, "area_plans", about, {"area": chosen}, bool(held), key)


def _sent(
    view: View, store: Store, frame: str, about: dict[str, Any], says: dict[str, Any], there: bool, key: str
) -> None:
    """The day, who records it, and the button; what says nothing takes back what was there."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        day, by = day_field(f"{frame}_day_{key}", view), by_field(f"{frame}_by")
    if send(f"{frame}_send", view):
        said = any((text or "").strip() for text in says.values())
        entry = LearnedEntry(frame, view.office, view.fiscal_year, about, says, by, day)
        save(lambda: store.record_entry(entry, actor=by), ready=bool(by and (said or there)))


def _held(view: View, frame: str, about: dict[str, Any]) -> dict[str, Any]:
    """What is there already of a thing."""
    rows = records(view.register.frames[frame])
    return next((row for row in rows if all(row[name] == value for name, value in about.items())), {})


def _year_of(view: View, key: str) -> int:
    """The fiscal year something is told of: the one looked at, the one before, or one of the three after."""
    years = list(range(view.fiscal_year - 1, view.fiscal_year + 4))
    shown = {year: numerals(str(year)) for year in years}
    return st.selectbox(
        say("column.of_year"), years, index=1, format_func=lambda year: shown.get(year, str(year)), key=key, width=200
    )


def _named(row: dict[str, Any]) -> str:
    return numbered(row["no"], row["text"])
