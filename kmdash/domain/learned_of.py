"""What was proved and learnt of activities and KPIs, told in a line each, with where it stands."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kmdash.domain.frames import records
from kmdash.domain.learning import AAR_TEXTS, SWOT_TEXTS
from kmdash.domain.register import Register
from kmdash.domain.words import say

Row = dict[str, Any]


@dataclass(frozen=True)
class Learned:
    """A piece: ``kind`` is evidence, aar, swot or year; ``source`` its frame, id, short name, cell and file."""

    kind: str
    text: str
    source: tuple[str, str, str, str | None, str | None]


def learned_of(register: Register, ids: set[str], as_of: date) -> dict[str, list[Learned]]:
    """The pieces told by a day of each of these activities and KPIs, by id."""
    found: dict[str, list[Learned]] = {}
    for kind, frame, key, about in (
        ("evidence", "evidence", "evidence_id", "about_id"),
        ("aar", "aars", "aar_id", "activity_id"),
        ("swot", "swots", "swot_id", "activity_id"),
        ("year", "activity_years", "year_id", "activity_id"),
    ):
        data = register.frames[frame]
        for row in records(data[data[about].isin(ids)]):
            if (row["told_on"] or as_of) <= as_of:
                told = Learned(kind, _text(kind, row), _source(frame, row[key], kind, row))
                found.setdefault(row[about], []).append(told)
    return found


def _text(kind: str, row: Row) -> str:
    if kind == "evidence":
        step = say("evidence.step", number=row["step"]) if row["step"] else None
        return " ".join(filter(None, [step, _line(row["evidence"]), f"({row['place']})" if row["place"] else None]))
    if kind == "year":
        state = say(f"measure.status.{row['status']}") if row["status"] else None
        return " ".join(filter(None, [str(row["of_year"]), state, _line(row["result"])]))
    names = AAR_TEXTS if kind == "aar" else SWOT_TEXTS
    told = [f"{say(f'column.{name}')}: {_line(row[name])}" for name in names if row[name]]
    year = [str(row["of_year"])] if row.get("of_year") else []
    return " · ".join([*year, *told])


def _line(text: str | None) -> str:
    return ", ".join(line.strip() for line in (text or "").split("\n") if line.strip())


def _source(frame: str, row_id: str, kind: str, row: Row) -> tuple[str, str, str, str | None, str | None]:
    told = say("behind.constructed") if row["constructed"] else say(f"behind.{kind}")
    return (frame, row_id, told, row["source_cell"], row["source_file"])
