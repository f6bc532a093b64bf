"""The findings of a reading or of the store: shown by sheet with their cells, questions answered in place."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from kmdash.domain.frames import records
from kmdash.domain.narrowing import COMPONENT, stage_label
from kmdash.domain.problem import awaits_answer
from kmdash.domain.stages import CHANGE, KM, OTHER, answers_of
from kmdash.domain.wording import told_of
from kmdash.domain.words import say
from kmdash.ui.pieces import note
from kmdash.ui.text import escaped, in_words, md

Finding = dict[str, Any]
AT_ONCE = 8  # questions asked at a time; the next ones follow as these are answered
LISTED = 60  # findings spelt out; all of them stand in the table


def open_questions(problems: pd.DataFrame) -> pd.DataFrame:
    """What still asks for an answer."""
    return problems[_waiting(problems)]


def _to_check(problems: pd.DataFrame) -> pd.Series:
    return (problems["severity"] == "error") | _waiting(problems)


def _waiting(problems: pd.DataFrame) -> pd.Series:
    return pd.Series([awaits_answer(row) for row in records(problems)], index=problems.index, dtype="bool")


def count(problems: pd.DataFrame, severity: str) -> int:
    """How many findings of a severity are open."""
    return int(((problems["severity"] == severity) & problems["answer"].isna()).sum())


def still_open(problems: pd.DataFrame) -> int:
    """How many findings are still to be dealt with: errors, and questions without an answer."""
    return int(_to_check(problems).sum())


def cells_to_check(problems: pd.DataFrame) -> int:
    """How many cells have an error, or a question that is still open."""
    looked_at = problems[_to_check(problems)]
    return int(looked_at.groupby(["source_file", "source_cell"], dropna=False).ngroups)


def ask(problems: pd.DataFrame, answer: Callable[[Finding, str], None], *, name: str) -> None:
    """Ask the open questions, sheet by sheet.

    ``answer`` gets the finding and the text chosen or typed; a ValueError from it is told under the question.
    Choices are offered, none is chosen beforehand.
    """
    asked = records(open_questions(problems))
    for sheet, findings in _by_sheet(asked[:AT_ONCE]).items():
        st.subheader(md(sheet), anchor=False)
        for finding in findings:
            _question(finding, answer, name)
    if len(asked) > AT_ONCE:
        note(say("question.more", count=len(asked) - AT_ONCE))


def in_language(problems: pd.DataFrame) -> pd.DataFrame:
    """The findings with their messages and remedies in the language now set."""
    rows = records(problems)
    texts = {
        name: pd.array([told_of(row, name) for row in rows], dtype="str") for name in ("found", "message", "remedy")
    }
    return problems.assign(**texts)


def spell_out(problems: pd.DataFrame) -> None:
    """Every other finding, the gravest first, sheet by sheet: cell, what was found, why, what to do."""
    order = {"error": 0, "question": 1, "warning": 2, "info": 3}
    told = records(problems[~_waiting(problems)])
    told.sort(key=lambda row: order[row["severity"]])
    for sheet, findings in _by_sheet(told[:LISTED]).items():
        st.subheader(md(sheet), anchor=False)
        st.html("".join(_block(finding) for finding in findings))
    if len(told) > LISTED:
        note(say("question.listed", count=len(told) - LISTED))


def _question(finding: Finding, answer: Callable[[Finding, str], None], name: str) -> None:
    key = f"{name}_{finding['problem_id']}"
    choices = [text for text in (finding["choices"] or finding["proposal"] or "").split("\n") if text]
    with st.form(f"form_{key}"):
        st.html(_block(finding))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            chosen = None
            if choices:
                chosen = st.radio(
                    say("question.choices"),
                    choices,
                    index=None,
                    format_func=lambda text: md(offered(text, finding["field"])),
                    horizontal=True,
                    key=f"choice_{key}",
                )
            typed = st.text_input(say("question.typed"), key=f"typed_{key}", width=280)
            sent = st.form_submit_button(say("question.send"), key=f"send_{key}")
        if sent:
            _send(finding, typed.strip() or chosen, answer)


def offered(text: str, field: str | None) -> str:
    """An answer as it is offered: a stage in the language now set, anything else in the words of the file."""
    if field != "stage":
        return text
    if text == OTHER:
        return say("question.other_stage")
    known = {
        answer: f"{COMPONENT if process == CHANGE else ''}{number}"
        for process in (KM, CHANGE)
        for answer, number in answers_of(process).items()
    }
    return stage_label(known[text]) if text in known else text


def _send(finding: Finding, text: str | None, answer: Callable[[Finding, str], None]) -> None:
    if not text:
        st.error(say("question.nothing"))
        return
    try:
        answer(finding, text)
    except ValueError as error:
        st.error(md(error))
        return
    st.rerun()


def _by_sheet(findings: list[Finding]) -> dict[str, list[Finding]]:
    sheets: dict[str, list[Finding]] = {}
    for finding in findings:
        sheet = (finding["source_cell"] or "").rpartition("!")[0]
        sheets.setdefault(" · ".join(filter(None, [finding["source_file"], sheet])), []).append(finding)
    return sheets


def _block(finding: Finding) -> str:
    severity = finding["severity"]
    found = say("question.found", found=told_of(finding, "found")) if finding["found"] else ""
    answered = say("question.answered", answer=finding["answer"]) if finding["answer"] else ""
    return (
        f'<div class="km-problem {escaped(severity)}"><p><b>{escaped(finding["source_cell"] or "")}</b> '
        f"{escaped(say(f'severity.{severity}'))} {in_words(found)}</p><p>{in_words(told_of(finding, 'message'))}</p>"
        f'<p class="remedy">{in_words(told_of(finding, "remedy"))} {in_words(answered)}</p></div>'
    )
