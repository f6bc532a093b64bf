"""Answers to questions: put where they belong, and remembered for the next time the same question comes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from kmdash.domain.columns import INPUT_FRAMES, ROW_ID
from kmdash.domain.reading import Part, Record
from kmdash.store.history import all_versions, parts_with, scopes_written, undone_by
from kmdash.store.tables import patches
from kmdash.store.values import Scope, part_of, typed


@dataclass(frozen=True)
class Answer:
    """What was answered to a problem (by its id), and the values this gives the row the problem is about."""

    problem_id: str
    answer: str
    patch: Mapping[str, Any] = field(default_factory=dict)


def answered(parts: Sequence[Part], answers: Iterable[Answer]) -> list[Part]:
    """New parts with each answer in its problem's row, and its patch in the row the problem names.

    The row is looked for in the problem's own part first, then in the others.

    Raises
    ------
    ValueError
        If no part holds the problem, or the row to be patched is not there or not the only one.
    """
    copies = [
        part_of(part.scope, {name: [dict(row) for row in rows] for name, rows in part.records.items()})
        for part in parts
    ]
    for answer in answers:
        asked = [
            (part, problem)
            for part in copies
            for problem in part.records.get("problems", ())
            if problem["problem_id"] == answer.problem_id
        ]
        if not asked:
            raise ValueError(f"no part holds the problem {answer.problem_id!r}")
        for part, problem in asked:
            if answer.patch:
                _patch(_row([part, *copies], problem), problem["frame"], answer.patch)
            problem["answer"] = typed("str", answer.answer)
    return copies


def _row(parts: Sequence[Part], problem: Record) -> Record:
    frame, row_id = problem["frame"], problem["row_id"]
    if frame not in ROW_ID:
        raise ValueError(f"problem {problem['problem_id']!r} names no row to be patched")
    for part in parts:
        rows = [row for row in part.records.get(frame, ()) if row[ROW_ID[frame]] == row_id]
        if len(rows) > 1:
            rows = [row for row in rows if problem["source_cell"] in _cells(row)]
        if len(rows) == 1:
            return rows[0]
    raise ValueError(f"{frame} {row_id!r} of problem {problem['problem_id']!r} is not there, or there twice")


def _cells(row: Record) -> set[str | None]:
    return {value for name, value in row.items() if name.endswith("_cell")}


def _patch(row: Record, frame: str, patch: Mapping[str, Any]) -> None:
    columns = INPUT_FRAMES[frame]
    unknown = set(patch) - set(columns)
    if unknown:
        raise ValueError(f"{frame} has no columns {sorted(unknown)}")
    row.update({name: typed(columns[name], value) for name, value in patch.items()})


def patch_rows(answers: Iterable[Answer], parts: Sequence[Part]) -> list[Record]:
    """The answers as rows of the table of patches, each with what was found where it was asked."""
    found = {problem["problem_id"]: problem["found"] for part in parts for problem in part.records.get("problems", ())}
    return [
        {
            "problem_id": answer.problem_id,
            "found": found[answer.problem_id] or "",
            "answer": answer.answer,
            "patch": json.dumps(
                dict(answer.patch), ensure_ascii=False, sort_keys=True, default=lambda day: day.isoformat()
            ),
        }
        for answer in answers
    ]


def with_remembered(connection: Connection, parts: Sequence[Part]) -> list[Part]:
    """New parts in which every open question that was answered before has its earlier answer and patch.

    The same question is one of the same id, found on the same text, in the same scope. An answer that was
    taken back is forgotten; one whose row is gone stays a question.
    """
    known = _remembered(connection)
    return [_with_known(part, known) for part in parts]


def _with_known(part: Part, known: Mapping[tuple[Scope, str, str], Answer]) -> Part:
    for problem in part.records.get("problems", ()):
        answer = known.get((part.scope, problem["problem_id"], problem["found"] or ""))
        if problem["answer"] is None and answer is not None:
            try:
                [part] = answered([part], [answer])
            except ValueError:
                continue  # the row the answer was about is gone: the question stays open
    return part


def _remembered(connection: Connection) -> dict[tuple[Scope, str, str], Answer]:
    undone = undone_by(all_versions(connection))
    known: dict[tuple[Scope, str, str], Answer] = {}
    for row in connection.execute(select(patches).order_by(patches.c.version)):
        if row.version not in undone:
            answer = Answer(row.problem_id, row.answer, json.loads(row.patch))
            known |= {(scope, row.problem_id, row.found): answer for scope in scopes_written(connection, row.version)}
    return known


def parts_of_problem(connection: Connection, problem_id: str) -> list[Part]:
    """The newest parts that hold a problem, and those that hold the row it names."""
    asked = parts_with(connection, "problems", problem_id)
    named = {
        (problem["frame"], problem["row_id"])
        for part in asked
        for problem in part.records["problems"]
        if problem["problem_id"] == problem_id and problem["frame"] in ROW_ID
    }
    rows = [part for frame, row_id in sorted(named) for part in parts_with(connection, frame, row_id)]
    return list({part.scope: part for part in [*asked, *rows]}.values())
