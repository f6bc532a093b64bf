"""Files a secretary has chosen: read once, kept for the visit, asked whose they are."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.frames import frame, records
from kmdash.domain.identity import activity_label, choice_named
from kmdash.domain.problem import PROBLEMS, UnreadableFile
from kmdash.domain.reading import Part, Reading, Record
from kmdash.domain.shape import Shape
from kmdash.domain.viewpoint import fiscal_years_of, offices_of
from kmdash.domain.wording import told
from kmdash.domain.words import catalogue, say
from kmdash.store import Answer, Store
from kmdash.ui.pieces import Tile, tiles
from kmdash.ui.questions import cells_to_check, open_questions
from kmdash.ui.session import Tools, View, current
from kmdash.ui.tables import grid
from kmdash.ui.text import md

LARGEST_MB = 20
_KEPT, _ROUND = "uploads", "upload_round"
_UNDERSTOOD = {"file": "str", "sheet": "str", "range": "str", "kind": "str", "rows": "int", "why": "str"}
_IGNORED = {"file": "str", "range": "str", "cells": "int", "reason": "str"}


@dataclass
class Upload:
    """A chosen file: its reading, or why it could not be read, and the answers given so far.

    ``remembered`` are answers of earlier imports (by the problem's id), ``recalled`` what they were looked up for.
    ``as_read`` is the reading before its rows were matched with those of the store (as of ``matched_for``),
    ``same_as`` what was decided of doubtful ones (the id by the cell, "" for a new one), and of tables of KPIs that
    stand apart (the plan's label by the cell). ``shapes`` are the mappings made by hand for it, ``looks`` its sheets
    as typed, once they were asked for.
    """

    name: str
    data: bytes
    reading: Reading | None = None
    refused: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    remembered: dict[str, str] = field(default_factory=dict)
    recalled: tuple[Hashable, ...] = ()
    shapes: list[Shape] = field(default_factory=list)
    as_read: Reading | None = None
    matched_for: tuple[Hashable, ...] = ()
    same_as: dict[str, str] = field(default_factory=dict)
    looks: list[Any] | None = None

    @property
    def parts(self) -> list[Part]:
        """What the file gives the register; nothing if it could not be read or nothing in it was recognised."""
        return self.reading.parts if self.reading else []

    @property
    def problems(self) -> pd.DataFrame:
        """The findings, with the answers given so far and those remembered."""
        problems = frame(PROBLEMS, self.reading.rows("problems") if self.reading else ())
        answers = self.remembered | {key: answer.answer for key, answer in self.answers.items()}
        given = problems["problem_id"].map(answers)
        return problems.assign(answer=problems["answer"].fillna(given.astype("str")))


def chosen(tools: Tools, shapes: Sequence[Shape]) -> list[Upload]:
    """The place to drop files, and what has been read of those dropped; each is read once a visit.

    ``shapes`` are the mappings remembered.
    """
    words = {"choose": say("upload.button"), "refused": say("upload.too_large", largest=LARGEST_MB)}
    variables = " ".join(f'--km-{name}: "{text}";' for name, text in words.items())
    st.html(f"<style>:root {{ {variables} }}</style>")
    files = st.file_uploader(
        say("upload.choose"),
        accept_multiple_files=True,
        max_upload_size=LARGEST_MB,
        key=f"files_{st.session_state.get(_ROUND, 0)}",
    )
    kept: dict[str, Upload] = st.session_state.setdefault(_KEPT, {})
    for file in files:
        if file.file_id not in kept:
            with st.spinner(say("upload.reading", file=md(file.name))):
                kept[file.file_id] = _read(tools, file.name, file.getvalue(), shapes)
    current_ids = {file.file_id for file in files}
    st.session_state[_KEPT] = {key: upload for key, upload in kept.items() if key in current_ids}
    return list(st.session_state[_KEPT].values())


def forget() -> None:
    """Drop the chosen files; the place to drop files is empty on the next run."""
    st.session_state[_KEPT] = {}
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def readable(uploads: Sequence[Upload]) -> list[Upload]:
    """The files that could be read and hold something known; the others are told, each in one sentence."""
    for upload in uploads:
        if upload.refused:
            st.error(md(told(upload.refused)))
        elif upload.reading and upload.reading.is_printed:
            st.info(md(say("upload.printed", file=upload.name)))
        elif upload.reading and not upload.reading.parts:
            blank = any(problem.code == "nothing_filled" for problem in upload.reading.problems)
            st.warning(md(say("upload.nothing_filled" if blank else "upload.nothing_known", file=upload.name)))
        elif any(row["code"] == "shape_applied" for row in _findings_of(upload)) and not upload.shapes:
            st.info(md(say("mapping.applied", file=upload.name)))
    return [upload for upload in uploads if upload.parts]


def recall(uploads: Sequence[Upload], store: Store) -> None:
    """Look up which questions of the files the store has an answer to: the import will answer them the same."""
    for upload in uploads:
        scopes = [part.scope for part in upload.parts]
        about = (store.newest(), *scopes)
        if upload.recalled == about or len(set(scopes)) < len(scopes):
            continue
        upload.recalled, upload.remembered = about, {}
        asked = set(open_questions(upload.problems)["problem_id"])
        if asked:
            known = store.preview(upload.parts).problems
            told = records(known[known["problem_id"].isin(asked) & known["answer"].notna()])
            upload.remembered = {row["problem_id"]: row["answer"] for row in told}


def match(uploads: Sequence[Upload], store: Store, view: View) -> None:
    """Give the rows of the files the ids of the rows in the store that they are, each unit's its own."""
    earlier: list[Part] = []
    for upload in uploads:
        if upload.reading is None or _unknown(upload.reading):
            continue
        about = (store.newest(), tuple(part.scope for part in earlier), *sorted(upload.same_as.items()))
        if upload.as_read is None:
            upload.as_read, upload.matched_for = upload.reading, ()
        if upload.matched_for != about:
            register = store.register()
            names = ("plans", "activities", "kpis", "progress")
            rows = {name: records(register.frames[name]) for name in names}
            named = view.tools.with_aliases(upload.as_read, records(register.aliases))
            own = view.tools.matched(named, rows, upload.same_as)
            upload.reading = view.tools.kept_apart(own, earlier, store.parts())
            upload.matched_for = about
        earlier += upload.parts


def ask_whose(uploads: Sequence[Upload], view: View) -> bool:
    """Ask for the office and fiscal year of files that do not say; whether all are known."""
    unknown = [upload for upload in uploads if upload.reading and _unknown(upload.reading)]
    for number, upload in enumerate(unknown):
        _ask_one(upload, view, number)
    return not unknown


def account(uploads: Sequence[Upload]) -> None:
    """The account of cells, as three tiles that sum to the filled cells; nothing where no cell is filled."""
    filled, used, ignored, check = counted(uploads)
    if not filled:
        return
    tiles(
        [
            Tile(
                say("upload.used"), f"{used - check:,}", say("upload.cells"), say("upload.of", filled=filled), "done"
            ),
            Tile(say("upload.ignored"), f"{ignored:,}", say("upload.cells"), say("upload.ignored_why")),
            Tile(say("upload.check"), f"{check:,}", say("upload.cells"), say("upload.check_why"), "late"),
        ]
    )


def counted(uploads: Sequence[Upload]) -> tuple[int, int, int, int]:
    """Cells filled, used (those to check among them), ignored, and to check, over all files."""
    accounts = [upload.reading.account for upload in uploads if upload.reading]
    filled, used = sum(account.filled for account in accounts), sum(account.used for account in accounts)
    check = sum(cells_to_check(upload.problems) for upload in uploads)
    return filled, used, filled - used, min(check, used)


def understood(uploads: Sequence[Upload]) -> None:
    """Which tables were found on which sheet, what they were taken for and why; which cells were left out."""
    readings = [upload.reading for upload in uploads if upload.reading]
    tables = [
        {"file": reading.file, **vars(table), "why": told(table.why)}
        for reading in readings
        for table in reading.tables
    ]
    found = frame(_UNDERSTOOD, tables)
    known = {key.removeprefix("kind."): say(key) for key in catalogue() if key.startswith("kind.")}
    found["kind"] = found["kind"].map(lambda kind: known.get(kind, kind))
    grid(found.rename(columns=_heading), "understood", say("upload.understood"))
    left_out = [
        {"file": reading.file, **vars(item), "reason": told(item.reason)}
        for reading in readings
        for item in reading.account.ignored
    ]
    if left_out:
        st.markdown(say("upload.left_out"))
        grid(frame(_IGNORED, left_out).rename(columns=_heading), "ignored", say("upload.left_out"))


def answer(upload: Upload, finding: dict, text: str) -> None:
    """Keep an answer for the import; a ValueError says why the text is no answer."""
    if finding["field"] == "same_as":
        known = records(current().everything.activities)
        ids = {activity_label(row["no"], row["text"]): row["activity_id"] for row in known}
        upload.same_as[finding["source_cell"]] = ids.get(text, "")
        return
    if finding["field"] == "plan":
        plan = choice_named(text, (finding["choices"] or "").split("\n"))
        if plan is None:
            raise ValueError(say("reader_answers.not_offered"))
        upload.same_as[finding["source_cell"]] = plan
        return
    held = [part for part in upload.parts if finding["problem_id"] in {row["problem_id"] for row in _findings(part)}]
    patch = current().tools.answer_patch(finding, text, held[0].fiscal_year if held else None)
    upload.answers[finding["problem_id"]] = Answer(finding["problem_id"], text, patch)


def _findings(part: Part) -> list[Record]:
    return part.records.get("problems", [])


def read_again(upload: Upload, view: View, shapes: Sequence[Shape]) -> None:
    """Read a file anew, by the mappings made for it before those remembered; answers to what is gone are dropped."""
    own = {shape.fingerprint: shape for shape in (*shapes, *upload.shapes)}
    upload.reading = view.tools.read_file(upload.data, upload.name, list(own.values()))
    upload.answers, upload.remembered, upload.recalled = {}, {}, ()
    upload.as_read, upload.same_as = None, {}


def _findings_of(upload: Upload) -> list[Record]:
    return [row for part in upload.parts for row in _findings(part)]


def _read(tools: Tools, name: str, data: bytes, shapes: Sequence[Shape]) -> Upload:
    try:
        return Upload(name, data, tools.read_file(data, name, shapes))
    except UnreadableFile as error:
        return Upload(name, data, refused=error.message)


def _unknown(reading: Reading) -> bool:
    return any(part.office is None or part.fiscal_year is None for part in reading.parts)


def _ask_one(upload: Upload, view: View, number: int) -> None:
    reading = upload.reading
    if reading is None:
        return
    years = {part.fiscal_year for part in reading.parts}
    with st.form(f"whose_{number}"):
        st.markdown(say("upload.whose", file=md(upload.name)))
        office = st.selectbox(
            say("filter.office"),
            offices_of(view.everything),
            index=None,
            accept_new_options=True,
            placeholder=say("upload.office_hint"),
            key=f"office_{number}",
        )
        year = None
        if None in years:
            around = fiscal_years_of(view.everything) or [view.fiscal_year]
            choices = sorted({*around, *range(view.fiscal_year - 10, view.fiscal_year + 3)}, reverse=True)
            year = st.selectbox(
                say("filter.fy"), choices, index=None, placeholder=say("filter.choose"), key=f"year_{number}"
            )
        if st.form_submit_button(say("upload.whose_send"), key=f"whose_send_{number}"):
            named = (office or "").strip()
            if not named or (None in years and year is None):
                st.error(say("upload.whose_missing"))
                return
            upload.reading, upload.as_read = view.tools.with_office(reading, named, year), None
            st.rerun()


def _heading(name: str) -> str:
    return say(f"column.{name}")
