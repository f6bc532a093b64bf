"""What an office proves and learns in the template's own words."""

from collections.abc import Mapping
from typing import Any

from kmdash.domain import template
from kmdash.domain.fiscal import thai_date
from kmdash.domain.frames import records
from kmdash.domain.learning import KPI
from kmdash.domain.reading import Record
from kmdash.domain.register import Register
from kmdash.domain.template_learning import AIM_KINDS


def filled_in(register: Register) -> dict[str, list[Record]]:
    """The rows of each of the sheets; a plan is named by the end of its id, so that it is found again."""
    found = {
        name: [_row(row) for row in records(register.frames[name])] for name in ("aars", "swots", "activity_years")
    }
    found["evidence"] = [{**_row(row), **_about(row)} for row in records(register.evidence)]
    found["aims"] = [
        {**row, "kind": _word(AIM_KINDS, row["kind"])}
        for row in records(register.aims.sort_values("position", kind="stable"))
    ]
    return found


def _row(row: Record) -> Record:
    shown = {"plan": row["plan_id"].split("-", 2)[-1] if row["plan_id"] else None}
    if row.get("activity_id"):
        shown["activity_no"] = row["activity_id"].removeprefix(f"{row['plan_id']}/")
    if row["told_on"] is not None:
        shown["told_on"] = thai_date(row["told_on"])
    status = _word(template.STATUSES, row.get("status"))
    return {**row, **shown, "status_text": status, "constructed": _word(template.FLAGS, row["constructed"])}


def _about(row: Record) -> Record:
    if row["about_kind"] == KPI:
        return {"kpi_no": int(row["about_id"].rpartition("/K")[2])}
    return {"activity_no": row["about_id"].removeprefix(f"{row['plan_id']}/")}


def _word(words: Mapping[str, Any], value: Any) -> str | None:
    return next((word for word, meaning in words.items() if meaning == value), None) if value is not None else None
