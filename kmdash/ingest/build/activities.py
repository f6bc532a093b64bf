"""Activities of a plan as records: number, stage, period, owners, status."""

import json
from collections import Counter
from datetime import date
from typing import Any

from kmdash.domain.problem import Problem, Severity
from kmdash.domain.reading import Record
from kmdash.domain.stages import CHANGE
from kmdash.ingest.build.owner import Owner
from kmdash.ingest.normalise.numbers import number
from kmdash.ingest.normalise.owners import split_owners
from kmdash.ingest.normalise.stages import stage_number_of
from kmdash.ingest.normalise.status import is_known_status, status_of
from kmdash.ingest.normalise.text import arabic
from kmdash.ingest.periods import read_period
from kmdash.ingest.records.drafts import ActivityDraft, PlanDraft


def activity_rows(
    draft: PlanDraft, plan_id: str, process: str | None, owner: Owner
) -> tuple[list[Record], list[Problem]]:
    """The activities of a plan in source order, one record a row of the form."""
    rows: list[Record] = []
    problems: list[Problem] = []
    ids: Counter[str] = Counter()
    after: date | None = None
    for position, activity in enumerate(draft.activities, start=1):
        no = _plain_number(activity.texts.get("no"))
        ids[no or "?"] += 1
        again = ids[no or "?"]
        identity = f"{plan_id}/{no or position}" + (f"-{again}" if again > 1 else "")
        if again > 1 and no:
            problems.append(_number_twice(activity, no))
        row, found = _row(activity, identity, plan_id, process, owner, after)
        row["position"], row["no"] = position, no
        after = row.get("start") or after
        rows.append(row)
        problems += found
    return rows, problems


def _row(
    activity: ActivityDraft, identity: str, plan_id: str, process: str | None, owner: Owner, after: date | None
) -> tuple[Record, list[Problem]]:
    texts, cells = activity.texts, activity.cells
    stage, problems = _stage(activity, process)
    period, found = read_period(
        activity.values.get("period"),
        texts.get("period"),
        cell=cells.get("period"),
        frame="activities",
        row_id=identity,
        fiscal_year=owner.fiscal_year,
        number_format=activity.formats.get("period", "General"),
        after=after,
    )
    problems += found
    percent, found = _percent(activity)
    problems += found + _status_problems(activity)
    row: Record = {
        "activity_id": identity,
        "plan_id": plan_id,
        "stage": None if process == CHANGE else stage,
        "component": stage if process == CHANGE else None,
        "text": texts["text"],
        **period,
        "indicator": texts.get("indicator"),
        "target": texts.get("target"),
        "target_group": texts.get("target_group"),
        "owner": texts.get("owner"),
        "owners": "\n".join(split_owners(texts.get("owner", ""))) or None,
        "status": status_of(texts.get("status", "")),
        "status_text": texts.get("status"),
        "percent": percent,
        "note": texts.get("note"),
        "value_cells": json.dumps(cells, ensure_ascii=False),
        "source_cell": cells["text"],
        "source_file": owner.file,
    }
    return row, problems


def _stage(activity: ActivityDraft, process: str | None) -> tuple[int | None, list[Problem]]:
    """The stage by the section's name; by the number n.m only where no section names one."""
    named = next((number for kind, number in activity.stages if kind == process), None)
    counted = stage_number_of(_plain_number(activity.texts.get("no")) or "")
    if named is None:
        return (counted if process != CHANGE and not activity.stages else None), []
    if counted is None or counted == named or process == CHANGE:
        return named, []
    return named, [
        Problem(
            code="stage_number_differs",
            severity=Severity.WARNING,
            cell=activity.cells.get("no", activity.cells["text"]),
            found=activity.texts.get("no", ""),
            message=f"เลขกิจกรรมบอกขั้นตอนที่ {counted} แต่อยู่ใต้ชื่อขั้นตอนที่ {named} จึงใช้ตามชื่อขั้นตอน",
            remedy="ถ้าชื่อขั้นตอนผิด ให้แก้แถวชื่อขั้นตอนแล้วนำเข้าอีกครั้ง",
        )
    ]


def _percent(activity: ActivityDraft) -> tuple[float | None, list[Problem]]:
    text = activity.texts.get("percent")
    if not text:
        return None, []
    value = number(activity.values.get("percent"), activity.formats.get("percent", "General"))
    if value is not None and 0 <= value <= 100:
        return value, []
    return None, [
        Problem(
            code="percent_unreadable",
            severity=Severity.QUESTION,
            cell=activity.cells["percent"],
            found=text,
            message="อ่านร้อยละความก้าวหน้าไม่ได้ (ต้องเป็นตัวเลข 0 ถึง 100)",
            remedy="แก้เป็นตัวเลข เช่น 50 แล้วนำเข้าอีกครั้ง",
        )
    ]


def _status_problems(activity: ActivityDraft) -> list[Problem]:
    text = activity.texts.get("status", "")
    if not text or is_known_status(text):
        return []
    return [
        Problem(
            code="status_unknown",
            severity=Severity.WARNING,
            cell=activity.cells["status"],
            found=text,
            message="ไม่รู้จักคำบอกสถานะนี้ จึงถือว่ายังไม่มีรายงาน",
            remedy="ใช้คำว่า ดำเนินการแล้ว อยู่ระหว่างดำเนินการ ยังไม่ดำเนินการ เลื่อน หรือ ยกเลิก",
        )
    ]


def _plain_number(text: Any) -> str | None:
    """A number as typed, in Arabic digits, without brackets or a trailing dot."""
    plain = arabic(str(text or "")).strip().strip("()").rstrip(".)").strip()
    return plain or None


def _number_twice(activity: ActivityDraft, no: str) -> Problem:
    return Problem(
        code="activity_number_twice",
        severity=Severity.WARNING,
        cell=activity.cells["no"],
        found=activity.texts["no"],
        message=f"เลขกิจกรรม {no} ซ้ำกับกิจกรรมก่อนหน้าในแผนเดียวกัน จึงเก็บเป็นคนละกิจกรรม",
        remedy="แก้เลขกิจกรรมให้ไม่ซ้ำกัน",
    )
