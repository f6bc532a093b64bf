"""Everything offices know at one version, as frames, and its filters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from kmdash.domain.columns import INPUT_FRAMES, ROW_ID
from kmdash.domain.followed import FOLLOWED
from kmdash.domain.frames import frame, records
from kmdash.domain.notices import NOTICE_FRAMES
from kmdash.domain.problem import awaits_answer
from kmdash.domain.reading import Part, Record

OF_YEAR = (  # frames that follow office and fiscal year alone
    *("ballots", "events", "knowledge", "targets", "network", "meetings", "resolutions"),
    *("knowledge_records", "knowledge_categories", "knowledge_links"),
    *(*FOLLOWED, *NOTICE_FRAMES),
)
OF_UNITS = (  # of these, frames whose rows are each a unit's own
    *("knowledge", "knowledge_records", "targets", "series", "submissions", "network"),
)
NO_DATA = ("problems", "aliases", "shapes")  # frames about the data, none of it to show in a meeting


@dataclass(frozen=True)
class Register:
    """The register ("ทะเบียน") at one version: one frame a name of ``domain.columns.INPUT_FRAMES``.

    ``version`` is the store's number, None for a register that was never stored (an upload being looked at).
    """

    frames: Mapping[str, pd.DataFrame]
    version: int | None = None
    stored_at: pd.Timestamp | None = field(default=None)

    def __getattr__(self, name: str) -> pd.DataFrame:
        frames: Mapping[str, pd.DataFrame] = self.__dict__.get("frames", {})
        if name in frames:
            return frames[name]
        raise AttributeError(name)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return all(data.empty for name, data in self.frames.items() if name not in NO_DATA)


def from_records(rows: Mapping[str, Iterable[Record]], version: int | None = None) -> Register:
    """A register from the records of each frame; a frame without records is empty."""
    return Register({name: frame(columns, rows.get(name, ())) for name, columns in INPUT_FRAMES.items()}, version)


def from_parts(parts: Iterable[Part]) -> Register:
    """A register of the given parts, in their order."""
    rows: dict[str, list[Record]] = {name: [] for name in INPUT_FRAMES}
    for part in parts:
        for name, found in part.records.items():
            rows[name].extend(found)
    return from_records(rows)


def resolved_by(register: Register, day: date) -> Register:
    """The register without what was resolved or decided after a day; what has no day stays."""
    frames = dict(register.frames)
    for name, column in {"resolutions": "resolved_on", "decisions": "decided_on"}.items():
        later = frames[name][column] > pd.Timestamp(day)
        frames[name] = frames[name][~later.to_numpy(bool)].reset_index(drop=True)
    return Register(frames, register.version, register.stored_at)


def open_questions(register: Register) -> list[Record]:
    """The questions about it without an answer; those on a row that is not in it (another year's) are left out."""
    own = {name: {None, *register.frames[name][key]} for name, key in ROW_ID.items()}
    questions = [row for row in records(register.problems) if awaits_answer(row)]
    return [row for row in questions if row["frame"] not in own or row["row_id"] in own[row["frame"]]]


def selected(
    register: Register,
    *,
    office: Iterable[str] = (),
    fiscal_year: Iterable[int] = (),
    plan: Iterable[str] = (),
    unit: Iterable[str] = (),
) -> Register:
    """The register with only the offices, fiscal years (BE), plans (by id) and units named; none = all.

    A unit selects the plans that are its own. What belongs to no plan (``OF_YEAR``) follows office and
    fiscal year; of ``OF_UNITS`` also the unit. A step of the calendar that is another unit's is left out where
    units are named.
    """
    wanted: dict[str, list[Any]] = {
        "office": list(office),
        "fiscal_year": list(fiscal_year),
        "plan_id": list(plan),
        "unit": list(unit),
    }
    frames = dict(register.frames)
    plans = frames["plans"]
    for column, values in wanted.items():
        plans = _of(plans, column, values)
    frames["plans"] = plans
    if plans is not register.plans:
        for name in ("activities", "kpis", "results", "progress", "rounds", "tests"):
            frames[name] = frames[name][frames[name]["plan_id"].isin(plans["plan_id"])]
    for name in OF_YEAR:
        for column in ("office", "fiscal_year"):
            frames[name] = _of(frames[name], column, wanted[column])
    if wanted["unit"]:
        steps = frames["events"]
        frames["events"] = steps[steps["unit"].isna() | steps["unit"].isin(wanted["unit"])]
        for name in OF_UNITS:
            frames[name] = _of(frames[name], "unit", wanted["unit"])
    ballots = frames["ballots"]["ballot_id"]
    for name in ("candidates", "marks", "decisions"):
        frames[name] = frames[name][frames[name]["ballot_id"].isin(ballots)]
    numbered = {
        name: data if data is register.frames[name] else data.reset_index(drop=True) for name, data in frames.items()
    }
    return Register(numbered, register.version, register.stored_at)


def _of(data: pd.DataFrame, column: str, wanted: list[Any]) -> pd.DataFrame:
    """The rows whose column holds one of the values wanted; the frame itself where none is wanted or all rows stay."""
    if not wanted or data.empty:
        return data
    own = data[column].isin(wanted)
    return data if own.all() else data[own]
