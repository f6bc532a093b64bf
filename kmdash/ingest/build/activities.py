"""Activities of a plan as records: number, stage, period, owners, status."""

import json
import re
from datetime import date
from itertools import count
from typing import Any

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.stages import CHANGE
from kmdash.domain.wording import worded
from kmdash.domain.words import arabic
from kmdash.ingest.build.odd_values import about_target
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.build.stages import stage_of_activity
from kmdash.ingest.build.ticks import ticked_status, ticked_text
from kmdash.ingest.month_grid import grid_period
from kmdash.ingest.normalise.numbers import is_missing_mark, number
from kmdash.ingest.normalise.periods import parse_period
from kmdash.ingest.normalise.quantities import with_unit
from kmdash.ingest.normalise.status import is_known_status, status_of
from kmdash.ingest.owner_cell import read_owner_cell
from kmdash.ingest.periods import read_period, read_span
from kmdash.ingest.records.drafts import ActivityDraft, Head, PlanDraft

_AS_OF = re.compile(r"ณ\s*(?:วันที่|สิ้นเดือน|เดือน)?\s*(\S.*)$")
_TICKED = re.compile(r"^(?:[☑✓✔√]|\[[xX/✓]\]|\([xX/✓]\))")
_PERCENT = re.compile(r"(?:ร้อยละ\s*)?\d+(?:\.\d+)?\s*%|ร้อยละ\s*\d+(?:\.\d+)?")
_LEADING = re.compile(r"(\d+(?:\.\d+)+|\d+(?=[.)]))[.)]?\s+\S")
_BOX = re.compile(r"^(?:[☑☐✓✔√□■•▪–*-]|\[[xX/✓ ]?\]|\([xX/✓ ]\))\s*")


def activity_rows(
    draft: PlanDraft, plan_id: str, process: str | None, unit: str | None, owner: Owner
) -> tuple[list[Record], list[Problem]]:
    """The activities of a plan in source order, one record a row of the form."""
    rows: list[Record] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    numbered: set[tuple[str | None, tuple[tuple[str, int], ...]]] = set()  # stages may number anew
    after: date | None = None
    reported_on = as_of(draft.head)
    for position, activity in enumerate(draft.activities, start=1):
        no = plain_number(activity.texts.get("no")) or _leading_number(activity.texts["text"])
        identity = _identity(activity, no or str(position), taken)
        taken.add(identity)
        identity = f"{plan_id}/{identity}"
        here = (no, tuple(activity.stages))
        if no and here in numbered:
            problems.append(_number_twice(activity, no))
        numbered.add(here)
        row, found = _row(activity, identity, plan_id, process, unit, owner, after)
        row["position"], row["no"] = position, no
        row["reported_on"] = reported_on if row["status_text"] or row["percent"] is not None else None
        after = row.get("start") or after
        rows.append(row)
        problems += found
    return rows, problems


def _identity(activity: ActivityDraft, no: str, taken: set[str]) -> str:
    """What tells an activity in its plan: its own id the first time that stands in the file, else its number."""
    own = activity.texts.get("id")
    if own and own not in taken:
        return own
    activity.cells.pop("id", None)
    return next(name for again in count(1) if (name := no if again == 1 else f"{no}-{again}") not in taken)


def as_of(head: Head) -> date | None:
    """The day a head says its reports are as of ("ข้อมูล ณ วันที่ 30 มิถุนายน 2562")."""
    for text, _ in head.lines:
        found = _AS_OF.search(text)
        day = parse_period(found[1]).end if found else None
        if day:
            return day
    return None


def _row(
    activity: ActivityDraft,
    identity: str,
    plan_id: str,
    process: str | None,
    unit: str | None,
    owner: Owner,
    after: date | None,
) -> tuple[Record, list[Problem]]:
    texts, cells = activity.texts, activity.cells
    stage, problems = stage_of_activity(activity, identity, process)
    period, found = _period(activity, identity, owner, after)
    problems += found
    percent, found = _percent(activity)
    problems += found
    status, found = _status(activity, identity)
    problems += found
    owners, found = read_owner_cell(texts.get("owner"), unit, cells.get("owner"))
    problems += _joined(activity, identity) + found + about_target(activity, identity)
    row: Record = {
        "activity_id": identity,
        "plan_id": plan_id,
        "stage": None if process == CHANGE else stage,
        "component": stage if process == CHANGE else None,
        "text": texts["text"],
        **period,
        "indicator": texts.get("indicator"),
        "target": with_unit(texts.get("target"), texts.get("counted")),
        "target_group": texts.get("target_group"),
        "method": texts.get("method"),
        **owners,
        "status": status,
        "status_text": texts.get("status") or ticked_text(activity),
        "percent": percent,
        "checklist": checklist(texts.get("checklist")),
        "lessons": texts.get("lessons"),
        "technique": texts.get("technique"),
        "note": texts.get("note"),
        "value_cells": json.dumps(cells, ensure_ascii=False),
        "source_cell": cells["text"],
        "source_file": owner.file,
    }
    return row, problems


def _period(activity: ActivityDraft, identity: str, owner: Owner, after: date | None) -> tuple[Record, list[Problem]]:
    """The period as it is typed, else by the marks of a month grid; marks that say otherwise are told."""
    where = {"frame": "activities", "row_id": identity}
    typed, found = _typed_period(activity, owner, after, where)
    if not activity.grid:
        return typed, found
    marked, asked = grid_period(activity.grid, fiscal_years=owner.fiscal_years, **where)
    if is_missing_mark(typed["period_text"] or ""):
        return marked, asked
    ends = [(marked[name], typed[name]) for name in ("start", "end") if marked.get(name) and typed.get(name)]
    if any((one.year, one.month) != (other.year, other.month) for one, other in ends):
        found.append(_marks_differ(activity.grid.cell, marked["period_text"], typed["period_text"], identity))
    return typed, found


def _typed_period(
    activity: ActivityDraft, owner: Owner, after: date | None, where: dict[str, str]
) -> tuple[Record, list[Problem]]:
    """The period by its own column, or by a start and an end column."""
    texts, cells = activity.texts, activity.cells
    if "start" in texts or "end" in texts:
        start, end = (
            (activity.values[name], texts[name], activity.formats.get(name, "General")) if name in texts else None
            for name in ("start", "end")
        )
        at = (cells.get("start"), cells.get("end"))
        return read_span(start, end, cells=at, fiscal_years=owner.fiscal_years, **where)
    return read_period(
        activity.values.get("period"),
        texts.get("period"),
        cell=cells.get("period"),
        fiscal_years=owner.fiscal_years,
        number_format=activity.formats.get("period", "General"),
        after=after,
        **where,
    )


def checklist(text: str | None) -> str | None:
    """The steps of a checklist, one a line, a ticked one with "✓ " before it; None where there is none.

    >>> checklist("☑ วางแผน\\n☐ เสนอ\\n- เริ่ม")
    '✓ วางแผน\\nเสนอ\\nเริ่ม'
    """
    lines = [line.strip() for line in (text or "").split("\n") if line.strip()]
    return "\n".join(("✓ " if _TICKED.match(line) else "") + _BOX.sub("", line) for line in lines) or None


def _percent(activity: ActivityDraft) -> tuple[float | None, list[Problem]]:
    name = "percent" if "percent" in activity.texts else "status"
    text = activity.texts.get(name)
    if not text or is_missing_mark(text):
        return None, []
    if name == "status" and not _PERCENT.fullmatch(arabic(text)) and "%" not in activity.formats.get(name, ""):
        return None, []  # a word, not a share done
    value = activity.values.get(name)
    typed = value.removeprefix("ร้อยละ") if isinstance(value, str) else value
    value = number(typed, activity.formats.get(name, "General"))
    if value is not None and 0 <= value <= 100:
        doubtful = 0 < value <= 1 and "%" not in activity.formats.get(name, "") and "%" not in text
        return value, [_fraction_suspected(activity.cells[name], text)] if doubtful else []
    return None, [
        Problem(
            code="percent_unreadable",
            severity=Severity.QUESTION,
            cell=activity.cells[name],
            found=text,
            message=worded("reader_build.percent_unreadable"),
            remedy=worded("reader_build.percent_unreadable_do"),
        )
    ]


def _status(activity: ActivityDraft, identity: str) -> tuple[str | None, list[Problem]]:
    """The status by its word or by the column that is ticked; an unknown word is told."""
    if activity.ticks or activity.said:
        return ticked_status(activity, identity)
    text = activity.texts.get("status", "")
    told = _PERCENT.fullmatch(arabic(text)) or "%" in activity.formats.get("status", "")
    if not text or told or is_known_status(text):
        return status_of(text), []
    return None, [
        Problem(
            code="status_unknown",
            severity=Severity.WARNING,
            cell=activity.cells["status"],
            found=text,
            message=worded("reader_build.status_unknown"),
            remedy=worded("reader_build.status_unknown_do"),
        )
    ]


def _fraction_suspected(cell: str, text: str) -> Problem:
    return Problem(
        code="fraction_suspected",
        severity=Severity.WARNING,
        cell=cell,
        found=text,
        message=worded("reader_build.percent_fraction", text=text),
        remedy=worded("reader_build.percent_fraction_do"),
    )


def _marks_differ(cell: str, marked: str, typed: str, identity: str) -> Problem:
    return Problem(
        code="grid_differs",
        severity=Severity.WARNING,
        cell=cell,
        found=marked,
        message=worded("reader_build.grid_differs", typed=typed),
        remedy=worded("reader_build.grid_differs_do"),
        frame="activities",
        row_id=identity,
    )


def _joined(activity: ActivityDraft, identity: str) -> list[Problem]:
    if not activity.joined:
        return []
    return [
        Problem(
            code="row_joined",
            severity=Severity.WARNING,
            cell=activity.joined[0][1],
            found=activity.texts[activity.joined[0][0]].rpartition("\n")[2][:120],
            message=worded("reader_build.row_joined"),
            remedy=worded("reader_build.row_joined_do"),
            frame="activities",
            row_id=identity,
        )
    ]


def plain_number(text: Any) -> str | None:
    """A number as typed, in Arabic digits, without brackets or a trailing dot."""
    plain = arabic(str(text or "")).strip().strip("()").rstrip(".)").strip()
    return plain or None


def _leading_number(text: str) -> str | None:
    """The number a text begins with, where the form has no column for it.

    >>> _leading_number("๒. กิจกรรมสนทนา"), _leading_number("5 ส"), _leading_number("๑.๑ อบรม")
    ('2', None, '1.1')
    """
    found = _LEADING.match(arabic(text))
    return found[1] if found else None


def _number_twice(activity: ActivityDraft, no: str) -> Problem:
    return Problem(
        code="activity_number_twice",
        severity=Severity.WARNING,
        cell=activity.cells.get("no", activity.cells["text"]),
        found=activity.texts.get("no", no),
        message=worded("reader_build.activity_number_twice", no=no),
        remedy=worded("reader_build.activity_number_twice_do"),
    )
