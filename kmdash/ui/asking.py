"""Questions in place: those of the chosen files before they are stored, those of the store after."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from kmdash.domain.columns import PLANS
from kmdash.domain.frames import frame
from kmdash.domain.names import plan_names
from kmdash.domain.reading import Part
from kmdash.domain.words import say
from kmdash.store import Store
from kmdash.ui import columns, sheet_map, uploads
from kmdash.ui.confirm import show_difference, tell_kept
from kmdash.ui.pieces import note
from kmdash.ui.questions import Finding, ask, in_language, open_questions, spell_out, still_open
from kmdash.ui.session import View, apart, current
from kmdash.ui.tables import XLSX, headed, table
from kmdash.ui.text import md
from kmdash.ui.uploads import Upload


def of_files(files: Sequence[Upload], difference: pd.DataFrame) -> None:
    """Three panels: what was found, what was understood, what would change."""
    problems = [upload.problems for upload in files]
    waiting = sum(still_open(found) for found in problems)
    check, understood, compare = st.tabs(
        [say("upload.tab_check", count=waiting), say("upload.tab_understood"), say("upload.tab_difference")]
    )
    with check:
        for number, (upload, found) in enumerate(zip(files, problems, strict=True)):
            ask(found, partial(uploads.answer, upload), name=f"file{number}")
            spell_out(found)
        if any(len(found) for found in problems):
            told = headed(in_language(pd.concat(problems)), columns.PROBLEMS)
            table(told, "problems", say("upload.problems"))
            for number, upload in enumerate(files):
                _copy(upload, number)
        else:
            note(say("upload.no_findings"))
    with understood:
        for number, upload in enumerate(files):
            sheet_map.show(upload, number, current())
        uploads.understood(files)
    with compare:
        plans = [plan for upload in files if upload.reading for plan in upload.reading.rows("plans")]
        tell_kept(files, difference, current().everything)
        show_difference(difference, plan_names(frame(PLANS, plans)))


def _copy(upload: Upload, number: int) -> None:
    """The upload again, with the findings on its cells."""
    reading = upload.reading
    if reading is None or not reading.problems:
        return
    st.download_button(
        say("upload.annotated", file=md(upload.name)),
        apart(lambda: current().tools.annotated(upload.data, upload.name, reading)),
        file_name=say("upload.annotated_name", file=upload.name.rpartition(".")[0] or upload.name),
        mime=XLSX,
        on_click="ignore",
        key=f"annotated_{number}",
    )


def of_store(view: View, store: Store) -> None:
    """The open questions of what is stored, answered one by one; each answer is a version of its own."""
    waiting = open_questions(view.everything.problems)
    if waiting.empty or not view.newest:
        return
    st.header(say("upload.questions", count=len(waiting)), anchor=False)

    def answer(finding: Finding, text: str) -> None:
        year = _year_of(store.parts(), finding["problem_id"])
        patch = view.tools.answer_patch(finding, text, year)
        store.answer(finding["problem_id"], text, patch, actor=say("confirm.secretary"))

    ask(waiting, answer, name="store")


def _year_of(parts: Sequence[Part], problem_id: str) -> int | None:
    for part in parts:
        if any(row["problem_id"] == problem_id for row in part.records.get("problems", ())):
            return part.fiscal_year
    return None
