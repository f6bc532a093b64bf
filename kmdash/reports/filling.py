"""What goes into a filled template: a register's rows in the template's own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kmdash.domain import template
from kmdash.domain.fiscal import thai_date, thai_month
from kmdash.domain.frames import records
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.stages import COMPONENTS, STAGES
from kmdash.reports.filling_learning import filled_in


@dataclass(frozen=True)
class Content:
    """What a template is filled with.

    ``facts`` are the labelled cells by field (office, fiscal_year, as_of, …); ``rows`` the rows of each frame's
    sheet, cell values by the template's field names; what is left out stays blank.
    """

    facts: Mapping[str, Any] = field(default_factory=dict)
    rows: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)


def content_of(register: Register) -> Content:
    """A register of one office and fiscal year in the template's words.

    A period whose question was answered is written as its answer.

    Raises
    ------
    ValueError
        If the register holds several offices, fiscal years or votes: a template has room for one.
    """
    owner = _owner(register)
    if len(register.ballots) > 1:
        raise ValueError(f"register holds {len(register.ballots)} votes; a template has room for one")
    numbers = {row["plan_id"]: row["no"] for row in records(register.plans)}
    answers = _answered_periods(register)
    ballot = next(iter(records(register.ballots)), {})
    rows = {
        "plans": [{**row, "process": _word(template.PROCESSES, row["process"])} for row in records(register.plans)],
        "activities": [_activity(row, numbers, answers) for row in _in_order(register, "activities")],
        "kpis": [_kpi(row, numbers) for row in _in_order(register, "kpis")],
        "results": [_result(row, numbers, _names(register, "kpis", "name")) for row in records(register.results)],
        "progress": [
            _progress(row, numbers, _names(register, "activities", "text")) for row in records(register.progress)
        ],
        "candidates": [{**row, "candidate_no": row["position"]} for row in _in_order(register, "candidates")],
        "marks": _voters(register),
        "events": [
            {**row, "period_text": answers.get(row["event_id"], row["period_text"])}
            for row in _in_order(register, "events")
        ],
        "knowledge": [
            {**row, "plan": _plan_no(row["plan_id"], numbers) if row["plan_id"] else None}
            for row in _in_order(register, "knowledge")
        ],
    }
    rows["rounds"] = [_round(row, numbers) for row in records(register.rounds)]
    rows["tests"] = [{**row, "plan": _plan_no(row["plan_id"], numbers)} for row in records(register.tests)]
    rows |= {name: _in_order(register, name) for name in ("targets", "network", "knowledge_categories")}
    rows["network"] = [{**row, "trained": _word(template.FLAGS, row["trained"])} for row in rows["network"]]
    rows["knowledge_records"] = [_record(row) for row in records(register.knowledge_records)]
    rows |= _followed(register, numbers) | filled_in(register)
    facts = {**owner, **{name: ballot.get(name) for name in ("title", "voters", "ballot_limit", "seats")}}
    return Content(facts, {frame: found for frame, found in rows.items() if found})


def _owner(register: Register) -> Record:
    owners = {
        (row["office"], row["fiscal_year"])
        for frame in (
            *("plans", "ballots", "events", "knowledge", "targets", "network", "knowledge_records"),
            *("submissions", "series", "duties", "summaries"),
            *("evidence", "aars", "swots", "activity_years", "aims"),
        )
        for row in records(register.frames[frame])
    }
    if len(owners) > 1:
        raise ValueError(f"register holds {len(owners)} offices or fiscal years; a template has room for one")
    office, fiscal_year = next(iter(owners), (None, None))
    return {"office": office, "fiscal_year": fiscal_year}


def _in_order(register: Register, frame: str) -> list[Record]:
    return records(register.frames[frame].sort_values("position", kind="stable"))


def _names(register: Register, frame: str, column: str) -> dict[str, Any]:
    key = {"kpis": "kpi_id", "activities": "activity_id"}[frame]
    return {row[key]: row[column] for row in records(register.frames[frame])}


def _answered_periods(register: Register) -> dict[str, str]:
    return {
        row["row_id"]: row["answer"]
        for row in records(register.problems)
        if row["field"] == "period" and row["answer"] is not None
    }


def _word(words: Mapping[str, Any], value: Any) -> str | None:
    return next((word for word, meaning in words.items() if meaning == value), None) if value is not None else None


def _plan_no(plan_id: str, numbers: Mapping[str, str]) -> str:
    """A plan's number; of a plan that is not in the register the end of its id, which is its number."""
    return numbers.get(plan_id) or plan_id.split("-", 2)[-1]


def _activity(row: Record, numbers: Mapping[str, str], answers: Mapping[str, str]) -> Record:
    return {
        **row,
        "plan": _plan_no(row["plan_id"], numbers),
        "stage": _stage(row),
        "period_text": answers.get(row["activity_id"], row["period_text"]),
        "status_text": row["status_text"] or _word(template.STATUSES, row["status"]),
    }


def _stage(row: Record) -> str | None:
    for name, stages in (("stage", STAGES), ("component", COMPONENTS)):
        if row[name] is not None:
            return next(f"{stage.number} {stage.thai}" for stage in stages if stage.number == row[name])
    return None


def _kpi(row: Record, numbers: Mapping[str, str]) -> Record:
    return {
        **row,
        "plan": _plan_no(row["plan_id"], numbers),
        "kpi_no": row["position"],
        "direction": _word(template.DIRECTIONS, row["direction"]),
        "scale": _word(template.SCALES, row["scale"]),
    }


def _report(row: Record, numbers: Mapping[str, str]) -> Record:
    days = {
        name: thai_date(row[name]) for name in ("reported_on", "done_on", "postponed_to") if row.get(name) is not None
    }
    constructed = _word(template.FLAGS, row["constructed"])
    return {**row, **days, "plan": _plan_no(row["plan_id"], numbers), "constructed": constructed}


def _record(row: Record) -> Record:
    day = thai_date(row["published_on"]) if row["published_on"] is not None else None
    return {**row, "published_on": day, "constructed": _word(template.FLAGS, row["constructed"])}


def _round(row: Record, numbers: Mapping[str, str]) -> Record:
    cancelled = _word(template.FLAGS, row["cancelled"])
    number = int(row["kpi_id"].rpartition("/K")[2])
    return {**row, "plan": _plan_no(row["plan_id"], numbers), "kpi_no": number, "cancelled": cancelled}


def _result(row: Record, numbers: Mapping[str, str], names: Mapping[str, Any]) -> Record:
    number = int(row["kpi_id"].rpartition("/K")[2])
    return {**_report(row, numbers), "kpi_no": number, "reads_as": names.get(row["kpi_id"])}


def _progress(row: Record, numbers: Mapping[str, str], names: Mapping[str, Any]) -> Record:
    return {
        **_report(row, numbers),
        "activity_no": row["activity_id"].removeprefix(f"{row['plan_id']}/"),
        "reads_as": names.get(row["activity_id"]),
        "status_text": row["status_text"] or _word(template.STATUSES, row["status"]),
    }


def _followed(register: Register, numbers: Mapping[str, str]) -> dict[str, list[Record]]:
    """What is followed beside the plans, as its sheets have it."""
    return {
        "submissions": [
            {**_dated(row, "due", "received"), "told": _word(template.TOLD, row["told"]), **_month(row)}
            for row in _in_order(register, "submissions")
        ],
        "series": [
            {**_dated(row), "cumulative": _word(template.CUMULATIVE, row["cumulative"])}
            for row in _in_order(register, "series")
        ],
        "duties": _in_order(register, "duties"),
        "summaries": [
            {**_dated(row, "written_on"), "plan": _plan_no(row["plan_id"], numbers) if row["plan_id"] else None}
            for row in records(register.summaries)
        ],
    }


def _dated(row: Record, *names: str) -> Record:
    """A row with its days as they are typed, and whether it is constructed in a word."""
    days = {name: thai_date(row[name]) for name in names if row[name] is not None}
    return {**row, **days, "constructed": _word(template.FLAGS, row["constructed"])}


def _month(row: Record) -> Record:
    return {"month_text": row["month_text"] or (thai_month(row["month"]) if row["month"] else None)}


def _voters(register: Register) -> list[Record]:
    places = {row["candidate_id"]: row["position"] for row in records(register.candidates)}
    ballots: dict[str, list[Any]] = {}
    papers: dict[str, Any] = {}
    for mark in records(register.marks):
        if papers.setdefault(mark["voter"], mark["paper"]) != mark["paper"]:
            continue  # a second paper of the voter does not count
        chosen = ballots.setdefault(mark["voter"], [])
        if mark["candidate_id"] is not None:
            chosen.append(places.get(mark["candidate_id"], mark["candidate_id"].rpartition("/")[2]))
    return [
        {"voter": voter, **{template.choice_column(place).field: value for place, value in enumerate(chosen, start=1)}}
        for voter, chosen in ballots.items()
    ]
